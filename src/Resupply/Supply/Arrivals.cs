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

    /// <summary>
    /// Units of a tranche that are under way (and counted so) and enter a stock on that day, if it is in the calendar.
    /// </summary>
    public void AddTranche(int day, int stock, long units, int shipment, int tranche) =>
        Add(day, new Entry(stock, shipment, tranche, units, None, None));

    /// <summary>Units that were ordered, under way.</summary>
    public void AddOrder(int day, int stock, long units) => Add(day, new Entry(stock, None, None, units, None, None));

    /// <summary>Units of a production order, under way.</summary>
    public void AddDelivery(int day, int stock, long units, int order) =>
        Add(day, new Entry(stock, None, None, units, order, None));

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
            if (entry.Order != None) Delivered!(entry.Order, entry.Units, day);
            else if (entry.Shipment == None) ledger.OnOrder[entry.Stock] -= entry.Units;
            else Count(day, entry.Units, entry.Shipment, entry.Tranche);
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

    private void Add(int day, Entry entry)
    {
        if (day >= model.Days) return;
        if (count == entries.Length) Array.Resize(ref entries, count * 2);
        ledger.Inbound[entry.Stock] += entry.Units;
        entries[count] = entry with { Next = firstOfDay[day] };
        firstOfDay.Put(day, count++);
        nextAdded = Math.Min(nextAdded, day);
    }

    private readonly record struct Entry(int Stock, int Shipment, int Tranche, long Units, int Order, int Next);
}
