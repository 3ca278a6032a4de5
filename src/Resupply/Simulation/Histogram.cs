using System.Numerics;
using System.Runtime.InteropServices;

namespace Resupply.Simulation;

/// <summary>
/// Counts of whole numbers in buckets that are fixed by value: exact below 2^bits, then 2^(bits-1) buckets an octave.
/// A bucket also keeps its smallest and largest value, so it is exact too while it holds one value. What it says does
/// not depend on the order in which numbers came or histograms were merged.
/// </summary>
/// <remarks>The layout is that of G. Tene's HdrHistogram (2012), for both signs.</remarks>
public sealed class Histogram(int bits)
{
    /// <summary>
    /// Of so many values the places are looked up in a row: a processor waits for several at once, where they are far
    /// from it. One by one, between other work, they took a fifteenth of winter-2024.
    /// </summary>
    private const int WaitingMax = 64;

    private readonly Side positive = new();
    private readonly Side negative = new();
    private long[] waiting = [];
    private int waitingCount;
    private long counted;

    public int Bits => bits;

    public long Count => counted + waitingCount;

    public void Add(long value)
    {
        if (waiting.Length == 0) waiting = new long[WaitingMax];
        waiting[waitingCount++] = value;
        if (waitingCount == WaitingMax) Settle();
    }

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
        Settle();
        foreach (var bucket in Enumerable.Reverse(negative.Buckets()))
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

    private void Settle()
    {
        foreach (var value in waiting.AsSpan(0, waitingCount)) Add(value, value, 1);
        waitingCount = 0;
    }

    private void Add(long min, long max, long count)
    {
        counted += count;
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

    /// <summary>The buckets of one sign that hold something, by their index.</summary>
    /// <remarks>
    /// A few hundred replications leave most of a hundred thousand buckets empty, and paired runs have thousands of
    /// histograms.
    /// </remarks>
    private sealed class Side
    {
        private readonly Dictionary<int, Bucket> buckets = [];

        public void Add(int index, long min, long max, long count)
        {
            ref var bucket = ref CollectionsMarshal.GetValueRefOrAddDefault(buckets, index, out var isThere);
            bucket = isThere
                ? new Bucket(Math.Min(bucket.Min, min), Math.Max(bucket.Max, max), bucket.Count + count)
                : new Bucket(min, max, count);
        }

        /// <summary>From the lowest to the highest.</summary>
        public Bucket[] Buckets()
        {
            Bucket[] sorted = [.. buckets.Values];
            Array.Sort(sorted, (one, other) => one.Min.CompareTo(other.Min));
            return sorted;
        }
    }
}
