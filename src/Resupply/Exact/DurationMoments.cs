using Resupply.Values;

namespace Resupply.Exact;

/// <summary>What the cdf does not say of a drawn duration: spread, mean up to a time, Laplace transform.</summary>
/// <remarks>
/// E[min(T, x)] = E[T; T ≤ x] + x P(T &gt; x); the partial means are those of Johnson, Kotz &amp; Balakrishnan,
/// Continuous Univariate Distributions 1 and 2, 1994/1995, which a change of the measure by t gives: gamma and beta
/// with one more degree, a lognormal moved by its own variance.
/// </remarks>
internal static class DurationMoments
{
    /// <summary>A normal is conditioned on being at least 0.</summary>
    public static double Variance(Distribution distribution, ReadOnlySpan<double> p)
    {
        switch (distribution)
        {
            case Distribution.Uniform: return (p[1] - p[0]) * (p[1] - p[0]) / 12;
            case Distribution.Triangular:
                return ((p[0] * (p[0] - p[1])) + (p[1] * (p[1] - p[2])) + (p[2] * (p[2] - p[0]))) / 18;
            case Distribution.Pert:
                var (width, a, b) = PertShape(p);
                return width * width * a * b / 252;
            case Distribution.Normal: return NormalVariance(p[0], p[1]);
            case Distribution.Lognormal or Distribution.Gamma: return p[1] * p[1];
            case Distribution.Exponential: return p[0] * p[0];
            case Distribution.Weibull:
                var logMean = DeterministicMath.LogGamma(1 + (1 / p[0]));
                var logRatio = DeterministicMath.LogGamma(1 + (2 / p[0])) - (2 * logMean);
                var mean = p[1] * DeterministicMath.Exp(logMean);
                return mean * mean * DeterministicMath.Expm1(logRatio);
            case Distribution.Empirical or Distribution.Discrete:
                var average = DistributionFunctions.Mean(distribution, p);
                return Average(distribution, p, value => (value - average) * (value - average));
            default: throw new ArgumentOutOfRangeException(nameof(distribution));
        }
    }

    /// <summary>E[min(T, days)]; null where it takes an integration.</summary>
    public static double? MeanUpTo(Distribution distribution, ReadOnlySpan<double> p, double days)
    {
        if (days <= 0) return days;
        switch (distribution)
        {
            case Distribution.Normal: return null;
            case Distribution.Exponential:
                return p[0] == 0 ? 0 : -p[0] * DeterministicMath.Expm1(-days / p[0]);
            case Distribution.Uniform:
                if (days <= p[0]) return days;
                return days >= p[1] ? (p[0] + p[1]) / 2 : days - ((days - p[0]) * (days - p[0]) / (2 * (p[1] - p[0])));
            case Distribution.Triangular: return TriangularUpTo(p[0], p[1], p[2], days);
            case Distribution.Empirical or Distribution.Discrete:
                return Average(distribution, p, value => Math.Min(value, days));
        }

        var reached = DistributionFunctions.Cdf(distribution, p, days);
        return Partial(distribution, p, days, reached) + (days * (1 - reached));
    }

    /// <summary>E[e^(−sT)]; null where it has no closed form.</summary>
    public static double? Transform(Distribution distribution, ReadOnlySpan<double> p, double s)
    {
        switch (distribution)
        {
            case Distribution.Exponential: return 1 / (1 + (s * p[0]));
            case Distribution.Gamma:
                if (p[1] == 0) return DeterministicMath.Exp(-s * p[0]);
                var ratio = p[0] / p[1];
                return DeterministicMath.Exp(-ratio * ratio * DeterministicMath.Log1p(s * p[1] / ratio));
            case Distribution.Uniform:
                var spread = s * (p[1] - p[0]);
                var share = spread == 0 ? 1 : -DeterministicMath.Expm1(-spread) / spread;
                return DeterministicMath.Exp(-s * p[0]) * share;
            case Distribution.Empirical or Distribution.Discrete:
                return Average(distribution, p, value => s == 0 ? 1 : DeterministicMath.Exp(-s * value));
            default: return null;
        }
    }

