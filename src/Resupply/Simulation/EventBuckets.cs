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

    private int[] heads = []; // of each bucket; None: it is empty
    private ulong[] inUse = []; // a bit for each bucket: it is not empty
    private int reached;

    /// <summary>How many buckets there are.</summary>
    public int Length { get; private set; }

    /// <summary>How many events are in them.</summary>
    public int Count { get; private set; }

    /// <summary>Empty buckets, so many.</summary>
    public void LayOut(int length)
    {
        if (Count > 0) Empty();
        if (length > heads.Length)
        {
            (heads, inUse) = (new int[length * 2], new ulong[((length * 2) + 63) / 64]);
            Array.Fill(heads, None);
        }

        (Length, Count, reached, used, free) = (length, 0, 0, 0, None);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int bucket, PackedEvent added)
    {
        var place = free;
        if (place != None) free = following[place];
        else place = NewPlace();
        ref var head = ref heads[bucket];
        events[place] = added;
        following[place] = head;
        head = place;
        inUse[bucket >> 6] |= 1UL << bucket;
        unchecked
        {
            Count++; // of places, of which there are not more than an array holds
        }
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

    /// <summary>Empties the first bucket that holds something into an empty heap.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Pour(int bucket, ref EventHeap heap)
    {
        ref var word = ref inUse[bucket >> 6];
        word &= unchecked(word - 1); // its first bit
        reached = bucket;
        ref var head = ref heads[bucket];
        var place = head;
        head = None;
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
        unchecked
        {
            Count--;
        }

        return next;
    }

    /// <summary>What has not been reached is forgotten.</summary>
    private void Empty()
    {
        Array.Clear(inUse, 0, (Length + 63) / 64);
        Array.Fill(heads, None, 0, Length);
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
