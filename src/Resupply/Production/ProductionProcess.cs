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
    private readonly Arrivals arrivals;
    private readonly LaneQueues lanes;
    private readonly LineOutput[] outputs;
    private readonly bool[] isDrawnOn;
    private readonly bool[] isThere;
    private readonly bool[] isQueuing;
    private readonly int[] queuing;
    private readonly long[] left;
    private readonly long[] leftUnitDays;
    private readonly int[] granted;
    private readonly long[] late;
    private readonly int[] lateUntil;
    private Replication current = new(0);
    private int due;
    private int nextGrant;

    public ProductionProcess(ProductionModel model, SupplyModel supply, SupplyProcess process)
    {
        (this.model, this.supply) = (model, supply);
        (ledger, arrivals, lanes) = (process.Ledger, process.Arrivals, process.Lanes);
        isDrawnOn = supply.DrawnOn();
        isThere = [.. model.Orders.Select(IsThere)];
        isQueuing = [.. model.Orders.Select(order => order.Lane >= 0 && supply.Lanes[order.Lane].Lift >= 0)];
        queuing = [.. Enumerable.Range(0, isQueuing.Length).Where(order => isQueuing[order])];
        Allocation = new Allocation(model);
        outputs = [.. model.Lines.Select(line => new LineOutput(line, model.Days))];
        left = new long[model.Orders.Length];
        leftUnitDays = new long[model.Orders.Length];
        granted = new int[model.Orders.Length];
        late = new long[model.Orders.Length];
        lateUntil = new int[model.Orders.Length];
        Delivered = new long[model.Orders.Length];
        Dates = new OrderDates(model, this);
        DeliveredUnitDays = new long[model.Orders.Length];
        arrivals.Delivered = (order, units, day) => Receive(order, Batch.On(day, units, model.Days));
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

    /// <summary>Units at the line for want of the release at 24:00, summed over the days of the calendar.</summary>
    public long HeldUnitDays(int order) => Allocation.UnitDays[order] - leftUnitDays[order];

    /// <summary>Units that were finished for an order and are still at the line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Held(int order) => Allocation.Filled[order] - left[order];

    public override void Begin(Replication replication)
    {
        current = replication;
        Array.Clear(late);
        Array.Clear(lateUntil);
        OrderDraws.Check(model, replication.Number, replication.Once);
        Allocation.Begin(replication.Once);
        foreach (var output in outputs) output.Begin(replication);
        foreach (var order in model.Orders)
        {
            left[order.Index] = Delivered[order.Index] = Allocation.Filled[order.Index];
            leftUnitDays[order.Index] = DeliveredUnitDays[order.Index] = Delivered[order.Index] * model.Days;
            granted[order.Index] = order.Granted < 0
                ? 0
                : CalendarDays.Of(replication.Once[order.Granted], model.From, model.Days);
        }

        Dates.Begin();
        nextGrant = GrantAfter(0);
        FindDue();
    }

    public override int Due => due;

    public override void Deliver(int day, int end)
    {
        if (queuing.Length > 0) end = day + 1;
        if (due < end) DeliverBefore(end, day);
    }

    private void DeliverBefore(int end, int day)
    {
        for (; nextGrant < end; nextGrant = GrantAfter(nextGrant))
        {
            FinishBefore(nextGrant);
            Release(nextGrant);
        }

        FinishBefore(end);
        foreach (var order in queuing)
        {
            if (granted[order] <= day && Held(order) > 0) Leave(order, Batch.On(day, Held(order), model.Days));
        }

        FindDue();
    }

    /// <summary>An order has something to send when it is made, or on the day of its release.</summary>
    private void FindDue()
    {
        due = nextGrant;
        foreach (var output in outputs) due = Math.Min(due, output.Due);
    }

    private int GrantAfter(int day)
    {
        var next = int.MaxValue;
        foreach (var on in granted)
        {
            if (on > day) next = Math.Min(next, on);
        }

        return next;
    }

    private void Release(int day)
    {
        for (var order = 0; order < granted.Length; order++)
        {
            if (granted[order] == day && Held(order) > 0 && !isQueuing[order])
                Leave(order, Batch.On(day, Held(order), model.Days));
        }
    }

    private void FinishBefore(int end)
    {
        foreach (var output in outputs)
        {
            while (output.Due < end)
            {
                if (Allocation.GoesByTurns(output.Line.Index)) FinishTurn(output, end);
                else FinishDay(output);
            }
        }
    }

    private void FinishTurn(LineOutput output, int end)
    {
        var (line, day) = (output.Line, output.Due);
        var (order, units, until) = Allocation.Next(line.Index, day - 1);
        if (until < end) end = until + 1;
        if (order < 0)
        {
            Bring(line, output.Take(long.MaxValue, isDrawnOn[line.Stock] ? day + 1 : end));
            return;
        }

        (units, end) = AtOnce(order, units, day, end);
        var batch = output.Take(units, end);
        ledger.Produced[line.Item] += batch.Units;
        ledger.HeldAtLine[line.Item] += batch.Units;
        Allocation.Give(order, batch);
        Finish(order, batch);
    }

    /// <summary>
    /// How many units, finished until when, make no difference to the order but in their number: as long as they are
    /// held at the line, or until a due date is met or missed. What travels leaves day by day.
    /// </summary>
    private (long Units, int End) AtOnce(int order, long units, int day, int end)
    {
        if (granted[order] > day) return (units, end);
        if (!isThere[order]) return (units, day + 1);
        var (by, lacking) = Dates.Unmet(order);
        return (Math.Min(units, lacking), day <= by && by < end ? by + 1 : end);
    }

    private void FinishDay(LineOutput output)
    {
        var (line, day) = (output.Line, output.Due);
        var batch = output.Take(long.MaxValue, day + 1);
        var unordered = Allocation.Give(line.Index, batch.Units, day - 1);
        ledger.Produced[line.Item] += batch.Units - unordered;
        ledger.HeldAtLine[line.Item] += batch.Units - unordered;
        foreach (var order in Allocation.TakeGiven(line.Index)) Finish(order, Batch.On(day, Held(order), model.Days));
        if (unordered > 0) Bring(line, Batch.On(day, unordered, model.Days));
    }

    private void Finish(int order, in Batch batch)
    {
        Dates.Finish(order, batch.First, batch.Last);
        if (granted[order] <= batch.First && !isQueuing[order]) Leave(order, batch);
    }

    /// <summary>What nobody ordered; where somebody draws on it, of one day.</summary>
    private void Bring(LineModel line, in Batch batch)
    {
        ledger.Produced[line.Item] += batch.Units;
        if (!isDrawnOn[line.Stock])
        {
            Enter(line.Stock, batch.Units);
            return;
        }

        ledger.InTransit[line.Item] += batch.Units;
        arrivals.AddMade(batch.First, line.Stock, batch.Units);
    }

    private void Leave(int order, in Batch batch)
    {
        left[order] += batch.Units;
        leftUnitDays[order] += batch.UnitDays;
        Dates.Leave(order, batch.First);
        var sent = model.Orders[order];
        ledger.HeldAtLine[model.Lines[sent.Line].Item] -= batch.Units;
        if (!isThere[order])
        {
            Send(sent, batch.Units, batch.First);
            return;
        }

        Enter(sent.Stock, batch.Units);
        Receive(order, batch);
    }

    private void Send(OrderModel order, long units, int day)
    {
        ledger.InTransit[model.Lines[order.Line].Item] += units;
        var travel = Math.Max(0, (order.Lane < 0 ? 0 : TravelDays(order, day)) + order.LaterBy);
        if (order.Lane < 0) arrivals.AddDelivery(day + travel, order.Stock, units, order.Index);
        else lanes.Ask(order.Lane, day, new Load(order.Stock, units, 0, travel, -1, -1, Order: order.Index));
    }

    /// <summary>At once, whatever the day: nobody looks at that stock before production is where supply is.</summary>
    private void Enter(int stock, long units)
    {
        ledger.OnHand[stock] += units;
        ledger.Received[stock] += units;
    }

    /// <summary>
    /// Units of several days come all before a due date is missed, or all after, and are no more than it lacks.
    /// </summary>
    private void Receive(int order, in Batch batch)
    {
        if (Dates.Unmet(order).Day < batch.Last)
            late[order] += Allocation.Lateness(order, lateUntil[order], batch.Last, Delivered[order])
                - batch.UnitDaysBeforeLast(model.Days);
        lateUntil[order] = batch.Last;
        Delivered[order] += batch.Units;
        DeliveredUnitDays[order] += batch.UnitDays;
        Dates.Receive(order, batch.First, batch.Last);
    }

    /// <summary>Where it goes it is at once, and nobody in supply looks at that stock.</summary>
    private bool IsThere(OrderModel order) => order.Lane < 0 && order.LaterBy <= 0 && !isDrawnOn[order.Stock];

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
