namespace Resupply.Language;

/// <summary>Puts a YAML syntax error into a planner's words.</summary>
internal static class YamlMistakes
{
    /// <summary>
    /// Reports characters that no text file should hold; the parser would take some for the file's end.
    /// </summary>
    public static bool ControlCharacter(string text, Diagnostics diagnostics)
    {
        var line = 1;
        var lineStart = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n') (line, lineStart) = (line + 1, i + 1);
            if (text[i] is '\r' or '\u0085' || WhyRefused(text[i]) is not { } why) continue;
            diagnostics.Error(new Span(line, i - lineStart + 1, 1), $"{why} stands here", "delete it");
            return true;
        }

        return false;
    }

    /// <summary>Reports such characters where they were written as escapes: they would reach the terminal.</summary>
    public static void EscapedCharacter(string text, Span at, Diagnostics diagnostics)
    {
        if (text.Select(WhyRefused).FirstOrDefault(why => why is not null) is { } found)
            diagnostics.Error(at, $"{found} stands in this text", "delete its escape");
    }

    private static string? WhyRefused(char letter) => letter switch
    {
        '\t' or '\n' => null,
        _ when HiddenCharacters.Turns(letter) =>
            $"a character that turns the direction of text, U+{(int)letter:X4},",
        _ => char.IsControl(letter) ? $"a control character, U+{(int)letter:X4}," : null,
    };

    /// <param name="message">The parser's own words; empty where it only stopped.</param>
    /// <param name="start">Where what it read began.</param>
    /// <param name="end">Where it stopped.</param>
    public static void Explain(string message, Span start, Span end, string text, Diagnostics diagnostics)
    {
        var lines = new FileLines(text);
        var (at, what, hint) =
            Tab(message, start, end, lines)
            ?? Quote(message, start)
            ?? Comma(start, lines)
            ?? Bracket(end, lines)
            ?? Layout(message, start, lines)
            ?? (start, "this is not YAML", "a line is `key: value` or `- item`; text with : or # goes in quotes");
        diagnostics.Error(at, what, hint);
    }

    private static (Span, string, string?)? Tab(string message, Span start, Span end, FileLines lines)
    {
        // The parser points at the key above a line that a tab indents: look a little further.
        var isSaid = message.Contains("tab", StringComparison.Ordinal);
        var last = isSaid ? lines.Count : Math.Min(lines.Count, Math.Max(end.Line, start.Line) + 1);
        for (var line = Math.Max(1, start.Line); line <= last; line++)
        {
            if (lines.TabInIndent(line) is { } column)
                return (new Span(line, column, 1), "a tab indents this line", "indent with spaces");
        }

        return isSaid ? (start, "a tab stands where spaces should", "indent with spaces") : null;
    }

    private static (Span, string, string?)? Quote(string message, Span start)
    {
        if (message.Contains("escape", StringComparison.Ordinal))
        {
            var what = "a backslash in this quoted text begins an escape that does not exist";
            return (start, what, "write \\\\ for a backslash, or use single quotes");
        }

        if (!message.Contains("quoted scalar", StringComparison.Ordinal)) return null;
        return (start, "this quote is never closed", "put the same quote at the text's end");
    }

    private static (Span, string, string?)? Comma(Span start, FileLines lines) =>
        lines.At(start) == ',' && lines.LastBefore(start) is ',' or '{' or '[' or ':'
            ? (start, "this comma follows nothing", "delete it")
            : null;

    private static (Span, string, string?)? Bracket(Span end, FileLines lines)
    {
        var (open, wrong) = lines.BracketsBefore(end);
        if (wrong is { } surplus)
        {
            var closing = lines.At(surplus);
            if (open is not { } opener) return (surplus, $"this `{closing}` closes nothing", "delete it");
            var what = $"`{closing}` does not close `{lines.At(opener)}`, opened at {opener.Line}:{opener.Column}";
            return (surplus, what, $"write `{Closing(lines.At(opener))}`");
        }

        if (open is not { } unclosed) return null;
        var letter = lines.At(unclosed);
        var hint = lines.CommentAfter(unclosed)
            ? "what follows # is a comment: put quotes around text with # in it"
            : $"put `{Closing(letter)}` where it ends";
        return (unclosed, $"this `{letter}` is never closed", hint);
    }

    private static char Closing(char open) => open == '{' ? '}' : ']';

    private static (Span, string, string?)? Layout(string message, Span start, FileLines lines) => message switch
    {
        _ when message.Contains("found invalid mapping", StringComparison.Ordinal)
            || message.Contains("Mapping values are not allowed", StringComparison.OrdinalIgnoreCase) =>
            (start, "a second `: ` makes this line ambiguous",
                "text with a colon goes in quotes; or is the indentation wrong?"),
        _ when message.Contains("cannot start any token", StringComparison.Ordinal) && lines.At(start) == '%' =>
            (start, "a value cannot begin with `%`", "a percent sign follows its number: 60%"),
        _ when message.Contains("cannot start any token", StringComparison.Ordinal) =>
            (start, $"a value cannot begin with `{lines.At(start)}`", "put quotes around it"),
        _ when message.Contains("'-' indicator", StringComparison.Ordinal) =>
            (start, "a list ends here, but its indentation does not", "items of one list begin with - in one column"),
        _ when message.Contains("Block sequence entries", StringComparison.Ordinal) =>
            (start, "a list cannot begin here", "put `- item` on a line of its own"),
        _ when message.Contains("expected key", StringComparison.Ordinal) && lines.IsLoneWord(start) =>
            (start, "this line is neither `key: value` nor a list's item", "is a colon missing?"),
        _ when message.Contains("expected key", StringComparison.Ordinal) && lines.Before(start) == '\'' =>
            (start, "text goes on after its closing quote",
                "inside of single quotes write '' for one, or use \" around the text"),
        _ when message.Contains("expected key", StringComparison.Ordinal) && lines.Before(start) == '"' =>
            (start, "text goes on after its closing quote",
                "inside of quotes write \\\" for one, or use ' around the text"),
        _ when message.Contains("expected key", StringComparison.Ordinal) =>
            (start, "this line does not fit the ones above", "keys of one map begin in the same column"),
        _ when message.Contains("expected ':'", StringComparison.Ordinal) =>
            (start, "this line is neither `key: value` nor a list's item", "is a colon missing?"),
        _ when message.Contains("incompatible YAML", StringComparison.Ordinal)
            || message.Contains("directive", StringComparison.Ordinal) =>
            (start, "YAML directives are not used here", "delete the line that begins with %"),
        _ => null,
    };
}
