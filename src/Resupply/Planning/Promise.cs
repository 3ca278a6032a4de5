using Resupply.Values;

namespace Resupply.Planning;

/// <summary>
/// Something that the file says will come, and that could come on another day, or not at all. Closed: the cases below
/// are all there are.
/// </summary>
public abstract record Promise
{
    private Promise(string name) => Name = name;

    /// <summary>As the file calls it.</summary>
    public string Name { get; }

    public sealed record Shipment(string Name) : Promise(Name);

    public sealed record Release(string Name) : Promise(Name);

    /// <summary>What a line makes for an order.</summary>
    public sealed record Order(string Name) : Promise(Name);

    /// <summary>Teams that join a crew, or leave it.</summary>
    public sealed record Teams(string Crew, string Name, bool Leave) : Promise(Name);

    /// <summary>Members that join a fleet, or leave it.</summary>
    public sealed record Members(string Fleet, string Name, bool Leave) : Promise(Name);

    /// <summary>The day on which an order was agreed or requested.</summary>
    public sealed record Agreement(string Name) : Promise(Name);

    /// <summary>A sum that is drawn from an authority.</summary>
    public sealed record Package(string Authority, string Name) : Promise(Name);

    /// <summary>In the planner's words: "shipment november", "contractors of line".</summary>
    public string InWords => this switch
    {
        Shipment shipment => $"shipment {shipment.Name}",
        Release release => $"release {release.Name}",
        Order order => $"order {order.Name}",
        Agreement agreement => $"order {agreement.Name}",
        Teams teams => $"{teams.Name} of {teams.Crew}",
        Members members => $"{members.Name} of {members.Fleet}",
        Package package => $"{package.Name} of {package.Authority}",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Where it stands in the file.</summary>
    public string Path => this switch
    {
        Shipment shipment => $"shipments.{shipment.Name}",
        Release release => $"releases.{release.Name}",
        Order order => $"orders.{order.Name}",
        Agreement agreement => $"orders.{agreement.Name}.agreed",
        Teams teams => $"crews.{teams.Crew}.{Side(teams.Leave)}.{teams.Name}",
        Members members => $"fleets.{members.Fleet}.{Side(members.Leave)}.{members.Name}",
        Package package => $"authorities.{package.Authority}.packages.{package.Name}",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Side(bool leave) => leave ? "leaves" : "joins";
}

/// <summary>What becomes of a promise, all else and all draws as they were. Closed.</summary>
public abstract record Fate
{
    private Fate()
    {
    }

    /// <summary>What is still to come of it is no part of the plan; nobody asks about it.</summary>
    public sealed record Removed : Fate;

    /// <summary>So many days later, below 0 earlier; not before the first day.</summary>
    public sealed record Moved(int Days) : Fate;

    /// <summary>On exactly that day it arrives or departs, or is granted; null: never.</summary>
    public sealed record On(Day? Day) : Fate;
}
