namespace Resupply.Production;

/// <summary>About how much work it is to allot items: to refuse, before it is begun, what would take days.</summary>
internal static class ProductionLoad
{
    /// <summary>What is looked at every day: lines, orders and their due dates.</summary>
    public static int Things(ProductionPlan plan) =>
        plan.Lines.Length + plan.Orders.Length + plan.Orders.Sum(order => order.Due.Length);

    /// <summary>
    /// Steps of a replication beyond one a day for each thing: orders are put in sequence once, and by share or by due
    /// date each is held against all others of its line again and again.
    /// </summary>
    public static double Steps(ProductionPlan plan, int days)
    {
        var steps = 0.0;
        var ordered = plan.Orders.ToLookup(order => order.Line);
        foreach (var line in plan.Lines)
        {
            double orders = ordered[line.Name].Count();
            double dues = ordered[line.Name].Sum(order => order.Due.Length);
            steps += line.Sequence switch
            {
                Sequence.Share => 2 * orders * Math.Min(orders, ItemsADay(line)) * days,
                Sequence.Due => (orders + dues) * (orders + dues + days),
                _ => orders * orders / 4,
            };
        }

        return steps;
    }

    /// <summary>Infinite where it is not known beforehand.</summary>
    private static double ItemsADay(Line line) => line switch
    {
        { PerDay.Fixed: { } day, Level: [] } => day,
        { PerMonth.Fixed: { } month, Level: [] } => month / ProductionCompiler.DaysPerMonth,
        _ => double.PositiveInfinity,
    };
}
