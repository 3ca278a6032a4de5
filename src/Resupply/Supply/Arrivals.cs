namespace Resupply.Supply;

/// <summary>
/// What enters stock on which day: a list a day, filled as things leave. Nothing here needs sorting, since all that
/// enters on one day is there before anything is served.
/// </summary>
public sealed class Arrivals(SupplyModel model, SupplyLedger ledger, Serving serving)
{
    private const int None = DayHeads.None;

    private readonly DayHeads firstOfDay = new(model.Days);
    private readonly FixedArrival[] fixedArrivals = model.FixedArrivals;
    private Entry[] entries = new Entry[64];
    private int count;
    private int nextFixed;
    private int nextAdded;

    /// <summary>The day on which the last unit of each tranche came; -1 where none has.</summary>
    public readonly int[] LastDayOfTranche = new int[model.Shipments.Sum(shipment => shipment.TranchesMax)];

    /// <summary>Told of the units of a production order that enter its stock: the order, the units, the day.</summary>
    public Action<int, long, int>? Delivered { get; set; }

    public readonly long[] UnitsOfTranche = new long[model.Shipments.Sum(shipment => shipment.TranchesMax)];

    public void Clear()
    {
        firstOfDay.Clear();
        Array.Fill(LastDayOfTranche, None);
        Array.Clear(UnitsOfTranche);
        count = 0;
        nextFixed = 0;
        nextAdded = model.Days;
    }

    private enum Kind
    {
        Tranche,
        Order,
        Delivery,
        Made,
    }

    /// <summary>
    /// Units of a tranche that are under way (and counted so) and enter a stock on that day, if it is in the calendar.
    /// </summary>
    public void AddTranche(int day, int stock, long units, int shipment, int tranche) =>
        Add(day, stock, units, Kind.Tranche, shipment, tranche);

    /// <summary>Units that were ordered, under way.</summary>
    public void AddOrder(int day, int stock, long units) => Add(day, stock, units, Kind.Order);

    /// <summary>Units of a production order, under way.</summary>
    public void AddDelivery(int day, int stock, long units, int order) =>
        Add(day, stock, units, Kind.Delivery, order);

    /// <summary>Units that were made where the stock is, and belong to no order.</summary>
    public void AddMade(int day, int stock, long units) => Add(day, stock, units, Kind.Made);

    /// <summary>The next day on which anything enters; beyond the calendar: nothing does.</summary>
    public int Due =>
        nextFixed < fixedArrivals.Length ? Math.Min(fixedArrivals[nextFixed].Day, nextAdded) : nextAdded;

    /// <summary>All that is due on a day, and has not entered yet, enters.</summary>
    public void Enter(int day)
    {
        if (day < Due) return;
        for (; nextFixed < fixedArrivals.Length && fixedArrivals[nextFixed].Day == day; nextFixed++)
        {
            ref readonly var arrival = ref fixedArrivals[nextFixed];
            ledger.SentFromOutside[model.Stocks[arrival.Stock].Item] += arrival.Units;
            Enter(day, arrival.Stock, arrival.Units);
            Count(day, arrival.Units, arrival.Shipment, arrival.Tranche);
        }

        for (var index = firstOfDay[day]; index != None; index = entries[index].Next)
        {
            ref readonly var entry = ref entries[index];
            ledger.InTransit[model.Stocks[entry.Stock].Item] -= entry.Units;
            ledger.Inbound[entry.Stock] -= entry.Units;
            Enter(day, entry.Stock, entry.Units);
            if (entry.Kind == Kind.Tranche) Count(day, entry.Units, entry.Of, entry.Tranche);
            else if (entry.Kind == Kind.Delivery) Delivered!(entry.Of, entry.Units, day);
            else if (entry.Kind == Kind.Order) ledger.OnOrder[entry.Stock] -= entry.Units;
        }

        firstOfDay.Remove(day);
        nextAdded = firstOfDay.Next(day + 1);
    }

    private void Enter(int day, int stock, long units)
    {
        serving.Settle(stock, day);
        ledger.OnHand[stock] += units;
        ledger.Received[stock] += units;
    }

    private void Count(int day, long units, int shipment, int tranche)
    {
        ledger.Arrived[shipment] += units;
        LastDayOfTranche[tranche] = day;
        UnitsOfTranche[tranche] += units;
    }

    private void Add(int day, int stock, long units, Kind kind, int of = None, int tranche = None)
    {
        if (day >= model.Days) return;
        if (count == entries.Length) Array.Resize(ref entries, count * 2);
        ledger.Inbound[stock] += units;
        entries[count] = new Entry(units, stock, kind, of, tranche, firstOfDay[day]);
        firstOfDay.Put(day, count++);
        nextAdded = Math.Min(nextAdded, day);
    }

    /// <param name="Of">The shipment, or the production order.</param>
    private readonly record struct Entry(long Units, int Stock, Kind Kind, int Of, int Tranche, int Next);
}
