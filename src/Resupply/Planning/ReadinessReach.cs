using Resupply.Readiness;
using Resupply.Supply;

namespace Resupply.Planning;

/// <summary>
/// What can make a difference to some fleets: whatever is joined to them through items, crews, lanes whose lift is
/// limited, and money. What is not joined draws nothing else and waits for nothing else, so it changes no byte of their
/// answers and need not be run.
/// </summary>
public sealed class ReadinessReach
{
    private readonly SupplyPlan supply;
    private readonly ReadinessPlan readiness;
    private readonly HashSet<string> reached;

    public ReadinessReach(SupplyPlan supply, ReadinessPlan readiness, IEnumerable<string> fleets)
    {
        (this.supply, this.readiness) = (supply, readiness);
        reached = [.. fleets.Select(Fleet)];
        var joints = Joints().ToList();
        while (joints.RemoveAll(joint => joint.Any(reached.Contains) && Reach(joint)) > 0)
        {
        }
    }

    /// <summary>Whether it may make a difference.</summary>
    public bool Has(Relief relief) => relief switch
    {
        Relief.Spare spare => reached.Contains(Item(spare.Item)),
        Relief.Team team => reached.Contains(Crew(team.Crew)),
        Relief.TeamsEarlier teams => reached.Contains(Crew(teams.Crew)),
        Relief.MembersEarlier members => reached.Contains(Fleet(members.Fleet)),
        Relief.ShipmentEarlier(var name) => supply.Shipments.Any(each => each.Name == name && IsReached(each)),
        Relief.ReleaseEarlier(var name) => supply.Shipments.Any(each => each.Needs == name && IsReached(each)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Fleet(string name) => $"fleets.{name}";

    private static string Item(string name) => $"items.{name}";

    private static string Crew(string name) => $"crews.{name}";

    private bool IsReached(Shipment shipment) => JointOf(shipment).Any(reached.Contains);

    private bool Reach(string[] joint)
    {
        reached.UnionWith(joint);
        return true;
    }

    /// <summary>Each names things that act on one another.</summary>
    private IEnumerable<string[]> Joints() =>
    [
        .. readiness.Fleets.Select(JointOf),
        .. readiness.Parts.Select(JointOf),
        .. supply.Shipments.Select(JointOf),
        .. supply.Demands.Select(demand => demand.ServedBy.Select(service => Item(service.Item)).ToArray()),
        .. supply.Stocks.Select(JointOf),
    ];

    private static string[] JointOf(Fleet fleet) =>
    [
        Fleet(fleet.Name),
        .. fleet.Parts.Select(part => Item(part.Item)),
        .. fleet.Inspections.SelectMany(inspection => inspection.Work.Crews).Select(Crew),
        .. fleet.Upkeep is { } upkeep ? upkeep.Work.Crews.Select(Crew) : [],
    ];

    private string[] JointOf(Part part) =>
    [
        Item(part.Item),
        .. part.Places.SelectMany(place => place.Work.Crews).Select(Crew),
        .. part.Replace is { } replace ? replace.Crews.Select(Crew) : [],
        .. from place in part.Places
           from home in RepairRoutes.HomesOf(readiness, part.Item)
           from lane in (Lane?[])[
               RepairRoutes.LaneThere(supply, place, home), RepairRoutes.LaneBack(supply, place, home)]
           from limited in Limited(lane)
           select limited,
    ];

    private string[] JointOf(Shipment shipment) =>
    [
        .. shipment.Contents.Select(content => Item(content.Item)),
        .. shipment.FundedBy is { } authority ? [$"authorities.{authority}"] : (string[])[],
        .. Limited(shipment.Departs is null ? null : SupplyNetwork.LaneOf(supply, shipment)),
    ];

    private string[] JointOf(Stock stock) =>
    [
        Item(stock.Item),
        .. Limited(stock.FromSite is { } from
            ? SupplyNetwork.LaneBetween(supply, from, stock.Site, stock.Via)
            : null),
    ];

    /// <summary>Who shares a lane waits for one another only where its lift is limited.</summary>
    private static string[] Limited(Lane? lane) => lane?.Lift is null ? [] : [$"lanes.{lane.Name}"];
}
