using System.Collections.Immutable;
using Resupply.Answers;
using Resupply.Tests.Supply;

namespace Resupply.Tests.Planning;

/// <summary>Every kind of question, in scenarios that are held against one another.</summary>
public class PairedAnswersTests
{
    private const int Replications = 400;

    private const string Text = """
        calendar: { from: day 1, to: day 40 }
        stocks: { base: { a: 20 } }
        items: { a: { price: 10 }, b: {} }
        demands: { use: { at: base, served-by: [a], per-day: poisson(2.1) } }
        shipments:
          promised: { to: base, contents: { a: 30..50 }, arrives: day 8..day 30, confirmed: 80%, funded-by: sum }
        authorities: { sum: { amount: 1000 } }
        lines: { line: { item: a, at: depot, per-day: uniform(0.3; 0.6) } }
        orders: { ours: { line: line, to: base, quantity: 10, agreed: day 1, due: { day 10: 5, day 20: 10 } } }
        crews: { smiths: { at: base, teams: 1 } }
        fleets:
          carts: { at: base, size: 6, operates: 4 h per day, upkeep: { per-hour: 0.5 h, crew: smiths } }
        options:
          more: { stocks: { base: { a: 26 } }, crews: { smiths: { teams: 2 } }, orders: { ours: { quantity: 12 } } }
          less: { shipments: { promised: null } }
        questions:
          lasts: { covered: use, until: day 25 }
          met: { met: use, until: day 40 }
          most: { met: use, until: day 40, at-least: 90% }
          unmet: { unmet: use, until: day 40 }
          short: { shortage: use }
          left: { on-hand: a, at: base, when: day 20 }
          supply: { days-of-supply: a, at: base, when: day 20 }
          came: { arrived: promised, by: day 20 }
          paid: { left: sum, by: day 20 }
          late: { late: ours }
          busy: { busy: smiths, between: [day 1, day 40] }
          ready: { available: carts, between: [day 1, day 40] }

        """;

    private static readonly Scenario AsItIs = Rehearsal.Read(Text);
    private static readonly Scenario More = Rehearsal.Read(Text, "more");
    private static readonly Scenario Less = Rehearsal.Read(Text, "less");
    private static readonly PairedAnswers Found = Compare([AsItIs, More, Less]);

    [Fact]
    public void Each_answer_is_that_of_a_run_of_its_own()
    {
        foreach (var (variant, scenario) in new[] { AsItIs, More, Less }.Index())
        {
            var alone = Rehearsal.Run(scenario, Options() with { Charts = false }).Answers;
            for (var i = 0; i < alone.Length; i++)
            {
                // What only a run looks for: an exact answer beside the simulation's.
                var expected = alone[i] with { Stationary = null, Approximate = null };
                Assert.Equal(Number(expected), Number(Found.AnswerOf(variant, i)));
                Assert.Equal(expected.GetType(), Found.AnswerOf(variant, i).GetType());
            }
        }
    }

    [Fact]
    public void A_change_is_the_difference_of_the_two_answers()
    {
        for (var i = 0; i < Found.Questions.Length; i++)
        {
            var paired = Found.Of(1, i);
            Assert.Equal(Number(paired.Other) - Number(paired.Base), paired.Change!.Value.Value, 9);
        }
    }

    [Fact]
    public void What_an_option_removed_has_no_change()
    {
        var came = Index("came");
        Assert.IsType<Answer.NotApplicable>(Found.AnswerOf(2, came));
        Assert.Null(Found.Of(2, came).Change);
        Assert.IsType<Answer.Share>(Found.Of(2, came).Base);
        var other = Compare([Less, AsItIs]);
        Assert.Equal(Number(Found.AnswerOf(0, came)), Number(other.AnswerOf(1, came)));
        Assert.Null(other.Change(1, 0, came));
    }

    [Fact]
    public void A_date_changes_by_how_often_it_never_comes_and_by_its_median()
    {
        var paired = Found.Of(1, Index("short"));
        Assert.True(paired.Change!.Value.Low > 0, "six more on hand are short less often");
        Assert.True(paired.MedianDaysLater > 0, "and later");
        Assert.Null(Found.Of(1, Index("lasts")).MedianDaysLater);
    }

    [Fact]
    public void What_is_the_same_is_so_without_error()
    {
        Assert.True(Found.Of(1, Index("came")).IsSame);
        Assert.True(Found.Of(2, Index("busy")).IsSame);
        Assert.False(Found.Of(1, Index("busy")).IsSame);
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_changes()
    {
        var again = Compare([AsItIs, More, Less], threads: 4);
        for (var i = 0; i < Found.Questions.Length; i++)
        {
            Assert.Equal(Found.Change(1, 0, i), again.Change(1, 0, i));
            Assert.Equal(Found.Change(2, 0, i), again.Change(2, 0, i));
            Assert.Equal(Number(Found.AnswerOf(2, i)), Number(again.AnswerOf(2, i)));
        }
    }

    [Fact]
    public void Others_than_the_first_can_be_held_against_one_another()
    {
        var paired = Compare([AsItIs, More, Less], pairs: [(1, 2)]);
        var met = Index("met");
        Assert.Equal(
            Number(Found.AnswerOf(1, met)) - Number(Found.AnswerOf(2, met)), paired.Change(1, 2, met)!.Value.Value, 12);
        Assert.True(paired.Change(1, 2, met)!.Value.Error < Found.Change(1, 0, met)!.Value.Error * 10);
    }

    [Fact]
    public void Scenarios_that_ask_something_else_are_not_compared() => Assert.Throws<ArgumentException>(
        () => Compare([AsItIs, AsItIs with { Questions = [] }]));

    [Fact]
    public void Too_many_to_keep_or_to_play_are_refused_with_a_word()
    {
        Assert.Null(PairedAnswers.TooMuch(AsItIs, Options(), 10));
        Assert.Contains("plans are", PairedAnswers.TooMuch(
            AsItIs, Options() with { Replications = 100_000_000 }, 1_000)!.Message, StringComparison.Ordinal);
        Assert.Contains("too many to keep", PairedAnswers.TooMuch(
            AsItIs, Options() with { Replications = 1 }, 100_000)!.Message, StringComparison.Ordinal);
    }

    private static RunOptions Options() => new() { Replications = Replications, Threads = 1, Seed = 3 };

    private static PairedAnswers Compare(
        ImmutableArray<Scenario> variants, int threads = 1, ImmutableArray<(int, int)>? pairs = null) =>
        PairedAnswers.Of(
            variants, Options() with { Threads = threads }, pairs, null, TestContext.Current.CancellationToken);

    private static int Index(string name) => Found.Questions.Select(each => each.Name).ToList().IndexOf(name);

    /// <summary>Of a date, how often it never comes.</summary>
    private static double Number(Answer answer) => answer switch
    {
        Answer.Probability probability => probability.Estimate.Value,
        Answer.Share share => share.Estimate.Value,
        Answer.Quantity quantity => quantity.Mean!.Value.Value,
        Answer.Date date => date.Estimate.Never,
        _ => double.NaN,
    };
}
