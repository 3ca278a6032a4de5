using Resupply.Simulation;

namespace Resupply.Answers;

/// <summary>
/// Puts the questions to each replication: one measure each, and each measure again where a value that is drawn once is
/// in its lowest or highest fifth.
/// </summary>
public sealed class QuestionProcess(Probe[] probes, WatchedValue[] watched) : Process
{
    private double[] once = [];

    public override void Begin(Replication replication)
    {
        once = replication.Once;
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
            var tally = record.Measures[i];
            if (probe.IsNone) tally.AddNone();
            else if (probe.IsRatio) tally.AddRatio(probe.X, probe.Y);
            else tally.Add(probe.X);
        }

        for (var i = 0; i < watched.Length; i++)
        {
            var value = once[watched[i].Slot];
            if (value <= watched[i].LowUpto) AddAll(record.Low.AsSpan(i * probes.Length, probes.Length));
            if (value >= watched[i].HighFrom) AddAll(record.High.AsSpan(i * probes.Length, probes.Length));
        }
    }

    private void AddAll(Span<Moments> into)
    {
        for (var i = 0; i < probes.Length; i++)
        {
            var probe = probes[i];
            if (probe is Probe.Shortage) into[i].Add(probe.IsNone ? 1 : 0);
            else if (probe.IsNone) continue;
            else if (probe.IsRatio) into[i].Add(probe.X, probe.Y);
            else into[i].Add(probe.X);
        }
    }
}
