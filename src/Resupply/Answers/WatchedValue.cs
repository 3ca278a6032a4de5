using Resupply.Simulation;

namespace Resupply.Answers;

/// <summary>A value that is drawn once, with the bounds of its lowest and highest fifth.</summary>
/// <param name="LowUpto">In its lowest fifth: up to this, or what ties make of it.</param>
/// <param name="HighFrom">In its highest fifth: from this.</param>
/// <param name="BinEnds">The upper ends of its bins but the last, ascending.</param>
/// <param name="IsApart">It is drawn on its own: neither from a name under `unknowns` nor together with others.</param>
public sealed record WatchedValue(
    int Slot, string Path, double LowUpto, double HighFrom, double[] BinEnds, bool IsApart)
{
    public int Bins => BinEnds.Length + 1;

    /// <summary>The measures to which it can make a difference: only those are kept by where it is.</summary>
    public int[] Measures { get; init; } = [];

    /// <summary>
    /// The bounds are read off the first draws, whatever number of replications is run: so they are the same for every
    /// block and every machine.
    /// </summary>
    private const int PilotDraws = 4096;

    /// <summary>All values with a draw of their own that takes more than one value.</summary>
    /// <param name="columns">Numbers that each replication adds to a bin of each value.</param>
    public static WatchedValue[] Among(DrawnOnce once, int columns)
    {
        var own = Enumerable.Range(0, once.Count).Where(once.HasOwnDraw).ToArray();
        if (own.Length == 0) return [];
        var samples = Array.ConvertAll(own, _ => new double[PilotDraws]);
        var values = new double[once.Count];
        for (var number = 0; number < PilotDraws; number++)
        {
            once.Draw(number, values);
            for (var i = 0; i < own.Length; i++) samples[i][number] = values[own[i]];
        }

        var bins = ValueBins.BinsFor(own.Length, columns);
        return [.. own.Select((slot, i) => Of(slot, once, samples[i], bins)).OfType<WatchedValue>()];
    }

    private static WatchedValue? Of(int slot, DrawnOnce once, double[] sample, int bins)
    {
        Array.Sort(sample);
        var low = sample[(PilotDraws / 5) - 1];
        var high = sample[PilotDraws - (PilotDraws / 5)];

        // Where one value holds more than half of the draws, a fifth would be all of it: what lies beyond it instead.
        var below = Array.FindLastIndex(sample, value => value < low);
        var above = Array.FindIndex(sample, value => value > high);
        if (below >= 0 && sample.Count(value => value <= low) > PilotDraws / 2) low = sample[below];
        if (above >= 0 && sample.Count(value => value >= high) > PilotDraws / 2) high = sample[above];
        if (low >= high) return null;
        var value = once.Values[slot];
        return new WatchedValue(
            slot, value.Path, low, high, ValueBins.Ends(sample, low, high, bins), once.IsDrawnApart(slot));
    }
}
