namespace Resupply.Values;

/// <summary>
/// Elementary and special functions from + - * /, square roots and exact bit operations alone, which IEEE 754 rounds
/// the same way everywhere: the same bytes on every machine, whatever its C library.
/// </summary>
/// <remarks>
/// Nothing here may be written as a fused multiply-add; the compiler makes none by itself. Multiplications and
/// additions stand in the order in which they are done: do not regroup them.
/// </remarks>
public static partial class DeterministicMath
{
    private const double Ln2High = 6.93147180369123816490e-01; // 33 bits, so that k * Ln2High is exact
    private const double Ln2Low = 1.90821492927058770002e-10;
    private const double InverseLn2 = 1.44269504088896338700e+00;
    private const double RootTwo = 1.4142135623730951;
    private const double TwoTo54 = 18014398509481984.0;

    /// <summary>e to the x; within 1 unit in the last place.</summary>
    /// <remarks>
    /// Reduction x = k ln 2 + r and the rational approximation of e^r: Ng, "fdlibm" (Sun Microsystems, 1993), e_exp.c;
    /// the method is Cody &amp; Waite, Software Manual for the Elementary Functions, 1980, ch. 6.
    /// </remarks>
    public static double Exp(double x)
    {
        if (!(x < 709.782712893383973096)) return double.IsNaN(x) ? x : double.PositiveInfinity;
        if (x < -745.2) return 0;

        var k = Math.Floor((x * InverseLn2) + 0.5);
        var high = x - (k * Ln2High);
        var low = k * Ln2Low;
        var r = high - low;
        var t = r * r;
        var c = r - (t * (1.66666666666666019037e-01
            + (t * (-2.77777777770155933842e-03
            + (t * (6.61375632143793436117e-05
            + (t * (-1.65339022054652515390e-06
            + (t * 4.13813679705723846039e-08)))))))));
        return Scaled(1 - (low - (r * c / (2 - c)) - high), unchecked((int)k)); // fits: a checked conversion is a call
    }

    /// <summary>
    /// Natural logarithm; within 1 unit in the last place. Of 0: minus infinity; of less: not a number.
    /// </summary>
    /// <remarks>
    /// x = 2^k (1 + f), log(1 + f) by a polynomial in f / (2 + f): Ng, "fdlibm" (Sun Microsystems, 1993), e_log.c.
    /// </remarks>
    public static double Log(double x)
    {
        if (!(x > 0)) return x == 0 ? double.NegativeInfinity : double.NaN;
        if (double.IsPositiveInfinity(x)) return x;

        var k = 0;
        if (!double.IsNormal(x))
        {
            x *= TwoTo54;
            k = -54;
        }

        var bits = BitConverter.DoubleToInt64Bits(x);
        k += (int)(bits >> 52) - 1023;
        var mantissa = BitConverter.Int64BitsToDouble((bits & 0x000FFFFFFFFFFFFF) | 0x3FF0000000000000);
        if (mantissa > RootTwo)
        {
            mantissa *= 0.5;
            k++;
        }

        return LogOf(mantissa - 1, k);
    }

    /// <summary>ln(1 + x), accurate for small x.</summary>
    /// <remarks>Goldberg, "What every computer scientist should know about floating-point", 1991, theorem 4.</remarks>
    public static double Log1p(double x)
    {
        var w = 1 + x;
        if (w == 1 || double.IsPositiveInfinity(w)) return x;
        return w == 0 ? double.NegativeInfinity : Log(w) * (x / (w - 1));
    }

    /// <summary>e^x - 1, accurate for small x.</summary>
    /// <remarks>Kahan; Higham, Accuracy and Stability of Numerical Algorithms, 2002, section 1.14.1.</remarks>
    public static double Expm1(double x)
    {
        var w = Exp(x);
        if (w == 1) return x;
        var difference = w - 1;
        if (difference == -1 || double.IsPositiveInfinity(w)) return difference;
        return difference * (x / Log(w));
    }

    /// <summary>x to the power y, for x not below 0; the relative error is about |y ln x| times 1e-16.</summary>
    public static double Pow(double x, double y)
    {
        if (y == 0 || x == 1) return 1;
        if (y == 1) return x;
        if (y == 2) return x * x;
        if (y == 0.5) return Math.Sqrt(x);
        return Exp(y * Log(x));
    }

    private static double LogOf(double f, int k)
    {
        var s = f / (2 + f);
        var z = s * s;
        var w = z * z;
        var even = w * (3.999999999940941908e-01 + (w * (2.222219843214978396e-01 + (w * 1.531383769920937332e-01))));
        var odd = z * (6.666666666666735130e-01 + (w * (2.857142874366239149e-01
            + (w * (1.818357216161805012e-01 + (w * 1.479819860511658591e-01))))));
        var half = 0.5 * f * f;
        return (k * Ln2High) - ((half - ((s * (half + odd + even)) + (k * Ln2Low))) - f);
    }

    /// <summary>y * 2^k, y near 1; in two steps where the result is not a normal number.</summary>
    private static double Scaled(double y, int k) => k switch
    {
        > 1023 => y * 2 * PowerOfTwo(k - 1),
        < -1021 => y * PowerOfTwo(k + 60) * (1.0 / (1L << 60)),
        _ => y * PowerOfTwo(k),
    };

    private static double PowerOfTwo(int k) => BitConverter.Int64BitsToDouble((k + 1023L) << 52);
}
