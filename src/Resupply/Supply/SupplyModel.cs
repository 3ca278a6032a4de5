using Resupply.Values;

namespace Resupply.Supply;

/// <summary>
/// A supply plan made ready to run: names are indexes, values are slots among those drawn once (-1: not stated), days
/// count from the calendar's first.
/// </summary>
public sealed record SupplyModel(
    int Days,
    Day From,
    string[] Sites,
    string[] Items,
    LaneModel[] Lanes,
    StockModel[] Stocks,
    DemandModel[] Demands,
    ShipmentModel[] Shipments,
    AuthorityModel[] Authorities,
    PackageModel[] Packages,
    FixedArrival[] FixedArrivals)
{
    /// <summary>Money is counted in ten-thousandths of the currency's unit.</summary>
    public const long MoneyUnit = 10_000;

    /// <summary>
    /// Days of the calendar before the first that is simulated: what is drawn for a day is the same whichever the first
    /// is.
    /// </summary>
    public int DaysBefore { get; init; }

    /// <summary>By stock: whether any in supply takes from it, or orders by what it has.</summary>
    public bool[] DrawnOn()
    {
        var drawnOn = new bool[Stocks.Length];
        foreach (var demand in Demands)
        {
            foreach (var service in demand.Services) drawnOn[service.Stock] = true;
        }

        foreach (var content in Shipments.SelectMany(shipment => shipment.Contents))
        {
            if (content.FromStock >= 0) drawnOn[content.FromStock] = true;
        }

        foreach (var stock in Stocks)
        {
            if (stock.IsReplenished) drawnOn[stock.Index] = true;
            if (stock.Supplier >= 0) drawnOn[stock.Supplier] = true;
        }

        return drawnOn;
    }

    public int StockAt(string site, string item) =>
        Array.FindIndex(Stocks, stock => Sites[stock.Site] == site && Items[stock.Item] == item);
}

/// <param name="Journey">How long it takes; null: no time.</param>
/// <param name="Lift">The slot of the units a day; -1: not limited.</param>
public sealed record LaneModel(string Name, Expression? Journey, int Lift);

/// <param name="Supplier">The stock that it orders from; -1: from outside.</param>
/// <param name="Journey">How long an order takes, drawn for each order day; null: no time.</param>
/// <param name="Downstream">Stocks are asked to order in this order: those that supply nobody first.</param>
public sealed record StockModel(
    int Index,
    int Site,
    int Item,
    int OnHand,
    int Floor,
    int ReorderPoint,
    int OrderQuantity,
    int OrderUpTo,
    bool IsReplenished,
    int Supplier,
    int Lane,
    Expression? Journey,
    RandomStream JourneyStream,
    int Downstream)
{
    /// <summary>The day at whose end what is on hand was counted; it lies before the first.</summary>
    public int CountedOn { get; init; } = -1;
}

/// <summary>One item that may serve a demand; the strictest of the restrictions on it holds.</summary>
public sealed record ServiceModel(int Stock, int Uses, int Keeps, int[] BarredThrough);

/// <param name="Group">Demands of one site and one priority share a number: among them, older need goes first.</param>
public sealed record DemandModel(
    int Index, string Name, int Site, ServiceModel[] Services, Need Need, bool Waits, int Group);

/// <param name="LossStream">Of its own, so that an item beside it changes nothing.</param>
public sealed record ContentModel(
    int Stock, int Item, int Quantity, int Price, int FromStock, RandomStream LossStream);

/// <param name="Rest">Which of the contents takes the rest of the total; -1: none.</param>
/// <param name="Comes">1 where it comes at all, else 0.</param>
/// <param name="TranchesMax">Room for so many tranches.</param>
/// <param name="FirstTranche">Where its tranches begin among those of all shipments.</param>
/// <param name="IsFixed">Nothing about it is drawn and nothing can stop it: its arrivals are known beforehand.</param>
public sealed record ShipmentModel(
    int Index,
    string Name,
    ContentModel[] Contents,
    int Rest,
    int Total,
    int Arrives,
    int Departs,
    int Lane,
    RandomStream JourneyStream,
    int Comes,
    int Lost,
    int Tranches,
    int TranchesMax,
    int FirstTranche,
    int Every,
    int Granted,
    int Authority,
    int FileRank,
    bool IsFixed)
{
    /// <summary>It began before the first day; null: it did not.</summary>
    public ShipmentPast? Past { get; init; }

    public Rescheduled? Rescheduled { get; init; }
}

public sealed record AuthorityModel(string Name, int Amount, int Expires)
{
    public SpendingModel[] SpentBefore { get; init; } = [];
}

/// <param name="Each">The slot of what one unit cost.</param>
public readonly record struct SpendingModel(int Each, long Units, bool IsSure);

public sealed record PackageModel(string Name, int Authority, int When, int Amount, int FileRank);

/// <summary>Units that enter a stock on a day in every replication alike.</summary>
public readonly record struct FixedArrival(int Day, int Stock, int Tranche, int Shipment, long Units);
