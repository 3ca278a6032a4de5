using Resupply.Readiness;
using Resupply.Simulation;

namespace Resupply.Answers;

/// <summary>The probes that watch fleets and crews.</summary>
public abstract partial class Probe
{
    /// <summary>The available share of the members there are at a day's end; none where there is no member.</summary>
    public sealed class Available(FleetCounts counts, int fleet, int when, double? atLeast) : Probe(when, when)
    {
        public override void Look(int day)
        {
            var (up, owned) = (counts.Up(fleet), counts.Owned[fleet]);
            IsNone = owned == 0 && atLeast is null;
            if (atLeast is { } share) X = owned > 0 && up >= UnitsFor(share, owned) ? 1 : 0;
            else X = owned == 0 ? 0 : up * FleetCounts.ShareUnit / owned;
        }
    }

    /// <summary>That share over both days and all the time between in which there is any member.</summary>
    public sealed class AverageAvailable(FleetCounts counts, int fleet, int from, int to, double? atLeast)
        : Probe(Math.Max(0, from - 1), to)
    {
        private long shareBefore;
        private long ownedBefore;

        public override IEnumerable<int> Days => [First, Last];

        public override void Begin() => (shareBefore, ownedBefore) = (0, 0);

        public override void Look(int day)
        {
            var end = Clock.At(day + 1);
            var (share, owned) = (counts.ShareTicks(fleet, end), counts.OwnedTicks(fleet, end));
            if (day < from) (shareBefore, ownedBefore) = (share, owned);
            if (day < Last) return;
            var ticks = owned - ownedBefore;
            IsNone = ticks == 0 && atLeast is null;
            X = ticks == 0 ? 0 : (share - shareBefore) / ticks;
            if (atLeast is { } least) X = ticks > 0 && X >= UnitsFor(least, ShareUnit) ? 1 : 0;
        }
    }

    /// <summary>Working time in use and working time of the teams there, over both days and all between.</summary>
    public sealed class Busy(Teams teams, int crew, int from, int to) : Probe(Math.Max(0, from - 1), to)
    {
        private long busyBefore;
        private long presentBefore;

        public override bool IsRatio => true;

        public override IEnumerable<int> Days => [First, Last];

        public override void Begin() => (busyBefore, presentBefore) = (0, 0);

        public override void Look(int day)
        {
            var end = Clock.At(day + 1);
            var (busy, present) = (teams.BusyTicks(crew, end), teams.PresentTicks(crew, end));
            if (day < from) (busyBefore, presentBefore) = (busy, present);
            else (X, Y) = (busy - busyBefore, present - presentBefore);
        }
    }
}
