using System.Runtime.CompilerServices;

namespace Resupply.Values;

/// <summary>The distributions of the language as functions of their parameters, in the order of SCENARIO.md.</summary>
/// <remarks>
/// The parameters must be in their domain: `Problem` says whether they are. `discrete` alternates value and weight;
/// a value may be `never` (positive infinity).
/// </remarks>
public static partial class DistributionFunctions
{
    /// <summary>
    /// The smallest v with F(v) at least u, for 0 &lt; u &lt; 1: the draw by inversion. Never falls as u rises.
    /// </summary>
    public static double Quantile(Distribution distribution, ReadOnlySpan<double> parameters, double u) =>
        distribution switch
        {
            Distribution.Uniform => Uniform(parameters[0], parameters[1], u),
            Distribution.Triangular => Triangular(parameters[0], parameters[1], parameters[2], u),
            Distribution.Pert => Pert(parameters[0], parameters[1], parameters[2], u),
            Distribution.Normal => Normal(parameters[0], parameters[1], u),
            Distribution.Lognormal => Lognormal(parameters[0], parameters[1], u),
            Distribution.Gamma => Gamma(parameters[0], parameters[1], u),
            Distribution.Exponential => -parameters[0] * DeterministicMath.Log1p(-u),
            Distribution.Weibull => Weibull(parameters[0], parameters[1], u),
            Distribution.Poisson => Poisson(parameters[0], u),
            Distribution.NegativeBinomial => NegativeBinomial(parameters[0], parameters[1], u),
            Distribution.Geometric => Geometric(parameters[0], u),
            Distribution.Binomial => Binomial(Rounding.Whole(parameters[0]), parameters[1], u),
            Distribution.Empirical => Empirical(parameters, u),
            Distribution.Discrete => Discrete(parameters, u),
            _ => throw new ArgumentOutOfRangeException(nameof(distribution)),
        };

    /// <summary>A normal conditioned on being at least 0 (not clipped at 0), by inversion.</summary>
    /// <remarks>
    /// More than 37 sd below 0 the tail is so thin that the normal distribution function underflows; there Marsaglia's
    /// limit ("Generating a variable from the tail of the normal distribution", 1964) is within one part in a thousand.
    /// </remarks>
    /// <exception cref="DrawException">sd is 0 and the mean below 0: the condition cannot be met.</exception>
    public static double QuantileNonNegativeNormal(double mean, double sd, double u)
    {
        if (sd == 0)
        {
            return mean >= 0 ? mean : throw new DrawException($"normal with mean {mean} and sd 0 is never at least 0");
        }

        var z = mean / sd;
        if (z < -37)
        {
            var fall = -2 * DeterministicMath.Log1p(-u);
            return sd * fall / (Math.Sqrt((z * z) + fall) - z);
        }

        if (z >= 0)
        {
            var below = DeterministicMath.NormalCdf(-z);
            return Math.Max(0, mean + (sd * DeterministicMath.NormalQuantile(below + (u * (1 - below)))));
        }

        var above = DeterministicMath.NormalCdf(z) * (1 - u);
        return Math.Max(0, mean - (sd * DeterministicMath.NormalQuantile(above)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double Uniform(double low, double high, double u) => low + (u * (high - low));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double Triangular(double low, double mode, double high, double u)
    {
        var width = high - low;
        if (width == 0) return low;
        return u * width < mode - low
            ? low + Math.Sqrt(u * width * (mode - low))
            : high - Math.Sqrt((1 - u) * width * (high - mode));
    }

    private static double Normal(double mean, double sd, double u) =>
        sd == 0 ? mean : mean + (sd * DeterministicMath.NormalQuantile(u));

    private static double Lognormal(double mean, double sd, double u)
    {
        if (sd == 0) return mean;
        var variance = VarianceOfLog(mean, sd);
        var z = DeterministicMath.NormalQuantile(u);
        return mean * DeterministicMath.Exp((Math.Sqrt(variance) * z) - (0.5 * variance));
    }

    /// <summary>The variance of a lognormal's logarithm.</summary>
    internal static double VarianceOfLog(double mean, double sd)
    {
        var ratio = sd / mean;
        return DeterministicMath.Log1p(ratio * ratio);
    }

    private static double Weibull(double shape, double scale, double u) =>
        scale * DeterministicMath.Pow(-DeterministicMath.Log1p(-u), 1 / shape);
}
