using System.Collections.Immutable;
using Resupply.Language;
using Resupply.Values;

namespace Resupply.Planning;

/// <summary>Values changed so that what they draw stays as it was: the same path, the same ordinals.</summary>
public static class Changes
{
    /// <summary>A month, as rates count it.</summary>
    public const double MonthDays = 30.4375;

    /// <summary>One more than a count comes to, rounded and not below 0; of nothing stated, one.</summary>
    /// <param name="path">Where the value stands, or would.</param>
    public static Value OneMore(Value? count, string path, Span at) => count is null
        ? new Value(new Expression.Constant(1), Measure.Count, path, "1", at, false, Support.None)
        : count with { Expression = OneMore(count.Expression) };

    /// <summary>
    /// A date a month earlier; never stays never. Days are whole, halves up: of a fixed date that is 30 days.
    /// </summary>
    public static Value MonthEarlier(Value date) => date.Fixed is { } day
        ? date with { Expression = new Expression.Constant(Rounding.Whole(day - MonthDays)) }
        : MovedBy(-MonthDays, double.NegativeInfinity, date);

    /// <summary>A date so many days later, but not moved to before a day; never stays never.</summary>
    public static Value MovedBy(double days, double notBefore, Value date) => date.Fixed is { } day
        ? date with { Expression = new Expression.Constant(new Moved(days, notBefore).Of(day)) }
        : date with { Moved = new Moved(days, notBefore) };

    /// <summary>A date that is fixed, whatever is drawn; null: never.</summary>
    public static Value On(Day? day, Value date) => date with
    {
        Expression = new Expression.Constant(day?.Number ?? double.PositiveInfinity),
        Text = day?.ToString() ?? "never",
    };

    /// <summary>The same things, and those that are meant changed.</summary>
    public static ImmutableArray<T> With<T>(this ImmutableArray<T> all, Func<T, bool> which, Func<T, T> change) =>
        [.. all.Select(each => which(each) ? change(each) : each)];

    private static Expression OneMore(Expression count)
    {
        if (count is Expression.Constant constant) return new Expression.Constant(Rounding.Count(constant.Value) + 1);
        var whole = new Expression.Call(Function.Round, [count]);
        var least = new Expression.Call(Function.Max, [whole, new Expression.Constant(0)]);
        return new Expression.Binary(Operator.Add, least, new Expression.Constant(1));
    }
}
