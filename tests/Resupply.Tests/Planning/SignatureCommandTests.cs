using System.Text.Json;
using Resupply.Cli;
using Resupply.Reports;

namespace Resupply.Tests.Planning;

public class SignatureCommandTests
{
    private const string Text = """
        calendar: { from: day 1, to: day 60 }
        stocks: { base: { a: 20, b: 5 } }
        demands: { use: { at: base, served-by: [a], per-day: poisson(1) } }
        releases:
          permission: { granted: 50% chance of day 10..day 40, by: the cabinet }
        shipments: { waits: { to: base, contents: { a: 30 }, arrives: day 4, needs: permission } }
        options:
          none: { releases: { permission: null }, shipments: { waits: { needs: null } } }
          extra: { releases: { idle: { granted: day 3 } } }
        questions:
          lasts: { covered: use, until: day 50 }
          met: { met: use, until: day 60 }
          short: { shortage: use }
          unmet: { unmet: use, until: day 60 }
          b-left: { on-hand: b, at: base, when: day 60 }

        """;

    private static readonly string[] Usual = ["--release", "permission", "--replications", "200", "--threads", "1"];

    [Fact]
    public void The_dates_and_a_sentence_for_each_question_are_printed_in_eighty_columns()
    {
        var (exitCode, output, errors) = Run(Usual);
        Assert.Equal((ExitCode.Success, ""), (exitCode, errors));
        Assert.All(output.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
        Snapshot.Matches(output);
    }

    [Fact]
    public void Json_holds_what_the_manual_page_says()
    {
        var (exitCode, output, _) = Run([.. Usual, "--every", "1month", "--question", "lasts", "--json"]);
        Assert.Equal(ExitCode.Success, exitCode);
        Snapshot.Matches(output);
        using var json = JsonDocument.Parse(Run([.. Usual, "--json"]).Output);
        var page = ManualCommand.Page("signature")!;
        Complaints.None(CommandRehearsal.Names(json.RootElement).Distinct()
            .Where(name => !page.Contains($"`{name}`", StringComparison.Ordinal))
            .Except(["title", "sha256", "lasts", "met", "short", "unmet"])
            .Select(name => $"the manual page does not say `{name}`"));
    }

    [Theory]
    [InlineData("--json")]
    [InlineData("--every 1w")]
    public void Any_number_of_threads_gives_the_same_bytes(string options) => Assert.Equal(
        Run([.. Usual, .. options.Split(' ')]),
        Run([.. Usual[..^1], "4", .. options.Split(' ')]));

    [Fact]
    public void Csv_has_the_columns_of_the_other_tables()
    {
        using var folder = new TemporaryFolder();
        var tables = folder.File("tables");
        var (exitCode, output, _) = Run([.. Usual, "--every", "10d", "--csv", tables]);
        Assert.Equal(ExitCode.Success, exitCode);
        Assert.EndsWith("…\n", output);
        var lines = File.ReadAllText(Path.Combine(tables, "signature.csv")).Split("\r\n");
        Assert.Equal(CsvReport.Header, lines[0]);
        Assert.StartsWith("base,never,lasts,,estimate,0", lines[1]);
        Assert.Contains(
            lines, line => line.StartsWith("base,granted,met,2025-01-21,error,0.", StringComparison.Ordinal));
        Assert.Contains("base,unmoved,b-left,,change,", lines);
        Assert.Equal(1 + (4 * (1 + 5 + (7 * 5) + 2)) + 1 + 1, lines.Length);
    }

    [Fact]
    public void Only_what_is_asked_about_is_told()
    {
        var (_, output, _) = Run([.. Usual, "--question", "met", "--question", "b-left", "--more-than", "90%"]);
        Assert.Contains("\nNo day of the calendar changes this answer by more than 90 points; ",
            output.Replace("\n    ", " ", StringComparison.Ordinal).Replace("\n  ", "\n", StringComparison.Ordinal),
            StringComparison.Ordinal);
        Assert.DoesNotContain("lasts", output, StringComparison.Ordinal);
        Assert.EndsWith("The same in every replication, whenever it is granted or never:\n  b-left",
            output[..output.LastIndexOf("\n\n", StringComparison.Ordinal)], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("permision", "", "error: there is no release `permision`\n  hint: did you mean `permission`?\n")]
    [InlineData("idle", "--option extra", "nothing waits for release `idle`: no day of it can change an answer\n")]
    [InlineData("permission", "--option none", "there is no release in this scenario, so nothing waits for one")]
    [InlineData("permission", "--question last", "error: there is no question `last`\n  hint: did you mean `lasts`?\n")]
    [InlineData("permission", "--option gone", "error: there is no option `gone`\n")]
    [InlineData("permission", "--replications 100M --every 1d", " steps; at most 1.0E+12 are run")]
    public void What_is_not_there_is_a_mistake(string release, string options, string says)
    {
        string[] given = ["--release", release, .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        var (exitCode, output, errors) = Run(given);
        Assert.Equal((ExitCode.BadInput, ""), (exitCode, output));
        Assert.Contains(says, errors, StringComparison.Ordinal);
        Assert.Contains("\"diagnostics\"", Run([.. given, "--json"]).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_many_dates_are_refused()
    {
        var text = Text.Replace("to: day 60 }", "to: 2027-12-31 }", StringComparison.Ordinal);
        var (exitCode, _, errors) = RunOn(text, [.. Usual, "--every", "1d"]);
        Assert.Equal(ExitCode.BadInput, exitCode);
        Assert.Contains("every day to 2027-12-31 is 1,095 dates; at most 400 are tried", errors);
    }

    [Theory]
    [InlineData("--release permission --more-than 0", "takes a share above 0 and below 1, as 1%; found '0'")]
    [InlineData("--release permission --more-than 100%", "--more-than takes a share above 0 and below 1")]
    [InlineData("--release permission --every 1y", "--every takes days, weeks or months, as 10d, 1w or 1month")]
    [InlineData("--every 1w", "'--release' is required")]
    public void A_slip_is_explained(string options, string says)
    {
        var (exitCode, _, errors) = Run(options.Split(' '));
        Assert.Equal(ExitCode.BadUsage, exitCode);
        Assert.Contains(says, errors, StringComparison.Ordinal);
    }

    private static (int ExitCode, string Output, string Errors) Run(params string[] options) => RunOn(Text, options);

    private static (int ExitCode, string Output, string Errors) RunOn(string text, string[] options) =>
        CommandRehearsal.Run("signature", text, options);
}
