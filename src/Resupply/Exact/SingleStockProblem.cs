using System.Collections.Immutable;
using Resupply.Supply;
using Resupply.Values;

namespace Resupply.Exact;

/// <summary>
/// One demand that draws on one item at one site over days 0 … N-1, with what comes to that stock. A day runs as in
/// the scenario language: receipts enter at 00:00, waiting needs are filled, the day's needs arise and are served; at
/// 24:00 the day is recorded.
/// </summary>
/// <param name="InitialOnHand">Items on hand before day 0's receipts, at least 0.</param>
/// <param name="NeedByDay">Units of need that arise on each day, independent between days; N of them. Equal days may
/// share one reference, which saves work.</param>
/// <param name="Receipts">What may come; independent of each other and of the needs.</param>
public sealed record SingleStockProblem(
    Pmf InitialOnHand,
    ImmutableArray<Pmf> NeedByDay,
    ImmutableArray<Receipt> Receipts)
{
    /// <summary>Items that one unit of need takes.</summary>
    public int Uses { get; init; } = 1;

    /// <summary>Items this demand leaves on hand.</summary>
    public long Keeps { get; init; }

    /// <summary>Whether a need that cannot be met waits to be filled later; otherwise it is lost.</summary>
    public bool Waits { get; init; }
}

/// <summary>A shipment that comes on a random day, perhaps, in one or more tranches.</summary>
/// <param name="FirstDay">The day of the first tranche; what its weights lack of one is the probability of never. A
/// tranche due before day 0 comes on day 0, one due after the last day does not come within the calendar.</param>
/// <param name="Offsets">Days from the first tranche to each, the first 0, none less than the one before.</param>
/// <param name="Loads">What the tranches may hold; the probabilities sum to one.</param>
public sealed record Receipt(Pmf FirstDay, ImmutableArray<int> Offsets, ImmutableArray<PossibleLoad> Loads)
{
    /// <summary>The probability that it comes at all: one draw for all tranches.</summary>
    public double Confirmed { get; init; } = 1;

    /// <summary>The probability that a unit is lost on the way, each unit by itself.</summary>
    public double LostOnTheWay { get; init; }

    /// <summary>So many units on a day that is known.</summary>
    public static Receipt Of(int day, long units) => Of(Pmf.Certainly(day), Pmf.Certainly(units));

    /// <summary>All at once.</summary>
    public static Receipt Of(Pmf firstDay, Pmf units) => Of(firstDay, units, tranches: 1, every: 0);

    /// <summary>A total in tranches: tranche i of n is round(Q·i/n) − round(Q·(i−1)/n), halves up.</summary>
    /// <param name="every">Days from one tranche to the next.</param>
    public static Receipt Of(Pmf firstDay, Pmf total, int tranches, int every)
    {
        var offsets = Enumerable.Range(0, tranches).Select(tranche => tranche * every);
        var loads = total.Weights
            .Select((weight, index) => (Weight: weight, Total: total.First + index))
            .Where(possible => possible.Weight > 0)
            .Select(possible => new PossibleLoad(possible.Weight, InTranches(possible.Total, tranches)));
        return new Receipt(firstDay, [.. offsets], [.. loads]);
    }

    private static ImmutableArray<long> InTranches(long total, int tranches) =>
    [
        .. Enumerable.Range(0, tranches)
            .Select(i => Tranches.Upto(total, i + 1, tranches) - Tranches.Upto(total, i, tranches)),
    ];
}

/// <summary>One possibility of what a shipment's tranches hold when they leave.</summary>
/// <param name="Units">Items by tranche, at least 0.</param>
public sealed record PossibleLoad(double Probability, ImmutableArray<long> Units);
