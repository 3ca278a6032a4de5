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
    ImmutableArray<Restriction> Restrictions)
{
    /// <summary>Days of the calendar before today, which are not simulated.</summary>
    public int DaysBefore { get; init; }

    /// <summary>A value as it is told: of a series also up to which day it is used.</summary>
    public Value Told(Value value) =>
        Demands.FirstOrDefault(demand => demand.Series?.Factor.Path == value.Path)?.Series is { } series
            ? value with { Text = series.Words }
            : value;

    /// <summary>With these stocks too; one that it has already stays as it is.</summary>
    internal SupplyPlan WithStocks(IEnumerable<Stock> stocks) =>
        this with { Stocks = [.. Stocks.Concat(stocks).DistinctBy(stock => stock.Place)] };
}

/// <summary>Where units of one item lie.</summary>
public sealed record StockPlace(string Site, string Item);

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

    internal StockPlace Place => new(Site, Item);

    /// <summary>One that something refers to and nobody declared.</summary>
    public static Stock Empty(string site, string item, Span at) =>
        new(site, item, null, null, null, null, null, null, null, null, at);

    /// <summary>What is on hand was counted at the end of that day; null: at the start.</summary>
    public Day? CountedOn { get; init; }

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
    Span At)
{
    /// <summary>Where the need is forecast from a series; null: the plan says how much is needed.</summary>
    public DemandSeries? Series { get; init; }
}

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
    Span At)
{
    /// <summary>It was to begin before today, or did; null: all of it is still to come.</summary>
    public ShipmentPast? Past { get; init; }

    /// <summary>What is still to come of it comes on other days than it was to; null: as it was to.</summary>
    public Rescheduled? Rescheduled { get; init; }
}

/// <summary>Days other than those that are drawn: all else is drawn as it was.</summary>
/// <param name="On">Its day number, the first of what is still to come; infinite: never; null: the day drawn.</param>
/// <param name="By">So many days later; below 0, earlier.</param>
public sealed record Rescheduled(double? On, int By)
{
    public static readonly Rescheduled Never = new(double.PositiveInfinity, 0);

    /// <summary>The day of a tranche.</summary>
    /// <param name="drawn">As a day number.</param>
    /// <param name="sinceNext">Days after the first tranche that is still to come.</param>
    public double DateOf(double drawn, double sinceNext) => (On is { } day ? day + sinceNext : drawn) + By;
}

/// <summary>What has come of a shipment that was to begin before today, or did.</summary>
/// <param name="Came">Units that have come, by the order of the contents.</param>
public sealed record ShipmentPast(ImmutableArray<long> Came)
{
    /// <summary>Units of all contents together.</summary>
    public long CameInAll
    {
        get
        {
            var all = 0L;
            foreach (var units in Came) all += units;
            return all;
        }
    }

    /// <summary>
    /// The units of a tranche that are still to come. What is left goes evenly into the tranches that are left; as it
    /// was, where exactly what was to come has come. On a journey what came fills the tranches in turn: what else has
    /// left is under way.
    /// </summary>
    /// <param name="quantity">Promised in all.</param>
    /// <param name="behind">So many of the tranches were to leave, or come, before today.</param>
    public long Left(int content, long quantity, int tranche, int tranches, int behind, bool travels)
    {
        var came = Came[content];
        if ((travels && behind > 0) || came == Tranches.Upto(quantity, behind, tranches))
        {
            var before = Math.Max(came, Tranches.Upto(quantity, tranche, tranches));
            return Math.Max(0, Tranches.Upto(quantity, tranche + 1, tranches) - before);
        }

        if (tranche < behind) return 0;
        var left = Math.Max(0, quantity - came);
        return Tranches.Upto(left, tranche + 1 - behind, tranches - behind)
            - Tranches.Upto(left, tranche - behind, tranches - behind);
    }
}

/// <summary>So many of one item; no quantity where it takes the rest of the total.</summary>
public sealed record Content(string Item, Value? Quantity);

/// <summary>A sum that may be drawn until a day.</summary>
public sealed record Authority(string Name, Value Amount, Value? Expires, ImmutableArray<Package> Packages)
{
    /// <summary>What was drawn before today.</summary>
    public ImmutableArray<Spending> SpentBefore { get; init; } = [];
}

/// <summary>So many units at so much each.</summary>
/// <param name="IsSure">The goods have come; else it was paid only if there was enough.</param>
public sealed record Spending(Value Each, long Units, bool IsSure);

/// <summary>A sum drawn without goods in this file.</summary>
public sealed record Package(string Name, Value When, Value Amount, long FileOrder);

public sealed record Release(string Name, Value Granted, string? By, Span At);

/// <summary>These items may not serve demands with these purposes through that day.</summary>
public sealed record Restriction(
    string Name, ImmutableArray<string> Items, ImmutableArray<string> NotFor, Value Until, string? Says, Span At);
