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
    /// <summary>
    /// Of so many values the places are looked up in a row: a processor waits for several at once, where they are far
    /// from it. One by one, between other work, they took a fifteenth of winter-2024.
    /// </summary>
    private const int WaitingMax = 64;

    private readonly Side positive = new(bits);
    private readonly Side negative = new(bits);
    private long[] waiting = [];
    private int waitingCount;
    private long counted;
    private long fetched; // means nothing, but that it was read

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

    /// <summary>What the values go to is read first, and nothing else, as in <see cref="BinnedSums"/>.</summary>
    private void Settle()
    {
        var values = waiting.AsSpan(0, waitingCount);
        foreach (var value in values) fetched ^= value >= 0 ? positive.Fetch(value) : negative.Fetch(-value);
        foreach (var value in values) Add(value, value, 1);
        waitingCount = 0;
    }

    private void Add(long min, long max, long count)
    {
        counted += count;
        if (min >= 0) positive.Add(min, max, count);
        else negative.Add(-max, -min, count);
    }

    /// <summary>So many values between these two, both included.</summary>
    public readonly record struct Bucket(long Min, long Max, long Count)
    {
        public double At(long rank) =>
            Min == Max || Count == 1 ? Min : Math.Round(Min + ((double)(Max - Min) * (rank - 1) / (Count - 1)));
    }

    /// <summary>The buckets of one sign that hold something, each in the first free slot from its hash on.</summary>
    /// <remarks>
    /// A few hundred replications leave most of a hundred thousand buckets empty, and paired runs have thousands of
    /// histograms. A dictionary looks in two places for each value, the second by what the first holds: 6 % of
    /// winter-2024, where six measures have five to twenty thousand buckets each.
    /// </remarks>
    private sealed class Side(int bits)
    {
        private const uint GoldenRatio = 0x9E3779B1; // of 2^32: Knuth (1973), section 6.4, multiplicative hashing

        private Bucket[] slots = []; // a power of two, at most three quarters of them used; empty where nothing counts
        private int used;

        public void Add(long min, long max, long count)
        {
            if (used * 4L >= slots.Length * 3L) Grow();
            ref var bucket = ref slots[SlotOf(min)];
            if (bucket.Count == 0) used++;
            bucket = bucket.Count == 0
                ? new Bucket(min, max, count)
                : new Bucket(Math.Min(bucket.Min, min), Math.Max(bucket.Max, max), bucket.Count + count);
        }

        /// <summary>Where the value's bucket is, most often; what is returned is of no use.</summary>
        public long Fetch(long value) => slots.Length == 0 ? 0 : slots[FirstSlotOf(IndexOf(value))].Count;

        /// <summary>From the lowest to the highest.</summary>
        public Bucket[] Buckets()
        {
            var sorted = Array.FindAll(slots, bucket => bucket.Count > 0);
            Array.Sort(sorted, (one, other) => one.Min.CompareTo(other.Min));
            return sorted;
        }

        /// <summary>The slot of the value's bucket, or where it would go.</summary>
        private int SlotOf(long value)
        {
            var index = IndexOf(value);
            var slot = FirstSlotOf(index);
            while (slots[slot].Count > 0 && IndexOf(slots[slot].Min) != index) slot = (slot + 1) & (slots.Length - 1);
            return slot;
        }

        private int FirstSlotOf(int index) => // the upper bits of a product that may be longer than a word
            (int)(unchecked((uint)index * GoldenRatio) >> (BitOperations.LeadingZeroCount((uint)slots.Length) + 1));

        private int IndexOf(long magnitude)
        {
            var octave = 64 - BitOperations.LeadingZeroCount((ulong)magnitude) - bits;
            return octave <= 0 ? (int)magnitude : (octave << (bits - 1)) + (int)(magnitude >> octave);
        }

        private void Grow()
        {
            var before = slots;
            slots = new Bucket[Math.Max(4, before.Length * 2)];
            foreach (var bucket in before)
            {
                if (bucket.Count > 0) slots[SlotOf(bucket.Min)] = bucket;
            }
        }
    }
}
