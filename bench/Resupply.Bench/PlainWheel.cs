using System.Runtime.CompilerServices;
using System.Numerics;

namespace Resupply.Bench;

/// <summary>
/// The future events of workload W1: buckets for one lap, as long as it takes for as many events as are pending, and
/// what comes in later laps in no order. A bucket is sorted when it is reached.
/// </summary>
public sealed class PlainWheel
{
    // Of 365 days and 8,620 events, 540 of them pending: 3,660 s from event to event, 23 days a lap.
    private const int BucketBitsAtOnce = 10;
    private const int BucketsAtOnce = 2048;

    private readonly int bucketBits;
    private readonly int lapBits;
    private readonly int[] heads;
    private readonly ulong[] inUse;
    private Event[] pool = new Event[1024];
    private int[] following = new int[1024];
    private int free = -1;
    private int used;
    private Event[] later = new Event[1024];
    private int laterCount;
    private Event[] sorted = new Event[64]; // of the bucket reached, the last first
    private int sortedCount;
    private long reached; // counts buckets from the first tick
    private uint scheduled;

    public PlainWheel(int scale)
    {
        // As many times the buckets, as many times as narrow.
        var doublings = BitOperations.Log2((uint)scale);
        bucketBits = BucketBitsAtOnce - doublings;
        lapBits = BitOperations.Log2(BucketsAtOnce) + doublings;
        heads = new int[BucketsAtOnce << doublings];
        inUse = new ulong[heads.Length / 64];
    }

    public void Clear()
    {
        Array.Clear(inUse);
        (free, used, laterCount, sortedCount, reached, scheduled) = (-1, 0, 0, 0, 0, 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Schedule(long time, int what)
    {
        var added = new Event(((ulong)time << 32) | scheduled++, what);
        var bucket = time >> bucketBits;
        if (bucket <= reached) Sort(added);
        else if (bucket >> lapBits == reached >> lapBits) Put(bucket, added);
        else Postpone(added);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Take(out long time, out int what)
    {
        while (sortedCount == 0)
        {
            if (!Advance())
            {
                (time, what) = (0, 0);
                return false;
            }
        }

        ref readonly var next = ref sorted[--sortedCount];
        (time, what) = ((long)(next.Key >> 32), next.What);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Sort(in Event added)
    {
        if (sortedCount == sorted.Length) Array.Resize(ref sorted, sortedCount * 2);
        var place = sortedCount++;
        while (place > 0 && sorted[place - 1].Key < added.Key)
        {
            sorted[place] = sorted[place - 1];
            place--;
        }

        sorted[place] = added;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Put(long bucket, in Event added)
    {
        var place = free;
        if (place >= 0) free = following[place];
        else place = NewPlace();
        var slot = (int)bucket & (heads.Length - 1);
        ref var word = ref inUse[slot >> 6];
        var bit = 1UL << slot;
        pool[place] = added;
        following[place] = (word & bit) != 0 ? heads[slot] : -1;
        heads[slot] = place;
        word |= bit;
    }

    private void Postpone(in Event added)
    {
        if (laterCount == later.Length) Array.Resize(ref later, laterCount * 2);
        later[laterCount++] = added;
    }

    private int NewPlace()
    {
        if (used == pool.Length)
        {
            Array.Resize(ref pool, used * 2);
            Array.Resize(ref following, used * 2);
        }

        return used++;
    }

    /// <summary>To the next bucket that holds something, or into the next lap; false: nothing is pending.</summary>
    private bool Advance()
    {
        var start = reached >> lapBits << lapBits;
        for (var word = (int)(reached - start) >> 6; word < inUse.Length; word++)
        {
            if (inUse[word] == 0) continue;
            var slot = (word << 6) + BitOperations.TrailingZeroCount(inUse[word]);
            reached = start + slot;
            inUse[word] &= inUse[word] - 1;
            SortAll(heads[slot]);
            return true;
        }

        if (laterCount == 0) return false;
        BeginLap(start + heads.Length);
        return true;
    }

    private void SortAll(int place)
    {
        while (place >= 0)
        {
            Sort(pool[place]);
            (following[place], free, place) = (free, place, following[place]);
        }
    }

    private void BeginLap(long start)
    {
        reached = start;
        var kept = 0;
        for (var i = 0; i < laterCount; i++)
        {
            var bucket = (long)(later[i].Key >> 32) >> bucketBits;
            if (bucket >> lapBits == start >> lapBits) Put(bucket, later[i]);
            else later[kept++] = later[i];
        }

        laterCount = kept;
    }

    private readonly struct Event(ulong key, int what)
    {
        public readonly ulong Key = key; // time, then number
        public readonly int What = what;
    }
}
