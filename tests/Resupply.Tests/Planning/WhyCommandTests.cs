using System.Text.Json;
using Resupply.Cli;
using Resupply.Language;
using Resupply.Planning;

namespace Resupply.Tests.Planning;

public class WhyCommandTests
{
    /// <summary>
    /// One a day is needed and ten are there; the ship comes in time on some days and not on others. Nothing else
    /// matters.
    /// </summary>
    private const string Text = """
        calendar: { from: day 1, to: day 40 }
        unknowns: { spare: { value: 3..9, assume: "=HYPERLINK" } }
        sources: { press: { title: The Press, published: day 1, reliability: B } }
        claims:
          soon: { source: press, quote: "within two weeks", credibility: 2 }
          sooner: { source: press, quote: "within days", credibility: 3, withdrawn: day 2 }
          later: { source: press, supersedes: soon }
        stocks: { base: { a: 10, b: spare } }
        demands: { use: { at: base, served-by: [a], per-day: { value: 1, assume: ours } } }
        shipments:
          ship:
            to: base
            contents: { a: 40 }
            arrives: { value: day 3..day 15, claims: [soon, sooner] }
          far: { to: depot, contents: { a: 40 }, arrives: day 3 }
        questions:
          lasts: { covered: use, until: day 40 }
          unmet: { unmet: use, until: day 40 }
          first: { shortage: use }
          early: { covered: use, until: day 2 }
          b-left: { on-hand: b, at: base, when: day 40 }
          far-came: { arrived: far, by: day 9 }
        options: { no-ship: { shipments: { far: null } } }

        """;

