namespace Resupply.Supply;

/// <summary>Days in a row that are served at once.</summary>
public sealed partial class Serving
{
    /// <summary>
    /// The end of the longest stretch on all whose days each demand has all it needs from the same item, or nothing
    /// from any. Then the order of the days and of the demands changes nothing. What was found of the stretch is kept.
    /// </summary>
    private int EvenUntil(ServicePool pool, int end)
    {
        foreach (ref var share in pool.Shares) end = FindOpen(ref share, pool.Next, end);
        if (IsEven(pool, end)) return end;
        var even = pool.Next;
        while (end - even > 1)
        {
            var middle = even + ((end - even) / 2);
            if (IsEven(pool, middle)) even = middle;
            else end = middle;
        }

        return even > pool.Next && IsEven(pool, even) ? even : pool.Next;
    }

    /// <summary>
    /// Which item serves a demand from a day on, and until when no other does. Stock only falls meanwhile: an item that
    /// has too little on the first day has too little on all of them.
    /// </summary>
    private int FindOpen(ref StretchShare share, int day, int end)
    {
        share.ServedBy = Nobody;
        for (var i = firstOffer[share.Demand]; i < firstOffer[share.Demand + 1]; i++)
        {
            ref readonly var offer = ref offers[i];
            if (ledger.OnHand[offer.Stock] - offer.Keeps < offer.Uses) continue;
            if (day > offer.BarredThrough)
            {
                share.ServedBy = i;
                break;
            }

            end = Math.Min(end, offer.BarredThrough + 1);
        }

        return end;
    }

    private bool IsEven(ServicePool pool, int end)
    {
        foreach (var stock in pool.Stocks) leftOfStretch[stock] = ledger.OnHand[stock];
        foreach (ref var share in pool.Shares)
        {
            share.Need = NeedOf(share.Demand, pool.Next, end);
            if (share.Need == 0) continue;
            if (share.ServedBy == Nobody)
            {
                if (demands[share.Demand].Waits) return false;
                continue;
            }

            ref readonly var offer = ref offers[share.ServedBy];
            ref var left = ref leftOfStretch[offer.Stock];
            if (!offer.IsEnough(left, share.Need)) return false;
            left -= share.Need * offer.Uses;
        }

        foreach (ref readonly var share in pool.Shares)
        {
            if (share.Need == 0 || share.ServedBy == Nobody) continue;
            ref readonly var offer = ref offers[share.ServedBy];
            if (leftOfStretch[offer.Stock] < offer.Keeps) return false;
        }

        return true;
    }

    private void ServeStretch(ServicePool pool)
    {
        foreach (var stock in pool.Stocks) ledger.OnHand[stock] = leftOfStretch[stock];
        foreach (ref readonly var share in pool.Shares)
        {
            if (share.Need == 0) continue;
            Needed[share.Demand] += share.Need;
            if (share.ServedBy == Nobody)
            {
                ref var shortage = ref FirstShortage[share.Demand];
                if (shortage == Never) shortage = FirstNeed(share.Demand, pool.Next);
                continue;
            }

            ref readonly var offer = ref offers[share.ServedBy];
            Met[share.Demand] += share.Need;
            ledger.Issued[offer.Stock] += share.Need * offer.Uses;
        }
    }

    private int FirstNeed(int demand, int day)
    {
        while (NeedOf(demand, day, day + 1) == 0) day++;
        return day;
    }
}
