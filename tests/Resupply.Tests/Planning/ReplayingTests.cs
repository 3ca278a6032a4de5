using System.Numerics;
using System.Text.Json;
using Resupply.Answers;
using Resupply.Language;
using Resupply.Planning;
using Resupply.Reports;
using Resupply.Tests.Supply;
using Resupply.Values;

namespace Resupply.Tests.Planning;

public class ReplayingTests
{
    private static readonly string[] Asked = ["covered", "met", "left", "short", "came"];

    /// <summary>
    /// Nothing is drawn in it, so every step is what one works out by hand. A hundred in stock, one used a day until
    /// day 20, thirty to come on day 15; the newest count and what was used since is where the play begins.
    /// </summary>
    [Fact]
    public void Each_step_is_what_it_is_by_hand()
    {
        const string text = """
            calendar: { from: day 1, to: day 20 }
            today: day 10
            sources: { mayor: { reliability: B }, baker: { reliability: D } }
            grades: { B2: 100%, D4: 0% }
            stocks: { base: { a: 100 } }
            counts: { base: { a: { day 4: 90 } } }
            demands: { use: { at: base, served-by: [a], per-day: 1, used: { day 1: 2, day 2: 1 } } }
            shipments:
              ship: { to: base, item: a, quantity: [{ value: 30, known-on: day 1 }, { value: 50, known-on: day 2 }],
                arrives: day 15, confirmed: graded, claims: [good, bad] }
            claims:
              good: { source: mayor, credibility: 2, quote: "it will come" }
              bad: { source: baker, credibility: 4, quote: "it will not", known-on: day 6, withdrawn: day 8,
                supersedes: good }
            questions: { left: { on-hand: a, at: base, when: day 20 } }

            """;
        var report = Replay(text, "left", 1, 12);
        Assert.Equal(
            """
            2: +1 a day passes, to 2025-01-02
            2: -2 demands.use.used.2025-01-01 = 2
            2: +20 shipments.ship.quantity: 30 → 50
            3: +1 a day passes, to 2025-01-03
            3: -1 demands.use.used.2025-01-02 = 1
            5: +2 2 days pass, to 2025-01-05
            5: -7 counts.base.a.2025-01-04 = 90
            6: +1 a day passes, to 2025-01-06
            6: -50 claim bad becomes known; shipments.ship.confirmed: 100%, graded B2 → 0%, graded D4
            8: +2 2 days pass, to 2025-01-08
            8: +50 claim bad is withdrawn; shipments.ship.confirmed: 0%, graded D4 → 100%, graded B2
            10: +2 2 days pass, to 2025-01-10
            """,
            string.Join('\n', report.Steps.Select(InWords)));
        Assert.Equal((110, 129), (Whole(report.Days[0].Level!.Value), Whole(report.Last.Level!.Value)));
        Assert.Equal("it will not", report.Steps[8].Claims.Single(claim => claim.Claim == "bad").Quote);
        Assert.Equal([2, 2, 3, 5, 6, 6, 8, 8, 10], report.Entries.Select(entry => Number(entry.Steps[^1].On)));
    }

    /// <summary>
    /// It comes with a probability and is needed: the answer is that probability, then 0, as 9 are one too few, then
    /// that probability again, with one more in stock: exactly, as all else and all that is drawn stay as they are.
    /// </summary>
    [Fact]
    public void Each_step_of_a_probability_is_what_its_law_says()
    {
        const string text = """
            calendar: { from: day 1, to: day 20 }
            stocks: { base: { a: [{ value: 10, known-on: day 1 }, { value: 11, known-on: day 5 }] } }
            demands: { use: { at: base, served-by: [a], per-day: 1 } }
            shipments:
              ship: { to: base, item: a, quantity: [{ value: 10, known-on: day 1 }, { value: 9, known-on: day 4 }],
                arrives: [{ value: 50% chance of day 5, known-on: day 1 },
                  { value: 80% chance of day 5, known-on: day 3 }] }
            questions: { lasts: { covered: use, until: day 20 } }

            """;
        const long replications = 4000;
        var steps = Replay(text, "lasts", 1, 9, replications).Steps;
        Assert.Equal([3, 4, 5], steps.Select(step => Number(step.On)));
        InErrors(0.5, steps[0].Before, replications);
        InErrors(0.8, steps[0].After, replications);
        Assert.Equal(
            (steps[0].After.Count, BigInteger.Zero, steps[0].After.Count),
            (steps[1].Before.Count, steps[1].After.Count, steps[2].After.Count));
        Assert.All(steps, step => Assert.True(step.IsTold));

        // What 30 in 100 do, pair by pair, has the error of one probability: each that came still comes.
        Assert.Equal(Math.Sqrt(0.3 * 0.7 / replications), steps[0].Change.Error, 4e-4);
    }

