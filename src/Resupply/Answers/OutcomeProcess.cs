using Resupply.Simulation;

namespace Resupply.Answers;

/// <summary>
/// Puts the questions to each replication and leaves what they come to, replication by replication, for worlds that are
/// held against one another. Ratios of sums cannot be: their parts would have to be kept apart.
/// </summary>
public sealed class OutcomeProcess : Process
{
    private readonly Probe[] probes;
    private readonly Outcome outcome;

    /// <param name="outcome">One measure for each probe.</param>
    public OutcomeProcess(Probe[] probes, Outcome outcome)
    {
        (this.probes, this.outcome) = (probes, outcome);
        if (Array.Exists(probes, probe => probe.IsRatio))
            throw new ArgumentException("a ratio of sums has no value in one replication", nameof(probes));
    }

    public override void Begin(Replication replication)
    {
        foreach (var probe in probes) probe.Begin();
    }

    public override void Close(int day)
    {
        foreach (var probe in probes)
        {
            if (day >= probe.First && day <= probe.Last) probe.Look(day);
        }
    }

    public override void End(Record record)
    {
        for (var i = 0; i < probes.Length; i++)
        {
            var probe = probes[i];
            if (probe.Last < probe.First) probe.Look(probe.Last);
            if (probe.IsNone) outcome.SetNone(i);
            else outcome.Set(i, probe.X);
        }
    }
}
