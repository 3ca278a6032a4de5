using System.Collections.Immutable;

namespace Resupply.Values;

/// <summary>
/// The exact distribution of an expression with the unknowns fixed, rounded half up as a whole, where it follows
/// simply.
/// </summary>
/// <remarks>
/// It follows for constants, single draws, what is added to and multiplied with them, sums and differences of
/// independent whole-valued draws, such a sum plus one continuous draw, chances, `round`, `min` and `max` with a fixed
/// value anywhere, and `min` and `max` of several draws as the outermost operation (below nothing but a chance or a
/// whole shift). It does not for sums of two continuous draws, products and quotients of two draws, draws with drawn
/// parameters, a drawn chance, more than 4,096 parts, or more than `Pmf.LengthMax` values: null.
/// </remarks>
public static class ExpressionPmf
{
    private const int PartsMax = 4096;

    /// <summary>As a count: never below 0. Null also where it may be `never`.</summary>
    /// <exception cref="DrawException">A parameter lies outside its domain, or a division is by 0.</exception>
    public static Pmf? Of(Expression expression, ReadOnlySpan<double> unknowns) =>
        OfDate(expression, unknowns) is { Days: { } whole, Never: 0 } ? whole.FlooredAt(0) : null;

    /// <summary>As a day number, a duration or any whole number: it may be negative, or `never`.</summary>
    /// <exception cref="DrawException">A parameter lies outside its domain, or a division is by 0.</exception>
    public static DatePmf? OfDate(Expression expression, ReadOnlySpan<double> unknowns)
    {
        if (expression is Expression.NotBefore date)
            return date.IsJoint ? null : OfDate(date.Of, unknowns)?.NotBefore(date.Day);
        if (!expression.IsRandom()) return DatePmf.On(expression.Evaluate(unknowns, default));
        return expression switch
        {
            Expression.Chance chance when !chance.Probability.IsRandom() => OfChance(chance, unknowns),
            Expression.Call { Function: Function.Min or Function.Max } call when call.Arguments.Count(IsDrawn) > 1 =>
                OfExtreme(call, unknowns),
            Expression.Binary { Operator: Operator.Add } sum when WholeShift(sum.Right, unknowns) is { } shift =>
                Shifted(OfDate(sum.Left, unknowns), shift),
            Expression.Binary { Operator: Operator.Add } sum when WholeShift(sum.Left, unknowns) is { } shift =>
                Shifted(OfDate(sum.Right, unknowns), shift),
            Expression.Binary { Operator: Operator.Subtract } sum when WholeShift(sum.Right, unknowns) is { } shift =>
                Shifted(OfDate(sum.Left, unknowns), -shift),
            _ => PartsOf(expression, unknowns) is { } parts ? Rounded(parts) : null,
        };
    }

    private static bool IsDrawn(Expression expression) => expression.IsRandom();

    private static DatePmf? OfChance(Expression.Chance chance, ReadOnlySpan<double> unknowns)
    {
        var p = ExpressionEvaluation.CheckedProbability(chance.Probability.Evaluate(unknowns, default));
        return OfDate(chance.Of, unknowns) is { } of ? Mixed([(p, of), (1 - p, DatePmf.On(chance.Otherwise))]) : null;
    }

    private static DatePmf? OfExtreme(Expression.Call call, ReadOnlySpan<double> unknowns)
    {
        var extreme = OfDate(call.Arguments[0], unknowns);
        for (var i = 1; i < call.Arguments.Length; i++)
        {
            if (extreme is null || OfDate(call.Arguments[i], unknowns) is not { } next) return null;
            extreme = call.Function == Function.Max ? DatePmf.Later(extreme, next) : DatePmf.Earlier(extreme, next);
        }

        return extreme;
    }

    private static long? WholeShift(Expression expression, ReadOnlySpan<double> unknowns)
    {
        if (expression.IsRandom()) return null;
        var value = expression.Evaluate(unknowns, default);
        return double.IsInteger(value) && Math.Abs(value) < 1e15 ? (long)value : null;
    }

    private static DatePmf? Shifted(DatePmf? date, long distance) =>
        date is null ? null : date with { Days = date.Days?.ShiftedBy(distance) };

