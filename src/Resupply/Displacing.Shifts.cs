using Resupply.Answers;
using Resupply.Planning;
using Resupply.Simulation;

namespace Resupply;

/// <summary>From a record of paired replications to what became of each order.</summary>
public sealed partial class Displacing
{
    /// <summary>How much less there is in the first world of each pair than in the second.</summary>
    internal static Estimate Less(in Moments pairs) => Intervals.Normal(
        pairs.X == pairs.Y ? 0 : -pairs.MeanDifference, pairs.MeanDifferenceError);

    /// <summary>In every single replication: the sum of the squared differences is 0.</summary>
    internal static bool AreSame(in Moments pairs) => pairs.XX - (2 * pairs.XY) + pairs.YY == 0;

    private Displacement Of(PairedRecord record, int world)
    {
        var shifts = Enumerable.Range(0, measures.Orders.Length)
            .Select(place => ShiftOf(record, world, place)).ToList();
        ref readonly var finished = ref record.Together(world, 0, measures.AllFinished);
        return new Displacement(
            asked.By is null ? null : ChanceOf(record, world, measures.CompleteAt),
            shifts.Single(shift => shift.Order == asked.Order),
            [.. shifts.Where(shift => shift.Order != asked.Order)],
            Less(finished),
            AreSame(finished),
            Less(record.Together(world, 0, measures.AllDelivered)),
            record.Alone(0, measures.AllUndelivered).X > 0 || record.Alone(world, measures.AllUndelivered).X > 0);
    }

    private OrderShift ShiftOf(PairedRecord record, int world, int place)
    {
        var order = Orders[measures.Orders[place]];
        ref readonly var finished = ref record.Together(world, 0, QueueMeasures.Finished(place));
        ref readonly var delivered = ref record.Together(world, 0, QueueMeasures.Delivered(place));
        return new OrderShift(
            order.Name,
            order.Agreed is not null,
            order.Firm,
            !AreSame(finished) || !AreSame(delivered),
            Less(finished),
            Less(delivered),
            [
                .. from index in measures.DueOf(place)
                   let due = measures.Due[index]
                   select new DueShift(due.By, due.Units, ChanceOf(record, world, measures.IsMet(index))),
            ]);
    }

    private Chance ChanceOf(PairedRecord record, int world, int measure)
    {
        var (before, after) = (record.Alone(0, measure), record.Alone(world, measure));
        return new Chance(
            Probability(before), Probability(after), Intervals.Difference(record.Together(world, 0, measure)));
    }

    private Estimate Probability(in Moments moments) => isExact
        ? Intervals.Normal(moments.Mean, 0)
        : Intervals.Probability((long)moments.X, moments.Count);
}
