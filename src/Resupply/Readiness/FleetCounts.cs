using System.Runtime.CompilerServices;
using Resupply.Values;

namespace Resupply.Readiness;

/// <summary>How many members of each fleet there are, can be used and wait for parts, now and over time.</summary>
public sealed class FleetCounts(ReadinessModel model, Timeline timeline)
{
    /// <summary>Shares are counted in billionths.</summary>
    public const long ShareUnit = 1_000_000_000;

    private readonly long[] shareTicks = new long[model.Fleets.Length];
    private readonly long[] ownedTicks = new long[model.Fleets.Length];
    private readonly long[] memberTicks = new long[model.Fleets.Length];
    private readonly long[] availableTicks = new long[model.Fleets.Length];
    private readonly long[] ownedSince = new long[model.Fleets.Length];
    private readonly MembersUp[] ups = new MembersUp[model.Fleets.Length];

    /// <summary>Members there are, by fleet.</summary>
    public int[] Owned { get; } = new int[model.Fleets.Length];

    /// <summary>Members that are down and wait for a part (NMCS).</summary>
    public int[] LackParts { get; } = new int[model.Fleets.Length];

    public void Begin()
    {
        foreach (var counts in (ReadOnlySpan<long[]>)
            [shareTicks, ownedTicks, memberTicks, availableTicks, ownedSince])
        {
            Array.Clear(counts);
        }

        Array.Clear(Owned);
        Array.Clear(ups);
        Array.Clear(LackParts);
    }

    /// <summary>Members that are available.</summary>
    public int Up(int fleet) => ups[fleet].Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void ChangeUp(int fleet, int more)
    {
        ref var up = ref ups[fleet];
        up.Ticks -= more * timeline.Now;
        up.Count += more;
    }

    public void ChangeOwned(int fleet, int more)
    {
        if (ownedSince[fleet] != timeline.Now) CountUntilNow(fleet); // Many come together, without time between them.
        Owned[fleet] += more;
    }

    /// <summary>The available share of the members there were, summed over ticks, in billionths.</summary>
    public long ShareTicks(int fleet, long tick)
    {
        if (Owned[fleet] == 0) return shareTicks[fleet];
        return shareTicks[fleet] + Proportion.Of(ups[fleet].TicksAt(tick), ShareUnit, Owned[fleet]);
    }

    /// <summary>Ticks in which there was any member.</summary>
    public long OwnedTicks(int fleet, long tick) =>
        ownedTicks[fleet] + (Owned[fleet] > 0 ? tick - ownedSince[fleet] : 0);

    /// <summary>How long members were owned, over all of them: two for a day are two days.</summary>
    public long MemberTicks(int fleet, long tick) =>
        memberTicks[fleet] + (Owned[fleet] * (tick - ownedSince[fleet]));

    /// <summary>How long members were available, over all of them.</summary>
    public long AvailableTicks(int fleet, long tick) =>
        availableTicks[fleet] + ups[fleet].TicksAt(tick);

    private void CountUntilNow(int fleet)
    {
        shareTicks[fleet] = ShareTicks(fleet, timeline.Now);
        ownedTicks[fleet] = OwnedTicks(fleet, timeline.Now);
        memberTicks[fleet] = MemberTicks(fleet, timeline.Now);
        availableTicks[fleet] = AvailableTicks(fleet, timeline.Now);
        ups[fleet].Ticks = -ups[fleet].Count * timeline.Now;
        ownedSince[fleet] = timeline.Now;
    }

    private struct MembersUp
    {
        public int Count;

        /// <summary>The ends of the times that a member was up, less their starts; some have no end yet.</summary>
        public long Ticks;

        public readonly long TicksAt(long tick) => Ticks + (Count * tick);
    }
}
