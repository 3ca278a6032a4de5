using System.Collections.Immutable;
using Resupply.Language;
using Resupply.Values;

namespace Resupply.Supply;

/// <summary>Everything a scenario says about supply. Valid ever after: the reader has checked it.</summary>
public sealed record SupplyPlan(
    ImmutableArray<Site> Sites,
    ImmutableArray<Lane> Lanes,
    ImmutableArray<Item> Items,
    ImmutableArray<Stock> Stocks,
    ImmutableArray<Demand> Demands,
    ImmutableArray<Shipment> Shipments,
    ImmutableArray<Authority> Authorities,
    ImmutableArray<Release> Releases,
    ImmutableArray<Restriction> Restrictions);

/// <summary>A place, no more precise than a name and tags.</summary>
public sealed record Site(string Name, string Title, ImmutableArray<string> Tags);

/// <summary>A way from one site to another: how long it takes, how many units may leave a day.</summary>
public sealed record Lane(string Name, string From, string To, Value? Takes, Value? Lift, Span At);

public sealed record Item(string Name, string Title, Value? Price);

/// <summary>The stock of one item at one site, and how it is replenished.</summary>
/// <param name="FromSite">The site that supplies it; null: supplied from outside, if at all.</param>
public sealed record Stock(
    string Site,
    string Item,
    Value? OnHand,
    Value? Floor,
    Value? ReorderPoint,
    Value? OrderQuantity,
    Value? OrderUpTo,
    string? FromSite,
    string? Via,
    Value? Takes,
    Span At)
{
    public string Path => $"stocks.{Site}.{Item}";

    /// <summary>One that something refers to and nobody declared.</summary>
    public static Stock Empty(string site, string item, Span at) =>
        new(site, item, null, null, null, null, null, null, null, null, at);

    public bool IsReplenished => OrderUpTo is not null || OrderQuantity is not null;
}

/// <summary>A need that draws on stock.</summary>
/// <param name="ServedBy">Items in order of preference, each with how many of it one unit of need takes.</param>
/// <param name="Level">Factors of the mean by day, straight between them, flat outside; in order of day.</param>
/// <param name="Weekly">Factors by weekday, Sunday first; null where there is none.</param>
public sealed record Demand(
    string Name,
    string Site,
    ImmutableArray<Service> ServedBy,
    Value? PerDay,
    Value? Arrivals,
    Value? Size,
    Value? Share,
    ImmutableArray<DatedFactor> Level,
    ImmutableArray<Value?> Weekly,
    bool Waits,
    Value? Priority,
    string? Purpose,
    Span At);

/// <summary>One item that may serve a demand.</summary>
/// <param name="Keeps">So many are left on hand for demands with a better priority.</param>
public sealed record Service(string Item, Value? Uses, Value? Keeps);

public sealed record DatedFactor(Day From, Value Factor);

/// <summary>Something promised.</summary>
/// <param name="Rest">The item that takes what is left of the total; null where every quantity is stated.</param>
/// <param name="FileOrder">Its place in the file: ties between things of one day are broken by it.</param>
public sealed record Shipment(
    string Name,
    string To,
    ImmutableArray<Content> Contents,
    string? Rest,
    Value? Total,
    Value? Arrives,
    Value? Departs,
    string? Via,
    string? From,
    Value? Confirmed,
    Value? Lost,
    Value? Tranches,
    Value? Every,
    string? Needs,
    string? FundedBy,
    long FileOrder,
    Span At);

/// <summary>So many of one item; no quantity where it takes the rest of the total.</summary>
public sealed record Content(string Item, Value? Quantity);

/// <summary>A sum that may be drawn until a day.</summary>
public sealed record Authority(string Name, Value Amount, Value? Expires, ImmutableArray<Package> Packages);

/// <summary>A sum drawn without goods in this file.</summary>
public sealed record Package(string Name, Value When, Value Amount, long FileOrder);

public sealed record Release(string Name, Value Granted, string? By, Span At);

/// <summary>These items may not serve demands with these purposes through that day.</summary>
public sealed record Restriction(
    string Name, ImmutableArray<string> Items, ImmutableArray<string> NotFor, Value Until, string? Says, Span At);
