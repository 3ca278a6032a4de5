using System.Collections.Immutable;
using Resupply.Answers;
using Resupply.Language;
using Resupply.Planning;
using Resupply.Reports;
using Resupply.Tests.Supply;
using Resupply.Values;

namespace Resupply.Tests.Planning;

/// <summary>What promises are worth, by hand: day 1 of a rehearsal is 1 January 2025.</summary>
public class PromisingTests
{
    private const string Ship = """
        calendar: { from: day 1, to: day 30 }
        stocks: { base: { a: 10 } }
        demands: { use: { at: base, served-by: [a], per-day: 1 } }
        shipments: { ship: { to: base, contents: { a: 10 }, arrives: day 5 } }

        """;

    private const string Sustained = """
        calendar: { from: day 1, to: day 40 }
        stocks: { base: { a: 20 } }
        demands: { use: { at: base, served-by: [a], per-day: poisson(1) } }
        shipments: { ship: { to: base, contents: { a: 40 }, arrives: ARRIVES } }
        questions: { lasts: { covered: use, until: day 35 } }

        """;

    /// <summary>Ten on hand last to day 10; ten more, if they come by day 11, to day 20.</summary>
    [Theory]
    [InlineData("5d")]
    [InlineData("1d")]
    [InlineData("1month")]
    public void The_last_useful_day_is_known_to_the_day(string every)
    {
        var value = Only(Ship + "questions: { lasts: { covered: use, until: day 20 } }\n", Least(0.9), every);
        Assert.Equal((0, 1, 0), (Level(value.Without), Level(value.Earlier), Level(value.Later)));
        Assert.Equal((-1, 0, -1), (Change(value.Without), Change(value.Earlier), Change(value.Later)));
        Assert.Equal((Usefulness.Until, Day(11)), (value.Last!.Usefulness, value.Last.Last!.Day));
        Assert.Equal((Day(11), Day(11)), (value.Last.Earliest, value.Last.Latest));
        Assert.True(value.Last.IsMonotone);
    }

    [Fact]
    public void Without_a_level_the_last_day_is_that_on_which_it_still_changes_the_answer() => Assert.Equal(
        Day(11), Only(Ship + "questions: { lasts: { covered: use, until: day 20 } }\n", null).Last!.Last!.Day);

    [Fact]
    public void What_is_not_needed_or_cannot_do_it_is_told_so()
    {
        const string text = Ship + "questions: { unmet: { unmet: use, until: day 30 } }\n"; // 20 without
        Assert.Equal(Usefulness.NotNeeded, Only(text, new SoughtLevel(20, AtLeast: false)).Last!.Usefulness);
        var never = Only(text, new SoughtLevel(9, AtLeast: false)).Last!;
        Assert.Equal((Usefulness.Never, 10), (never.Usefulness, Answering.Level(never.Best.Answer)));
        Assert.Equal(Day(11 + 14), Only(text, new SoughtLevel(14, AtLeast: false)).Last!.Last!.Day);
    }

    /// <summary>The ship comes in time in 9 cases of 13: what the option leaves out is there while it waits.</summary>
    [Fact]
    public void An_option_that_takes_something_away_is_held_against_the_plan_that_has_it()
    {
        const string text = """
            calendar: { from: day 1, to: day 30 }
            stocks: { base: { a: 10 } }
            demands: { use: { at: base, served-by: [a], per-day: 1 } }
            shipments: { ship: { to: base, contents: { a: 10 }, arrives: day 2..day 14 } }
            options:
              swap: { shipments: { ship: null, other: { to: base, contents: { a: 10 }, arrives: day 3 } } }
            questions: { lasts: { covered: use, until: day 20 } }

            """;
        var swap = Assert.Single(Assert.Single(Find(text, Least(0.5)).Questions).Options);
        Assert.Equal(Usefulness.NotNeeded, swap.Last!.Usefulness);
    }

