using System.Runtime.CompilerServices;
using Resupply.Simulation;
using Resupply.Supply;
using Resupply.Values;

namespace Resupply.Readiness;

/// <summary>
/// Units on their way: from a removal to a place of repair, through it, and back; and those that were ordered.
/// </summary>
public sealed class Repairs
{
    private const int LegShift = 2;
    private const int NoRoute = -1;
    private const int Drawn = -2;

    private readonly ReadinessModel model;
    private readonly int[] items; // by stock
    private readonly SupplyLedger ledger;
    private readonly LaneQueues lanes;
    private readonly Timeline timeline;
    private readonly Route[] routes;
    private readonly int[] firstRoute;
    private readonly int[] onlyRoute;
    private readonly DrawnTicks?[] orderJourneys;
    private readonly RandomStream[] places;
    private Unit[] units = new Unit[64];
    private long[] limited = new long[64]; // the journeys of units that wait for lift
    private int used;
    private int free;
    private Replication current = new(0);

    public Repairs(
        ReadinessModel model, SupplyModel supply, SupplyLedger ledger, LaneQueues lanes, Timeline timeline)
    {
        (this.model, this.ledger, this.lanes, this.timeline) = (model, ledger, lanes, timeline);
        items = [.. supply.Stocks.Select(stock => stock.Item)];
        routes = [.. model.Origins.SelectMany(origin => origin.Routes).Select(route => new Route(route, timeline))];
        firstRoute = new int[model.Origins.Length];
        for (var i = 1; i < firstRoute.Length; i++)
            firstRoute[i] = firstRoute[i - 1] + model.Origins[i - 1].Routes.Length;
        onlyRoute = [.. model.Origins.Select((origin, i) =>
            origin.Routes.Length == 0 ? NoRoute : origin.Place is null ? firstRoute[i] : Drawn)];
        orderJourneys =
            [.. model.Orders.Select(order => order.Journey is { } journey ? new DrawnTicks(journey, timeline) : null)];
        places = new RandomStream[model.Origins.Length];
        lanes.PartLeaves = Leave;
    }

    public required Teams Teams { get; init; }

    public required Spares Spares { get; init; }

    /// <summary>The ways a unit can be going.</summary>
    private enum Leg
    {
        There,
        Back,
        Ordered,
    }

    public void Begin(Replication replication)
    {
        current = replication;
        (used, free) = (0, -1);
        foreach (var route in routes) route.Begin(replication);
        foreach (var journey in orderJourneys) journey?.Begin(replication);
        for (var i = 0; i < places.Length; i++)
            places[i] = model.Origins[i].Place is { } place ? place.Stream.At(replication.Number) : default;
    }

    /// <summary>A unit has been removed: it goes to repair at once, or is discarded.</summary>
    /// <param name="failure">The number of its failure.</param>
    public void Remove(int origin, ulong failure)
    {
        var index = RouteFor(origin, failure);
        if (index < 0)
        {
            var from = model.Origins[origin];
            ledger.Condemned[from.Item]++;
            Spares.Order(from.OrdersOfDiscarded, failure);
            return;
        }

        var route = routes[index];
        if (route.OrdersAtRemoval.Length > 0) Spares.Order(route.OrdersAtRemoval, failure);
        Send(NewUnit(index, -1, failure), route.Item, Leg.There, route.There, route.LaneThere);
    }

    /// <summary>A unit that starts in the queue for repair.</summary>
    public void Queue(int origin, ulong failure)
    {
        if (RouteFor(origin, failure) is >= 0 and var route) Arrive(NewUnit(route, -1, failure));
        else ledger.Condemned[model.Origins[origin].Item]++;
    }

    /// <summary>One unit leaves its stock for another that ordered it.</summary>
    public void Ship(int stock, ulong failure)
    {
        ledger.Inbound[stock]++;
        Send(NewUnit(-1, stock, failure), items[stock], Leg.Ordered, orderJourneys[stock], model.Orders[stock].Lane);
        Spares.Changed?.Invoke(stock);
    }

    /// <summary>The unit has come to its place of repair and asks for a team.</summary>
    public void Arrive(int unit)
    {
        ref readonly var entry = ref units[unit];
        var route = routes[entry.Route];
        ledger.InRepair[route.Item]++;
        var work = route.Takes?.Draw(entry.Failure) ?? 0;
        if (work == 0 && route.Choice < 0) Repaired(unit);
        else Teams.Ask(JobKind.Repair, unit, route.Choice, work, route.Takes?.Lane ?? Agenda.NoLane);
    }

    /// <summary>The job is done: the unit is condemned, or enters a stock, or goes back to one.</summary>
    public void Repaired(int unit)
    {
        ref var entry = ref units[unit];
        var route = routes[entry.Route];
        ledger.InRepair[route.Item]--;
        if (route.MayCondemn && route.Condemns(entry.Failure, current.Once))
        {
            var failure = entry.Failure;
            ledger.Condemned[route.Item]++;
            Forget(unit);
            Spares.Order(route.OrdersAtCondemnation, failure);
            return;
        }

        var stock = route.ReturnStock;
        entry.Stock = stock;
        ledger.Inbound[stock]++;
        Send(unit, route.Item, Leg.Back, route.Back, route.LaneBack);
        Spares.Changed?.Invoke(stock);
    }

