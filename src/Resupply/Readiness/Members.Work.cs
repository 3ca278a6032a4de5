using Resupply.Simulation;

namespace Resupply.Readiness;

/// <summary>Inspections and upkeep.</summary>
public sealed partial class Members
{
    public void InspectionDone(int inspection)
    {
        ref var due = ref inspections[inspection];
        ref readonly var member = ref members[due.Member];
        due.Job = -1;
        due.Done++;
        due.NextAt = member.Operated + fleets[member.Fleet].Every[due.Number];
        Unblock(due.Member);
        Changed?.Invoke(due.Member);
    }

    /// <summary>The member that a job is done on; -1: it is a repair.</summary>
    public int MemberOfJob(int job) => Teams[job] switch
    {
        { Kind: JobKind.Fitting, Subject: var place } => places[place].Member,
        { Kind: JobKind.Inspection, Subject: var inspection } => inspections[inspection].Member,
        { Kind: JobKind.Upkeep, Subject: var member } => member,
        _ => -1,
    };

    /// <summary>
    /// Of the work open on a member, what waits for a team; else what was taken up first; null: none.
    /// </summary>
    public OpenWork? SlowestWorkOn(int member)
    {
        ref readonly var one = ref particulars[member];
        var (open, fleet) = (WorkOf(one.UpkeepJob), model.Fleets[members[member].Fleet]);
        for (var i = 0; i < fleet.Places.Length; i++) open = Slower(open, FittingAt(one.FirstPlace + i));
        for (var i = 0; i < fleet.Inspections.Length; i++)
            open = Slower(open, WorkOf(inspections[one.FirstInspection + i].Job));
        return open;
    }

    /// <summary>What waits was taken up at -1, before all else; ties go by when it was asked for.</summary>
    private static OpenWork? Slower(OpenWork? one, OpenWork? two)
    {
        if (one is not { } first || two is not { } second) return one ?? two;
        return (second.StartedAt, second.Asked).CompareTo((first.StartedAt, first.Asked)) < 0 ? two : one;
    }

    private OpenWork? FittingAt(int place)
    {
        if (places[place].State != PlaceState.Fitting) return null;
        return WorkOf(places[place].LinkOrJob) ?? fittings[place];
    }

    private OpenWork? WorkOf(int job) =>
        job < 0 ? null : new OpenWork(Teams[job].StartedAt, Teams[job].Asked, Teams[job].Crew);

    /// <summary>The job of fitting there; -1: none.</summary>
    private int JobAt(int place) =>
        places[place].State == PlaceState.Fitting ? places[place].LinkOrJob : Nothing;

    /// <summary>00:00: work is asked for by what each member operated the day before.</summary>
    public void AskUpkeep()
    {
        foreach (var fleet in fleets)
        {
            if (fleet.Model.Upkeep is null) continue;
            foreach (var member in owned[fleet.Model.Index]) AskUpkeep(member, fleet);
        }
    }

    public void UpkeepDone(int member)
    {
        particulars[member].UpkeepJob = -1;
        Unblock(member);
        Changed?.Invoke(member);
    }

    private void AskUpkeep(int member, FleetDraws fleet)
    {
        var operated = OperatedBy(member);
        ref var one = ref particulars[member];
        var yesterday = operated - one.OperatedAtMidnight;
        one.OperatedAtMidnight = operated;
        var work = DrawnTicks.Ticks(yesterday * fleet.Duty * fleet.UpkeepPerHour / Clock.TicksPerDay);
        if (work == 0 || one.UpkeepJob >= 0) return;
        Block(member);
        particulars[member].UpkeepJob = Teams.Ask(JobKind.Upkeep, member, fleet.Model.Upkeep!.Choice, work);
        Changed?.Invoke(member);
    }

    private void OpenInspection(int inspection)
    {
        ref var due = ref inspections[inspection];
        var fleet = fleets[members[due.Member].Fleet];
        var takes = fleet.Takes[due.Number] switch
        {
            null => 0,
            { Fixed: >= 0 and var always } => always,
            var drawn => drawn.Draw(NumberOf(due)),
        };
        Block(due.Member);
        due.Job = Teams.Ask(JobKind.Inspection, inspection, fleet.Model.Inspections[due.Number].Work.Choice, takes);
        Changed?.Invoke(due.Member);
    }

    /// <summary>A number of its own of each inspection of each member.</summary>
    private ulong NumberOf(in NextInspection due)
    {
        ref readonly var one = ref particulars[due.Member];
        return groups[one.Group].Model.Draws.At(one.Ordinal).At(due.Done).Key;
    }

    private void AddInspections(int member, FleetDraws fleet, GroupModel group, int ordinal)
    {
        var isFirstGroup = fleet.Model.Groups[0] == group.Index;
        for (var number = 0; number < fleet.Every.Length; number++)
        {
            var since = isFirstGroup ? fleet.Since(number, group.Draws, ordinal) : 0;
            if (usedInspections == inspections.Length) Array.Resize(ref inspections, usedInspections * 2);
            inspections[usedInspections++] = new NextInspection
            {
                Member = member,
                Number = number,
                NextAt = Math.Max(0, fleet.Every[number] - since),
                Job = -1,
            };
        }
    }

    /// <summary>Work that keeps a member down.</summary>
    /// <param name="StartedAt">Below 0: it waits for a team.</param>
    /// <param name="Asked">Its place in line.</param>
    /// <param name="Crew">Whose team does it; -1: none is needed.</param>
    public readonly record struct OpenWork(long StartedAt, long Asked, int Crew);

    private struct NextInspection
    {
        public int Member;
        public int Number;

        /// <summary>By the member's operating clock.</summary>
        public long NextAt;

        /// <summary>How often it was done.</summary>
        public int Done;

        public int Job;
    }
}
