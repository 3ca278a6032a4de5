using System.Collections.Immutable;
using Resupply.Language;
using Resupply.Values;

namespace Resupply.Readiness;

/// <summary>How many members or teams there are, as far as the file fixes it.</summary>
/// <param name="Noun">`members`, `teams`.</param>
/// <param name="Whose">As in `crew x`.</param>
internal sealed record Strength(
    string Noun, string Whose, Value Start, ImmutableArray<Joining> Joins, ImmutableArray<Joining> Leaves)
{
    public static Strength Of(Fleet fleet) => new("members", $"`{fleet.Name}`", fleet.Size, fleet.Joins, fleet.Leaves);

    public static Strength Of(Crew crew) => new("teams", $"crew `{crew.Name}`", crew.Teams, crew.Joins, crew.Leaves);

    /// <summary>There is none at the start, and nobody Joins.</summary>
    public bool IsAlwaysNone => IsNone(Start) && Joins.All(joining => IsNone(joining.Number));

    /// <summary>Nobody is there at the end of any of these days, whatever is drawn.</summary>
    public bool IsNoneOver(Day first, Day last, Day from)
    {
        if (Days(from) is { } days)
        {
            var before = days.LastOrDefault(day => day.On <= first);
            return before.Count == 0 && !days.Any(day => day.On > first && day.On <= last && day.Count > 0);
        }

        return IsNone(Start) && Joins.All(joining =>
            IsNone(joining.Number) || joining.When.Expression.Bounds() is { Low: var low } && low >= last.Number + 1);
    }

    /// <summary>
    /// The days on which it changes, from the first of the calendar on, and how many there are from then; null where
    /// anything of it is drawn. Those who leave and are not there are none.
    /// </summary>
    public ImmutableArray<(Day On, long Count)>? Days(Day from)
    {
        if (Changes(from) is not { } changes) return null;
        var days = new List<(Day On, long Count)> { (from, Rounding.Count(Start.Fixed!.Value)) };
        foreach (var (on, joining, isLeaving) in changes)
        {
            var number = Rounding.Count(joining.Number.Fixed!.Value);
            var count = days[^1].Count;
            days.Add((on, isLeaving ? Math.Max(0, count - number) : checked(count + number)));
        }

        return [.. days];
    }

    /// <summary>Whoever comes or goes outside of the calendar, or goes without being there.</summary>
    public void CheckDates((Day From, Day To) calendar, Diagnostics diagnostics)
    {
        foreach (var joining in Joins) CheckDate(joining, "joins", calendar, diagnostics);
        foreach (var leaving in Leaves) CheckDate(leaving, "leaves", calendar, diagnostics);
        if (Changes(calendar.From) is not { } changes) return;
        var count = Rounding.Count(Start.Fixed!.Value);
        foreach (var (on, joining, isLeaving) in changes)
        {
            var number = Rounding.Count(joining.Number.Fixed!.Value);
            if (isLeaving && number > count && on <= calendar.To)
                diagnostics.Warn(
                    joining.At,
                    $"`{joining.Name}` takes {number} {Noun} from {Whose} on {on}, when there are {count}",
                    "all that are there leave");
            count = isLeaving ? Math.Max(0, count - number) : count + number;
        }
    }

    private static bool IsNone(Value value) => value.Fixed is { } number && Rounding.Count(number) == 0;

    /// <summary>In the order of the days; on one day those who join come first.</summary>
    private IEnumerable<Change>? Changes(Day from)
    {
        var all = Joins.Concat(Leaves);
        if (Start.Fixed is null || all.Any(each => each.When.Fixed is null || each.Number.Fixed is null)) return null;
        return Of(Joins, isLeaving: false).Concat(Of(Leaves, isLeaving: true)).OrderBy(change => change.On.Number);

        IEnumerable<Change> Of(ImmutableArray<Joining> joinings, bool isLeaving) => joinings
            .Where(joining => double.IsFinite(joining.When.Fixed!.Value))
            .Select(joining => new Change(DayOf(joining.When, from), joining, isLeaving));
    }

    private static Day DayOf(Value when, Day from) =>
        new((int)Math.Max(from.Number, Rounding.HalfUp(when.Fixed!.Value)));

    private void CheckDate(Joining joining, string verb, (Day From, Day To) calendar, Diagnostics diagnostics)
    {
        if (joining.When.Fixed is not { } day || !double.IsFinite(day)) return;
        var who = $"`{joining.Name}` {verb} {Whose}";
        if (day < calendar.From.Number)
            diagnostics.Warn(
                joining.When.At, $"{who} before the calendar, which begins on {calendar.From}: it counts as that day");
        if (day > calendar.To.Number)
            diagnostics.Warn(
                joining.When.At, $"{who} after the calendar, which ends on {calendar.To}: nothing of it is seen");
    }

    private sealed record Change(Day On, Joining Joining, bool IsLeaving);
}
