using System.Numerics;
using System.Runtime.Intrinsics;

namespace Resupply.Simulation;

/// <summary>
/// Events that come after one of a few delays known beforehand: of one delay they come in the order in which they were
/// scheduled, so each delay has a lane, first in, first out, and nothing is sorted.
/// </summary>
internal struct EventLanes
{
    /// <summary>As many as one comparison looks at.</summary>
    public const int Max = 4;

    private const ulong Empty = ulong.MaxValue;

    private readonly Vector256<long> delays;
    private readonly Ring<PackedEvent>[] lanes = new Ring<PackedEvent>[Max];
    private readonly ulong[] heads = new ulong[Max]; // their keys

    public EventLanes(ReadOnlySpan<long> delays)
    {
        Span<long> all = [-1, -1, -1, -1];
        delays.CopyTo(all);
        this.delays = Vector256.Create<long>(all);
        IsAny = !delays.IsEmpty;
        for (var i = 0; i < Max; i++) lanes[i] = new Ring<PackedEvent>();
        Array.Fill(heads, Empty);
    }

    public bool IsAny { get; }

    public readonly int Count => lanes[0].Count + lanes[1].Count + lanes[2].Count + lanes[3].Count;

    public readonly void Clear()
    {
        foreach (var lane in lanes) lane.Clear();
        Array.Fill(heads, Empty);
    }

    /// <summary>Which lane is for this delay; <see cref="Max"/> or more: none.</summary>
    public readonly int For(long delay) => BitOperations.TrailingZeroCount(
        Vector256.Equals(delays, Vector256.Create(delay)).ExtractMostSignificantBits());

    public readonly void Add(int lane, in PackedEvent added)
    {
        if (lanes[lane].Count == 0) heads[lane] = added.Key;
        lanes[lane].Add(added);
    }

    /// <summary>The lane whose head comes first, and its key.</summary>
    public readonly int Earliest(out ulong key)
    {
        var all = heads;
        var (a, b, c, d) = (all[0], all[1], all[2], all[3]);
        var left = b < a ? 1 : 0;
        var right = d < c ? 3 : 2;
        var (ab, cd) = (Math.Min(a, b), Math.Min(c, d));
        key = Math.Min(ab, cd);
        return cd < ab ? right : left;
    }

    public readonly ref readonly PackedEvent Head(int lane) => ref lanes[lane].Head;

    public readonly void RemoveHead(int lane)
    {
        var ring = lanes[lane];
        ring.RemoveHead();
        heads[lane] = ring.Count == 0 ? Empty : ring.Head.Key;
    }
}
