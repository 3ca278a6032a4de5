using System.Runtime.CompilerServices;
using Resupply.Simulation;
using Resupply.Supply;
using Resupply.Values;

namespace Resupply.Readiness;

/// <summary>What stands at a place for a part.</summary>
public enum PlaceState
{
    Fitted,

    /// <summary>Empty, and no spare at hand.</summary>
    Waiting,

    /// <summary>A spare is at hand and is being fitted, or waits for a team.</summary>
    Fitting,
}

/// <summary>
/// The members of all fleets: each is available while every place holds a part and no work on it is open; only then
/// does its operating clock run. What keeps it down is counted, so that going down and up costs nothing but that.
/// </summary>
public sealed partial class Members
{
    private readonly ReadinessModel model;
    private readonly SupplyLedger ledger;
    private readonly Timeline timeline;
    private readonly GroupDraws[] groups;
    private readonly PartAt[] parts;
    private readonly bool anyCannibalizes;
    private readonly FleetDraws[] fleets;
    private readonly List<int>[] owned;
    private Member[] members = new Member[16];
    private Particulars[] particulars = new Particulars[16];
    private Place[] places = new Place[64];
    private long[] failsAt = new long[64]; // of a fitted part: by the member's operating clock, or in calendar time
    private long[] carried = new long[64]; // the life that is left of a part taken from another member
    private OpenWork[] fittings = new OpenWork[64]; // those without a team, as long as somebody listens
    private NextInspection[] inspections = new NextInspection[16];
    private int usedMembers;
    private int usedPlaces;
    private int usedInspections;

    public Members(ReadinessModel model, SupplyLedger ledger, Timeline timeline)
    {
        (this.model, this.ledger, this.timeline) = (model, ledger, timeline);
        groups = [.. model.Groups.Select(group => new GroupDraws(
            group,
            model.Fleets[group.Fleet].Places,
            [.. group.Origins.Select(origin => model.Origins[origin].Failures)]))];
        fleets = [.. model.Fleets.Select(fleet => new FleetDraws(fleet, timeline))];
        parts = [.. groups.SelectMany(PartsOf)];
        for (var i = 1; i < groups.Length; i++)
            groups[i].FirstPart = groups[i - 1].FirstPart + model.Fleets[groups[i - 1].Model.Fleet].Places.Length;
        anyCannibalizes = Array.Exists(model.Fleets, fleet => fleet.Cannibalizes);
        owned = [.. model.Fleets.Select(_ => new List<int>())];
        Counts = new FleetCounts(model, timeline);
    }

    public FleetCounts Counts { get; }

    public required Teams Teams { get; init; }

    public required Spares Spares { get; init; }

    public required Repairs Repairs { get; init; }

    /// <summary>Told of each member that something has changed about; null: nobody listens.</summary>
    public Action<int>? Changed { get; set; }

    /// <summary>The members a fleet has now, the longest there first.</summary>
    public IReadOnlyList<int> Of(int fleet) => owned[fleet];

    public int FleetOf(int member) => members[member].Fleet;

    /// <summary>What the member has its places for.</summary>
    public PartPlace[] PartsOf(int member) => model.Fleets[members[member].Fleet].Places;

    /// <summary>It is owned, and something keeps it from being used.</summary>
    public bool IsDown(int member) => members[member].UpSince < 0 && !particulars[member].IsGone;

    /// <summary>Places of the member that wait for a part.</summary>
    public int LackOf(int member) => members[member].Lack;

    public int FirstPlaceOf(int member) => particulars[member].FirstPlace;

    public PlaceState StateOf(int place) => places[place].State;

    /// <summary>The place's number among those of its member.</summary>
    public int OffsetOf(int place) => place - particulars[places[place].Member].FirstPlace;

    public int MemberOf(int place) => places[place].Member;