    /// <summary>The unit is at the stock it was going to.</summary>
    public void Enter(int unit, bool wasOrdered)
    {
        var stock = units[unit].Stock;
        ledger.InTransit[items[stock]]--;
        ledger.Inbound[stock]--;
        if (wasOrdered) ledger.OnOrder[stock]--;
        ledger.Received[stock]++;
        Forget(unit);
        Spares.Enter(stock);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void ArriveAtPlace(int unit)
    {
        ledger.InTransit[routes[units[unit].Route].Item]--;
        Arrive(unit);
    }

    /// <summary>Below 0: it is discarded.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int RouteFor(int origin, ulong failure) =>
        onlyRoute[origin] is var only && only != Drawn ? only : DrawnRoute(origin, failure);

    private int DrawnRoute(int origin, ulong failure)
    {
        var (first, place) = (firstRoute[origin], model.Origins[origin].Place!);
        var u = places[origin].At(unchecked((long)failure)).Uniform(0);
        var last = place.Shares.Length - 1;
        for (var i = 0; i < last; i++)
        {
            u -= current.Once[place.Shares[i]];
            if (u < 0) return first + i;
        }

        return first + last;
    }

    /// <summary>On its way, as soon as the lane's lift allows; without a way it is there at once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Send(int unit, int item, Leg leg, DrawnTicks? journey, int limitedLane)
    {
        ledger.InTransit[item]++;
        var ticks = journey?.Draw(units[unit].Failure) ?? 0;
        if (limitedLane < 0)
        {
            Travel(unit, leg, ticks, journey?.Lane ?? Agenda.NoLane);
            return;
        }

        WaitForLift(unit, leg, ticks, limitedLane);
    }

    private void WaitForLift(int unit, Leg leg, long ticks, int limitedLane)
    {
        if (unit >= limited.Length) Array.Resize(ref limited, units.Length);
        limited[unit] = ticks;
        var day = (int)(timeline.Now / Clock.TicksPerDay);
        lanes.Ask(limitedLane, day, Load.OfPart((unit << LegShift) | (int)leg));
    }

    private void Leave(int part)
    {
        var unit = part >> LegShift;
        Travel(unit, (Leg)(part & ((1 << LegShift) - 1)), limited[unit], Agenda.NoLane);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Travel(int unit, Leg leg, long ticks, int lane)
    {
        if (ticks > 0) timeline.After(ticks, EventOf(leg), unit, lane: lane);
        else if (leg == Leg.There) ArriveAtPlace(unit);
        else Enter(unit, leg == Leg.Ordered);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static EventKind EventOf(Leg leg) => leg switch
    {
        Leg.There => EventKind.UnitArrives,
        Leg.Back => EventKind.UnitReturns,
        _ => EventKind.OrderArrives,
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int NewUnit(int route, int stock, ulong failure)
    {
        var unit = free;
        if (unit >= 0)
        {
            free = units[unit].Stock;
        }
        else
        {
            if (used == units.Length) Array.Resize(ref units, used * 2);
            unit = used++;
        }

        ref var entry = ref units[unit];
        entry.Route = route;
        entry.Stock = stock;
        entry.Failure = failure;
        return unit;
    }

    private void Forget(int unit)
    {
        units[unit].Stock = free;
        free = unit;
    }

    private struct Unit
    {
        public int Route;
        public int Stock;
        public ulong Failure;
    }

    /// <summary>A route with its draws; what is asked of it at every event, within reach.</summary>
    private sealed class Route(RouteModel model, Timeline timeline)
    {
        public readonly int Item = model.Item;
        public readonly int ReturnStock = model.ReturnStock;
        public readonly int LaneThere = model.LaneThere;
        public readonly int LaneBack = model.LaneBack;
        public readonly int Choice = model.Work.Choice;
        public readonly bool MayCondemn = model.Condemned >= 0;
        public readonly int[] OrdersAtRemoval = model.OrdersAtRemoval;
        public readonly int[] OrdersAtCondemnation = model.OrdersAtCondemnation;
        public readonly DrawnTicks? There = model.There is { } there ? new DrawnTicks(there, timeline) : null;
        public readonly DrawnTicks? Back = model.Back is { } back ? new DrawnTicks(back, timeline) : null;
        public readonly DrawnTicks? Takes = model.Work.Takes is { } takes ? new DrawnTicks(takes, timeline) : null;
        private RandomStream condemned;

        public void Begin(Replication replication)
        {
            There?.Begin(replication);
            Back?.Begin(replication);
            Takes?.Begin(replication);
            condemned = model.CondemnedStream.At(replication.Number);
        }

        public bool Condemns(ulong failure, double[] once) =>
            condemned.At(unchecked((long)failure)).Uniform(0) < once[model.Condemned];
    }
}
