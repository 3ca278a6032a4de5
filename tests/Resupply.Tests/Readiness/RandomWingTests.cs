using Resupply.Tests.Promises;
using Resupply.Tests.Supply;
using Record = Resupply.Simulation.Record;

namespace Resupply.Tests.Readiness;

/// <summary>What holds of every readiness scenario, tried on many that nobody thought of.</summary>
public class RandomWingTests
{
    private const int Scenarios = 150;

    /// <summary>The audit throws where a unit goes missing, or where counts and members do not agree.</summary>
    [Fact]
    public void Nothing_is_lost_on_any_day() => Property.Holds(
        forAny: RandomWing.Any,
        that: text => Rehearsal.Report(text, replications: 30).Card.Replications == 30,
        cases: Scenarios);

    [Fact]
    public void Any_number_of_threads_and_any_blocks_give_the_same_bytes() => Property.Holds(
        forAny: RandomWing.Any,
        that: text =>
        {
            var model = Model.Compile(Rehearsal.Read(text), seed: 3, withCharts: true);
            var alone = Examples.Bytes(Examples.Run(model, 0, 500));
            var parts = Examples.Run(model, 200, 500, threads: 2);
            parts.Add(Examples.Run(model, 0, 200));
            return alone.AsSpan().SequenceEqual(Examples.Bytes(Examples.Run(model, 0, 500, threads: 3)))
                && alone.AsSpan().SequenceEqual(Examples.Bytes(parts));
        },
        cases: Scenarios / 10);

    /// <summary>A fleet, its crew, part, site, lanes and removals, before all others or after.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_shares_nothing_changes_no_answer(bool first) => Property.Holds(
        forAny: RandomWing.Any,
        that: text => Rehearsal.AnswersAsJson(text, replications: 40)
            .SequenceEqual(Rehearsal.AnswersAsJson(With(text, first), replications: 40), StringComparer.Ordinal),
        cases: Scenarios / 5);

    /// <summary>An audited run goes day by day and looks at every day.</summary>
    [Fact]
    public void Looking_changes_nothing() => Property.Holds(
        forAny: RandomWing.Any,
        that: text =>
        {
            var scenario = Rehearsal.Read(text);
            byte[] BytesOf(bool audited) => Examples.Bytes(
                Examples.Run(Model.Compile(scenario, seed: 7, withCharts: true, audited: audited), 0, 60));
            return BytesOf(audited: true).AsSpan().SequenceEqual(BytesOf(audited: false));
        },
        cases: Scenarios / 5);

    [Fact]
    public void Nothing_is_allocated_inside_a_replication_once_warm() => Property.Holds(
        forAny: RandomWing.Any,
        that: text =>
        {
            var model = Model.Compile(Rehearsal.Read(text), seed: 5, withCharts: true);
            var world = model.NewWorld();
            var record = new Record(model.Layout);
            long Allocated()
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                for (var number = 0; number < 100; number++) world.Run(number, record);
                return GC.GetAllocatedBytesForCurrentThread() - before;
            }

            // The first time the queues grow; later the same futures come. The runtime itself may still allocate once,
            // for what it compiles anew, but not each time; and a histogram when the first values that waited, 64 of
            // them, find their places, which is later the rarer they are.
            return Allocated() > 0 && Enumerable.Range(0, 8).Any(_ => Allocated() == 0);
        },
        cases: Scenarios / 5);

    private static string With(string text, bool first)
    {
        (string Section, string Next, string Entry)[] entries =
        [
            ("lanes", "items", "  a: { from: far, to: depot, takes: 1 d }\n  z: { from: depot, to: far, takes: 6 h }"),
            ("items", "stocks", "  new: { fails: exponential(3 d), removals: { far: 0.5 per day }, " +
                "replace: { crew: new, takes: 3 h }, " +
                "repair: { at: depot, crew: newer, takes: 30 h, via: a, back: z } }"),
            ("stocks", "demands", "  far: { new: { on-hand: 2, unserviceable: 2 } }"),
            ("fleets", "crews", "  new: { at: far, size: 3, parts: { new: 2 }, inspections: { check: " +
                "{ every: 2 d, takes: 1 d, crew: new } }, losses-per-month: 2, cannibalize: true }"),
            ("crews", "questions", "  new: { teams: 1..2, works: 9 h per day }\n  newer: { at: depot, teams: 1 }"),
        ];
        text = text.Replace("factory: {} }", "factory: {}, far: {} }", StringComparison.Ordinal);
        foreach (var (section, next, entry) in entries)
        {
            var (old, changed) = first
                ? ($"\n{section}:\n", $"\n{section}:\n{entry}\n")
                : ($"\n{next}:\n", $"\n{entry}\n{next}:\n");
            Assert.Contains(old, text, StringComparison.Ordinal);
            text = text.Replace(old, changed, StringComparison.Ordinal);
        }

        return text;
    }
}
