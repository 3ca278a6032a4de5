using Resupply.Production;
using Resupply.Supply;
using Resupply.Values;

namespace Resupply.Planning;

/// <summary>On what stocks, needs, shipments and money depend.</summary>
internal sealed partial class ReachSearch
{
    private static bool IsOfNeed(string key) =>
        key is "per-day" or "arrivals" or "size" or "series" or "share" or "level" or "weekly";

    private void LookAtDemand(string name)
    {
        var demand = Supply.Demands.First(each => each.Name == name);
        var competes = Supply.Demands.Any(other => other.Name != name && other.Site == demand.Site
            && other.ServedBy.Any(by => demand.ServedBy.Any(own => own.Item == by.Item)));
        Own($"demands.{name}", key => !IsOfNeed(key) && key != "used" && (key != "priority" || competes));
        See(Kind.Need, name);
        foreach (var service in demand.ServedBy)
        {
            foreach (var rule in RulesFor(demand, service.Item)) Own($"restrictions.{rule.Name}");
            if (!IsBarred(demand, service.Item)) SeeStock(demand.Site, service.Item);
        }
    }

    private void LookAtNeed(string name) => Own($"demands.{name}", IsOfNeed);

    private IEnumerable<Restriction> RulesFor(Demand demand, string item) => Supply.Restrictions.Where(
        rule => rule.Items.Contains(item) && rule.NotFor.Contains(demand.Purpose ?? ""));

    /// <summary>It does not serve through the question's last day, whatever is drawn.</summary>
    private bool IsBarred(Demand demand, string item) => !onAnyDay && RulesFor(demand, item).Any(
        rule => Rounding.Whole(Lowest(rule.Until)) >= last.Number);

    private void LookAtStock(string name)
    {
        var stock = Supply.Stocks.First(each => $"{each.Site}.{each.Item}" == name);
        Own($"stocks.{name}", key => key is not ("floor" or "unserviceable"));
        Own($"counts.{name}");
        foreach (var demand in Supply.Demands.Where(each => each.Site == stock.Site)) SeeDemand(demand, stock);
        foreach (var shipment in Supply.Shipments.Where(Carries))
        {
            if (shipment.To == stock.Site) SeeArrival(shipment);
            if (shipment.From == stock.Site) SeeDeparture(shipment);
            if (shipment.To == stock.Site || shipment.From == stock.Site) OwnReceipts(shipment);
        }

        if (stock.FromSite is { } supplier)
        {
            SeeStock(supplier, stock.Item);
            SeeLane(SupplyNetwork.LaneBetween(Supply, supplier, stock.Site, stock.Via));
        }

        foreach (var below in Supply.Stocks.Where(each => each.FromSite == stock.Site && each.Item == stock.Item))
            SeeStock(below.Site, below.Item);
        SeeProduction(stock);
        SeeReadiness(stock);
        bool Carries(Shipment shipment) => shipment.Contents.Any(content => content.Item == stock.Item);
    }

    /// <summary>Who takes from it, or waits for it: that counts as a want of the first that may serve.</summary>
    private void SeeDemand(Demand demand, Stock stock)
    {
        if (demand.ServedBy.All(service => service.Item != stock.Item)) return;
        Own($"demands.{demand.Name}", key => key == "used");
        foreach (var rule in RulesFor(demand, stock.Item)) Own($"restrictions.{rule.Name}");
        if (IsBarred(demand, stock.Item) && !(demand.Waits && demand.ServedBy[0].Item == stock.Item)) return;
        See(Kind.Demand, demand.Name);
    }

    private void SeeDeparture(Shipment shipment) =>
        See(MayLeave(shipment) ? Kind.Departure : Kind.DepartureDay, shipment.Name);

    private void SeeArrival(Shipment shipment) =>
        See(MayArrive(shipment) ? Kind.Arrival : Kind.ArrivalDay, shipment.Name);

    private bool MayLeave(Shipment shipment) => shipment.Past is not null || IsBy(LeavesFrom(shipment));

    private bool MayArrive(Shipment shipment) => shipment.Past is not null
        || IsBy(LeavesFrom(shipment) + Math.Floor(Math.Max(0, Lowest(LaneOf(shipment)?.Takes))));

