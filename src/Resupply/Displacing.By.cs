using Resupply.Simulation;
using Resupply.Values;

namespace Resupply;

/// <summary>How late an order may be moved ahead and still have all of it by a day.</summary>
public sealed partial class Displacing
{
    /// <summary>
    /// The last day that will do, by bisection: replications in which it has all by then are counted, on the same
    /// draws, so that days are held against one another exactly.
    /// </summary>
    /// <returns>
    /// No day where it need not be moved at all; the calendar's first where none will do, or no day was asked for.
    /// </returns>
    private (Day? From, bool IsReached) LastDay()
    {
        if (asked.By is not { } by) return (scenario.From, true);
        var record = Replicate(Compile(scenario.From, []));
        var (planned, first) = (CompleteIn(record, 0), CompleteIn(record, 1));
        var enough = asked.AtLeast is { } share
            ? Math.Max(1, Answers.Probe.UnitsFor(share, record.Replications))
            : Math.Max(1, first);
        if (planned >= enough) return (null, true);
        if (first < enough) return (scenario.From, false);

        var (does, doesNot) = (scenario.From, by); // What is finished on that day is there the day after.
        while (doesNot - does > 1)
        {
            var middle = does + ((doesNot - does) / 2);
            if (CompleteIn(Replicate(Compile(middle, [])), 1) >= enough) does = middle;
            else doesNot = middle;
        }

        return (does, true);
    }

    private long CompleteIn(PairedRecord record, int world) => (long)record.Alone(world, measures.CompleteAt).X;
}
