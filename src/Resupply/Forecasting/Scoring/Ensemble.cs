namespace Resupply.Forecasting.Scoring;

/// <summary>A forecast as equally likely values: what courses drawn from it come to.</summary>
public sealed class Ensemble
{
    private readonly long[] sorted;

    /// <param name="values">At least two; copied.</param>
    public Ensemble(ReadOnlySpan<long> values)
    {
        sorted = values.ToArray();
        Sort(sorted);
        var (sum, weighted) = (0.0, 0.0);
        for (var i = 0; i < sorted.Length; i++)
        {
            sum += sorted[i];
            weighted += ((2.0 * i) - sorted.Length + 1) * sorted[i];
        }

        Mean = sum / sorted.Length;
        Spread = sorted.Length > 1 ? 2 * weighted / sorted.Length / (sorted.Length - 1.0) : 0;
    }

    public int Members => sorted.Length;

    public double Mean { get; }

    /// <summary>The mean distance of two different members: without bias for that of two draws.</summary>
    public double Spread { get; }

    /// <summary>The smallest member of which at least this share is at or below it.</summary>
    public long Quantile(double share) =>
        sorted[Math.Clamp((int)Math.Ceiling((share * sorted.Length) - 1e-9) - 1, 0, sorted.Length - 1)];

    /// <summary>How many members are at or below a value.</summary>
    public int AtMost(long value)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sorted[middle] <= value) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>The mean distance of a member to a value.</summary>
    public double DistanceTo(long value)
    {
        var sum = 0.0;
        foreach (var member in sorted) sum += Math.Abs(member - value);
        return sum / sorted.Length;
    }

    /// <summary>The mean distance of a member of one to a member of the other.</summary>
    public double DistanceTo(Ensemble other)
    {
        var (sum, i, j) = (0.0, 0, 0);
        var at = Math.Min(sorted[0], other.sorted[0]);
        while (i < sorted.Length || j < other.sorted.Length)
        {
            var next = i == sorted.Length ? other.sorted[j]
                : j == other.sorted.Length ? sorted[i]
                : Math.Min(sorted[i], other.sorted[j]);
            var (mine, its) = ((double)i / sorted.Length, (double)j / other.sorted.Length);
            sum += (next - at) * ((mine * (1 - its)) + (its * (1 - mine)));
            at = next;
            while (i < sorted.Length && sorted[i] == at) i++;
            while (j < other.sorted.Length && other.sorted[j] == at) j++;
        }

        return sum;
    }

    /// <summary>By counting where the values lie close together, as counts do.</summary>
    private static void Sort(Span<long> values)
    {
        var (least, most) = (long.MaxValue, long.MinValue);
        foreach (var value in values)
        {
            least = Math.Min(least, value);
            most = Math.Max(most, value);
        }

        if (most - least > 4L * values.Length)
        {
            values.Sort();
            return;
        }

        Span<int> counts = new int[most - least + 1];
        foreach (var value in values) counts[(int)(value - least)]++;
        var at = 0;
        for (var offset = 0; offset < counts.Length; offset++)
        {
            values.Slice(at, counts[offset]).Fill(least + offset);
            at += counts[offset];
        }
    }
}
