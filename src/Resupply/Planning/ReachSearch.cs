using System.Collections.Immutable;
using Resupply.Answers;
using Resupply.Language;
using Resupply.Supply;
using Resupply.Values;

namespace Resupply.Planning;

/// <summary>
/// Goes from a question back to all that leads to it. Each thing is looked at once: it brings its own values, and the
/// things on which it depends. Where something opens a way only on a day, as a departure or a grant, the values of that
/// day always belong to it, and the rest only if it can be by the question's last day.
/// </summary>
internal sealed partial class ReachSearch
{
    private readonly ReachMap map;
    private readonly Day last;
    private readonly bool onAnyDay;
    private readonly HashSet<(Kind Kind, string Name)> seen = [];
    private readonly Stack<(Kind Kind, string Name)> pending = [];
    private readonly HashSet<string> paths = [];
    private readonly HashSet<string> things = [];

    private ReachSearch(ReachMap map, Day last, bool onAnyDay) =>
        (this.map, this.last, this.onAnyDay) = (map, last, onAnyDay);

    /// <summary>What something is made of; each part of it is looked at by itself.</summary>
    private enum Kind
    {
        Demand,
        Need,
        Stock,
        Promise,
        DepartureDay,
        Departure,
        ArrivalDay,
        Arrival,
        Release,
        Authority,
        Journey,
        Queue,
        Line,
        Order,
        DueUnits,
        Fleet,
        Part,
        Repair,
        Crew,
    }

    private SupplyPlan Supply => map.Supply;

    /// <param name="onAnyDay">Days are taken to be moved: nothing is too late.</param>
    public static Reach Of(ReachMap map, Question question, bool onAnyDay)
    {
        if (question is Question.Removed) return new Reach([], ImmutableHashSet<string>.Empty);
        var search = new ReachSearch(map, LastDay(question, map.Last), onAnyDay);
        search.Ask(question);
        while (search.pending.TryPop(out var next)) search.LookAt(next.Kind, next.Name);
        foreach (var value in map.Unplaced) search.Reach(value);
        return new Reach([.. map.Values.Where(value => search.paths.Contains(value.Path))], search.things);
    }

    private static Day LastDay(Question question, Day last) => question switch
    {
        Question.Covered asked => asked.Until,
        Question.Met asked => asked.Until,
        Question.Unmet asked => asked.Until,
        Question.Backlog asked => asked.When,
        Question.OnHand asked => asked.When,
        Question.DaysOfSupply asked => asked.When,
        Question.Backorders asked => asked.To,
        Question.Available asked => asked.To,
        Question.Busy asked => asked.To,
        Question.Arrived asked => asked.By,
        Question.Delivered asked => asked.By,
        Question.Late asked => asked.Until,
        Question.Money asked => asked.By,
        _ => last,
    };

    private void Ask(Question question)
    {
        switch (question)
        {
            case Question.Covered asked: See(Kind.Demand, asked.Demands); break;
            case Question.Met asked: See(Kind.Demand, asked.Demands); break;
            case Question.Unmet asked: See(Kind.Demand, asked.Demands); break;
            case Question.Backlog asked: See(Kind.Demand, asked.Demand); break;
            case Question.Shortage asked: See(Kind.Demand, asked.Demands); break;
            case Question.OnHand asked: SeeStock(asked.Site, asked.Item); break;
            case Question.Backorders asked: SeeStock(asked.Site, asked.Item); break;
            case Question.DaysOfSupply asked: AskDaysOfSupply(asked); break;
            case Question.Available asked: See(Kind.Fleet, asked.Fleet); break;
            case Question.Busy asked: See(Kind.Crew, asked.Crew); break;
            case Question.Arrived asked:
                See(Kind.Promise, asked.Shipments);
                foreach (var name in asked.Shipments) SeeArrival(Supply.Shipments.First(each => each.Name == name));
                break;
            case Question.Delivered asked: See(Kind.Order, asked.Orders); break;
            case Question.Late asked:
                See(Kind.Order, asked.Orders);
                See(Kind.DueUnits, asked.Orders);
                break;
            case Question.Money asked: See(Kind.Authority, asked.Authority); break;
            default: throw new System.Diagnostics.UnreachableException();
        }
    }

    private void AskDaysOfSupply(Question.DaysOfSupply asked)
    {
        SeeStock(asked.Site, asked.Item);
        foreach (var demand in Supply.Demands.Where(
            each => each.Site == asked.Site && each.ServedBy[0].Item == asked.Item))
        {
            See(Kind.Need, demand.Name);
            Own($"demands.{demand.Name}", key => key == "uses");
        }
    }

