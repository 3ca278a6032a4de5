using Resupply.Simulation;

namespace Resupply.Answers;

/// <summary>
/// Puts the questions to each replication and leaves what they come to, replication by replication, for worlds that are
/// held against one another.
/// </summary>
/// <param name="measures">The measure of each probe in the outcome; measures without a probe stay none.</param>
public sealed class OutcomeProcess(Probe[] probes, int[] measures, Outcome outcome) : Process
{
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
            var (probe, measure) = (probes[i], measures[i]);
            if (probe.Last < probe.First) probe.Look(probe.Last);
            if (probe.IsNone) outcome.SetNone(measure);
            else if (probe.IsRatio) outcome.Set(measure, probe.X, probe.Y);
            else outcome.Set(measure, probe.X);
        }
    }
}
