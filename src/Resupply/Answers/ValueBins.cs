namespace Resupply.Answers;

/// <summary>
/// Bins of a value that is drawn once, about equally likely each. A value that takes few values has a bin for each, and
/// so has one that is drawn more often than a bin holds. The lowest and the highest fifth are made of whole bins.
/// </summary>
public static class ValueBins
{
    /// <summary>
    /// Of equal probability there are so many: a straight line loses 1/400 of what it explains, a wave over the whole
    /// range 1/120.
    /// </summary>
    public const int BinsMax = 20;

    /// <summary>Sums that one thread keeps of all values and measures: 16 MB.</summary>
    private const int SumsMax = 1 << 20;

    /// <summary>How many bins each of so many values may have; 1: too many values, by too many measures.</summary>
    public static int BinsFor(int values, int columns)
    {
        foreach (var bins in (ReadOnlySpan<int>)[BinsMax, BinsMax / 2, BinsMax / 4])
        {
            if ((long)values * columns * bins * Simulation.BinnedSums.Parts <= SumsMax) return bins;
        }

        return 1;
    }

    /// <summary>Upper ends, ascending: a bin holds what is at most its end, the last one all that is above.</summary>
    /// <param name="sorted">Draws of the value, ascending.</param>
    /// <param name="low">The lowest fifth's upper end.</param>
    /// <param name="high">The highest fifth's lower end.</param>
    /// <param name="bins">1, or 5, 10 or 20.</param>
    public static double[] Ends(ReadOnlySpan<double> sorted, double low, double high, int bins)
    {
        if (bins < 2) return [];
        List<double> ends = [low, Math.BitDecrement(high)];
        for (var bin = 1; bin < bins; bin++) ends.Add(sorted[(bin * sorted.Length / bins) - 1]);
        ends.AddRange(EndsAround(sorted, bins));
        ends.Sort();
        return Telling(ends, sorted);
    }

    /// <summary>The bin that a number is in.</summary>
    public static int Of(double number, double[] ends)
    {
        var bin = 0;
        while (bin < ends.Length && number > ends[bin]) bin++;
        return bin;
    }

    /// <summary>
    /// Both sides of each value that is drawn more often than a bin holds, and of each where there are few.
    /// </summary>
    private static List<double> EndsAround(ReadOnlySpan<double> sorted, int bins)
    {
        List<(double Value, int Times)> distinct = [];
        for (int first = 0, next; first < sorted.Length; first = next)
        {
            next = first + 1;
            while (next < sorted.Length && sorted[next] == sorted[first]) next++;
            distinct.Add((sorted[first], next - first));
        }

        var least = distinct.Count <= bins ? 0 : sorted.Length / bins;
        List<double> ends = [];
        foreach (var (value, times) in distinct)
        {
            if (times > least) ends.AddRange([Math.BitDecrement(value), value]);
        }

        return ends;
    }

    /// <summary>Without ends that part no draw from another; the higher one stays.</summary>
    private static double[] Telling(List<double> ends, ReadOnlySpan<double> sorted)
    {
        List<double> telling = [];
        var (below, last) = (0, 0);
        foreach (var end in ends)
        {
            while (below < sorted.Length && sorted[below] <= end) below++;
            if (below == 0 || below == sorted.Length) continue;
            if (below == last) telling[^1] = end;
            else telling.Add(end);
            last = below;
        }

        return [.. telling];
    }
}
