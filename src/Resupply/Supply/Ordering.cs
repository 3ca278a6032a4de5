using Resupply.Simulation;
using Resupply.Values;

namespace Resupply.Supply;

/// <summary>
/// Replenishment: each day, downstream first, a stock whose position is low orders from its supplier; a supplier ships
/// what it has, orders first come first served.
/// </summary>
public sealed class Ordering
{
    private readonly SupplyModel model;
    private readonly SupplyLedger ledger;
    private readonly Arrivals arrivals;
    private readonly LaneQueues lanes;
    private readonly StockModel[] inOrder;
    private readonly Ring<Order>[] orders;
    private Replication replication = new(0);

    public Ordering(SupplyModel model, SupplyLedger ledger, Arrivals arrivals, LaneQueues lanes)
    {
        (this.model, this.ledger, this.arrivals, this.lanes) = (model, ledger, arrivals, lanes);
        inOrder =
        [
            .. model.Stocks
                .Where(
                    stock => stock.IsReplenished || Array.Exists(model.Stocks, other => other.Supplier == stock.Index))
                .OrderBy(stock => stock.Downstream).ThenBy(stock => stock.Index),
        ];
        orders = [.. model.Stocks.Select(_ => new Ring<Order>())];
    }

    /// <summary>Whether any stock orders.</summary>
    public bool IsAny => inOrder.Length > 0;

    /// <summary>The day of the oldest order that waits at a supplier; beyond any where none does.</summary>
    public int OldestWaiting(int supplier) =>
        orders[supplier].Count == 0 ? int.MaxValue : orders[supplier].Head.Day;

    public void Begin(Replication next)
    {
        replication = next;
        foreach (var queue in orders) queue.Clear();
    }

    /// <summary>
    /// All below a stock have ordered when its turn comes: it ships to them first, then orders itself.
    /// </summary>
    public void Serve(int day)
    {
        foreach (var stock in inOrder)
        {
            if (orders[stock.Index].Count > 0) Ship(stock.Index, day);
            if (stock.IsReplenished) Place(stock, day);
        }
    }

    /// <summary>Position = on hand + on order − waiting.</summary>
    private void Place(StockModel stock, int day)
    {
        var position = ledger.OnHand[stock.Index] + ledger.OnOrder[stock.Index] - ledger.Waiting(stock.Index);
        var units = UnitsToOrder(stock, position);
        if (units <= 0) return;
        ledger.OnOrder[stock.Index] += units;
        var travel = TravelDays(stock, day);
        if (stock.Supplier < 0)
        {
            ledger.SentFromOutside[stock.Item] += units;
            Send(new Order(stock.Index, units, travel, day), units, day);
            return;
        }

        ledger.Wait(stock.Supplier, units, Clock.At(day));
        orders[stock.Supplier].Add(new Order(stock.Index, units, travel, day));
        Ship(stock.Supplier, day);
    }

    private int TravelDays(StockModel stock, int day)
    {
        if (stock.Journey is null) return 0;
        var draws = stock.JourneyStream.At(replication.Number).At(day + model.DaysBefore);
        try
        {
            return Journeys.Days(stock.Journey, replication.Once, draws, model.Days);
        }
        catch (DrawException problem)
        {
            var thing = stock.Lane >= 0
                ? $"lanes.{model.Lanes[stock.Lane].Name}"
                : $"stocks.{model.Sites[stock.Site]}.{model.Items[stock.Item]}";
            throw new DrawException($"{thing}.takes", replication.Number, problem);
        }
    }

    private long UnitsToOrder(StockModel stock, long position)
    {
        var point = stock.ReorderPoint < 0 ? Drawn(stock.OrderUpTo) - 1 : Drawn(stock.ReorderPoint);
        if (position > point) return 0;
        if (stock.OrderUpTo >= 0) return Drawn(stock.OrderUpTo) - position;
        var lot = Drawn(stock.OrderQuantity);
        return lot <= 0 ? 0 : ((point - position) / lot * lot) + lot;
    }

    private long Drawn(int slot) => Rounding.Count(replication.Once[slot]);

    private void Ship(int supplier, int day)
    {
        var queue = orders[supplier];
        while (queue.Count > 0 && ledger.OnHand[supplier] > 0)
        {
            ref var order = ref queue.Head;
            var units = Math.Min(order.Units, ledger.OnHand[supplier]);
            ledger.OnHand[supplier] -= units;
            ledger.Wait(supplier, -units, Clock.At(day));
            Send(order, units, day);
            if (units == order.Units) queue.RemoveHead();
            else order = order with { Units = order.Units - units };
        }
    }

    private void Send(in Order order, long units, int day)
    {
        var stock = model.Stocks[order.Stock];
        ledger.InTransit[stock.Item] += units;
        if (stock.Lane >= 0) lanes.Ask(stock.Lane, day, new Load(order.Stock, units, 0, order.TravelDays, -1, -1));
        else arrivals.AddOrder(day + Math.Max(1, order.TravelDays), order.Stock, units);
    }

    private readonly record struct Order(int Stock, long Units, int TravelDays, int Day);
}
