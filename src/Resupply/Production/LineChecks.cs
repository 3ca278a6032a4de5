using System.Collections.Immutable;
using Resupply.Language;
using Resupply.Values;
using static System.FormattableString;

namespace Resupply.Production;

/// <summary>Whether a line makes anything, for anybody, and in the sequence that it names.</summary>
internal static class LineChecks
{
    /// <param name="orders">Of this line, those that are whole.</param>
    public static void CheckOutput(
        Line line, IEnumerable<Order> orders, (Day From, Day To) calendar, Diagnostics diagnostics)
    {
        CheckSize(line, diagnostics);
        if (NothingOf(line, calendar) is not { } nothing) return;
        var key = nothing == line.PerDay ? "per-day" : nothing == line.PerMonth ? "per-month" : "level";
        var makes = $"line `{line.Name}` makes nothing: its `{key}` is `{nothing.Text}`";
        var hint = key == "level" ? "let it grow from some day on" : "say how many items it makes";
        if (orders.FirstOrDefault(order => !order.Due.IsEmpty) is { } owed)
            diagnostics.Error(
                nothing.At, $"{makes}; but order `{owed.Name}` has units due from {owed.Due[0].By} on", hint);
        else
            diagnostics.Warn(nothing.At, makes, hint);
    }

    private static void CheckSize(Line line, Diagnostics diagnostics)
    {
        if ((line.PerDay ?? line.PerMonth) is not { } rate || rate.Expression.Bounds() is not { Low: var low }) return;
        var factor = line.Level.IsEmpty ? 1 : line.Level.Max(level => level.Factor.Expression.Bounds()?.Low ?? 0);
        var perDay = low / (line.PerDay is null ? ProductionCompiler.DaysPerMonth : 1) * factor;
        if (perDay <= ProductionLimits.UnitsMax) return;
        diagnostics.Error(
            rate.At,
            Invariant($"line `{line.Name}` makes {perDay:#,0} items a day; at most ") +
            Invariant($"{ProductionLimits.UnitsMax:#,0} are possible"),
            "count in larger units: pallets, loads");
    }

    public static void ReportUnused(Line line, Diagnostics diagnostics) => diagnostics.Warn(
        line.At,
        $"nobody ordered from line `{line.Name}`, and nothing draws on `{line.Item}` at `{line.Site}`, where it " +
        "goes then",
        "add an order, or a demand or a stock that draws on it");

    /// <summary>
    /// The value that makes it 0 over all the calendar; null where there is none, or somebody decided it so in an
    /// option or a world.
    /// </summary>
    private static Value? NothingOf(Line line, (Day From, Day To) calendar)
    {
        if ((line.PerDay ?? line.PerMonth) is { } rate && IsNothing(rate)) return rate.Support.Decision ? null : rate;
        var points = line.Level;
        var before = points.LastOrDefault(point => point.From <= calendar.From);
        var after = points.FirstOrDefault(point => point.From >= calendar.To);
        var seen = points.Where(point =>
            (before is null || point.From >= before.From) && (after is null || point.From <= after.From)).ToList();
        var isNothing = seen.Count > 0 && seen.TrueForAll(point => IsNothing(point.Factor));
        return isNothing && !seen.Exists(point => point.Factor.Support.Decision) ? seen[0].Factor : null;
    }

    private static bool IsNothing(Value value) => value.Expression.Bounds() is { High: <= 0 };

    /// <param name="orders">All of this line.</param>
    public static void CheckSequence(Line line, ImmutableArray<Order> orders, Diagnostics diagnostics)
    {
        if (orders.Length < 2) return;
        if (line.Sequence == Sequence.Priority && orders.All(order => order.Priority is null))
            diagnostics.Warn(
                line.At,
                $"line `{line.Name}` goes by priority, and none of its orders has one: they are filled in the order " +
                "of the file",
                $"give `{orders[0].Name}` or another a `priority`; 1 is first");
        if (line.Sequence != Sequence.Due) return;
        if (orders.All(order => order.Due.IsEmpty))
        {
            diagnostics.Warn(
                line.At,
                $"line `{line.Name}` goes by due date, and none of its orders has one: they are filled in the order " +
                "of the file",
                "give them `due` dates, or name another `sequence`");
            return;
        }

        foreach (var order in orders.Where(order => order.Due.IsEmpty))
            diagnostics.Warn(
                order.At,
                $"order `{order.Name}` has no due date, and line `{line.Name}` goes by them: it is filled last",
                "add `due` dates if it shall not be");
    }
}
