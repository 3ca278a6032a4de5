using Resupply.Values;

namespace Resupply.Readiness;

/// <summary>
/// A readiness plan made ready to run: names are indexes, values are slots among those drawn once (-1: not stated),
/// days count from the calendar's first.
/// </summary>
/// <param name="Origins">Where units are removed: a kind of part of a group of members, a stream, a stock.</param>
/// <param name="Choices">Lists of crews that may do a job; each list once.</param>
/// <param name="UsesStock">By stock: parts are taken from it or enter it at any time of the day.</param>
/// <param name="MeetsSupply">Supply brings to such a stock, takes from it, or has a lane in common.</param>
public sealed record ReadinessModel(
    int Days,
    FleetModel[] Fleets,
    GroupModel[] Groups,
    CrewModel[] Crews,
    CrewChoice[] Choices,
    OriginModel[] Origins,
    RemovalModel[] Removals,
    UnserviceableModel[] Unserviceable,
    StockOrders[] Orders,
    bool[] UsesStock,
    bool MeetsSupply)
{
    public bool IsEmpty => Fleets.Length + Crews.Length + Removals.Length + Unserviceable.Length == 0;
}

/// <summary>A value drawn each time, in days or hours as its path says.</summary>
public sealed record DrawnEachTime(string Path, Expression Expression, RandomStream Stream);

/// <param name="Operates">The slot of the duty cycle; -1: all the time.</param>
/// <param name="Places">The places for parts that a member has, in the order of the file.</param>
/// <param name="Losses">The slot of losses per 30.4375 d; -1: none.</param>
/// <param name="Groups">The members at the start, then one group for each joining.</param>
public sealed record FleetModel(
    int Index,
    string Name,
    int Site,
    int Operates,
    PartPlace[] Places,
    MissingModel[] Missing,
    InspectionModel[] Inspections,
    UpkeepModel? Upkeep,
    int[] Groups,
    DatedChange[] Joins,
    DatedChange[] Leaves,
    int Losses,
    RandomStream LossTimes,
    RandomStream LossMembers,
    bool Cannibalizes);

/// <summary>One place for a part on a member of a fleet.</summary>
/// <param name="Kind">Which of the fleet's kinds of part it takes.</param>
/// <param name="Ordinal">Among the places of its kind.</param>
/// <param name="Stock">Where a spare comes from.</param>
/// <param name="Fitting">The work of fitting; null: none.</param>
public sealed record PartPlace(int Kind, int Ordinal, int Item, int Stock, bool AgesAlways, WorkModel? Fitting);

/// <param name="Slot">How many members start without one of this kind.</param>
public sealed record MissingModel(int Kind, int Slot);

/// <summary>Work that one team does.</summary>
/// <param name="Choice">Which list of crews; -1: never short.</param>
/// <param name="Takes">Working time; null: none.</param>
public sealed record WorkModel(int Choice, DrawnEachTime? Takes);

/// <param name="Every">The slot of the operating time between two.</param>
public sealed record InspectionModel(string Name, int Every, DrawnEachTime? Since, WorkModel Work);

/// <param name="PerHour">The slot of the working time for an hour of operating, days.</param>
public sealed record UpkeepModel(int PerHour, int Choice);

/// <summary>Members that came together: their draws are their own.</summary>
/// <param name="Size">The slot of their number.</param>
/// <param name="Origins">By kind of part: where its removals stand among the origins.</param>
/// <param name="Lives">By kind of part; null: it never fails.</param>
/// <param name="Ages">By kind of part, of the units fitted at the start; null: new.</param>
/// <param name="Draws">Makes a number of its own of each inspection of each member.</param>
public sealed record GroupModel(
    int Index, int Fleet, int Size, int[] Origins, DrawnEachTime?[] Lives, DrawnEachTime?[] Ages, RandomStream Draws);

/// <summary>A number that comes or goes on a day, both slots.</summary>
/// <param name="Group">The members that join; -1 for teams and for those that leave.</param>
public sealed record DatedChange(int When, int Number, int Group = -1);

/// <param name="Works">The slot of the share of a day, from 08:00; -1: around the clock.</param>
public sealed record CrewModel(
    int Index, string Name, int Teams, int Works, DatedChange[] Joins, DatedChange[] Leaves, int[] Choices);

/// <summary>Crews that may do a job, the first free of them does.</summary>
public sealed record CrewChoice(int[] Crews);

/// <summary>Where units of one item are removed, and where they go from there.</summary>
/// <param name="Failures">Makes a number of its own of each failure, whatever the replication.</param>
/// <param name="Routes">One for each place of repair; none: the unit is discarded.</param>
/// <param name="OrdersOfDiscarded">The stocks that order one where a unit is discarded.</param>
public sealed record OriginModel(
    int Item, int HomeStock, RandomStream Failures, RouteModel[] Routes, DrawnPlace? Place, int[] OrdersOfDiscarded);

/// <summary>The place of repair is drawn by these shares (slots).</summary>
public sealed record DrawnPlace(RandomStream Stream, int[] Shares);

/// <summary>The way of a unit from its removal at one site through one place of repair.</summary>
/// <param name="ReturnStock">The stock that it enters once repaired.</param>
/// <param name="There">The journey; null: none.</param>
/// <param name="LaneThere">The lane, where its lift is limited; else -1.</param>
/// <param name="Condemned">The slot of the probability; -1: never.</param>
/// <param name="OrdersAtRemoval">The stocks that order one when a unit leaves for this place.</param>
/// <param name="OrdersAtCondemnation">The stocks that order one when a unit is condemned there.</param>
public sealed record RouteModel(
    int Item,
    int Site,
    int ReturnStock,
    WorkModel Work,
    DrawnEachTime? There,
    int LaneThere,
    DrawnEachTime? Back,
    int LaneBack,
    int Condemned,
    RandomStream CondemnedStream,
    int[] OrdersAtRemoval,
    int[] OrdersAtCondemnation);

/// <summary>Removals without a fleet.</summary>
/// <param name="Rate">The slot of the removals a day.</param>
public sealed record RemovalModel(string Path, int Origin, int Stock, int Rate, RandomStream Times);

/// <summary>Units that start in the queue for repair.</summary>
/// <param name="Count">The slot of their number.</param>
public sealed record UnserviceableModel(int Origin, int Count);

/// <summary>How a stock orders one unit for one that has left.</summary>
/// <param name="Supplier">The stock that it orders from; -1: it orders none so.</param>
/// <param name="Journey">From the supplier; null: no time.</param>
/// <param name="Lane">The lane, where its lift is limited; else -1.</param>
public sealed record StockOrders(int Supplier, DrawnEachTime? Journey, int Lane);
