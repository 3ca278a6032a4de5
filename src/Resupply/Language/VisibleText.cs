using System.Globalization;
using System.Text;

namespace Resupply.Language;

/// <summary>
/// Text of a file as a terminal shows it: what is invisible or would turn the line about is written out, and what is
/// wide counts twice, so that a caret stands under what it means.
/// </summary>
public static class VisibleText
{
    /// <summary>Columns of a line that are shown; of a longer one the part about the caret.</summary>
    private const int ColumnsMax = 160;
    private const int ColumnsBefore = 60;
    private const string Cut = "…";

    /// <summary>
    /// Wide in a terminal (Unicode Standard Annex 11, the blocks that are wide or fullwidth throughout).
    /// </summary>
    private static readonly (int First, int Last)[] Wide =
    [
        (0x1100, 0x115F), (0x2E80, 0x303E), (0x3041, 0x4DBF), (0x4E00, 0xA4CF), (0xA960, 0xA97C), (0xAC00, 0xD7A3),
        (0xF900, 0xFAFF), (0xFE30, 0xFE6F), (0xFF00, 0xFF60), (0xFFE0, 0xFFE6), (0x1F300, 0x1F64F), (0x1F680, 0x1F6FF),
        (0x1F900, 0x1F9FF), (0x20000, 0x3FFFD),
    ];

    /// <summary>The text with everything written out that cannot be seen; a tab is a space.</summary>
    public static string Of(string text)
    {
        var visible = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) visible.Append(Shown(rune));
        return visible.ToString();
    }

    /// <summary>A line, or the part of it about a place, and the line below with a caret under the place.</summary>
    internal static (string Line, string Caret) Excerpt(string line, Span at)
    {
        var from = Math.Clamp(at.Column - 1, 0, line.Length);
        var to = Math.Clamp(from + at.Length, from, line.Length);
        var start = line.Length <= ColumnsMax ? 0 : Math.Max(0, from - ColumnsBefore);
        if (start > 0 && char.IsLowSurrogate(line[start])) start--;
        var end = Math.Min(line.Length, start + ColumnsMax);
        if (end < line.Length && char.IsLowSurrogate(line[end])) end--;
        to = Math.Min(to, end);

        var before = (start > 0 ? Cut : "") + Of(line[start..from]);
        var shown = before + Of(line[from..end]) + (end < line.Length ? Cut : "");
        var carets = Math.Max(1, Width(Of(line[from..to])));
        return (shown, new string(' ', Width(before)) + new string('^', carets));
    }

    private static string Shown(Rune rune) => rune.Value switch
    {
        '\t' => " ",
        0xFFFD => "\uFFFD",
        _ when IsInvisible(rune) => $"<U+{rune.Value:X4}>",
        _ => rune.ToString(),
    };

    /// <summary>Controls, marks of direction, separators of lines, what stands for nothing.</summary>
    private static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate;

    private static int Width(string text) => text.EnumerateRunes().Sum(Columns);

    private static int Columns(Rune rune)
    {
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark) return 0;
        return Array.Exists(Wide, block => rune.Value >= block.First && rune.Value <= block.Last) ? 2 : 1;
    }
}
