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
    private int first; // the lane of the earliest

    /// <param name="used">So many of them will be.</param>
    public EventLanes(int used)
    {
        for (var i = 0; i < Max; i++) lanes[i].Events = new PackedEvent[i < used ? 64 : 1];
        ((Span<long>)heads).Fill(Empty);
        Earliest = NoKey;
    }

    /// <summary>The key of the earliest event; beyond any where there is none.</summary>
    public ulong Earliest { get; private set; }

    public readonly int Count => lanes[0].Count + lanes[1].Count + lanes[2].Count + lanes[3].Count;

    public void Clear()
    {
        foreach (ref var lane in lanes.AsSpan()) (lane.First, lane.Count) = (0, 0);
        ((Span<long>)heads).Fill(Empty);
        Earliest = NoKey;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int number, PackedEvent added)
    {
        ref var lane = ref lanes[number];
        Debug.Assert(lane.Count == 0 || lane.Last.Key < added.Key, "what is added to a lane comes last");
        if (lane.Count == 0) Begin(number, added.Key);
        if (lane.Count == lane.Events.Length) lane.Double();
        lane.Events[(lane.First + lane.Count) & (lane.Events.Length - 1)] = added;
        lane.Count++;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public PackedEvent TakeEarliest()
    {
        unchecked
        {
            ref var lane = ref lanes[first];
            var events = lane.Events;
            var taken = events[lane.First];
            var next = (lane.First + 1) & (events.Length - 1);
            lane.First = next;
            heads[first] = --lane.Count == 0 ? Empty : (long)events[next].Key;
            FindEarliest();
            return taken;
        }
    }

    private void Begin(int number, ulong key)
    {
        heads[number] = unchecked((long)key);
        FindEarliest();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void FindEarliest()
    {
        unchecked
        {
            var (a, b, c, d) = (heads[0], heads[1], heads[2], heads[3]);
            var (right, later) = ((b - a) >> 63, (d - c) >> 63); // -1 where the second comes first, else 0
            var (left, last) = (a + ((b - a) & right), c + ((d - c) & later));
            var half = (last - left) >> 63;
            Earliest = (ulong)(left + ((last - left) & half));
            first = (int)(((2 - later) & half) | (-right & ~half));
        }
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
