using System.Numerics;
using System.Runtime.InteropServices;

namespace Resupply.Values;

/// <summary>Distributions of sums, mixtures and what is left of them, exactly.</summary>
/// <remarks>
/// Every weight is a sum of products taken in one fixed order, whatever the width of the machine's vectors, so the
/// bytes are the same everywhere. All terms are positive: nothing cancels. Null where `Pmf.LengthMax` would be passed.
/// </remarks>
public static class PmfAlgebra
{
    /// <summary>The sum of two independent values, in steps of |a| times |b|.</summary>
    public static Pmf? Convolve(Pmf a, Pmf b)
    {
        if ((long)a.Weights.Length + b.Weights.Length - 1 > Pmf.LengthMax) return null;
        var (few, many) = a.Weights.Length <= b.Weights.Length ? (a.Weights, b.Weights) : (b.Weights, a.Weights);
        var sum = new double[few.Length + many.Length - 1];
        for (var i = 0; i < few.Length; i++)
        {
            if (few[i] != 0) AddScaled(sum.AsSpan(i, many.Length), many, few[i]);
        }

        return new Pmf(a.First + b.First, sum).Trimmed();
    }

    /// <summary>One of these with its weight; the weights need not sum to 1.</summary>
    public static Pmf? Mix(IReadOnlyList<(double Weight, Pmf Of)> parts)
    {
        var first = parts.Min(part => part.Of.First);
        var length = parts.Max(part => part.Of.Last) - first + 1;
        if (length > Pmf.LengthMax) return null;
        var sum = new double[length];
        foreach (var (weight, of) in parts)
        {
            AddScaled(sum.AsSpan((int)(of.First - first), of.Weights.Length), of.Weights, weight);
        }

        return new Pmf(first, sum);
    }

    /// <summary>What is left where each unit stays with probability p. Counts only.</summary>
    public static Pmf Thin(Pmf count, double p)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count.First, nameof(count));
        ArgumentOutOfRangeException.ThrowIfNegative(p);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(p, 1);
        if (p == 1) return count;
        if (p == 0) return new Pmf(0, [count.Total]);
        var sum = new double[count.Last + 1];
        for (var i = 0; i < count.Weights.Length; i++)
        {
            if (count.Weights[i] == 0) continue;
            var left = CountPmf.Binomial(count.First + i, p)!;
            AddScaled(sum.AsSpan((int)left.First, left.Weights.Length), left.Weights, count.Weights[i]);
        }

        return new Pmf(0, sum).Trimmed();
    }

    /// <summary>With the signs turned round.</summary>
    public static Pmf Negated(Pmf pmf)
    {
        var weights = (double[])pmf.Weights.Clone();
        Array.Reverse(weights);
        return new Pmf(-pmf.Last, weights);
    }

    /// <summary>sum += scale * weights, without fused operations.</summary>
    internal static void AddScaled(Span<double> sum, ReadOnlySpan<double> weights, double scale)
    {
        var sums = MemoryMarshal.Cast<double, Vector<double>>(sum);
        var terms = MemoryMarshal.Cast<double, Vector<double>>(weights);
        for (var i = 0; i < sums.Length; i++) sums[i] += terms[i] * scale;
        for (var i = sums.Length * Vector<double>.Count; i < sum.Length; i++) sum[i] += weights[i] * scale;
    }
}
