using System.Buffers;
using System.Collections.Immutable;

namespace Resupply.Values;

/// <summary>What a value comes to in one replication.</summary>
/// <remarks>Nothing is allocated, but for a message where a value cannot be drawn.</remarks>
public static class ExpressionEvaluation
{
    private const int OnStackMax = 16;

    /// <summary>
    /// The value, unrounded: each `Draw` and `Chance` takes the stream's uniform number of its ordinal. `never` is
    /// positive infinity, and whatever is computed from it is never again (but for `min` and `max`).
    /// </summary>
    /// <param name="expression">What was written.</param>
    /// <param name="unknowns">The unknowns' values of this replication, by slot.</param>
    /// <param name="stream">The stream of this value, replication and ordinal.</param>
    /// <exception cref="DrawException">A drawn parameter lies outside its domain, or a division is by 0.</exception>
    public static double Evaluate(this Expression expression, ReadOnlySpan<double> unknowns, RandomStream stream) =>
        expression switch
        {
            Expression.Constant constant => constant.Value,
            Expression.Unknown unknown => unknowns[unknown.Slot],
            Expression.Binary binary => Combine(
                binary.Operator, binary.Left.Evaluate(unknowns, stream), binary.Right.Evaluate(unknowns, stream)),
            Expression.Draw draw => Drawn(draw, unknowns, stream),
            Expression.Chance chance => Happens(chance, unknowns, stream)
                ? chance.Of.Evaluate(unknowns, stream)
                : chance.Otherwise,
            Expression.Call call => Called(call, unknowns, stream),
            Expression.NotBefore { IsJoint: true } date => date.Of.Evaluate(unknowns, stream),
            Expression.NotBefore date => Retried(date, unknowns, stream),
            _ => throw new ArgumentOutOfRangeException(nameof(expression)),
        };

    /// <summary>
    /// By rejection: a date that is late enough keeps its own draws, so only replications that lie before the day
    /// differ from those without the condition.
    /// </summary>
    private static double Retried(Expression.NotBefore date, ReadOnlySpan<double> unknowns, RandomStream stream)
    {
        for (var number = 0; number < Expression.NotBefore.TriesMax; number++)
        {
            var day = date.Of.Evaluate(unknowns, number == 0 ? stream : stream.At(-number));
            if (date.Allows(day)) return day;
        }

        throw Expression.NotBefore.HasPassed();
    }

    internal static double Combine(Operator operation, double left, double right)
    {
        if (double.IsInfinity(left) || double.IsInfinity(right)) return double.PositiveInfinity;
        if (operation == Operator.Divide && right == 0) throw new DrawException($"{left} is divided by 0");
        var result = operation switch
        {
            Operator.Add => left + right,
            Operator.Subtract => left - right,
            Operator.Multiply => left * right,
            Operator.Divide => left / right,
            _ => throw new ArgumentOutOfRangeException(nameof(operation)),
        };
        if (double.IsFinite(result)) return result;
        throw new DrawException($"{left} and {right} come to more than a number can hold");
    }

    /// <summary>Throws where the probability is none.</summary>
    internal static double CheckedProbability(double probability) => probability is >= 0 and <= 1
        ? probability
        : throw new DrawException($"the chance is {probability}; it must lie between 0 and 1");

    /// <summary>`low` and `high` of a uniform over whole numbers, each rounded half up.</summary>
    internal static (double Low, double High) WholeEnds(ReadOnlySpan<double> parameters) =>
        (Rounding.Whole(parameters[0]), Rounding.Whole(parameters[1]));

    private static bool Happens(Expression.Chance chance, ReadOnlySpan<double> unknowns, RandomStream stream) =>
        stream.Uniform(chance.Ordinal) < CheckedProbability(chance.Probability.Evaluate(unknowns, stream));

    private static double Called(Expression.Call call, ReadOnlySpan<double> unknowns, RandomStream stream)
    {
        var arguments = call.Arguments;
        var value = arguments[0].Evaluate(unknowns, stream);
        switch (call.Function)
        {
            case Function.Round: return Rounding.Whole(value);
            case Function.Negate: return double.IsInfinity(value) ? value : -value;
            case Function.Min:
                for (var i = 1; i < arguments.Length; i++)
                {
                    value = Math.Min(value, arguments[i].Evaluate(unknowns, stream));
                }

                return value;
            case Function.Max:
                for (var i = 1; i < arguments.Length; i++)
                {
                    value = Math.Max(value, arguments[i].Evaluate(unknowns, stream));
                }

                return value;
            default: throw new ArgumentOutOfRangeException(nameof(call));
        }
    }

    private static double Drawn(Expression.Draw draw, ReadOnlySpan<double> unknowns, RandomStream stream)
    {
        var count = draw.Parameters.Length;
        if (count <= OnStackMax)
        {
            return Inverted(draw, unknowns, stream, stackalloc double[count]);
        }

        var pooled = ArrayPool<double>.Shared.Rent(count);
        var value = Inverted(draw, unknowns, stream, pooled.AsSpan(0, count));
        ArrayPool<double>.Shared.Return(pooled);
        return value;
    }

    private static double Inverted(
        Expression.Draw draw, ReadOnlySpan<double> unknowns, RandomStream stream, Span<double> parameters)
    {
        // What is written as a number was checked when the file was read.
        if (!TakeConstants(draw.Parameters, parameters))
        {
            for (var i = 0; i < parameters.Length; i++)
            {
                parameters[i] = draw.Parameters[i].Evaluate(unknowns, stream);
            }

            if (DistributionFunctions.Problem(draw.Distribution, parameters) is { } problem)
            {
                throw new DrawException(problem);
            }
        }

        return draw.Inverted(parameters, stream.Uniform(draw.Ordinal));
    }

    /// <summary>What is drawn at this uniform number, with parameters in their domain.</summary>
    internal static double Inverted(this Expression.Draw draw, ReadOnlySpan<double> parameters, double u)
    {
        if (draw.Whole)
        {
            var (low, high) = WholeEnds(parameters);
            return Math.Min(high, Math.Floor(low + (u * (high - low + 1))));
        }

        return draw.NonNegative && draw.Distribution == Distribution.Normal
            ? DistributionFunctions.QuantileNonNegativeNormal(parameters[0], parameters[1], u)
            : DistributionFunctions.Quantile(draw.Distribution, parameters, u);
    }

    private static bool TakeConstants(ImmutableArray<Expression> parameters, Span<double> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (parameters[i] is not Expression.Constant constant) return false;
            values[i] = constant.Value;
        }

        return true;
    }
}
