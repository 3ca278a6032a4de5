using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Resupply.Simulation;

/// <summary>What is still to happen on one thread, earliest first; kept from replication to replication.</summary>
/// <remarks>
/// What lies within the present lap waits in buckets, what lies beyond it in no order at all. A bucket that is reached
/// is poured into a heap, mostly of one, from which events are taken. At each lap's end the next one is laid out anew,
/// by how fast events came: a crowd makes the heap larger, not the order wrong. The order is that of the events' keys,
/// whatever the layout. What comes after one of a few delays known beforehand stands in a lane of its own instead.
/// `bench/README.md` says what this is worth.
/// <para>After R. Brown, "Calendar queues", Communications of the ACM 31 (1988), with laps laid out one by one.</para>
/// </remarks>
public sealed class Agenda
{
    /// <summary>Times are less than this: 68 years in seconds.</summary>
    public const long TimeLimit = 1L << 31;

    /// <summary>The lane of no delay.</summary>
    public const int NoLane = -1;

    /// <summary>In a lap so many times the pending events come; more of it, and less is moved about.</summary>
    private const int TurnoversInLap = 2;

    /// <summary>Where few are pending, a whole year may be one lap: nothing is moved from lap to lap.</summary>
    private const int EventsInLapMin = 256;

    private const double EventsInBucket = 0.25;

    /// <summary>
    /// Where more are pending, four buckets for each event are more than a processor keeps near: then it is one for
    /// each. W1 at k = 100 took 145 to 158 ns an event so, and 198 to 201 before.
    /// </summary>
    private const int PendingNear = 8192;

    private const double EventsInBucketFar = 1;

    private readonly long[] delays;
    private EventLanes lanes;
    private EventHeap near = new(64);
    private EventBuckets buckets = new(256);
    private PackedEvent[] far = new PackedEvent[256];
    private int farCount;
    private long farEarliest = long.MaxValue;

    private long nearEnd; // What is earlier is in the heap.
    private long now;
    private uint scheduled;

    private long lapStart;
    private int bucketBits;
    private long taken;
    private long takenBeforeLap;
    private double gap;
    private int mostPending; // when a lap began

    /// <param name="delays">
    /// After these many events come, the most frequent first; only the first few matter. None need be named.
    /// </param>
    public Agenda(params ReadOnlySpan<long> delays)
    {
        this.delays = [.. delays[..Math.Min(delays.Length, EventLanes.Max)]];
        lanes = new EventLanes(this.delays.Length);
    }

    /// <summary>Events pending.</summary>
    public int Count => near.Count + buckets.Count + farCount + lanes.Count;

    /// <summary>Back to an empty agenda at tick 0. Its first lap is laid out by how fast events came before.</summary>
    public void Clear()
    {
        lanes.Clear();
        near.Clear();
        if (taken > 0)
        {
            gap = (double)now / taken;
            LayOutLap(mostPending);
        }
        else
        {
            buckets.LayOut(0);
        }

        (farCount, farEarliest) = (0, long.MaxValue);
        (nearEnd, now, scheduled, lapStart, taken, takenBeforeLap) = (0, 0, 0, 0, 0, 0);
    }

    /// <summary>The lane for what comes so long after the present; <see cref="NoLane"/>: there is none.</summary>
    public int LaneFor(long delay) => Array.IndexOf(delays, delay);

    /// <summary>Adds an event. Those at the same time are taken in the order in which they were scheduled.</summary>
    /// <param name="time">In ticks since the calendar's start; not before the last event taken.</param>
    /// <param name="what">Handed back with the event.</param>
    /// <param name="stamp">Handed back too: tells whoever scheduled it whether it still holds.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time has passed, or reaches the limit.</exception>
    /// <exception cref="OverflowException">More than 2^32 events since the agenda was cleared.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Schedule(long time, int what, int stamp)
    {
        if (time < now || time >= TimeLimit) Refuse(time);
        var added = new PackedEvent(time, scheduled++, what, stamp);
        if (time < nearEnd)
        {
            near.Add(added);
            return;
        }

        var bucket = BucketOf(time);
        if (bucket < buckets.Length) buckets.Add(bucket, added);
        else AddFar(added);
    }

