using Resupply.Simulation;
using Resupply.Supply;

namespace Resupply.Readiness;

/// <summary>
/// Spares at stocks: places and removals that wait in line for one, and the orders that stocks place for one that has
/// left. A line is linked both ways, since who waits may also go.
/// </summary>
public sealed class Spares
{
    /// <summary>What waits in line for a removal, and is of no member.</summary>
    private const int OfRemoval = -1;

    private readonly ReadinessModel model;
    private readonly SupplyLedger ledger;
    private readonly Ordering ordering;
    private readonly Timeline timeline;
    private readonly Ring<PartOrder>[] orders;
    private readonly Line[] lines;
    private readonly int[] stocks;
    private Link[] links = new Link[64];
    private int used;
    private int free;
    private bool isHeld;

    public Spares(ReadinessModel model, SupplyLedger ledger, Ordering ordering, Timeline timeline)
    {
        (this.model, this.ledger, this.ordering, this.timeline) = (model, ledger, ordering, timeline);
        orders = [.. model.Orders.Select(_ => new Ring<PartOrder>())];
        lines = new Line[model.Orders.Length];
        stocks = [.. Enumerable.Range(0, model.UsesStock.Length).Where(stock => model.UsesStock[stock])];
        Lines = new long[model.Orders.Length];
    }

    /// <summary>Places and removals in line, by stock.</summary>
    public long[] Lines { get; }

    /// <summary>Who waits for spares; set once, as they know one another.</summary>
    public Members Members { get; set; } = null!;

    /// <summary>Who sends them; set once.</summary>
    public Repairs Repairs { get; set; } = null!;

    /// <summary>Told of each stock whose line, or what is under way to it, has changed; null: nobody listens.</summary>
    public Action<int>? Changed { get; set; }

    public void Begin()
    {
        foreach (var queue in orders) queue.Clear();
        Array.Fill(lines, new Line { First = -1, Last = -1 });
        Array.Clear(Lines);
        (used, free) = (0, -1);
        Hold();
    }

    /// <summary>The first link of a stock's line; -1: nobody waits.</summary>
    public int First(int stock) => lines[stock].First;

    public int Next(int link) => links[link].Next;

    /// <summary>The place that waits there; below 0: a removal.</summary>
    public int PlaceOf(int link) => links[link].Place;

    /// <summary>Removals in a stock's line, counted one by one.</summary>
    public long RemovalsInLine(int stock)
    {
        var removals = 0L;
        for (var link = lines[stock].First; link >= 0; link = links[link].Next)
        {
            if (links[link].Place == OfRemoval) removals++;
        }

        return removals;
    }

    /// <summary>Takes a spare from stock, where there is one.</summary>
    public bool TryTake(int stock)
    {
        if (ledger.OnHand[stock] == 0) return false;
        ledger.OnHand[stock]--;
        return true;
    }

    /// <summary>Puts a place in line.</summary>
    /// <returns>The link by which it stands there.</returns>
    public int Wait(int stock, int place)
    {
        var link = NewLink();
        ref var line = ref lines[stock];
        links[link] = new Link { Place = place, Previous = line.Last, Next = -1 };
        if (line.Last >= 0) links[line.Last].Next = link;
        else line.First = link;
        line.Last = link;
        Lines[stock]++;
        ledger.Wait(stock, 1, timeline.Now);
        Changed?.Invoke(stock);
        return link;
    }

    /// <summary>A removal takes a spare or waits in line for one.</summary>
    public void Replace(int stock)
    {
        if (TryTake(stock)) ledger.Issued[stock]++;
        else Wait(stock, OfRemoval);
    }

    /// <summary>A place no longer waits.</summary>
    public void Leave(int stock, int link)
    {
        Unlink(stock, link);
        Changed?.Invoke(stock);
    }

    /// <summary>Each of these stocks orders one unit from its supplier, for the failure of that number.</summary>
    public void Order(int[] chain, ulong failure)
    {
        foreach (var stock in chain)
        {
            var supplier = model.Orders[stock].Supplier;
            ledger.OnOrder[stock]++;
            ledger.Wait(supplier, 1, timeline.Now);
            orders[supplier].Add(new PartOrder(stock, failure, timeline.Now));
            Distribute(supplier);
        }
    }

    /// <summary>One unit enters a stock and goes to whoever waits for it.</summary>
    public void Enter(int stock)
    {
        ledger.OnHand[stock]++;
        Distribute(stock);
    }

    /// <summary>The day is over: what enters from now on is for the next day's demands first.</summary>
    public void Hold() => isHeld = true;

    /// <summary>What supply has left on hand at 00:00 goes to places in line, then to orders.</summary>
    public void Distribute()
    {
        isHeld = false;
        foreach (var stock in stocks) Distribute(stock);
    }

    private void Distribute(int stock)
    {
        while (!isHeld && ledger.OnHand[stock] > 0)
        {
            if (lines[stock].First >= 0) ServeLine(stock);
            else if (orders[stock].Count > 0 && !WaitsForOlder(stock)) ShipOrder(stock);
            else return;
        }
    }

    /// <summary>An order by the day that was placed before is served first, at the next 00:00.</summary>
    private bool WaitsForOlder(int stock) =>
        ordering.OldestWaiting(stock) is < int.MaxValue and var day && Clock.At(day) <= orders[stock].Head.At;

    private void ServeLine(int stock)
    {
        var link = Members.Preferred(lines[stock].First);
        var place = links[link].Place;
        Unlink(stock, link);
        ledger.OnHand[stock]--;
        if (place == OfRemoval) ledger.Issued[stock]++;
        else Members.Allot(place);
        Changed?.Invoke(stock);
    }

    private void ShipOrder(int stock)
    {
        var order = orders[stock].Head;
        orders[stock].RemoveHead();
        ledger.OnHand[stock]--;
        ledger.Wait(stock, -1, timeline.Now);
        Repairs.Ship(order.Stock, order.Failure);
    }

    private void Unlink(int stock, int link)
    {
        ref var line = ref lines[stock];
        ref var gone = ref links[link];
        var (before, after) = (gone.Previous, gone.Next);
        if (before >= 0) links[before].Next = after;
        else line.First = after;
        if (after >= 0) links[after].Previous = before;
        else line.Last = before;
        gone.Next = free;
        free = link;
        Lines[stock]--;
        ledger.Wait(stock, -1, timeline.Now);
    }

    private int NewLink()
    {
        if (free >= 0)
        {
            var link = free;
            free = links[link].Next;
            return link;
        }

        if (used == links.Length) Array.Resize(ref links, used * 2);
        return used++;
    }

    private struct Line
    {
        public int First;
        public int Last;
    }

    private struct Link
    {
        public int Place;
        public int Previous;
        public int Next;
    }

    /// <param name="At">When it was placed.</param>
    private readonly record struct PartOrder(int Stock, ulong Failure, long At);
}
