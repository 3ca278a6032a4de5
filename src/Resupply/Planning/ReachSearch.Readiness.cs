using Resupply.Production;
using Resupply.Readiness;
using Resupply.Supply;

namespace Resupply.Planning;

/// <summary>On what fleets, spares, repairs, crews and lines depend.</summary>
internal sealed partial class ReachSearch
{
    private void LookAtFleet(string name)
    {
        var fleet = map.Readiness.Fleets.First(each => each.Name == name);
        Own($"fleets.{name}", key => key is not ("joins" or "leaves"));
        OwnJoinings($"fleets.{name}", fleet.Joins, "joins");
        OwnJoinings($"fleets.{name}", fleet.Leaves, "leaves");
        foreach (var part in fleet.Parts)
        {
            See(Kind.Part, part.Item);
            SeeStock(fleet.Site, part.Item);
        }

        See(Kind.Crew, CrewsOf(fleet));
    }

    /// <summary>Whom its own work asks for, fitting included.</summary>
    private IEnumerable<string> CrewsOf(Fleet fleet) =>
    [
        .. fleet.Inspections.SelectMany(inspection => inspection.Work.Crews),
        .. fleet.Upkeep is { } upkeep ? upkeep.Work.Crews : [],
        .. map.Readiness.Parts.Where(part => fleet.Parts.Any(fitted => fitted.Item == part.Item))
            .SelectMany(part => part.Replace?.Crews ?? []),
    ];

    /// <summary>How it lives and is repaired; whom that takes and when is a matter of the repairs.</summary>
    private void LookAtPart(string item)
    {
        things.Add($"items.{item}");
        Own($"items.{item}", key => key != "price");
    }

    private void SeeReadiness(Stock stock)
    {
        foreach (var fleet in map.Readiness.Fleets.Where(each => each.Parts.Any(part => part.Item == stock.Item)))
        {
            if (Above(fleet.Site, stock.Item).Contains(stock.Site)) See(Kind.Fleet, fleet.Name);
        }

        foreach (var part in map.Readiness.Parts.Where(each => each.Item == stock.Item))
        {
            if (part.Removals.Any(removal => Above(removal.Site, stock.Item).Contains(stock.Site)))
                See(Kind.Part, part.Item);
        }

        foreach (var repair in map.Repairs.Where(each => each.Part.Item == stock.Item && MeetsStock(each, stock.Site)))
            See(Kind.Repair, repair.Name);
    }

    /// <summary>Repaired units enter the stock at that site, or the removal or condemnation of one makes it
    /// order.</summary>
    private bool MeetsStock(ReachMap.Repair repair, string site) =>
        RepairRoutes.EntersAt(repair.Place, repair.Home) == site
        || Above(repair.Home, repair.Part.Item).Contains(site)
        || Above(RepairRoutes.SiteOf(repair.Place, repair.Home), repair.Part.Item).Contains(site);

    /// <summary>The site itself, who supplies it, who supplies that, and so on.</summary>
    private IEnumerable<string> Above(string site, string item)
    {
        for (var at = site; at is not null;
            at = Supply.Stocks.FirstOrDefault(stock => stock.Site == at && stock.Item == item)?.FromSite)
            yield return at;
    }

    private void LookAtRepair(ReachMap.Repair repair)
    {
        See(Kind.Part, repair.Part.Item);
        See(Kind.Crew, repair.Place.Work.Crews);
        foreach (var lane in LanesOf(repair)) SeeLane(lane);
        Own($"stocks.{repair.Home}.{repair.Part.Item}", key => key == "unserviceable");
        foreach (var fleet in map.Readiness.Fleets.Where(
            each => each.Site == repair.Home && each.Parts.Any(part => part.Item == repair.Part.Item)))
            See(Kind.Fleet, fleet.Name);
    }

    private IEnumerable<Lane?> LanesOf(ReachMap.Repair repair) =>
    [
        RepairRoutes.LaneThere(Supply, repair.Place, repair.Home),
        RepairRoutes.LaneBack(Supply, repair.Place, repair.Home),
    ];

    /// <summary>First come, first served over everything that asks.</summary>
    private void LookAtCrew(string name)
    {
        var crew = map.Readiness.Crews.First(each => each.Name == name);
        Own($"crews.{name}", key => key is not ("joins" or "leaves"));
        OwnJoinings($"crews.{name}", crew.Joins, "joins");
        OwnJoinings($"crews.{name}", crew.Leaves, "leaves");
        foreach (var fleet in map.Readiness.Fleets.Where(each => CrewsOf(each).Contains(name)))
            See(Kind.Fleet, fleet.Name);
        foreach (var repair in map.Repairs.Where(each => each.Place.Work.Crews.Contains(name)))
            See(Kind.Repair, repair.Name);
    }

    private void SeeProduction(Stock stock)
    {
        foreach (var line in map.Production.Lines.Where(each => each.Item == stock.Item))
        {
            if (line.Site == stock.Site) See(Kind.Line, line.Name);
            foreach (var order in map.Production.Orders.Where(
                each => each.Line == line.Name && each.To == stock.Site))
                See(Kind.Order, order.Name);
        }
    }

    /// <summary>Who gets what of its output: all orders of a line stand in one queue.</summary>
    private void LookAtLine(string name)
    {
        var line = map.Production.Lines.First(each => each.Name == name);
        Own($"lines.{name}");
        foreach (var order in map.Production.Orders.Where(each => each.Line == name))
        {
            Own($"orders.{order.Name}", key => key switch
            {
                "due" => line.Sequence == Sequence.Due,
                "priority" => line.Sequence == Sequence.Priority,
                _ => true,
            });
        }
    }

    private void LookAtOrder(string name)
    {
        var order = map.Production.Orders.First(each => each.Name == name);
        SeeLeaving(order);
        SeeLane(LaneOf(order));
    }

    private void SeeLeaving(Order order)
    {
        See(Kind.Line, order.Line);
        if (order.Needs is { } release) See(Kind.Release, release);
    }

    private Lane? LaneOf(Order order) =>
        OrderRoutes.LaneOf(Supply, map.Production.Lines.First(line => line.Name == order.Line), order);
}
