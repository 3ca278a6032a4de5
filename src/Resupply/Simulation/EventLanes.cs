using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Resupply.Simulation;

/// <summary>
/// Events that come after one of a few delays known beforehand: of one delay they come in the order in which they were
/// scheduled, so each delay has a lane, first in, first out, and nothing is sorted.
/// </summary>
/// <remarks>Which head comes first is chance: it is found without a branch, which would be guessed wrongly.</remarks>
internal struct EventLanes
{
    /// <summary>As many as one comparison looks at.</summary>
    public const int Max = 4;

    /// <summary>After any key.</summary>
    public const ulong NoKey = long.MaxValue;

    private const long Empty = (long)NoKey;

    private readonly Vector256<long> delays;
    private readonly Lane[] lanes = new Lane[Max];
    private readonly long[] heads = new long[Max]; // their keys, all below 2^63

    public EventLanes(ReadOnlySpan<long> delays)
    {
        Span<long> all = [-1, -1, -1, -1];
        delays.CopyTo(all);
        this.delays = Vector256.Create<long>(all);
        foreach (ref var lane in lanes.AsSpan()) lane.Events = new PackedEvent[delays.IsEmpty ? 1 : 64];
        Array.Fill(heads, Empty);
    }

    public readonly int Count => lanes[0].Count + lanes[1].Count + lanes[2].Count + lanes[3].Count;

    public readonly void Clear()
    {
        foreach (ref var lane in lanes.AsSpan()) (lane.First, lane.Count) = (0, 0);
        Array.Fill(heads, Empty);
    }

    /// <summary>Which lane is for this delay; <see cref="Max"/> or more: none.</summary>
    public readonly int For(long delay) => BitOperations.TrailingZeroCount(
        Vector256.Equals(delays, Vector256.Create(delay)).ExtractMostSignificantBits());

    public readonly void Add(int number, in PackedEvent added)
    {
        ref var lane = ref lanes[number];
        if (lane.Count == 0) heads[number] = (long)added.Key;
        if (lane.Count == lane.Events.Length) lane.Double();
        lane.Events[(lane.First + lane.Count) & (lane.Events.Length - 1)] = added;
        lane.Count++;
    }

    /// <summary>The lane whose head comes first, and its key; beyond any where there is none.</summary>
    public readonly int Earliest(out ulong key)
    {
        var all = Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(heads));
        var least = Vector256.Min(all, Vector256.Shuffle(all, Vector256.Create(2L, 3, 0, 1)));
        least = Vector256.Min(least, Vector256.Shuffle(least, Vector256.Create(1L, 0, 3, 2)));
        key = (ulong)least.ToScalar();
        return BitOperations.TrailingZeroCount(Vector256.Equals(all, least).ExtractMostSignificantBits());
    }

    public readonly Agenda.Entry Head(int number)
    {
        ref readonly var lane = ref lanes[number];
        return lane.Events[lane.First].Entry;
    }

    public readonly void RemoveHead(int number)
    {
        ref var lane = ref lanes[number];
        lane.First = (lane.First + 1) & (lane.Events.Length - 1);
        lane.Count--;
        heads[number] = lane.Count == 0 ? Empty : (long)lane.Events[lane.First].Key;
    }

    private struct Lane
    {
        public PackedEvent[] Events;
        public int First;
        public int Count;

        public void Double()
        {
            var grown = new PackedEvent[Events.Length * 2];
            for (var i = 0; i < Count; i++) grown[i] = Events[(First + i) & (Events.Length - 1)];
            (Events, First) = (grown, 0);
        }
    }
}
