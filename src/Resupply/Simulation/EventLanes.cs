using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Resupply.Simulation;

/// <summary>
/// Events that come after one of a few delays known beforehand: of one delay they come in the order in which they were
/// scheduled, so each delay has a lane, first in, first out, and nothing is sorted.
/// </summary>
/// <remarks>
/// Which head comes first is chance: it is found without a branch, which would be guessed wrongly. And without vectors:
/// one head was written just now, and a load of all of them would have to wait until it is in the cache.
/// </remarks>
internal struct EventLanes
{
    /// <summary>As many as are quickly compared.</summary>
    public const int Max = 4;

    /// <summary>After any key.</summary>
    public const ulong NoKey = long.MaxValue;

    private const long Empty = (long)NoKey;

    private readonly Lane[] lanes = new Lane[Max];
    private Heads heads;

    /// <param name="used">So many of them will be.</param>
    public EventLanes(int used)
    {
        for (var i = 0; i < Max; i++) lanes[i].Events = new PackedEvent[i < used ? 64 : 1];
        ((Span<long>)heads).Fill(Empty);
    }

    public readonly int Count => lanes[0].Count + lanes[1].Count + lanes[2].Count + lanes[3].Count;

    public void Clear()
    {
        foreach (ref var lane in lanes.AsSpan()) (lane.First, lane.Count) = (0, 0);
        ((Span<long>)heads).Fill(Empty);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int number, PackedEvent added)
    {
        ref var lane = ref lanes[number];
        Debug.Assert(lane.Count == 0 || lane.Last.Key < added.Key, "what is added to a lane comes last");
        if (lane.Count == 0) heads[number] = (long)added.Key;
        if (lane.Count == lane.Events.Length) lane.Double();
        lane.Events[(lane.First + lane.Count) & (lane.Events.Length - 1)] = added;
        lane.Count++;
    }

    /// <summary>The lane whose head comes first, and its key; beyond any where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly int Earliest(out ulong key)
    {
        unchecked
        {
            var (a, b, c, d) = (heads[0], heads[1], heads[2], heads[3]);
            var (right, later) = ((b - a) >> 63, (d - c) >> 63); // -1 where the second comes first, else 0
            var (first, second) = (a + ((b - a) & right), c + ((d - c) & later));
            var half = (second - first) >> 63;
            key = (ulong)(first + ((second - first) & half));
            return (int)(((2 - later) & half) | (-right & ~half));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public PackedEvent TakeHead(int number)
    {
        ref var lane = ref lanes[number];
        var taken = lane.Events[lane.First];
        lane.First = (lane.First + 1) & (lane.Events.Length - 1);
        lane.Count--;
        heads[number] = lane.Count == 0 ? Empty : (long)lane.Events[lane.First].Key;
        return taken;
    }

    /// <summary>The keys of the first events, all below 2^63.</summary>
    [InlineArray(Max)]
    private struct Heads
    {
        private long first;
    }

    private struct Lane
    {
        public PackedEvent[] Events;
        public int First;
        public int Count;

        public readonly PackedEvent Last => Events[(First + Count - 1) & (Events.Length - 1)];

        public void Double()
        {
            var grown = new PackedEvent[Events.Length * 2];
            for (var i = 0; i < Count; i++) grown[i] = Events[(First + i) & (Events.Length - 1)];
            (Events, First) = (grown, 0);
        }
    }
}
