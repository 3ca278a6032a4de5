using Resupply.Language;
using Resupply.Values;
using static System.FormattableString;

namespace Resupply.Supply;

/// <summary>What the form of a supply plan cannot tell: things that contradict or that nothing can come of.</summary>
public sealed class SupplyChecks
{
    private readonly SupplyPlan plan;
    private readonly Day from;
    private readonly Day to;
    private readonly Diagnostics diagnostics;

    private SupplyChecks(SupplyPlan plan, Day from, Day to, Diagnostics diagnostics) =>
        (this.plan, this.from, this.to, this.diagnostics) = (plan, from, to, diagnostics);

    /// <param name="whole">What is whole of the form; a thing is looked at where it is, and all that it rests
    /// on.</param>
    public static void Check(SupplyPlan plan, WholeParts whole, Day from, Day to, Diagnostics diagnostics)
    {
        var checks = new SupplyChecks(plan, from, to, diagnostics);
        foreach (var lane in plan.Lanes.Where(lane => whole.Has($"lanes.{lane.Name}"))) checks.Check(lane);
        var (hasLanes, hasRules) = (whole.Has("lanes"), whole.Has("restrictions"));
        foreach (var stock in plan.Stocks.Where(stock => hasLanes && whole.Has(stock.Path))) checks.Check(stock);
        foreach (var demand in plan.Demands.Where(demand => hasRules && whole.Has($"demands.{demand.Name}")))
            checks.Check(demand);
        var hasWays = whole.Has("lanes") && whole.Has("items") && whole.Has("stocks");
        foreach (var shipment in plan.Shipments.Where(shipment => hasWays && whole.Has($"shipments.{shipment.Name}")))
            ShipmentChecks.Check(shipment, plan, from, to, diagnostics);
        if (whole.Has("stocks")) checks.CheckCircles();
        checks.CheckPackages();
        RestrictionChecks.Check(plan, whole, from, diagnostics);
    }

    private void Check(Lane lane)
    {
        if (lane.From == lane.To)
            diagnostics.Error(
                lane.At, $"lane `{lane.Name}` goes from `{lane.From}` to the same site", "a lane joins two sites");
        if (lane.Lift is { Fixed: { } lift } value && Rounding.Count(lift) == 0)
            diagnostics.Warn(
                value.At, $"a lift of `{value.Text}` is less than one unit a day: nothing leaves over `{lane.Name}`");
    }

    private void Check(Stock stock)
    {
        if (stock.OrderQuantity is { } lot && stock.OrderUpTo is not null)
            diagnostics.Error(
                lot.At,
                "`order-quantity` and `order-up-to` exclude each other",
                "order lots (r,Q), or up to a level (s,S)");
        if (stock.OrderQuantity is { } quantity && stock.ReorderPoint is null)
            diagnostics.Error(
                quantity.At,
                "`order-quantity` needs `reorder-point`: when to order",
                "add `reorder-point`, or write `order-up-to` instead");
        if (stock.OrderQuantity is { Fixed: { } none } zero && Rounding.Count(none) == 0)
            diagnostics.Error(
                zero.At, "an order quantity of 0 orders nothing", "write at least 1, or leave the policy out");
        if (stock.ReorderPoint is { } point && !stock.IsReplenished)
            diagnostics.Error(
                point.At, "`reorder-point` needs how much to order", "add `order-quantity` or `order-up-to`");
        if (stock is { ReorderPoint.Fixed: { } low, OrderUpTo.Fixed: { } high }
            && Rounding.Count(high) <= Rounding.Count(low))
            diagnostics.Error(
                stock.OrderUpTo.At,
                Invariant($"`order-up-to` {high:0.##} is not above `reorder-point` {low:0.##}"),
                "raise the one, or lower the other");
        if (stock.FromSite is { } supplier) CheckSupplier(stock, supplier);
        else if (stock.Via is { } via)
            diagnostics.Error(stock.At, $"`via: {via}` goes with `from-site`", "name the site that supplies it");
        else if (stock.Takes is { } takes && !stock.IsReplenished)
            diagnostics.Warn(
                takes.At,
                "`takes` has no effect: nothing is ever ordered here",
                "add `order-up-to`, or a reorder point");
    }

    private void CheckSupplier(Stock stock, string supplier)
    {
        if (supplier == stock.Site)
            diagnostics.Error(stock.At, $"`{stock.Site}` cannot supply itself", "name another site in `from-site`");
        if (stock.Takes is { } takes)
            diagnostics.Error(
                takes.At,
                "`takes` is for orders from outside; from a site the lane gives the time",
                "put `takes` on the lane");
        var between = SupplyNetwork.LanesBetween(plan, supplier, stock.Site, stock.Via);
        if (stock.Via is { } via && between.Length == 0)
            diagnostics.Error(
                stock.At,
                $"lane `{via}` does not go from `{supplier}` to `{stock.Site}`",
                "name one that does, or leave `via` out");
        if (stock.Via is null && between.Length > 1)
            diagnostics.Error(
                stock.At,
                $"{between.Length} lanes go from `{supplier}` to `{stock.Site}`",
                $"say which: `via: {between[0].Name}`");
    }

