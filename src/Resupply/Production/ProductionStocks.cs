using Resupply.Supply;

namespace Resupply.Production;

/// <summary>Stocks that production refers to and nobody declared: empty at the start.</summary>
public static class ProductionStocks
{
    public static SupplyPlan AddTo(SupplyPlan supply, ProductionPlan plan)
    {
        var known = supply.Stocks.Select(stock => (stock.Site, stock.Item)).ToHashSet();
        var items = plan.Lines.ToDictionary(line => line.Name, line => line.Item);
        var entered = plan.Lines.Select(line => (line.Site, line.Item, line.At))
            .Concat(plan.Orders.Where(order => items.ContainsKey(order.Line))
                .Select(order => (Site: order.To, Item: items[order.Line], order.At)));
        return supply with
        {
            Stocks =
            [
                .. supply.Stocks,
                .. entered.Where(place => known.Add((place.Site, place.Item)))
                    .Select(place => Stock.Empty(place.Site, place.Item, place.At)),
            ],
        };
    }
}
