using Resupply.Language;

namespace Resupply.Evidence;

/// <summary>The first character of a document that makes a reader see something else than what stands there.</summary>
internal static class HiddenMarks
{
    public static void Warn(string text, Form.Word document, Diagnostics diagnostics)
    {
        var first = HiddenCharacters.First(text);
        if (first < 0) return;
        var line = 1 + text.AsSpan(0, first).Count('\n');
        var what = HiddenCharacters.Turns(text[first]) ? "turns letters about" : "is a control character";
        diagnostics.Warn(
            document.At,
            $"`{document.Text}` holds <U+{(int)text[first]:X4}> on its line {line}, which {what}",
            "what is seen there is not what it says: take it out");
    }
}
