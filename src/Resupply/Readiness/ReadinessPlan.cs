using System.Collections.Immutable;
using Resupply.Language;

namespace Resupply.Readiness;

/// <summary>Everything a scenario says about readiness. Valid ever after: the reader has checked it.</summary>
/// <param name="Parts">The items that wear out, are repaired or are removed, in file order.</param>
/// <param name="Unserviceable">Units that start in the queue for repair.</param>
public sealed record ReadinessPlan(
    ImmutableArray<Part> Parts,
    ImmutableArray<Fleet> Fleets,
    ImmutableArray<Crew> Crews,
    ImmutableArray<UnserviceableUnits> Unserviceable)
{
    public static ReadinessPlan Nothing { get; } = new([], [], [], []);

    /// <summary>Whether anything here ever happens.</summary>
    public bool IsEmpty => Fleets.IsEmpty && Crews.IsEmpty && Unserviceable.IsEmpty
        && Parts.All(part => part.Removals.IsEmpty);
}

/// <summary>What an item is as a part of something.</summary>
/// <param name="Fails">Life of a fitted unit, in operating hours or, where it ages always, in calendar time.</param>
/// <param name="Age">Of the units fitted at the start; null: new.</param>
/// <param name="Places">Where it is repaired; none: it is discarded.</param>
/// <param name="Replace">Fitting a spare; null: no work, no time.</param>
public sealed record Part(
    string Item,
    Value? Fails,
    bool AgesAlways,
    Value? Age,
    ImmutableArray<RepairPlace> Places,
    Work? Replace,
    ImmutableArray<RemovalStream> Removals,
    Span At);

/// <summary>Work that asks for one team.</summary>
/// <param name="Crews">Any of these; none: never short.</param>
/// <param name="Takes">Working time; null: none.</param>
public sealed record Work(ImmutableArray<string> Crews, Value? Takes, Span At);

/// <summary>One place of repair.</summary>
/// <param name="Name">Null where there is one place without a name.</param>
/// <param name="Site">Null: here, the site of the removal.</param>
/// <param name="Share">Of several places, the part that goes here; null where there is one.</param>
/// <param name="Via">The lane there; null: the one between the sites.</param>
/// <param name="Back">The lane back; null: the unit stays where it was repaired.</param>
public sealed record RepairPlace(
    string? Name,
    string? Site,
    Work Work,
    Value? Condemned,
    string? Via,
    string? Back,
    Value? Share,
    Span At)
{
    public Span ViaAt { get; init; } = At;

    public Span BackAt { get; init; } = At;

    /// <summary>Where it stands in the file.</summary>
    public string PathOf(string item) => Name is null ? $"items.{item}.repair" : $"items.{item}.repair.{Name}";
}

/// <summary>Removals without a fleet: a Poisson stream at one site.</summary>
public sealed record RemovalStream(string Site, Value Rate, Span At);

/// <summary>So many units of an item at a site start in the queue for repair.</summary>
public sealed record UnserviceableUnits(string Site, string Item, Value Count, Span At);

/// <summary>Members of one kind at one site.</summary>
/// <param name="Operates">Share of the time that a member operates while available; null: all of it.</param>
/// <param name="Parts">Fixed numbers.</param>
/// <param name="LossesPerMonth">Of the whole fleet, per 30.4375 d.</param>
public sealed record Fleet(
    string Name,
    string Site,
    Value Size,
    Value? Operates,
    ImmutableArray<CountOfPart> Parts,
    ImmutableArray<CountOfPart> Missing,
    ImmutableArray<Inspection> Inspections,
    Upkeep? Upkeep,
    ImmutableArray<Joining> Joins,
    ImmutableArray<Joining> Leaves,
    Value? LossesPerMonth,
    bool Cannibalizes,
    Span At);

public sealed record CountOfPart(string Item, Value Count, Span At);

/// <summary>Work that is due by operating hours.</summary>
/// <param name="Since">Operating time since the last, at the start; null: just done.</param>
/// <param name="Site">Null: where the fleet is.</param>
public sealed record Inspection(string Name, Value Every, Value? Since, Work Work, string? Site, Span At);

/// <param name="PerHour">Working time asked for by an hour of operating.</param>
public sealed record Upkeep(Value PerHour, Work Work);

/// <summary>Members or teams that come, or go, on a day.</summary>
/// <param name="Number">Members or teams.</param>
public sealed record Joining(string Name, Value When, Value Number, Span At);

/// <summary>People, by teams.</summary>
/// <param name="Site">Where it is stationed; null: wherever it is asked for.</param>
/// <param name="Works">Share of a day that it works, from 08:00; null: around the clock.</param>
/// <param name="OnlyAt">Tags of sites, one of which a site must have; none: anywhere.</param>
public sealed record Crew(
    string Name,
    string? Site,
    Value Teams,
    Value? Works,
    ImmutableArray<string> OnlyAt,
    ImmutableArray<Joining> Joins,
    ImmutableArray<Joining> Leaves,
    Span At);
