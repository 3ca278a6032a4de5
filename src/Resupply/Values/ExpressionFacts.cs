using System.Collections.Immutable;

namespace Resupply.Values;

/// <summary>What can be said of an expression without drawing it.</summary>
public static class ExpressionFacts
{
    /// <summary>Whether it draws. A name under `unknowns` is not a draw: the run draws it once, beforehand.</summary>
    public static bool IsRandom(this Expression expression) => expression switch
    {
        Expression.Draw or Expression.Chance => true,
        Expression.Binary binary => binary.Left.IsRandom() || binary.Right.IsRandom(),
        Expression.Call call => call.Arguments.Any(IsRandom),
        Expression.NotBefore date => date.Of.IsRandom(),
        _ => false,
    };

    public static bool UsesUnknown(this Expression expression, int slot) => expression.UnknownsUsed().Contains(slot);

    /// <summary>The slots of the unknowns that stand anywhere in it.</summary>
    public static ImmutableSortedSet<int> UnknownsUsed(this Expression expression) => expression switch
    {
        Expression.Unknown unknown => [unknown.Slot],
        Expression.Binary binary => binary.Left.UnknownsUsed().Union(binary.Right.UnknownsUsed()),
        Expression.Call call => Union(call.Arguments),
        Expression.Chance chance => chance.Probability.UnknownsUsed().Union(chance.Of.UnknownsUsed()),
        Expression.Draw draw => Union(draw.Parameters),
        Expression.NotBefore date => date.Of.UnknownsUsed(),
        _ => [],
    };

    /// <summary>
    /// The mean of the unrounded value with these unknowns, where it follows from the means of its parts: sums,
    /// products (the parts of a text are independent), quotients by what is not drawn, chances, single draws; else
    /// null. `never` is positive infinity, also where it only may be.
    /// </summary>
    /// <exception cref="DrawException">A parameter lies outside its domain, or a division is by 0.</exception>
    public static double? Mean(this Expression expression, ReadOnlySpan<double> unknowns)
    {
        if (expression is Expression.NotBefore) return null;
        if (!expression.IsRandom()) return expression.Evaluate(unknowns, default);
        return expression switch
        {
            Expression.Binary binary => MeanOf(binary, unknowns),
            Expression.Chance chance => MeanOf(chance, unknowns),
            Expression.Draw draw => MeanOf(draw, unknowns),
            Expression.Call { Function: Function.Negate } call when call.Arguments[0].Mean(unknowns) is { } mean =>
                double.IsInfinity(mean) ? mean : -mean,
            _ => null,
        };
    }

    /// <summary>The parameters of a draw, or null where they are themselves drawn.</summary>
    internal static double[]? FixedParameters(this Expression.Draw draw, ReadOnlySpan<double> unknowns)
    {
        if (draw.Parameters.Any(IsRandom)) return null;
        var parameters = new double[draw.Parameters.Length];
        for (var i = 0; i < parameters.Length; i++) parameters[i] = draw.Parameters[i].Evaluate(unknowns, default);
        if (DistributionFunctions.Problem(draw.Distribution, parameters) is not { } problem) return parameters;
        throw new DrawException(problem);
    }

    private static ImmutableSortedSet<int> Union(ImmutableArray<Expression> expressions)
    {
        var slots = ImmutableSortedSet.CreateBuilder<int>();
        foreach (var expression in expressions) slots.UnionWith(expression.UnknownsUsed());
        return slots.ToImmutable();
    }

    private static double? MeanOf(Expression.Binary binary, ReadOnlySpan<double> unknowns)
    {
        if (binary.Operator == Operator.Divide && binary.Right.IsRandom()) return null;
        if (binary.Left.Mean(unknowns) is not { } left || binary.Right.Mean(unknowns) is not { } right) return null;
        return ExpressionEvaluation.Combine(binary.Operator, left, right);
    }

    private static double? MeanOf(Expression.Chance chance, ReadOnlySpan<double> unknowns)
    {
        if (chance.Probability.IsRandom()) return null;
        var p = ExpressionEvaluation.CheckedProbability(chance.Probability.Evaluate(unknowns, default));
        if (p == 0) return chance.Otherwise;
        if (chance.Of.Mean(unknowns) is not { } mean) return null;
        return p == 1 ? mean : (p * mean) + ((1 - p) * chance.Otherwise);
    }

    private static double? MeanOf(Expression.Draw draw, ReadOnlySpan<double> unknowns)
    {
        if (draw.FixedParameters(unknowns) is not { } parameters) return null;
        if (draw.Whole)
        {
            var (low, high) = ExpressionEvaluation.WholeEnds(parameters);
            return (low + high) / 2;
        }

        return draw.NonNegative && draw.Distribution == Distribution.Normal
            ? DistributionFunctions.MeanNonNegativeNormal(parameters[0], parameters[1])
            : DistributionFunctions.Mean(draw.Distribution, parameters);
    }
}
