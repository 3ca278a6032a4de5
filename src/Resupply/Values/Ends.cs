using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Resupply.Values;

/// <summary>
/// Draws by inversion where the distribution function has few steps: a number has reached so many of the steps' ends,
/// and the comparisons of several numbers with all of them take no branch.
/// </summary>
/// <remarks>An end is the least number that gives a greater value, less 2^63: vectors compare signed numbers.</remarks>
internal static class Ends
{
    /// <summary>So many random numbers there are: 2^64.</summary>
    public const double Range = 18446744073709551616.0;

    private const long Half = long.MinValue;

    /// <summary>So many numbers are compared at once; fewer, one by one.</summary>
    public static int ManyMin => 4 * Vector<long>.Count;

    public static long Of(ulong leastBeyond) => unchecked((long)leastBeyond) ^ Half;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // vectors are never compiled ahead
    public static ulong Greatest(ReadOnlySpan<ulong> numbers)
    {
        var greatest = Vector<ulong>.Zero;
        var vectors = MemoryMarshal.Cast<ulong, Vector<ulong>>(numbers);
        foreach (var vector in vectors) greatest = Vector.Max(greatest, vector);
        var most = 0UL;
        for (var i = 0; i < Vector<ulong>.Count; i++) most = Math.Max(most, greatest[i]);
        foreach (var number in numbers[(vectors.Length * Vector<ulong>.Count)..]) most = Math.Max(most, number);
        return most;
    }

    /// <summary>How many of the ends a number has reached.</summary>
    public static int Reached(ReadOnlySpan<long> ends, ulong number)
    {
        var reached = 0;
        while (reached < ends.Length && ends[reached] <= Of(number)) reached++;
        return reached;
    }

    /// <summary>How many of the ends each number has reached.</summary>
    /// <param name="ends">Ascending.</param>
    /// <param name="reached">As many as there are numbers.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Reached(ReadOnlySpan<long> ends, ReadOnlySpan<ulong> numbers, Span<int> reached)
    {
        var block = ManyMin;
        if (numbers.Length < block)
        {
            for (var i = 0; i < numbers.Length; i++) reached[i] = Reached(ends, numbers[i]);
            return;
        }

        for (var at = 0; at < numbers.Length; at += block)
        {
            if (at > numbers.Length - block) at = numbers.Length - block; // the last ones, some of them once more
            Block(ends, numbers.Slice(at, block), reached.Slice(at, block));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Block(ReadOnlySpan<long> ends, ReadOnlySpan<ulong> numbers, Span<int> reached)
    {
        var of = MemoryMarshal.Cast<ulong, Vector<long>>(numbers);
        var half = new Vector<long>(Half);
        var (a, b) = (of[0] ^ half, of[1] ^ half);
        var (c, d) = (of[2] ^ half, of[3] ^ half);
        var none = new Vector<long>(ends.Length);
        var (inA, inB, inC, inD) = (none, none, none, none);
        foreach (var end in ends)
        {
            var ofAll = new Vector<long>(end);
            inA += Vector.GreaterThan(ofAll, a); // -1 where it is so
            inB += Vector.GreaterThan(ofAll, b);
            inC += Vector.GreaterThan(ofAll, c);
            inD += Vector.GreaterThan(ofAll, d);
        }

        Vector.Narrow(inA, inB).CopyTo(reached);
        Vector.Narrow(inC, inD).CopyTo(reached[Vector<int>.Count..]);
    }
}
