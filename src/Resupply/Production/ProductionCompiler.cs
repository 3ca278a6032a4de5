using Resupply.Simulation;
using Resupply.Supply;
using Resupply.Values;

namespace Resupply.Production;

/// <summary>From a checked plan to flat arrays, ready to run; after supply, whose stocks it refers to.</summary>
public static class ProductionCompiler
{
    internal const double DaysPerMonth = 30.4375;

    public static ProductionModel Compile(
        ProductionPlan plan, SupplyPlan supplyPlan, SupplyModel supply, OnceBuilder once, ulong seed) => new(
            supply.Days,
            supply.From,
            [.. plan.Lines.Select((line, index) => LineOf(plan, line, index, supply, once))],
            [.. plan.Orders.Select((order, index) => OrderOf(plan, order, index, supplyPlan, supply, once, seed))])
        {
            DaysBefore = supply.DaysBefore,
        };

    private static LineModel LineOf(
        ProductionPlan plan, Line line, int index, SupplyModel supply, OnceBuilder once) => new(
            index,
            line.Name,
            Array.IndexOf(supply.Items, line.Item),
            supply.StockAt(line.Site, line.Item),
            once.Slot(line.PerDay ?? line.PerMonth),
            line.PerDay is null ? DaysPerMonth : 1,
            LevelCurve.Of(line.Level, supply.From, once),
            line.Sequence,
            [.. Enumerable.Range(0, plan.Orders.Length).Where(order => plan.Orders[order].Line == line.Name)]);

    private static OrderModel OrderOf(
        ProductionPlan plan,
        Order order,
        int index,
        SupplyPlan supplyPlan,
        SupplyModel supply,
        OnceBuilder once,
        ulong seed)
    {
        var line = plan.Lines.First(each => each.Name == order.Line);
        var lane = OrderRoutes.LaneOf(supplyPlan, line, order);
        var release = supplyPlan.Releases.FirstOrDefault(each => each.Name == order.Needs);
        return new OrderModel(
            index,
            order.Name,
            plan.Lines.IndexOf(line),
            supply.StockAt(order.To, line.Item),
            once.Slot(order.Quantity),
            once.Slot(order.Agreed),
            once.Slot(order.Requested),
            [.. order.Due.Select(due => new DueModel(due.By - supply.From, once.Slot(due.Units)))],
            lane is null ? -1 : supplyPlan.Lanes.IndexOf(lane),
            RandomStream.For(seed, $"lanes.{lane?.Name}.takes for orders.{order.Name}"),
            once.Slot(release?.Granted),
            order.Priority?.Fixed ?? double.PositiveInfinity,
            order.MovedAhead is { } ahead ? AheadOf(plan, ahead, supply.From) : null)
        {
            Received = [.. order.Received.Select(came => new ReceivedModel(came.On - supply.From, came.Units))],
            LaterBy = order.LaterBy,
        };
    }

    private static AheadModel AheadOf(ProductionPlan plan, Ahead ahead, Day from) => new(
        ahead.Units ?? long.MaxValue,
        ahead.From is { } day ? day - from : 0,
        [.. Enumerable.Range(0, plan.Orders.Length).Where(order => ahead.Keeping.Contains(plan.Orders[order].Name))]);
}

/// <summary>The way from a line to where an order goes.</summary>
public static class OrderRoutes
{
    /// <summary>The lane named, else the one declared between the two sites; null: no journey.</summary>
    public static Lane? LaneOf(SupplyPlan supply, Line line, Order order) => order.Via is { } via
        ? supply.Lanes.FirstOrDefault(lane => lane.Name == via)
        : SupplyNetwork.LaneBetween(supply, line.Site, order.To, null);
}
