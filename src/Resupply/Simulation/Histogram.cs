using System.Numerics;

namespace Resupply.Simulation;

/// <summary>
/// Counts of whole numbers in buckets that are fixed by value: exact below 2^bits, then 2^(bits-1) buckets an octave.
/// A bucket also keeps its smallest and largest value, so it is exact too while it holds one value. What it says does
/// not depend on the order in which numbers came or histograms were merged.
/// </summary>
/// <remarks>The layout is that of G. Tene's HdrHistogram (2012), for both signs.</remarks>
public sealed class Histogram(int bits)
{
    private readonly Side positive = new();
    private readonly Side negative = new();

    public int Bits => bits;

    public long Count { get; private set; }

    public void Add(long value) => Add(value, value, 1);

    public void Add(Histogram other)
    {
        if (other.Bits != bits)
            throw new ArgumentException("histograms of different layout do not merge", nameof(other));
        foreach (var bucket in other.Buckets()) Add(bucket.Min, bucket.Max, bucket.Count);
    }

    /// <summary>
    /// The smallest value v with F(v) at least permille / 1000; inside a bucket of many values, by rank.
    /// </summary>
    public double Quantile(int permille, long none = 0)
    {
        var rank = (((Int128)(Count + none) * permille) + 999) / 1000;
        if (rank < 1) rank = 1;
        foreach (var bucket in Buckets())
        {
            if (rank <= bucket.Count) return bucket.At((long)rank);
            rank -= bucket.Count;
        }

        return double.PositiveInfinity;
    }

    /// <summary>
    /// How many of the values are below this number (a bucket that holds it counts by its smallest value).
    /// </summary>
    public long CountBelow(double limit) => Buckets().Where(bucket => bucket.Max < limit).Sum(bucket => bucket.Count);

    /// <summary>The buckets that hold something, from the smallest value to the largest.</summary>
    public IEnumerable<Bucket> Buckets()
    {
        foreach (var bucket in negative.Buckets().Reverse())
            yield return new Bucket(-bucket.Max, -bucket.Min, bucket.Count);
        foreach (var bucket in positive.Buckets()) yield return bucket;
    }

    public void Write(BinaryWriter writer)
    {
        var buckets = Buckets().ToList();
        writer.Write(buckets.Count);
        foreach (var bucket in buckets)
        {
            writer.Write(bucket.Min);
            writer.Write(bucket.Max);
            writer.Write(bucket.Count);
        }
    }

    public void AddFrom(BinaryReader reader)
    {
        var buckets = reader.ReadInt32();
        for (var i = 0; i < buckets; i++)
        {
            var (min, max) = (reader.ReadInt64(), reader.ReadInt64());
            Add(min, max, reader.ReadInt64());
        }
    }

    private void Add(long min, long max, long count)
    {
        Count += count;
        if (min >= 0) positive.Add(IndexOf(min), min, max, count);
        else negative.Add(IndexOf(-max), -max, -min, count);
    }

    private int IndexOf(long magnitude)
    {
        var octave = 64 - BitOperations.LeadingZeroCount((ulong)magnitude) - bits;
        return octave <= 0 ? (int)magnitude : (octave << (bits - 1)) + (int)(magnitude >> octave);
    }

    /// <summary>So many values between these two, both included.</summary>
    public readonly record struct Bucket(long Min, long Max, long Count)
    {
        public double At(long rank) =>
            Min == Max || Count == 1 ? Min : Math.Round(Min + ((double)(Max - Min) * (rank - 1) / (Count - 1)));
    }

    /// <summary>The buckets of one sign, from the lowest index used to the highest.</summary>
    private sealed class Side
    {
        private int first;
        private Bucket[] buckets = [];

        public void Add(int index, long min, long max, long count)
        {
            if (buckets.Length == 0) first = index;
            var at = index - first;
            if (at < 0 || at >= buckets.Length) at = Grow(index);
            ref var bucket = ref buckets[at];
            bucket = bucket.Count == 0
                ? new Bucket(min, max, count)
                : new Bucket(Math.Min(bucket.Min, min), Math.Max(bucket.Max, max), bucket.Count + count);
        }

        public IEnumerable<Bucket> Buckets() => buckets.Where(bucket => bucket.Count > 0);

        private int Grow(int index)
        {
            var last = Math.Max(first + buckets.Length - 1, index);
            var from = Math.Min(first, index);
            var room = Math.Max(last - from + 1, Math.Min(buckets.Length * 2, last + 1));
            if (index < first) from = Math.Max(0, last + 1 - room);
            var grown = new Bucket[room];
            Array.Copy(buckets, 0, grown, first - from, buckets.Length);
            (first, buckets) = (from, grown);
            return index - from;
        }
    }
}
