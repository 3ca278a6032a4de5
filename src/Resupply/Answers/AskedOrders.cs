using System.Collections.Immutable;
using Resupply.Language;
using Resupply.Production;
using Resupply.Supply;
using Resupply.Values;
using static System.FormattableString;

namespace Resupply.Answers;

/// <summary>Questions about orders whose answer is settled before anything is made.</summary>
internal static class AskedOrders
{
    public static void Check(
        ProductionPlan plan, WholeParts whole, ImmutableArray<Question> questions, Diagnostics diagnostics)
    {
        foreach (var question in questions)
        {
            if (question is Question.Late late && OrdersOf(plan, whole, late.Orders) is { } owed)
                CheckLate(late, owed, diagnostics);
            if (question is Question.Delivered delivered && OrdersOf(plan, whole, delivered.Orders) is { } asked)
                CheckDelivered(delivered, asked, diagnostics);
        }
    }

    /// <summary>The stocks that questions look at.</summary>
    public static HashSet<StockPlace> Stocks(ImmutableArray<Question> questions) =>
        [.. questions.Select(question => question.Stock).OfType<StockPlace>()];

    /// <summary>Null where one of them holds a mistake.</summary>
    private static ImmutableArray<Order>? OrdersOf(
        ProductionPlan plan, WholeParts whole, ImmutableArray<string> names)
    {
        if (!names.All(name => whole.Has($"orders.{name}"))) return null;
        return [.. plan.Orders.Where(order => names.Contains(order.Name))];
    }

    private static void CheckLate(Question.Late question, ImmutableArray<Order> orders, Diagnostics diagnostics)
    {
        if (orders.Any(order => order.Due.Any(due => due.By <= question.Until))) return;
        var isLater = orders.Any(order => !order.Due.IsEmpty);
        diagnostics.Warn(
            question.At,
            $"nothing is due by {question.Until}, so that nothing of {Nearest.Listed(question.Orders)} is late: " +
            $"question `{question.Name}` is answered 0",
            isLater ? "ask for a later day" : $"add `due` dates to `{question.Orders[0]}`");
    }

    private static void CheckDelivered(
        Question.Delivered question, ImmutableArray<Order> orders, Diagnostics diagnostics)
    {
        foreach (var order in orders)
        {
            if (question is { IsShare: false, AtLeast: { } units }
                && order.Quantity.Expression.Bounds() is { High: var high } && Rounding.Count(high) < units)
            {
                diagnostics.Warn(
                    question.At,
                    Invariant($"question `{question.Name}` asks for {units:#,0.##} units of order `{order.Name}`, ") +
                    $"which is for {order.Quantity.Text}: they are never delivered",
                    "ask for fewer, or for a share: `at-least: 100%`");
                return;
            }

            if (order.Quantity.Expression.Bounds() is { High: <= 0 }) continue;
            if (order.TakesPart is not { } part || part.Support.Decision) continue;
            if (part.Expression.Bounds() is not { Low: var low } || low < question.By.Number) continue;
            diagnostics.Warn(
                question.At,
                $"nothing of order `{order.Name}` is delivered by {question.By}: it takes part from `{part.Text}` " +
                "on, and what is made on a day is there at the next 00:00",
                "ask for a later day");
            return;
        }
    }
}
