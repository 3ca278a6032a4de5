using Resupply.Values;
using static System.FormattableString;

namespace Resupply.Forecasting.Importing;

public enum PeriodKind
{
    Day,
    Month,
}

/// <summary>Periods are counted: days as <see cref="Day"/> does, months from January of the year 0.</summary>
public static class Period
{
    private const int MonthsPerYear = 12;

    public static int Of(PeriodKind kind, Day day) =>
        kind == PeriodKind.Day ? day.Number : (day.Year * MonthsPerYear) + day.Month - 1;

    public static Day FirstDay(PeriodKind kind, int period) => kind == PeriodKind.Day
        ? new Day(period)
        : Day.Of(period / MonthsPerYear, (period % MonthsPerYear) + 1, 1);

    /// <summary>`2024-11-08`, or `2024-11`.</summary>
    public static string Text(PeriodKind kind, int period) => kind == PeriodKind.Day
        ? new Day(period).ToString()
        : Invariant($"{period / MonthsPerYear:0000}-{(period % MonthsPerYear) + 1:00}");

    /// <summary>`2024-11-08`, or `2024-11-08..2024-11-10` where there are several.</summary>
    public static string Text(PeriodKind kind, int first, int last) =>
        first == last ? Text(kind, first) : $"{Text(kind, first)}..{Text(kind, last)}";

    /// <summary>Reads what <see cref="Text(PeriodKind, int)"/> writes; null where the text is neither.</summary>
    public static (PeriodKind Kind, int Period)? Parse(string text) =>
        Day.Parse(text) is { } day ? (PeriodKind.Day, day.Number)
        : Day.Parse(text + "-01") is { } first && text.Length == 7 ? (PeriodKind.Month, Of(PeriodKind.Month, first))
        : null;
}
