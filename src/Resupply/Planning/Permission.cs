using System.Collections.Immutable;
using Resupply.Production;
using Resupply.Supply;
using Resupply.Values;

namespace Resupply.Planning;

/// <summary>A release, what waits for it, and when it could be granted.</summary>
public static class Permission
{
    /// <summary>The plan with the release granted on that day whatever is drawn; null: never. All else is drawn as it
    /// was.</summary>
    public static SupplyPlan GrantedOn(Day? day, string release, SupplyPlan supply) => supply with
    {
        Releases =
        [
            .. supply.Releases.Select(each => each.Name != release ? each : each with
            {
                Granted = Changes.On(day, each.Granted),
            }),
        ],
    };

    /// <summary>What waits for it: "shipment spring", "order requester".</summary>
    public static ImmutableArray<string> WaitingFor(string release, SupplyPlan supply, ProductionPlan production) =>
    [
        .. supply.Shipments.Where(each => each.Needs == release).Select(each => $"shipment {each.Name}"),
        .. production.Orders.Where(each => each.Needs == release).Select(each => $"order {each.Name}"),
    ];

    /// <summary>The first day, then step by step, and the last day.</summary>
    public static ImmutableArray<Day> Days(Day first, Day last, SigningStep step)
    {
        var days = ImmutableArray.CreateBuilder<Day>();
        for (var day = first; day < last; day = Next(day, step)) days.Add(day);
        days.Add(last);
        return days.ToImmutable();
    }

    private static Day Next(Day day, SigningStep step)
    {
        if (step.Months == 0) return day + step.Days;
        var month = (day.Year * 12) + (day.Month - 1) + step.Months;
        return Day.Of(month / 12, (month % 12) + 1, 1);
    }
}
