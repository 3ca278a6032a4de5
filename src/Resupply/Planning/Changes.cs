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
    public static Value MonthEarlier(Value date) => date with
    {
        Expression = date.Fixed is { } day
            ? new Expression.Constant(Rounding.Whole(day - MonthDays))
            : new Expression.Binary(Operator.Subtract, date.Expression, new Expression.Constant(MonthDays)),
    };

    private static Expression OneMore(Expression count)
    {
        if (count is Expression.Constant constant) return new Expression.Constant(Rounding.Count(constant.Value) + 1);
        var whole = new Expression.Call(Function.Round, [count]);
        var least = new Expression.Call(Function.Max, [whole, new Expression.Constant(0)]);
        return new Expression.Binary(Operator.Add, least, new Expression.Constant(1));
    }
}
