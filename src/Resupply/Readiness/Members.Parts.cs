using System.Runtime.CompilerServices;
using Resupply.Values;

namespace Resupply.Readiness;

/// <summary>Parts fail, spares are fitted.</summary>
public sealed partial class Members
{
    /// <summary>A part that ages always has come to its end.</summary>
    public void FailAt(int place, int stamp)
    {
        if (places[place].Stamp == stamp) Fail(place);
    }

    /// <summary>The spare that was waited for is at hand.</summary>
    public void Allot(int place)
    {
        ref readonly var entry = ref places[place];
        EndLack(entry.Member);
        BeginFitting(place);
    }

    /// <summary>A spare is fitted that no team was needed for.</summary>
    public void FittedAt(int place, int stamp)
    {
        if (places[place].Stamp == stamp) Fitted(place);
    }

    /// <summary>The spare is fitted.</summary>
    public void Fitted(int place)
    {
        ref var entry = ref places[place];
        ref readonly var part = ref parts[entry.Part];
        entry.LinkOrJob = Nothing;
        entry.Fittings++;
        var life = part.MayComeFromAnother ? LifeLeft(place, part) : NewLife(place, part);
        Install(ref entry, part, place, Math.Max(1, life));
        Unblock(entry.Member);
        Changed?.Invoke(entry.Member);
    }