    /// <summary>
    /// The exact recursion's answer by the day of arrival falls; asked for what lies half-way between two days, the
    /// simulation finds the earlier one.
    /// </summary>
    [Fact]
    public void The_last_day_agrees_with_the_exact_answers()
    {
        const int on = 19;
        var (on19, on20) = (Exact(on), Exact(on + 1));
        const long replications = 3_000;
        var error = Math.Sqrt(on19 * (1 - on19) / replications);
        Assert.True(on19 - on20 > 2 * 4 * error, "each lies further than 4 standard errors from the level");
        var value = Find(
            Sustained.Replace("ARRIVES", "day 5", StringComparison.Ordinal),
            Least((on19 + on20) / 2),
            replications: replications).Questions[0].Promises[0];
        Assert.Equal(Day(on), value.Last!.Last!.Day);
        Assert.InRange(value.Last.Earliest!.Value.Number, Day(on - 1).Number, Day(on).Number);
        Assert.InRange(value.Last.Latest!.Value.Number, Day(on).Number, Day(on + 1).Number);
        static double Exact(int day) => ((Answer.Probability)Rehearsal.Report(
            Sustained.Replace("ARRIVES", $"day {day}", StringComparison.Ordinal)).Answers[0]).Exact!.Value;
    }

    /// <summary>The same numbers as those of files that say so, to the last digit: all draws are the same.</summary>
    [Theory]
    [InlineData("never", 0)]
    [InlineData("(day 10..day 30) - 1 w", 1)]
    [InlineData("(day 10..day 30) + 1 w", 2)]
    public void Differences_are_those_between_files(string arrives, int fate)
    {
        string Text(string date) => Sustained.Replace("ARRIVES", date, StringComparison.Ordinal);
        var question = Find(Text("day 10..day 30"), null).Questions[0];
        var value = question.Promises[0];
        var judged = new[] { value.Without, value.Earlier, value.Later }[fate];
        var other = Rehearsal.Run(Rehearsal.Read(Text(arrives)), new RunOptions { Replications = 200, Threads = 1 });
        Assert.Equal(Answering.Level(other.Answers[0]), Level(judged));
        Assert.Equal(Level(judged) - Answering.Level(question.AsWritten)!.Value, Change(judged), 12);
    }

    /// <summary>What comes early is drawn on by others before the question looks.</summary>
    [Fact]
    public void Where_later_is_better_it_is_told_so()
    {
        const string text = Ship + "questions: { left: { on-hand: a, at: base, when: day 22, at-least: 5 } }\n";
        var report = Find(text, Least(0.9), "5d");
        var last = report.Questions[0].Promises[0].Last!;
        Assert.Equal((Day(22), Day(16)), (last.Last!.Day, last.NotOn)); // 5 from day 18 on; the 16th was tried
        Assert.False(last.IsMonotone);
        Assert.Contains(
            "It does not on every earlier day: not if it comes on 16 January 2025.",
            PromisesSentence.Of(report.Questions[0].Promises[0], report.Questions[0], report));
    }

    /// <summary>The third case of docs/explanation/more-is-not-always-more.md.</summary>
    [Fact]
    public void Money_that_is_spent_earlier_lacks_elsewhere()
    {
        var promises = Find("""
            currency: EUR
            stocks: { depot: { b: 8 } }
            demands: { paid-for: { at: depot, served-by: [b], per-day: 2 } }
            shipments:
              costly: { to: base, item: a, quantity: 9, arrives: day 6, funded-by: fund }
              cheap: { to: depot, item: b, quantity: 12, arrives: day 5, funded-by: fund }
            authorities: { fund: { amount: 95 } }
            questions: { money-lasts: { covered: paid-for, until: day 10 } }

            """, Least(0.9), "1d").Questions[0].Promises;
        Assert.Equal((0, -1, 0), (Change(promises[0].Without), Change(promises[0].Earlier), Change(promises[0].Later)));
        Assert.Equal(Usefulness.NotNeeded, promises[0].Last!.Usefulness);
        Assert.Equal((-1, Day(5)), (Change(promises[1].Without), promises[1].Last!.Last!.Day));
    }

    [Fact]
    public void Of_what_has_come_in_part_only_the_rest_is_changed()
    {
        const string text = """
            calendar: { from: day 1, to: day 30 }
            today: day 6
            stocks: { base: { a: 20 } }
            shipments:
              ship: { to: base, contents: { a: 10 }, arrives: day 4, tranches: 2, every: 10 d, received: { day 4: 5 } }
            questions:
              left: { on-hand: a, at: base, when: day 13 }
              came: { arrived: ship, by: day 30 }

            """;
        var (left, came) = (Find(text, null).Questions[0], Find(text, null).Questions[1]);
        Assert.Equal((25, 25, 30, 25), (
            Answering.Level(left.AsWritten), Level(left.Promises[0].Without), Level(left.Promises[0].Earlier),
            Level(left.Promises[0].Later))); // the rest came on day 14
        Assert.Equal((1, 0.5), (Answering.Level(came.AsWritten), Level(came.Promises[0].Without)));
    }

