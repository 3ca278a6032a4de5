using Resupply.Simulation;
using Resupply.Values;

namespace Resupply.Supply;

/// <summary>Supply's part of a replication, in the order of the day that SCENARIO.md lays down.</summary>
public sealed class SupplyProcess : Process
{
    private readonly SupplyModel model;
    private readonly bool audited;

    /// <param name="audited">Check at every day's end that nothing was lost.</param>
    public SupplyProcess(SupplyModel model, bool audited)
    {
        (this.model, this.audited) = (model, audited);
        AtStart = new long[model.Stocks.Length];
        Ledger = new SupplyLedger(model);
        Serving = new Serving(model, Ledger);
        Arrivals = new Arrivals(model, Ledger, Serving);
        Lanes = new LaneQueues(model, Arrivals);
        Shipping = new Shipping(model, Ledger, Serving, Arrivals, Lanes);
        Ordering = new Ordering(model, Ledger, Arrivals, Lanes);
    }

    /// <summary>Units on hand before the first day, by stock.</summary>
    public long[] AtStart { get; }

    /// <summary>What makes units beside it; null: nothing does.</summary>
    public Producer? Producer { get; set; }

    public SupplyLedger Ledger { get; }

    public Serving Serving { get; }

    public Arrivals Arrivals { get; }

    public LaneQueues Lanes { get; }

    public Shipping Shipping { get; }

    public Ordering Ordering { get; }

    public override void Begin(Replication replication)
    {
        Ledger.Clear();
        for (var i = 0; i < model.Stocks.Length; i++)
        {
            var slot = model.Stocks[i].OnHand;
            var onHand = slot < 0 ? 0 : Rounding.Count(replication.Once[slot]);
            AtStart[i] = onHand;
            Ledger.OnHand[i] = onHand;
            Ledger.AtStart[model.Stocks[i].Item] += onHand;
        }

        Arrivals.Clear();
        Lanes.Clear(replication.Once);
        Shipping.Begin(replication.Number, replication.Once);
        Serving.Begin(replication);
        Ordering.Begin(replication);
        Producer?.Begin(replication);
    }

    public override void Open(int day) => Open(day, day + 1);

    public override void Serve(int day) => Serving.Serve(day + 1);

    public override void Order(int day) => Ordering.Serve(day);

    public override void Close(int day)
    {
        if (audited) Ledger.Audit(day);
    }

    /// <summary>
    /// Between two days on which something is due, the days differ by their needs alone; and those are served when
    /// somebody next looks at the stocks they draw on.
    /// </summary>
    public override void Pass(int first, int end)
    {
        var isByDay = audited || Ordering.IsAny;
        while (first < end)
        {
            Open(first, isByDay ? first + 1 : end);
            var next = isByDay ? first + 1 : NextDue(first + 1, end);
            if (isByDay) Serving.Serve(next);
            Ordering.Serve(first);
            Close(first);
            first = next;
        }

        Serving.Serve(end);
    }

    /// <param name="end">Nobody looks before 24:00 of the day before it.</param>
    private void Open(int day, int end)
    {
        Lanes.Open(day);
        Shipping.Open(day);
        Producer?.Deliver(day, end);
        Arrivals.Enter(day);
    }

    private int NextDue(int day, int end)
    {
        if (Lanes.AnyWaiting) return day;
        var due = Math.Min(Shipping.Due, Arrivals.Due);
        return Math.Clamp(Math.Min(due, Producer?.Due ?? end), day, end);
    }
}
