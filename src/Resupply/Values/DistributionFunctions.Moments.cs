namespace Resupply.Values;

/// <summary>Mean and distribution function.</summary>
public static partial class DistributionFunctions
{
    /// <summary>The mean; `never` where a discrete date may not come.</summary>
    public static double Mean(Distribution distribution, ReadOnlySpan<double> parameters) => distribution switch
    {
        Distribution.Uniform => (parameters[0] + parameters[1]) / 2,
        Distribution.Triangular => (parameters[0] + parameters[1] + parameters[2]) / 3,
        Distribution.Pert => (parameters[0] + (4 * parameters[1]) + parameters[2]) / 6,
        Distribution.Weibull =>
            parameters[1] * DeterministicMath.Exp(DeterministicMath.LogGamma(1 + (1 / parameters[0]))),
        Distribution.Binomial => Rounding.Whole(parameters[0]) * parameters[1],
        Distribution.Empirical => Average(parameters),
        Distribution.Discrete => WeightedAverage(parameters),
        _ => parameters[0],
    };

    /// <summary>The mean of a normal conditioned on being at least 0.</summary>
    /// <remarks>Johnson, Kotz &amp; Balakrishnan, Continuous Univariate Distributions 1, 1994, eq. (13.134).</remarks>
    public static double MeanNonNegativeNormal(double mean, double sd)
    {
        if (sd == 0) return mean;
        var z = mean / sd;
        if (z < -37) return -sd / z; // the tail is exponential there
        var density = DeterministicMath.Exp(-0.5 * z * z) / Math.Sqrt(2 * Math.PI);
        return mean + (sd * density / DeterministicMath.NormalCdf(z));
    }

    /// <summary>The probability of a value not above x.</summary>
    public static double Cdf(Distribution distribution, ReadOnlySpan<double> parameters, double x) =>
        distribution switch
        {
            Distribution.Uniform => Share(x - parameters[0], parameters[1] - parameters[0]),
            Distribution.Triangular => TriangularCdf(parameters[0], parameters[1], parameters[2], x),
            Distribution.Pert => PertCdf(parameters[0], parameters[1], parameters[2], x),
            Distribution.Normal => parameters[1] == 0
                ? Step(x >= parameters[0])
                : DeterministicMath.NormalCdf((x - parameters[0]) / parameters[1]),
            Distribution.Lognormal => LognormalCdf(parameters[0], parameters[1], x),
            Distribution.Gamma => GammaCdf(parameters[0], parameters[1], x),
            Distribution.Exponential => WeibullCdf(1, parameters[0], x),
            Distribution.Weibull => WeibullCdf(parameters[0], parameters[1], x),
            Distribution.Poisson => PoissonCdf(x, parameters[0]),
            Distribution.NegativeBinomial => NegativeBinomialCdf(parameters[0], parameters[1], x),
            Distribution.Geometric => GeometricCdf(parameters[0], x),
            Distribution.Binomial => BinomialCdf(Rounding.Whole(parameters[0]), parameters[1], x),
            Distribution.Empirical => EmpiricalCdf(parameters, x),
            Distribution.Discrete => DiscreteCdf(parameters, x),
            _ => throw new ArgumentOutOfRangeException(nameof(distribution)),
        };

    /// <summary>The distribution function of a normal conditioned on being at least 0.</summary>
    public static double CdfNonNegativeNormal(double mean, double sd, double x)
    {
        if (x < 0) return 0;
        if (sd == 0) return Step(x >= mean);
        var z = mean / sd;
        if (z < -37)
        {
            // As in the quantile: the square of the normal's argument grows like an exponential there.
            var further = x / sd;
            return -DeterministicMath.Expm1(-further * ((0.5 * further) - z));
        }

        return 1 - (DeterministicMath.NormalCdf((mean - x) / sd) / DeterministicMath.NormalCdf(z));
    }

    private static double Step(bool reached) => reached ? 1 : 0;

    private static double Share(double part, double width)
    {
        if (width == 0) return Step(part >= 0);
        return Math.Clamp(part / width, 0, 1);
    }

    private static double TriangularCdf(double low, double mode, double high, double x)
    {
        if (x < low) return 0;
        if (x >= high) return 1;
        var width = high - low;
        return x < mode
            ? (x - low) * (x - low) / width / (mode - low)
            : 1 - ((high - x) * (high - x) / width / (high - mode));
    }

    private static double PertCdf(double low, double mode, double high, double x)
    {
        if (x < low) return 0;
        if (x >= high) return 1;
        var width = high - low;
        var a = 1 + (4 * (mode - low) / width);
        var b = 1 + (4 * (high - mode) / width);
        return DeterministicMath.IncompleteBeta(a, b, (x - low) / width, (high - x) / width).Lower;
    }

    private static double LognormalCdf(double mean, double sd, double x)
    {
        if (sd == 0) return Step(x >= mean);
        if (x <= 0) return 0;
        var ratio = sd / mean;
        var variance = DeterministicMath.Log1p(ratio * ratio);
        var z = (DeterministicMath.Log(x / mean) + (0.5 * variance)) / Math.Sqrt(variance);
        return DeterministicMath.NormalCdf(z);
    }

    private static double GammaCdf(double mean, double sd, double x)
    {
        if (sd == 0) return Step(x >= mean);
        if (x <= 0) return 0;
        var ratio = mean / sd;
        var shape = ratio * ratio;
        return DeterministicMath.IncompleteGamma(shape, x / mean * shape).Lower;
    }

    private static double WeibullCdf(double shape, double scale, double x)
    {
        if (x < 0) return 0;
        if (scale == 0) return 1;
        return x == 0 ? 0 : -DeterministicMath.Expm1(-DeterministicMath.Pow(x / scale, shape));
    }

    private static double EmpiricalCdf(ReadOnlySpan<double> values, double x)
    {
        var reached = 0;
        foreach (var value in values)
        {
            if (value <= x) reached++;
        }

        return (double)reached / values.Length;
    }

    private static double DiscreteCdf(ReadOnlySpan<double> pairs, double x)
    {
        var total = 0.0;
        var reached = 0.0;
        for (var i = 0; i < pairs.Length; i += 2)
        {
            total += pairs[i + 1];
            if (pairs[i] <= x) reached += pairs[i + 1];
        }

        return reached / total;
    }

    private static double Average(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values) sum += value;
        return sum / values.Length;
    }

    private static double WeightedAverage(ReadOnlySpan<double> pairs)
    {
        var total = 0.0;
        var sum = 0.0;
        for (var i = 0; i < pairs.Length; i += 2)
        {
            if (pairs[i + 1] == 0) continue; // never with weight 0 is not a number
            total += pairs[i + 1];
            sum += pairs[i] * pairs[i + 1];
        }

        return sum / total;
    }
}
