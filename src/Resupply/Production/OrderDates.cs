namespace Resupply.Production;

/// <summary>The days on which things happened to orders; -1: not in the calendar.</summary>
public sealed class OrderDates
{
    private readonly ProductionModel model;
    private readonly ProductionProcess process;
    private readonly int[][] days;
    private readonly int[] nextDue;
    private readonly long[] held;
    private readonly int[] heldSince;
    private readonly long[] heldBefore;

    public OrderDates(ProductionModel model, ProductionProcess process)
    {
        (this.model, this.process) = (model, process);
        int[] NoDays() => new int[model.Orders.Length];
        days = [FirstFinished = NoDays(), LastFinished = NoDays(), FirstLeft = NoDays(), FirstDelivered = NoDays(),
            Completed = NoDays()];
        nextDue = NoDays();
        heldSince = NoDays();
        held = new long[model.Orders.Length];
        heldBefore = new long[model.Orders.Length];
        IsMet = [.. model.Orders.Select(order => new bool[order.Due.Length])];
    }

    /// <summary>The day on which the first unit was finished for it.</summary>
    public int[] FirstFinished { get; }

    public int[] LastFinished { get; }

    /// <summary>The day on which units first left the line.</summary>
    public int[] FirstLeft { get; }

    public int[] FirstDelivered { get; }

    /// <summary>The day on which all that was ordered had been delivered.</summary>
    public int[] Completed { get; }

    /// <summary>By order and due date: as much as was due had been delivered at 24:00 of the day.</summary>
    public bool[][] IsMet { get; }

    public void Begin()
    {
        foreach (var each in days) Array.Fill(each, -1);
        foreach (var met in IsMet) Array.Clear(met);
        foreach (var counts in (ReadOnlySpan<int[]>)[nextDue, heldSince]) Array.Clear(counts);
        foreach (var units in (ReadOnlySpan<long[]>)[held, heldBefore]) Array.Clear(units);
        foreach (var order in model.Orders)
        {
            if (process.Delivered[order.Index] >= process.Allocation.Quantity[order.Index]) Completed[order.Index] = 0;
            MeetDue(order.Index, 0);
        }
    }

    /// <summary>After the items that a line finished on that day were given to orders.</summary>
    public void Finish(LineModel line, int day)
    {
        foreach (var order in line.Orders)
        {
            if (LastFinished[order] >= 0) continue;
            var filled = process.Allocation.Filled[order];
            if (filled == 0) continue;
            if (FirstFinished[order] < 0) FirstFinished[order] = day;
            if (filled >= process.Allocation.Quantity[order]) LastFinished[order] = day;
        }
    }

    public void Leave(int order, int day)
    {
        if (FirstLeft[order] < 0) FirstLeft[order] = day;
    }

    /// <summary>At 00:00 of a day that changes what is held for the order; on other days it does nothing.</summary>
    public void Hold(int order, int day)
    {
        var now = process.Held(order);
        if (now == held[order]) return;
        heldBefore[order] += held[order] * (day - heldSince[order]);
        (held[order], heldSince[order]) = (now, day);
    }

    /// <summary>Units at the line for want of the release at 24:00, summed over the days of the calendar.</summary>
    public long HeldUnitDays(int order) => heldBefore[order] + (held[order] * (model.Days - heldSince[order]));

    public void Receive(int order, int day)
    {
        MeetDue(order, day);
        if (FirstDelivered[order] < 0) FirstDelivered[order] = day;
        if (process.Delivered[order] >= process.Allocation.Quantity[order]) Completed[order] = day;
    }

    /// <summary>Due dates whose units are there now: in time, if the day is not over.</summary>
    private void MeetDue(int order, int day)
    {
        var dates = model.Orders[order].Due;
        for (ref var i = ref nextDue[order]; i < dates.Length; i++)
        {
            if (process.Allocation.DueBy(order, dates[i].Day) > process.Delivered[order]) return;
            IsMet[order][i] = dates[i].Day < 0
                ? model.Orders[order].ReceivedBy(dates[i].Day) >= process.Allocation.DueBy(order, dates[i].Day)
                : day <= dates[i].Day;
        }
    }
}