    private static DatePmf? Mixed(IEnumerable<(double Weight, DatePmf Of)> parts)
    {
        var all = parts.Where(part => part.Weight > 0).ToList();
        var never = all.Sum(part => part.Weight * part.Of.Never);
        var days = all.Where(part => part.Of.Days is not null).Select(part => (part.Weight, part.Of.Days!)).ToList();
        if (days.Count == 0) return new DatePmf(null, never);
        return PmfAlgebra.Mix(days) is { } mixed ? new DatePmf(mixed, never) : null;
    }

    private static DatePmf? Rounded(IReadOnlyList<Law> parts)
    {
        var days = new List<(double, DatePmf)>();
        foreach (var part in parts)
        {
            if (part is Law.Never) days.Add((part.Weight, new DatePmf(null, 1)));
            else if (part.Rounded() is { } pmf) days.Add((part.Weight, new DatePmf(pmf, 0)));
            else return null;
        }

        return Mixed(days) is { } date ? date with { Days = date.Days?.Trimmed() } : null;
    }

    private static List<Law>? PartsOf(Expression expression, ReadOnlySpan<double> unknowns)
    {
        if (!expression.IsRandom()) return [Law.At(expression.Evaluate(unknowns, default), 1)];
        var parts = expression switch
        {
            Expression.Draw draw => PartsOf(draw, unknowns),
            Expression.Binary binary => PartsOf(binary, unknowns),
            Expression.Chance chance => PartsOf(chance, unknowns),
            Expression.Call call => PartsOf(call, unknowns),
            _ => null,
        };
        return parts is null || parts.Count > PartsMax ? null : parts;
    }

    private static List<Law>? PartsOf(Expression.Chance chance, ReadOnlySpan<double> unknowns)
    {
        if (chance.Probability.IsRandom() || PartsOf(chance.Of, unknowns) is not { } parts) return null;
        var p = ExpressionEvaluation.CheckedProbability(chance.Probability.Evaluate(unknowns, default));
        return [.. parts.Select(part => part with { Weight = p * part.Weight }), Law.At(chance.Otherwise, 1 - p)];
    }

    private static List<Law>? PartsOf(Expression.Binary binary, ReadOnlySpan<double> unknowns)
    {
        if (PartsOf(binary.Left, unknowns) is not { } left) return null;
        if (PartsOf(binary.Right, unknowns) is not { } right) return null;
        switch (binary.Operator)
        {
            case Operator.Add: return Sums(left, right);
            case Operator.Subtract: return Sums(left, [.. right.Select(part => part.Scaled(-1, 0))]);
            case Operator.Multiply when Fixed(binary.Right, right) is { } factor: return Scaled(left, factor);
            case Operator.Multiply when Fixed(binary.Left, left) is { } factor: return Scaled(right, factor);
            case Operator.Divide when Fixed(binary.Right, right) is { } divisor:
                if (divisor == 0) throw new DrawException("a value is divided by 0");
                return Scaled(left, 1 / divisor);
            default: return null;
        }
    }

    private static double? Fixed(Expression expression, List<Law> parts) =>
        expression.IsRandom() ? null : parts[0] is Law.Lattice point ? point.ValueAt(0) : double.PositiveInfinity;

    private static List<Law> Scaled(List<Law> parts, double factor) => double.IsInfinity(factor)
        ? [new Law.Never(1)]
        : [.. parts.Select(part => part.Scaled(factor, 0))];

    private static List<Law>? Sums(List<Law> left, List<Law> right)
    {
        if ((long)left.Count * right.Count > PartsMax) return null;
        var sums = new List<Law>();
        foreach (var a in left)
        {
            foreach (var b in right)
            {
                if (Law.Sum(a, b) is { } sum) sums.Add(sum);
                else if (a is Law.Lattice spread && b is Law.Continuous) AddEach(sums, spread, b);
                else if (b is Law.Lattice other && a is Law.Continuous) AddEach(sums, other, a);
                else return null;
                if (sums.Count > PartsMax) return null;
            }
        }

        return sums;
    }

