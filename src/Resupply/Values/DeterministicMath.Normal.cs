using System.Runtime.CompilerServices;

namespace Resupply.Values;

public static partial class DeterministicMath
{
    private const double InverseRootTwoPi = 0.39894228040143267794;

    // Coefficients, the highest power first. Arrays, since unoptimised code allocates for a constant span.
    private static readonly double[] CentralAreaOver =
    [
        0.065682337918207449113, 2.2352520354606839287, 161.02823106855587881, 1067.6894854603709582,
        18154.981253343561249,
    ];

    private static readonly double[] CentralAreaUnder =
    [
        1, 47.20258190468824187, 976.09855173777669322, 10260.932208618978205, 45507.789335026729956,
    ];

    private static readonly double[] NearTailOver =
    [
        1.0765576773720192317e-8, 0.39894151208813466764, 8.8831497943883759412, 93.506656132177855979,
        597.27027639480026226, 2494.5375852903726711, 6848.1904505362823326, 11602.651437647350124,
        9842.7148383839780218,
    ];

    private static readonly double[] NearTailUnder =
    [
        1, 22.266688044328115691, 235.38790178262499861, 1519.377599407554805, 6485.558298266760755,
        18615.571640885098091, 34900.952721145977266, 38912.003286093271411, 19685.429676859990727,
    ];

    private static readonly double[] FarTailOver =
    [
        0.02307344176494017303, 0.21589853405795699, 0.1274011611602473639, 0.022235277870649807,
        0.001421619193227893466, 2.9112874951168792e-5,
    ];

    private static readonly double[] FarTailUnder =
    [
        1, 1.28426009614491121, 0.468238212480865118, 0.0659881378689285515, 0.00378239633202758244,
        7.29751555083966205e-5,
    ];

    private static readonly double[] FarOver =
    [
        2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3, 2.65321895265761230930e-2,
        2.96560571828504891230e-1, 1.78482653991729133580e0, 5.46378491116411436990e0, 6.65790464350110377720e0,
    ];

    private static readonly double[] FarUnder =
    [
        2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5, 7.86869131145613259100e-4,
        1.48753612908506148525e-2, 1.36929880922735805310e-1, 5.99832206555887937690e-1, 1,
    ];

    /// <summary>
    /// The standard normal distribution function; its relative error stays below 1e-14 in the lower tail.
    /// </summary>
    /// <remarks>Cody, "Rational Chebyshev approximations for the error function", Math. Comp. 23, 1969.</remarks>
    public static double NormalCdf(double z)
    {
        if (double.IsNaN(z)) return z;
        var size = Math.Abs(z);
        if (size <= 0.67448975) return 0.5 + CentralArea(z);
        var tail = size > 38.6 ? 0 : TailArea(size);
        return z < 0 ? tail : 1 - tail;
    }

    /// <summary>
    /// The z with NormalCdf(z) = p, 0 &lt; p &lt; 1; relative error about 1e-16. 0 and 1 give the infinities.
    /// </summary>
    /// <remarks>Wichura, "Algorithm AS 241: the percentage points of the normal distribution", 1988, PPND16.</remarks>
    public static double NormalQuantile(double p)
    {
        var q = p - 0.5;
        if (Math.Abs(q) <= 0.425) return q * CentralRatio(0.180625 - (q * q));
        var tail = q < 0 ? p : 1 - p;
        if (!(tail > 0)) return q < 0 ? double.NegativeInfinity : double.PositiveInfinity;
        var r = Math.Sqrt(-Log(tail));
        var z = r <= 5 ? MiddleRatio(r - 1.6) : FarRatio(r - 5);
        return q < 0 ? -z : z;
    }

    private static double CentralArea(double z)
    {
        var s = z * z;
        return z * Polynomial(s, CentralAreaOver) / Polynomial(s, CentralAreaUnder);
    }

    private static double TailArea(double z)
    {
        // e^(-z*z/2) in two factors: the first exponent is exact, the second small.
        var sixteenths = Math.Floor(z * 16) / 16;
        var rest = (z - sixteenths) * (z + sixteenths);
        var density = Exp(-sixteenths * sixteenths * 0.5) * Exp(-rest * 0.5);
        return density * (z <= 5.656854249492380195 ? NearTail(z) : FarTail(z));
    }

    private static double NearTail(double z) =>
        Polynomial(z, NearTailOver) / Polynomial(z, NearTailUnder);

    private static double FarTail(double z)
    {
        var s = 1 / (z * z);
        var ratio = Polynomial(s, FarTailOver) / Polynomial(s, FarTailUnder);
        return (InverseRootTwoPi - (s * ratio)) / z;
    }

    private static double CentralRatio(double r)
    {
        var over = Polynomial(
            r,
            2.5090809287301226727e3, 3.3430575583588128105e4, 6.7265770927008700853e4, 4.5921953931549871457e4,
            1.3731693765509461125e4, 1.9715909503065514427e3, 1.3314166789178437745e2, 3.3871328727963666080e0);
        var under = Polynomial(
            r,
            5.2264952788528545610e3, 2.8729085735721942674e4, 3.9307895800092710610e4, 2.1213794301586595867e4,
            5.3941960214247511077e3, 6.8718700749205790830e2, 4.2313330701600911252e1, 1);
        return over / under;
    }

    private static double MiddleRatio(double r)
    {
        var over = Polynomial(
            r,
            7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1, 1.27045825245236838258e0,
            3.64784832476320460504e0, 5.76949722146069140550e0, 4.63033784615654529590e0, 1.42343711074968357734e0);
        var under = Polynomial(
            r,
            1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2, 1.48103976427480074590e-1,
            6.89767334985100004550e-1, 1.67638483018380384940e0, 2.05319162663775882187e0, 1);
        return over / under;
    }

    private static double FarRatio(double r) =>
        Polynomial(r, FarOver) / Polynomial(r, FarUnder);

    /// <summary>The same of degree 7 without a loop, for what is drawn often: two of them overlap.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Polynomial(
        double x, double a, double b, double c, double d, double e, double f, double g, double h) =>
        (((((((((((((a * x) + b) * x) + c) * x) + d) * x) + e) * x) + f) * x) + g) * x) + h;

    /// <summary>Horner's rule; the coefficient of the highest power comes first.</summary>
    private static double Polynomial(double x, double[] coefficients)
    {
        var sum = 0.0;
        foreach (var coefficient in coefficients) sum = (sum * x) + coefficient;
        return sum;
    }
}
