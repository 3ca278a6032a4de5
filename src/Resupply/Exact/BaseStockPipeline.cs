using System.Collections.Immutable;
using Resupply.Values;

namespace Resupply.Exact;

/// <summary>
/// One-for-one replenishment from a source that is never short, need waits: after the day's needs the stock orders up
/// to a level, and what is ordered on day t enters at 00:00 of day t + lead time, at the earliest the next day.
/// </summary>
/// <remarks>
/// What was ordered by day t − L is in at 24:00 of day t and nothing later is, so net stock = the position after day
/// t − L's order less the needs of the L days since: Feeney &amp; Sherbrooke, "The (S−1, S) inventory policy under
/// compound Poisson demand", Management Science 12, 1966, in whole days.
/// </remarks>
/// <param name="OrderUpTo">The level, items.</param>
/// <param name="InitialOnHand">On hand before day 0's need; nothing is on order then. May exceed the level.</param>
/// <param name="LeadTime">Whole days.</param>
/// <param name="NeedByDay">Units of one item each that arise on each day, independent between days.</param>
public sealed record BaseStockPipeline(
    long OrderUpTo,
    Pmf InitialOnHand,
    int LeadTime,
    ImmutableArray<Pmf> NeedByDay)
{
    private int Lead => Math.Max(LeadTime, 1);

    /// <summary>On hand less waiting at 24:00 of a day, items; null where `Pmf.LengthMax` would be passed.</summary>
    public Pmf? NetStock(int day) => Less(Position(day - Lead), day - Lead + 1, day);

    /// <summary>What is there at 24:00 of a day, items; null as `NetStock`.</summary>
    public Pmf? OnHand(int day) => NetStock(day)?.FlooredAt(0);

    /// <summary>What waits at 24:00 of a day, units; null as `NetStock`.</summary>
    public Pmf? Backlog(int day) => NetStock(day) is { } net ? PmfAlgebra.Negated(net).FlooredAt(0) : null;

    /// <summary>Expected units of a day's need that are not filled on that day; null as `NetStock`.</summary>
    public double? Unmet(int day)
    {
        if (Less(Position(day - Lead), day - Lead + 1, day - 1)?.FlooredAt(0) is not { } found) return null;
        var need = new NeedTable(NeedByDay[day]);
        var sum = 0.0;
        for (var i = 0; i < found.Weights.Length; i++) sum += found.Weights[i] * need.Unmet(found.First + i);
        return sum;
    }

    /// <summary>Net stock and what is on order after a day's order; before day 0 that is what is on hand.</summary>
    private Pmf? Position(int day)
    {
        if (day < 0) return InitialOnHand;
        if (InitialOnHand.Last <= OrderUpTo) return Pmf.Certainly(OrderUpTo);
        Pmf? position = InitialOnHand;
        for (var past = 0; past <= day; past++) position = Less(position, past, past)?.FlooredAt(OrderUpTo);
        return position;
    }

    private Pmf? Less(Pmf? stock, int from, int to)
    {
        for (var day = Math.Max(from, 0); day <= to && stock is not null; day++)
            stock = PmfAlgebra.Convolve(stock, PmfAlgebra.Negated(NeedByDay[day]));
        return stock;
    }
}
