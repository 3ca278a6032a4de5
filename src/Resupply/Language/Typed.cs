using Resupply.Values;

namespace Resupply.Language;

/// <summary>An expression and what kind of thing it is.</summary>
internal sealed record Typed(Expression Expression, Dimension Dimension)
{
    public static readonly Typed Broken = new(new Expression.Constant(0), Dimension.Broken);

    /// <summary>The number itself where nothing is drawn and no unknown is used; else null.</summary>
    public double? Fixed => Expression is Expression.Constant constant ? constant.Value : null;

    public static Typed Of(double value, Dimension dimension) => new(new Expression.Constant(value), dimension);
}

/// <summary>Does before the run what needs no run.</summary>
internal static class Folding
{
    public static Expression Binary(Operator sign, Expression left, Expression right) =>
        (left, right) is (Expression.Constant a, Expression.Constant b)
            ? new Expression.Constant(Compute(sign, a.Value, b.Value))
            : new Expression.Binary(sign, left, right);

    public static Expression Call(Function function, params ReadOnlySpan<Expression> arguments)
    {
        foreach (var argument in arguments)
        {
            if (argument is not Expression.Constant) return new Expression.Call(function, [.. arguments]);
        }

        var result = ((Expression.Constant)arguments[0]).Value;
        foreach (var argument in arguments[1..])
        {
            var value = ((Expression.Constant)argument).Value;
            result = function == Function.Min ? Math.Min(result, value) : Math.Max(result, value);
        }

        return new Expression.Constant(function switch
        {
            Function.Negate => 0 - result,
            Function.Round => Math.Floor(result + 0.5),
            _ => result,
        });
    }

    private static double Compute(Operator sign, double a, double b) => sign switch
    {
        Operator.Add or Operator.Subtract when double.IsPositiveInfinity(a) => a, // never plus or minus anything
        Operator.Add => a + b,
        Operator.Subtract => a - b,
        Operator.Multiply => a * b,
        _ => a / b,
    };
}
