using System.Runtime.CompilerServices;
using Resupply.Simulation;
using Resupply.Supply;
using Resupply.Values;

namespace Resupply.Production;

/// <summary>
/// Production's part of a replication: what was finished until 00:00 belongs to the orders of the day before, and
/// leaves for them, or waits for its release.
/// </summary>
public sealed class ProductionProcess : Producer
{
    private readonly ProductionModel model;
    private readonly SupplyModel supply;
    private readonly SupplyLedger ledger;
    private readonly Serving serving;
    private readonly Arrivals arrivals;
    private readonly LaneQueues lanes;
    private readonly LineOutput[] outputs;
    private readonly long[] left;
    private readonly int[] granted;
    private readonly long[] late;
    private readonly int[] lateUntil;
    private Replication current = new(0);
    private int due;
    private int nextGrant;

    public ProductionProcess(ProductionModel model, SupplyModel supply, SupplyProcess process)
    {
        (this.model, this.supply) = (model, supply);
        (ledger, serving) = (process.Ledger, process.Serving);
        (arrivals, lanes) = (process.Arrivals, process.Lanes);
        Allocation = new Allocation(model);
        outputs = [.. model.Lines.Select(line => new LineOutput(line, model.Days))];
        left = new long[model.Orders.Length];
        granted = new int[model.Orders.Length];
        late = new long[model.Orders.Length];
        lateUntil = new int[model.Orders.Length];
        Delivered = new long[model.Orders.Length];
        Dates = new OrderDates(model, this);
        DeliveredUnitDays = new long[model.Orders.Length];
        arrivals.Delivered = Receive;
    }

    public Allocation Allocation { get; }

    /// <summary>Units that have entered the stock they were ordered for, by order.</summary>
    public long[] Delivered { get; }

    /// <summary>One for each such unit and each day of the calendar from its 00:00 on.</summary>
    public long[] DeliveredUnitDays { get; }

    /// <summary>What was due and not delivered at 24:00, summed over the days until the end of this one.</summary>
    public long LateUnitDays(int order, int day) =>
        late[order] + Allocation.Lateness(order, lateUntil[order], day + 1, Delivered[order]);

    /// <summary>The days on which things happened to orders.</summary>
    public OrderDates Dates { get; }

    /// <summary>Units that were finished for an order and are still at the line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Held(int order) => Allocation.Filled[order] - left[order];

    public override void Begin(Replication replication)
    {
        current = replication;
        Array.Clear(left);
        Array.Clear(Delivered);
        Array.Clear(DeliveredUnitDays);
        Array.Clear(late);
        Array.Clear(lateUntil);
        OrderDraws.Check(model, replication.Number, replication.Once);
        Allocation.Begin(replication.Once);
        foreach (var output in outputs) output.Begin(replication);
        foreach (var order in model.Orders)
        {
            left[order.Index] = Delivered[order.Index] = Allocation.Filled[order.Index];
            DeliveredUnitDays[order.Index] = Delivered[order.Index] * model.Days;
            granted[order.Index] = order.Granted < 0
                ? 0
                : CalendarDays.Of(replication.Once[order.Granted], model.From, model.Days);
        }

        Dates.Begin();
        (due, nextGrant) = (0, 0);
    }

    public override void Deliver(int day)
    {
        if (day < due) return;
        foreach (var output in outputs)
        {
            if (output.Due == day) Finish(output, day - 1);
        }

        foreach (var order in model.Orders)
        {
            var units = Held(order.Index);
            if (units > 0 && granted[order.Index] <= day) Leave(order, units, day);
            if (order.Granted >= 0) Dates.Hold(order.Index, day);
        }

        due = DueAfter(day);
    }

    public override int Due => due;

    /// <summary>An order has something to send when it is made, or on the day of its release.</summary>
    private int DueAfter(int day)
    {
        if (nextGrant <= day)
        {
            nextGrant = int.MaxValue;
            foreach (var on in granted)
            {
                if (on > day) nextGrant = Math.Min(nextGrant, on);
            }
        }

        var next = nextGrant;
        foreach (var output in outputs) next = Math.Min(next, output.Due);
        return next;
    }

    private void Finish(LineOutput output, int day)
    {
        var line = output.Line;
        var units = output.Take(current);
        ledger.Produced[line.Item] += units;
        var unordered = Allocation.Give(line.Index, units, day);
        ledger.HeldAtLine[line.Item] += units - unordered;
        Dates.Finish(line, day);
        if (unordered == 0) return;
        serving.Settle(line.Stock, day + 1);
        ledger.OnHand[line.Stock] += unordered;
        ledger.Received[line.Stock] += unordered;
    }

    private void Leave(OrderModel order, long units, int day)
    {
        left[order.Index] += units;
        Dates.Leave(order.Index, day);
        var item = supply.Stocks[order.Stock].Item;
        ledger.HeldAtLine[item] -= units;
        ledger.InTransit[item] += units;
        var travel = Math.Max(0, (order.Lane < 0 ? 0 : TravelDays(order, day)) + order.LaterBy);
        if (order.Lane < 0) arrivals.AddDelivery(day + travel, order.Stock, units, order.Index);
        else lanes.Ask(order.Lane, day, new Load(order.Stock, units, 0, travel, -1, -1, Order: order.Index));
    }

    private void Receive(int order, long units, int day)
    {
        late[order] += Allocation.Lateness(order, lateUntil[order], day, Delivered[order]);
        lateUntil[order] = day;
        Delivered[order] += units;
        Dates.Receive(order, day);
        DeliveredUnitDays[order] += units * (model.Days - day);
    }

    private int TravelDays(OrderModel order, int day)
    {
        if (supply.Lanes[order.Lane].Journey is not { } journey) return 0;
        try
        {
            return Journeys.Days(
                journey, current.Once, order.JourneyStream.At(current.Number).At(day + model.DaysBefore), model.Days);
        }
        catch (DrawException problem)
        {
            throw new DrawException($"lanes.{supply.Lanes[order.Lane].Name}.takes", current.Number, problem);
        }
    }
}
