using System.Runtime.CompilerServices;
using Resupply.Simulation;
using Resupply.Values;

namespace Resupply.Supply;

/// <summary>
/// Needs: each day's, served by priority from stock, and those that wait. Demands are held in the order in which
/// they are served: by site, priority, place in the file.
/// </summary>
public sealed partial class Serving
{
    /// <summary>No need went unmet.</summary>
    public const int Never = int.MaxValue;

    /// <summary>Fewer days are as quickly served one by one.</summary>
    private const int StretchMin = 3;

    private const int Nobody = -1;

    private readonly SupplyModel model;
    private readonly SupplyLedger ledger;
    private readonly DemandModel[] demands;
    private readonly long[] needBefore; // by demand, for each day and the end: the needs of all days before
    private readonly NeedRoom room;
    private readonly Ring<WaitingNeed>[] waiting;
    private readonly Offer[] offers;
    private readonly int[] firstOffer;
    private readonly bool[] stuck;
    private readonly long[] leftOfStretch;
    private readonly ServicePool[] pools;
    private readonly ServicePool?[] poolOf; // by stock
    private readonly int days;
    private Replication current = new(0);

    public Serving(SupplyModel model, SupplyLedger ledger)
    {
        (this.model, this.ledger) = (model, ledger);
        demands = model.Demands;
        days = model.Days;
        pools = ServicePool.Of(demands, model.Stocks.Length);
        poolOf = new ServicePool?[model.Stocks.Length];
        foreach (var pool in pools)
        {
            foreach (var stock in pool.Stocks) poolOf[stock] = pool;
        }

        needBefore = new long[demands.Length * (model.Days + 1)];
        room = new NeedRoom(model.Days, demands);
        waiting = [.. demands.Select(_ => new Ring<WaitingNeed>())];
        firstOffer = new int[demands.Length + 1];
        foreach (var demand in demands)
            firstOffer[demand.Index + 1] = firstOffer[demand.Index] + demand.Services.Length;
        offers = new Offer[firstOffer[^1]];
        stuck = new bool[demands.Length];
        leftOfStretch = new long[model.Stocks.Length];
        Needed = new long[demands.Length];
        Met = new long[demands.Length];
        Backlog = new long[demands.Length];
        FirstShortage = new int[demands.Length];
    }

    /// <summary>Units of need so far, by demand in the order of service.</summary>
    public long[] Needed { get; }

    /// <summary>Units of need filled on their day so far.</summary>
    public long[] Met { get; }

    /// <summary>Units of need that wait.</summary>
    public long[] Backlog { get; }

    /// <summary>The first day on which a need went unmet.</summary>
    public int[] FirstShortage { get; }

    /// <summary>How many items of its first kind a unit of this demand takes, in this replication.</summary>
    public long UsesOfFirst(int demand) => offers[firstOffer[demand]].Uses;

    /// <summary>The expected need of a day, given what was drawn once in this replication.</summary>
    public double MeanNeed(int demand, int day) => demands[demand].Need.Mean(day, model.Days, current.Once);

    public void Begin(Replication replication)
    {
        current = replication;
        Array.Clear(Needed);
        Array.Clear(Met);
        Array.Clear(Backlog);
        Array.Fill(FirstShortage, Never);
        foreach (var pool in pools) (pool.Next, pool.Waiting) = (0, 0);
        foreach (var demand in demands)
        {
            waiting[demand.Index].Clear();
            demand.Need.Draw(replication.Number, replication.Once, room.Needs, room);
            AddUp(room.Needs, needBefore.AsSpan((demand.Index * (days + 1)) + 1, days));
            for (var i = 0; i < demand.Services.Length; i++)
                offers[firstOffer[demand.Index] + i] = OfferOf(demand.Services[i], replication.Once);
        }
    }

    private static void AddUp(ReadOnlySpan<int> needs, Span<long> sums)
    {
        var sum = 0L;
        sums = sums[..needs.Length];
        unchecked
        {
            for (var day = 0; day < needs.Length; day++) sums[day] = sum += needs[day]; // at most 10^9 a day
        }
    }

    /// <summary>
    /// All days up to but not including the end, each: waiting needs are filled, by priority, then age; then the day's
    /// needs arise and are served by priority.
    /// </summary>
    public void Serve(int end)
    {
        foreach (var pool in pools) Serve(pool, end);
    }

    /// <summary>
    /// Before anybody else looks at a stock on a day, or changes it: the days before are served that draw on it.
    /// </summary>
    public void Settle(int stock, int day)
    {
        if (poolOf[stock] is { } pool && pool.Next < day) Serve(pool, day);
    }

    private void Serve(ServicePool pool, int end)
    {
        while (pool.Next < end)
        {
            var next = end - pool.Next < StretchMin || pool.Waiting > 0 ? pool.Next : EvenUntil(pool, end);
            if (next > pool.Next) ServeStretch(pool);
            else ServeDay(pool, next++);
            pool.Next = next;
        }
    }

