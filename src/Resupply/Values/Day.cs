using System.Globalization;

namespace Resupply.Values;

/// <summary>
/// A calendar day, counted from 1 January of the year 1. What happens "on" a day happens at its 00:00.
/// </summary>
public readonly record struct Day(int Number) : IComparable<Day>
{
    public static Day Of(int year, int month, int day) => new(new DateOnly(year, month, day).DayNumber);

    /// <summary>Reads `2024-12-31`; null where the text is not such a date.</summary>
    public static Day? Parse(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? new Day(date.DayNumber)
            : null;

    public int Year => DateOnly.FromDayNumber(Number).Year;

    public int Month => DateOnly.FromDayNumber(Number).Month;

    public int DayOfMonth => DateOnly.FromDayNumber(Number).Day;

    public DayOfWeek DayOfWeek => DateOnly.FromDayNumber(Number).DayOfWeek;

    public static Day operator +(Day day, int days) => new(day.Number + days);
    public static int operator -(Day end, Day start) => end.Number - start.Number;
    public static bool operator <(Day a, Day b) => a.Number < b.Number;
    public static bool operator >(Day a, Day b) => a.Number > b.Number;
    public static bool operator <=(Day a, Day b) => a.Number <= b.Number;
    public static bool operator >=(Day a, Day b) => a.Number >= b.Number;
    public int CompareTo(Day other) => Number.CompareTo(other.Number);

    public override string ToString() =>
        DateOnly.FromDayNumber(Number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
