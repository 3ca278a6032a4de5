using System.Runtime.CompilerServices;
using System.Numerics;

namespace Resupply.Bench;

/// <summary>Random numbers one after the other, as a plain loop draws them.</summary>
/// <remarks>
/// Ziggurats after Marsaglia &amp; Tsang, "The ziggurat method", Journal of Statistical Software 5 (2000); as Doornik
/// (2005) has it, the layer and the place in it come from different bits.
/// </remarks>
public sealed class PlainDraws
{
    private const int Layers = 256;

    // Where the tail begins, and the area of each layer: Marsaglia & Tsang, for 256 layers.
    private const double ExponentialTail = 7.69711747013104972;
    private const double ExponentialArea = 0.0039496598225815571993;
    private const double NormalTail = 3.6541528853610088;
    private const double NormalArea = 0.00492867323399;

    private readonly double[] exponential = LayersOf(
        x => Math.Exp(-x), y => -Math.Log(y), ExponentialTail, ExponentialArea);

    private readonly double[] normal = LayersOf(
        x => Math.Exp(-x * x / 2), y => Math.Sqrt(-2 * Math.Log(y)), NormalTail, NormalArea);

    private ulong a;
    private ulong b = 0xBF58476D1CE4E5B9;
    private ulong c = 0x94D049BB133111EB;
    private ulong d = 0x2545F4914F6CDD1D;

    public PlainDraws(ulong seed)
    {
        a = seed ^ 0x9E3779B97F4A7C15;
        for (var i = 0; i < 16; i++) Next(); // until the seed is everywhere
    }

    /// <summary>Mean 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Exponential()
    {
        while (true)
        {
            var bits = Next();
            var layer = (int)(bits & (Layers - 1));
            var x = Unit(bits) * exponential[layer];
            if (x < exponential[layer + 1]) return x;
            if (layer == 0) return ExponentialTail + Exponential();
            var (low, high) = (Math.Exp(-exponential[layer]), Math.Exp(-exponential[layer + 1]));
            if (low + (Unit(Next()) * (high - low)) < Math.Exp(-x)) return x;
        }
    }

    /// <summary>Between 0 and 1.</summary>
    public double Uniform() => Unit(Next());

    /// <summary>Mean 0, standard deviation 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Normal()
    {
        while (true)
        {
            var bits = Next();
            var layer = (int)(bits & (Layers - 1));
            var x = ((2 * Unit(bits)) - 1) * normal[layer];
            if (Math.Abs(x) < normal[layer + 1]) return x;
            if (layer == 0) return x < 0 ? -Tail() : Tail();
            var (low, high) = (Height(normal[layer]), Height(normal[layer + 1]));
            if (low + (Unit(Next()) * (high - low)) < Height(x)) return x;
        }
    }

    private static double Height(double x) => Math.Exp(-x * x / 2);

    /// <summary>Marsaglia (1964): beyond where the layers end.</summary>
    private double Tail()
    {
        while (true)
        {
            var x = Exponential() / NormalTail;
            if (2 * Exponential() > x * x) return NormalTail + x;
        }
    }

    /// <summary>Uniform on [0, 1), of the upper bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Unit(ulong bits) => (bits >> 11) * (1.0 / (1UL << 53));

    /// <summary>The layers' right ends, the widest first; its end is where a box of its area would have it.</summary>
    private static double[] LayersOf(
        Func<double, double> height, Func<double, double> inverse, double tail, double area)
    {
        var ends = new double[Layers + 1];
        (ends[0], ends[1]) = (area / height(tail), tail);
        for (var i = 2; i < Layers; i++) ends[i] = inverse((area / ends[i - 1]) + height(ends[i - 1]));
        return ends;
    }

    /// <summary>xoshiro256++ (Blackman &amp; Vigna 2021); its arithmetic wraps around.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong Next()
    {
        unchecked
        {
            var result = BitOperations.RotateLeft(a + d, 23) + a;
            var t = b << 17;
            c ^= a;
            d ^= b;
            b ^= c;
            a ^= d;
            c ^= t;
            d = BitOperations.RotateLeft(d, 45);
            return result;
        }
    }
}
