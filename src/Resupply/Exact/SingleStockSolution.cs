using System.Collections.Immutable;
using Resupply.Values;

namespace Resupply.Exact;

/// <summary>What is asked of a recursion beyond what it tells of every day, and how far it may go.</summary>
public sealed record SingleStockQuestion
{
    /// <summary>Days whose whole distributions are wanted.</summary>
    public ImmutableArray<int> Days { get; init; } = [];

    /// <summary>How many units unmet so far are told apart; each takes another copy of the states.</summary>
    public int UnmetMax { get; init; }

    public RecursionLimits Limits { get; init; } = RecursionLimits.Usual;
}

/// <summary>What the recursion tells, by day 0 … N-1.</summary>
/// <remarks>A need not filled on its day is a shortage on that day, even if it is filled later.</remarks>
public sealed record SingleStockSolution
{
    /// <summary>The probability that no shortage occurred up to and including the day.</summary>
    public required ImmutableArray<double> NoShortage { get; init; }

    /// <summary>The probability that the first shortage came on or before the day.</summary>
    /// <remarks>Summed by itself, not 1 − `NoShortage`, so that small ones keep their digits.</remarks>
    public required ImmutableArray<double> FirstShortage { get; init; }

    /// <summary>Expected units of need that arose up to and including the day.</summary>
    public required ImmutableArray<double> Needed { get; init; }

    /// <summary>Expected units not met on their day, up to and including the day.</summary>
    public required ImmutableArray<double> Unmet { get; init; }

    /// <summary>Expected units lost up to and including the day: the unmet ones, or none where need waits.</summary>
    public required ImmutableArray<double> Lost { get; init; }

    /// <summary>Expected units waiting at 24:00.</summary>
    public required ImmutableArray<double> Waiting { get; init; }

    /// <summary>Expected items on hand at 24:00.</summary>
    public required ImmutableArray<double> OnHand { get; init; }

    /// <summary>The days that were asked for.</summary>
    public required ImmutableSortedDictionary<int, StockAtMidnight> AtMidnight { get; init; }

    /// <summary>The first day by which a shortage came with at least this probability; null if none.</summary>
    /// <param name="probability">Above 0.</param>
    public int? ShortageQuantile(double probability)
    {
        for (var day = 0; day < FirstShortage.Length; day++)
            if (FirstShortage[day] >= probability) return day;
        return null;
    }
}

/// <summary>The stock at 24:00 of a day.</summary>
/// <param name="OnHand">Items.</param>
/// <param name="Net">Items on hand less those that waiting needs will take.</param>
/// <param name="Waiting">Units of need.</param>
/// <param name="UnmetSoFar">Units not met on their day so far, up to `UnmetMax`; what its weights lack of one is the
/// probability of more.</param>
public sealed record StockAtMidnight(Pmf OnHand, Pmf Net, Pmf Waiting, Pmf UnmetSoFar);
