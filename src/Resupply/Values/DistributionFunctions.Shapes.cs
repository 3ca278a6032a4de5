namespace Resupply.Values;

/// <summary>Gamma and PERT: the two whose inversion has no formula.</summary>
public static partial class DistributionFunctions
{
    /// <summary>Beyond this shape a gamma is a normal but for one part in 1e12.</summary>
    private const double NormalShape = 1e12;

    private static double Gamma(double mean, double sd, double u)
    {
        if (sd == 0) return mean;
        var ratio = mean / sd;
        var shape = ratio * ratio;
        return mean / shape * StandardGamma(shape, u);
    }

    /// <summary>
    /// Scale 1. Solved in y = ln x, in which distribution function and survivor are both log-concave.
    /// </summary>
    private static double StandardGamma(double shape, double u)
    {
        var guess = WilsonHilferty(shape, u);
        if (shape > NormalShape) return guess;
        if (!(guess > 0) || shape < 1)
        {
            // Near 0, P(a, x) = x^a / Gamma(a + 1): exact in the limit, and never above the root.
            var y = (DeterministicMath.Log(u) + DeterministicMath.LogGamma(shape + 1)) / shape;
            if (y < -700) return DeterministicMath.Exp(y);
            guess = Math.Max(guess, DeterministicMath.Exp(Math.Min(y, 6)));
        }

        return DeterministicMath.Exp(Solve(DeterministicMath.Log(guess), u, Math.Sqrt(shape), (y, a) =>
        {
            var x = DeterministicMath.Exp(y);
            var (lower, upper) = DeterministicMath.IncompleteGamma(a, x);
            return (lower, upper, DeterministicMath.GammaDensity(a, x) * a);
        }, shape));
    }

    /// <remarks>Wilson &amp; Hilferty, "The distribution of chi-square", 1931.</remarks>
    private static double WilsonHilferty(double shape, double u)
    {
        var ninth = 1 / (9 * shape);
        var root = 1 - ninth + (DeterministicMath.NormalQuantile(u) * Math.Sqrt(ninth));
        return shape * root * root * root;
    }

    /// <summary>A beta with shapes 1 + 4 (mode - low) / width and 1 + 4 (high - mode) / width, stretched.</summary>
    /// <remarks>
    /// Malcolm et al., "Application of a technique for R&amp;D program evaluation (PERT)", 1959; lambda 4.
    /// </remarks>
    private static double Pert(double low, double mode, double high, double u)
    {
        var width = high - low;
        if (width == 0) return low;
        var a = 1 + (4 * (mode - low) / width);
        var b = 1 + (4 * (high - mode) / width);

        // Solved in y = ln(x / (1 - x)), in which distribution function and survivor are both log-concave.
        var logit = Solve(DeterministicMath.Log(a / b), u, 1, (y, shapes) =>
        {
            var x = 1 / (1 + DeterministicMath.Exp(-y));
            var complement = 1 / (1 + DeterministicMath.Exp(y));
            var (lower, upper) = DeterministicMath.IncompleteBeta(shapes.A, shapes.B, x, complement);
            return (lower, upper, DeterministicMath.BetaDensity(shapes.A, shapes.B, x, complement));
        }, (A: a, B: b));
        return low + (width / (1 + DeterministicMath.Exp(-logit)));
    }

    /// <summary>
    /// The y at which the distribution function is u, by Newton's method on the logarithm of the smaller tail. That is
    /// concave, so a tangent meets the level on the outer side of the root and from there each step comes closer.
    /// </summary>
    /// <param name="y">Where to start.</param>
    /// <param name="u">The level.</param>
    /// <param name="sharpness">About one over the standard deviation of y.</param>
    /// <param name="at">Lower tail, upper tail and density at y.</param>
    /// <param name="shape">Passed on to `at`, so that it captures nothing.</param>
    private static double Solve<T>(
        double y, double u, double sharpness, Func<double, T, (double Lower, double Upper, double Density)> at, T shape)
    {
        var left = u <= 0.5;
        var level = DeterministicMath.Log(left ? u : 1 - u);
        for (var i = 0; i < 200; i++)
        {
            var (lower, upper, density) = at(y, shape);
            var tail = left ? lower : upper;
            if (!(tail > 0) || !(density > 0))
            {
                y += (left ? 1 : -1) / sharpness; // underflow: come back
                continue;
            }

            var step = (level - DeterministicMath.Log(tail)) * tail / density;
            step = Math.Clamp(left ? step : -step, -8 / sharpness - 8, 8 / sharpness + 8);
            y += step;
            if (Math.Abs(step) * sharpness < 1e-8) break; // the next one would be its square
        }

        return y;
    }
}
