using Resupply.Supply;

namespace Resupply.Readiness;

/// <summary>Stocks that readiness refers to and nobody declared: empty at the start.</summary>
public static class ReadinessStocks
{
    /// <summary>
    /// The supply plan with these stocks. They have no supplier, so nothing further follows from them; the suppliers
    /// of declared stocks are in the plan already.
    /// </summary>
    public static SupplyPlan AddTo(SupplyPlan supply, ReadinessPlan plan) =>
        supply.WithStocks(DrawnFrom(plan).Concat(Entered(plan)));

    private static IEnumerable<Stock> DrawnFrom(ReadinessPlan plan) =>
        plan.Fleets.SelectMany(fleet => fleet.Parts.Select(part => Stock.Empty(fleet.Site, part.Item, part.At)))
            .Concat(plan.Parts.SelectMany(part =>
                part.Removals.Select(removal => Stock.Empty(removal.Site, part.Item, removal.At))))
            .Concat(plan.Unserviceable.Select(units => Stock.Empty(units.Site, units.Item, units.At)));

    /// <summary>
    /// A place that sends every unit back has no stock of its own; one that keeps what it repaired has.
    /// </summary>
    private static IEnumerable<Stock> Entered(ReadinessPlan plan)
    {
        var homes = RepairRoutes.Homes(plan);
        return from part in plan.Parts
               from place in part.Places
               from home in homes[part.Item]
               select Stock.Empty(RepairRoutes.EntersAt(place, home), part.Item, place.At);
    }
}
