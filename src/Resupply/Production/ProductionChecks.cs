using Resupply.Language;
using Resupply.Readiness;
using Resupply.Supply;
using Resupply.Values;

namespace Resupply.Production;

/// <summary>
/// What the form of a production plan cannot tell: things that contradict, that nothing can come of, or that a planner
/// would want to know before a run.
/// </summary>
public static class ProductionChecks
{
    /// <param name="supply">With the stocks that production added.</param>
    /// <param name="asked">The stocks, by site and item, that questions look at.</param>
    /// <param name="whole">What is whole of the form; a thing is looked at where it is, and all that it rests
    /// on.</param>
    public static void Check(
        SupplyPlan supply,
        ReadinessPlan readiness,
        ProductionPlan plan,
        IReadOnlySet<StockPlace> asked,
        WholeParts whole,
        Day from,
        Day to,
        Diagnostics diagnostics)
    {
        var ordered = plan.Orders.ToLookup(order => order.Line);
        var used = LineUse.Of(supply, readiness, asked);
        var (hasOrders, hasLanes) = (whole.Has("orders"), whole.Has("lanes"));
        var hasUses = hasOrders && LineUse.Sections.All(whole.Has);
        var lines = new Dictionary<string, Line>(StringComparer.Ordinal);
        foreach (var line in plan.Lines.Where(line => whole.Has($"lines.{line.Name}")))
        {
            lines.Add(line.Name, line);
            LineChecks.CheckOutput(
                line,
                ordered[line.Name].Where(order => whole.Has($"orders.{order.Name}")),
                (from, to),
                diagnostics);
            if (hasOrders) LineChecks.CheckSequence(line, [.. ordered[line.Name]], diagnostics);
            if (hasUses && !ordered[line.Name].Any() && !used.Contains(new StockPlace(line.Site, line.Item)))
                LineChecks.ReportUnused(line, diagnostics);
        }

        foreach (var order in plan.Orders.Where(order => whole.Has($"orders.{order.Name}")))
        {
            DueChecks.Check(order, diagnostics);
            OrderChecks.Check(order, to, diagnostics);
            if (!lines.TryGetValue(order.Line, out var line)) continue;
            OrderChecks.CheckPlace(order, line, diagnostics);
            if (hasLanes) OrderChecks.CheckWay(order, line, supply, diagnostics);
        }

        ReleaseChecks.Check(supply, plan, whole, to, diagnostics);
    }
}
