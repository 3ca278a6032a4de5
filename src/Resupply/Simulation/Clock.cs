namespace Resupply.Simulation;

/// <summary>Time as whole ticks of one second since the calendar's first 00:00.</summary>
public static class Clock
{
    public const long TicksPerDay = 86_400;

    /// <summary>00:00 of a day.</summary>
    public static long At(int day) => day * TicksPerDay;
}
