using Resupply.Production;
using Resupply.Supply;

namespace Resupply.Planning;

/// <summary>
/// What can make a difference to orders: their lines, their releases, and the lanes they leave over. All draws are by
/// path, so the rest of a plan changes no byte of theirs, unless it asks for the same lanes and their lift is limited.
/// </summary>
public static class OrderReach
{
    /// <summary>Whether what else there is may keep orders waiting on their way.</summary>
    public static bool SharesLanes(SupplyPlan supply, ProductionPlan production) => production.Orders.Any(
        order => LaneOf(order, supply, production)?.Lift is not null);

    /// <summary>The plan without what makes no difference; only where no lane is shared.</summary>
    public static SupplyPlan Within(SupplyPlan supply, ProductionPlan production) => ProductionStocks.AddTo(
        supply with { Stocks = [], Demands = [], Shipments = [], Authorities = [], Restrictions = [] }, production);

    /// <summary>The lane an order leaves over; null: no journey.</summary>
    public static Lane? LaneOf(Order order, SupplyPlan supply, ProductionPlan production) =>
        OrderRoutes.LaneOf(supply, production.Lines.First(line => line.Name == order.Line), order);
}
