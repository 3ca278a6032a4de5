using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Resupply.Simulation;

/// <summary>Events by bucket, within a bucket in no order.</summary>
internal struct EventBuckets(int capacity)
{
    private const int None = -1;

    private PackedEvent[] events = new PackedEvent[capacity];
    private int[] following = new int[capacity];
    private int used;
    private int free = None;

    // A bucket's head means something only while its bit says that the bucket is in use.
    private int[] heads = [];
    private ulong[] inUse = [];
    private int reached;

    /// <summary>How many buckets there are.</summary>
    public int Length { get; private set; }

    /// <summary>How many events are in them.</summary>
    public int Count { get; private set; }

    /// <summary>Empty buckets, so many.</summary>
    public void LayOut(int length)
    {
        Array.Clear(inUse, 0, (Length + 63) / 64);
        if (length > heads.Length) (heads, inUse) = (new int[length * 2], new ulong[((length * 2) + 63) / 64]);
        (Length, Count, reached, used, free) = (length, 0, 0, 0, None);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int bucket, PackedEvent added)
    {
        var place = free;
        if (place != None) free = following[place];
        else place = NewPlace();
        ref var word = ref inUse[bucket >> 6];
        var bit = 1UL << bucket;
        events[place] = added;
        following[place] = (word & bit) != 0 ? heads[bucket] : None;
        heads[bucket] = place;
        word |= bit;
        Count++;
    }

    /// <summary>The first bucket that holds something; there is one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly int NextInUse()
    {
        Debug.Assert(Count > 0, "nothing is left in the buckets");
        var (words, word) = (inUse, reached >> 6);
        var bits = words[word];
        while (bits == 0) bits = words[++word];
        return (word << 6) | BitOperations.TrailingZeroCount(bits);
    }

    /// <summary>Empties a bucket into an empty heap.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Pour(int bucket, ref EventHeap heap)
    {
        inUse[bucket >> 6] &= ~(1UL << bucket);
        reached = bucket;
        var place = heads[bucket];
        heap.Start(events[place]);
        place = Release(place);
        if (place != None) PourRest(place, ref heap);
    }

    /// <summary>A method of its own, which most buckets do not need: they hold one event.</summary>
    private void PourRest(int place, ref EventHeap heap)
    {
        while (place != None)
        {
            heap.Add(events[place]);
            place = Release(place);
        }
    }

    /// <summary>The event there has been taken.</summary>
    /// <returns>The place of the next one in its bucket.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Release(int place)
    {
        ref var link = ref following[place];
        var next = link;
        (link, free) = (free, place);
        Count--;
        return next;
    }

    private int NewPlace()
    {
        if (used == events.Length)
        {
            Array.Resize(ref events, used * 2);
            Array.Resize(ref following, used * 2);
        }

        return used++;
    }
}
