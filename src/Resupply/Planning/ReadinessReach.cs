using Resupply.Readiness;
using Resupply.Supply;

namespace Resupply.Planning;

/// <summary>
/// What can make a difference to some fleets: whatever leads to them through items, crews, lanes whose lift is limited,
/// and money. All draws are by path, so what does not lead to them changes no byte of their answers, and need not be
/// run.
/// </summary>
public sealed class ReadinessReach
{
    private readonly SupplyPlan supply;
    private readonly ReadinessPlan readiness;
    private readonly HashSet<string> reached;
    private readonly ILookup<string, string> homes;

    public ReadinessReach(SupplyPlan supply, ReadinessPlan readiness, IEnumerable<string> fleets)
    {
        (this.supply, this.readiness) = (supply, readiness);
        homes = RepairRoutes.Homes(readiness);
        reached = [.. fleets.Select(Fleet)];
        var joints = Joints().ToList();
        while (joints.RemoveAll(Reach) > 0)
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
        Relief.ShipmentEarlier shipment => reached.Contains(Shipment(shipment.Shipment)),
        Relief.ReleaseEarlier(var release) => supply.Shipments.Any(
            shipment => shipment.Needs == release && reached.Contains(Shipment(shipment.Name))),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The plan without needs and shipments that make no difference: they need not be played.</summary>
    public SupplyPlan Within() => supply with
    {
        Demands = [.. supply.Demands.Where(
            demand => demand.ServedBy.Any(service => reached.Contains(Item(service.Item))))],
        Shipments = [.. supply.Shipments.Where(shipment => reached.Contains(Shipment(shipment.Name)))],
    };

    private static string Fleet(string name) => $"fleets.{name}";

    private static string Item(string name) => $"items.{name}";

    private static string Crew(string name) => $"crews.{name}";

    private static string Shipment(string name) => $"shipments.{name}";

    private bool Reach(Joint joint)
    {
        if (!joint.Effects.Any(reached.Contains)) return false;
        reached.UnionWith(joint.Causes);
        return true;
    }

    private IEnumerable<Joint> Joints() =>
    [
        .. readiness.Fleets.Select(JointOf),
        .. readiness.Parts.Select(JointOf),
        .. supply.Demands.Select(
            demand => Joint.Mutual([.. demand.ServedBy.Select(service => Item(service.Item))])),
        .. supply.Stocks.Select(JointOf),
        .. supply.Shipments.SelectMany(JointsOf),
    ];

    private static Joint JointOf(Fleet fleet) => Joint.Mutual(
    [
        Fleet(fleet.Name),
        .. fleet.Parts.Select(part => Item(part.Item)),
        .. fleet.Inspections.SelectMany(inspection => inspection.Work.Crews).Select(Crew),
        .. fleet.Upkeep is { } upkeep ? upkeep.Work.Crews.Select(Crew) : [],
    ]);

    private Joint JointOf(Part part) => Joint.Mutual(
    [
        Item(part.Item),
        .. part.Places.SelectMany(place => place.Work.Crews).Select(Crew),
        .. part.Replace is { } replace ? replace.Crews.Select(Crew) : [],
        .. from place in part.Places
           from home in homes[part.Item]
           from lane in (Lane?[])[
               RepairRoutes.LaneThere(supply, place, home), RepairRoutes.LaneBack(supply, place, home)]
           from limited in Limited(lane)
           select limited,
    ]);

    private Joint JointOf(Stock stock) => Joint.Mutual(
    [
        Item(stock.Item),
        .. Limited(stock.FromSite is { } from
            ? SupplyNetwork.LaneBetween(supply, from, stock.Site, stock.Via)
            : null),
    ]);

    /// <summary>What it brings is no cause of it, unless it is drawn from a stock that may run low.</summary>
    private IEnumerable<Joint> JointsOf(Shipment shipment)
    {
        string[] items = [.. shipment.Contents.Select(content => Item(content.Item))];
        string[] itself = [Shipment(shipment.Name)];
        string[] others =
        [
            .. shipment.FundedBy is { } authority ? [$"authorities.{authority}"] : (string[])[],
            .. Limited(shipment.Departs is null ? null : SupplyNetwork.LaneOf(supply, shipment)),
        ];
        yield return new Joint(Effects: items, Causes: itself);
        yield return Joint.Mutual([.. itself, .. others, .. shipment.From is null ? [] : items]);
    }

    /// <summary>Who shares a lane waits for one another only where its lift is limited.</summary>
    private static string[] Limited(Lane? lane) => lane?.Lift is null ? [] : [$"lanes.{lane.Name}"];

    /// <summary>Where one of the effects matters, all of the causes do.</summary>
    private sealed record Joint(string[] Effects, string[] Causes)
    {
        public static Joint Mutual(string[] things) => new(things, things);
    }
}
