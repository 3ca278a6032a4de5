using System.Text;
using static System.FormattableString;

namespace Resupply.Language;

/// <summary>
/// Characters that make a reader see something else than what stands there: those that turn the order of letters about,
/// and controls, which a terminal obeys. A scenario that holds one is refused; a document is warned of.
/// </summary>
/// <remarks>Boucher, Anderson, "Trojan Source: invisible vulnerabilities", 2021, arXiv:2111.00169.</remarks>
public static class HiddenCharacters
{
    public static bool Turns(char letter) => letter is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    /// <summary>Where the first of them stands; -1 where there is none.</summary>
    public static int First(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (IsHidden(text[at])) return at;
        }

        return -1;
    }

    /// <summary>The text with each of them written out: `&lt;U+202E&gt;`.</summary>
    public static string WrittenOut(string text)
    {
        if (First(text) < 0) return text;
        var visible = new StringBuilder(text.Length);
        foreach (var letter in text)
            visible.Append(IsHidden(letter) ? Invariant($"<U+{(int)letter:X4}>") : letter.ToString());
        return visible.ToString();
    }

    /// <summary>Also the C0 and C1 sets and DEL, without tabs and what ends a line or a page.</summary>
    private static bool IsHidden(char letter) => Turns(letter)
        || (char.IsControl(letter) && letter is not ('\t' or '\n' or '\v' or '\f' or '\r' or '\u0085'));
}
