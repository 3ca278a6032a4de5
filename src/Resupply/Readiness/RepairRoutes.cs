using Resupply.Supply;

namespace Resupply.Readiness;

/// <summary>Where a removed unit is repaired, and which lanes lead there and back.</summary>
public static class RepairRoutes
{
    /// <summary>The site of a place of repair; `here` is the site of the removal.</summary>
    /// <param name="home">The site that sends the unit.</param>
    public static string SiteOf(RepairPlace place, string home) => place.Site ?? home;

    /// <summary>
    /// The lane there: the one named, else the one declared between the two sites; null where there is no journey,
    /// or it takes no time.
    /// </summary>
    public static Lane? LaneThere(SupplyPlan supply, RepairPlace place, string home)
    {
        var site = SiteOf(place, home);
        if (site == home) return null;
        return place.Via is { } via
            ? LaneNamed(supply, via)
            : SupplyNetwork.LaneBetween(supply, home, site, null);
    }

    /// <summary>The lane back; null where the unit stays at the place, or is at home there.</summary>
    public static Lane? LaneBack(SupplyPlan supply, RepairPlace place, string home) =>
        place.Back is { } back && SiteOf(place, home) != home ? LaneNamed(supply, back) : null;

    /// <summary>The stock that a repaired unit enters: at the place, or with a way back that of its home.</summary>
    public static string EntersAt(RepairPlace place, string home) =>
        place.Back is null ? SiteOf(place, home) : home;

    /// <summary>
    /// By item the sites that send units of it to repair: of fleets that carry it, of removals and of units that are
    /// unserviceable at the start; each once, in file order.
    /// </summary>
    public static ILookup<string, string> Homes(ReadinessPlan plan) =>
        plan.Fleets.SelectMany(fleet => fleet.Parts.Select(part => new StockPlace(fleet.Site, part.Item)))
            .Concat(plan.Parts.SelectMany(part =>
                part.Removals.Select(removal => new StockPlace(removal.Site, part.Item))))
            .Concat(plan.Unserviceable.Select(units => new StockPlace(units.Site, units.Item)))
            .Distinct()
            .ToLookup(home => home.Item, home => home.Site);

    private static Lane? LaneNamed(SupplyPlan supply, string name) =>
        supply.Lanes.FirstOrDefault(lane => lane.Name == name);
}
