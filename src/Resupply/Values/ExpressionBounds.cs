namespace Resupply.Values;

/// <summary>Between which ends a value lies whatever is drawn.</summary>
internal static class ExpressionBounds
{
    /// <summary>
    /// The ends of the unrounded value: wide where its parts hang together, never narrow. Null where it uses a name
    /// under `unknowns`, or nothing simple can be said.
    /// </summary>
    public static (double Low, double High)? Bounds(this Expression expression) => expression switch
    {
        Expression.Constant constant => (constant.Value, constant.Value),
        Expression.Draw draw => OfDraw(draw),
        Expression.Chance chance => chance.Of.Bounds() is { } of
            ? (Math.Min(of.Low, chance.Otherwise), Math.Max(of.High, chance.Otherwise))
            : null,
        Expression.Binary binary => binary.Left.Bounds() is { } left && binary.Right.Bounds() is { } right
            ? Combined(binary.Operator, left, right)
            : null,
        Expression.Call call => OfCall(call),
        Expression.NotBefore date => date.Of.Bounds() is { } of ? (Math.Max(of.Low, date.Day - 0.5), of.High) : null,
        _ => null,
    };

    private static (double Low, double High)? OfDraw(Expression.Draw draw)
    {
        if (draw.Parameters.Any(parameter => parameter is not Expression.Constant)) return null;
        var parameters = draw.Parameters.Select(parameter => ((Expression.Constant)parameter).Value).ToArray();
        return draw.Distribution switch
        {
            Distribution.Uniform => (parameters[0], parameters[1]),
            Distribution.Triangular or Distribution.Pert => (parameters[0], parameters[2]),
            Distribution.Normal when !draw.NonNegative => (double.NegativeInfinity, double.PositiveInfinity),
            Distribution.Binomial => (0, parameters[0]),
            Distribution.Empirical => (parameters.Min(), parameters.Max()),
            Distribution.Discrete => OfDiscrete(parameters),
            _ => (0, double.PositiveInfinity),
        };
    }

    /// <param name="parameters">Value and weight in turn; a value without weight is never drawn.</param>
    private static (double Low, double High)? OfDiscrete(double[] parameters)
    {
        var drawn = Enumerable.Range(0, parameters.Length / 2)
            .Where(i => parameters[(2 * i) + 1] > 0)
            .Select(i => parameters[2 * i]).ToList();
        return drawn.Count == 0 ? null : (drawn.Min(), drawn.Max());
    }

    private static (double Low, double High)? OfCall(Expression.Call call)
    {
        var all = call.Arguments.Select(Bounds).ToList();
        if (all.Any(bounds => bounds is null)) return null;
        var (lows, highs) = (all.Select(bounds => bounds!.Value.Low), all.Select(bounds => bounds!.Value.High));
        return call.Function switch
        {
            Function.Min => (lows.Min(), highs.Min()),
            Function.Max => (lows.Max(), highs.Max()),
            Function.Round => (Rounding.Whole(lows.First()), Rounding.Whole(highs.First())),
            Function.Negate => (-highs.First(), -lows.First()),
            _ => null,
        };
    }

    private static (double Low, double High)? Combined(
        Operator sign, (double Low, double High) left, (double Low, double High) right)
    {
        double[] ends = sign switch
        {
            Operator.Add => [left.Low + right.Low, left.High + right.High],
            Operator.Subtract => [left.Low - right.High, left.High - right.Low],
            Operator.Multiply =>
                [left.Low * right.Low, left.Low * right.High, left.High * right.Low, left.High * right.High],
            Operator.Divide when right.Low > 0 || right.High < 0 =>
                [left.Low / right.Low, left.Low / right.High, left.High / right.Low, left.High / right.High],
            _ => [double.NaN],
        };
        return ends.Any(double.IsNaN) ? null : (ends.Min(), ends.Max());
    }
}
