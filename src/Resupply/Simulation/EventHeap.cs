using System.Runtime.CompilerServices;

namespace Resupply.Simulation;

/// <summary>An event as the agenda keeps it, in 16 bytes; no two have the same key.</summary>
/// <remarks>
/// Two fields of 8 bytes, handed on as they are: in registers. Four of 4 are written one by one and copied as 16 bytes,
/// which a processor cannot do before all are written.
/// </remarks>
internal readonly struct PackedEvent(long time, uint number, int what, int stamp)
{
    // The time in the upper half, the running number in the lower: one comparison decides.
    public readonly ulong Key = unchecked(((ulong)time << 32) | number);
    private readonly ulong rest = unchecked(((ulong)(uint)what << 32) | (uint)stamp);

    public long Time => unchecked((long)(Key >> 32));

    public Agenda.Entry Entry => new(Time, unchecked((int)(rest >> 32)), unchecked((int)rest));
}

/// <summary>Events of which the earliest is at hand: a heap with four children to a node.</summary>
internal struct EventHeap(int capacity)
{
    private PackedEvent[] nodes = new PackedEvent[capacity];

    public int Count { get; private set; }

    public readonly PackedEvent Earliest => nodes[0];

    public void Clear() => Count = 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(PackedEvent added)
    {
        if (Count == nodes.Length) Array.Resize(ref nodes, Count * 2);
        var heap = nodes;
        var node = Count++;
        while (node > 0)
        {
            var parent = (node - 1) >> 2;
            if (heap[parent].Key < added.Key) break;
            heap[node] = heap[parent];
            node = parent;
        }

        heap[node] = added;
    }

    /// <summary>The first of an empty heap.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Start(PackedEvent added)
    {
        nodes[0] = added;
        Count = 1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public PackedEvent TakeEarliest()
    {
        var earliest = nodes[0];
        var left = Count - 1;
        Count = left;
        if (left > 0) Sink(nodes[left]);
        return earliest;
    }

    /// <summary>Finds the place, from the top down, of what was last.</summary>
    /// <remarks>A call: mostly one event was left, and who takes it has its registers for itself.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly void Sink(PackedEvent last)
    {
        var (heap, count) = (nodes, Count);
        var node = 0;
        while (true)
        {
            var child = (4 * node) + 1;
            if (child >= count) break;
            var earliest = child + 4 <= count ? EarliestOfFour(heap, child) : EarliestOf(heap.AsSpan(0, count), child);
            if (heap[earliest].Key > last.Key) break;
            heap[node] = heap[earliest];
            node = earliest;
        }

        heap[node] = last;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int EarliestOfFour(PackedEvent[] heap, int first)
    {
        var (a, b, c, d) = (heap[first].Key, heap[first + 1].Key, heap[first + 2].Key, heap[first + 3].Key);
        var left = b < a ? first + 1 : first;
        var right = d < c ? first + 3 : first + 2;
        return Math.Min(c, d) < Math.Min(a, b) ? right : left;
    }

    private static int EarliestOf(ReadOnlySpan<PackedEvent> heap, int first)
    {
        var earliest = first;
        for (var i = first + 1; i < heap.Length; i++)
        {
            if (heap[i].Key < heap[earliest].Key) earliest = i;
        }

        return earliest;
    }
}
