using Resupply.Production;
using Resupply.Simulation;

namespace Resupply.Answers;

/// <summary>What is told of every order, and where in a record it stands.</summary>
/// <param name="firstSeries">Where its dates begin among a record's series.</param>
/// <param name="firstSum">Where its sums begin among a record's counters.</param>
public sealed class QueuePlan(ProductionModel model, int firstSeries, int firstSum)
{
    /// <summary>Of an order: first finished, last finished, first left, first delivered, all delivered.</summary>
    public const int DatesOfOrder = 5;

    /// <summary>
    /// Of an order: units ordered, units delivered, unit-days late, unit-days held at the line, units held at the end.
    /// </summary>
    public const int SumsOfOrder = 5;

    /// <summary>Of a due date: units due, replications in which they were there.</summary>
    public const int SumsOfDue = 2;

    public int FirstSeries => firstSeries;

    public int FirstSum => firstSum;

    /// <summary>Where the sums of due dates begin, by order and date.</summary>
    public int FirstDue => firstSum + (model.Orders.Length * SumsOfOrder);

    public int Series => model.Orders.Length * DatesOfOrder;

    public int Sums => (model.Orders.Length * SumsOfOrder) + (model.Orders.Sum(order => order.Due.Length) * SumsOfDue);
}

/// <summary>Adds up what became of orders; looks only when a replication is over.</summary>
public sealed class QueueCounts(QueuePlan plan, ProductionModel model, ProductionProcess production) : Process
{
    private Replication current = new(0);

    public override void Begin(Replication replication) => current = replication;

    public override void End(Record record)
    {
        var due = plan.FirstDue;
        foreach (var order in model.Orders)
        {
            var index = order.Index;
            AddDates(record.Series.AsSpan(plan.FirstSeries + (index * QueuePlan.DatesOfOrder)), index);
            var sums = record.Counters.AsSpan(plan.FirstSum + (index * QueuePlan.SumsOfOrder), QueuePlan.SumsOfOrder);
            sums[0] += production.Allocation.Quantity[index];
            sums[1] += production.Delivered[index];
            sums[2] += production.LateUnitDays(index, model.Days - 1);
            sums[3] += production.HeldUnitDays(index);
            sums[4] += production.Held(index);
            for (var i = 0; i < order.Due.Length; i++, due += QueuePlan.SumsOfDue)
            {
                record.Counters[due] += Values.Rounding.Count(current.Once[order.Due[i].Units]);
                if (production.Dates.IsMet[index][i]) record.Counters[due + 1]++;
            }
        }
    }

    private void AddDates(Span<Tally> tallies, int order)
    {
        var dates = production.Dates;
        ReadOnlySpan<int> days =
        [
            dates.FirstFinished[order], dates.LastFinished[order], dates.FirstLeft[order],
            dates.FirstDelivered[order], dates.Completed[order],
        ];
        for (var i = 0; i < days.Length; i++)
        {
            if (days[i] < 0) tallies[i].AddNone();
            else tallies[i].Add(days[i]);
        }
    }
}
