using Resupply.Simulation;

namespace Resupply.Bench;

/// <summary>Lists of future events, made to be measured alike: structs, so that the calls cost nothing.</summary>
public interface IFutureEvents
{
    void Clear();

    void Schedule(long time, int what);

    bool TakeBefore(long end, out long time, out int what);
}

/// <summary>The engine's own.</summary>
public readonly struct EngineAgenda() : IFutureEvents
{
    private readonly Agenda agenda = new();

    public void Clear() => agenda.Clear();

    public void Schedule(long time, int what) => agenda.Schedule(time, what, 0);

    public bool TakeBefore(long end, out long time, out int what)
    {
        var taken = agenda.TakeBefore(end, out var next);
        (time, what) = (next.Time, next.What);
        return taken;
    }
}

/// <summary>The framework's heap: four children to a node, keys beside what they stand for.</summary>
public struct FrameworkQueue() : IFutureEvents
{
    private readonly PriorityQueue<(int What, int Stamp), ulong> queue = new();
    private uint scheduled;

    public void Clear()
    {
        queue.Clear();
        scheduled = 0;
    }

    public void Schedule(long time, int what) => queue.Enqueue((what, 0), ((ulong)time << 32) | scheduled++);

    public readonly bool TakeBefore(long end, out long time, out int what)
    {
        (time, what) = (0, 0);
        if (!queue.TryPeek(out var next, out var key) || (long)(key >> 32) >= end) return false;
        (time, what) = ((long)(key >> 32), next.What);
        queue.Dequeue();
        return true;
    }
}

/// <summary>A heap by hand: four children to a node, entries of 16 bytes.</summary>
public struct FourWayHeap() : IFutureEvents
{
    private (ulong Key, int What, int Stamp)[] nodes = new (ulong, int, int)[64];
    private int count;
    private uint scheduled;

    public void Clear() => (count, scheduled) = (0, 0);

    public void Schedule(long time, int what)
    {
        if (count == nodes.Length) Array.Resize(ref nodes, count * 2);
        var heap = nodes;
        var key = ((ulong)time << 32) | scheduled++;
        var node = count++;
        while (node > 0)
        {
            var parent = (node - 1) >> 2;
            if (heap[parent].Key < key) break;
            heap[node] = heap[parent];
            node = parent;
        }

        heap[node] = (key, what, 0);
    }

    public bool TakeBefore(long end, out long time, out int what)
    {
        (time, what) = (0, 0);
        if (count == 0 || (long)(nodes[0].Key >> 32) >= end) return false;
        (time, what) = ((long)(nodes[0].Key >> 32), nodes[0].What);
        count--;
        Sink(nodes[count]);
        return true;
    }

    private readonly void Sink((ulong Key, int What, int Stamp) last)
    {
        var heap = nodes;
        var node = 0;
        for (var first = 1; first < count; first = (4 * node) + 1)
        {
            var least = first + 4 <= count ? LeastOfFour(heap, first) : LeastOf(heap.AsSpan(0, count), first);
            if (heap[least].Key > last.Key) break;
            heap[node] = heap[least];
            node = least;
        }

        heap[node] = last;
    }

    private static int LeastOfFour((ulong Key, int What, int Stamp)[] heap, int first)
    {
        var (a, b, c, d) = (heap[first].Key, heap[first + 1].Key, heap[first + 2].Key, heap[first + 3].Key);
        var left = b < a ? first + 1 : first;
        var right = d < c ? first + 3 : first + 2;
        return Math.Min(c, d) < Math.Min(a, b) ? right : left;
    }

    private static int LeastOf(ReadOnlySpan<(ulong Key, int What, int Stamp)> heap, int first)
    {
        var least = first;
        for (var i = first + 1; i < heap.Length; i++)
        {
            if (heap[i].Key < heap[least].Key) least = i;
        }

        return least;
    }
}
