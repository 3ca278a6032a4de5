using System.Runtime.CompilerServices;

namespace Resupply.Readiness;

/// <summary>A crew in one replication: what changes of it stands side by side.</summary>
internal struct CrewState
{
    public WorkingHours Hours;

    /// <summary>Teams there are.</summary>
    public int There;

    /// <summary>Teams that are on a job; more than there are, where one leaves and still finishes.</summary>
    public int Busy;

    public long BusyTicks;
    public long PresentTicks;

    /// <summary>In working time.</summary>
    public long CountedUntil;

    public readonly bool HasFree => Busy < There;

    public readonly long Present => Math.Max(There, Busy);

    /// <summary>Working time since it was last counted.</summary>
    public readonly long WorkedSince(long tick) => Hours.Until(tick) - CountedUntil;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Count(long tick)
    {
        var worked = WorkedSince(tick);
        if (worked == 0) return;
        BusyTicks += Busy * worked;
        PresentTicks += Present * worked;
        CountedUntil += worked;
    }
}
