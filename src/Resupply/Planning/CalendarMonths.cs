using System.Collections.Immutable;
using Resupply.Values;

namespace Resupply.Planning;

/// <summary>The calendar months of a plan; the first and the last may be parts of one.</summary>
public static class CalendarMonths
{
    public static ImmutableArray<(Day From, Day To)> Of(Day from, Day to)
    {
        var months = ImmutableArray.CreateBuilder<(Day From, Day To)>();
        for (var first = from; first <= to;)
        {
            var date = DateOnly.FromDayNumber(first.Number);
            var last = Day.Of(date.Year, date.Month, DateTime.DaysInMonth(date.Year, date.Month));
            months.Add((first, last < to ? last : to));
            first = last + 1;
        }

        return months.ToImmutable();
    }
}
