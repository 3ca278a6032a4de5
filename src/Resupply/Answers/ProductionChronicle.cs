using Resupply.Production;
using Resupply.Simulation;

namespace Resupply.Answers;

/// <summary>Keeps, for the report, what was delivered to each order and held for it, by charted day.</summary>
public sealed class ProductionChronicle : Process
{
    private readonly ProductionChartPlan plan;
    private readonly ProductionProcess production;
    private readonly int[] days;
    private readonly long[] delivered;
    private readonly long[] held;
    private int next;

    public ProductionChronicle(ChartPlan charts, ProductionProcess production)
    {
        (plan, days, this.production) = (charts.Production, charts.Days, production);
        delivered = new long[plan.Orders * plan.Days];
        held = new long[plan.Orders * plan.Days];
    }

    public override void Begin(Replication replication) => next = 0;

    public override void Close(int day)
    {
        if (next == days.Length || days[next] != day) return;
        for (var order = 0; order < plan.Orders; order++)
        {
            delivered[(order * plan.Days) + next] = production.Delivered[order];
            held[(order * plan.Days) + next] = production.Held(order);
        }

        next++;
    }

    public override void End(Record record)
    {
        for (var i = 0; i < delivered.Length; i++)
        {
            var first = plan.FirstSum + (i * ProductionChartPlan.SumsOfDay);
            record.Counters[first] += delivered[i];
            record.Counters[first + 1] += held[i];
        }

        for (var i = 0; i < plan.Series; i++) record.Series[plan.FirstSeries + i].Add(delivered[i]);
    }
}