    /// <summary>
    /// Whatever is revised, withdrawn or counted when: the steps begin with the first day's answer, end with the last
    /// one's, each where the one before ends; as decimals they add up to the last digit; and each day is what a run as
    /// known on it answers.
    /// </summary>
    [Fact]
    public void Steps_add_up_to_the_difference_to_the_last_digit()
    {
        var played = 0;
        Property.Holds(
            draws => (Text: RandomNews.Any(draws), Question: draws.OneOf(Asked), From: draws.Whole(1, 8)),
            each =>
            {
                var (report, _) = TryReplay(each.Text, each.Question, each.From, 16, replications: 23);
                if (report is null) return true;
                played++;
                Assert.Equal(AllOf(report), Levels(report));
                AddsUp(report);
                return DaysAreAsRun(each.Text, each.Question, report);
            },
            cases: 60);
        Assert.InRange(played, 20, 60);
    }

    [Fact]
    public void What_cannot_be_run_alone_is_told_with_what_makes_it_whole()
    {
        const string text = """
            sources: { mayor: { reliability: B }, baker: { reliability: D } }
            grades: { B2: 100%, D4: 0% }
            shipments: { ship:
                { to: base, item: a, quantity: 5, arrives: day 3, confirmed: graded, claims: [good, bad] } }
            claims:
              good: { source: mayor, credibility: 2, withdrawn: day 4 }
              bad: { source: baker, credibility: 4, known-on: day 4 }
            questions: { left: { on-hand: a, at: base, when: day 9 } }

            """;
        var step = Assert.Single(Replay(text, "left", 1, 9).Steps);
        Assert.Equal([NewsKind.Withdrawal, NewsKind.Claim], step.News.Select(news => news.Kind));
        Assert.Equal("4: -5 claim good is withdrawn; claim bad becomes known; " +
            "shipments.ship.confirmed: 100%, graded B2 → 0%, graded D4", InWords(step));
    }

    [Fact]
    public void A_day_on_which_the_plan_could_not_be_run_has_no_answer()
    {
        const string text = """
            today: day 7
            shipments:
              ship: { to: base, item: a, quantity: 5, arrives: [{ value: day 3, known-on: day 1 },
                { value: day 8, known-on: day 6 }] }
            questions: { left: { on-hand: a, at: base, when: day 7 } }

            """;
        var report = Replay(text, "left", 1, 9);
        Assert.Equal(
            ["1 5", "2 5", "3 5", "4 -", "5 -", "6 0", "7 0"],
            report.Days.Select(day => $"{Number(day.Day)} {(day.Level is { } level ? Whole(level) : "-")}"));
        Assert.Contains("was to be there", report.Days[3].Refusal!, StringComparison.Ordinal);
        Assert.Equal(
            ["3: +0 2 days pass, to 2025-01-03",
                "6: -5 3 days pass, to 2025-01-06; shipments.ship.arrives: 2025-01-03 → 2025-01-08",
                "7: +0 a day passes, to 2025-01-07"],
            report.Steps.Select(InWords));
        var (none, said) = TryReplay(text, "left", 1, 5);
        Assert.Null(none);
        Assert.Contains(said, each => each.Message.Contains("was to be there", StringComparison.Ordinal));
    }

    private static string InWords(ReplayStep step)
    {
        var change = Whole(step.After) - Whole(step.Before);
        return $"{Number(step.On)}: {(change < 0 ? "" : "+")}{change} {ReplaySentence.What(step)}";
    }

    private static int Whole(Fraction level) => (int)(level.Count / level.Of);

    private static int Number(Day day) => day - Rehearsal.First + 1;

