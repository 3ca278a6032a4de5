using System.Runtime.CompilerServices;
using Resupply.Simulation;

namespace Resupply.Readiness;

/// <summary>What can happen at any time of the day.</summary>
public enum EventKind
{
    /// <summary>A member has operated until something of it fails or an inspection is due.</summary>
    MemberDue,

    /// <summary>A part that ages always has come to its end.</summary>
    PartFails,

    /// <summary>A removed unit arrives at its place of repair.</summary>
    UnitArrives,

    /// <summary>A part is fitted that no team was needed for.</summary>
    PartFitted,

    /// <summary>A team has repaired a unit; the jobs' ends stand in the order of <see cref="JobKind"/>.</summary>
    RepairDone,
    FittingDone,
    InspectionDone,
    UpkeepDone,

    /// <summary>A repaired unit is back at the stock of the site that sent it.</summary>
    UnitReturns,

    /// <summary>A unit that was ordered arrives.</summary>
    OrderArrives,

    /// <summary>A removal without a fleet.</summary>
    Removal,

    /// <summary>A fleet loses a member.</summary>
    Loss,
}

/// <summary>The time of day in one replication, and what is to happen later.</summary>
/// <param name="delays">In ticks; many things happen so long after another, the most frequent first.</param>
public sealed class Timeline(int days, params ReadOnlySpan<long> delays)
{
    private const int KindShift = 28;

    private readonly Agenda agenda = new(delays);
    private readonly long end = Clock.At(days);

    /// <summary>In ticks since the calendar's start.</summary>
    public long Now { get; set; }

    public void Clear()
    {
        agenda.Clear();
        Now = 0;
    }

    /// <summary>The lane of what always takes so long.</summary>
    public int LaneFor(long ticks) => agenda.LaneFor(ticks);

    /// <summary>What comes after the calendar's end never happens.</summary>
    /// <param name="index">Of the thing it happens to.</param>
    /// <param name="stamp">Tells, when the time has come, whether it still holds.</param>
    /// <param name="lane">Of what always takes so long.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void After(long ticks, EventKind kind, int index, int stamp = 0, int lane = Agenda.NoLane)
    {
        if (lane == Agenda.NoLane) At(Now + ticks, kind, index, stamp);
        else if (Now + ticks < end) agenda.ScheduleInLane(lane, Now + ticks, What(kind, index), stamp);
    }

    /// <summary>The same at a tick, which has not passed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void At(long tick, EventKind kind, int index, int stamp)
    {
        if (tick < end) agenda.Schedule(tick, What(kind, index), stamp);
    }

    private static int What(EventKind kind, int index) => ((int)kind << KindShift) | index;

    /// <summary>The next thing that happens before a time; then it is that time, or of the thing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Next(long before, out EventKind kind, out int index, out int stamp)
    {
        if (!agenda.TakeBefore(before, out var entry))
        {
            (kind, index, stamp) = (default, 0, 0);
            Now = before;
            return false;
        }

        Now = entry.Time;
        (kind, index) = ((EventKind)(entry.What >>> KindShift), entry.What & ((1 << KindShift) - 1));
        stamp = entry.Stamp;
        return true;
    }
}