    public void Begin(Replication replication)
    {
        (usedMembers, usedPlaces, usedInspections) = (0, 0, 0);
        Counts.Begin();
        foreach (var fleet in fleets) fleet.Begin(replication);
        foreach (var group in groups) group.Begin(replication);
        foreach (var fleet in model.Fleets)
        {
            owned[fleet.Index].Clear();
            var size = Rounding.Count(replication.Once[groups[fleet.Groups[0]].Model.Size]);
            AddAll(fleet.Groups[0], size, ledger.AtStart);
            TakeMissing(fleet, replication.Once);
        }
    }

    /// <summary>So many members come, with all their parts.</summary>
    public void Join(int group, long number) => AddAll(group, number, ledger.FittedOnJoiners);

    /// <summary>So many members go, the longest there first, with all that is fitted.</summary>
    public void Leave(int fleet, long number)
    {
        for (; number > 0 && owned[fleet].Count > 0; number--) Remove(owned[fleet][0]);
    }

    /// <summary>One member of a fleet is lost: which one, a number between 0 and 1 says.</summary>
    public void Lose(int fleet, double u)
    {
        if (owned[fleet].Count > 0) Remove(owned[fleet][(int)(u * owned[fleet].Count)]);
    }

    /// <summary>It has operated until something fails or is due.</summary>
    public void Due(int member, int stamp)
    {
        if (members[member].Stamp != stamp) return;
        var (operated, fleet) = (OperatedBy(member), fleets[members[member].Fleet]);
        var (first, firstInspection) = (particulars[member].FirstPlace, particulars[member].FirstInspection);
        foreach (var offset in fleet.PlacesThatOperate)
        {
            var place = first + offset;
            if (failsAt[place] <= operated && places[place].State == PlaceState.Fitted) Fail(place);
        }

        for (var i = 0; i < fleet.Every.Length; i++)
        {
            ref readonly var next = ref inspections[firstInspection + i];
            if (next.NextAt <= operated && next.Job < 0) OpenInspection(firstInspection + i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long OperatedBy(int member)
    {
        ref readonly var one = ref members[member];
        return one.UpSince < 0 ? one.Operated : one.Operated + timeline.Now - one.UpSince;
    }

    /// <param name="source">Counts where their parts come from, by item.</param>
    private void AddAll(int group, long number, long[] source)
    {
        if (number == 0) return;
        Counts.ChangeOwned(groups[group].Model.Fleet, (int)number);
        for (var ordinal = 0; ordinal < number; ordinal++) Add(group, ordinal, source);
    }

    private void Add(int group, int ordinal, long[] source)
    {
        var draws = groups[group];
        var (fleet, index) = (fleets[draws.Model.Fleet], draws.Model.Fleet);
        var member = usedMembers++;
        if (member == members.Length)
        {
            Array.Resize(ref members, member * 2);
            Array.Resize(ref particulars, member * 2);
        }

        members[member] = new Member(index);
        particulars[member] = new Particulars(group, ordinal, usedPlaces, usedInspections) { UpkeepJob = -1 };
        AddInspections(member, fleet, draws.Model, ordinal);
        for (var i = 0; i < fleet.Model.Places.Length; i++) AddPlace(member, i, draws, ordinal, source);
        owned[index].Add(member);
        GoUp(member);
    }

    private void AddPlace(int member, int offset, GroupDraws draws, int ordinal, long[] source)
    {
        var fleet = fleets[draws.Model.Fleet];
        var part = fleet.Model.Places[offset];
        var place = usedPlaces++;
        if (place == places.Length) AddRoom();
        var numbers = draws.NumbersAt(ordinal, offset);
        ref var entry = ref places[place];
        entry = new Place(member, draws.FirstPart + offset, numbers, entry.Stamp + 1) { LinkOrJob = Nothing };
        if (anyCannibalizes) carried[place] = NothingCarried;
        source[part.Item]++;
        ledger.Fitted[part.Item]++;
        var share = part.AgesAlways ? 1 : fleet.Duty;
        var life = Math.Max(1, draws.FirstLife(part.Kind, entry.Failure, share));
        Install(ref entry, parts[entry.Part], place, life);
    }

    private void Remove(int member)
    {
        ref var gone = ref particulars[member];
        var fleet = model.Fleets[members[member].Fleet];
        owned[fleet.Index].Remove(member);
        gone.IsGone = true;
        Block(member);
        for (var i = 0; i < fleet.Places.Length; i++) TakeAway(gone.FirstPlace + i);
        for (var i = 0; i < fleet.Inspections.Length; i++)
        {
            ref var inspection = ref inspections[gone.FirstInspection + i];
            if (inspection.Job >= 0) Teams.Release(inspection.Job);
            inspection.Job = -1;
        }

        if (gone.UpkeepJob >= 0) Teams.Release(gone.UpkeepJob);
        gone.UpkeepJob = -1;
        Counts.ChangeOwned(fleet.Index, -1);
        Changed?.Invoke(member);
    }

    /// <summary>One thing more keeps a member down.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Block(int member)
    {
        ref var one = ref members[member];
        if (one.Blocks++ > 0) return;
        one.Operated += timeline.Now - one.UpSince;
        one.UpSince = -1;
        one.Stamp++;
        Counts.ChangeUp(one.Fleet, -1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Unblock(int member)
    {
        if (--members[member].Blocks == 0) GoUp(member);
    }

    private void GoUp(int member)
    {
        ref var one = ref members[member];
        one.UpSince = timeline.Now;
        Counts.ChangeUp(one.Fleet, 1);
        var fleet = fleets[one.Fleet];
        if (fleet.NothingByOperating) return;
        ref readonly var more = ref particulars[member];
        var next = DrawnTicks.Never;
        for (var i = 0; i < fleet.Every.Length; i++)
            next = Math.Min(next, inspections[more.FirstInspection + i].NextAt);
        foreach (var offset in fleet.PlacesThatOperate) next = Math.Min(next, failsAt[more.FirstPlace + offset]);
        timeline.After(Math.Max(0, next - one.Operated), EventKind.MemberDue, member, one.Stamp);
    }

    private void AddRoom()
    {
        Array.Resize(ref places, places.Length * 2);
        Array.Resize(ref failsAt, places.Length);
        if (anyCannibalizes) Array.Resize(ref carried, places.Length);
        if (Changed is not null) Array.Resize(ref fittings, places.Length);
    }

    private const long NothingCarried = -1;
    private const int Nothing = -1;

    /// <summary>What every event on a member looks at, as small as a place.</summary>
    private struct Member(int fleet)
    {
        public readonly int Fleet = fleet;

        /// <summary>So many things keep it down.</summary>
        public int Blocks;

        /// <summary>So many places wait for a part.</summary>
        public int Lack;

        public int Stamp;

        /// <summary>Time it was available, until it last came up.</summary>
        public long Operated;

        /// <summary>When it last came up; -1: it is down.</summary>
        public long UpSince = -1;
    }

    /// <summary>What else there is to know of a member.</summary>
    private struct Particulars(int group, int ordinal, int firstPlace, int firstInspection)
    {
        public readonly int Group = group;
        public readonly int Ordinal = ordinal;
        public readonly int FirstPlace = firstPlace;
        public readonly int FirstInspection = firstInspection;

        /// <summary>Time it was available, until the last 00:00.</summary>
        public long OperatedAtMidnight;

        public int UpkeepJob;

        /// <summary>It was lost, or has left.</summary>
        public bool IsGone;
    }

    /// <summary>
    /// What every event at a place looks at, in 32 bytes: of 50,000 places, few are in the processor's cache.
    /// </summary>
    private struct Place(int member, int part, RandomStream numbers, int stamp)
    {
        public readonly RandomStream Numbers = numbers;
        public readonly int Member = member;

        /// <summary>What kind of place it is, among those of all groups.</summary>
        public readonly int Part = part;

        public int Stamp = stamp;
        public int Fittings;

        /// <summary>By which it stands in line while it waits; the job, while it is fitted by a team.</summary>
        public int LinkOrJob;

        public PlaceState State;

        /// <summary>The number of the next failure here, or of the last while it is empty.</summary>
        public readonly ulong Failure
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => Numbers.At(Fittings).Key;
        }
    }
}
