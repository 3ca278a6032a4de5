using Resupply.Values;
using static System.FormattableString;

namespace Resupply.Forecasting;

/// <summary>A day or a month, counted.</summary>
/// <param name="Number">Of a day: that of <see cref="Day"/>; of a month: 12 for each year before it, from year
/// 0.</param>
public readonly record struct Period(PeriodStep Step, int Number)
{
    private const int MonthsPerYear = 12;
    private const int DaysPerWeek = 7;
    private const int MonthLength = 7;

    /// <summary>Periods after which the season comes again: a week of days, a year of months.</summary>
    public static int SeasonOf(PeriodStep step) => step == PeriodStep.Day ? DaysPerWeek : MonthsPerYear;

    /// <summary>The period that holds the day.</summary>
    public static Period Of(PeriodStep step, Day day) =>
        new(step, step == PeriodStep.Day ? day.Number : (day.Year * MonthsPerYear) + day.Month - 1);

    /// <summary>`2024-11-08` or `2024-11`; null for anything else.</summary>
    public static Period? Parse(string text)
    {
        if (Day.Parse(text) is { } day) return new Period(PeriodStep.Day, day.Number);
        return text.Length == MonthLength && Day.Parse(text + "-01") is { } first ? Of(PeriodStep.Month, first) : null;
    }

    /// <summary>Which part of the season: the weekday from Sunday, or the month, each from 0.</summary>
    public int Slot => Step == PeriodStep.Day ? (int)new Day(Number).DayOfWeek : Number % MonthsPerYear;

    /// <summary>The first day of the period.</summary>
    public Day FirstDay => Step == PeriodStep.Day
        ? new Day(Number)
        : Day.Of(Number / MonthsPerYear, (Number % MonthsPerYear) + 1, 1);

    public static Period operator +(Period period, int steps) => period with { Number = period.Number + steps };

    public override string ToString() => Step == PeriodStep.Day
        ? new Day(Number).ToString()
        : Invariant($"{Number / MonthsPerYear:0000}-{(Number % MonthsPerYear) + 1:00}");
}
