using Resupply.Simulation;

namespace Resupply.Answers;

/// <summary>
/// Puts the questions to each replication: one measure each, and each measure again by where a value that is drawn once
/// is: in its lowest or highest fifth, and in which of its bins. Measures to which the value makes no difference are
/// not kept again.
/// </summary>
public sealed class QuestionProcess(Probe[] probes, WatchedValue[] watched, MeasureColumns columns) : Process
{
    private readonly long[] row = new long[columns.Length];
    private readonly int[][] kept = [.. watched.Select(value => columns.Of(value.Measures))];
    private readonly int[] binOf = new int[watched.Length];
    private double[] once = [];
    private int part;

    public override void Begin(Replication replication)
    {
        once = replication.Once;
        part = BinnedSums.PartOf(replication.Number);
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

        FillRow(record.Binned);
        var bins = 0;
        for (var i = 0; i < watched.Length; i++)
        {
            var (each, value) = (watched[i], once[watched[i].Slot]);
            binOf[i] = -1;
            if (each.Measures.Length > 0)
            {
                var first = i * probes.Length;
                if (value <= each.LowUpto) Add(each.Measures, record.Low.AsSpan(first, probes.Length));
                if (value >= each.HighFrom) Add(each.Measures, record.High.AsSpan(first, probes.Length));
                binOf[i] = bins + ValueBins.Of(value, each.BinEnds);
            }

            bins += each.Bins;
        }

        record.Binned.Add(part, row, binOf, kept);
    }

    /// <summary>What is added to a bin of each value is the same.</summary>
    private void FillRow(BinnedSums into)
    {
        row[0] = 1;
        for (var i = 0; i < probes.Length; i++)
        {
            var (x, y) = Pair(probes[i]);
            row[MeasureColumns.Of(i)] = x;
            if (columns.Wholes[i] > 0) row[columns.Wholes[i]] = y;
            into.AddTotal(i, part, x, y);
        }
    }

    private static (long X, long Y) Pair(Probe probe) => probe switch
    {
        Probe.Shortage => (probe.IsNone ? 1 : 0, 1),
        { IsNone: true } => (0, 0),
        { IsRatio: true } => (probe.X, probe.Y),
        _ => (probe.X, 1),
    };

    private void Add(int[] measures, Span<Moments> into)
    {
        foreach (var i in measures)
        {
            var probe = probes[i];
            if (probe is Probe.Shortage) into[i].Add(probe.IsNone ? 1 : 0);
            else if (probe.IsNone) continue;
            else if (probe.IsRatio) into[i].Add(probe.X, probe.Y);
            else into[i].Add(probe.X);
        }
    }
}
