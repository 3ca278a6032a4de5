using System.CommandLine.Parsing;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Resupply.Tests;

/// <summary>
/// Every command that a page shows in a `console` block is run, from the repository's root, and prints what the page
/// says; those of a tutorial one after the other in an empty folder, with the changes that its `diff` blocks make. A
/// line that holds nothing but … stands for any number of lines. UPDATE_SNAPSHOTS=1 writes what was printed into the
/// page.
/// </summary>
[Collection(WorkingDirectory.Name)]
public class DocumentationTests
{
    private static readonly Regex Link = new(@"\]\((?<target>[^)#:\s]+)[^):]*\)", RegexOptions.NonBacktracking);

    private static IEnumerable<string> Pages => Repository.Files("docs/", ".md")
        .Concat(Repository.Files("src/Resupply.Cli/", ".md"))
        .Concat(Repository.Files("README.md"));

    public static TheoryData<string> PagesThatShowCommands => new(Pages
        .Where(page => DocumentationPage.Steps(File.ReadAllText(page)).OfType<Step.Command>().Any())
        .Select(Repository.Name));

    [Theory]
    [MemberData(nameof(PagesThatShowCommands))]
    public void Commands_print_what_the_page_says(string page) => Follow(page, RunHere);

    /// <summary>
    /// `./resupply` is compiled in another way than what is tested here, to machine code without what only reflection
    /// reaches: it must print the same.
    /// </summary>
    [Theory]
    [MemberData(nameof(PagesThatShowCommands))]
    public void The_launched_program_prints_what_the_page_says(string page)
    {
        if (Snapshot.AreAccepted) Assert.Skip("the pages are written by the other test");
        Follow(page, RunLaunched);
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
        Assert.Equal(agrees, DocumentationPage.Agree(shown, printed));

    [Fact]
    public void A_block_may_show_several_commands() => Assert.Equal(
        [("--help", "a"), ("run x --seed 1", "b\nc")],
        DocumentationPage.Steps("```console\n$ resupply --help\na\n$ ./resupply run x \\\n    --seed 1\nb\nc\n```\n")
            .OfType<Step.Command>().Select(shown => (shown.Line, shown.Output)));

    [Theory]
    [InlineData("a\nold", "a\nnew\nc", "a\nnew\nc")]
    [InlineData("a 1\n…\nc 1\n…", "a 2\nb 2\nc 2\n           goes on\nd 2", "a 2\n…\nc 2\n           goes on\n…")]
    [InlineData("a\n…\nx", "a\nb\nc", null)]
    public void What_is_shown_is_brought_up_to_date(string shown, string printed, string? becomes)
    {
        var page = $"```console\n$ resupply x\n{shown}\n```\n";
        var command = Assert.IsType<Step.Command>(Assert.Single(DocumentationPage.Steps(page)));
        Assert.Equal(
            becomes is null ? null : $"```console\n$ resupply x\n{becomes}\n```\n",
            DocumentationPage.Corrected(page, command, printed));
    }

    /// <summary>In an empty folder where the page is a tutorial.</summary>
    private static void Follow(string page, Func<string, string> run)
    {
        var isTutorial = page.StartsWith("docs/tutorial/", StringComparison.Ordinal);
        var folder = isTutorial ? Directory.CreateTempSubdirectory("resupply-tutorial-").FullName : Repository.Root;
        Directory.SetCurrentDirectory(folder);
        try
        {
            Complaints.None(Differences(page, folder, run));
        }
        finally
        {
            Directory.SetCurrentDirectory(Repository.Root);
            if (isTutorial) Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Does what the page says, and tells what came out otherwise.</summary>
    private static List<string> Differences(string page, string folder, Func<string, string> run)
    {
        var wrong = new List<string>();
        var file = Path.Combine(Repository.Root, page);
        var text = File.ReadAllText(file);
        for (var done = 0; DocumentationPage.Steps(text).ElementAtOrDefault(done) is { } step; done++)
        {
            if (step is Step.Change change) change.Apply(folder);
            if (step is not Step.Command command) continue;
            var printed = run(command.Line);
            if (DocumentationPage.Agree(command.Output, printed)) continue;
            if (Snapshot.AreAccepted && DocumentationPage.Corrected(text, command, printed) is { } now) text = now;
            else wrong.Add($"{page}: $ resupply {command.Line}\n{printed}");
        }

        if (Snapshot.AreAccepted) File.WriteAllText(file, text);
        return wrong;
    }

    private static string RunHere(string line)
    {
        using var printed = new StringWriter { NewLine = "\n" };
        Cli.Commands.Run([.. CommandLineParser.SplitCommandLine(line)], printed, printed);
        return printed.ToString();
    }

    /// <summary>Both streams as one, as on a terminal.</summary>
    private static string RunLaunched(string line)
    {
        string[] words = [Path.Combine(Repository.Root, "resupply"), .. CommandLineParser.SplitCommandLine(line)];
        var start = new ProcessStartInfo("bash", ["-c", "exec \"$0\" \"$@\" 2>&1", .. words])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        using var program = Process.Start(start) ?? throw new InvalidOperationException("bash does not start");
        var printed = program.StandardOutput.ReadToEnd();
        program.WaitForExit();
        return printed;
    }
}

/// <summary>Tests that move the process to another folder run while no other test does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class WorkingDirectory
{
    public const string Name = "the working directory";
}
