namespace Resupply.Tests;

/// <summary>
/// What a page asks of the reader, in order: commands in `console` blocks, and, in a tutorial, changes to a file in
/// `diff` blocks whose first line names it: `--- mine/scenario.yaml`.
/// </summary>
internal static class DocumentationPage
{
    private const string Fence = "```";
    private const string Ellipsis = "…";
    private const int Indented = 3; // So far in, a line goes on with the one above.
    private static readonly string[] Programs = ["resupply ", "./resupply "];

    public static IEnumerable<Step> Steps(string text)
    {
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith(Fence, StringComparison.Ordinal)) continue;
            var kind = lines[i][Fence.Length..];
            var first = i + 1;
            i = Array.IndexOf(lines, Fence, first);
            if (i < 0) throw new InvalidDataException($"a block that begins on line {first} has no end");
            var steps = kind switch
            {
                "console" => Commands(lines, first, i),
                "diff" => [new Step.Change(lines[first]["--- ".Length..], lines[(first + 1)..i])],
                _ => [],
            };
            foreach (var step in steps) yield return step;
        }
    }

    /// <summary>The page with what a command printed in place of what it shows; null where … hides too much.</summary>
    public static string? Corrected(string text, Step.Command command, string printed)
    {
        var lines = text.Split('\n');
        var shown = lines[command.First..command.End];
        IEnumerable<string>? fits = shown.Contains(Ellipsis) ? Refreshed(shown, Lines(printed)) : Lines(printed);
        return fits is null ? null : string.Join('\n', [.. lines[..command.First], .. fits, .. lines[command.End..]]);
    }

    public static bool Agree(string shown, string printed) => Agree(Lines(shown), Lines(printed));

    private static string[] Lines(string text) => text.Trim('\n').Length == 0 ? [] : text.TrimEnd('\n').Split('\n');

    private static bool Agree(ReadOnlySpan<string> shown, ReadOnlySpan<string> printed)
    {
        if (shown.IsEmpty) return printed.IsEmpty;
        if (shown[0] == Ellipsis)
            return Agree(shown[1..], printed) || (!printed.IsEmpty && Agree(shown, printed[1..]));
        return !printed.IsEmpty && shown[0] == printed[0] && Agree(shown[1..], printed[1..]);
    }

    private static IEnumerable<Step> Commands(string[] lines, int first, int end)
    {
        if (!Programs.Any(program => lines[first].StartsWith("$ " + program, StringComparison.Ordinal))) yield break;
        for (var at = first; at < end;)
        {
            var words = new List<string>();
            var line = lines[at++][2..];
            for (; line.EndsWith('\\'); line = lines[at++]) words.AddRange(Words(line[..^1]));
            words.AddRange(Words(line));
            var from = at;
            while (at < end && !lines[at].StartsWith("$ ", StringComparison.Ordinal)) at++;
            yield return new Step.Command(
                string.Join(' ', words.Skip(1)), string.Join('\n', lines[from..at]), from, at);
        }
    }

    private static string[] Words(string line) =>
        line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>
    /// Between two … stand so many entries, each a line and those further in below it: the same entries as printed now,
    /// found by the word that each stretch begins with.
    /// </summary>
    private static List<string>? Refreshed(string[] shown, string[] printed)
    {
        var fresh = new List<string>();
        var at = 0;
        for (var i = 0; i < shown.Length;)
        {
            if (shown[i] == Ellipsis)
            {
                fresh.Add(shown[i++]);
                continue;
            }

            var end = Array.IndexOf(shown, Ellipsis, i) is >= 0 and var next ? next : shown.Length;
            var entries = shown[i..end].Count(IsEntry);
            var from = i == 0 ? 0 : Array.FindIndex(printed, at, line => FirstWord(line) == FirstWord(shown[i]));
            if (from < 0) return null;
            for (at = from; at < printed.Length && (entries > 0 || !IsEntry(printed[at])); at++)
            {
                if (IsEntry(printed[at])) entries--;
                fresh.Add(printed[at]);
            }

            i = end;
        }

        return fresh;
    }

    private static bool IsEntry(string line) =>
        line.Length == 0 || line.TakeWhile(letter => letter == ' ').Count() < Indented;

    private static string FirstWord(string line) => Words(line).FirstOrDefault("");
}

/// <summary>Something that a reader does. Closed: the cases below are all.</summary>
internal abstract record Step
{
    /// <param name="Line">The arguments, as typed.</param>
    /// <param name="Output">What the page says it prints.</param>
    /// <param name="First">The page's line on which the output begins, counted from 0.</param>
    /// <param name="End">The line after its last.</param>
    public sealed record Command(string Line, string Output, int First, int End) : Step;

    /// <summary>
    /// In the file, the lines with - and those with neither sign give way to those with + and neither.
    /// </summary>
    public sealed record Change(string File, string[] Lines) : Step
    {
        public void Apply(string folder)
        {
            var path = Path.Combine(folder, File);
            var text = System.IO.File.ReadAllText(path);
            var (before, after) = (Side('-'), Side('+'));
            if (text.Split(before).Length != 2)
                throw new InvalidDataException($"{File} does not hold this just once:\n{before}");
            System.IO.File.WriteAllText(path, text.Replace(before, after, StringComparison.Ordinal));
        }

        private string Side(char sign) => string.Concat(
            Lines.Where(line => line.Length == 0 || line[0] == sign || line[0] == ' ')
                .Select(line => (line.Length == 0 ? "" : line[1..]) + "\n"));
    }
}
