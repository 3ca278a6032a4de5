using System.CommandLine.Parsing;
using System.Text.RegularExpressions;

namespace Resupply.Tests;

/// <summary>
/// Every command that a page shows in a `console` block is run, from the repository's root, and prints what the page
/// says. A line that holds nothing but … stands for any number of lines. UPDATE_SNAPSHOTS=1 writes what was printed
/// into the page, save where … stands.
/// </summary>
public class DocumentationTests
{
    private const string Fence = "```console\n";
    private const string FenceEnd = "```";
    private const string Ellipsis = "…";
    private static readonly Regex Link = new(@"\]\((?<target>[^)#:\s]+)[^):]*\)", RegexOptions.NonBacktracking);
    private static readonly string[] Programs = ["$ resupply ", "$ ./resupply "];

    private static IEnumerable<string> Pages => Repository.Files("docs/", ".md")
        .Concat(Repository.Files("src/Resupply.Cli/", ".md"))
        .Concat(Repository.Files("README.md"));

    public static TheoryData<string> PagesThatShowCommands => new(Pages
        .Where(page => Blocks(File.ReadAllText(page)).Any())
        .Select(Repository.Name));

    [Theory]
    [MemberData(nameof(PagesThatShowCommands))]
    public void Commands_print_what_the_page_says(string page)
    {
        Directory.SetCurrentDirectory(Repository.Root);
        var text = File.ReadAllText(page);
        var wrong = Blocks(text).SelectMany(Commands)
            .Select(shown => (Shown: shown, Printed: Run(shown.Line)))
            .Where(pair => !Agree(pair.Shown.Output, pair.Printed))
            .ToArray();
        if (Snapshot.AreAccepted) File.WriteAllText(page, wrong.Aggregate(text, Correct));
        else Complaints.None(wrong.Select(pair => $"{page}: $ resupply {pair.Shown.Line}\n{pair.Printed}"));
    }

    [Fact]
    public void Links_lead_to_files_that_are_there() => Complaints.None(
        from page in Repository.Files("", ".md")
        from link in Link.Matches(File.ReadAllText(page))
        let target = link.Groups["target"].Value
        where !Path.Exists(Path.Combine(Path.GetDirectoryName(page)!, target))
        select $"{Repository.Name(page)}: {target} is not there");

    [Theory]
    [InlineData("a\nb\n", "a\nb\n", true)]
    [InlineData("a\n\n", "a\n", true)]
    [InlineData("a\nc\n", "a\nb\n", false)]
    [InlineData("a\n", "a\nb\n", false)]
    [InlineData("a\n…\nd\n", "a\nb\nc\nd\n", true)]
    [InlineData("a\n…\n", "a\n", true)]
    [InlineData("…\nd\n", "a\nb\n", false)]
    public void A_page_agrees_with_what_is_printed(string shown, string printed, bool agrees) =>
        Assert.Equal(agrees, Agree(shown, printed));

    [Fact]
    public void A_block_may_show_several_commands() => Assert.Equal(
        [("--help", "a\n"), ("run x --seed 1", "b\nc\n")],
        Commands("$ resupply --help\na\n$ ./resupply run x \\\n    --seed 1\nb\nc\n")
            .Select(shown => (shown.Line, shown.Output)));

    private static IEnumerable<string> Blocks(string text) => text.Split(Fence).Skip(1)
        .Select(rest => rest[..rest.IndexOf(FenceEnd, StringComparison.Ordinal)])
        .Where(block => Programs.Any(program => block.StartsWith(program, StringComparison.Ordinal)));

    private static IEnumerable<Shown> Commands(string block)
    {
        foreach (var part in ("\n" + block).Split("\n$ ").Skip(1))
        {
            var text = part.EndsWith('\n') ? part : part + "\n";
            var end = 0;
            do end = text.IndexOf('\n', end) + 1;
            while (text[end - 2] == '\\'); // A command goes on where its line ends in \.

            var words = text[..end].Replace("\\\n", " ", StringComparison.Ordinal)
                .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            yield return new Shown(string.Join(' ', words[1..]), text[..end], text[end..]);
        }
    }

    private static string Run(string line)
    {
        using var printed = new StringWriter { NewLine = "\n" };
        Cli.Commands.Run([.. CommandLineParser.SplitCommandLine(line)], printed, printed);
        return printed.ToString();
    }

    private static bool Agree(string shown, string printed) =>
        Agree(shown.TrimEnd('\n').Split('\n'), printed.TrimEnd('\n').Split('\n'));

    private static bool Agree(ReadOnlySpan<string> shown, ReadOnlySpan<string> printed)
    {
        if (shown.IsEmpty) return printed.IsEmpty;
        if (shown[0] == Ellipsis)
            return Agree(shown[1..], printed) || (!printed.IsEmpty && Agree(shown, printed[1..]));
        return !printed.IsEmpty && shown[0] == printed[0] && Agree(shown[1..], printed[1..]);
    }

    private static string Correct(string text, (Shown Shown, string Printed) pair) =>
        pair.Shown.Output.Split('\n').Contains(Ellipsis)
            ? text
            : text.Replace(
                $"\n$ {pair.Shown.Command}{pair.Shown.Output}",
                $"\n$ {pair.Shown.Command}{pair.Printed.TrimEnd('\n')}\n",
                StringComparison.Ordinal);

    /// <param name="Line">The arguments, as typed.</param>
    /// <param name="Command">The line or lines of the command, as the page has them, without the prompt.</param>
    private sealed record Shown(string Line, string Command, string Output);
}
