using System.Runtime.CompilerServices;

namespace Resupply.Readiness;

/// <summary>A crew in one replication: what changes of it stands side by side.</summary>
/// <remarks>
/// Time over all teams is counted where their number changes: what a team adds is the working time until it stops less
/// the working time until it starts.
/// </remarks>
internal struct CrewState
{
    public WorkingHours Hours;

    /// <summary>Teams there are.</summary>
    public int There;

    /// <summary>Teams that are on a job; more than there are, where one leaves and still finishes.</summary>
    public int Busy;

    /// <summary>Jobs that wait for it, also where another crew might do.</summary>
    public int Waiting;

    private long busy; // of those that have stopped, less the starts of those that have not
    private long present;

    /// <param name="there">Teams at the start.</param>
    public CrewState(WorkingHours hours, int there)
    {
        Hours = hours;
        SetThere(there, 0);
    }

    /// <summary>A team is free, and a job waits for one.</summary>
    public readonly bool CanStart => Waiting > 0 && HasFree;

    public readonly bool HasFree => Busy < There;

    public readonly long Present => Math.Max(There, Busy);

    public readonly long BusyTicks(long tick) => busy + (Busy * Hours.Until(tick));

    public readonly long PresentTicks(long tick) => present + (Present * Hours.Until(tick));

    public void SetThere(int number, long tick)
    {
        present += Present * Hours.Until(tick);
        There = number;
        present -= Present * Hours.Until(tick);
    }

    /// <summary>A free team begins a job.</summary>
    /// <param name="worked">The working time until now.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Begin(long worked)
    {
        busy -= worked;
        Busy++;
    }

    /// <summary>A team has done its job; if it has left meanwhile, it goes.</summary>
    /// <param name="worked">The working time until now.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void End(long worked)
    {
        if (Busy > There) present += worked;
        busy += worked;
        Busy--;
    }
}