    [Fact]
    public void Orders_crews_and_money_are_promises_too()
    {
        var report = Find("""
            calendar: { from: day 1, to: day 30 }
            currency: EUR
            lines: { line: { item: a, at: depot, per-day: 2 } }
            orders:
              first: { line: line, to: base, quantity: 10, agreed: day 1, due: { day 8: 10 } }
              next: { line: line, to: donor, quantity: 10, agreed: day 2, due: { day 12: 10 } }
            authorities: { fund: { amount: 100, packages: { p: { when: day 10, amount: 30 } } } }
            questions:
              first-by-9: { delivered: first, by: day 9 }
              next-by-9: { delivered: next, by: day 9 }
              left-on-5: { left: fund, by: day 5 }
              left-on-12: { left: fund, by: day 12 }

            """, null);
        var promises = report.Questions.Select(each => each.Promises).ToList();
        Assert.Equal(["orders.first", "orders.next", "authorities.fund.packages.p"], promises[0].Select(
            each => each.Promise.Path));
        Assert.Null(promises[0][0].Without.Change); // not asked any more
        Assert.Equal(-0.8, Change(promises[0][0].Later), 9); // two of ten were made on day 1
        Assert.True(Change(promises[1][0].Without) > 0); // its turn goes to the next
        Assert.Equal(-30, Change(promises[2][2].Earlier));
        Assert.Equal((30, 30), (Change(promises[3][2].Without), Change(promises[3][2].Later)));
    }

    /// <summary>A date that rests on a name is drawn under its condition, and moved after.</summary>
    [Fact]
    public void A_date_that_has_not_come_is_moved_after_it_is_drawn()
    {
        var scenario = Rehearsal.Read("""
            calendar: { from: day 1, to: day 40 }
            today: day 10
            unknowns: { slip: 0 d..20 d }
            releases: { permission: { granted: day 1 + slip } }
            shipments: { ship: { to: base, contents: { a: 10 }, arrives: day 12, needs: permission } }
            questions: { came: { arrived: ship, by: day 40 } }

            """);
        var earlier = global::Resupply.Promises.With(new Promise.Release("permission"), new Fate.Moved(-7), scenario);
        var (one, other) = (Model.Compile(scenario, 1).Once, Model.Compile(earlier, 1).Once);
        var (drawn, moved) = (new double[one.Count], new double[one.Count]);
        var slot = one.Values.ToList().FindIndex(value => value.Path == "releases.permission.granted");
        for (var i = 0; i < 100; i++)
        {
            one.Draw(i, drawn);
            other.Draw(i, moved);
            Assert.InRange(drawn[slot], Day(10).Number - 0.5, Day(21).Number);
            Assert.Equal(Math.Max(drawn[slot] - 7, Math.Min(drawn[slot], Day(10).Number)), moved[slot]);
        }
    }

    private static Day Day(int number) => Rehearsal.First + (number - 1);

    private static SoughtLevel Least(double level) => new(level, AtLeast: true);

    private static double Level(JudgedAnswer judged) => Answering.Level(judged.Answer)!.Value;

    private static double Change(JudgedAnswer judged) => judged.Change!.Value.Value;

    private static PromiseValue Only(string text, SoughtLevel? sought, string? every = null) =>
        Assert.Single(Find(text, sought, every).Questions).Promises[0];

    private static PromisesReport Find(
        string text, SoughtLevel? sought, string? every = null, long replications = 200)
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("scenario.yaml");
        File.WriteAllText(file, Rehearsal.Whole(text));
        var (scenario, problems) = ScenarioReader.Read(file);
        Assert.DoesNotContain(problems, each => each.Severity == Severity.Error);
        var (report, _) = Promising.Find(
            scenario!,
            new RunOptions { Replications = replications, Threads = 2, Audited = true },
            new PromisesTerms(sought, every is null ? null : SigningStep.Parse(every), ImmutableArray<string>.Empty),
            [],
            null,
            TestContext.Current.CancellationToken);
        return report!;
    }
}
