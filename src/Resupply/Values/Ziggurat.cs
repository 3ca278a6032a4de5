using System.Runtime.CompilerServices;

namespace Resupply.Values;

/// <summary>
/// Standard exponential and normal numbers, each a function of 64 random bits; exact, but for the rounding of a number.
/// </summary>
/// <remarks>
/// Marsaglia &amp; Tsang, "The ziggurat method for generating random variables", Journal of Statistical Software 5(8),
/// 2000: the area under the density is covered by layers of equal area, and what falls outside of the density is drawn
/// again. As Doornik ("An improved ziggurat method to generate normal random samples", 2005) asks, layer, sign and
/// place come from different bits. 99 of 100 numbers take a look-up and a multiplication. Further bits, where the first
/// do not decide, are made from the first, so that other draws know nothing of it.
/// <para>
/// A number is not a monotone function of its bits, as it is by inversion. But all that is drawn with it is it times a
/// mean, or rises with it otherwise: values that are changed a little are compared on the same draws.
/// </para>
/// </remarks>
public static class Ziggurat
{
    private const int Layers = 256;
    private const int LayerMask = Layers - 1;
    private const ulong SignBit = Layers;
    private const int SignShift = 55; // to where a number has its sign
    private const int PlaceShift = 11;
    private const double PlaceUnit = 1.0 / (1UL << (64 - PlaceShift));
    private const ulong Further = 0xD1B54A32D192ED03; // without meaning: not what other keys are made with

    // Where the tail begins, so that all layers have the same area: the constants of Marsaglia & Tsang, further digits.
    private const double ExponentialTail = 7.6971174701310497140;
    private const double NormalTail = 3.6541528853610087963;
    private const double NormalArea = 0.0049286732339746519; // of each layer; the density is without 1 / √2π

    // Where the layers end, the lowest and longest first: its end is where a box of its area would have it.
    private static readonly double[] ExponentialEnds = EndsOf(
        ExponentialTail, area: (1 + ExponentialTail) * DeterministicMath.Exp(-ExponentialTail), ExponentialHeight,
        height => -DeterministicMath.Log(height));

    private static readonly double[] NormalEnds = EndsOf(
        NormalTail, NormalArea, NormalHeight, height => Math.Sqrt(-2 * DeterministicMath.Log(height)));

    /// <summary>The ends of the layers of the exponential, of 0 to 256, the last at 0.</summary>
    public static ReadOnlySpan<double> EndsOfExponential => ExponentialEnds;

    /// <summary>The same of the right half of the normal.</summary>
    public static ReadOnlySpan<double> EndsOfNormal => NormalEnds;

    /// <summary>Mean 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Exponential(ulong bits)
    {
        var ends = ExponentialEnds;
        var layer = LayerOf(bits);
        var x = Place(bits) * ends[layer];
        return x < ends[unchecked(layer + 1)] ? x : ExponentialAtEdge(layer, x, new RandomStream(bits ^ Further));
    }

    /// <summary>Mean 0, standard deviation 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Normal(ulong bits)
    {
        var ends = NormalEnds;
        var layer = LayerOf(bits);
        var x = Place(bits) * ends[layer];
        if (!(x < ends[unchecked(layer + 1)])) x = NormalAtEdge(layer, x, new RandomStream(bits ^ Further));
        // Its sign, without a branch, which would be guessed wrongly.
        return BitConverter.UInt64BitsToDouble(BitConverter.DoubleToUInt64Bits(x) ^ ((bits & SignBit) << SignShift));
    }

    private static int LayerOf(ulong bits) => unchecked((int)bits) & LayerMask;

    /// <summary>Uniform on [0, 1), from the upper 53 bits.</summary>
    private static double Place(ulong bits) => unchecked((long)(bits >> PlaceShift)) * PlaceUnit;

    /// <summary>Beyond the part of a layer that lies under the density as a whole.</summary>
    private static double ExponentialAtEdge(int layer, double x, RandomStream more)
    {
        for (var count = 0UL; ; count += 2)
        {
            if (x < ExponentialEnds[layer + 1]) return x;
            var bits = more.Bits(count);
            // It has no memory: beyond the tail's beginning it is as it was at 0.
            if (layer == 0) return ExponentialTail + Exponential(bits);
            if (IsUnder(ExponentialHeight, ExponentialEnds, layer, x, Place(bits))) return x;
            bits = more.Bits(count + 1);
            layer = LayerOf(bits);
            x = Place(bits) * ExponentialEnds[layer];
        }
    }

    /// <summary>As the other; without a sign.</summary>
    private static double NormalAtEdge(int layer, double x, RandomStream more)
    {
        for (var count = 0UL; ; count += 2)
        {
            if (x < NormalEnds[layer + 1]) return x;
            var bits = more.Bits(count);
            if (layer == 0) return BeyondNormal(new RandomStream(bits));
            if (IsUnder(NormalHeight, NormalEnds, layer, x, Place(bits))) return x;
            bits = more.Bits(count + 1);
            layer = LayerOf(bits);
            x = Place(bits) * NormalEnds[layer];
        }
    }

    /// <summary>Marsaglia, "Generating a variable from the tail of the normal distribution", 1964.</summary>
    private static double BeyondNormal(RandomStream more)
    {
        for (var count = 0UL; ; count += 2)
        {
            var x = Exponential(more.Bits(count)) / NormalTail;
            if (2 * Exponential(more.Bits(count + 1)) >= x * x) return NormalTail + x;
        }
    }

    private static bool IsUnder(Func<double, double> density, double[] ends, int layer, double x, double u)
    {
        var (low, high) = (density(ends[layer]), density(ends[layer + 1]));
        return low + (u * (high - low)) < density(x);
    }

    private static double ExponentialHeight(double x) => DeterministicMath.Exp(-x);

    private static double NormalHeight(double x) => DeterministicMath.Exp(-0.5 * x * x);

    private static double[] EndsOf(
        double tail, double area, Func<double, double> density, Func<double, double> inverse)
    {
        var ends = new double[Layers + 1];
        (ends[0], ends[1]) = (area / density(tail), tail);
        for (var i = 2; i < Layers; i++) ends[i] = inverse((area / ends[i - 1]) + density(ends[i - 1]));
        return ends;
    }
}