    /// <summary>E[T; T ≤ days].</summary>
    private static double Partial(Distribution distribution, ReadOnlySpan<double> p, double days, double reached)
    {
        switch (distribution)
        {
            case Distribution.Pert:
                var (width, a, b) = PertShape(p);
                if (width == 0 || days <= p[0] || days >= p[2]) return days < p[0] ? 0 : reached * Mean(p);
                var (below, above) = ((days - p[0]) / width, (p[2] - days) / width);
                var heavier = DeterministicMath.IncompleteBeta(a + 1, b, below, above).Lower;
                return (p[0] * reached) + (width * a / 6 * heavier);
            case Distribution.Gamma:
                if (p[1] == 0) return reached * p[0];
                var shape = p[0] / p[1] * (p[0] / p[1]);
                return p[0] * DeterministicMath.IncompleteGamma(shape + 1, days / p[0] * shape).Lower;
            case Distribution.Lognormal:
                if (p[1] == 0) return reached * p[0];
                var variance = DeterministicMath.Log1p(p[1] / p[0] * (p[1] / p[0]));
                var z = (DeterministicMath.Log(days / p[0]) - (0.5 * variance)) / Math.Sqrt(variance);
                return p[0] * DeterministicMath.NormalCdf(z);
            case Distribution.Weibull:
                if (p[1] == 0) return 0;
                var power = DeterministicMath.Pow(days / p[1], p[0]);
                var mean = p[1] * DeterministicMath.Exp(DeterministicMath.LogGamma(1 + (1 / p[0])));
                return mean * DeterministicMath.IncompleteGamma(1 + (1 / p[0]), power).Lower;
            default: throw new ArgumentOutOfRangeException(nameof(distribution));
        }

        static double Mean(ReadOnlySpan<double> p) => DistributionFunctions.Mean(Distribution.Pert, p);
    }

    private static (double Width, double A, double B) PertShape(ReadOnlySpan<double> p)
    {
        var width = p[2] - p[0];
        return width == 0 ? (0, 1, 1) : (width, 1 + (4 * (p[1] - p[0]) / width), 1 + (4 * (p[2] - p[1]) / width));
    }

    private static double TriangularUpTo(double low, double mode, double high, double days)
    {
        var (width, mean) = (high - low, (low + mode + high) / 3);
        if (days <= low) return days;
        if (days >= high) return mean;
        return days < mode
            ? days - ((days - low) * (days - low) / width * (days - low) / (mode - low) / 3)
            : mean - ((high - days) * (high - days) / width * (high - days) / (high - mode) / 3);
    }

    /// <summary>Johnson, Kotz &amp; Balakrishnan 1994, ch. 13, sec. 10.1: a normal truncated from below.</summary>
    private static double NormalVariance(double mean, double sd)
    {
        if (sd == 0) return 0;
        var z = mean / sd;
        if (z < -37) return sd / z * (sd / z); // the tail is exponential there
        var hazard = DeterministicMath.Exp(-0.5 * z * z) / Math.Sqrt(2 * Math.PI) / DeterministicMath.NormalCdf(z);
        return sd * sd * (1 - (hazard * (hazard + z)));
    }

    private static double Average(Distribution distribution, ReadOnlySpan<double> p, Func<double, double> of)
    {
        var step = distribution == Distribution.Discrete ? 2 : 1;
        var (sum, total) = (0.0, 0.0);
        for (var i = 0; i < p.Length; i += step)
        {
            var weight = step == 2 ? p[i + 1] : 1;
            if (weight == 0) continue; // never with weight 0 is not a number
            total += weight;
            sum += weight * of(p[i]);
        }

        return sum / total;
    }
}
