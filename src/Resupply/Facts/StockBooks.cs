using System.Globalization;
using Resupply.Language;
using Resupply.Production;
using Resupply.Supply;
using Resupply.Values;

namespace Resupply.Facts;

/// <summary>What is on hand at 00:00 of today: the newest count, and what came and went since.</summary>
internal sealed class StockBooks
{
    private readonly FactBook facts;
    private readonly SupplyPlan supply;
    private readonly Day from;
    private readonly Day today;
    private readonly Diagnostics diagnostics;
    private readonly ILookup<(string Site, string Item), Entry> entries;

    /// <param name="facts">Those of before today.</param>
    public StockBooks(
        FactBook facts, SupplyPlan supply, ProductionPlan production, Day from, Day today, Diagnostics diagnostics)
    {
        (this.facts, this.supply, this.from, this.today, this.diagnostics) = (facts, supply, from, today, diagnostics);
        entries = Entries(production).ToLookup(entry => (entry.Site, entry.Item));
    }

    private readonly record struct Entry(string Site, string Item, Day On, long Units, bool IsUse);

    public Stock Rolled(Stock stock)
    {
        var count = facts.Counts
            .Where(each => (each.Of, each.Item) == (stock.Site, stock.Item))
            .Where(each => each.On >= from || stock.OnHand is null)
            .MaxBy(each => each.On);
        var since = count is null ? from : count.On + 1;
        var later = entries[(stock.Site, stock.Item)].Where(entry => entry.On >= since).ToList();
        var came = later.Where(entry => entry.Units > 0).Sum(entry => entry.Units);
        var went = -later.Where(entry => entry.Units < 0).Sum(entry => entry.Units);
        WarnIfNotKnown(stock, count, later.Exists(entry => entry.IsUse));
        if (count is null && later.Count == 0) return stock;
        var begin = count?.Stated ?? stock.OnHand;
        if (begin?.Fixed is null && begin is not null)
        {
            var sum = new Expression.Binary(
                Operator.Add, new Expression.Call(Function.Round, [begin.Expression]),
                new Expression.Constant(came - went));
            return stock with { OnHand = begin with { Expression = sum } };
        }

        var held = Rounding.Count(begin?.Fixed ?? 0);
        if (held + came < went) WarnOfBooks(stock, count, held, came, went);
        return stock with
        {
            OnHand = Number(stock, begin, Math.Max(0, held + came - went)),
            CountedOn = count?.On,
        };
    }

    private static Value Number(Stock stock, Value? stated, long units)
    {
        var expression = new Expression.Constant(units);
        var text = units.ToString(CultureInfo.InvariantCulture);
        return stated is null
            ? new Value(
                expression, Measure.Count, $"{stock.Path}.on-hand", text, stock.At, IsShare: false, Support.None)
            : stated with { Expression = expression, Path = $"{stock.Path}.on-hand", Text = text };
    }

    private void WarnOfBooks(Stock stock, Fact? count, long held, long came, long went)
    {
        var begin = count is null ? $"{held} on hand on {from}" : $"{held} counted on {count.On}";
        diagnostics.Warn(
            count?.At ?? stock.At,
            $"the books of `{stock.Item}` at `{stock.Site}` do not balance: {begin}, then {came} came and {went} " +
                $"went until {today}; it begins with 0",
            "count the stock, or look for what is missing in `received` and `used`");
    }

    /// <summary>What needs drew on it since the calendar began is not simulated: somebody has to say it.</summary>
    private void WarnIfNotKnown(Stock stock, Fact? count, bool isUsed)
    {
        var isDrawnOn = supply.Demands.Any(
            demand => demand.Site == stock.Site && demand.ServedBy.Any(by => by.Item == stock.Item));
        if (today == from || count is not null || isUsed || !isDrawnOn) return;
        diagnostics.Warn(
            stock.At,
            $"nothing says what was used of `{stock.Item}` at `{stock.Site}` from {from} until {today}: it begins " +
                "with what the file has on hand",
            $"count it: `counts: {{ {stock.Site}: {{ {stock.Item}: {{ {today + -1}: 0 }} }} }}`, with its number");
    }

    private IEnumerable<Entry> Entries(ProductionPlan production)
    {
        foreach (var fact in facts.Received)
        {
            var shipment = supply.Shipments.First(each => each.Name == fact.Of);
            var item = fact.Item ?? shipment.Contents[0].Item;
            yield return new Entry(shipment.To, item, fact.On, fact.Units, IsUse: false);
            if (shipment.From is { } donor)
                yield return new Entry(donor, item, LeftOn(shipment, fact.On), -fact.Units, IsUse: false);
        }

        foreach (var fact in facts.Delivered)
        {
            var order = production.Orders.First(each => each.Name == fact.Of);
            var line = production.Lines.First(each => each.Name == order.Line);
            yield return new Entry(order.To, line.Item, fact.On, fact.Units, IsUse: false);
        }

        foreach (var fact in facts.Used)
        {
            var demand = supply.Demands.First(each => each.Name == fact.Of);
            yield return new Entry(
                demand.Site, fact.Item ?? demand.ServedBy[0].Item, fact.On, -fact.Units, IsUse: true);
        }
    }

    /// <summary>Where the journey is drawn, nobody knows: the day on which it came.</summary>
    private Day LeftOn(Shipment shipment, Day came)
    {
        var lane = shipment.Departs is null ? null : SupplyNetwork.LaneOf(supply, shipment);
        return lane?.Takes?.Fixed is { } days ? came + -(int)Rounding.Count(days) : came;
    }
}
