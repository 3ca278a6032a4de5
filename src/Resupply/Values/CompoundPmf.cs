namespace Resupply.Values;

/// <summary>The total of a random number of independent sizes. Null where `Pmf.LengthMax` would be passed.</summary>
/// <remarks>
/// Panjer, "Recursive evaluation of a family of compound distributions", ASTIN Bulletin 12, 1981:
/// g(k) = sum over j of (a + b j / k) f(j) g(k - j), for counts with p(n) = (a + b / n) p(n - 1).
/// Sizes of 0 are first thinned out of the count. The recursion starts at 1, not at g(0), which underflows for large
/// means; it is scaled down by exact powers of two where it grows, and divided by its sum at the end.
/// </remarks>
public static class CompoundPmf
{
    private const double ScaleAt = 1e250;
    private const double Scale = 1.0 / (1UL << 63) / (1UL << 63) / (1UL << 63) / (1UL << 63);

    /// <summary>The rest of the recursion is left out where its last weights, as many as sizes, sum to less.</summary>
    private const double RestMax = 1e-18;

    /// <param name="mean">Of the number of sizes.</param>
    /// <param name="size">Of each, not below 0.</param>
    public static Pmf? Poisson(double mean, Pmf size)
    {
        var (share, sizes) = WithoutZero(size);
        var left = mean * share;
        return left == 0 ? Pmf.Certainly(0) : Panjer(0, left, sizes, left);
    }

    /// <param name="mean">Of the number of sizes.</param>
    /// <param name="dispersion">Of the number: its variance is mean + dispersion * mean^2.</param>
    /// <param name="size">Of each, not below 0.</param>
    public static Pmf? NegativeBinomial(double mean, double dispersion, Pmf size)
    {
        if (dispersion * mean < DistributionFunctions.DispersionMin) return Poisson(mean, size);

        // What is left of a negative binomial by chance has the same dispersion.
        var (share, sizes) = WithoutZero(size);
        var excess = dispersion * mean * share;
        if (excess == 0) return Pmf.Certainly(0);
        var a = excess / (1 + excess);
        return Panjer(a, ((1 / dispersion) - 1) * a, sizes, mean * share);
    }

    /// <summary>With any count: Horner's rule in convolutions, one for each value the count may take.</summary>
    public static Pmf? Of(Pmf count, Pmf size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count.First, nameof(count));
        ArgumentOutOfRangeException.ThrowIfNegative(size.First, nameof(size));
        var sum = new Pmf(0, [count.Weights[^1]]);
        for (var n = count.Last - 1; n >= 0; n--)
        {
            if (PmfAlgebra.Convolve(sum, size) is not { } longer) return null;
            sum = longer;
            if (count.At(n) == 0) continue;
            if (PmfAlgebra.Mix([(1, sum), (count.At(n), Pmf.Certainly(0))]) is not { } with) return null;
            sum = with;
        }

        return sum;
    }

    /// <summary>By the count's distribution; null too where it is not one of counts.</summary>
    public static Pmf? Of(Distribution count, ReadOnlySpan<double> parameters, Pmf size) => count switch
    {
        Distribution.Poisson => Poisson(parameters[0], size),
        Distribution.NegativeBinomial => NegativeBinomial(parameters[0], parameters[1], size),
        Distribution.Geometric => NegativeBinomial(parameters[0], 1, size),
        _ => CountPmf.Of(count, parameters) is { } pmf ? Of(pmf, size) : null,
    };

    /// <summary>
    /// The probability of a size above 0, and the sizes above 0 that can come, with that as a condition.
    /// </summary>
    private static (double Share, List<(int Size, double Weight)> Sizes) WithoutZero(Pmf size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size.First, nameof(size));
        var share = 0.0;
        for (var i = 0; i < size.Weights.Length; i++)
        {
            if (size.First + i > 0) share += size.Weights[i];
        }

        var sizes = new List<(int, double)>();
        for (var i = 0; i < size.Weights.Length; i++)
        {
            if (size.First + i > 0 && size.Weights[i] > 0) sizes.Add(((int)(size.First + i), size.Weights[i] / share));
        }

        return (share / size.Total, sizes);
    }

    private static Pmf? Panjer(double a, double b, List<(int Size, double Weight)> sizes, double countMean)
    {
        var largest = sizes[^1].Size;
        var mean = countMean * sizes.Sum(size => size.Size * size.Weight);
        if (mean > Pmf.LengthMax) return null;
        var weights = new List<double> { 1 };
        var sum = 1.0;
        var alive = 0;
        for (var k = 1; ; k++)
        {
            if (k > mean && k % Math.Max(largest, 64) == 0 && weights.TakeLast(largest).Sum() < RestMax * sum) break;
            if (k >= Pmf.LengthMax) return null;
            var next = 0.0;
            foreach (var (size, weight) in sizes)
            {
                if (size > k) break;
                next += (a + (b * size / k)) * weight * weights[k - size];
            }

            weights.Add(next);
            sum += next;
            if (next <= ScaleAt) continue;
            alive = ScaleDown(weights, alive);
            sum *= Scale;
        }

        return new Pmf(0, [.. weights.Select(weight => weight / sum)]).Trimmed();
    }

    /// <summary>What has become 0 stays 0: returns where the rest begins.</summary>
    private static int ScaleDown(List<double> weights, int alive)
    {
        for (var i = alive; i < weights.Count; i++) weights[i] *= Scale;
        while (weights[alive] == 0 && alive < weights.Count - 1) alive++;
        return alive;
    }
}
