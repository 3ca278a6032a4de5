namespace Resupply.Simulation;

/// <summary>What is to happen when: the future-event list of one replication. It allocates nothing once warm.</summary>
public sealed class Agenda
{
    private Packed[] heap = new Packed[64];
    private uint scheduled;

    /// <summary>How many events are still to come.</summary>
    public int Count { get; private set; }

    public void Clear() => (Count, scheduled) = (0, 0);

    /// <param name="time">In ticks since the calendar's start, below 2^31; not before the last event taken.</param>
    /// <param name="what">Handed back with the event.</param>
    /// <param name="stamp">Handed back too: tells whoever scheduled it whether it still holds.</param>
    public void Schedule(long time, int what, int stamp)
    {
        if (Count == heap.Length) Array.Resize(ref heap, Count * 2);
        var entry = new Packed(((ulong)time << 32) | unchecked(scheduled++), what, stamp);
        var at = Count++;
        while (at > 0 && heap[(at - 1) / 2].Key > entry.Key)
        {
            heap[at] = heap[(at - 1) / 2];
            at = (at - 1) / 2;
        }

        heap[at] = entry;
    }

    /// <summary>Takes the earliest event before the end; those of one tick in the order they were scheduled.</summary>
    public bool TakeBefore(long end, out Entry next)
    {
        if (Count == 0 || (long)(heap[0].Key >> 32) >= end)
        {
            next = default;
            return false;
        }

        next = new Entry((long)(heap[0].Key >> 32), heap[0].What, heap[0].Stamp);
        var last = heap[--Count];
        var at = 0;
        for (var child = 1; child < Count; child = (2 * at) + 1)
        {
            if (child + 1 < Count && heap[child + 1].Key < heap[child].Key) child++;
            if (heap[child].Key >= last.Key) break;
            heap[at] = heap[child];
            at = child;
        }

        heap[at] = last;
        return true;
    }

    public readonly record struct Entry(long Time, int What, int Stamp);

    private readonly record struct Packed(ulong Key, int What, int Stamp);
}
