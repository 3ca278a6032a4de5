using System.Buffers;
using Resupply.Language;

namespace Resupply.Evidence;

/// <summary>
/// Characters that make a reader see something else than what stands there: those that turn the order of letters about,
/// and controls, which a terminal obeys.
/// </summary>
/// <remarks>Boucher, Anderson, "Trojan Source: invisible vulnerabilities", 2021, arXiv:2111.00169.</remarks>
internal static class HiddenMarks
{
    private static readonly SearchValues<char> Turning =
        SearchValues.Create("\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069");

    /// <summary>The C0 and C1 sets and DEL, without tabs, ends of lines and of pages (U+0085 is an end of a line).</summary>
    private static readonly SearchValues<char> Controls = SearchValues.Create(string.Concat(
        Enumerable.Range(0, 0xA0).Select(code => (char)code)
            .Where(letter => char.IsControl(letter) && !"\t\n\v\f\r\u0085".Contains(letter, StringComparison.Ordinal))));

    public static void Warn(string text, Form.Word document, Diagnostics diagnostics)
    {
        Warn(Turning, "turns letters about");
        Warn(Controls, "is a control character");

        void Warn(SearchValues<char> hidden, string what)
        {
            var first = text.AsSpan().IndexOfAny(hidden);
            if (first < 0) return;
            var line = 1 + text.AsSpan(0, first).Count('\n');
            diagnostics.Warn(
                document.At,
                $"`{document.Text}` holds <U+{(int)text[first]:X4}> on its line {line}, which {what}",
                "what is seen there is not what it says: take it out");
        }
    }
}
