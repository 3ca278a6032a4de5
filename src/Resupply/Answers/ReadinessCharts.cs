using System.Collections.Immutable;
using Resupply.Readiness;
using Resupply.Simulation;
using Resupply.Supply;

namespace Resupply.Answers;

/// <summary>From a record to what the report draws of fleets and crews.</summary>
public sealed class ReadinessCharts(ChartPlan charts, SupplyModel supply, ReadinessModel model, Record record)
{
    private readonly ReadinessChartPlan plan = charts.Readiness;

    public ImmutableArray<FleetChart> Fleets() => [.. model.Fleets.Take(plan.Fleets).Select(FleetOf)];

    public ImmutableArray<CrewChart> Crews() => [.. model.Crews.Take(plan.Crews).Select(CrewOf)];

    private FleetChart FleetOf(FleetModel fleet) => new(
        fleet.Name,
        supply.Sites[fleet.Site],
        Bands(fleet.Index * plan.Days),
        [.. Enumerable.Range(0, plan.Days).Select(day => DayOf((fleet.Index * plan.Days) + day))],
        [.. Enumerable.Range(0, plan.Months.Length).Select(month => MonthOf(fleet.Index, month))],
        [
            .. Enumerable.Range(0, plan.Parts.Length).Where(part => plan.Parts[part].Fleet == fleet.Index)
                .Select(PartOf)
                .OrderByDescending(part => part.MissingAlone)
                .ThenByDescending(part => part.Missing)
                .ThenByDescending(part => part.Backorders),
        ]);

    private FleetDay DayOf(int index)
    {
        var first = plan.FirstSum + (index * ReadinessChartPlan.SumsOfDay);
        var owned = record.Counters[first];
        var (lacking, share, any) =
            (record.Counters[first + 1], record.Counters[first + 2], record.Counters[first + 3]);
        var down = owned - (long)record.Series[plan.FirstSeries + index].Moments.X;
        return new FleetDay(
            Mean(owned),
            any == 0 ? null : share / (double)FleetCounts.ShareUnit / any,
            Mean(lacking),
            Mean(down - lacking),
            AllDayOf(first + 4, index % plan.Days));
    }

    private AllDay AllDayOf(int first, int day)
    {
        var days = day == 0 ? charts.Days[0] + 1 : charts.Days[day] - charts.Days[day - 1];
        double Members(long ticks) => Mean(ticks) / Clock.At(days);
        var (owned, available, nmcs) =
            (record.Counters[first], record.Counters[first + 1], record.Counters[first + 2]);
        return new AllDay(Members(available), Members(nmcs), Members(owned - available - nmcs));
    }

    private DowntimeSplit MonthOf(int fleet, int month)
    {
        var first = plan.FirstSum + plan.FirstMonth
            + (((fleet * plan.Months.Length) + month) * ReadinessChartPlan.SumsOfMonth);
        double DaysDown(DownFor reason) => Mean(record.Counters[first + 1 + (int)reason]) / Clock.TicksPerDay;
        return new DowntimeSplit(
            supply.From + plan.Months[month].First,
            supply.From + plan.Months[month].Last,
            Mean(record.Counters[first]) / Clock.TicksPerDay,
            DaysDown(DownFor.PartInNoStock),
            DaysDown(DownFor.PartInTransit),
            DaysDown(DownFor.Team),
            DaysDown(DownFor.Work),
            DaysDown(DownFor.Shift));
    }

    private PartChart PartOf(int index)
    {
        var part = plan.Parts[index];
        var first = plan.FirstSum + plan.FirstPart + (index * ReadinessChartPlan.SumsOfPart);
        double PerDay(int sum) => Mean(record.Counters[first + sum]) / plan.Days;
        return new PartChart(
            supply.Items[part.Item],
            supply.Sites[supply.Stocks[part.Stock].Site],
            PerDay(0),
            PerDay(1),
            PerDay(2),
            PerDay(3),
            Mean(record.Counters[first + 4]) / ReadinessChartPlan.BackorderUnit);
    }

    private CrewChart CrewOf(CrewModel crew) => new(
        crew.Name,
        Bands(plan.FirstTeams + (crew.Index * plan.Days)),
        Bands(plan.FirstQueue + (crew.Index * plan.Days), ReadinessChartPlan.QueueUnit),
        [.. Enumerable.Range(0, plan.Days).Select(day => BusyOn((crew.Index * plan.Days) + day))]);

    private double? BusyOn(int index)
    {
        var first = plan.FirstSum + plan.FirstLoad + (index * ReadinessChartPlan.SumsOfLoad);
        var (busy, present) = (record.Counters[first], record.Counters[first + 1]);
        return present == 0 ? null : busy / (double)present;
    }

    private double Mean(long sum) => sum / (double)record.Replications;

    private ImmutableArray<Band> Bands(int first, double scale = 1) =>
    [
        .. charts.Days.Select((day, i) =>
            Charts.BandOf(supply.From + day, record.Series[plan.FirstSeries + first + i], scale)),
    ];
}