    /// <summary>
    /// Of a line that begins with this link, who is served first: the first; of a fleet that cannibalizes, the member
    /// with the fewest parts missing.
    /// </summary>
    public int Preferred(int first)
    {
        if (!anyCannibalizes || Spares.PlaceOf(first) is not (>= 0 and var place)) return first;
        var fleet = members[places[place].Member].Fleet;
        if (!model.Fleets[fleet].Cannibalizes) return first;
        var (best, fewest) = (first, int.MaxValue);
        for (var link = first; link >= 0; link = Spares.Next(link))
        {
            if (Spares.PlaceOf(link) is not (>= 0 and var other)) continue;
            ref readonly var member = ref members[places[other].Member];
            if (member.Fleet == fleet && member.Lack < fewest) (best, fewest) = (link, member.Lack);
        }

        return best;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long NewLife(int place, in PartAt part)
    {
        if (part.Life is not { } life) return DrawnTicks.Never;
        var failure = places[place].Failure;
        return part.AgesAlways ? life.Draw(failure) : life.Draw(failure, fleets[part.Fleet].Duty);
    }

    /// <summary>A part that was taken from another member goes on with its life.</summary>
    private long LifeLeft(int place, in PartAt part)
    {
        var life = carried[place];
        carried[place] = NothingCarried;
        return life == NothingCarried ? NewLife(place, part) : life;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Install(ref Place entry, in PartAt part, int place, long life)
    {
        entry.State = PlaceState.Fitted;
        if (!part.AgesAlways)
        {
            failsAt[place] = members[entry.Member].Operated + life;
            return;
        }

        if (part.MayComeFromAnother) failsAt[place] = timeline.Now + life;
        timeline.After(life, EventKind.PartFails, place, entry.Stamp);
    }

    private void Fail(int place)
    {
        ref var entry = ref places[place];
        ref readonly var part = ref parts[entry.Part];
        entry.Stamp++;
        Block(entry.Member);
        entry.State = PlaceState.Waiting;
        ledger.Fitted[part.Item]--;
        Repairs.Remove(part.Origin, entry.Failure);
        if (Spares.TryTake(part.Stock)) BeginFitting(place);
        else if (!part.MayComeFromAnother || !TakeFromAnother(place)) WaitForPart(place);
        Changed?.Invoke(entry.Member);
    }

    private void WaitForPart(int place)
    {
        ref var entry = ref places[place];
        ref readonly var part = ref parts[entry.Part];
        entry.State = PlaceState.Waiting;
        if (members[entry.Member].Lack++ == 0) Counts.LackParts[part.Fleet]++;
        entry.LinkOrJob = Spares.Wait(part.Stock, place);
    }

    private void EndLack(int member)
    {
        if (--members[member].Lack == 0) Counts.LackParts[members[member].Fleet]--;
    }

    private void BeginFitting(int place)
    {
        ref var entry = ref places[place];
        ref readonly var part = ref parts[entry.Part];
        entry.State = PlaceState.Fitting;
        ledger.Fitted[part.Item]++;
        var ticks = part.FittingTicks >= 0 ? part.FittingTicks : part.Fitting!.Draw(entry.Failure);
        if (part.FittingChoice >= 0) entry.LinkOrJob = Teams.Ask(JobKind.Fitting, place, part.FittingChoice, ticks);
        else if (ticks > 0) FitAlone(place, ticks, part.Fitting!.Lane);
        else Fitted(place);
        if (ticks > 0 || part.FittingChoice >= 0) Changed?.Invoke(entry.Member);
    }

    /// <summary>No team is needed, so there is no job either.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void FitAlone(int place, long ticks, int lane)
    {
        ref var entry = ref places[place];
        entry.LinkOrJob = Nothing;
        if (Changed is not null) fittings[place] = new OpenWork(timeline.Now, Teams.NextInLine(), Crew: -1);
        timeline.After(ticks, EventKind.PartFitted, place, entry.Stamp, lane);
    }

    /// <summary>
    /// From the member that waits with most missing, if it lacks as many as this one did before: so what is missing
    /// gathers on few. The part keeps the life it has left.
    /// </summary>
    private bool TakeFromAnother(int place)
    {
        ref readonly var part = ref parts[places[place].Part];
        var member = places[place].Member;
        var donor = DonorOf(member, part.Kind);
        if (donor < 0) return false;
        ref var from = ref places[donor];
        carried[place] = failsAt[donor] == DrawnTicks.Never
            ? DrawnTicks.Never
            : failsAt[donor] - (part.AgesAlways ? timeline.Now : members[from.Member].Operated);
        from.Stamp++;
        ledger.Fitted[part.Item]--;
        Block(from.Member);
        BeginFitting(place);
        WaitForPart(donor);
        Changed?.Invoke(from.Member);
        return true;
    }

    /// <summary>The place a part may be taken from; -1: nowhere.</summary>
    private int DonorOf(int member, int kind)
    {
        var (donor, most) = (-1, Math.Max(1, members[member].Lack) - 1);
        foreach (var other in owned[members[member].Fleet])
        {
            if (other == member || members[other].Lack <= most) continue;
            var place = FittedPlaceOf(other, kind);
            if (place >= 0) (donor, most) = (place, members[other].Lack);
        }

        return donor;
    }

    private int FittedPlaceOf(int member, int kind)
    {
        var ofFleet = model.Fleets[members[member].Fleet].Places;
        for (var i = 0; i < ofFleet.Length; i++)
        {
            var place = particulars[member].FirstPlace + i;
            if (ofFleet[i].Kind == kind && places[place].State == PlaceState.Fitted) return place;
        }

        return -1;
    }

    /// <summary>
    /// At the start, members without a part: each kind goes on with the member after the last; where parts are taken
    /// from one another, all kinds begin with the first.
    /// </summary>
    private void TakeMissing(FleetModel fleet, double[] once)
    {
        var all = owned[fleet.Index];
        if (all.Count == 0) return;
        var next = 0;
        foreach (var missing in fleet.Missing)
        {
            if (fleet.Cannibalizes) next = 0;
            for (var left = Rounding.Count(once[missing.Slot]); left > 0; left--, next++)
            {
                var place = FittedPlaceOf(all[next % all.Count], missing.Kind);
                if (place >= 0) Empty(place);
            }
        }
    }

    private void Empty(int place)
    {
        ref var entry = ref places[place];
        ref readonly var part = ref parts[entry.Part];
        entry.Stamp++;
        ledger.Fitted[part.Item]--;
        ledger.AtStart[part.Item]--;
        Block(entry.Member);
        WaitForPart(place);
        Changed?.Invoke(entry.Member);
    }

    private void TakeAway(int place)
    {
        ref var entry = ref places[place];
        ref readonly var part = ref parts[entry.Part];
        entry.Stamp++;
        if (entry.State == PlaceState.Waiting)
        {
            Spares.Leave(part.Stock, entry.LinkOrJob);
            entry.LinkOrJob = Nothing;
            EndLack(entry.Member);
            return;
        }

        if (JobAt(place) is >= 0 and var job) Teams.Release(job);
        entry.LinkOrJob = Nothing;
        ledger.Fitted[part.Item]--;
        ledger.Gone[part.Item]++;
    }

    /// <summary>The places of a group's members, as they are asked about at every event.</summary>
    private IEnumerable<PartAt> PartsOf(GroupDraws group)
    {
        var fleet = model.Fleets[group.Model.Fleet];
        return fleet.Places.Select((place, offset) => new PartAt
        {
            Fleet = fleet.Index,
            Item = place.Item,
            Stock = place.Stock,
            Kind = place.Kind,
            Origin = group.Model.Origins[place.Kind],
            FittingChoice = place.Fitting?.Choice ?? -1,
            AgesAlways = place.AgesAlways,
            MayComeFromAnother = fleet.Cannibalizes,
            Life = group.Lives[place.Kind],
            Fitting = fleets[fleet.Index].Fittings[offset],
            FittingTicks = fleets[fleet.Index].Fittings[offset] is { } drawn ? drawn.Fixed : 0,
        });
    }

    private readonly struct PartAt
    {
        public required int Fleet { get; init; }

        public required int Item { get; init; }

        public required int Stock { get; init; }

        public required int Kind { get; init; }

        public required int Origin { get; init; }

        public required int FittingChoice { get; init; }

        public required bool AgesAlways { get; init; }

        public required bool MayComeFromAnother { get; init; }

        public required DrawnTicks? Life { get; init; }

        public required DrawnTicks? Fitting { get; init; }

        /// <summary>Where it is not drawn; else below 0.</summary>
        public required long FittingTicks { get; init; }
    }
}
