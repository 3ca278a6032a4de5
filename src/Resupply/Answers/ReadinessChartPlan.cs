using Resupply.Readiness;
using Resupply.Values;

namespace Resupply.Answers;

/// <summary>
/// What the report draws of fleets and crews, and where in a record it stands: distributions among its series, sums
/// over replications among its counters.
/// </summary>
public sealed class ReadinessChartPlan
{
    /// <summary>Backorders are counted in millionths of a unit.</summary>
    public const long BackorderUnit = 1_000_000;

    /// <param name="days">The charted days.</param>
    /// <param name="thingsMax">So many fleets and so many crews are drawn, in file order.</param>
    public ReadinessChartPlan(ReadinessModel model, Day from, int[] days, int thingsMax, int firstSeries, int firstSum)
    {
        (Days, FirstSeries, FirstSum) = (days.Length, firstSeries, firstSum);
        Fleets = Math.Min(thingsMax, model.Fleets.Length);
        Crews = Math.Min(thingsMax, model.Crews.Length);
        Months = Fleets == 0 ? [] : [.. MonthsOf(from, model.Days)];
        Parts = [.. model.Fleets.Take(Fleets).SelectMany(PartsOf)];
        FirstTeams = Fleets * Days;
        FirstQueue = FirstTeams + (Crews * Days);
        Series = FirstQueue + (Crews * Days);
        FirstMonth = Fleets * Days * SumsOfDay;
        FirstPart = FirstMonth + (Fleets * Months.Length * SumsOfMonth);
        FirstLoad = FirstPart + (Parts.Length * SumsOfPart);
        Sums = FirstLoad + (Crews * Days * SumsOfLoad);
    }

    /// <summary>Jobs that wait are counted in tenths.</summary>
    public const int QueueUnit = 10;

    /// <summary>
    /// Of a fleet on a day: members owned, NMCS, the available share, whether any is owned; then ticks since the
    /// charted day before: owned, available, NMCS.
    /// </summary>
    public const int SumsOfDay = 7;

    /// <summary>Of a fleet in a month: ticks owned, then those down by <see cref="DownFor"/>.</summary>
    public const int SumsOfMonth = 1 + Downtime.Reasons;

    /// <summary>
    /// Of a part over all charted days: members that lack it alone, members that lack it, units in repair, units in
    /// transit; then backorders.
    /// </summary>
    public const int SumsOfPart = 5;

    /// <summary>Of a crew since the charted day before: working time in use, working time there.</summary>
    public const int SumsOfLoad = 2;

    public int Days { get; }

    public int Fleets { get; }

    public int Crews { get; }

    /// <summary>The months of the calendar, by their first and last day in it; none where there is no fleet.</summary>
    public (int First, int Last)[] Months { get; }

    public PartPlanned[] Parts { get; }

    /// <summary>Where its series begin in a record: members available, by fleet and day.</summary>
    public int FirstSeries { get; }

    /// <summary>Teams there, by crew and day; from here on, all counted from the first series.</summary>
    public int FirstTeams { get; }

    /// <summary>Jobs that waited since the charted day before, on average, by crew and day.</summary>
    public int FirstQueue { get; }

    public int Series { get; }

    /// <summary>Where its sums begin among a record's counters: those of fleets and days.</summary>
    public int FirstSum { get; }

    /// <summary>Of fleets and months; from here on, all counted from the first sum.</summary>
    public int FirstMonth { get; }

    public int FirstPart { get; }

    /// <summary>Of crews and days.</summary>
    public int FirstLoad { get; }

    public int Sums { get; }

    private static IEnumerable<(int First, int Last)> MonthsOf(Day from, int days)
    {
        var first = 0;
        for (var day = 0; day < days; day++)
        {
            if (day < days - 1 && (from + (day + 1)).DayOfMonth != 1) continue;
            yield return (first, day);
            first = day + 1;
        }
    }

    private static IEnumerable<PartPlanned> PartsOf(FleetModel fleet) => fleet.Places
        .DistinctBy(place => place.Kind)
        .Select(place => new PartPlanned(fleet.Index, place.Kind, place.Item, place.Stock));
}

/// <summary>A kind of part of a fleet.</summary>
/// <param name="Stock">Where its spares come from.</param>
public readonly record struct PartPlanned(int Fleet, int Kind, int Item, int Stock);
