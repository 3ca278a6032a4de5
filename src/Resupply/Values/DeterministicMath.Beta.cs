namespace Resupply.Values;

public static partial class DeterministicMath
{
    /// <summary>
    /// The regularised incomplete beta function I_x(a, b) and its complement, each with a small relative error where
    /// it is the smaller one; `complement` is 1 - x, given apart so that nothing is lost near 1.
    /// </summary>
    /// <remarks>
    /// Continued fraction DLMF 8.17.22 by Lentz, with the symmetry 8.17.4 (Press et al., Numerical Recipes, 2007,
    /// section 6.4). Takes about the square root of max(a, b) steps.
    /// </remarks>
    public static (double Lower, double Upper) IncompleteBeta(double a, double b, double x, double complement)
    {
        if (!(x > 0)) return (0, 1);
        if (!(complement > 0)) return (1, 0);
        var front = BetaDensity(a, b, x, complement);
        if (x * (a + b + 2) < a + 1)
        {
            var lower = front / a * BetaFraction(a, b, x);
            return (lower, 1 - lower);
        }

        var upper = front / b * BetaFraction(b, a, complement);
        return (1 - upper, upper);
    }

    /// <summary>x^a (1-x)^b / B(a, b), x and its complement above 0.</summary>
    /// <remarks>
    /// Loader's saddle-point form (2000, eq. (5)) where both are at least 1; else by B(a + 1, b) = B(a, b) a / (a + b),
    /// since the logarithms of large gamma functions would cancel.
    /// </remarks>
    public static double BetaDensity(double a, double b, double x, double complement)
    {
        if ((a < 1 || b < 1) && a + b < 10)
        {
            var logBeta = LogGamma(a) + LogGamma(b) - LogGamma(a + b);
            return Exp((a * Log(x)) + (b * Log(complement)) - logBeta);
        }

        if (a < 1) return BetaDensity(a + 1, b, x, complement) / x * (a / (a + b));
        if (b < 1) return BetaDensity(a, b + 1, x, complement) / complement * (b / (a + b));
        var n = a + b;
        var exponent = StirlingError(n) - StirlingError(a) - StirlingError(b)
            - Deviance(a, n * x) - Deviance(b, n * complement);
        return Exp(exponent) * Math.Sqrt(a / n * b / (2 * Math.PI));
    }

    private static double BetaFraction(double a, double b, double x)
    {
        var c = 1.0;
        var d = 1 / NotZero(1 - ((a + b) * x / (a + 1)));
        var fraction = d;
        for (var m = 1; m < 1_000_000; m++)
        {
            var even = m * (b - m) * x / ((a - 1 + (2.0 * m)) * (a + (2.0 * m)));
            d = 1 / NotZero(1 + (even * d));
            c = NotZero(1 + (even / c));
            fraction *= d * c;
            var odd = -(a + m) * (a + b + m) * x / ((a + (2.0 * m)) * (a + 1 + (2.0 * m)));
            d = 1 / NotZero(1 + (odd * d));
            c = NotZero(1 + (odd / c));
            var change = d * c;
            fraction *= change;
            if (Math.Abs(change - 1) < 2.3e-16) break;
        }

        return fraction;
    }
}
