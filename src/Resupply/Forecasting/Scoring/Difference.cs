using Resupply.Values;

namespace Resupply.Forecasting.Scoring;

/// <summary>Whether one forecast's scores are lower than another's beyond what chance would do.</summary>
/// <param name="Mean">Of the differences: below 0, the first is better.</param>
/// <param name="Statistic">Compared with Student's t; NaN where the differences do not vary.</param>
/// <param name="PValue">Of no difference, two-sided.</param>
/// <param name="Low">Where the mean lies by a block bootstrap, from here ...</param>
/// <param name="High">... to here, in 95 of 100 cases.</param>
public sealed record Difference(double Mean, double Statistic, double PValue, double Low, double High)
{
    private const int Resamples = 1_999;
    private const double Tail = 0.025;

    /// <summary>Both the test and the bootstrap say so.</summary>
    public bool IsClear => PValue < 0.05 && (High < 0 || Low > 0);

    /// <summary>Compares the scores of the same occasions.</summary>
    /// <param name="overlap">Forecasts made so many occasions apart share no period: 1 for none that do.</param>
    /// <remarks>
    /// Diebold &amp; Mariano, "Comparing predictive accuracy", JBES 13 (1995), with the variance of overlap - 1
    /// autocovariances; Harvey, Leybourne &amp; Newbold, "Testing the equality of prediction mean squared errors", IJF
    /// 13 (1997), eq. (9), and Student's t with n - 1. Where that variance is not positive, Bartlett's weights are used
    /// (Newey &amp; West 1987). The bootstrap is circular with blocks of that overlap, at least n^(1/3) (Politis &amp;
    /// Romano 1992).
    /// </remarks>
    public static Difference Of(
        ReadOnlySpan<double> first, ReadOnlySpan<double> second, int overlap, RandomStream random)
    {
        var n = first.Length;
        var differences = new double[n];
        for (var i = 0; i < n; i++) differences[i] = first[i] - second[i];
        var mean = n > 0 ? differences.Sum() / n : double.NaN;
        var (statistic, p) = Test(differences, mean, Math.Clamp(overlap, 1, Math.Max(1, n - 1)));
        var (low, high) = Bootstrap(differences, Math.Max(overlap, (int)Math.Ceiling(Math.Cbrt(n))), random);
        return new Difference(mean, statistic, p, low, high);
    }

    private static (double Statistic, double P) Test(double[] differences, double mean, int overlap)
    {
        var n = differences.Length;
        if (n < 2) return (double.NaN, 1);
        var variance = LongRun(differences, mean, overlap, bartlett: false);
        if (!(variance > 0)) variance = LongRun(differences, mean, overlap, bartlett: true);
        if (!(variance > 0)) return (double.NaN, 1);
        double h = overlap;
        var correction = Math.Sqrt(Math.Max(0, (n + 1 - (2 * h) + (h * (h - 1) / n)) / n));
        var statistic = correction * mean / Math.Sqrt(variance / n);
        return (statistic, TwoSided(statistic, n - 1));
    }

    private static double LongRun(double[] differences, double mean, int overlap, bool bartlett)
    {
        var n = differences.Length;
        var sum = 0.0;
        for (var lag = 0; lag < Math.Min(overlap, n); lag++)
        {
            var covariance = 0.0;
            for (var i = lag; i < n; i++) covariance += (differences[i] - mean) * (differences[i - lag] - mean);
            var weight = lag == 0 ? 1 : 2 * (bartlett ? 1 - ((double)lag / overlap) : 1);
            sum += weight * covariance / n;
        }

        return sum;
    }

    /// <summary>P(|T| > |t|) by the incomplete beta function: Abramowitz &amp; Stegun 26.7.1.</summary>
    public static double TwoSided(double t, int degrees)
    {
        var x = degrees / (degrees + (t * t));
        return DeterministicMath.IncompleteBeta(degrees / 2.0, 0.5, x, 1 - x).Lower;
    }

    private static (double Low, double High) Bootstrap(double[] differences, int block, RandomStream random)
    {
        var n = differences.Length;
        if (n == 0) return (double.NaN, double.NaN);
        var means = new double[Resamples];
        for (var resample = 0; resample < Resamples; resample++)
        {
            var draws = new Draws(random.At(resample));
            var (sum, taken) = (0.0, 0);
            while (taken < n)
            {
                var start = draws.Below(n);
                for (var j = 0; j < block && taken < n; j++, taken++) sum += differences[(start + j) % n];
            }

            means[resample] = sum / n;
        }

        Array.Sort(means);
        var at = (int)(Tail * (Resamples + 1)) - 1;
        return (means[at], means[Resamples - 1 - at]);
    }
}
