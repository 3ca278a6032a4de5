using System.Buffers;
using System.Text;
using Resupply.Language;

namespace Resupply.Reports;

/// <summary>
/// Markdown being written. What a scenario says is text: it cannot become a heading, a link or markup.
/// </summary>
internal sealed class MarkdownText
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("\\`*_[]<>&|~$^#!");
    private readonly StringBuilder text = new();

    /// <summary>The words on one line, with a backslash before whatever Markdown would act on.</summary>
    public static string Plain(string words)
    {
        var seen = VisibleText.Of(words.ReplaceLineEndings(" "));
        if (seen.AsSpan().IndexOfAny(Marks) < 0) return seen;
        var escaped = new StringBuilder(seen.Length + 8);
        foreach (var letter in seen) (Marks.Contains(letter) ? escaped.Append('\\') : escaped).Append(letter);
        return escaped.ToString();
    }

    public MarkdownText Line(string markdown = "")
    {
        text.Append(markdown).Append('\n');
        return this;
    }

    /// <summary>With one empty line before and after it.</summary>
    public MarkdownText Heading(int level, string words)
    {
        if (text.Length > 1 && text[^2] != '\n') Line();
        return Line($"{new string('#', level)} {Plain(words)}").Line();
    }

    /// <summary>A table with a header row; cells are words.</summary>
    public MarkdownText Table(string[] header, IEnumerable<string[]> rows)
    {
        Row(header).Line("|" + string.Concat(header.Select(_ => "---|")));
        foreach (var row in rows) Row(row);
        return this;
    }

    public override string ToString() => text.ToString();

    private MarkdownText Row(string[] cells) => Line($"| {string.Join(" | ", cells.Select(Plain))} |");
}
