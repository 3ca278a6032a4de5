using Resupply.Simulation;
using Resupply.Values;

namespace Resupply.Supply;

/// <summary>
/// Lanes over which only so many units leave a day: what asked first leaves first, and nothing is saved
/// up for tomorrow.
/// </summary>
public sealed class LaneQueues(SupplyModel model, Arrivals arrivals)
{
    private readonly Ring<Load>[] waiting = [.. model.Lanes.Select(_ => new Ring<Load>())];
    private readonly long[] lift = new long[model.Lanes.Length];
    private readonly long[] leftToday = new long[model.Lanes.Length];
    private readonly int[] today = new int[model.Lanes.Length];
    private int loadsWaiting;

    /// <summary>Starts a replication with the lift that was drawn for it; unlimited lanes have none.</summary>
    public void Clear(ReadOnlySpan<double> once)
    {
        loadsWaiting = 0;
        Array.Fill(today, -1);
        for (var lane = 0; lane < lift.Length; lane++)
        {
            waiting[lane].Clear();
            var slot = model.Lanes[lane].Lift;
            lift[lane] = slot < 0 ? long.MaxValue : Rounding.Count(once[slot]);
        }
    }

    /// <summary>Whoever sends parts one by one is told the number of each that leaves.</summary>
    public Action<int>? PartLeaves { get; set; }

    /// <summary>Whether something waits for a lane.</summary>
    public bool AnyWaiting => loadsWaiting > 0;

    /// <summary>A new day: what waits leaves first.</summary>
    public void Open(int day)
    {
        if (loadsWaiting == 0) return;
        for (var lane = 0; lane < waiting.Length; lane++)
        {
            if (waiting[lane].Count > 0) Leave(lane, day);
        }
    }

    /// <summary>A load asks for the lane; what the lift allows leaves at once, the rest on later days.</summary>
    public void Ask(int lane, int day, in Load load)
    {
        if (lift[lane] == long.MaxValue)
        {
            Send(load, load.Units, day);
            return;
        }

        waiting[lane].Add(load);
        loadsWaiting++;
        Leave(lane, day);
    }

    private void Leave(int lane, int day)
    {
        var queue = waiting[lane];
        ref var left = ref leftToday[lane];
        if (today[lane] != day) (today[lane], left) = (day, lift[lane]);
        while (left > 0 && queue.Count > 0)
        {
            ref var load = ref queue.Head;
            var units = Math.Min(left, load.Units);
            left -= units;
            Send(load, units, day);
            if (units < load.Units)
            {
                load = load.Without(units);
                continue;
            }

            queue.RemoveHead();
            loadsWaiting--;
        }
    }

    private void Send(in Load load, long units, int day)
    {
        if (load.Part >= 0)
        {
            PartLeaves!(load.Part);
            return;
        }

        var arriving = units - load.LossAmong(units);
        if (load.Shipment >= 0)
            arrivals.AddTranche(day + load.TravelDays, load.Stock, arriving, load.Shipment, load.Tranche);
        else if (load.Order >= 0)
            arrivals.AddDelivery(day + load.TravelDays, load.Stock, arriving, load.Order);
        else
            arrivals.AddOrder(day + Math.Max(1, load.TravelDays), load.Stock, arriving);
    }
}

/// <summary>Units that travel together: part of a tranche, or an order (then shipment is -1), or one part.</summary>
/// <param name="Losses">How many of the units will be lost on the way, spread evenly over the parts that leave.</param>
/// <param name="Order">The production order that the units belong to; -1: something else.</param>
/// <param name="Part">The number of a part that moves at any time of the day; -1: something else.</param>
public readonly record struct Load(
    int Stock, long Units, long Losses, int TravelDays, int Shipment, int Tranche, int Part = -1, int Order = -1)
{
    public static Load OfPart(int part) => new(-1, 1, 0, 0, -1, -1, part);

    public long LossAmong(long units) => units == Units ? Losses : Proportion.Of(Losses, units, Units);

    public Load Without(long units) => this with { Units = Units - units, Losses = Losses - LossAmong(units) };
}