    private void Check(Demand demand)
    {
        if (demand.ServedBy.Length == 0)
            diagnostics.Error(
                demand.At, $"demand `{demand.Name}` is served by nothing", "name at least one item in `served-by`");
        foreach (var twice in demand.ServedBy.GroupBy(service => service.Item).Where(group => group.Count() > 1))
            diagnostics.Error(
                demand.At, $"`{twice.Key}` stands twice in `served-by` of `{demand.Name}`", "name it once");
        CheckForm(demand);
        CheckFactors(demand);
        foreach (var service in demand.ServedBy) Check(demand, service);
        if (demand.Priority is { Fixed: null } priority)
            diagnostics.Error(
                priority.At,
                $"a priority is a fixed number, found `{priority.Text}`",
                "write 1 for what is served first");
    }

    private void CheckForm(Demand demand)
    {
        var (perDay, arrivals, size) = (demand.PerDay, demand.Arrivals, demand.Size);
        if (demand.Series is not null) return; // the shape has it exclude the others
        if (perDay is null && arrivals is null && size is null)
            diagnostics.Error(
                demand.At,
                $"demand `{demand.Name}` does not say how much is needed",
                "add `per-day`, `arrivals` with `size`, or `series`");
        if (perDay is not null && (arrivals ?? size) is { } other)
            diagnostics.Error(
                other.At,
                "`per-day` excludes `arrivals` and `size`",
                "state the need of a day, or arrivals and the size of each");
        if (perDay is null && arrivals is not null && size is null)
            diagnostics.Error(
                arrivals.At, "`arrivals` needs `size`, the need of each", "add `size: 1` where each needs one unit");
        if (perDay is null && arrivals is null && size is not null)
            diagnostics.Error(
                size.At, "`size` needs `arrivals`, how many a day", "add `arrivals`, or write `per-day` instead");
    }

    private void CheckFactors(Demand demand)
    {
        var count = demand.PerDay ?? demand.Arrivals;
        var factor = demand.Level.Select(level => level.Factor).Concat(demand.Weekly.OfType<Value>()).FirstOrDefault();
        if (count is null || factor is null) return;
        if (count.Expression is Expression.Draw { Distribution: Distribution.Poisson or Distribution.NegativeBinomial })
            return;
        diagnostics.Error(
            factor.At,
            $"`level` and `weekly` scale the mean of `poisson` or `negative-binomial`; `{count.Text}` is neither",
            "use one of the two, or put the factor into the expression");
    }

    private void Check(Demand demand, Service service)
    {
        if (service.Uses is { Fixed: { } uses } value && Rounding.Count(uses) == 0)
            diagnostics.Error(
                value.At, $"a unit of need uses at least 1 item, found `{value.Text}`", "write at least 1");
        if (demand.Purpose is not { } purpose) return;
        foreach (var rule in plan.Restrictions)
        {
            if (!rule.Items.Contains(service.Item) || !rule.NotFor.Contains(purpose)
                || rule.Until.Fixed is not { } until)
                continue;
            if (until < to.Number) continue;
            var says = rule.Says is { } words ? $": {words}" : "";
            diagnostics.Error(
                demand.At,
                $"`{service.Item}` may not serve `{demand.Name}` on any day: restriction `{rule.Name}` bars it for " +
                $"`{purpose}`{says}",
                "take it out of `served-by`, or end the restriction within the calendar");
        }
    }

    /// <summary>A stock that in the end supplies itself would wait for itself.</summary>
    private void CheckCircles()
    {
        var suppliers = plan.Stocks
            .Where(stock => stock.FromSite is not null && stock.FromSite != stock.Site)
            .ToDictionary(stock => stock.Place, stock => stock.Place with { Site = stock.FromSite! });
        foreach (var stock in plan.Stocks)
        {
            var way = new List<string> { stock.Site };
            var at = stock.Place;
            while (suppliers.TryGetValue(at, out at) && way.Count <= plan.Stocks.Length)
            {
                way.Add(at.Site);
                if (at.Site != stock.Site) continue;
                diagnostics.Error(
                    stock.At,
                    $"`{stock.Item}` is supplied in a circle: {string.Join(" from ", way.Select(site => $"`{site}`"))}",
                    "one of them must be supplied from outside");
                return;
            }
        }
    }

    private void CheckPackages()
    {
        foreach (var package in plan.Authorities.SelectMany(authority => authority.Packages))
        {
            if (package.When.Fixed is { } when && when < from.Number)
            {
                diagnostics.Warn(
                    package.When.At,
                    $"package `{package.Name}` lies before the calendar, which begins on {from}: it is drawn on its " +
                    "first day",
                    "leave it out if the amount is what was left on that day");
            }
        }
    }
}
