using Resupply.Supply;

namespace Resupply.Answers;

/// <summary>Demands that share stocks, directly or through others, and all the stocks that they draw on.</summary>
public sealed record StockPool(int[] Demands, int[] Stocks)
{
    /// <summary>Every demand in one pool, in file order of the first of each.</summary>
    public static IEnumerable<StockPool> Of(SupplyModel model)
    {
        var left = Enumerable.Range(0, model.Demands.Length).ToList();
        while (left.Count > 0)
        {
            var demands = new SortedSet<int> { left[0] };
            var stocks = new SortedSet<int>();
            int before;
            do
            {
                before = demands.Count;
                foreach (var demand in demands) stocks.UnionWith(StocksOf(model, demand));
                demands.UnionWith(left.Where(demand => StocksOf(model, demand).Any(stocks.Contains)));
            }
            while (demands.Count > before);

            left.RemoveAll(demands.Contains);
            yield return new StockPool([.. demands], [.. stocks]);
        }
    }

    private static IEnumerable<int> StocksOf(SupplyModel model, int demand) =>
        model.Demands[demand].Services.Select(service => service.Stock);
}