    /// <summary>The earliest day on which its first tranche may leave, or come where it has only an arrival.</summary>
    private double LeavesFrom(Shipment shipment)
    {
        var release = Supply.Releases.FirstOrDefault(each => each.Name == shipment.Needs);
        return Math.Max(Lowest(shipment.Departs ?? shipment.Arrives), Lowest(release?.Granted));
    }

    private Lane? LaneOf(Shipment shipment) =>
        shipment.Departs is null ? null : SupplyNetwork.LaneOf(Supply, shipment);

    private void LookAtDepartureDay(string name)
    {
        Own($"shipments.{name}", key => key is "departs" or "arrives");
        if (Supply.Shipments.First(each => each.Name == name).Needs is { } release) See(Kind.Release, release);
    }

    private void LookAtDeparture(string name)
    {
        var shipment = Supply.Shipments.First(each => each.Name == name);
        Own($"shipments.{name}", key => key != "lost-on-the-way");
        if (shipment.Needs is { } release) See(Kind.Release, release);
        if (shipment.Past is not null && LaneOf(shipment) is { } lane) See(Kind.Journey, lane.Name);
        foreach (var content in shipment.Contents)
        {
            if (shipment.FundedBy is not null) Own($"items.{content.Item}", key => key == "price");
            if (shipment.From is not { } donor) continue;
            SeeStock(donor, content.Item);
            Own($"stocks.{donor}.{content.Item}", key => key == "floor");
        }

        if (shipment.FundedBy is { } authority) See(Kind.Authority, authority);
    }

    private void LookAtArrivalDay(string name)
    {
        See(Kind.DepartureDay, name);
        if (LaneOf(Supply.Shipments.First(each => each.Name == name)) is { } lane) See(Kind.Journey, lane.Name);
    }

    private void LookAtArrival(string name)
    {
        See(Kind.Departure, name);
        Own($"shipments.{name}", key => key == "lost-on-the-way");
        SeeLane(LaneOf(Supply.Shipments.First(each => each.Name == name)));
    }

    /// <summary>What came says also that it was granted.</summary>
    private void LookAtRelease(string name)
    {
        Own($"releases.{name}");
        foreach (var shipment in Supply.Shipments.Where(each => each.Needs == name)) OwnReceipts(shipment);
        foreach (var order in map.Production.Orders.Where(each => each.Needs == name)) OwnReceipts(order);
    }

    private void OwnReceipts(Shipment shipment)
    {
        Own($"shipments.{shipment.Name}", key => key == "received");
        if (shipment.Past is not null && LaneOf(shipment) is { } lane) See(Kind.Journey, lane.Name);
    }

    private void OwnReceipts(Order order) => Own($"orders.{order.Name}", key => key == "received");

    private void LookAtAuthority(string name)
    {
        var authority = Supply.Authorities.First(each => each.Name == name);
        var late = authority.Packages.Where(package => !MayCome(package.When))
            .Select(package => package.Amount.Path).ToHashSet();
        foreach (var value in map.Of($"authorities.{name}").Where(value => !late.Contains(value.Path))) Reach(value);
        foreach (var shipment in Supply.Shipments.Where(each => each.FundedBy == name)) SeeDeparture(shipment);
    }

    private void SeeLane(Lane? lane)
    {
        if (lane is null) return;
        See(Kind.Journey, lane.Name);
        if (lane.Lift is not null) See(Kind.Queue, lane.Name);
    }

    /// <summary>Where the lift is limited, all who ask for it wait for one another.</summary>
    private void LookAtQueue(string name)
    {
        Own($"lanes.{name}", key => key == "lift");
        foreach (var shipment in Supply.Shipments.Where(each => LaneOf(each)?.Name == name)) SeeDeparture(shipment);
        foreach (var stock in Supply.Stocks)
        {
            if (stock.FromSite is { } from
                && SupplyNetwork.LaneBetween(Supply, from, stock.Site, stock.Via)?.Name == name)
                SeeStock(stock.Site, stock.Item);
        }

        foreach (var order in map.Production.Orders.Where(each => LaneOf(each)?.Name == name)) SeeLeaving(order);
        foreach (var repair in map.Repairs.Where(each => LanesOf(each).Any(lane => lane?.Name == name)))
            See(Kind.Repair, repair.Name);
    }
}
