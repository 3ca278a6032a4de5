using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Resupply.Values;

/// <summary>
/// A counter-based source of random numbers: every number is a function of a key and a count, never of what was drawn
/// before. Keys are made from the seed, the path of the value in the file, the replication and an ordinal, so adding a
/// thing leaves every other thing's numbers as they were.
/// </summary>
/// <remarks>
/// SplitMix64: Steele, Lea &amp; Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
/// Arithmetic wraps around: that is the algorithm.
/// </remarks>
public readonly record struct RandomStream(ulong Key)
{
    private const ulong Gamma = 0x9E3779B97F4A7C15;

    /// <summary>The stream of a value: the same for the same seed and path, whatever else the file holds.</summary>
    public static RandomStream For(ulong seed, string path)
    {
        unchecked
        {
            var key = Mix(seed + Gamma);
            foreach (var letter in path) key = Mix((key ^ letter) + Gamma);
            return new RandomStream(key);
        }
    }

    /// <summary>The stream of one replication, order, day, tranche: whatever the ordinal counts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public RandomStream At(long ordinal) => new(Bits(unchecked((ulong)ordinal)) ^ Gamma);

    /// <summary>The number that stands at this count: the output of SplitMix64 after `count + 1` steps.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Bits(ulong count) => Mix(unchecked(Key + ((count + 1) * Gamma)));

    /// <summary>The numbers that stand at so many counts, from the first on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // vectors are never compiled ahead
    public void Bits(ulong from, Span<ulong> numbers)
    {
        unchecked
        {
            var vectors = MemoryMarshal.Cast<ulong, Vector<ulong>>(numbers);
            var state = new Vector<ulong>(Key + ((from + 1) * Gamma)) + (Vector<ulong>.Indices * Gamma);
            foreach (ref var vector in vectors)
            {
                vector = Mix(state);
                state += new Vector<ulong>((ulong)Vector<ulong>.Count * Gamma);
            }

            for (var at = vectors.Length * Vector<ulong>.Count; at < numbers.Length; at++)
                numbers[at] = Bits(from + (ulong)at);
        }
    }

    /// <summary>`At(ordinal).At(inner).Bits(0)` in the place of each ordinal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void FirstBits(Span<ulong> ordinals, long inner)
    {
        unchecked
        {
            var vectors = MemoryMarshal.Cast<ulong, Vector<ulong>>(ordinals);
            var (once, gamma) = (new Vector<ulong>(Key + Gamma), new Vector<ulong>(Gamma));
            var within = new Vector<ulong>(((ulong)inner + 1) * Gamma);
            foreach (ref var vector in vectors)
            {
                var outer = Mix((vector * Gamma) + once) ^ gamma;
                vector = Mix((Mix(outer + within) ^ gamma) + gamma);
            }

            foreach (ref var ordinal in ordinals[(vectors.Length * Vector<ulong>.Count)..])
                ordinal = At((long)ordinal).At(inner).Bits(0);
        }
    }

    /// <summary>Uniform on the open interval (0, 1): the middle of one of 2^52 equal steps.</summary>
    /// <remarks>
    /// 52 bits, not 53: half a step more than 2^53 - 1 would round up to 1, and 1 to a life without end.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Uniform(int count) => Uniform(Bits(unchecked((ulong)count)));

    /// <summary>What <see cref="Uniform(int)"/> makes of the number that stands at a count.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Uniform(ulong bits) => (unchecked((long)(bits >> 12)) + 0.5) * (1.0 / (1UL << 52));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<ulong> Mix(Vector<ulong> z)
    {
        unchecked
        {
            z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >>> 27)) * 0x94D049BB133111EB;
            return z ^ (z >>> 31);
        }
    }
}
