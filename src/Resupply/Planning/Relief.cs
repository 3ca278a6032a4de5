namespace Resupply.Planning;

/// <summary>
/// One thing a planner could have one more of, or a month sooner: what it is worth shows what is short. Closed: the
/// cases below are all there are.
/// </summary>
public abstract record Relief
{
    private Relief()
    {
    }

    /// <summary>One more unit of a part, in a stock that members are served from; its order rule is lifted with
    /// it.</summary>
    public sealed record Spare(string Site, string Item) : Relief;

    /// <summary>One more team of a crew, from the first day on.</summary>
    public sealed record Team(string Crew) : Relief;

    /// <summary>Teams that join a crew come earlier.</summary>
    public sealed record TeamsEarlier(string Crew, string Joining) : Relief;

    /// <summary>Members that join a fleet come earlier.</summary>
    public sealed record MembersEarlier(string Fleet, string Joining) : Relief;

    public sealed record ShipmentEarlier(string Shipment) : Relief;

    /// <summary>What waits for a release may go earlier.</summary>
    public sealed record ReleaseEarlier(string Release) : Relief;

    /// <summary>In the planner's words: "one more radar at base".</summary>
    public string Name => this switch
    {
        Spare spare => $"one more {spare.Item} at {spare.Site}",
        Team team => $"one more team of {team.Crew}",
        TeamsEarlier teams => $"{teams.Joining} of {teams.Crew} a month earlier",
        MembersEarlier members => $"{members.Joining} of {members.Fleet} a month earlier",
        ShipmentEarlier shipment => $"shipment {shipment.Shipment} a month earlier",
        ReleaseEarlier release => $"release {release.Release} a month earlier",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>What it changes, by its path in the file; of a shipment, whichever of its days is stated.</summary>
    public string Path => this switch
    {
        Spare spare => $"stocks.{spare.Site}.{spare.Item}.on-hand",
        Team team => $"crews.{team.Crew}.teams",
        TeamsEarlier teams => $"crews.{teams.Crew}.joins.{teams.Joining}.when",
        MembersEarlier members => $"fleets.{members.Fleet}.joins.{members.Joining}.when",
        ShipmentEarlier shipment => $"shipments.{shipment.Shipment}",
        ReleaseEarlier release => $"releases.{release.Release}.granted",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