    private static void InErrors(double probability, Fraction level, long replications) => Assert.InRange(
        (double)level.Count / (double)level.Of,
        probability - (4 * Math.Sqrt(probability * (1 - probability) / replications)),
        probability + (4 * Math.Sqrt(probability * (1 - probability) / replications)));

    /// <summary>The levels that the steps go through.</summary>
    private static IEnumerable<Fraction> AllOf(ReplayReport report) =>
        report.Steps.Select(step => step.After).Prepend(report.Days[0].Level!.Value);

    private static IEnumerable<Fraction> Levels(ReplayReport report) =>
        report.Steps.Select(step => step.Before).Append(report.Last.Level!.Value);

    private static void AddsUp(ReplayReport report)
    {
        using var json = JsonDocument.Parse(ReplayJson.Write(report));
        decimal Of(JsonElement element, string name) =>
            decimal.Parse(element.GetProperty(name).GetRawText(), System.Globalization.CultureInfo.InvariantCulture);
        var root = json.RootElement;
        var steps = root.GetProperty("steps").EnumerateArray().ToList();
        Assert.Equal(Of(root, "change"), steps.Sum(step => Of(step, "change")));
        Assert.Equal(Of(root, "after"), Of(root, "before") + Of(root, "change"));
        Assert.All(steps, step => Assert.Equal(Of(step, "after"), Of(step, "before") + Of(step, "change")));
        Assert.Equal(
            Math.Round((double)Of(root, "after"), 12), Math.Round(Answering.Level(report.Last.Answer!)!.Value, 12));

        var printed = Printed(report);
        if (printed.Length > 0) Assert.Equal(printed[^1], printed[..^1].Sum());
    }

    /// <summary>The numbers of the steps as they are printed, with the answer before and after them.</summary>
    private static decimal[] Printed(ReplayReport report)
    {
        using var text = new StringWriter();
        ReplayText.Write(report, text, 80);
        return
        [
            .. text.ToString().Split('\n')
                .SkipWhile(line => !line.StartsWith("What changed it", StringComparison.Ordinal))
                .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Where(words => words is [var day, _, ..] && Day.Parse(day) is not null)
                .Select(words => decimal.Parse(
                    words[1].Replace('−', '-').TrimStart('+'), System.Globalization.CultureInfo.InvariantCulture)),
        ];
    }

    /// <summary>Also the days between, which are as the day before them.</summary>
    private static bool DaysAreAsRun(string text, string question, ReplayReport report)
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("scenario.yaml");
        File.WriteAllText(file, Rehearsal.Whole(text));
        for (var day = report.Terms.From; day <= report.Terms.To; day += 1)
        {
            var replayed = report.Days.Last(each => each.Day <= day);
            Assert.Equal(AsRun(file, day, question), replayed.Answer);
        }

        return true;
    }

    /// <summary>Null where it cannot be run.</summary>
    private static Answer? AsRun(string file, Day day, string question)
    {
        if (ScenarioReader.Read(file, knownOn: day).Scenario is not { } scenario) return null;
        var options = new RunOptions { Replications = 23, Threads = 1 };
        var model = Model.Compile(scenario, options.Seed);
        try
        {
            var record = Runs.Replicate(model, options);
            var measure = Array.FindIndex(model.Asked, asked => asked.Name == question);
            return Reporting.AnswerTo(model, record, model.Asked[measure], measure, null);
        }
        catch (DrawException)
        {
            return null;
        }
    }

    private static ReplayReport Replay(string text, string question, int from, int to, long replications = 1)
    {
        var (report, diagnostics) = TryReplay(text, question, from, to, replications);
        Complaints.None(diagnostics.Where(each => each.Severity == Severity.Error).Select(each => each.ToString()));
        return report!;
    }

    private static (ReplayReport? Report, IEnumerable<Diagnostic> Diagnostics) TryReplay(
        string text, string question, int from, int to, long replications = 1)
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("scenario.yaml");
        File.WriteAllText(file, Rehearsal.Whole(text));
        var (scenario, diagnostics) = ScenarioReader.Read(file);
        if (scenario is null) return (null, diagnostics);
        var terms = new ReplayTerms(question, Rehearsal.First + (from - 1), Rehearsal.First + (to - 1));
        var options = new RunOptions { Replications = replications, Threads = 1, Audited = true };
        return Replaying.Find(scenario, options, terms, diagnostics);
    }
}
