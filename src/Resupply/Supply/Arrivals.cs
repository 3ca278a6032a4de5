namespace Resupply.Supply;

/// <summary>
/// What enters stock on which day: a list a day, filled as things leave. Nothing here needs sorting, since all that
/// enters on one day is there before anything is served.
/// </summary>
public sealed class Arrivals(SupplyModel model, SupplyLedger ledger)
{
    private const int None = DayHeads.None;

    private readonly DayHeads firstOfDay = new(model.Days);
    private readonly FixedArrival[] fixedArrivals = model.FixedArrivals;
    private Entry[] entries = new Entry[64];
    private int count;
    private int nextFixed;

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

    /// <summary>The next day, from this one up to the end, on which anything enters; else the end.</summary>
    public int NextDue(int day, int end)
    {
        if (nextFixed < fixedArrivals.Length) end = Math.Min(end, Math.Max(day, fixedArrivals[nextFixed].Day));
        return firstOfDay.Next(day, end);
    }

    /// <summary>All that is due on a day, and has not entered yet, enters.</summary>
    public void Enter(int day)
    {
        for (; nextFixed < fixedArrivals.Length && fixedArrivals[nextFixed].Day == day; nextFixed++)
        {
            ref readonly var arrival = ref fixedArrivals[nextFixed];
            ledger.SentFromOutside[model.Stocks[arrival.Stock].Item] += arrival.Units;
            Enter(day, arrival.Stock, arrival.Units, arrival.Shipment, arrival.Tranche);
        }

        for (var index = firstOfDay[day]; index != None; index = entries[index].Next)
        {
            ref readonly var entry = ref entries[index];
            ledger.InTransit[model.Stocks[entry.Stock].Item] -= entry.Units;
            ledger.Inbound[entry.Stock] -= entry.Units;
            if (entry.Order != None)
            {
                ledger.OnHand[entry.Stock] += entry.Units;
                ledger.Received[entry.Stock] += entry.Units;
                Delivered!(entry.Order, entry.Units, day);
            }
            else if (entry.Shipment == None)
            {
                ledger.OnOrder[entry.Stock] -= entry.Units;
                ledger.OnHand[entry.Stock] += entry.Units;
                ledger.Received[entry.Stock] += entry.Units;
            }
            else
            {
                Enter(day, entry.Stock, entry.Units, entry.Shipment, entry.Tranche);
            }
        }

        firstOfDay.Remove(day);
    }

    private void Enter(int day, int stock, long units, int shipment, int tranche)
    {
        ledger.OnHand[stock] += units;
        ledger.Received[stock] += units;
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
    }

    private readonly record struct Entry(int Stock, int Shipment, int Tranche, long Units, int Order, int Next);
}
