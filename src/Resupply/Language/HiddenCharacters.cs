using System.Buffers;
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
    private const string Turning = "\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";
    private const string EndsOfLines = "\n\v\f\r\u0085";

    /// <summary>The C0 and C1 sets and DEL, without tabs and what ends a line or a page.</summary>
    private static readonly string Controls = string.Concat(
        Enumerable.Range(0, 0xA0).Select(code => (char)code)
            .Where(letter => char.IsControl(letter) && letter != '\t')
            .Except(EndsOfLines));

    private static readonly SearchValues<char> All = SearchValues.Create(Turning + Controls);

    public static bool Turns(char letter) => Turning.Contains(letter, StringComparison.Ordinal);

    /// <summary>Where the first of them stands; -1 where there is none.</summary>
    public static int First(ReadOnlySpan<char> text) => text.IndexOfAny(All);

    /// <summary>The text with each of them written out: `&lt;U+202E&gt;`.</summary>
    public static string WrittenOut(string text)
    {
        if (First(text) < 0) return text;
        var visible = new StringBuilder(text.Length);
        foreach (var letter in text)
            visible.Append(All.Contains(letter) ? Invariant($"<U+{(int)letter:X4}>") : letter.ToString());
        return visible.ToString();
    }
}
