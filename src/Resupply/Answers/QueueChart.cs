using System.Collections.Immutable;
using Resupply.Production;
using Resupply.Values;

namespace Resupply.Answers;

/// <summary>One line and those who wait for what it makes.</summary>
/// <param name="Orders">By the day on which the first unit is finished for them (median).</param>
public sealed record QueueChart(
    string Line, string Item, string Site, Sequence Sequence, ImmutableArray<OrderChart> Orders);

/// <summary>What becomes of one order. Amounts are means over replications.</summary>
/// <param name="IsAgreed">There is an agreement, not only a request.</param>
/// <param name="Since">The day of the agreement or the request; null where there is none or it is not one day.</param>
/// <param name="Firm">The agreement must not be touched.</param>
/// <param name="Needs">The release it waits for; null: none.</param>
/// <param name="Quantity">Units ordered.</param>
/// <param name="Delivered">Units delivered in the calendar.</param>
/// <param name="LateUnitDays">Units that were due and not there, summed over the days.</param>
/// <param name="HeldUnitDays">Units at the line for want of the release, summed over the days.</param>
/// <param name="HeldAtEnd">Units that still are there at the end.</param>
/// <param name="ByDay">By charted day; empty where nothing is charted.</param>
/// <param name="DeliveredByDay">The distribution of the units delivered; empty beyond the first orders.</param>
public sealed record OrderChart(
    string Order,
    string To,
    bool IsAgreed,
    Day? Since,
    bool Firm,
    string? Needs,
    double Quantity,
    double Delivered,
    OrderDays Dates,
    ImmutableArray<DueChart> Due,
    double LateUnitDays,
    double HeldUnitDays,
    double HeldAtEnd,
    ImmutableArray<OrderDay> ByDay,
    ImmutableArray<Band> DeliveredByDay)
{
    /// <summary>Units due until a day, that day included.</summary>
    public double DueOn(Day day) => Due.LastOrDefault(due => due.By <= day)?.Units ?? 0;
}

/// <summary>When units were finished at the line, left it, and came.</summary>
/// <param name="Completed">All of them delivered.</param>
public sealed record OrderDays(
    DateSpread FirstFinished,
    DateSpread LastFinished,
    DateSpread FirstLeft,
    DateSpread FirstDelivered,
    DateSpread Completed);

/// <param name="Units">In all until that day, mean.</param>
/// <param name="Met">The share of replications in which they are there; null outside the calendar.</param>
public sealed record DueChart(Day By, double Units, double? Met);

/// <summary>Units at 24:00, means over replications.</summary>
public readonly record struct OrderDay(Day Day, double Delivered, double Held);
