using System.Numerics;
using System.Runtime.CompilerServices;

namespace Resupply.Exact;

/// <summary>
/// Probability over a window of whole numbers that moves and grows as mass is added. Whatever would pass the meter's
/// limits is not done; the meter then says why, and the window is of no further use.
/// </summary>
internal sealed class MassWindow(WorkMeter meter)
{
    // What lies in a tail of at most this mass is gathered at the tail's own mean, so that neither mass nor mean is
    // lost. A day adds at most twice this to the error of a probability.
    private const double TailMass = 1e-16;

    private double[] store = [];
    private int start;

    public long First { get; private set; }
    public int Count { get; private set; }
    public long Last => First + Count - 1;
    public ReadOnlySpan<double> Weights => store.AsSpan(start, Count);

    /// <summary>The part at `from` and above.</summary>
    public ReadOnlySpan<double> WeightsFrom(long from) =>
        from > Last ? [] : Weights[(int)Math.Max(0, from - First)..];

    /// <summary>The part below `end`.</summary>
    public ReadOnlySpan<double> WeightsBelow(long end) =>
        end <= First ? [] : Weights[..(int)Math.Min(Count, end - First)];

    public void Clear()
    {
        meter.Release(Count);
        Count = 0;
    }

    public void Shift(long by) => First += by;

    /// <summary>Adds `factor` times the weights, the first of them at `first`.</summary>
    public void Add(long first, ReadOnlySpan<double> weights, double factor)
    {
        if (weights.IsEmpty || factor == 0) return;
        if (!meter.Multiply(weights.Length) || !Cover(first, first + weights.Length - 1)) return;
        AddScaled(store.AsSpan(start + (int)(first - First), weights.Length), weights, factor);
    }

    /// <summary>Adds what is left after a day's need takes `uses` items a unit; may go below 0.</summary>
    public void AddLessNeed(long first, ReadOnlySpan<double> weights, NeedTable need, int uses)
    {
        var last = first + weights.Length - 1;
        if (weights.IsEmpty || !Cover(first - (uses * need.Last), last - (uses * need.First))) return;
        for (var i = 0; i < need.Weights.Length; i++)
            Add(first - (uses * (need.First + i)), weights, need.Weights[i]);
    }

    public void CollapseTails()
    {
        CollapseLower();
        CollapseUpper();
    }

    private void CollapseLower()
    {
        var (count, mass, moment) = (0, 0.0, 0.0);
        for (; count < Count; count++)
        {
            var weight = store[start + count];
            if (mass + weight > TailMass) break;
            mass += weight;
            moment += weight * count;
        }

        var kept = GatherAtMean(start, count, mass, moment);
        var cut = mass == 0 ? count : kept;
        start += cut;
        First += cut;
        Drop(cut);
    }

    private void CollapseUpper()
    {
        var (count, mass, moment) = (0, 0.0, 0.0);
        for (; count < Count; count++)
        {
            var weight = store[start + Count - 1 - count];
            if (mass + weight > TailMass) break;
            mass += weight;
            moment += weight * (count + 1);
        }

        var from = Count - count;
        moment = (mass * count) - moment;
        var kept = GatherAtMean(start + from, count, mass, moment);
        Drop(mass == 0 ? count : Math.Max(0, count - kept - 2));
    }

    /// <summary>Puts the mass of `count` places at the two around its mean and returns the lower one.</summary>
    private int GatherAtMean(int at, int count, double mass, double moment)
    {
        if (count < 2 || mass == 0) return 0;
        var mean = Math.Clamp(moment / mass, 0, count - 1);
        var lower = Math.Min((int)mean, count - 2);
        store.AsSpan(at, count).Clear();
        store[at + lower] = mass * (lower + 1 - mean);
        store[at + lower + 1] = mass * (mean - lower);
        return lower;
    }

    private void Drop(int places)
    {
        Count -= places;
        meter.Release(places);
    }

    /// <summary>Makes room from `first` to `last`; false where that passes the limit on states.</summary>
    private bool Cover(long first, long last)
    {
        if (Count > 0 && first >= First && last <= Last) return true;
        var from = Count == 0 ? first : Math.Min(first, First);
        var to = Count == 0 ? last : Math.Max(last, Last);
        var width = to - from + 1;
        if (!meter.Hold(width - Count)) return false;
        Grow(from, (int)width);
        return true;
    }

    private void Grow(long from, int width)
    {
        var below = Count == 0 ? 0 : (int)(First - from);
        var (old, oldStart, oldCount) = (store, start, Count);
        start -= below;
        if (Count == 0 || start < 0 || start + width > store.Length)
        {
            if (store.Length < width) store = new double[width + (width / 2)];
            else if (Count > 0) store = new double[store.Length];
            start = (store.Length - width) / 2;
            old.AsSpan(oldStart, oldCount).CopyTo(store.AsSpan(start + below));
        }

        store.AsSpan(start, below).Clear();
        store.AsSpan(start + below + oldCount, width - below - oldCount).Clear();
        First = from;
        Count = width;
    }

    // Each place is one product and one sum, in the same order on every machine, however wide its vectors are.
    // Optimised at once: a cold run would spend most of its time here before the runtime notices.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddScaled(Span<double> target, ReadOnlySpan<double> source, double factor)
    {
        var scale = new Vector<double>(factor);
        var i = 0;
        for (; i <= source.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            var sum = new Vector<double>(target[i..]) + (scale * new Vector<double>(source[i..]));
            sum.CopyTo(target[i..]);
        }

        for (; i < source.Length; i++) target[i] += factor * source[i];
    }
}
