using System.Buffers;

namespace Resupply.Values;

/// <summary>The two distributions that list their values.</summary>
public static partial class DistributionFunctions
{
    private const int OnStackMax = 64;

    private static double Empirical(ReadOnlySpan<double> values, double u)
    {
        var rank = Math.Clamp((int)Math.Ceiling(u * values.Length) - 1, 0, values.Length - 1);
        if (InOrder(values, 1)) return values[rank];

        var pooled = values.Length > OnStackMax ? ArrayPool<double>.Shared.Rent(values.Length) : null;
        var sorted = pooled is null ? stackalloc double[values.Length] : pooled.AsSpan(0, values.Length);
        values.CopyTo(sorted);
        sorted.Sort();
        var value = sorted[rank];
        if (pooled is not null) ArrayPool<double>.Shared.Return(pooled);
        return value;
    }

    private static double Discrete(ReadOnlySpan<double> pairs, double u)
    {
        if (InOrder(pairs, 2)) return FirstReaching(pairs, u);

        var pooled = pairs.Length > OnStackMax ? ArrayPool<double>.Shared.Rent(pairs.Length) : null;
        var sorted = pooled is null ? stackalloc double[pairs.Length] : pooled.AsSpan(0, pairs.Length);
        SortPairs(pairs, sorted);
        var value = FirstReaching(sorted, u);
        if (pooled is not null) ArrayPool<double>.Shared.Return(pooled);
        return value;
    }

    private static bool InOrder(ReadOnlySpan<double> parameters, int stride)
    {
        for (var i = stride; i < parameters.Length; i += stride)
        {
            if (parameters[i] < parameters[i - stride]) return false;
        }

        return true;
    }

    /// <summary>By value; equal values stay as they were written, so that their weights add up in one order.</summary>
    private static void SortPairs(ReadOnlySpan<double> pairs, Span<double> sorted)
    {
        pairs.CopyTo(sorted);
        var ordered = System.Runtime.InteropServices.MemoryMarshal.Cast<double, (double Value, double Weight)>(sorted);
        ordered.Sort(static (a, b) => a.Value != b.Value
            ? a.Value.CompareTo(b.Value)
            : a.Weight.CompareTo(b.Weight));
    }

    private static double FirstReaching(ReadOnlySpan<double> sorted, double u)
    {
        var total = 0.0;
        for (var i = 1; i < sorted.Length; i += 2) total += sorted[i];
        var level = u * total;
        var sum = 0.0;
        var last = sorted[0];
        for (var i = 0; i < sorted.Length; i += 2)
        {
            if (sorted[i + 1] == 0) continue;
            sum += sorted[i + 1];
            last = sorted[i];
            if (sum >= level) break;
        }

        return last;
    }
}
