namespace Resupply.Production;

/// <summary>The days on which things happened to orders; -1: not in the calendar.</summary>
public sealed class OrderDates
{
    private readonly ProductionModel model;
    private readonly ProductionProcess process;
    private readonly int[][] days;
    private readonly int[] nextDue;
    private readonly long[] unmet;
    private readonly int[] unmetFrom;

    public OrderDates(ProductionModel model, ProductionProcess process)
    {
        (this.model, this.process) = (model, process);
        int[] NoDays() => new int[model.Orders.Length];
        days = [FirstFinished = NoDays(), LastFinished = NoDays(), FirstLeft = NoDays(), FirstDelivered = NoDays(),
            Completed = NoDays()];
        nextDue = NoDays();
        unmetFrom = NoDays();
        unmet = new long[model.Orders.Length];
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
        Array.Clear(nextDue);
        foreach (var order in model.Orders)
        {
            if (process.Delivered[order.Index] >= process.Allocation.Quantity[order.Index]) Completed[order.Index] = 0;
            MeetDue(order.Index, 0);
        }
    }

    /// <summary>After items were given to it, each at the 00:00 after the day on which it was finished.</summary>
    public void Finish(int order, int first, int last)
    {
        if (FirstFinished[order] < 0) FirstFinished[order] = first - 1;
        if (process.Allocation.Filled[order] < process.Allocation.Quantity[order]) return;
        if (LastFinished[order] < 0) LastFinished[order] = last - 1;
    }

    public void Leave(int order, int day)
    {
        if (FirstLeft[order] < 0) FirstLeft[order] = day;
    }

    /// <summary>The first due date whose units are not all there, and how many lack; after the last, never.</summary>
    public (int Day, long Units) Unmet(int order) => (unmetFrom[order], unmet[order] - process.Delivered[order]);

    /// <summary>After units were delivered; if they met a due date, or were all, the last of them did.</summary>
    public void Receive(int order, int first, int last)
    {
        if (process.Delivered[order] >= unmet[order]) MeetDue(order, last);
        if (FirstDelivered[order] < 0) FirstDelivered[order] = first;
        if (process.Delivered[order] >= process.Allocation.Quantity[order]) Completed[order] = last;
    }

    /// <summary>Due dates whose units are there now: in time, if the day is not over.</summary>
    private void MeetDue(int order, int day)
    {
        var dates = model.Orders[order].Due;
        for (ref var i = ref nextDue[order]; i < dates.Length; i++)
        {
            var units = process.Allocation.DueBy(order, dates[i].Day);
            (unmet[order], unmetFrom[order]) = (units, dates[i].Day);
            if (units > process.Delivered[order]) return;
            IsMet[order][i] = dates[i].Day < 0
                ? model.Orders[order].ReceivedBy(dates[i].Day) >= units
                : day <= dates[i].Day;
        }

        (unmet[order], unmetFrom[order]) = (long.MaxValue, int.MaxValue);
    }
}
