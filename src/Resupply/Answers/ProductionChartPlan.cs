using Resupply.Production;

namespace Resupply.Answers;

/// <summary>What the report draws of orders by day, and where in a record it stands.</summary>
public sealed class ProductionChartPlan
{
    /// <summary>Of so many orders the means of each day are kept.</summary>
    private const int OrdersMax = 200;

    /// <param name="days">How many days are charted.</param>
    /// <param name="thingsMax">Of so many orders the distribution of each day is kept, in file order.</param>
    public ProductionChartPlan(ProductionModel model, int days, int thingsMax, int firstSeries, int firstSum)
    {
        (Days, FirstSeries, FirstSum) = (days, firstSeries, firstSum);
        Orders = Math.Min(OrdersMax, model.Orders.Length);
        Fans = Math.Min(thingsMax, model.Orders.Length);
    }

    /// <summary>Of an order on a day, at 24:00: units delivered, units held at the line.</summary>
    public const int SumsOfDay = 2;

    public int Days { get; }

    public int Orders { get; }

    public int Fans { get; }

    /// <summary>Where its series begin in a record: units delivered, by order and day.</summary>
    public int FirstSeries { get; }

    /// <summary>Where its sums begin among a record's counters, by order and day.</summary>
    public int FirstSum { get; }

    public int Series => Fans * Days;

    public int Sums => Orders * Days * SumsOfDay;
}
