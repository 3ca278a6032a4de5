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

    /// <summary>The buckets of one sign that hold something, by their index.</summary>
    /// <remarks>
    /// A hash table with open addressing (Knuth, TAOCP 3, section 6.4, algorithm L): a few hundred replications leave
    /// most of a hundred thousand buckets empty, and paired runs have thousands of histograms.
    /// </remarks>
    private sealed class Side
    {
        private const int RoomMin = 16;
        private const uint Golden = 2_654_435_769; // 2^32 over the golden ratio: indices nearby fall far apart

        private int[] keys = []; // 1 more than the index; 0: free
        private Bucket[] buckets = [];
        private int shift = 32;
        private int used;
        private Bucket[]? sorted;

        public void Add(int index, long min, long max, long count)
        {
            sorted = null;
            if (used * 2 >= keys.Length) Grow();
            ref var bucket = ref buckets[PlaceOf(index + 1)];
            bucket = bucket.Count == 0
                ? new Bucket(min, max, count)
                : new Bucket(Math.Min(bucket.Min, min), Math.Max(bucket.Max, max), bucket.Count + count);
        }

        public IReadOnlyList<Bucket> Buckets() => sorted ??= Sorted();

        private int PlaceOf(int key)
        {
            var place = (int)(unchecked((uint)key * Golden) >> shift);
            while (keys[place] != key)
            {
                if (keys[place] == 0)
                {
                    keys[place] = key;
                    used++;
                    break;
                }

                place = (place + 1) & (keys.Length - 1);
            }

            return place;
        }

        private void Grow()
        {
            var (oldKeys, oldBuckets) = (keys, buckets);
            keys = new int[Math.Max(RoomMin, oldKeys.Length * 2)];
            buckets = new Bucket[keys.Length];
            (shift, used) = (32 - BitOperations.Log2((uint)keys.Length), 0);
            for (var i = 0; i < oldKeys.Length; i++)
            {
                if (oldKeys[i] != 0) buckets[PlaceOf(oldKeys[i])] = oldBuckets[i];
            }
        }

        private Bucket[] Sorted()
        {
            var inUse = new Bucket[used];
            var at = 0;
            foreach (var bucket in buckets)
            {
                if (bucket.Count > 0) inUse[at++] = bucket;
            }

            Array.Sort(inUse, (one, other) => one.Min.CompareTo(other.Min));
            return inUse;
        }
    }
}
