using System.Globalization;
using Resupply.Cli;

namespace Resupply.Tests;

/// <summary>
/// Input that is too much, or leads where it should not: refused with a sentence, at once, whatever it is.
/// </summary>
public sealed class HugeInputTests : IDisposable
{
    private const string Head = "resupply: 1\ntitle: Camp\ncalendar: { from: 2024-11-09, to: 2024-12-31 }\n";
    private readonly TemporaryFolder folder = new();

    private string Scenario => folder.File("scenario.yaml");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_file_of_a_hundred_megabytes_is_not_read()
    {
        using (var file = File.Create(Scenario)) file.SetLength(100_000_000);
        Refused("check", "scenario.yaml: error: the file is larger than 8 MB\n"
            + "  hint: keep long series in data files beside it\n1 mistake\n");
    }

    [Fact]
    public void A_million_items_are_more_than_a_file_may_hold()
    {
        Write($"items:\n{Many(1_000_000, i => $"  item-{i}: {{}}\n")}");
        Refused("check", "scenario.yaml: error: the file is larger than 8 MB\n"
            + "  hint: keep long series in data files beside it\n1 mistake\n");
    }

    [Fact]
    public void A_million_replications_of_very_many_items_are_refused_before_they_begin()
    {
        var count = 50_000;
        Write($"sites: {{ camp: {{}} }}\nitems:\n{Many(count, i => $"  item-{i}: {{}}\n")}"
            + $"stocks:\n  camp:\n{Many(count, i => $"    item-{i}: 1\n")}");
        Refused("run",
            "scenario.yaml: error: 1,000,000 replications of 53 days with 50,000 things are 2.7E+12 steps; "
            + "at most 1.0E+12 are run\n  hint: ask for fewer: --replications 377350\n1 mistake\n",
            "--replications", "1000000");
    }

    [Fact]
    public void A_billion_laughs_are_told_once_for_each_anchor()
    {
        var lines = Many(40, i => $"a{i + 1}: &a{i + 1} [{string.Join(", ", Enumerable.Repeat($"*a{i}", 10))}]\n");
        Write($"a0: &a0 ha\n{lines}");
        var (exitCode, errors) = Said("check", Scenario);
        Assert.Equal(ExitCode.BadInput, exitCode);
        Assert.EndsWith("\n41 mistakes\n", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_of_fifteen_thousand_ranges_each_are_read()
    {
        var value = $"empirical({string.Join("; ", Enumerable.Repeat("1..2", 15_000))})";
        Write($"sites: {{ camp: {{}} }}\nitems: {{ {Many(6, i => $"i{i}: {{}}, ")}}}\n"
            + $"stocks: {{ camp: {{ {Many(6, i => $"i{i}: \"{value}\", ")}}} }}\n");
        Assert.Equal((ExitCode.Success, ""), Said("check", Scenario));
    }

    [Fact]
    public void More_mistakes_than_anybody_reads_are_cut_off()
    {
        Write(Many(100_000, i => $"wrong-{i}: 1\n"));
        var (exitCode, errors) = Said("check", Scenario);
        Assert.Equal(ExitCode.BadInput, exitCode);
        Assert.EndsWith("\n500 mistakes\n", errors, StringComparison.Ordinal);
        Assert.Contains("only the first 500 are shown", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_behind_a_link_out_of_the_folder_is_refused()
    {
        using var elsewhere = new TemporaryFolder();
        File.WriteAllText(elsewhere.File("secret.md"), "secret");
        File.CreateSymbolicLink(folder.File("brief.md"), elsewhere.File("secret.md"));
        Directory.CreateSymbolicLink(folder.File("sources"), elsewhere.Path);
        File.CreateSymbolicLink(folder.File("circle.md"), folder.File("circle.md"));
        foreach (var document in (string[])["brief.md", "sources/secret.md", "circle.md"])
        {
            Write($"sources: {{ mayor: {{ document: {document} }} }}\n");
            var caret = new string('^', document.Length);
            Refused("check", $"scenario.yaml:4:31: error: `{document}` lies outside the scenario's folder\n"
                + $"    4 | sources: {{ mayor: {{ document: {document} }} }}\n{new string(' ', 38)}{caret}\n"
                + "  hint: put the document beside the scenario and name it from there\n1 mistake\n");
        }
    }

    [Fact]
    public void A_link_within_the_folder_is_followed()
    {
        File.WriteAllText(folder.File("brief.md"), "three hundred drums");
        File.CreateSymbolicLink(folder.File("link.md"), "brief.md");
        Write(
            "sources: { mayor: { document: link.md, reliability: B } }\n" +
            "claims: { promise: { source: mayor, quote: three hundred, credibility: 2 } }\n" +
            "unknowns: { drums: { value: 300, claims: [promise] } }\n");
        Assert.Equal((ExitCode.Success, ""), Said("check", Scenario));
    }

    [Fact]
    public void A_byte_order_mark_and_the_line_ends_of_Windows_are_no_mistake()
    {
        File.WriteAllText(Scenario, "\uFEFF" + Head.Replace("\n", "\r\n", StringComparison.Ordinal));
        Assert.Equal((ExitCode.Success, ""), Said("check", Scenario));
    }

    [Fact]
    public void What_cannot_be_read_is_said_without_a_place()
    {
        Assert.Equal((ExitCode.BadInput, "nowhere.yaml: error: there is no such file or folder\n1 mistake\n"),
            Said("check", folder.File("nowhere.yaml")));
        Assert.Equal(ExitCode.BadInput, Said("check", folder.Path).ExitCode);
    }

    private void Write(string text) => File.WriteAllText(Scenario, Head + text);

    private void Refused(string command, string expected, params string[] options) =>
        Assert.Equal((ExitCode.BadInput, expected), Said([command, Scenario, .. options]));

    private (int ExitCode, string Errors) Said(params string[] arguments) => Watchdog.Guard(() =>
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        var exitCode = Commands.Run(arguments, output, errors);
        return (
            exitCode,
            errors.ToString().Replace(folder.Path + Path.DirectorySeparatorChar, "", StringComparison.Ordinal));
    });

    private static string Many(int count, Func<int, string> line) =>
        string.Concat(
            Enumerable.Range(0, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"{line(i)}")));
}
