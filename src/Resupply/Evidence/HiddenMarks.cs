using System.Buffers;
using Resupply.Language;

namespace Resupply.Evidence;

/// <summary>
/// Characters that turn the order of letters about: what a reader sees is then not what stands there.
/// </summary>
/// <remarks>Boucher, Anderson, "Trojan Source: invisible vulnerabilities", 2021, arXiv:2111.00169.</remarks>
internal static class HiddenMarks
{
    private static readonly SearchValues<char> Turning =
        SearchValues.Create("\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069");

    public static void Warn(string text, Form.Word document, Diagnostics diagnostics)
    {
        var first = text.AsSpan().IndexOfAny(Turning);
        if (first < 0) return;
        var line = 1 + text.AsSpan(0, first).Count('\n');
        diagnostics.Warn(
            document.At,
            $"`{document.Text}` holds <U+{(int)text[first]:X4}> on its line {line}, which turns letters about",
            "what is seen there is not what it says: take it out");
    }
}
