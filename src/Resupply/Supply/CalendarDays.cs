using Resupply.Values;

namespace Resupply.Supply;

/// <summary>Dates as days of the calendar.</summary>
public static class CalendarDays
{
    /// <summary>
    /// Counted from the calendar's first day. What lies before it happens on its first day; what lies after it,
    /// or never comes, is the number of its days.
    /// </summary>
    public static int Of(double date, Day from, int days) =>
        date >= from.Number + days ? days : (int)Math.Clamp(Rounding.HalfUp(date) - from.Number, 0, days);
}
