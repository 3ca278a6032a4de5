using Resupply.Language;
using Resupply.Values;
using static System.FormattableString;

namespace Resupply.Production;

/// <summary>Whether what is due in all grows with time, and stays within what was ordered.</summary>
internal static class DueChecks
{
    public static void Check(Order order, Diagnostics diagnostics)
    {
        for (var i = 1; i < order.Due.Length; i++) CheckGrowth(order.Due[i - 1], order.Due[i], diagnostics);
        CheckWithinOrdered(order, diagnostics);
        CheckTimes(order, diagnostics);
    }

    private static void CheckGrowth(DueUnits before, DueUnits due, Diagnostics diagnostics)
    {
        if (before.Units.Expression.Bounds() is not { } first || due.Units.Expression.Bounds() is not { } then) return;
        if (Rounding.Count(then.High) < Rounding.Count(first.Low))
            diagnostics.Error(
                due.Units.At,
                $"due units fall: {before.Units.Text} are due by {before.By}, and in all only " +
                $"{due.Units.Text} by {due.By}",
                HintFor(before.Units, due.Units));
        else if (Rounding.Count(then.Low) < Rounding.Count(first.High)
            && (before.Units.Expression.IsRandom() || due.Units.Expression.IsRandom()))
            diagnostics.Warn(
                due.Units.At,
                $"due units may fall: `{before.Units.Text}` are due by {before.By}, in all `{due.Units.Text}` by " +
                $"{due.By}; a run stops where they do",
                "put what is due first under `unknowns`, say `first`, and write `first + 5..10` for what is due later");
    }

    private static string HintFor(Value before, Value due) =>
        before.Fixed is { } first && due.Fixed is { } more
            ? Invariant($"they count from the first: for {Rounding.Count(more)} more write ") +
                Invariant($"{Rounding.Count(first) + Rounding.Count(more)}")
            : "they count from the first: write what is due in all until then";

    private static void CheckWithinOrdered(Order order, Diagnostics diagnostics)
    {
        if (order.Quantity.Expression.Bounds() is not { } ordered) return;
        foreach (var due in order.Due)
        {
            if (due.Units.Expression.Bounds() is not { } units) continue;
            if (Rounding.Count(units.Low) <= Rounding.Count(ordered.High) || order.Quantity.Support.Decision) continue;
            diagnostics.Error(
                due.Units.At,
                $"{due.Units.Text} units of order `{order.Name}` are due by {due.By}, and only {order.Quantity.Text} " +
                "are ordered",
                "raise `quantity`, or lower what is due");
            return;
        }
    }

    private static void CheckTimes(Order order, Diagnostics diagnostics)
    {
        if (order.TakesPart is not { } part || part.Support.Decision) return;
        if (part.Expression.Bounds() is not { Low: var low } || order.Due.IsEmpty) return;
        if (!double.IsFinite(low) || Rounding.HalfUp(low) <= order.Due[0].By.Number) return;
        var word = part == order.Requested ? "requested" : "agreed";
        diagnostics.Warn(
            order.Due[0].Units.At,
            $"units of order `{order.Name}` are due by {order.Due[0].By}, before it takes part (`{word}: " +
            $"{part.Text}`): they are late from the start");
    }
}
