namespace Resupply.Supply;

/// <summary>
/// Where every unit is, in one replication: the state that supply changes and the other capabilities meet in.
/// </summary>
public sealed class SupplyLedger(SupplyModel model)
{
    /// <summary>Units on hand, by stock.</summary>
    public readonly long[] OnHand = new long[model.Stocks.Length];

    /// <summary>Units ordered and not yet there, by stock.</summary>
    public readonly long[] OnOrder = new long[model.Stocks.Length];

    /// <summary>Units under way to a stock.</summary>
    public readonly long[] Inbound = new long[model.Stocks.Length];

    /// <summary>Units of promised goods that came, by shipment.</summary>
    public readonly long[] Arrived = new long[model.Shipments.Length];

    /// <summary>Units promised, as drawn, before confirmation and losses, by shipment.</summary>
    public readonly long[] Promised = new long[model.Shipments.Length];

    /// <summary>Money drawn, in <see cref="SupplyModel.MoneyUnit"/>ths, by authority.</summary>
    public readonly long[] Spent = new long[model.Authorities.Length];

    /// <summary>Money there is, by authority.</summary>
    public readonly long[] Amount = new long[model.Authorities.Length];

    /// <summary>Units that came to a site's stock from elsewhere, by stock.</summary>
    public readonly long[] Received = new long[model.Stocks.Length];

    /// <summary>Units that needs took, by stock.</summary>
    public readonly long[] Issued = new long[model.Stocks.Length];

    public readonly long[] AtStart = new long[model.Items.Length];
    public readonly long[] SentFromOutside = new long[model.Items.Length];
    public readonly long[] Produced = new long[model.Items.Length];
    public readonly long[] FittedOnJoiners = new long[model.Items.Length];
    public readonly long[] InTransit = new long[model.Items.Length];
    public readonly long[] LostOnTheWay = new long[model.Items.Length];

    /// <summary>In their place on a member, or taken from stock to be fitted there.</summary>
    public readonly long[] Fitted = new long[model.Items.Length];

    /// <summary>At a place of repair, in work or in line.</summary>
    public readonly long[] InRepair = new long[model.Items.Length];

    /// <summary>Finished, owned by an order, and not released yet.</summary>
    public readonly long[] HeldAtLine = new long[model.Items.Length];

    public readonly long[] Condemned = new long[model.Items.Length];

    /// <summary>With members that were lost or have left.</summary>
    public readonly long[] Gone = new long[model.Items.Length];

    private readonly WaitingUnits[] waiting = new WaitingUnits[model.Stocks.Length];

    /// <summary>Units that waiting needs, waiting orders and empty places would take at a stock.</summary>
    public long Waiting(int stock) => waiting[stock].Units;

    /// <summary>So many units more (or fewer) wait at a stock from this tick on.</summary>
    public void Wait(int stock, long more, long tick)
    {
        ref var at = ref waiting[stock];
        at.Ticks += at.Units * (tick - at.Until);
        at.Until = tick;
        at.Units += more;
    }

    /// <summary>What waited at a stock from the start until this tick, in units times ticks.</summary>
    public long WaitedTicks(int stock, long tick) =>
        waiting[stock].Ticks + (waiting[stock].Units * (tick - waiting[stock].Until));

    public void Clear()
    {
        Array.Clear(waiting);
        foreach (var counts in (ReadOnlySpan<long[]>)
            [
                OnOrder,
                Inbound,
                Arrived,
                Promised,
                Spent,
                Received,
                AtStart,
                SentFromOutside,
                Produced,
                HeldAtLine,
                FittedOnJoiners,
                Issued,
                InTransit,
                LostOnTheWay,
                Fitted,
                InRepair,
                Condemned,
                Gone,
            ])
        {
            Array.Clear(counts);
        }
    }

    /// <summary>
    /// Nothing is lost: start + sent from outside + produced + fitted on joiners = on hand + fitted + issued +
    /// in transit + in repair + held at a line + condemned + lost on the way + gone with members, for every item.
    /// </summary>
    /// <exception cref="InvalidOperationException">It does not hold: a mistake of this program.</exception>
    public void Audit(int day)
    {
        Span<long> held = model.Items.Length <= 256
            ? stackalloc long[model.Items.Length]
            : new long[model.Items.Length];
        held.Clear();
        for (var stock = 0; stock < OnHand.Length; stock++)
        {
            if (OnHand[stock] < 0) throw Broken(model.Stocks[stock].Item, day, "a stock is below nothing");
            held[model.Stocks[stock].Item] += OnHand[stock] + Issued[stock];
        }

        for (var item = 0; item < held.Length; item++)
        {
            var came = AtStart[item] + SentFromOutside[item] + Produced[item] + FittedOnJoiners[item];
            var accounted = held[item] + InTransit[item] + LostOnTheWay[item] + Fitted[item] + InRepair[item]
                + HeldAtLine[item] + Condemned[item] + Gone[item];
            if (came != accounted) throw Broken(item, day, $"{came} came and {accounted} are accounted for");
        }
    }

    private InvalidOperationException Broken(int item, int day, string what) =>
        new($"nothing may be lost, but of {model.Items[item]} at the end of {model.From + day} {what}");

    private struct WaitingUnits
    {
        public long Units;

        /// <summary>Units times ticks, until a tick.</summary>
        public long Ticks;
        public long Until;
    }
}
