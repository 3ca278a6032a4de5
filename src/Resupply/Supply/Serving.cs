using System.Runtime.CompilerServices;
using Resupply.Simulation;
using Resupply.Values;

namespace Resupply.Supply;

/// <summary>
/// Needs: each day's, served by priority from stock, and those that wait. Demands are held in the order in which
/// they are served: by site, priority, place in the file.
/// </summary>
public sealed class Serving
{
    /// <summary>No need went unmet.</summary>
    public const int Never = int.MaxValue;

    /// <summary>Fewer days are as quickly served one by one.</summary>
    private const int StretchMin = 3;

    /// <summary>Of more days it is less often so that the stock is enough for all of them.</summary>
    private const int StretchMax = 32;

    private readonly SupplyModel model;
    private readonly SupplyLedger ledger;
    private readonly DemandModel[] demands;
    private readonly int[] needs;
    private readonly NeedRoom room;
    private readonly Ring<WaitingNeed>[] waiting;
    private readonly Offer[] offers;
    private readonly int[] firstOffer;
    private readonly bool[] stuck;
    private readonly long[] needOfStretch;
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

        needs = new int[demands.Length * model.Days];
        room = new NeedRoom(model.Days, demands);
        waiting = [.. demands.Select(_ => new Ring<WaitingNeed>())];
        firstOffer = new int[demands.Length + 1];
        foreach (var demand in demands)
            firstOffer[demand.Index + 1] = firstOffer[demand.Index] + demand.Services.Length;
        offers = new Offer[firstOffer[^1]];
        stuck = new bool[demands.Length];
        needOfStretch = new long[demands.Length];
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
            var ofDemand = needs.AsSpan(demand.Index * model.Days, model.Days);
            demand.Need.Draw(replication.Number, replication.Once, ofDemand, room);
            for (var i = 0; i < demand.Services.Length; i++)
                offers[firstOffer[demand.Index] + i] = OfferOf(demand.Services[i], replication.Once);
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
            var next = Math.Min(end, pool.Next + StretchMax);
            var isStretch = next - pool.Next >= StretchMin && pool.Waiting == 0;
            if (isStretch && HasPlenty(pool, next)) ServeStretch(pool);
            else if (isStretch && HasNothing(pool, next)) ServeNothing(pool, next);
            else ServeDays(pool, next);
            pool.Next = next;
        }
    }

    private void ServeDays(ServicePool pool, int end)
    {
        for (var day = pool.Next; day < end; day++)
        {
            if (pool.Waiting > 0) FillWaiting(pool, day);
            foreach (var demand in pool.Demands)
            {
                var need = needs[(demand * days) + day];
                if (need > 0) Serve(pool, demand, need, day);
            }
        }
    }

    /// <summary>
    /// Whether each demand's first item has enough for all the days together. Then every need is filled on its day from
    /// that item, and the order of the days and of the demands changes nothing: W3 takes 6 ns a day instead of 14.
    /// </summary>
    private bool HasPlenty(ServicePool pool, int end)
    {
        foreach (var stock in pool.Stocks) leftOfStretch[stock] = ledger.OnHand[stock];
        foreach (var demand in pool.Demands)
        {
            var need = 0L;
            foreach (var ofDay in needs.AsSpan((demand * days) + pool.Next, end - pool.Next)) need += ofDay;
            needOfStretch[demand] = need;
            if (need == 0) continue;
            ref readonly var offer = ref offers[firstOffer[demand]];
            if (pool.Next <= offer.BarredThrough || leftOfStretch[offer.Stock] / offer.Uses < need) return false;
            leftOfStretch[offer.Stock] -= need * offer.Uses;
        }

        foreach (var demand in pool.Demands)
        {
            ref readonly var offer = ref offers[firstOffer[demand]];
            if (needOfStretch[demand] > 0 && leftOfStretch[offer.Stock] < offer.Keeps) return false;
        }

        return true;
    }

    private void ServeStretch(ServicePool pool)
    {
        foreach (var stock in pool.Stocks) ledger.OnHand[stock] = leftOfStretch[stock];
        foreach (var demand in pool.Demands)
        {
            ref readonly var offer = ref offers[firstOffer[demand]];
            Needed[demand] += needOfStretch[demand];
            Met[demand] += needOfStretch[demand];
            ledger.Issued[offer.Stock] += needOfStretch[demand] * offer.Uses;
        }
    }

    /// <summary>
    /// Whether no demand can have anything on any of the days, and none waits: what is short on the first day, since
    /// nothing comes between, is short on all of them.
    /// </summary>
    private bool HasNothing(ServicePool pool, int end)
    {
        foreach (var demand in pool.Demands)
        {
            if (demands[demand].Waits) return false;
            for (var i = firstOffer[demand]; i < firstOffer[demand + 1]; i++)
            {
                ref readonly var offer = ref offers[i];
                if (offer.BarredThrough < end - 1 && ledger.OnHand[offer.Stock] - offer.Keeps >= offer.Uses)
                    return false;
            }
        }

        return true;
    }

    private void ServeNothing(ServicePool pool, int end)
    {
        foreach (var demand in pool.Demands)
        {
            ReadOnlySpan<int> ofDemand = needs.AsSpan((demand * days) + pool.Next, end - pool.Next);
            foreach (var ofDay in ofDemand) Needed[demand] += ofDay;
            if (FirstShortage[demand] == Never && ofDemand.IndexOfAnyExcept(0) is >= 0 and var day)
                FirstShortage[demand] = pool.Next + day;
        }
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
        private const long FewMax = 1 << 30; // Of so many items a unit, a day's need is still a number.

        /// <summary>As many units of what is wanted as so many items are enough for: rarely by a division.</summary>
        public long UnitsOf(long wanted, long items) =>
            Uses <= FewMax && wanted * Uses <= items ? wanted : Math.Min(wanted, items / Uses);
    }
}
