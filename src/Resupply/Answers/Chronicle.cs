using Resupply.Production;
using Resupply.Readiness;
using Resupply.Simulation;
using Resupply.Supply;

namespace Resupply.Answers;

/// <summary>What the report draws, and where in a record's series it stands: by thing, then by charted day.</summary>
public sealed class ChartPlan
{
    /// <summary>More days than a chart has pixels tell nothing: longer calendars are drawn every few days.</summary>
    private const int DaysMax = 400;

    /// <summary>So many things of a kind are drawn, in file order.</summary>
    private const int ThingsMax = 24;

    private const int TranchesMax = 200;

    /// <param name="firstSum">Where among a record's counters there is room.</param>
    public ChartPlan(SupplyModel model, ReadinessModel readiness, ProductionModel production, int firstSum)
    {
        var step = ((model.Days - 1) / DaysMax) + 1;
        Days = [.. Enumerable.Range(0, model.Days).Where(day => day % step == 0 || day == model.Days - 1)];
        Stocks = Math.Min(ThingsMax, model.Stocks.Length);
        Demands = Math.Min(ThingsMax, model.Demands.Length);
        Pools = [.. StockPool.Of(model).Take(ThingsMax)];
        Authorities = Math.Min(ThingsMax, model.Authorities.Length);
        Tranches = Math.Min(TranchesMax, model.Shipments.Sum(shipment => shipment.TranchesMax));
        FirstNeed = Stocks * Days.Length;
        FirstSupply = FirstNeed + (Pools.Length * Days.Length);
        FirstMoney = FirstSupply + (Pools.Length * Days.Length);
        FirstShortage = FirstMoney + (Authorities * Days.Length);
        FirstTranche = FirstShortage + Demands;
        var firstSeries = FirstTranche + (Tranches * TalliesOfTranche);
        Readiness = new ReadinessChartPlan(readiness, model.From, Days, ThingsMax, firstSeries, firstSum);
        Production = new ProductionChartPlan(
            production, Days.Length, ThingsMax, firstSeries + Readiness.Series, firstSum + Readiness.Sums);
        Length = firstSeries + Readiness.Series + Production.Series;
        Sums = Readiness.Sums + Production.Sums;
    }

    /// <summary>Each tranche has three: when it left, when it was all there, how many units came.</summary>
    public const int TalliesOfTranche = 3;

    public int[] Days { get; }

    public int Stocks { get; }

    public int Demands { get; }

    public StockPool[] Pools { get; }

    public int Authorities { get; }

    public int Tranches { get; }

    public int FirstNeed { get; }

    public int FirstSupply { get; }

    public int FirstMoney { get; }

    public int FirstShortage { get; }

    public int FirstTranche { get; }

    public ReadinessChartPlan Readiness { get; }

    public ProductionChartPlan Production { get; }

    /// <summary>Series in all.</summary>
    public int Length { get; }

    /// <summary>Counters in all.</summary>
    public int Sums { get; }
}

/// <summary>Keeps, for the report, what was where on each charted day.</summary>
public sealed class Chronicle : Process
{
    private readonly ChartPlan charts;
    private readonly SupplyModel model;
    private readonly SupplyProcess supply;
    private readonly long[] kept;
    private readonly int[] chartedDay;

    public Chronicle(ChartPlan charts, SupplyModel model, SupplyProcess supply)
    {
        (this.charts, this.model, this.supply) = (charts, model, supply);
        kept = new long[charts.FirstShortage];
        chartedDay = new int[model.Days];
        Array.Fill(chartedDay, -1);
        for (var i = 0; i < charts.Days.Length; i++) chartedDay[charts.Days[i]] = i;
    }

    public override void Begin(Replication replication)
    {
    }

    public override void Close(int day)
    {
        if (chartedDay[day] is not (>= 0 and var at)) return;
        var days = charts.Days.Length;
        for (var stock = 0; stock < charts.Stocks; stock++) kept[(stock * days) + at] = supply.Ledger.OnHand[stock];
        for (var pool = 0; pool < charts.Pools.Length; pool++)
        {
            kept[charts.FirstNeed + (pool * days) + at] = NeedOf(charts.Pools[pool]);
            kept[charts.FirstSupply + (pool * days) + at] = SupplyOf(charts.Pools[pool]);
        }

        for (var i = 0; i < charts.Authorities; i++)
            kept[charts.FirstMoney + (i * days) + at] = supply.Ledger.Amount[i] - supply.Ledger.Spent[i];
    }

    public override void End(Record record)
    {
        for (var i = 0; i < kept.Length; i++) record.Series[i].Add(kept[i]);
        for (var demand = 0; demand < charts.Demands; demand++)
        {
            AddDay(record.Series[charts.FirstShortage + demand], supply.Serving.FirstShortage[demand], Serving.Never);
        }

        for (var tranche = 0; tranche < charts.Tranches; tranche++)
        {
            var first = charts.FirstTranche + (tranche * ChartPlan.TalliesOfTranche);
            AddDay(record.Series[first], supply.Shipping.LeftOn[tranche], -1);
            AddDay(record.Series[first + 1], supply.Arrivals.LastDayOfTranche[tranche], -1);
            record.Series[first + 2].Add(supply.Arrivals.UnitsOfTranche[tranche]);
        }
    }

    private static void AddDay(Tally tally, int day, int never)
    {
        if (day == never) tally.AddNone();
        else tally.Add(day);
    }

    private long NeedOf(StockPool pool)
    {
        var items = 0L;
        foreach (var demand in pool.Demands)
            items += supply.Serving.Needed[demand] * supply.Serving.UsesOfFirst(demand);
        return items;
    }

    private long SupplyOf(StockPool pool)
    {
        var items = 0L;
        foreach (var stock in pool.Stocks) items += supply.AtStart[stock] + supply.Ledger.Received[stock];
        return items;
    }
}

/// <summary>Counts the replications in which something kept a tranche or a package back.</summary>
public sealed class HindranceCounts(SupplyModel model, SupplyProcess supply) : Process
{
    public static int Length(SupplyModel model) => Hindrances.Length(model) + model.Packages.Length;

    public override void Begin(Replication replication)
    {
    }

    public override void End(Record record)
    {
        var hindered = supply.Shipping.Hindered;
        for (var i = 0; i < hindered.Length; i++)
        {
            if (hindered[i]) record.Counters[i]++;
        }

        for (var i = 0; i < model.Packages.Length; i++)
        {
            if (supply.Shipping.PackageUnpaid[i]) record.Counters[hindered.Length + i]++;
        }
    }
}
