using Resupply.Simulation;

namespace Resupply.Answers;

/// <summary>Bounds of the simulation's own error, at 95 %.</summary>
public static class Intervals
{
    private const double Z = 1.959963984540054; // The normal distribution's quantile at 0.975.

    /// <summary>Wilson (1927), the score interval: it stays within 0 and 1 and is honest near them.</summary>
    public static Estimate Probability(long happened, long of)
    {
        if (of == 0) return new Estimate(double.NaN, 0, 1, double.NaN);
        var (p, n) = ((double)happened / of, (double)of);
        var middle = (p + (Z * Z / (2 * n))) / (1 + (Z * Z / n));
        var half = Z / (1 + (Z * Z / n)) * Math.Sqrt((p * (1 - p) / n) + (Z * Z / (4 * n * n)));
        var low = happened == 0 ? 0 : Math.Max(0, middle - half);
        var high = happened == of ? 1 : Math.Min(1, middle + half);
        return new Estimate(p, low, high, Math.Sqrt(p * (1 - p) / n));
    }

    /// <summary>The normal interval of a mean, in units of `scale`.</summary>
    public static Estimate Mean(in Moments moments, double scale = 1) =>
        Normal(moments.Mean / scale, moments.MeanError / scale);

    /// <summary>The normal interval of the mean of x − y, in units of `scale`, from pairs.</summary>
    public static Estimate Difference(in Moments pairs, double scale = 1) =>
        Normal(pairs.MeanDifference / scale, pairs.MeanDifferenceError / scale);

    /// <summary>The delta method for the difference of two ratios over the same replications.</summary>
    public static Estimate Difference(in RatioPairs pairs) => Normal(pairs.Difference, pairs.DifferenceError);

    /// <summary>The delta method for a ratio of means, kept within 0 and 1.</summary>
    public static Estimate Ratio(in Moments moments) => Within(Normal(moments.Ratio, moments.RatioError));

    /// <summary>A mean share, kept within 0 and 1.</summary>
    public static Estimate MeanShare(in Moments moments, double scale) => Within(Mean(moments, scale));

    public static Estimate Normal(double value, double error) =>
        new(value, value - (Z * error), value + (Z * error), error);

    private static Estimate Within(Estimate estimate) =>
        estimate with { Low = Math.Max(0, estimate.Low), High = Math.Min(1, estimate.High) };
}
