using System.Collections.Immutable;
using Resupply.Production;
using Resupply.Simulation;
using Resupply.Values;

namespace Resupply.Answers;

/// <summary>From a record to what is told of lines and orders.</summary>
/// <param name="charts">Null where nothing was recorded by day.</param>
public sealed class QueueCharts(
    QueuePlan plan, ChartPlan? charts, ProductionPlan planned, ProductionModel model, Record record)
{
    private readonly int[] firstDue = FirstDueOf(model);

    /// <summary>Lines that nobody has ordered from are left out.</summary>
    public ImmutableArray<QueueChart> Queues() =>
    [
        .. model.Lines.Where(line => line.Orders.Length > 0).Select(line => new QueueChart(
            line.Name,
            planned.Lines[line.Index].Item,
            planned.Lines[line.Index].Site,
            line.Sequence,
            [
                .. line.Orders.Select(OrderOf)
                    .OrderBy(order => order.Dates.FirstFinished.P50?.Number ?? int.MaxValue)
                    .ThenBy(order => order.Dates.LastFinished.P50?.Number ?? int.MaxValue),
            ])),
    ];

    private static int[] FirstDueOf(ProductionModel model)
    {
        var first = new int[model.Orders.Length];
        for (var order = 1; order < first.Length; order++)
            first[order] = first[order - 1] + model.Orders[order - 1].Due.Length;
        return first;
    }

    private OrderChart OrderOf(int index)
    {
        var (order, sums) = (planned.Orders[index], plan.FirstSum + (index * QueuePlan.SumsOfOrder));
        return new OrderChart(
            order.Name,
            order.To,
            order.Agreed is not null,
            order.TakesPart?.Fixed is { } day && double.IsFinite(day)
                ? new Day((int)Rounding.HalfUp(day))
                : null,
            order.Firm,
            order.Needs,
            Mean(record.Counters[sums]),
            Mean(record.Counters[sums + 1]),
            DatesOf(plan.FirstSeries + (index * QueuePlan.DatesOfOrder)),
            [.. order.Due.Select((due, i) => DueOf(due, model.Orders[index].Due[i].Day, firstDue[index] + i))],
            Mean(record.Counters[sums + 2]),
            Mean(record.Counters[sums + 3]),
            Mean(record.Counters[sums + 4]),
            [.. DaysOf(index)],
            [.. BandsOf(index)]);
    }

    private OrderDays DatesOf(int first)
    {
        DateSpread At(int date) => Answering.Spread(record.Series[first + date], model.From);
        return new OrderDays(At(0), At(1), At(2), At(3), At(4));
    }

    private DueChart DueOf(DueUnits due, int day, int index)
    {
        var first = plan.FirstDue + (index * QueuePlan.SumsOfDue);
        return new DueChart(
            due.By,
            Mean(record.Counters[first]),
            day >= 0 && day < model.Days ? Mean(record.Counters[first + 1]) : null);
    }

    private IEnumerable<OrderDay> DaysOf(int order)
    {
        if (charts is null || order >= charts.Production.Orders) return [];
        var first = charts.Production.FirstSum + (order * charts.Days.Length * ProductionChartPlan.SumsOfDay);
        return charts.Days.Select((day, i) => new OrderDay(
            model.From + day,
            Mean(record.Counters[first + (i * ProductionChartPlan.SumsOfDay)]),
            Mean(record.Counters[first + (i * ProductionChartPlan.SumsOfDay) + 1])));
    }

    private IEnumerable<Band> BandsOf(int order)
    {
        if (charts is null || order >= charts.Production.Fans) return [];
        var first = charts.Production.FirstSeries + (order * charts.Days.Length);
        return charts.Days.Select((day, i) =>
            Charts.BandOf(model.From + day, record.Series[first + i], 1));
    }

    private double Mean(long sum) => sum / (double)record.Replications;
}