    /// <summary>The same for an event that comes a lane's delay after the present: none in the lane is later.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void ScheduleInLane(int lane, long time, int what, int stamp)
    {
        if (time < now || time >= TimeLimit) Refuse(time);
        lanes.Add(lane, new PackedEvent(time, scheduled++, what, stamp));
    }

    /// <summary>Takes the earliest event, if it is before the end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TakeBefore(long end, out Entry next)
    {
        if (near.Count == 0) Advance(end);
        var earliest = near.Count == 0 ? EventLanes.NoKey : near.Earliest.Key;
        var limit = Math.Min(unchecked((ulong)end << 32), EventLanes.NoKey);
        PackedEvent first;
        if (lanes.Earliest < earliest && lanes.Earliest < limit)
        {
            first = lanes.TakeEarliest();
        }
        else if (earliest < limit)
        {
            first = near.TakeEarliest();
            unchecked
            {
                taken++;
            }
        }
        else
        {
            next = default;
            return false;
        }

        next = first.Entry;
        now = next.Time;
        return true;
    }

    [DoesNotReturn]
    private void Refuse(long time) => throw new ArgumentOutOfRangeException(
        nameof(time), time, $"the last event was taken at {now}, and times are less than {TimeLimit}");

    /// <summary>The bucket of a time from the lap's start on; there may be fewer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int BucketOf(long time) => unchecked((int)((time - lapStart) >> bucketBits));

    private void AddFar(PackedEvent added)
    {
        if (farCount == far.Length) Array.Resize(ref far, farCount * 2);
        far[farCount++] = added;
        farEarliest = Math.Min(farEarliest, added.Time);
    }

    /// <summary>Pours the next bucket into the empty heap, unless all that is pending is at the end or later.</summary>
    private void Advance(long end)
    {
        if (buckets.Count == 0)
        {
            if (farEarliest >= end) return;
            BeginLap();
        }

        var bucket = buckets.NextInUse();
        var start = lapStart + ((long)bucket << bucketBits);
        if (start >= end) return;
        nearEnd = start + (1L << bucketBits);
        buckets.Pour(bucket, ref near);
    }

    /// <summary>All that is pending is far. Of this, brings nearer what comes in the next lap.</summary>
    private void BeginLap()
    {
        LearnGap();
        (lapStart, takenBeforeLap) = (farEarliest, taken);
        mostPending = Math.Max(mostPending, farCount);
        LayOutLap(farCount);
        Distribute();
    }

    private void LayOutLap(int pending)
    {
        // A power of two, so that a bucket is found by a shift: the one next to the width wanted.
        var inBucket = pending > PendingNear ? EventsInBucketFar : EventsInBucket;
        bucketBits = BitOperations.Log2((uint)Math.Clamp(gap * inBucket * 1.5, 1, TimeLimit));
        var lap = (long)Math.Min(gap * Math.Max(TurnoversInLap * (double)pending, EventsInLapMin), TimeLimit);
        buckets.LayOut((int)(lap >> bucketBits) + 1);
    }

    /// <summary>
    /// Ticks from event to event, in the lap now over; before a replication's first lap, in the replication before.
    /// </summary>
    private void LearnGap()
    {
        if (taken > takenBeforeLap)
        {
            gap = (double)(farEarliest - lapStart) / (taken - takenBeforeLap);
            return;
        }

        if (gap > 0) return;
        // Little (1961): pending = rate × time in the agenda, here taken to be the mean time still to go.
        var toGo = 0L;
        for (var i = 0; i < farCount; i++) toGo += far[i].Time - farEarliest;
        gap = (double)toGo / farCount / farCount;
    }

    private void Distribute()
    {
        var kept = 0;
        farEarliest = long.MaxValue;
        for (var i = 0; i < farCount; i++)
        {
            var moved = far[i];
            var bucket = BucketOf(moved.Time);
            if (bucket < buckets.Length)
            {
                buckets.Add(bucket, moved);
                continue;
            }

            far[kept++] = moved;
            farEarliest = Math.Min(farEarliest, moved.Time);
        }

        farCount = kept;
    }

    /// <summary>An event as it was scheduled.</summary>
    public readonly record struct Entry(long Time, int What, int Stamp);
}
