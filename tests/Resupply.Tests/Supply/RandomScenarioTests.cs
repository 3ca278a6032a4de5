using Resupply.Tests.Promises;
using Record = Resupply.Simulation.Record;

namespace Resupply.Tests.Supply;

/// <summary>What holds of every scenario, tried on many that nobody thought of.</summary>
public class RandomScenarioTests
{
    private const int Scenarios = 100;

    /// <summary>The audit throws where a unit goes missing, and the run where it contradicts an exact answer.</summary>
    [Fact]
    public void Nothing_is_lost_on_any_day() => Property.Holds(
        forAny: RandomScenario.Any,
        that: text => Rehearsal.Report(text, replications: 40).Card.Replications == 40,
        cases: Scenarios);

    [Fact]
    public void Any_number_of_threads_and_any_blocks_give_the_same_bytes() => Property.Holds(
        forAny: RandomScenario.Any,
        that: text =>
        {
            var model = Model.Compile(Rehearsal.Read(text), seed: 3, withCharts: true);
            var alone = Examples.Bytes(Examples.Run(model, 0, 600));
            var parts = Examples.Run(model, 300, 600, threads: 2);
            parts.Add(Examples.Run(model, 0, 300));
            return alone.AsSpan().SequenceEqual(Examples.Bytes(Examples.Run(model, 0, 600, threads: 3)))
                && alone.AsSpan().SequenceEqual(Examples.Bytes(parts));
        },
        cases: Scenarios / 5);

    /// <summary>An audited run goes day by day; another passes over days, or serves a stretch at once.</summary>
    [Fact]
    public void Days_taken_together_are_as_days_one_by_one() => Property.Holds(
        forAny: draws => (Shared: RandomScenario.Any(draws), Own: OwnItems.Any(draws).Text),
        that: texts => IsSameDayByDay(texts.Shared) && IsSameDayByDay(texts.Own),
        cases: Scenarios);

    /// <summary>What may forbid that days are taken together, each by itself in thirty days with little else.</summary>
    [Theory]
    [InlineData("use: { at: base, served-by: [a], per-day: poisson(3), purpose: far }")]
    [InlineData("use: { at: base, served-by: [a], per-day: poisson(3), keeps: { a: 150 } }")]
    [InlineData("use: { at: base, served-by: [a], per-day: poisson(9), unmet: waits }")]
    [InlineData("use: { at: base, served-by: [a, b], per-day: poisson(9) }")]
    [InlineData("use: { at: base, served-by: [a], uses: 5, per-day: poisson(2) }")]
    [InlineData("""
        use: { at: base, served-by: [a], per-day: poisson(3), priority: 1 }
          other: { at: base, served-by: [a], per-day: poisson(2), keeps: { a: 60 }, priority: 2 }
        """)]
    [InlineData("use: { at: base, served-by: [b], per-day: poisson(3), keeps: { b: 30 } }")]
    [InlineData("use: { at: base, served-by: [b], per-day: poisson(9), uses: 40 }")]
    [InlineData("""
        use: { at: base, served-by: [b], per-day: poisson(0.3), keeps: { b: 30 }, unmet: waits }
          other: { at: base, served-by: [a], per-day: poisson(2), purpose: far }
        """)]
    public void A_rule_holds_on_every_day_of_a_stretch(string demands) => Assert.True(IsSameDayByDay(
        $$"""
        calendar: { from: day 1, to: day 30 }
        stocks: { base: { a: 200, b: 30 } }
        restrictions: { rule: { items: [a], not-for: [far], until: day 4 } }
        demands:
          {{demands}}
        questions:
          lasts: { covered: use, until: day 30 }
          met: { met: use, until: day 30 }
          left: { on-hand: a, at: base, when: day 30 }
        """));

    [Fact]
    public void Something_unrelated_changes_no_answer() => Property.Holds(
        forAny: RandomScenario.Any,
        that: text =>
        {
            var more = text
                .Replace(
                    "\ndemands:",
                    "\ndemands:\n  new: { at: depot, served-by: [other], per-day: poisson(3), unmet: waits }")
                .Replace(
                    "\nshipments:",
                    "\nshipments:\n  new: { to: depot, item: other, quantity: 9..40, arrives: day 3..day 9 }")
                .Replace("items: {", "items: { other: { price: 1..3 },")
                .Replace("unknowns: {", "unknowns: { more: 1..3,");
            return Rehearsal.AnswersAsJson(text, replications: 60)
                .SequenceEqual(Rehearsal.AnswersAsJson(more, replications: 60), StringComparer.Ordinal);
        },
        cases: Scenarios / 3);

    /// <summary>One of each pair's demands has a shortage less often or as often in every single replication.</summary>
    [Fact]
    public void More_or_earlier_supply_never_hurts_where_nothing_is_shared() => Property.Holds(
        forAny: draws =>
        {
            var plan = OwnItems.Any(draws);
            return (Before: plan, After: plan.Bettered(draws));
        },
        that: pair =>
        {
            var (before, after) = (Covered(pair.Before.Text, 60), Covered(pair.After.Text, 60));
            return before.Zip(after).All(both => both.First <= both.Second);
        },
        cases: 150);

    /// <summary>A gap that chance would give once in a million runs fails the run: the seventh promise.</summary>
    [Fact]
    public void Simulation_and_exact_recursion_agree()
    {
        var compared = 0;
        Property.Holds(
            forAny: draws => OwnItems.Any(draws).Bettered(draws),
            that: plan => (compared += Rehearsal.Report(plan.Text, replications: 2000).Checks.Length) >= 0,
            cases: 80);
        Assert.InRange(compared, 60, 160);
    }

    [Fact]
    public void A_scenario_that_is_bettered_is_better_in_some()
    {
        // Else the property above would hold for want of a difference.
        var plan = OwnItems.Any(Draws.Of(5));
        var sum = Enumerable.Range(0, 20).Sum(seed =>
        {
            var draws = Draws.Of((ulong)seed);
            var before = OwnItems.Any(draws);
            return Covered(before.Bettered(draws).Text, 60).Sum() - Covered(before.Text, 60).Sum();
        });
        Assert.InRange(sum, 20, long.MaxValue);
        Assert.NotEqual(plan.Text, plan.Bettered(Draws.Of(6)).Text);
    }

    /// <summary>Whether each question's demand was covered, replication by replication.</summary>
    private static long[] Covered(string text, int replications)
    {
        var model = Model.Compile(Rehearsal.Read(text), seed: 9);
        var world = model.NewWorld();
        return
        [
            .. Enumerable.Range(0, replications).SelectMany(number =>
            {
                var record = new Record(model.Layout);
                world.Run(number, record);
                return record.Measures.Select(measure => (long)measure.Moments.X).ToArray();
            }),
        ];
    }

    private static bool IsSameDayByDay(string text)
    {
        var scenario = Rehearsal.Read(text);
        byte[] BytesOf(bool audited) =>
            Examples.Bytes(Examples.Run(Model.Compile(scenario, seed: 7, audited: audited), 0, 60));
        return BytesOf(audited: true).AsSpan().SequenceEqual(BytesOf(audited: false));
    }
}
