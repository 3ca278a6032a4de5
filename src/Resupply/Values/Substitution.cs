namespace Resupply.Values;

/// <summary>Expressions with their unknowns put in.</summary>
public static class Substitution
{
    /// <summary>
    /// The same expression where each unknown is the number in its slot; what is then fixed is worked out.
    /// </summary>
    public static Expression With(this Expression expression, double[] unknowns)
    {
        if (expression.UnknownsUsed().IsEmpty) return expression;
        if (expression is Expression.NotBefore date) return date with { Of = date.Of.With(unknowns) };
        if (!expression.IsRandom()) return new Expression.Constant(expression.Evaluate(unknowns, default));
        return expression switch
        {
            Expression.Binary binary =>
                binary with { Left = binary.Left.With(unknowns), Right = binary.Right.With(unknowns) },
            Expression.Call call =>
                call with { Arguments = [.. call.Arguments.Select(argument => argument.With(unknowns))] },
            Expression.Chance chance => chance with
            {
                Probability = chance.Probability.With(unknowns),
                Of = chance.Of.With(unknowns),
            },
            Expression.Draw draw =>
                draw with { Parameters = [.. draw.Parameters.Select(parameter => parameter.With(unknowns))] },
            _ => expression,
        };
    }

    /// <summary>
    /// The few values that a draw may take, with their probabilities; null where they are not few, or not known.
    /// </summary>
    /// <param name="most">More values than this are not few.</param>
    public static IReadOnlyList<(double Value, double Probability)>? FewValues(this Expression expression, int most)
    {
        var values = expression switch
        {
            Expression.Constant constant => [(constant.Value, 1.0)],
            Expression.Chance { Probability: Expression.Constant p } chance when chance.Of.FewValues(most) is { } of =>
                [.. of.Select(each => (each.Value, each.Probability * p.Value)), (chance.Otherwise, 1 - p.Value)],
            Expression.Draw draw when draw.Parameters.All(parameter => parameter is Expression.Constant) =>
                Listed(draw, most),
            Expression.NotBefore { IsJoint: false } date when date.Of.FewValues(most) is { } of => LeftOf(date, of),
            _ => null,
        };
        return values?.Count > most ? null : values;
    }

    private static List<(double Value, double Probability)> LeftOf(
        Expression.NotBefore date, IReadOnlyList<(double Value, double Probability)> of)
    {
        var left = of.Where(each => date.Allows(each.Value)).ToList();
        var all = left.Sum(each => each.Probability);
        return all > 0
            ? left.ConvertAll(each => (each.Value, each.Probability / all))
            : throw Expression.NotBefore.HasPassed();
    }

    private static List<(double Value, double Probability)>? Listed(Expression.Draw draw, int most)
    {
        var numbers = draw.Parameters.Select(parameter => ((Expression.Constant)parameter).Value).ToList();
        switch (draw.Distribution)
        {
            case Distribution.Empirical: return [.. numbers.Select(value => (value, 1.0 / numbers.Count))];
            case Distribution.Discrete:
                var total = numbers.Where((_, index) => index % 2 == 1).Sum();
                return [.. numbers.Chunk(2).Select(pair => (pair[0], pair[1] / total))];
            case Distribution.Uniform when draw.Whole:
                var (low, high) = (Rounding.HalfUp(numbers[0]), Rounding.HalfUp(numbers[1]));
                if (high - low >= most) return null;
                return
                [
                    .. Enumerable.Range(0, (int)(high - low + 1)).Select(
                        i => ((double)(low + i), 1.0 / (high - low + 1))),
                ];
            default: return null;
        }
    }
}
