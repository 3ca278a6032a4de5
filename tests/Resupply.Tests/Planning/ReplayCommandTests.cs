using System.Text.Json;
using Resupply.Cli;
using Resupply.Reports;

namespace Resupply.Tests.Planning;

public class ReplayCommandTests
{
    private const string Text = """
        calendar: { from: day 1, to: day 40 }
        today: day 9
        stocks: { base: { a: 10, b: 3 } }
        counts: { base: { a: { day 7: 6 } } }
        demands: { use: { at: base, served-by: [a], per-day: poisson(1), used: { day 1: 1, day 2: 0, day 3: 2 } } }
        sources: { harbour: { title: The harbour office }, pilot: { title: A river pilot } }
        claims:
          soon: { source: harbour, quote: "it leaves soon" }
          ice: { source: pilot, quote: "nobody moves before the ice breaks", known-on: day 4 }
          rumour: { source: pilot, known-on: day 5 }
        shipments:
          ship:
            to: base
            item: a
            quantity: 40
            arrives: [{ value: day 9..day 12, known-on: day 1, claims: [soon] },
              { value: day 9..day 30, known-on: day 4, claims: [ice] }]
        questions:
          lasts: { covered: use, until: day 40 }
          runs-out: { shortage: use }
          left: { on-hand: a, at: base, when: day 40 }
        options: { none: { shipments: { ship: null }, demands: { use: null } } }

        """;

    private static readonly string[] Usual = ["--replications", "500", "--threads", "1"];
    private static readonly string[] Days = ["--from", "2025-01-01", "--to", "2025-01-09"];

    [Theory]
    [InlineData("lasts")]
    [InlineData("runs-out")]
    [InlineData("left")]
    public void Days_and_steps_are_printed_in_eighty_columns(string question)
    {
        var (exitCode, output, _) = Run([question, .. Days]);
        Assert.Equal(ExitCode.Success, exitCode);
        Assert.All(output.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
        Snapshot.Matches(output, question);
    }

    [Fact]
    public void Json_holds_what_the_manual_page_says()
    {
        var (exitCode, output, _) = Run(["lasts", .. Days, "--json"]);
        Assert.Equal(ExitCode.Success, exitCode);
        Snapshot.Matches(output);
        using var json = JsonDocument.Parse(output);
        var page = ManualCommand.Page("replay")!;
        Complaints.None(CommandRehearsal.Names(json.RootElement).Distinct()
            .Where(name => !page.Contains($"`{name}`", StringComparison.Ordinal))
            .Except(["title", "sha256"])
            .Select(name => $"the manual page does not say `{name}`"));
    }

    /// <summary>Byte for byte what `run` prints of the answer, as known on that day; on the last, as it is.</summary>
    [Theory]
    [InlineData("lasts", "2025-01-03")]
    [InlineData("runs-out", "2025-01-08")]
    [InlineData("left", "2025-01-09")]
    public void A_day_is_what_a_run_answers_as_known_on_it(string question, string day)
    {
        using var replayed = JsonDocument.Parse(Run([question, .. Days, "--json"]).Output);
        var then = replayed.RootElement.GetProperty("days").EnumerateArray()
            .Single(each => each.GetProperty("day").GetString() == day);
        string[] known = day == Days[3] ? [] : ["--known-on", day];
        using var run = JsonDocument.Parse(CommandRehearsal.Run("run", Text, [.. known, .. Usual, "--json"]).Output);
        var answer = run.RootElement.GetProperty("answers").GetProperty(question);
        Assert.Equal(
            answer.EnumerateObject().Where(field => field.Name != "exact").Select(field => field.ToString()),
            then.EnumerateObject().Where(field => field.Name != "day").Select(field => field.ToString()));
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_bytes() =>
        Assert.Equal(Run(["left", .. Days, "--json"]), Run(["left", .. Days, "--json", "--threads", "4"]));

    [Fact]
    public void Csv_has_the_columns_of_the_other_tables()
    {
        using var folder = new TemporaryFolder();
        var tables = folder.File("tables");
        Assert.Equal(ExitCode.Success, Run(["runs-out", .. Days, "--csv", tables]).ExitCode);
        var lines = File.ReadAllText(Path.Combine(tables, "replay.csv")).Split("\r\n");
        Assert.Equal(CsvReport.Header, lines[0]);
        Assert.Contains(lines, line => line.StartsWith("base,known,runs-out,2025-01-01,p10,2025-", Exactly));
        Assert.Contains(lines, line => line.StartsWith(
            "base,step,shipments.ship.arrives: 2025-01-09..2025-01-12 → 2025-01-09..2025-01-30,2025-01-04,change,-0.",
            Exactly));
    }

    [Theory]
    [InlineData("2025-01-08", "2025-01-08", "As known on 8 January 2025 the answer is")]
    [InlineData("2025-02-01", "2025-02-03",
        "Nothing that became known between 1 February 2025 and 3 February 2025 changes what is played: the answer is")]
    [InlineData("2025-02-01", "2025-02-03", "it says of 2025-01-01 to 2025-01-09.")]
    public void Where_nothing_became_known_there_is_one_answer(string from, string to, string says)
    {
        var (exitCode, output, _) = Run(["lasts", "--from", from, "--to", to]);
        Assert.Equal(ExitCode.Success, exitCode);
        Assert.Contains(says, output.Replace('\n', ' '), Exactly);
        Assert.DoesNotContain("What changed it", output, Exactly);
    }

    [Theory]
    [InlineData("last", "there is no question `last`\n  hint: did you mean `lasts`?\n")]
    [InlineData("lasts --option none", "question `lasts` is about a thing that is not there")]
    public void What_is_not_there_is_a_mistake(string asked, string says)
    {
        var (exitCode, output, errors) = Run([.. asked.Split(' '), .. Days]);
        Assert.Equal((ExitCode.BadInput, ""), (exitCode, output));
        Assert.Contains(says, errors, Exactly);
    }

    [Fact]
    public void Too_many_days_are_a_mistake()
    {
        var (exitCode, _, errors) = CommandRehearsal.Run(
            "replay",
            """
            calendar: { from: day 1, to: day 3000 }
            today: day 2999
            stocks: { base: { a: 10 } }
            questions: { left: { on-hand: a, at: base, when: day 3000 } }

            """,
            ["left", "--from", "2025-01-01", "--to", "2033-01-01"]);
        Assert.Equal(ExitCode.BadInput, exitCode);
        Assert.Contains("at most 1,000 are replayed\n  hint: ask for fewer days at a time", errors, Exactly);
    }

    [Theory]
    [InlineData(
        "lasts --from 2025-01-05 --to 2025-01-04", "--to 2025-01-04 is before --from 2025-01-05: turn them round.")]
    [InlineData("lasts --from yesterday --to 2025-01-04", "'yesterday' is not a date; write it as 2024-12-31.")]
    [InlineData("lasts --from 2025-01-05", "'--to' is required")]
    public void A_slip_is_explained(string given, string says)
    {
        var (exitCode, _, errors) = Run(given.Split(' '));
        Assert.Equal(ExitCode.BadUsage, exitCode);
        Assert.Contains(says, errors, Exactly);
    }

    private const StringComparison Exactly = StringComparison.Ordinal;

    private static (int ExitCode, string Output, string Errors) Run(params string[] options) =>
        CommandRehearsal.Run("replay", Text, [.. options, .. options.Contains("--threads") ? Usual[..2] : Usual]);
}
