using System.Runtime.CompilerServices;
using Resupply.Simulation;

namespace Resupply.Readiness;

/// <summary>The part of each day that a crew works, from 08:00.</summary>
/// <param name="TicksPerDay">Working time of a day, above 0 and at most a whole day.</param>
public readonly record struct WorkingHours(long TicksPerDay)
{
    private const long FirstHour = 8 * 3600;

    public static WorkingHours AroundTheClock { get; } = new(Clock.TicksPerDay);

    /// <summary>Working time until this tick; only differences mean anything.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Until(long tick)
    {
        if (TicksPerDay == Clock.TicksPerDay) return tick;
        unchecked // never more than the tick, but for a day
        {
            var since = tick + (Clock.TicksPerDay - FirstHour);
            var day = (long)((ulong)since / Clock.TicksPerDay);
            return (day * TicksPerDay) + Math.Min(since - (day * Clock.TicksPerDay), TicksPerDay);
        }
    }

    /// <summary>When work that begins now (or with the next shift) is done; exactly at a shift's end too.</summary>
    /// <param name="worked">Working time until the start.</param>
    public long EndOf(long start, long worked, long work)
    {
        if (work == 0 || TicksPerDay == Clock.TicksPerDay) return start + work;
        if (work >= DrawnTicks.Never || TicksPerDay == 0) return DrawnTicks.Never;
        var done = worked + work;
        var day = (done - 1) / TicksPerDay;
        return ((day - 1) * Clock.TicksPerDay) + FirstHour + (done - (day * TicksPerDay));
    }
}
