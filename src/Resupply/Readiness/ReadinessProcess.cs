using System.Runtime.CompilerServices;
using Resupply.Simulation;
using Resupply.Supply;
using Resupply.Values;

namespace Resupply.Readiness;

/// <summary>
/// Readiness' part of a replication: dated changes at 00:00, then what happens at any time of the day, one event after
/// the other.
/// </summary>
public sealed class ReadinessProcess : Process
{
    private const double DaysPerMonth = 30.4375;

    private readonly ReadinessModel model;
    private readonly SupplyModel supply;
    private readonly SupplyLedger ledger;
    private readonly bool audited;
    private readonly Timeline timeline;
    private readonly Repairs repairs;
    private readonly PoissonTimes[] removals;
    private readonly PoissonTimes[] losses;
    private readonly Change[] changes;
    private readonly int[] changedOn; // the day of each change in this replication
    private readonly bool hasUpkeep;
    private Replication current = new(0);

    /// <param name="audited">Check at every day's end that the counts are those of the members themselves.</param>
    /// <param name="withDowntime">Keep for what members are down and how long jobs wait.</param>
    public ReadinessProcess(
        ReadinessModel model, SupplyModel supply, SupplyProcess process, bool audited, bool withDowntime = false)
    {
        (this.model, this.supply, this.audited) = (model, supply, audited);
        ledger = process.Ledger;
        timeline = new Timeline(model.Days, FixedDelays.Of(model));
        Teams = new Teams(model, timeline);
        Spares = new Spares(model, ledger, process.Ordering, timeline);
        repairs = new Repairs(model, supply, ledger, process.Lanes, timeline) { Teams = Teams, Spares = Spares };
        Members = new Members(model, ledger, timeline) { Teams = Teams, Spares = Spares, Repairs = repairs };
        (Spares.Members, Spares.Repairs) = (Members, repairs);
        removals = [.. model.Removals.Select(_ => new PoissonTimes())];
        losses = [.. model.Fleets.Select(_ => new PoissonTimes())];
        changes = [.. model.Crews.SelectMany(Change.Of), .. model.Fleets.SelectMany(Change.Of)];
        changedOn = new int[changes.Length];
        hasUpkeep = Array.Exists(model.Fleets, fleet => fleet.Upkeep is not null);
        if (!withDowntime) return;
        Downtime = new Downtime(model, Members, ledger, timeline);
        Queues = new JobQueues(model, Teams, timeline);
    }

    public Teams Teams { get; }

    public Members Members { get; }

    public Spares Spares { get; }

    /// <summary>Null where nobody asks.</summary>
    public Downtime? Downtime { get; }

    /// <summary>As <see cref="Downtime"/>.</summary>
    public JobQueues? Queues { get; }

    public override void Begin(Replication replication)
    {
        current = replication;
        timeline.Clear();
        for (var i = 0; i < changes.Length; i++)
            changedOn[i] = CalendarDays.Of(replication.Once[changes[i].Dated.When], supply.From, supply.Days);
        Downtime?.Begin();
        Queues?.Begin();
        Teams.Begin(replication.Once);
        Spares.Begin();
        repairs.Begin(replication);
        Members.Begin(replication);
        foreach (var units in model.Unserviceable) Queue(units);
        for (var i = 0; i < model.Removals.Length; i++) BeginRemovals(i);
        for (var i = 0; i < model.Fleets.Length; i++) BeginLosses(i);
    }

    public override void Open(int day)
    {
        for (var i = 0; i < changes.Length; i++)
        {
            if (changedOn[i] == day) Make(changes[i]);
        }

        if (day > 0) Members.AskUpkeep();
    }

    /// <summary>Where nobody else acts on what it acts on, days on which nothing is dated run into one.</summary>
    public override void Pass(int first, int end)
    {
        if (audited)
        {
            base.Pass(first, end);
            return;
        }

        while (first < end)
        {
            Open(first);
            Order(first);
            var next = NextDated(first + 1, end);
            Continue(next - 1);
            first = next;
        }
    }

    public override void Serve(int day) => Spares.Distribute();

    public override void Order(int day)
    {
        Spares.Distribute();
        Downtime?.LookAtLines();
    }

    public override void Continue(int day)
    {
        HappenUntil(Clock.At(day + 1));
        Spares.Hold();
    }

    public override void Close(int day)
    {
        if (!audited) return;
        Members.Audit(Spares, supply.From + day);
        Downtime?.Audit(supply.From + day);
    }

    private void HappenUntil(long end)
    {
        while (HappenSome(end))
        {
        }
    }

