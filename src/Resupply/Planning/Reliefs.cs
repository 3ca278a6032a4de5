using System.Collections.Immutable;
using Resupply.Language;
using Resupply.Readiness;
using Resupply.Supply;
using Resupply.Values;

namespace Resupply.Planning;

/// <summary>What a plan could be relieved by, and the plan with it.</summary>
public static class Reliefs
{
    /// <summary>Spares, then teams, then arrivals, each in file order.</summary>
    public static ImmutableArray<Relief> Of(SupplyPlan supply, ReadinessPlan readiness) =>
    [
        .. readiness.Fleets
            .SelectMany(fleet => fleet.Parts.Select(part => new Relief.Spare(fleet.Site, part.Item)))
            .Distinct(),
        .. readiness.Crews.Select(crew => new Relief.Team(crew.Name)),
        .. readiness.Crews.SelectMany(crew => crew.Joins.Select(
            joining => new Relief.TeamsEarlier(crew.Name, joining.Name))),
        .. readiness.Fleets.SelectMany(fleet => fleet.Joins.Select(
            joining => new Relief.MembersEarlier(fleet.Name, joining.Name))),
        .. supply.Shipments.Select(shipment => new Relief.ShipmentEarlier(shipment.Name)),
        .. supply.Releases.Select(release => new Relief.ReleaseEarlier(release.Name)),
    ];

    /// <summary>The plans with it, valid as they were; nothing else in them is changed.</summary>
    public static (SupplyPlan Supply, ReadinessPlan Readiness) Apply(
        Relief relief, SupplyPlan supply, ReadinessPlan readiness) => relief switch
        {
            Relief.Spare(var site, var item) => (supply with
            {
                Stocks = supply.Stocks.With(stock => stock.Site == site && stock.Item == item, OneMore),
            }, readiness),
            Relief.Team(var crew) => (supply, readiness with
            {
                Crews = readiness.Crews.With(each => each.Name == crew, each => each with
                {
                    Teams = Changes.OneMore(each.Teams, each.Teams.Path, each.At),
                }),
            }),
            Relief.TeamsEarlier(var crew, var joining) => (supply, readiness with
            {
                Crews = readiness.Crews.With(each => each.Name == crew, each => each with
                {
                    Joins = Earlier(each.Joins, joining),
                }),
            }),
            Relief.MembersEarlier(var fleet, var joining) => (supply, readiness with
            {
                Fleets = readiness.Fleets.With(each => each.Name == fleet, each => each with
                {
                    Joins = Earlier(each.Joins, joining),
                }),
            }),
            Relief.ShipmentEarlier(var shipment) => (supply with
            {
                Shipments = supply.Shipments.With(each => each.Name == shipment, each => each with
                {
                    Arrives = Earlier(each.Arrives),
                    Departs = Earlier(each.Departs),
                }),
            }, readiness),
            Relief.ReleaseEarlier(var release) => (supply with
            {
                Releases = supply.Releases.With(each => each.Name == release, each => each with
                {
                    Granted = Changes.MonthEarlier(each.Granted),
                }),
            }, readiness),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>Why it would change nothing, whatever is drawn; null where it may.</summary>
    public static string? WhyNothing(
        Relief relief, SupplyPlan supply, ReadinessPlan readiness, Day from, int days)
    {
        if (DateOf(relief, supply, readiness)?.Fixed is not { } date) return null;
        if (double.IsPositiveInfinity(date)) return "never comes";
        var before = CalendarDays.Of(date, from, days);
        if (CalendarDays.Of(Rounding.Whole(date - Changes.MonthDays), from, days) != before) return null;
        if (before == days) return "comes after the calendar even so";
        return InTranches(relief, supply) ? null : "is there from the first day as it is";
    }

    /// <summary>
    /// One more on hand, and every number of the order rule one higher: so it is one more for good, and not one that is
    /// not ordered again.
    /// </summary>
    private static Stock OneMore(Stock stock)
    {
        Value? More(Value? number) => number is null ? null : Changes.OneMore(number, number.Path, stock.At);
        return stock with
        {
            OnHand = Changes.OneMore(stock.OnHand, $"{stock.Path}.on-hand", stock.At),
            ReorderPoint = More(stock.ReorderPoint),
            OrderUpTo = More(stock.OrderUpTo),
        };
    }

    private static ImmutableArray<Joining> Earlier(ImmutableArray<Joining> joins, string name) => joins.With(
        joining => joining.Name == name, joining => joining with { When = Changes.MonthEarlier(joining.When) });

    private static Value? Earlier(Value? date) => date is null ? null : Changes.MonthEarlier(date);

    private static Value? DateOf(Relief relief, SupplyPlan supply, ReadinessPlan readiness) => relief switch
    {
        Relief.TeamsEarlier(var crew, var name) => readiness.Crews.First(each => each.Name == crew)
            .Joins.First(joining => joining.Name == name).When,
        Relief.MembersEarlier(var fleet, var name) => readiness.Fleets.First(each => each.Name == fleet)
            .Joins.First(joining => joining.Name == name).When,
        Relief.ShipmentEarlier(var name) => supply.Shipments.First(each => each.Name == name) is var shipment
            ? shipment.Arrives ?? shipment.Departs
            : null,
        Relief.ReleaseEarlier(var name) => supply.Releases.First(each => each.Name == name).Granted,
        _ => null,
    };

    /// <summary>The first may be there on the first day; those after it still come earlier.</summary>
    private static bool InTranches(Relief relief, SupplyPlan supply) => relief is Relief.ShipmentEarlier(var name)
        && supply.Shipments.First(each => each.Name == name).Tranches is not null;
}
