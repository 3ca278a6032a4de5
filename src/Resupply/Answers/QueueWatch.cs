using Resupply.Production;
using Resupply.Simulation;

namespace Resupply.Answers;

/// <summary>Watches what each order gets, day by day, and leaves it replication by replication.</summary>
public sealed class QueueWatch(ProductionProcess production, QueueMeasures measures, Outcome outcome) : Process
{
    private readonly int[] orders = [.. measures.Orders];
    private readonly long[] finished = new long[measures.Orders.Length];
    private readonly long[] delivered = new long[measures.Orders.Length];
    private readonly bool[] isMet = new bool[measures.Due.Length];
    private readonly ILookup<int, int> dueOn = Enumerable.Range(0, measures.Due.Length)
        .ToLookup(index => measures.Due[index].Day);
    private readonly bool[] isDueOn = DueDays(measures);
    private bool isComplete;

    public override void Begin(Replication replication)
    {
        Array.Clear(finished);
        Array.Clear(delivered);
        Array.Clear(isMet);
        isComplete = false;
    }

    public override void Close(int day)
    {
        var (filled, there) = (production.Allocation.Filled, production.Delivered);
        for (var place = 0; place < orders.Length; place++)
        {
            finished[place] += filled[orders[place]];
            delivered[place] += there[orders[place]];
        }

        if (day < isDueOn.Length && isDueOn[day]) LookAtDue(day);
        if (measures.Complete is { } asked && asked.Day == day)
            isComplete = there[asked.Order] >= production.Allocation.Quantity[asked.Order];
    }

    public override void End(Record record)
    {
        long allFinished = 0, allDelivered = 0, undelivered = 0;
        for (var place = 0; place < orders.Length; place++)
        {
            outcome.Set(QueueMeasures.Finished(place), finished[place]);
            outcome.Set(QueueMeasures.Delivered(place), delivered[place]);
            allFinished += finished[place];
            allDelivered += delivered[place];
            undelivered += production.Allocation.Quantity[orders[place]] - production.Delivered[orders[place]];
        }

        for (var i = 0; i < isMet.Length; i++) outcome.Set(measures.IsMet(i), isMet[i] ? 1 : 0);
        outcome.Set(measures.AllFinished, allFinished);
        outcome.Set(measures.AllDelivered, allDelivered);
        outcome.Set(measures.AllUndelivered, undelivered);
        outcome.Set(measures.CompleteAt, isComplete ? 1 : 0);
    }

    private static bool[] DueDays(QueueMeasures measures)
    {
        var days = new bool[measures.Due.Select(due => due.Day + 1).DefaultIfEmpty(0).Max()];
        foreach (var due in measures.Due) days[due.Day] = true;
        return days;
    }

    private void LookAtDue(int day)
    {
        foreach (var index in dueOn[day])
        {
            var order = measures.Due[index].Order;
            isMet[index] = production.Delivered[order] >= production.Allocation.DueBy(order, day);
        }
    }
}
