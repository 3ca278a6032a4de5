namespace Resupply.Values;

/// <summary>
/// The count distributions of the language, weight by weight. Null where `Pmf.LengthMax` would be passed.
/// </summary>
/// <remarks>
/// One weight at the mode by Loader (2000), the others from it by their ratio, outwards, until the rest of the tail
/// (bounded by a geometric series) is below what `Pmf` may cut.
/// </remarks>
public static class CountPmf
{
    public static Pmf? Poisson(double mean)
    {
        if (mean == 0) return Pmf.Certainly(0);
        var mode = Math.Floor(mean);
        return Outwards((long)mode, DeterministicMath.GammaDensity(mode, mean), k => mean / (k + 1), 0);
    }

    /// <summary>Variance = mean + dispersion * mean^2.</summary>
    public static Pmf? NegativeBinomial(double mean, double dispersion)
    {
        var excess = dispersion * mean;
        if (mean == 0 || excess < DistributionFunctions.DispersionMin) return Poisson(mean);
        var mode = Math.Max(0, Math.Floor(mean * (1 - dispersion)));
        var p = 1 / (1 + excess);
        var q = excess / (1 + excess);
        var weight = mode == 0
            ? DeterministicMath.Exp(-DeterministicMath.Log1p(excess) / dispersion)
            : DeterministicMath.BetaDensity(1 / dispersion, mode, p, q) / mode;
        var ratio = mean / (1 + excess);
        return Outwards((long)mode, weight, k => ratio * (1 + (k * dispersion)) / (k + 1), q);
    }

    public static Pmf? Geometric(double mean) => NegativeBinomial(mean, 1);

    public static Pmf? Binomial(long n, double p)
    {
        if (n == 0 || p == 0) return Pmf.Certainly(0);
        if (p == 1) return Pmf.Certainly(n);
        var q = 1 - p;
        var mode = (long)Math.Min(n, Math.Floor((n + 1) * p));
        var weight = mode == 0 ? DeterministicMath.Exp(n * DeterministicMath.Log1p(-p))
            : mode == n ? DeterministicMath.Exp(n * DeterministicMath.Log(p))
            : DeterministicMath.BetaDensity(mode, n - mode, p, q) * n / mode / (n - mode);
        return Outwards(mode, weight, k => (n - k) / (k + 1) * (p / q), 0);
    }

    /// <summary>
    /// The distribution of a count with these parameters; null for a distribution that is not one of counts.
    /// </summary>
    public static Pmf? Of(Distribution distribution, ReadOnlySpan<double> parameters) => distribution switch
    {
        Distribution.Poisson => Poisson(parameters[0]),
        Distribution.NegativeBinomial => NegativeBinomial(parameters[0], parameters[1]),
        Distribution.Geometric => Geometric(parameters[0]),
        Distribution.Binomial => Binomial((long)Rounding.Whole(parameters[0]), parameters[1]),
        _ => null,
    };

    /// <param name="mode">Where to start; the weights fall from there on both sides.</param>
    /// <param name="atMode">The weight there.</param>
    /// <param name="ratio">The weight of k + 1 over that of k.</param>
    /// <param name="lastRatio">What the ratio tends to.</param>
    private static Pmf? Outwards(long mode, double atMode, Func<double, double> ratio, double lastRatio)
    {
        var above = new List<double> { atMode };
        for (var k = (double)mode; ; k++)
        {
            var step = ratio(k);
            var weight = above[^1] * step;
            var slowest = Math.Max(step, lastRatio);
            if (weight == 0 || (slowest < 1 && weight < Pmf.TailMax / 4 * (1 - slowest))) break;
            above.Add(weight);
            if (above.Count > Pmf.LengthMax) return null;
        }

        var below = new List<double>();
        var at = atMode;
        for (var k = mode - 1; k >= 0; k--)
        {
            var step = 1 / ratio(k);
            at *= step;
            if (step < 1 && at < Pmf.TailMax / 4 * (1 - step)) break;
            below.Add(at);
            if (below.Count + above.Count > Pmf.LengthMax) return null;
        }

        below.Reverse();
        return AddedToOne(new Pmf(mode - below.Count, [.. below, .. above]));
    }

    /// <summary>The weight at the mode has some 1e-13 of rounding in it, and all others have it from there.</summary>
    private static Pmf AddedToOne(Pmf pmf)
    {
        var total = pmf.Total;
        for (var i = 0; i < pmf.Weights.Length; i++) pmf.Weights[i] /= total;
        return pmf;
    }
}
