using System.Text.Json;
using Resupply.Cli;
using Resupply.Tests.Planning;

namespace Resupply.Tests.Evidence;

public class EvidenceCommandTests
{
    private static readonly string[] Usual = ["--replications", "100", "--threads", "1"];

    [Fact]
    public void What_speaks_for_and_against_is_printed_in_eighty_columns()
    {
        var (exitCode, output, _) = Run(Usual);
        Assert.Equal(ExitCode.Success, exitCode);
        Assert.All(output.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
        Snapshot.Matches(output);
    }

    [Fact]
    public void Json_holds_what_the_manual_page_says()
    {
        var (exitCode, output, _) = Run([.. Usual, "--json"]);
        Assert.Equal(ExitCode.Success, exitCode);
        Snapshot.Matches(output);
        using var json = JsonDocument.Parse(output);
        var page = ManualCommand.Page("evidence")!;
        Complaints.None(CommandRehearsal.Names(json.RootElement).Distinct()
            .Where(name => !page.Contains($"`{name}`", StringComparison.Ordinal))
            .Where(name => !name.Contains('.', StringComparison.Ordinal)) // The paths of values.
            .Except(["title", "sha256", "lasts", "promise", "retold", "seen", "misread", "taken-back", "unused"])
            .Except(["severity", "file", "line", "column", "message", "hint"])
            .Select(name => $"the manual page does not say `{name}`"));
    }

    /// <summary>
    /// Nothing is drawn: 100 drums, 40 more, one a day for 30 days. A tenth of the stock is 10 drums, of the shipment
    /// 4;
    /// one drum more a day is 30. So the assumption has 10 of 44, the claim 4, and what nobody vouches for 30.
    /// </summary>
    [Fact]
    public void What_moves_the_answer_is_counted_by_what_it_rests_on()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("scenario.yaml"), """
            resupply: 1
            title: Camp
            calendar: { from: 2025-06-01, to: 2025-06-30 }
            claims: { promise: { credibility: 2 } }
            sites: { camp: {} }
            items: { water: {} }
            stocks: { camp: { water: { on-hand: 100, assume: counted } } }
            demands: { drinking: { at: camp, served-by: [water], per-day: 1 } }
            shipments: { truck: { to: camp, contents: { water: 40 }, arrives: 2025-06-12, claims: [promise] } }
            questions: { left: { on-hand: water, at: camp, when: 2025-06-30 } }

            """);
        var (exitCode, output, _) = Run(folder, [.. Usual, "--json"]);
        Assert.Equal(ExitCode.Success, exitCode);
        using var json = JsonDocument.Parse(output);
        foreach (var (basis, drums) in (ReadOnlySpan<(string, double)>)[
            ("assumption", 10), ("evidence", 4), ("unsupported", 30)])
        {
            var coverage = json.RootElement.GetProperty("coverage").GetProperty(basis);
            Assert.Equal(drums / 44, coverage.GetProperty("moves").GetDouble(), 12);
        }

        var most = json.RootElement.GetProperty("questions").GetProperty("left").GetProperty("most");
        Assert.Equal("demands.drinking.per-day", most[0].GetProperty("value").GetString());
    }

    [Fact]
    public void A_cell_cannot_become_a_formula_and_the_table_has_the_columns_of_the_others()
    {
        using var folder = new TemporaryFolder();
        var file = Camp.Write(folder);
        using var output = new StringWriter { NewLine = "\n" };
        Assert.Equal(ExitCode.Success, Commands.Run(
            ["evidence", file, .. Usual, "--csv", folder.File("tables")], output, TextWriter.Null));
        var lines = File.ReadAllLines(folder.File("tables/evidence.csv"));
        Assert.Equal("option,measure,thing,date,statistic,value", lines[0]);
        Assert.Contains("base,coverage,evidence,,values,2", lines);
        Assert.Contains("base,claim,promise,2025-04-21,silent-days,41", lines);
    }

    [Fact]
    public void Silence_is_counted_in_days()
    {
        using var folder = new TemporaryFolder();
        using var errors = new StringWriter();
        var code = Commands.Run(
            ["evidence", Camp.Write(folder), "--silent-after", "-1"], TextWriter.Null, errors);
        Assert.Equal(ExitCode.BadUsage, code);
        Assert.Contains("counted in days", errors.ToString(), StringComparison.Ordinal);
    }

    private static (int ExitCode, string Output, string Errors) Run(params string[] options)
    {
        using var folder = new TemporaryFolder();
        Camp.Write(folder);
        return Run(folder, options);
    }

    private static (int ExitCode, string Output, string Errors) Run(TemporaryFolder folder, string[] options)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        var exitCode = Commands.Run(["evidence", folder.File("scenario.yaml"), .. options], output, errors);
        var printed = output.ToString().Replace(folder.Path, "…", StringComparison.Ordinal);
        return (exitCode, CommandRehearsal.Lasting(printed), errors.ToString());
    }
}
