namespace Resupply.Production;

/// <summary>Units to which the same happens at the 00:00 of some days, from the first to the last.</summary>
/// <param name="UnitDays">One for each of them and each day of the calendar from that 00:00 on.</param>
public readonly record struct Batch(long Units, long UnitDays, int First, int Last)
{
    /// <param name="days">Of the calendar.</param>
    public static Batch On(int day, long units, int days) => new(units, units * (days - day), day, day);

    /// <summary>One for each of them and each day that it is there before the last day.</summary>
    public long UnitDaysBeforeLast(int days) => UnitDays - (Units * (days - Last));
}
