using System.Collections.Immutable;
using Resupply.Simulation;
using Resupply.Supply;
using Resupply.Values;

namespace Resupply.Answers;

/// <summary>From a record's series to what the report draws.</summary>
public sealed class Charts(ChartPlan plan, SupplyModel model, Record record)
{
    public ImmutableArray<StockChart> Stocks() =>
    [
        .. Enumerable.Range(0, plan.Stocks).Select(stock => new StockChart(
            model.Sites[model.Stocks[stock].Site], model.Items[model.Stocks[stock].Item], Bands(
                stock * plan.Days.Length))),
    ];

    public ImmutableArray<DemandChart> Demands() =>
        [.. Enumerable.Range(0, plan.Demands).Select(demand => DemandOf(model.Demands[demand]))];

    public ImmutableArray<AuthorityChart> Authorities(Func<string, double?> expires) =>
    [
        .. Enumerable.Range(0, plan.Authorities).Select(authority =>
        {
            var name = model.Authorities[authority].Name;
            var left = Bands(plan.FirstMoney + (authority * plan.Days.Length), SupplyModel.MoneyUnit);
            var day = expires(name) is { } number && double.IsFinite(number) ? new Day((int)number) : (Day?)null;
            return new AuthorityChart(name, left[0].P50, day, left);
        }),
    ];

    public ImmutableArray<ShipmentChart> Shipments() =>
    [
        .. model.Shipments.Select(shipment => new ShipmentChart(
            shipment.Name,
            model.Sites[model.Stocks[shipment.Contents[0].Stock].Site],
            [
                .. Enumerable.Range(0, shipment.TranchesMax)
                    .Where(tranche => shipment.FirstTranche + tranche < plan.Tranches)
                    .Select(tranche => TrancheOf(shipment, tranche))
                    .OfType<TrancheChart>(),
            ])),
    ];

    public ImmutableArray<PoolChart> Pools() => [.. plan.Pools.Select(PoolOf)];

    private PoolChart PoolOf(StockPool pool, int index)
    {
        var days = plan.Days.Length;
        return new PoolChart(
            [.. pool.Demands.Select(demand => model.Demands[demand].Name)],
            model.Sites[model.Demands[pool.Demands[0]].Site],
            [.. pool.Stocks.Select(stock => model.Items[model.Stocks[stock].Item])],
            Bands(plan.FirstNeed + (index * days)),
            Bands(plan.FirstSupply + (index * days)));
    }

    private DemandChart DemandOf(DemandModel demand) =>
        new(demand.Name, model.From, NoShortageSoFar(record.Series[plan.FirstShortage + demand.Index]));

    /// <summary>One number for every day of the calendar.</summary>
    private ImmutableArray<double> NoShortageSoFar(Tally firstShortage)
    {
        var total = firstShortage.Histogram.Count + firstShortage.None;
        var without = new double[model.Days];
        var buckets = firstShortage.Histogram.Buckets().ToList();
        var (shortages, at) = (0L, 0);
        for (var day = 0; day < without.Length; day++)
        {
            for (; at < buckets.Count && buckets[at].Max <= day; at++) shortages += buckets[at].Count;
            without[day] = (double)(total - shortages) / total;
        }

        return [.. without];
    }

    private TrancheChart? TrancheOf(ShipmentModel shipment, int tranche)
    {
        var first = plan.FirstTranche + ((shipment.FirstTranche + tranche) * ChartPlan.TalliesOfTranche);
        var (left, came, units) = (record.Series[first], record.Series[first + 1], record.Series[first + 2]);
        if (left.Histogram.Count == 0 && came.Histogram.Count == 0 && shipment.TranchesMax > 1 && shipment.Tranches < 0)
            return null;
        var arrived = (double)came.Histogram.Count / record.Replications;
        return new TrancheChart(
            tranche + 1,
            shipment.Departs >= 0 ? Answering.Spread(left, model.From) : null,
            Answering.Spread(came, model.From),
            arrived,
            units.Moments.Mean);
    }

    private ImmutableArray<Band> Bands(int first, double scale = 1) =>
        [.. plan.Days.Select((day, i) => BandOf(model.From + day, record.Series[first + i], scale))];

    internal static Band BandOf(Day day, Tally tally, double scale)
    {
        double At(int permille) => tally.Quantile(permille) / scale;
        return new Band(day, tally.Moments.Mean / scale, At(50), At(100), At(250), At(500), At(750), At(900), At(950));
    }
}