    [Fact]
    public void What_moves_an_answer_is_printed_in_eighty_columns()
    {
        var (exitCode, output, errors) = Run("lasts");
        Assert.Equal(ExitCode.Success, exitCode);
        Assert.DoesNotContain("error", errors, StringComparison.Ordinal);
        Assert.All(output.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
        Snapshot.Matches(output);
    }

    [Fact]
    public void Json_holds_what_the_manual_page_says()
    {
        var (exitCode, output, _) = Run("first", "--json");
        Assert.Equal(ExitCode.Success, exitCode);
        Snapshot.Matches(output[..output.IndexOf("\"diagnostics\"", StringComparison.Ordinal)]); // They name the file.
        using var json = JsonDocument.Parse(output);
        var page = ManualCommand.Page("why")!;
        Complaints.None(CommandRehearsal.Names(json.RootElement).Distinct()
            .Where(name => !page.Contains($"`{name}`", StringComparison.Ordinal))
            .Except(["title", "sha256"])
            .Select(name => $"the manual page does not say `{name}`"));
    }

    /// <summary>
    /// It comes on day 3 to 15, and from day 12 on it is too late: of 13 days, 4 are, and a week later 11. A week
    /// earlier none is.
    /// </summary>
    [Fact]
    public void A_week_is_worth_what_it_is_by_hand()
    {
        using var json = JsonDocument.Parse(Run("lasts", "--replications", "20k", "--json").Output);
        var inputs = json.RootElement.GetProperty("inputs").EnumerateArray().ToList();
        var ship = inputs.Single(each => each.GetProperty("path").GetString() == "shipments.ship.arrives");
        var effects = ship.GetProperty("effects").EnumerateArray().ToDictionary(
            each => each.GetProperty("with").GetString()!,
            each => each.GetProperty("change"));
        AssertNear(-7.0 / 13, effects["a week later"]);
        AssertNear(4.0 / 13, effects["a week earlier"]);
    }

    [Theory]
    [InlineData("lasts", "demands.use.per-day shipments.ship.arrives stocks.base.a.on-hand")]
    [InlineData("early", "")] // Two in two days, or four: ten are there.
    [InlineData("b-left", "stocks.base.b.on-hand unknowns.spare")]
    [InlineData("far-came", "shipments.far.arrives")]
    public void Nothing_is_listed_that_does_not_move_it(string question, string paths)
    {
        using var json = JsonDocument.Parse(Run(question, "--json").Output);
        var found = json.RootElement.GetProperty("inputs").EnumerateArray()
            .Select(each => each.GetProperty("path").GetString()).Order(StringComparer.Ordinal);
        Assert.Equal(paths, string.Join(' ', found));
    }

    [Theory]
    [InlineData("lasst", "base", "there is no question `lasst`", "did you mean `lasts`?")]
    [InlineData("far-came", "no-ship", "question `far-came` is about a thing that is not there", "")]
    public void A_wrong_question_is_told(string question, string option, string message, string hint)
    {
        var (exitCode, output, errors) = Run(question, "--option", option);
        Assert.Equal((ExitCode.BadInput, ""), (exitCode, output));
        Assert.Contains(message, errors, StringComparison.Ordinal);
        Assert.Contains(hint, errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_scenario_that_asks_nothing_is_told() => Assert.Contains(
        "the scenario asks nothing",
        CommandRehearsal.Run("why", "stocks: { base: { a: 1 } }", "lasts").Errors,
        StringComparison.Ordinal);

    [Fact]
    public void The_same_bytes_come_from_any_number_of_threads()
    {
        string Inputs(string threads)
        {
            using var json = JsonDocument.Parse(Run("unmet", "--json", "--threads", threads).Output);
            return json.RootElement.GetProperty("inputs").GetRawText();
        }

        Assert.Equal(Inputs("1"), Inputs("3"));
    }

    /// <summary>What is listed moves the answer, and not only in the part of the scenario that was played.</summary>
    [Theory]
    [InlineData("ambulances")]
    [InlineData("vaccines")]
    [InlineData("queue")]
    public void What_is_listed_of_an_example_moves_the_answer(string name)
    {
        var file = Path.Combine(Repository.Root, "examples", name, "scenario.yaml");
        var scenario = ScenarioReader.Read(file).Scenario!;
        var options = new RunOptions { Replications = 100, Seed = 1, Threads = 1 };
        foreach (var (at, question) in scenario.Questions.Index().Take(2))
        {
            var report = Explaining.Find(
                scenario, options, question.Name, [], cancellation: TestContext.Current.CancellationToken).Report!;
            Assert.NotEmpty(report.Inputs);
            var usual = new UsualValues(scenario, Model.Compile(scenario, 1).Once, 1);
            var nudges = report.Inputs.SelectMany(input =>
                Nudges.Of(input.Value, usual.Of(input.Value), scenario.From)
                    .Where(nudge => nudge.Words == input.Effects[0].Words)).ToList();
            Assert.Equal(report.Inputs.Length, nudges.Count);
            var plans = ScenarioReader.ReadEachChanged(
                scenario, [.. nudges.Select(nudge => (Func<Value, Value>)nudge.Applied)]);
            var found = PairedAnswers.Of(
                [scenario, .. plans.Select(plan => plan!)],
                options,
                cancellation: TestContext.Current.CancellationToken);
            Complaints.None(nudges.Where((_, plan) => found.Differing(plan + 1, 0, at) == 0)
                .Select(nudge => $"{question.Name}: {nudge.Path} does not move it"));
        }
    }

    private static void AssertNear(double expected, JsonElement change) => Assert.InRange(
        change.GetProperty("estimate").GetDouble(),
        expected - (4 * change.GetProperty("error").GetDouble()),
        expected + (4 * change.GetProperty("error").GetDouble()));

    private static (int ExitCode, string Output, string Errors) Run(string question, params string[] options) =>
        CommandRehearsal.Run(
            "why",
            Text,
            [
                question,
                .. options,
                .. options.Contains("--replications") ? [] : (string[])["--replications", "200"],
                .. options.Contains("--threads") ? [] : (string[])["--threads", "1"],
            ]);
}
