using MathNet.Numerics.Integration;

namespace Resupply.Exact;

/// <summary>Integrals of functions that are smooth but for known corners.</summary>
internal static class Quadrature
{
    private const int Points = 20;
    private const int HalvingsMax = 40;
    private const double RelativeError = 1e-13;

    /// <summary>From `from` to `to`, piece by piece between the corners that lie there.</summary>
    /// <remarks>
    /// Gauss–Legendre, each piece halved until the halves together agree with the whole: Davis &amp; Rabinowitz,
    /// Methods of Numerical Integration, 1984, sec. 6.2.
    /// </remarks>
    public static double Integrate(Func<double, double> of, double from, double to, IEnumerable<double> corners)
    {
        double[] ends =
            [.. corners.Where(corner => corner > from && corner < to).Append(from).Append(to).Distinct().Order()];
        var pieces = new double[ends.Length - 1];
        for (var i = 0; i < pieces.Length; i++) pieces[i] = Rule(of, ends[i], ends[i + 1]);
        var (sum, gapMax) = (0.0, RelativeError * pieces.Sum(Math.Abs));
        for (var i = 0; i < pieces.Length; i++)
            sum += Refined(of, ends[i], ends[i + 1], pieces[i], gapMax, HalvingsMax);
        return sum;
    }

    private static double Refined(
        Func<double, double> of, double from, double to, double whole, double gapMax, int halvings)
    {
        var middle = (from + to) / 2;
        var (left, right) = (Rule(of, from, middle), Rule(of, middle, to));
        if (halvings == 0 || Math.Abs(left + right - whole) <= gapMax) return left + right;
        return Refined(of, from, middle, left, gapMax, halvings - 1)
            + Refined(of, middle, to, right, gapMax, halvings - 1);
    }

    private static double Rule(Func<double, double> of, double from, double to) =>
        GaussLegendreRule.Integrate(of, from, to, Points);
}
