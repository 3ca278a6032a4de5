using Resupply.Language;
using Resupply.Supply;
using Resupply.Values;
using static System.FormattableString;

namespace Resupply.Production;

/// <summary>Whether an order is for anything, has its place among the others, and can get where it goes.</summary>
internal static class OrderChecks
{
    public static void Check(Order order, Day to, Diagnostics diagnostics)
    {
        CheckQuantity(order, diagnostics);
        if (order is { Firm: true, Agreed: null })
            diagnostics.Warn(
                order.At,
                $"order `{order.Name}` is firm, and does not say when it was agreed",
                "add `agreed`, the day of the agreement");
        if (order.TakesPart is not { } part || part.Support.Decision) return;
        if (part.Expression.Bounds() is not { Low: var low } || low <= to.Number) return;
        diagnostics.Warn(
            part.At,
            double.IsFinite(low)
                ? $"order `{order.Name}` takes part after the calendar, which ends on {to}: nothing is made for it"
                : $"order `{order.Name}` never takes part: nothing is made for it");
    }

    public static void CheckPlace(Order order, Line line, Diagnostics diagnostics)
    {
        if (order.Priority is not { } priority) return;
        if (priority.Fixed is null)
            diagnostics.Error(
                priority.At,
                $"a priority is a fixed number, found `{priority.Text}`",
                "write 1 for what is filled first");
        else if (line.Sequence != Sequence.Priority && !priority.Support.Decision)
            diagnostics.Warn(
                priority.At,
                $"this priority has no effect: line `{line.Name}` goes by {WordsFor(line.Sequence)}",
                $"write `sequence: priority` at `{line.Name}`, here or in an option");
    }

    public static void CheckWay(Order order, Line line, SupplyPlan supply, Diagnostics diagnostics)
    {
        var between = SupplyNetwork.LanesBetween(supply, line.Site, order.To, null);
        if (order.Via is { } via)
        {
            var lane = supply.Lanes.FirstOrDefault(each => each.Name == via);
            if (lane is null || (lane.From, lane.To) == (line.Site, order.To)) return;
            diagnostics.Error(
                order.At,
                $"lane `{via}` goes from `{lane.From}` to `{lane.To}`, order `{order.Name}` from `{line.Site}` to " +
                $"`{order.To}`",
                between.Length > 0
                    ? $"write `via: {between[0].Name}`"
                    : "leave `via` out: without a lane the journey takes no time");
        }
        else if (between.Length > 1)
        {
            diagnostics.Error(
                order.At,
                $"{between.Length} lanes go from `{line.Site}` to `{order.To}`, where order `{order.Name}` goes",
                $"say which: `via: {between[0].Name}`");
        }
    }

    private static void CheckQuantity(Order order, Diagnostics diagnostics)
    {
        var quantity = order.Quantity;
        if (quantity.Expression.Bounds() is not { } units) return;
        if (units.Low > ProductionLimits.UnitsMax)
            diagnostics.Error(
                quantity.At,
                Invariant($"order `{order.Name}` is for {units.Low:#,0} units; at most ") +
                Invariant($"{ProductionLimits.UnitsMax:#,0} are possible"),
                "count in larger units: pallets, loads");
        if (Rounding.Count(units.High) == 0 && !quantity.Support.Decision)
            diagnostics.Warn(quantity.At, $"order `{order.Name}` is for no units: nothing is made for it");
    }

    private static string WordsFor(Sequence sequence) => sequence switch
    {
        Sequence.Due => "due date",
        Sequence.Share => "the share that is filled",
        _ => "agreement",
    };
}
