using Resupply.Language;
using Resupply.Simulation;
using Resupply.Supply;
using Resupply.Values;

namespace Resupply.Readiness;

/// <summary>The ways of removed units to places of repair and back, and the orders that replace them.</summary>
internal sealed class RouteCompiler(
    SupplyPlan plan, SupplyModel supply, OnceBuilder once, ulong seed, CrewChoices choices)
{
    /// <param name="home">The site of the removal.</param>
    /// <param name="of">What it is removed from, as a path: draws are its own.</param>
    public OriginModel OriginOf(Part part, string home, string of)
    {
        var path = $"items.{part.Item}";
        var homeStock = supply.StockAt(home, part.Item);

        // By name: which of them is drawn does not depend on where they stand in the file.
        var places = part.Places.OrderBy(place => place.Name, StringComparer.Ordinal).ToArray();
        return new OriginModel(
            Array.IndexOf(supply.Items, part.Item),
            homeStock,
            Stream($"{path}: failures of {of}"),
            [.. places.Select(place => RouteOf(part, place, home, homeStock))],
            places.Length > 1
                ? new DrawnPlace(
                    Stream($"{path}.repair: place"), [.. places.Select(place => once.Slot(place.Share))])
                : null,
            Chain(homeStock, null));
    }

    public StockOrders OrdersOf(StockModel stock)
    {
        if (stock.Supplier < 0 || stock.IsReplenished) return new StockOrders(-1, null, -1);
        var path = $"stocks.{supply.Sites[stock.Site]}.{supply.Items[stock.Item]}";
        var lane = stock.Lane < 0 ? null : plan.Lanes[stock.Lane];
        return new StockOrders(stock.Supplier, JourneyOver(lane, $"orders of {path}"), Limited(lane));
    }

    private RandomStream Stream(string path) => RandomStream.For(seed, path);

    private RouteModel RouteOf(Part part, RepairPlace place, string home, int homeStock)
    {
        var site = RepairRoutes.SiteOf(place, home);
        var isHere = site == home;
        var path = place.PathOf(part.Item);
        var there = isHere ? null : RepairRoutes.LaneThere(plan, place, home);
        var back = isHere ? null : RepairRoutes.LaneBack(plan, place, home);
        var stockThere = supply.StockAt(site, part.Item);
        var of = $"items.{part.Item}";
        return new RouteModel(
            Array.IndexOf(supply.Items, part.Item),
            Array.IndexOf(supply.Sites, site),
            back is null ? stockThere : homeStock,
            new WorkModel(choices.Of(place.Work.Crews), Drawn(place.Work.Takes)),
            JourneyOver(there, of),
            Limited(there),
            JourneyOver(back, of),
            Limited(back),
            once.Slot(place.Condemned),
            Stream($"{path}.condemned"),
            isHere ? [] : Chain(homeStock, site),
            isHere ? Chain(homeStock, null) : back is null ? Chain(stockThere, null) : []);
    }

    /// <summary>
    /// The stocks that order one each, from the first up to the site where the unit is repaired or to where nobody
    /// supplies.
    /// </summary>
    private int[] Chain(int first, string? until)
    {
        var chain = new List<int>();
        for (var at = first; at >= 0; at = supply.Stocks[at].Supplier)
        {
            var stock = supply.Stocks[at];
            if (supply.Sites[stock.Site] == until || stock.IsReplenished || stock.Supplier < 0) break;
            chain.Add(at);
        }

        return [.. chain];
    }

    private DrawnEachTime? Drawn(Value? takes) =>
        takes is null ? null : new DrawnEachTime(takes.Path, takes.Expression, Stream(takes.Path));

    private DrawnEachTime? JourneyOver(Lane? lane, string of) => lane?.Takes is not { } takes
        ? null
        : new DrawnEachTime(takes.Path, takes.Expression, Stream($"{takes.Path} for {of}"));

    private int Limited(Lane? lane) => lane?.Lift is null ? -1 : plan.Lanes.IndexOf(lane);
}
