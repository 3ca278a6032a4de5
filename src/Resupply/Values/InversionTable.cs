using System.Numerics;

namespace Resupply.Values;

/// <summary>
/// Draws from a distribution over whole numbers by inversion, in one look-up and rarely a step more: a larger random
/// number never gives a smaller value, so two options that differ in a mean stay coupled draw by draw.
/// </summary>
/// <remarks>
/// Chen &amp; Asau, "On generating random variates from an empirical distribution", AIIE Transactions 6, 1974. The
/// distribution function is kept as whole numbers, so that drawing compares integers; each probability is exact to
/// 2^-53. What the distribution's tail was cut of falls to its last value.
/// </remarks>
public sealed class InversionTable
{
    // A small table can afford a guide four times as long: fewer steps, and fewer that no processor foresees.
    private const int SmallMax = 256;
    private const int SmallBits = 2;

    // To compare with the end of one more of the first values costs 1: so much costs a number that is beyond them, and
    // a look-up in the guide.
    private const double BeyondCost = 64;
    private const double GuidedCost = 24;
    private const int NearMax = 16;

    private readonly long first;
    private readonly int shift;

    /// <summary>The ends of the first values; none where most numbers give a later one.</summary>
    private readonly long[] near;

    /// <summary>By the upper bits: twice where to begin, and 1 more where the lower bits matter.</summary>
    private readonly int[] guide;

    /// <summary>The largest random number that still gives `first + i`.</summary>
    private readonly ulong[] upTo;

    /// <exception cref="ArgumentException">The weights do not sum to 1.</exception>
    public InversionTable(Pmf pmf)
    {
        var total = pmf.Total;
        if (Math.Abs(total - 1) > 1e-9)
        {
            throw new ArgumentException($"the weights sum to {total}, not to 1", nameof(pmf));
        }

        var bounds = Bounds(pmf.Weights, out var skipped);
        first = pmf.First + skipped;
        upTo = bounds;
        var bits = Math.Max(1, BitOperations.Log2(BitOperations.RoundUpToPowerOf2((uint)bounds.Length)));
        if (bounds.Length <= SmallMax) bits += SmallBits;
        shift = 64 - bits;
        guide = Guide(bounds, bits);
        near = Near(bounds);
    }

    /// <summary>The value for 64 random bits.</summary>
    public long Draw(ulong bits)
    {
        var entry = guide[bits >> shift];
        return first + ((entry & 1) == 0 ? entry >> 1 : Search(bits, entry >> 1));
    }

    /// <summary>The value for each of these random numbers.</summary>
    /// <exception cref="OverflowException">A value is more than an `int` holds.</exception>
    public void Draw(ReadOnlySpan<ulong> numbers, Span<int> values)
    {
        var (least, _) = ((int)first, (int)(first + upTo.Length - 1)); // whether all fit: once, not for each
        values = values[..numbers.Length];
        if (near.Length > 0 && numbers.Length >= Ends.ManyMin) DrawNear(numbers, values, least);
        else DrawGuided(numbers, values, least);
    }

    private void DrawNear(ReadOnlySpan<ulong> numbers, Span<int> values, int least)
    {
        Ends.Reached(near, numbers, values);
        for (var at = 0; values[at..].IndexOf(near.Length) is >= 0 and var next; at++)
        {
            at += next;
            values[at] = Search(numbers[at], near.Length);
        }

        if (least == 0) return;
        foreach (ref var value in values) value += least;
    }

    private void DrawGuided(ReadOnlySpan<ulong> numbers, Span<int> values, int least)
    {
        var (starts, by) = (guide, shift);
        unchecked
        {
            for (var at = 0; at < numbers.Length; at++)
            {
                var entry = starts[numbers[at] >> by];
                values[at] = least + ((entry & 1) == 0 ? entry >> 1 : Search(numbers[at], entry >> 1));
            }
        }
    }

    private int Search(ulong bits, int i)
    {
        while (bits > upTo[i]) i++;
        return i;
    }

    private static ulong[] Bounds(double[] weights, out int skipped)
    {
        skipped = 0;
        var bounds = new List<ulong>(weights.Length);
        var sum = 0.0;
        foreach (var weight in weights)
        {
            sum += weight;
            var below = sum >= 1 ? ulong.MaxValue : (ulong)(sum * Ends.Range);
            if (below == 0) skipped++;
            else bounds.Add(below - 1);
            if (sum >= 1) break;
        }

        bounds[^1] = ulong.MaxValue;
        return [.. bounds];
    }

    private static int[] Guide(ulong[] bounds, int bits)
    {
        var starts = new int[1 << bits];
        var i = 0;
        for (var j = 0; j < starts.Length; j++)
        {
            var least = (ulong)j << (64 - bits);
            while (bounds[i] < least) i++;
            var isSure = bounds[i] >= (least | (ulong.MaxValue >> bits));
            starts[j] = (i << 1) | (isSure ? 0 : 1);
        }

        return starts;
    }

    private static long[] Near(ulong[] upTo)
    {
        var (best, least) = (0, GuidedCost);
        for (var ends = 1; ends <= Math.Min(NearMax, upTo.Length - 1); ends++)
        {
            var beyond = 1 - (upTo[ends - 1] / (double)ulong.MaxValue);
            var cost = ends + (BeyondCost * beyond);
            if (cost < least) (best, least) = (ends, cost);
        }

        return [.. upTo.Take(best).Select(last => Ends.Of(last + 1))];
    }
}