    private void LookAt(Kind kind, string name)
    {
        switch (kind)
        {
            case Kind.Demand: LookAtDemand(name); break;
            case Kind.Need: LookAtNeed(name); break;
            case Kind.Stock: LookAtStock(name); break;
            case Kind.Promise:
                Own($"shipments.{name}", key => key is "total" or "contents" or "quantity" or "received");
                break;
            case Kind.DepartureDay: LookAtDepartureDay(name); break;
            case Kind.Departure: LookAtDeparture(name); break;
            case Kind.ArrivalDay: LookAtArrivalDay(name); break;
            case Kind.Arrival: LookAtArrival(name); break;
            case Kind.Release: LookAtRelease(name); break;
            case Kind.Authority: LookAtAuthority(name); break;
            case Kind.Journey: Own($"lanes.{name}", key => key != "lift"); break;
            case Kind.Queue: LookAtQueue(name); break;
            case Kind.Line: LookAtLine(name); break;
            case Kind.Order: LookAtOrder(name); break;
            case Kind.DueUnits: Own($"orders.{name}", key => key == "due"); break;
            case Kind.Fleet: LookAtFleet(name); break;
            case Kind.Part: LookAtPart(name); break;
            case Kind.Repair: LookAtRepair(map.Repairs.First(repair => repair.Name == name)); break;
            case Kind.Crew: LookAtCrew(name); break;
            default: throw new System.Diagnostics.UnreachableException();
        }
    }

    private void See(Kind kind, string name)
    {
        if (!seen.Add((kind, name))) return;
        pending.Push((kind, name));
        things.Add($"{SectionOf(kind)}.{name}");
    }

    private static string SectionOf(Kind kind) => kind switch
    {
        Kind.Demand or Kind.Need => "demands",
        Kind.Stock => "stocks",
        Kind.Promise or Kind.DepartureDay or Kind.Departure or Kind.ArrivalDay or Kind.Arrival => "shipments",
        Kind.Release => "releases",
        Kind.Authority => "authorities",
        Kind.Journey or Kind.Queue => "lanes",
        Kind.Line => "lines",
        Kind.Order or Kind.DueUnits => "orders",
        Kind.Fleet => "fleets",
        Kind.Part => "parts",
        Kind.Repair => "repairs",
        Kind.Crew => "crews",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private void See(Kind kind, IEnumerable<string> names)
    {
        foreach (var name in names) See(kind, name);
    }

    private void SeeStock(string site, string item) => See(Kind.Stock, $"{site}.{item}");

    /// <param name="keys">Which of its values, by what follows the thing in their path; null: all.</param>
    private void Own(string thing, Func<string, bool>? keys = null)
    {
        foreach (var value in map.Of(thing))
        {
            if (keys is null || keys(ReachMap.KeyOf(value.Path))) Reach(value);
        }
    }

    /// <summary>A value, and the names under `unknowns` that it rests on.</summary>
    private void Reach(Value value)
    {
        if (!paths.Add(value.Path)) return;
        foreach (var slot in value.Expression.UnknownsUsed()) ReachUnknown(slot);
    }

    /// <summary>One that dates rest on is drawn together with them: see `JointDraws`.</summary>
    private void ReachUnknown(int slot)
    {
        var unknown = map.Unknowns[slot];
        if (paths.Contains(unknown.Path)) return;
        Reach(unknown);
        if (unknown.Expression is not Expression.NotBefore { IsJoint: true }) return;
        for (var other = 0; other < map.Unknowns.Length; other++)
        {
            if (map.Unknowns[other].Expression.UnknownsUsed().Contains(slot)) ReachUnknown(other);
        }

        foreach (var date in map.Values.Where(value => value.Expression.UnknownsUsed().Contains(slot))) Reach(date);
    }

    /// <summary>Whether a day may come by the question's last.</summary>
    private bool MayCome(Value? day) => IsBy(Lowest(day));

    private bool IsBy(double day) => onAnyDay || Rounding.Whole(day) <= last.Number;

    /// <summary>No less is ever drawn; where nothing can be said, or nothing is stated, minus infinity.</summary>
    private static double Lowest(Value? value) => value?.Expression.Bounds()?.Low ?? double.NegativeInfinity;

    /// <summary>Numbers that come or go on a day: the day always matters, the number only if it may come.</summary>
    private void OwnJoinings(string thing, IEnumerable<Readiness.Joining> joinings, string key)
    {
        var late = joinings.Where(joining => !MayCome(joining.When))
            .Select(joining => $"{thing}.{key}.{joining.Name}.").ToList();
        foreach (var value in map.Of(thing).Where(value => ReachMap.KeyOf(value.Path) == key))
        {
            var isLate = late.Exists(path => value.Path.StartsWith(path, StringComparison.Ordinal));
            if (!isLate || value.Measure == Measure.Date) Reach(value);
        }
    }
}
