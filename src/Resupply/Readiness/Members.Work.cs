using Resupply.Simulation;

namespace Resupply.Readiness;

/// <summary>Inspections and upkeep.</summary>
public sealed partial class Members
{
    public void InspectionDone(int inspection)
    {
        ref var due = ref inspections[inspection];
        var member = members[due.Member];
        due = due with
        {
            Job = -1,
            Done = due.Done + 1,
            NextAt = member.Operated + fleets[member.Fleet].Every[due.Number],
        };
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
    /// Of the jobs open on a member, one that waits for a team; else the one taken up first; -1: none.
    /// </summary>
    public int SlowestJobOn(int member)
    {
        ref readonly var one = ref members[member];
        var (open, fleet) = (one.UpkeepJob, model.Fleets[one.Fleet]);
        for (var i = 0; i < fleet.Places.Length; i++) open = Slower(open, places[one.FirstPlace + i].Job);
        for (var i = 0; i < fleet.Inspections.Length; i++)
            open = Slower(open, inspections[one.FirstInspection + i].Job);
        return open;
    }

    /// <summary>One that waits was taken up at -1, before all others; ties go by when it was asked for.</summary>
    private int Slower(int job, int other)
    {
        if (job < 0 || other < 0) return Math.Max(job, other);
        var (one, two) = (Teams[job], Teams[other]);
        return (two.StartedAt, two.Asked).CompareTo((one.StartedAt, one.Asked)) < 0 ? other : job;
    }

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
        members[member].UpkeepJob = -1;
        Unblock(member);
        Changed?.Invoke(member);
    }

    private void AskUpkeep(int member, FleetDraws fleet)
    {
        var operated = OperatedBy(member);
        ref var one = ref members[member];
        var yesterday = operated - one.OperatedAtMidnight;
        one.OperatedAtMidnight = operated;
        var work = DrawnTicks.Ticks(yesterday * fleet.Duty * fleet.UpkeepPerHour / Clock.TicksPerDay);
        if (work == 0 || one.UpkeepJob >= 0) return;
        Block(member);
        members[member].UpkeepJob = Teams.Ask(JobKind.Upkeep, member, fleet.Model.Upkeep!.Choice, work);
        Changed?.Invoke(member);
    }

    private void OpenInspection(int inspection)
    {
        var due = inspections[inspection];
        var member = members[due.Member];
        var of = groups[member.Group].Model.Draws.At(member.Ordinal).At(due.Done).Key;
        var (work, takes) = fleets[member.Fleet].Inspecting(due.Number, of);
        Block(due.Member);
        inspections[inspection] = due with { Job = Teams.Ask(JobKind.Inspection, inspection, work.Choice, takes) };
        Changed?.Invoke(due.Member);
    }

    private void AddInspections(int member, FleetModel fleet, GroupDraws draws, int ordinal)
    {
        var of = draws.Model.Draws.At(ordinal).Key;
        var isFirstGroup = fleet.Groups[0] == draws.Model.Index;
        for (var number = 0; number < fleet.Inspections.Length; number++)
        {
            var since = isFirstGroup ? fleets[fleet.Index].Since(number, of) : 0;
            if (usedInspections == inspections.Length) Array.Resize(ref inspections, usedInspections * 2);
            inspections[usedInspections++] =
                new NextInspection(member, number, Math.Max(0, fleets[fleet.Index].Every[number] - since), 0, -1);
        }
    }

    /// <param name="NextAt">By the member's operating clock.</param>
    /// <param name="Done">How often it was done.</param>
    private readonly record struct NextInspection(int Member, int Number, long NextAt, int Done, int Job);
}
