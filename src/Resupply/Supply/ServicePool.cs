namespace Resupply.Supply;

/// <summary>
/// Demands that draw on the same stocks, and on which nothing outside them depends: no stock of theirs serves another
/// demand. Each pool is served up to a day of its own, when somebody next looks at its stocks or changes them.
/// </summary>
internal sealed class ServicePool(int[] demands, int[] stocks)
{
    private readonly StretchShare[] shares = [.. demands.Select(demand => new StretchShare { Demand = demand })];

    /// <summary>In the order in which they are served.</summary>
    public int[] Demands => demands;

    public int[] Stocks => stocks;

    /// <summary>What each of the demands has in the stretch of days that is looked at.</summary>
    public Span<StretchShare> Shares => shares;

    /// <summary>The first day whose needs are not served yet.</summary>
    public int Next { get; set; }

    /// <summary>Units of need that wait.</summary>
    public long Waiting { get; set; }

    public static ServicePool[] Of(DemandModel[] demands, int stocks)
    {
        var poolOf = Enumerable.Range(0, stocks).ToArray(); // by stock: the first stock of its pool
        foreach (var demand in demands)
        {
            var first = poolOf[demand.Services[0].Stock];
            foreach (var service in demand.Services)
            {
                var joined = poolOf[service.Stock];
                for (var stock = 0; stock < stocks && joined != first; stock++)
                {
                    if (poolOf[stock] == joined) poolOf[stock] = first;
                }
            }
        }

        var stocksOf = Enumerable.Range(0, stocks).ToLookup(stock => poolOf[stock]);
        return
        [
            .. demands.GroupBy(demand => poolOf[demand.Services[0].Stock]).Select(
                pool => new ServicePool([.. pool.Select(demand => demand.Index)], [.. stocksOf[pool.Key]])),
        ];
    }
}

/// <summary>What a demand has in a stretch of days that are served at once.</summary>
internal struct StretchShare
{
    public int Demand;

    /// <summary>The offer that serves it; -1: none has anything.</summary>
    public int ServedBy;

    /// <summary>Of all the days together.</summary>
    public long Need;
}
