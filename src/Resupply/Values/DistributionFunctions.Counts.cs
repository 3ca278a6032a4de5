namespace Resupply.Values;

/// <summary>The four distributions on 0, 1, 2, ….</summary>
/// <remarks>
/// Small means are searched from 0 up, one multiplication and division a step. Large ones start from the normal
/// approximation with its first correction (Cornish &amp; Fisher, 1938), which is off by a unit or two, and compare
/// the distribution function itself: a few evaluations, however large the mean.
/// </remarks>
public static partial class DistributionFunctions
{
    private const double SearchMeanMax = 128;
    private const int SearchStepsMax = 4096;

    /// <summary>
    /// A negative binomial whose variance differs from the Poisson's by less than this is taken as one.
    /// </summary>
    internal const double DispersionMin = 1e-9;

    private static double Poisson(double mean, double u)
    {
        if (mean > SearchMeanMax) return LargePoisson(mean, u);
        var term = DeterministicMath.Exp(-mean);
        var sum = term;
        var k = 0;
        while (sum < u)
        {
            k++;
            term = term * mean / k;
            var next = sum + term;
            if (next == sum && k > mean) break;
            sum = next;
        }

        return k;
    }

    private static double LargePoisson(double mean, double u) =>
        Search(Approximate(mean, mean, 1 / Math.Sqrt(mean), u), double.MaxValue, u, PoissonCdf, mean);

    private static double NegativeBinomial(double mean, double dispersion, double u)
    {
        var excess = dispersion * mean;
        if (excess < DispersionMin) return Poisson(mean, u);
        if (mean > SearchMeanMax) return LargeNegativeBinomial(mean, dispersion, u);
        var term = DeterministicMath.Exp(-DeterministicMath.Log1p(excess) / dispersion);
        var sum = term;
        var ratio = mean / (1 + excess);
        for (var k = 0; k < SearchStepsMax; k++)
        {
            if (sum >= u) return k;
            term = term * ratio * (1 + (k * dispersion)) / (k + 1);
            sum += term;
        }

        return LargeNegativeBinomial(mean, dispersion, u);
    }

    private static double LargeNegativeBinomial(double mean, double dispersion, double u)
    {
        var excess = dispersion * mean;
        var variance = mean * (1 + excess);
        var guess = Approximate(mean, variance, (1 + (2 * excess)) / Math.Sqrt(variance), u);
        return Search(guess, double.MaxValue, u, (k, shape) => NegativeBinomialCdf(shape.Mean, shape.Dispersion, k),
            (Mean: mean, Dispersion: dispersion));
    }

    /// <summary>The least k with q^(k+1) at most 1 - u, where q = mean / (1 + mean).</summary>
    private static double Geometric(double mean, double u)
    {
        if (mean == 0) return 0;
        var steps = DeterministicMath.Log1p(-u) / -DeterministicMath.Log1p(1 / mean);
        return Math.Max(0, Math.Ceiling(steps) - 1);
    }

    private static double Binomial(double n, double p, double u)
    {
        if (p == 0 || n == 0) return 0;
        if (p == 1) return n;
        var q = 1 - p;
        if (n * p <= SearchMeanMax) return BinomialFromBelow(n, p, u, strict: false);

        // n - X is binomial too; the smallest X is the largest n - X, hence the strict comparison.
        if (n * q <= SearchMeanMax) return n - BinomialFromBelow(n, q, 1 - u, strict: true);
        var sd = Math.Sqrt(n * p * q);
        return Search(Approximate(n * p, n * p * q, (q - p) / sd, u), n, u,
            (k, shape) => BinomialCdf(shape.N, shape.P, k), (N: n, P: p));
    }

    private static double BinomialFromBelow(double n, double p, double u, bool strict)
    {
        var term = DeterministicMath.Exp(n * DeterministicMath.Log1p(-p));
        var odds = p / (1 - p);
        var sum = term;
        var k = 0;
        while (k < n && (sum < u || (strict && sum == u)))
        {
            term = term * (n - k) / (k + 1) * odds;
            k++;
            var next = sum + term;
            if (next == sum && k > n * p) break;
            sum = next;
        }

        return k;
    }

    private static double Approximate(double mean, double variance, double skewness, double u)
    {
        var z = DeterministicMath.NormalQuantile(u);
        return mean + (Math.Sqrt(variance) * (z + (((z * z) - 1) * Math.Clamp(skewness, -2, 2) / 6)));
    }

    /// <summary>
    /// The smallest whole k from 0 to `last` with cdf(k) at least u, from a guess, in doubling steps.
    /// </summary>
    private static double Search<T>(double guess, double last, double u, Func<double, T, double> cdf, T shape)
    {
        var at = Math.Clamp(Math.Floor(guess), 0, last);
        double failing, reaching;
        var step = 1.0;
        if (cdf(at, shape) >= u)
        {
            reaching = at;
            for (failing = at - step; failing >= 0 && cdf(failing, shape) >= u; failing -= step)
            {
                reaching = failing;
                step *= 2;
            }

            failing = Math.Max(failing, -1);
        }
        else
        {
            failing = at;
            for (reaching = at + step; reaching < last && cdf(reaching, shape) < u; reaching += step)
            {
                failing = reaching;
                step *= 2;
            }

            reaching = Math.Min(reaching, last);
        }

        while (reaching - failing > 1)
        {
            var middle = Math.Floor(failing + ((reaching - failing) / 2));
            if (middle <= failing || middle >= reaching) break;
            if (cdf(middle, shape) >= u) reaching = middle;
            else failing = middle;
        }

        return reaching;
    }

    private static double PoissonCdf(double k, double mean)
    {
        if (k < 0) return 0;
        return mean == 0 ? 1 : DeterministicMath.IncompleteGamma(Math.Floor(k) + 1, mean).Upper;
    }

    private static double NegativeBinomialCdf(double mean, double dispersion, double k)
    {
        if (k < 0) return 0;
        var excess = dispersion * mean;
        if (excess < DispersionMin) return PoissonCdf(k, mean);
        var p = 1 / (1 + excess);
        return DeterministicMath.IncompleteBeta(1 / dispersion, Math.Floor(k) + 1, p, excess / (1 + excess)).Lower;
    }

    private static double GeometricCdf(double mean, double k)
    {
        if (k < 0) return 0;
        return mean == 0
            ? 1
            : -DeterministicMath.Expm1(-(Math.Floor(k) + 1) * DeterministicMath.Log1p(1 / mean));
    }

    private static double BinomialCdf(double n, double p, double k)
    {
        if (k < 0) return 0;
        if (k >= n || p == 0) return 1;
        if (p == 1) return 0;
        var whole = Math.Floor(k);
        return DeterministicMath.IncompleteBeta(n - whole, whole + 1, 1 - p, p).Lower;
    }
}
