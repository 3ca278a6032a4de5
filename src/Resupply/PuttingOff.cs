using System.Collections.Immutable;
using Resupply.Language;
using Resupply.Planning;
using Resupply.Readiness;

namespace Resupply;

/// <summary>A course of action that is chosen later: everything dated that it adds or changes comes later.</summary>
public static class PuttingOff
{
    /// <summary>What an option adds or changes that has a day of its own, in file order.</summary>
    public static ImmutableArray<Promise> Dated(Scenario option, Scenario without)
    {
        var before = DatesOf(without).ToDictionary(each => each.Date.Path, each => each.Date.Text);
        return
        [
            .. DatesOf(option)
                .Where(each => before.GetValueOrDefault(each.Date.Path) != each.Date.Text)
                .Select(each => each.Of).Distinct(),
        ];
    }

    /// <summary>The option with all of it so many days later.</summary>
    public static Scenario By(int days, ImmutableArray<Promise> dated, Scenario option) =>
        dated.Aggregate(option, (scenario, each) => Promises.With(each, new Fate.Moved(days), scenario));

    private static IEnumerable<(Promise Of, Value Date)> DatesOf(Scenario scenario) =>
    [
        .. from shipment in scenario.Supply.Shipments
           let date = shipment.Arrives ?? shipment.Departs
           where date is not null
           select ((Promise)new Promise.Shipment(shipment.Name), date),
        .. scenario.Supply.Releases.Select(each => ((Promise)new Promise.Release(each.Name), each.Granted)),
        .. from order in scenario.Production.Orders
           from date in (Value?[])[order.Agreed, order.Requested]
           where date is not null
           select ((Promise)new Promise.Agreement(order.Name), date),
        .. scenario.Readiness.Crews.SelectMany(crew => Changing(
            crew.Joins, crew.Leaves, (name, leave) => new Promise.Teams(crew.Name, name, leave))),
        .. scenario.Readiness.Fleets.SelectMany(fleet => Changing(
            fleet.Joins, fleet.Leaves, (name, leave) => new Promise.Members(fleet.Name, name, leave))),
        .. from authority in scenario.Supply.Authorities
           from package in authority.Packages
           select ((Promise)new Promise.Package(authority.Name, package.Name), package.When),
    ];

    private static IEnumerable<(Promise Of, Value Date)> Changing(
        ImmutableArray<Joining> joins, ImmutableArray<Joining> leaves, Func<string, bool, Promise> promise) =>
        joins.Select(each => (promise(each.Name, false), each.When))
            .Concat(leaves.Select(each => (promise(each.Name, true), each.When)));
}
