using System.Collections.Immutable;
using Resupply.Language;
using Resupply.Values;

namespace Resupply.Facts;

/// <summary>
/// Dates that have not come yet, drawn from what is left of their distributions: on today or later, or never.
/// </summary>
internal sealed class DateConditions(
    ImmutableArray<Value> unknowns, Day from, Day today, Diagnostics diagnostics)
{
    private readonly SortedSet<int> joint = [];

    /// <summary>The names that dates rest on are drawn together with these dates.</summary>
    public ImmutableArray<Value> Unknowns =>
    [
        .. unknowns.Select((unknown, slot) => joint.Contains(slot)
            ? unknown with { Expression = new Expression.NotBefore(unknown.Expression, long.MinValue, IsJoint: true) }
            : unknown),
    ];

    /// <summary>Nothing about it is drawn: it came on its day, or will.</summary>
    public bool IsFixed(Value date) => !date.Expression.IsRandom() && DrawnNames(date.Expression).IsEmpty;

    /// <summary>It surely lies before today.</summary>
    public bool IsPast(Value date) => date.Fixed is { } day && Rounding.Whole(day) < today.Number;

    /// <summary>It surely lies on today or later, or never comes.</summary>
    public bool IsToCome(Value date) =>
        date.Expression.Bounds() is { } bounds && Rounding.Whole(bounds.Low) >= today.Number;

    /// <summary>
    /// The date under the condition that it has not come. A date that is fixed stays as it is; so does one that lay
    /// before the calendar: it came, though nobody knows on which day.
    /// </summary>
    public Value? Conditioned(Value? date)
    {
        if (date is null || IsFixed(date) || IsToCome(date)) return date;
        var last = date.Expression.Bounds() is { } bounds ? Rounding.Whole(bounds.High) : double.PositiveInfinity;
        if (last < from.Number) return date;
        if (last < today.Number)
        {
            diagnostics.Error(
                date.At,
                $"`{date.Text}` has passed by {today}, whatever is drawn",
                "say when it is expected now, or `never`; or the day on which it came");
            return date;
        }

        var names = DrawnNames(date.Expression);
        joint.UnionWith(names);
        return date with { Expression = new Expression.NotBefore(date.Expression, today.Number, !names.IsEmpty) };
    }

    /// <summary>The names under `unknowns` that it rests on and that are drawn.</summary>
    private ImmutableSortedSet<int> DrawnNames(Expression expression)
    {
        var names = expression.UnknownsUsed();
        while (names.Union(names.SelectMany(slot => unknowns[slot].Expression.UnknownsUsed())) is var wider
            && wider.Count > names.Count)
            names = wider;
        return [.. names.Where(slot => unknowns[slot].Fixed is null)];
    }
}
