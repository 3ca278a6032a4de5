using System.Collections.Immutable;
using Resupply.Language;
using Resupply.Values;
using static System.FormattableString;

namespace Resupply.Planning;

/// <summary>A value a little otherwise than written, so that it draws as it did: the same uniforms, by path.</summary>
/// <param name="Words">"a week later", "10 % more".</param>
/// <param name="Change">Of the value at the path.</param>
public sealed record Nudge(string Path, string Words, Func<Value, Value> Change)
{
    /// <summary>Of every value that a scenario states: those at other paths stay.</summary>
    public Value Applied(Value value) => value.Path == Path ? Change(value) : value;
}

/// <summary>
/// By how much each value is changed to see whether an answer depends on it: a date by a week, a probability by five
/// points, a small count by one, all else by a tenth.
/// </summary>
public static class Nudges
{
    private const double Share = 0.1;
    private const double Points = 0.05;
    private const int Week = 7;

    /// <summary>
    /// One upwards and one downwards, where there are such; none where a little more of it is nothing.
    /// </summary>
    /// <param name="usual">What the value usually is, in base units.</param>
    /// <param name="first">The first day that is simulated: one that never comes, comes then.</param>
    public static ImmutableArray<Nudge> Of(Value value, double usual, Day first) => value.Measure switch
    {
        Measure.Date => OfDate(value, first),
        Measure.Probability => OfProbability(value, usual),
        Measure.Anything when value.Text.Contains('%', StringComparison.Ordinal) => OfProbability(value, usual),
        Measure.Count when MeanOf(value.Expression) is null => OfCount(value, usual),
        Measure.Duration when value.Fixed == 0 => [To(value, "a day", _ => new Expression.Constant(1))],
        Measure.Factor when value.Fixed == 0 => [To(value, "0.1", _ => new Expression.Constant(Share))],
        _ when value.Fixed == 0 => [],
        _ => OfTenth(value),
    };

    private static ImmutableArray<Nudge> OfDate(Value value, Day first) =>
        value.Fixed is double.PositiveInfinity
            ? [To(value, $"on {first}", _ => new Expression.Constant(first.Number))]
            :
            [
                To(value, "a week later", date => Folding.Binary(Operator.Add, date, new Expression.Constant(Week))),
                To(
                    value,
                    "a week earlier",
                    date => Folding.Binary(Operator.Subtract, date, new Expression.Constant(Week))),
            ];

    private static ImmutableArray<Nudge> OfProbability(Value value, double usual)
    {
        Expression By(Expression p, double points) => Folding.Call(
            Function.Max,
            Folding.Call(
                Function.Min,
                Folding.Binary(Operator.Add, p, new Expression.Constant(points)),
                new Expression.Constant(1)),
            new Expression.Constant(0));
        var up = To(value, "5 points more", p => By(p, Points));
        var down = To(value, "5 points less", p => By(p, -Points));
        return usual >= 1 ? [down] : usual <= 0 ? [up] : [up, down];
    }

    /// <summary>Whole units: a tenth of few of them is none.</summary>
    private static ImmutableArray<Nudge> OfCount(Value value, double usual)
    {
        if (value.Fixed is { } number)
        {
            var units = Rounding.Count(number);
            var by = Math.Max(1, (long)Math.Round(units * Share));
            var up = To(value, $"{by} more", _ => new Expression.Constant(units + by));
            var down = To(value, $"{by} less", _ => new Expression.Constant(units - by));
            return units == 0 ? [up] : [up, down];
        }

        if (usual * Share >= 1) return OfTenth(value);
        Expression By(Expression count, int units) => Folding.Call(
            Function.Max,
            Folding.Binary(Operator.Add, count, new Expression.Constant(units)),
            new Expression.Constant(0));
        return [To(value, "1 more", count => By(count, 1)), To(value, "1 less", count => By(count, -1))];
    }

    private static ImmutableArray<Nudge> OfTenth(Value value) =>
    [
        To(value, "10% more", expression => Scaled(expression, 1 + Share)),
        To(value, "10% less", expression => Scaled(expression, 1 - Share)),
    ];

    /// <summary>Of a distribution of counts its mean, so that it stays one that a level can scale.</summary>
    private static Expression Scaled(Expression expression, double factor) => MeanOf(expression) is { } mean
        ? (Expression.Draw)expression with
        {
            Parameters = ((Expression.Draw)expression).Parameters.SetItem(0, Multiplied(mean, factor)),
        }
        : Multiplied(expression, factor);

    private static Expression? MeanOf(Expression expression) => expression is Expression.Draw
    {
        Distribution: Distribution.Poisson or Distribution.NegativeBinomial or Distribution.Geometric,
    }
        draw
            ? draw.Parameters[0]
            : null;

    private static Expression Multiplied(Expression expression, double factor) =>
        Folding.Binary(Operator.Multiply, expression, new Expression.Constant(factor));

    private static Nudge To(Value value, string words, Func<Expression, Expression> change) => new(
        value.Path,
        words,
        each => each with
        {
            Expression = change(each.Expression),
            Text = Invariant($"{each.Text}, {words}"),
        });
}
