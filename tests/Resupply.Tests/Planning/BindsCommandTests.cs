using System.Text.Json;
using System.Text.RegularExpressions;
using Resupply.Answers;
using Resupply.Cli;
using Resupply.Planning;
using Resupply.Reports;
using Resupply.Values;

namespace Resupply.Tests.Planning;

public class BindsCommandTests
{
    private static readonly Day January = Day.Of(2025, 1, 1);

    private static readonly string[] Usual = ["--replications", "200", "--threads", "1"];

    [Fact]
    public void The_ranking_the_months_and_the_sentence_are_printed_in_eighty_columns()
    {
        var (exitCode, output, errors) = Run(Squadron.Text, Usual);
        Assert.Equal(ExitCode.Success, exitCode);
        Assert.DoesNotContain("error", errors, StringComparison.Ordinal);
        Assert.All(output.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
        string[] inOrder =
        [
            "A squadron that waits for contractors",
            @"f16: \d+\.\d% \(.*\) available on average",
            @"  one more team of avionics {10,}\+\d+\.\d ± \d",
            @"  one more radar at base {10,}\+\d+\.\d+ ± 0",
            @"  in the month of +2024-11 +2024-12 +2025-01",
            @"  what binds +people +people +people",
            @"  what binds +parts +parts",
            "f16: people bind until January 2025",
            "Not tried, since it could change nothing:",
            @"200 replications of each plan, seed 1, resupply \d",
        ];
        Assert.Matches(string.Join(@"[\s\S]*\n", inOrder), output);
    }

    [Fact]
    public void Json_holds_what_the_manual_page_says()
    {
        var (exitCode, output, _) = Run(Squadron.Text, [.. Usual, "--json"]);
        Assert.Equal(ExitCode.Success, exitCode);
        using var json = JsonDocument.Parse(output);
        var page = ManualCommand.Page("binds")!;
        Complaints.None(CommandRehearsal.Names(json.RootElement).Distinct()
            .Where(name => !page.Contains($"`{name}`", StringComparison.Ordinal))
            .Except(["title", "sha256", "f16", "2024-11", "2024-12", "2025-02", "2025-03", "2025-04"])
            .Select(name => $"the manual page does not say `{name}`"));
        var fleet = json.RootElement.GetProperty("fleets").GetProperty("f16");
        Assert.StartsWith("people bind until January 2025", fleet.GetProperty("sentence").GetString());
        var team = fleet.GetProperty("reliefs").EnumerateArray().Single(relief => Text(relief, "kind") == "team");
        Assert.Equal(
            ("one more team of avionics", "crews.avionics.teams"), (Text(team, "relief"), Text(team, "path")));
        Assert.Equal(6, team.GetProperty("by-month").EnumerateObject().Count());
        var month = fleet.GetProperty("months")[3];
        Assert.Equal(
            ("2025-02", "2025-02-01", "2025-02-28", "parts", "one more radar at base", "one more team of avionics"),
            (Text(month, "month"), Text(month, "from"), Text(month, "to"), Text(month, "binds"), Text(month, "spare"),
                Text(month, "team")));
        Assert.True(month.GetProperty("spare-less-team").GetProperty("low").GetDouble() > 0);
    }

    [Fact]
    public void Csv_has_the_columns_of_the_other_tables()
    {
        using var folder = new TemporaryFolder();
        var tables = folder.File("tables");
        var (exitCode, output, _) = Run(Squadron.Text, [.. Usual, "--csv", tables]);
        Assert.Equal(ExitCode.Success, exitCode);
        Assert.EndsWith($"Table: {tables}\n", output);
        var lines = File.ReadAllText(Path.Combine(tables, "binds.csv")).Split("\r\n");
        Assert.Equal(CsvReport.Header, lines[0]);
        Assert.Matches(@"^base,available,f16,,estimate,0\.\d+$", lines[1]);
        Assert.Contains(lines, line => Regex.IsMatch(
            line, @"^base,change,f16: one more radar at base,2025-02-01,error,0\.\d+$", RegexOptions.NonBacktracking));
        Assert.Equal(1 + (7 * 4 * (1 + 5)) + 1, lines.Length);
    }

    [Theory]
    [InlineData("--fleet f15", "error: there is no fleet `f15`\n  hint: did you mean `f16`?\n1 mistake\n")]
    [InlineData("--option none", "error: there is no fleet in this scenario, so nothing waits for parts or for people")]
    [InlineData("--option gone", "error: there is no option `gone`\n")]
    [InlineData("--world gone", "error: there is no world `gone`\n")]
    public void What_is_not_there_is_a_mistake(string options, string says)
    {
        const string Without = "options: { none: { fleets: { f16: null } } }\n";
        var (exitCode, output, errors) = Run(Squadron.Text + Without, [.. Usual, .. options.Split(' ')]);
        Assert.Equal((ExitCode.BadInput, ""), (exitCode, output));
        Assert.Contains(says, errors, StringComparison.Ordinal);
        var (_, json, _) = Run(Squadron.Text + Without, [.. Usual, "--json", .. options.Split(' ')]);
        Assert.Contains("\"diagnostics\"", json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--replications 0", "--replications takes a whole number")]
    [InlineData("--threads 0", "--threads takes a number")]
    [InlineData("--seed x", "--seed takes a whole number")]
    [InlineData("--precision 1%", "Unrecognized")]
    public void A_slip_is_explained(string options, string says)
    {
        var (exitCode, _, errors) = Run(Squadron.Text, options.Split(' '));
        Assert.Equal(ExitCode.BadUsage, exitCode);
        Assert.Contains(says, errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.0412, 0.0015, "+4.1 ± 0.3")]
    [InlineData(-0.0155, 0.0004, "−1.55 ± 0.08")]
    [InlineData(0.0115, 0.0005, "+1.1 ± 0.1")]
    [InlineData(0.1214, 0.0071, "+12 ± 1")]
    [InlineData(0.00001, 0.00001, "0.00 ± 0.01")]
    [InlineData(0.02, 0, "+2.00 ± 0")]
    [InlineData(0, 0, "0")]
    public void A_change_is_shown_with_the_digits_that_its_error_leaves(double change, double error, string shown) =>
        Assert.Equal(shown, Shown.Points(Intervals.Normal(change, error)));

    [Theory]
    [InlineData("PPPPPP", "parts bind throughout (S: up to +3.0 ± 0.2 points)")]
    [InlineData("TPPPPP", "people bind in January 2025 (T: +5.0 ± 0.2 points); "
        + "parts bind from February 2025 (S: up to +3.0 ± 0.2 points)")]
    [InlineData("TTETTN", "people bind until May 2025 (T: up to +5.0 ± 0.2 points); "
        + "nothing here binds in June 2025 at this number of replications")]
    [InlineData("NPPEEE", "nothing here binds in January 2025 at this number of replications; "
        + "parts bind from February to March 2025 (S: up to +3.0 ± 0.2 points); parts and people cannot be told "
        + "apart from April 2025 (S: up to +3.0 ± 0.2 points; T: up to +5.0 ± 0.2)")]
    [InlineData("TPTPTPTP", "parts and people take turns: people bind in 4 months, parts in 4 months; "
        + "in 0 months they cannot be told apart, in 0 months nothing here binds")]
    public void The_months_are_told_in_a_sentence(string verdicts, string sentence) => Assert.Equal(
        sentence
            .Replace("S:", "one more radar at base:", StringComparison.Ordinal)
            .Replace("T:", "one more team of avionics:", StringComparison.Ordinal),
        BindingSentence.Of(Judged(verdicts)));

    [Fact]
    public void A_fleet_that_never_has_a_member_is_told_so()
    {
        var none = Judged("NN") with { Available = null };
        none = none with { Months = [.. none.Months.Select(month => month with { Available = null })] };
        Assert.Equal("there is never a member of it", BindingSentence.Of(none));
    }

    private static FleetBinding Judged(string verdicts)
    {
        var months = CalendarMonths.Of(January, January + ((31 * verdicts.Length) - 20));
        return new FleetBinding("f16", Intervals.Normal(0.5, 0.01), [], [.. verdicts.Select((verdict, i) =>
            new MonthBinding(
                months[i].From,
                months[i].To,
                Intervals.Normal(0.5, 0.01),
                verdict switch { 'P' => Bound.Parts, 'T' => Bound.People, 'E' => Bound.Either, _ => Bound.Nothing },
                (new Relief.Spare("base", "radar"), Intervals.Normal(0.03, 0.001)),
                (new Relief.Team("avionics"), Intervals.Normal(0.05, 0.001)),
                null))], 1);
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static (int ExitCode, string Output, string Errors) Run(string scenario, params string[] options)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("scenario.yaml"), scenario);
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        var exitCode = Commands.Run(["binds", folder.File("scenario.yaml"), .. options], output, errors);
        return (exitCode, output.ToString(), errors.ToString());
    }
}
