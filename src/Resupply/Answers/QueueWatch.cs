using Resupply.Production;
using Resupply.Simulation;

namespace Resupply.Answers;

/// <summary>Watches what each order gets, and leaves it replication by replication.</summary>
public sealed class QueueWatch(ProductionProcess production, QueueMeasures measures, Outcome outcome) : Process
{
    private readonly int[] orders = [.. measures.Orders];
    private readonly ILookup<int, int> dueOn = Enumerable.Range(0, measures.Due.Length)
        .ToLookup(index => measures.Due[index].Day);

    public override void Begin(Replication replication) => outcome.Set(measures.CompleteAt, 0);

    public override void Close(int day)
    {
        foreach (var index in dueOn[day])
        {
            var order = measures.Due[index].Order;
            var isMet = production.Delivered[order] >= production.Allocation.DueBy(order, day);
            outcome.Set(measures.IsMet(index), isMet ? 1 : 0);
        }

        if (measures.Complete is { } asked && asked.Day == day)
        {
            var isComplete = production.Delivered[asked.Order] >= production.Allocation.Quantity[asked.Order];
            outcome.Set(measures.CompleteAt, isComplete ? 1 : 0);
        }
    }

    public override void End(Record record)
    {
        long allFinished = 0, allDelivered = 0, undelivered = 0;
        for (var place = 0; place < orders.Length; place++)
        {
            var order = orders[place];
            var (finished, delivered) =
                (production.Allocation.UnitDays[order], production.DeliveredUnitDays[order]);
            outcome.Set(QueueMeasures.Finished(place), finished);
            outcome.Set(QueueMeasures.Delivered(place), delivered);
            allFinished += finished;
            allDelivered += delivered;
            undelivered += production.Allocation.Quantity[order] - production.Delivered[order];
        }

        outcome.Set(measures.AllFinished, allFinished);
        outcome.Set(measures.AllDelivered, allDelivered);
        outcome.Set(measures.AllUndelivered, undelivered);
    }
}
