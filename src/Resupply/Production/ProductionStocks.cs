using Resupply.Supply;

namespace Resupply.Production;

/// <summary>Stocks that production refers to and nobody declared: empty at the start.</summary>
public static class ProductionStocks
{
    public static SupplyPlan AddTo(SupplyPlan supply, ProductionPlan plan)
    {
        var items = plan.Lines.ToDictionary(line => line.Name, line => line.Item);
        var made = plan.Lines.Select(line => Stock.Empty(line.Site, line.Item, line.At));
        var delivered = plan.Orders.Where(order => items.ContainsKey(order.Line))
            .Select(order => Stock.Empty(order.To, items[order.Line], order.At));
        return supply.WithStocks(made.Concat(delivered));
    }
}
