namespace Resupply.Values;

public static partial class DeterministicMath
{
    private const double HalfLogTwoPi = 0.91893853320467274178;

    /// <summary>
    /// From this shape on the incomplete gamma function is taken from its expansion for large shapes.
    /// </summary>
    private const double LargeShape = 1e4;

    // Abramowitz & Stegun 6.1.41; Temme's C0, C1 and C2 (1979) as power series. Highest power first.
    private static readonly double[] StirlingTerms =
    [
        1.0 / 156, -691.0 / 360360, 1.0 / 1188, -1.0 / 1680, 1.0 / 1260, -1.0 / 360, 1.0 / 12,
    ];

    private static readonly double[] TemmeZeroTerms =
    [
        -571.0 / 261273600, 1.0 / 25515, -139.0 / 777600, 1.0 / 2835, 1.0 / 864, -2.0 / 135, 1.0 / 12, -1.0 / 3,
    ];

    private static readonly double[] TemmeOneTerms =
    [
        1.0 / 4860, -77.0 / 77760, 1.0 / 378, -1.0 / 288, -1.0 / 540,
    ];

    private static readonly double[] TemmeTwoTerms =
    [
        -139.0 / 51840, 25.0 / 6048,
    ];

    /// <summary>The logarithm of the gamma function, x above 0; error below 1e-14 times max(1, result).</summary>
    /// <remarks>
    /// Stirling's series, Abramowitz &amp; Stegun, 1964, 6.1.41, after shifting x above 10 by 6.1.15.
    /// </remarks>
    public static double LogGamma(double x)
    {
        var product = 1.0;
        while (x < 10)
        {
            product *= x;
            x++;
        }

        return ((x - 0.5) * Log(x)) - x + HalfLogTwoPi + StirlingSeries(x) - Log(product);
    }

    /// <summary>
    /// Gamma(a, x) over Gamma(a), from both sides: the lower part P and the upper part Q = 1 - P, each with a small
    /// relative error where it is the smaller one.
    /// </summary>
    /// <remarks>
    /// Series (DLMF 8.11.4) below a + 1, Legendre's continued fraction by Lentz (DLMF 8.9.2; Press et al., Numerical
    /// Recipes, 2007, section 6.2) above; for a of 1e4 and more, Temme's uniform expansion (SIAM J. Math. Anal. 10,
    /// 1979), which takes the same time however large a is.
    /// </remarks>
    public static (double Lower, double Upper) IncompleteGamma(double a, double x)
    {
        if (!(x > 0)) return (0, 1);
        if (double.IsPositiveInfinity(x)) return (1, 0);
        if (a >= LargeShape) return LargeGamma(a, x);
        if (x < a + 1)
        {
            var lower = GammaDensity(a, x) * GammaSeries(a, x);
            return (lower, 1 - lower);
        }

        var upper = GammaDensity(a, x) * a * GammaFraction(a, x);
        return (1 - upper, upper);
    }

    /// <summary>x^a e^-x / Gamma(a + 1): for whole a, the probability of `a` under a Poisson distribution.</summary>
    /// <remarks>Loader, "Fast and accurate computation of binomial probabilities", 2000, eq. (4).</remarks>
    public static double GammaDensity(double a, double x)
    {
        if (a == 0) return Exp(-x);
        if (!(x > 0)) return 0;
        if (a < 1) return Exp((a * Log(x)) - x - LogGamma(a + 1));
        return Exp(-StirlingError(a) - Deviance(a, x)) / Math.Sqrt(2 * Math.PI * a);
    }

    /// <summary>x ln(x / m) + m - x without cancellation: half the deviance of x from its mean m.</summary>
    /// <remarks>Loader, 2000, section 3.</remarks>
    internal static double Deviance(double x, double mean)
    {
        if (Math.Abs(x - mean) >= 0.1 * (x + mean)) return (x * Log(x / mean)) + mean - x;
        var v = (x - mean) / (x + mean);
        var sum = (x - mean) * v;
        var term = 2 * x * v;
        for (var j = 1; j < 100; j++)
        {
            term *= v * v;
            var next = sum + (term / ((2 * j) + 1));
            if (next == sum) break;
            sum = next;
        }

        return sum;
    }

    /// <summary>ln Gamma(a + 1) less Stirling's formula for it.</summary>
    internal static double StirlingError(double a) => a >= 10
        ? StirlingSeries(a)
        : LogGamma(a + 1) - ((a + 0.5) * Log(a)) + a - HalfLogTwoPi;

    private static double StirlingSeries(double x) => Polynomial(1 / (x * x), StirlingTerms) / x;

    private static double GammaSeries(double a, double x)
    {
        var sum = 1.0;
        var term = 1.0;
        for (var n = 1; term > sum * 1e-17; n++)
        {
            term *= x / (a + n);
            sum += term;
        }

        return sum;
    }

    private static double GammaFraction(double a, double x)
    {
        const double tiny = 1e-300;
        var b = x + 1 - a;
        var c = 1 / tiny;
        var d = 1 / b;
        var fraction = d;
        for (var i = 1; i < 100_000; i++)
        {
            var step = -i * (i - a);
            b += 2;
            d = 1 / NotZero((step * d) + b);
            c = NotZero(b + (step / c));
            var change = d * c;
            fraction *= change;
            if (Math.Abs(change - 1) < 2.3e-16) break;
        }

        return fraction;
    }

    private static double NotZero(double value) => Math.Abs(value) < 1e-300 ? 1e-300 : value;

    private static (double Lower, double Upper) LargeGamma(double a, double x)
    {
        var deviance = Deviance(a, x);
        var eta = Math.Sqrt(2 * deviance / a) * (x < a ? -1 : 1);
        var size = NormalCdf(-Math.Sqrt(2 * deviance));
        var series = TemmeZero(eta) + ((TemmeOne(eta) + (TemmeTwo(eta) / a)) / a);
        var correction = deviance > 750 ? 0 : Exp(-deviance) / Math.Sqrt(2 * Math.PI * a) * series;
        return x < a
            ? (Math.Max(0, size - correction), 1 - size + correction)
            : (1 - size - correction, Math.Max(0, size + correction));
    }

    private static double TemmeZero(double eta) => Polynomial(eta, TemmeZeroTerms);

    private static double TemmeOne(double eta) => Polynomial(eta, TemmeOneTerms);

    private static double TemmeTwo(double eta) => Polynomial(eta, TemmeTwoTerms);
}
