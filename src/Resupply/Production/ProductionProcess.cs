using Resupply.Simulation;
using Resupply.Supply;
using Resupply.Values;

namespace Resupply.Production;

/// <summary>
/// Production's part of a replication: what was finished until 00:00 belongs to the orders of the day before, and
/// leaves for them, or waits for its release.
/// </summary>
public sealed class ProductionProcess : Process
{
    /// <summary>What rounding may keep a whole number of items from being reached by.</summary>
    private const double Rounded = 1e-9;

    private readonly ProductionModel model;
    private readonly SupplyModel supply;
    private readonly SupplyLedger ledger;
    private readonly Arrivals arrivals;
    private readonly LaneQueues lanes;
    private readonly double[] output;
    private readonly long[] finished;
    private readonly long[] left;
    private readonly int[] granted;
    private Replication current = new(0);

    public ProductionProcess(ProductionModel model, SupplyModel supply, SupplyProcess process)
    {
        (this.model, this.supply) = (model, supply);
        (ledger, arrivals, lanes) = (process.Ledger, process.Arrivals, process.Lanes);
        Allocation = new Allocation(model);
        output = new double[model.Lines.Length];
        finished = new long[model.Lines.Length];
        left = new long[model.Orders.Length];
        granted = new int[model.Orders.Length];
        Delivered = new long[model.Orders.Length];
        LateUnitDays = new long[model.Orders.Length];
        arrivals.Delivered = (order, units) => Delivered[order] += units;
    }

    public Allocation Allocation { get; }

    /// <summary>Units that have entered the stock they were ordered for, by order.</summary>
    public long[] Delivered { get; }

    /// <summary>What was due and not delivered at 24:00, summed over the days so far, by order.</summary>
    public long[] LateUnitDays { get; }

    public override void Begin(Replication replication)
    {
        current = replication;
        Array.Clear(output);
        Array.Clear(finished);
        Array.Clear(left);
        Array.Clear(Delivered);
        Array.Clear(LateUnitDays);
        Allocation.Begin(replication.Once);
        foreach (var order in model.Orders)
        {
            granted[order.Index] = order.Granted < 0
                ? 0
                : CalendarDays.Of(replication.Once[order.Granted], model.From, model.Days);
        }
    }

    public override void Open(int day)
    {
        if (day > 0)
        {
            foreach (var line in model.Lines) Finish(line, day - 1);
        }

        foreach (var order in model.Orders)
        {
            if (granted[order.Index] <= day && Allocation.Filled[order.Index] > left[order.Index]) Leave(order, day);
        }

        arrivals.Enter(day);
    }

    public override void Close(int day)
    {
        foreach (var order in model.Orders)
        {
            if (order.Due.Length == 0) continue;
            LateUnitDays[order.Index] += Math.Max(0, Allocation.DueBy(order.Index, day) - Delivered[order.Index]);
        }
    }

    /// <summary>Item n is finished when the output comes to n; exactly at 24:00 it still is of the day.</summary>
    private void Finish(LineModel line, int day)
    {
        var once = current.Once;
        output[line.Index] += Math.Max(0, once[line.Rate] / line.DaysOfRate * line.Level.On(day, once));
        var upto = (long)Math.Floor(output[line.Index] * (1 + Rounded));
        var units = upto - finished[line.Index];
        if (units == 0) return;
        finished[line.Index] = upto;
        ledger.Produced[line.Item] += units;
        var unordered = Allocation.Give(line.Index, units, day);
        ledger.HeldAtLine[line.Item] += units - unordered;
        ledger.OnHand[line.Stock] += unordered;
        ledger.Received[line.Stock] += unordered;
    }

    private void Leave(OrderModel order, int day)
    {
        var units = Allocation.Filled[order.Index] - left[order.Index];
        left[order.Index] += units;
        var item = supply.Stocks[order.Stock].Item;
        ledger.HeldAtLine[item] -= units;
        ledger.InTransit[item] += units;
        var travel = order.Lane < 0 ? 0 : TravelDays(order, day);
        if (order.Lane < 0) arrivals.AddDelivery(day, order.Stock, units, order.Index);
        else lanes.Ask(order.Lane, day, new Load(order.Stock, units, 0, travel, -1, -1, Order: order.Index));
    }

    private int TravelDays(OrderModel order, int day)
    {
        if (supply.Lanes[order.Lane].Journey is not { } journey) return 0;
        try
        {
            return Journeys.Days(
                journey, current.Once, order.JourneyStream.At(current.Number).At(day), model.Days);
        }
        catch (DrawException problem)
        {
            throw new DrawException($"lanes.{supply.Lanes[order.Lane].Name}.takes", current.Number, problem);
        }
    }
}