    /// <summary>One event after the other, up to a few; false: no more is to happen.</summary>
    /// <remarks>
    /// A method of its own: within another, what it works with would not stay in registers. A few: the compiler counts
    /// calls before it does its best, and a large fleet has a year's events between two.
    /// </remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool HappenSome(long end)
    {
        for (var left = 256; left > 0; left--)
        {
            if (!timeline.Next(end, out var kind, out var index, out var stamp)) return false;
            switch (kind)
            {
                case EventKind.MemberDue: Members.Due(index, stamp); break;
                case EventKind.PartFails: Members.FailAt(index, stamp); break;
                case EventKind.PartFitted: Members.FittedAt(index, stamp); break;
                case EventKind.UnitArrives: repairs.ArriveAtPlace(index); break;
                case >= EventKind.RepairDone and <= EventKind.UpkeepDone: EndJob(kind, index, stamp); break;
                case EventKind.UnitReturns: repairs.Enter(index, wasOrdered: false); break;
                case EventKind.OrderArrives: repairs.Enter(index, wasOrdered: true); break;
                case EventKind.Removal: RemoveOne(index); break;
                case EventKind.Loss: LoseOne(index); break;
            }
        }

        return true;
    }

    private void EndJob(EventKind kind, int job, int stamp)
    {
        if (Teams.End(job, stamp) is not (>= 0 and var subject)) return;
        if (kind == EventKind.RepairDone) repairs.Repaired(subject);
        else if (kind == EventKind.FittingDone) Members.Fitted(subject);
        else if (kind == EventKind.InspectionDone) Members.InspectionDone(subject);
        else Members.UpkeepDone(subject);
    }

    private void Make(Change change)
    {
        var number = Rounding.Count(current.Once[change.Dated.Number]);
        if (change.Crew >= 0) Teams.Change(change.Crew, change.Sign * number);
        else if (change.Sign > 0) Members.Join(change.Dated.Group, number);
        else Members.Leave(change.Fleet, number);
    }

    private int NextDated(int day, int end)
    {
        if (hasUpkeep) return day;
        foreach (var on in changedOn)
        {
            if (on >= day) end = Math.Min(end, on);
        }

        return end;
    }

    private void Queue(UnserviceableModel units)
    {
        var origin = model.Origins[units.Origin];
        var count = Rounding.Count(current.Once[units.Count]);
        ledger.AtStart[origin.Item] += count;
        for (var i = 0; i < count; i++) repairs.Queue(units.Origin, origin.Failures.At(i).Key);
    }

    private void BeginRemovals(int index)
    {
        var removal = model.Removals[index];
        removals[index].Begin(removal.Times.At(current.Number), current.Once[removal.Rate]);
        Schedule(removals[index], EventKind.Removal, index);
    }

    private void RemoveOne(int index)
    {
        var removal = model.Removals[index];
        var origin = model.Origins[removal.Origin];
        ledger.SentFromOutside[origin.Item]++;
        repairs.Remove(removal.Origin, origin.Failures.At(removals[index].Number).Key);
        Spares.Replace(removal.Stock);
        Schedule(removals[index], EventKind.Removal, index);
    }

    private void BeginLosses(int index)
    {
        var fleet = model.Fleets[index];
        if (fleet.Losses < 0) return;
        losses[index].Begin(fleet.LossTimes.At(current.Number), current.Once[fleet.Losses] / DaysPerMonth);
        Schedule(losses[index], EventKind.Loss, index);
    }

    private void LoseOne(int index)
    {
        Members.Lose(index, model.Fleets[index].LossMembers.At(current.Number).Uniform(losses[index].Number));
        Schedule(losses[index], EventKind.Loss, index);
    }

    private void Schedule(PoissonTimes times, EventKind kind, int index) =>
        timeline.After(times.Next() - timeline.Now, kind, index);

    /// <summary>Those who join or leave a crew or a fleet; the other of the two is -1.</summary>
    private sealed record Change(DatedChange Dated, int Sign, int Crew, int Fleet)
    {
        public static IEnumerable<Change> Of(CrewModel crew) =>
            crew.Joins.Select(joining => new Change(joining, Sign: 1, crew.Index, Fleet: -1))
                .Concat(crew.Leaves.Select(leaving => new Change(leaving, Sign: -1, crew.Index, Fleet: -1)));

        public static IEnumerable<Change> Of(FleetModel fleet) =>
            fleet.Joins.Select(joining => new Change(joining, Sign: 1, Crew: -1, fleet.Index))
                .Concat(fleet.Leaves.Select(leaving => new Change(leaving, Sign: -1, Crew: -1, fleet.Index)));
    }
}
