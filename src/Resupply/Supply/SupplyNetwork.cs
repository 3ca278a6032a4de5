using System.Collections.Immutable;

namespace Resupply.Supply;

/// <summary>Which lane joins two sites, and who supplies whom.</summary>
public static class SupplyNetwork
{
    /// <summary>The lanes between two sites; the one named, where one is.</summary>
    public static ImmutableArray<Lane> LanesBetween(SupplyPlan plan, string from, string to, string? via) =>
        [.. plan.Lanes.Where(lane => lane.From == from && lane.To == to && (via is null || lane.Name == via))];

    /// <summary>The lane left out is the one declared between the sites; none: no time.</summary>
    public static Lane? LaneBetween(SupplyPlan plan, string from, string to, string? via) =>
        LanesBetween(plan, from, to, via).FirstOrDefault();

    /// <summary>The lane a shipment leaves over.</summary>
    public static Lane? LaneOf(SupplyPlan plan, Shipment shipment) => shipment.Via is { } via
        ? plan.Lanes.FirstOrDefault(lane => lane.Name == via)
        : shipment.From is { } from ? LaneBetween(plan, from, shipment.To, null) : null;

    /// <summary>
    /// How many stocks supply one another below each stock, at most: 0 for those that supply nobody. A stock in
    /// a circle has none; the checks refuse circles first.
    /// </summary>
    public static Dictionary<StockPlace, int> Depths(SupplyPlan plan)
    {
        var depths = plan.Stocks.ToDictionary(stock => stock.Place, _ => 0);
        for (var round = 0; round < plan.Stocks.Length; round++)
        {
            var changed = false;
            foreach (var stock in plan.Stocks)
            {
                if (stock.FromSite is not { } supplier) continue;
                var above = stock.Place with { Site = supplier };
                if (depths[above] > depths[stock.Place]) continue;
                depths[above] = depths[stock.Place] + 1;
                changed = true;
            }

            if (!changed) break;
        }

        return depths;
    }
}
