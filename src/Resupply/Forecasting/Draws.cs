using Resupply.Values;

namespace Resupply.Forecasting;

/// <summary>Random numbers in a row from one stream: the next one each time.</summary>
public ref struct Draws(RandomStream stream)
{
    private const double LargeMean = 60;

    private int next;
    private (double Mean, double Dispersion, double None) last; // of the law drawn from before: often the same

    /// <summary>Uniform on the open interval (0, 1).</summary>
    public double Uniform() => stream.Uniform(next++);

    public double Normal() => DeterministicMath.NormalQuantile(Uniform());

    /// <summary>A whole number from 0 to below `count`, each equally likely.</summary>
    public int Below(int count) => Math.Min(count - 1, (int)(Uniform() * count));

    /// <summary>Gamma with this shape and scale 1.</summary>
    /// <remarks>
    /// Marsaglia &amp; Tsang, "A simple method for generating gamma variables", ACM TOMS 26 (2000) 363-372; below a
    /// shape of 1 by their section 6.
    /// </remarks>
    public double Gamma(double shape)
    {
        if (!(shape > 0)) return 0;
        if (shape < 1)
        {
            var boosted = Gamma(shape + 1);
            return boosted * DeterministicMath.Exp(DeterministicMath.Log(Uniform()) / shape);
        }

        var d = shape - (1.0 / 3);
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = Normal();
            var v = 1 + (c * x);
            if (v <= 0) continue;
            v = v * v * v;
            var uniform = Uniform();
            if (uniform < 1 - (0.0331 * x * x * x * x)) return d * v; // their squeeze: no logarithms
            var log = DeterministicMath.Log(uniform);
            if (log < (0.5 * x * x) + d - (d * v) + (d * DeterministicMath.Log(v))) return d * v;
        }
    }

    /// <summary>Beta with these shapes, by two gamma variables.</summary>
    public double Beta(double a, double b)
    {
        if (!(b > 0)) return 1;
        var (x, y) = (Gamma(a), Gamma(b));
        return x + y > 0 ? x / (x + y) : a / (a + b);
    }

    /// <summary>By inversion; a large mean is halved by a gamma variable first.</summary>
    /// <remarks>Ahrens &amp; Dieter, "Computer methods for sampling from gamma, beta, Poisson and binomial
    /// distributions", Computing 12 (1974), algorithm PG: the k-th arrival is gamma, those before it are binomial.
    /// </remarks>
    public long Poisson(double mean)
    {
        if (!(mean > 0)) return 0;
        var sum = 0L;
        while (mean > LargeMean)
        {
            var arrivals = (long)(mean * 7 / 8);
            var when = Gamma(arrivals);
            if (when > mean) return sum + Binomial(arrivals - 1, mean / when);
            sum += arrivals;
            mean -= when;
        }

        return sum + Inverted(DeterministicMath.Exp(-mean), mean, 0);
    }

    /// <summary>Variance = mean + dispersion * mean^2: by inversion, or as a Poisson of a gamma mean.</summary>
    public long NegativeBinomial(double mean, double dispersion)
    {
        if (!(mean > 0)) return 0;
        var excess = mean * dispersion;
        if (excess < DistributionFunctions.DispersionMin) return Poisson(mean);
        if (mean > LargeMean) return Poisson(Gamma(1 / dispersion) * excess);
        if (last.Mean != mean || last.Dispersion != dispersion)
            last = (mean, dispersion, DeterministicMath.Exp(-DeterministicMath.Log1p(excess) / dispersion));
        return Inverted(last.None, mean / (1 + excess), dispersion);
    }

    /// <summary>Sums of the law with P(0) = none, P(k+1) / P(k) = ratio (1 + k dispersion) / (k + 1).</summary>
    private long Inverted(double none, double ratio, double dispersion)
    {
        const int StepsMax = 1_000_000;
        var left = Uniform() - none;
        var weight = none;
        for (var k = 0; k < StepsMax; k++)
        {
            if (left <= 0 || (weight <= 0 && k > 0)) return k;
            weight *= ratio * (1 + (k * dispersion)) / (k + 1);
            left -= weight;
        }

        return StepsMax;
    }

    /// <remarks>Halved by the median of so many uniform numbers, which is beta: Ahrens &amp; Dieter, 1974,
    /// BG.</remarks>
    private long Binomial(long n, double p)
    {
        var sum = 0L;
        while (n > LargeMean)
        {
            var half = 1 + (n / 2);
            var median = Beta(half, n + 1 - half);
            if (median <= p)
            {
                sum += half;
                n -= half;
                p = (p - median) / (1 - median);
            }
            else
            {
                n = half - 1;
                p /= median;
            }
        }

        for (var i = 0; i < n; i++) sum += Uniform() < p ? 1 : 0;
        return sum;
    }
}