    private void ServeDay(ServicePool pool, int day)
    {
        if (pool.Waiting > 0) FillWaiting(pool, day);
        foreach (var demand in pool.Demands)
        {
            var need = NeedOf(demand, day, day + 1);
            if (need > 0) Serve(pool, demand, need, day);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long NeedOf(int demand, int day, int end)
    {
        var first = demand * (days + 1);
        return needBefore[first + end] - needBefore[first + day];
    }

    private Offer OfferOf(ServiceModel by, double[] once)
    {
        var barred = -1;
        foreach (var slot in by.BarredThrough)
            barred = Math.Max(barred, once[slot] >= model.From.Number + model.Days
                ? model.Days
                : (int)Rounding.HalfUp(once[slot]) - model.From.Number);
        return new Offer(
            by.Stock,
            barred,
            by.Uses < 0 ? 1 : Math.Max(1, Rounding.Count(once[by.Uses])),
            by.Keeps < 0 ? 0 : Rounding.Count(once[by.Keeps]));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Serve(ServicePool pool, int demand, long need, int day)
    {
        Needed[demand] += need;
        var filled = Fill(demand, need, day);
        Met[demand] += filled;
        if (filled == need) return;
        if (FirstShortage[demand] == Never) FirstShortage[demand] = day;
        if (!demands[demand].Waits) return;
        waiting[demand].Add(new WaitingNeed(day, need - filled));
        Wait(pool, demand, need - filled, day);
    }

    private void Wait(ServicePool pool, int demand, long more, int day)
    {
        pool.Waiting += more;
        Backlog[demand] += more;
        ledger.Wait(demands[demand].Services[0].Stock, more * offers[firstOffer[demand]].Uses, Clock.At(day));
    }

    /// <summary>
    /// Fills as many units as there is stock for, each from the first of its items that has enough above what is kept.
    /// Need by need or all at once is the same, since what the first item cannot serve it cannot serve later either.
    /// </summary>
    private long Fill(int demand, long need, int day)
    {
        var left = need;
        var end = firstOffer[demand + 1];
        for (var i = firstOffer[demand]; i < end && left > 0; i++)
        {
            ref readonly var offer = ref offers[i];
            if (day <= offer.BarredThrough) continue;
            ref var onHand = ref ledger.OnHand[offer.Stock];
            var free = onHand - offer.Keeps;
            if (free < offer.Uses) continue;
            var units = offer.UnitsOf(left, free);
            left -= units;
            onHand -= units * offer.Uses;
            ledger.Issued[offer.Stock] += units * offer.Uses;
        }

        return need - left;
    }

    /// <summary>One group of equal priority at one site after the other; in a group the oldest need first.</summary>
    private void FillWaiting(ServicePool pool, int day)
    {
        ReadOnlySpan<int> left = pool.Demands;
        while (left.Length > 0)
        {
            var length = 1;
            while (length < left.Length && demands[left[length]].Group == demands[left[0]].Group) length++;
            var group = left[..length];
            foreach (var demand in group) stuck[demand] = waiting[demand].Count == 0;
            while (Oldest(group) is var demand and >= 0) FillHead(pool, demand, day);
            left = left[length..];
        }
    }

    private int Oldest(ReadOnlySpan<int> group)
    {
        var oldest = -1;
        foreach (var demand in group)
        {
            if (stuck[demand]) continue;
            if (oldest < 0 || waiting[demand].Head.Since < waiting[oldest].Head.Since) oldest = demand;
        }

        return oldest;
    }

    private void FillHead(ServicePool pool, int demand, int day)
    {
        ref var head = ref waiting[demand].Head;
        var filled = Fill(demand, head.Units, day);
        Wait(pool, demand, -filled, day);
        head = head with { Units = head.Units - filled };
        if (head.Units > 0) stuck[demand] = true;
        else waiting[demand].RemoveHead();
        if (waiting[demand].Count == 0) stuck[demand] = true;
    }

    private readonly record struct WaitingNeed(int Since, long Units);

    /// <summary>One item that may serve a demand, with its terms in this replication, side by side in memory.</summary>
    private readonly record struct Offer(int Stock, int BarredThrough, long Uses, long Keeps)
    {
        private const long FewMax = 1 << 30; // Of so many units and items a unit, the items are still a number.

        public bool IsEnough(long items, long units) =>
            Uses <= FewMax && units <= FewMax ? units * Uses <= items : units <= items / Uses;

        /// <summary>As many units of what is wanted as so many items are enough for: rarely by a division.</summary>
        public long UnitsOf(long wanted, long items) =>
            IsEnough(items, wanted) ? wanted : Math.Min(wanted, items / Uses);
    }
}
