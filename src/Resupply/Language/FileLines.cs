namespace Resupply.Language;

/// <summary>The lines of a broken file, looked at to say what broke it.</summary>
internal sealed class FileLines(string text)
{
    private readonly string[] lines = text.Split(Diagnostics.LineBreaks, StringSplitOptions.None);

    public int Count => lines.Length;

    public char At(Span place)
    {
        var line = place.Line >= 1 && place.Line <= lines.Length ? lines[place.Line - 1] : "";
        return place.Column >= 1 && place.Column <= line.Length ? line[place.Column - 1] : ' ';
    }

    /// <summary>The last letter before a place; a space where its line begins there.</summary>
    public char Before(Span place) => At(place with { Column = place.Column - 1 });

    /// <summary>The last letter before a place that is no space; a space where its line holds none.</summary>
    public char LastBefore(Span place)
    {
        if (place.Line < 1 || place.Line > lines.Length) return ' ';
        var line = lines[place.Line - 1];
        return line[..Math.Clamp(place.Column - 1, 0, line.Length)].TrimEnd() is [.., var last] ? last : ' ';
    }

    /// <summary>Behind the place a comment ends the line.</summary>
    public bool CommentAfter(Span place) =>
        lines[place.Line - 1][(place.Column - 1)..].Contains(" #", StringComparison.Ordinal);

    /// <summary>The column of a tab among the spaces that begin a line; null where there is none.</summary>
    public int? TabInIndent(int line)
    {
        var content = lines[line - 1];
        var indent = content.Length - content.TrimStart(' ', '\t').Length;
        var tab = content.AsSpan(0, indent).IndexOf('\t');
        return tab >= 0 && indent < content.Length ? tab + 1 : null;
    }

    public bool IsLoneWord(Span place) =>
        place.Line >= 1 && place.Line <= lines.Length && !lines[place.Line - 1].Contains(
            ": ", StringComparison.Ordinal)
        && lines[place.Line - 1].TrimEnd() is [.., not ':'] trimmed && place.Column <= trimmed.Length
        && trimmed[..(place.Column - 1)].Trim().Length == 0;

    /// <summary>
    /// The bracket that is still open where the parser stopped, and the first closing one that does not fit. Quotes
    /// and comments are skipped; brackets count where a value may begin, so that text with a bracket in it does not.
    /// </summary>
    public (Span? Open, Span? Wrong) BracketsBefore(Span end)
    {
        var open = new Stack<(Span At, char Letter)>();
        for (var line = 1; line <= Math.Min(lines.Length, end.Line); line++)
        {
            if (BracketsOf(line, end, open) is { } wrong) return (open.TryPeek(out var top) ? top.At : null, wrong);
        }

        return (open.TryPeek(out var unclosed) ? unclosed.At : null, null);
    }

    private Span? BracketsOf(int line, Span end, Stack<(Span At, char Letter)> open)
    {
        var content = lines[line - 1];
        var mayBegin = true;
        for (var i = 0; i < content.Length; i++)
        {
            var letter = content[i];
            if (letter is '"' or '\'' && mayBegin)
            {
                i = EndOfQuote(content, i);
            }
            else if (letter == '#' && (i == 0 || content[i - 1] is ' ' or '\t'))
            {
                break;
            }
            else if (letter is '{' or '[' && (mayBegin || open.Count > 0))
            {
                open.Push((new Span(line, i + 1, 1), letter));
            }
            else if (letter is '}' or ']' && (open.Count > 0 || mayBegin || (line == end.Line && i >= end.Column - 1)))
            {
                var wrong = new Span(line, i + 1, 1);
                if (!open.TryPeek(out var top)) return line == end.Line ? wrong : null;
                if (letter != (top.Letter == '{' ? '}' : ']')) return wrong;
                open.Pop();
            }

            mayBegin = letter is ' ' or '\t' ? mayBegin : letter is ':' or ',' or '{' or '[' or '-';
        }

        return null;
    }

    private static int EndOfQuote(string line, int start)
    {
        for (var i = start + 1; i < line.Length; i++)
        {
            if (line[i] == '\\' && line[start] == '"') i++;
            else if (line[i] == line[start]) return i;
        }

        return line.Length - 1;
    }
}