    /// <summary>A whole-valued part plus a continuous one: the continuous one at each of the values.</summary>
    private static void AddEach(List<Law> sums, Law.Lattice spread, Law continuous)
    {
        for (var i = 0; i < Math.Min(spread.Of.Weights.Length, PartsMax + 1); i++)
        {
            var weight = spread.Weight * spread.Of.Weights[i];
            if (weight > 0) sums.Add(Law.Sum(Law.At(spread.ValueAt(i), weight), continuous)!);
        }
    }

    private static List<Law>? PartsOf(Expression.Call call, ReadOnlySpan<double> unknowns)
    {
        if (call.Arguments.Count(IsDrawn) > 1) return null;
        var drawn = call.Arguments.First(IsDrawn);
        if (PartsOf(drawn, unknowns) is not { } parts) return null;
        if (call.Function == Function.Negate) return Scaled(parts, -1);
        if (call.Function == Function.Round) return Rounded(parts) is { } date ? PartsOf(date) : null;
        foreach (var argument in call.Arguments)
        {
            if (argument.IsRandom()) continue;
            var bound = argument.Evaluate(unknowns, default);
            var least = call.Function == Function.Max;
            parts = [.. parts.SelectMany(part => least ? part.AtLeast(bound) : part.AtMost(bound))];
        }

        return parts;
    }

    private static List<Law> PartsOf(DatePmf date)
    {
        var parts = new List<Law>();
        if (date.Never > 0) parts.Add(new Law.Never(date.Never));
        if (date.Days is { } days) parts.Add(new Law.Lattice(1, 0, 1, days));
        return parts;
    }

    private static List<Law>? PartsOf(Expression.Draw draw, ReadOnlySpan<double> unknowns)
    {
        if (draw.FixedParameters(unknowns) is not { } parameters) return null;
        if (draw.Whole) return WholeUniform(parameters);
        switch (draw.Distribution)
        {
            case Distribution.Empirical: return Listed([.. parameters.Select(value => (value, 1.0))]);
            case Distribution.Discrete: return Listed([.. parameters.Chunk(2).Select(pair => (pair[0], pair[1]))]);
            case Distribution.Poisson:
            case Distribution.NegativeBinomial:
            case Distribution.Geometric:
            case Distribution.Binomial:
                return CountPmf.Of(draw.Distribution, parameters) is { } count
                    ? [new Law.Lattice(1, 0, 1, count)]
                    : null;
        }

        var curve = new Curve(draw.Distribution, parameters,
            draw.NonNegative && draw.Distribution == Distribution.Normal);
        var middle = curve.Quantile(0.5);
        if (curve.Quantile(0.25) == middle && curve.Quantile(0.75) == middle) return [Law.At(middle, 1)];
        return [new Law.Continuous(1, 0, 1, curve, double.NegativeInfinity, double.PositiveInfinity)];
    }

    private static List<Law>? WholeUniform(double[] parameters)
    {
        var (low, high) = ExpressionEvaluation.WholeEnds(parameters);
        var count = high - low + 1;
        if (count > Pmf.LengthMax) return null;
        var weights = new double[(int)count];
        Array.Fill(weights, 1 / count);
        return [new Law.Lattice(1, 0, 1, new Pmf((long)low, weights))];
    }

    private static List<Law>? Listed(ImmutableArray<(double Value, double Weight)> values)
    {
        var total = values.Sum(value => value.Weight);
        var finite = values.Where(value => double.IsFinite(value.Value) && value.Weight > 0).ToList();
        var never = values.Where(value => double.IsInfinity(value.Value)).Sum(value => value.Weight) / total;
        var parts = new List<Law>();
        if (never > 0) parts.Add(new Law.Never(never));
        if (finite.Count == 0) return parts;
        var (least, most) = (finite.Min(value => value.Value), finite.Max(value => value.Value));
        if (finite.Any(value => !double.IsInteger(value.Value)) || most - least + 1 > Pmf.LengthMax)
        {
            return [.. parts, .. finite.Select(value => Law.At(value.Value, value.Weight / total))];
        }

        var weights = new double[(int)(most - least) + 1];
        foreach (var (value, weight) in finite) weights[(int)(value - least)] += weight / total;
        return [.. parts, new Law.Lattice(1, 0, 1, new Pmf((long)least, weights))];
    }
}
