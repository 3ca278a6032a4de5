namespace Resupply.Readiness;

/// <summary>
/// How long jobs waited for each crew, added up over jobs: at a day's end a queue may be gone that stood all morning.
/// </summary>
public sealed class JobQueues
{
    private readonly ReadinessModel model;
    private readonly Timeline timeline;
    private readonly long[] waiting;
    private readonly long[] waitedTicks;
    private readonly long[] countedUntil;

    public JobQueues(ReadinessModel model, Teams teams, Timeline timeline)
    {
        (this.model, this.timeline) = (model, timeline);
        waiting = new long[model.Choices.Length];
        waitedTicks = new long[model.Choices.Length];
        countedUntil = new long[model.Choices.Length];
        teams.Queued = Change;
    }

    public void Begin()
    {
        Array.Clear(waiting);
        Array.Clear(waitedTicks);
        Array.Clear(countedUntil);
    }

    /// <summary>Jobs times ticks until now; a job that several crews may do waits for each of them.</summary>
    public long WaitedTicks(int crew)
    {
        var sum = 0L;
        foreach (var choice in model.Crews[crew].Choices)
            sum += waitedTicks[choice] + (waiting[choice] * (timeline.Now - countedUntil[choice]));
        return sum;
    }

    private void Change(int choice, int more)
    {
        waitedTicks[choice] += waiting[choice] * (timeline.Now - countedUntil[choice]);
        countedUntil[choice] = timeline.Now;
        waiting[choice] += more;
    }
}
