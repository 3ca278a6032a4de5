namespace Resupply.Values;

/// <summary>
/// A value that is drawn again and again: what is the same in all draws, or in those of a replication, is worked out
/// once. An exponential or lognormal comes from a <see cref="Ziggurat"/>; all other numbers are those of
/// <see cref="ExpressionEvaluation.Evaluate"/> to the last bit.
/// </summary>
public sealed class Sampler
{
    private readonly Expression expression;
    private readonly Expression.Draw? draw;
    private readonly double[] parameters;
    private readonly int ordinal;
    private readonly bool isFixed;
    private Shape shape;
    private double scale;
    private double spread;
    private double shift;

    public Sampler(Expression expression)
    {
        this.expression = expression;
        draw = expression is Expression.Draw of && !of.Parameters.Any(ExpressionFacts.IsRandom) ? of : null;
        parameters = new double[draw?.Parameters.Length ?? 0];
        ordinal = draw?.Ordinal ?? 0;
        isFixed = expression.UnknownsUsed().IsEmpty;
        shape = draw is null ? Shape.Written : Shape.Unknown;
    }

    private enum Shape
    {
        /// <summary>The parameters are not worked out yet.</summary>
        Unknown,

        /// <summary>More than one draw: evaluated as it was written.</summary>
        Written,

        /// <summary>One draw with parameters that are no draws.</summary>
        Other,
        Exponential,
        Lognormal,
        Uniform,
        Triangular,
    }

    /// <summary>Another replication: what is drawn once may be another.</summary>
    public void Begin()
    {
        if (draw is not null && !isFixed) shape = Shape.Unknown;
    }

    /// <summary>The next numbers come from a formula, in which nothing can go wrong.</summary>
    public bool IsFormula => shape >= Shape.Exponential;

    /// <summary>The number, where it comes from a formula.</summary>
    /// <param name="stream">The stream of this value and replication.</param>
    /// <param name="of">Which of its draws.</param>
    public double Formula(RandomStream stream, ulong of)
    {
        if (shape >= Shape.Uniform) return Inverted(stream, of);
        var bits = stream.Bits(of);
        return shape == Shape.Exponential
            ? scale * Ziggurat.Exponential(bits)
            : scale * DeterministicMath.Exp((spread * Ziggurat.Normal(bits)) - shift);
    }

    private double Inverted(RandomStream stream, ulong of)
    {
        var u = stream.At(unchecked((long)of)).Uniform(ordinal);
        return shape == Shape.Uniform
            ? DistributionFunctions.Uniform(parameters[0], parameters[1], u)
            : DistributionFunctions.Triangular(parameters[0], parameters[1], parameters[2], u);
    }

    /// <summary>The number.</summary>
    /// <param name="unknowns">The unknowns' values of this replication, by slot; the same until `Begin`.</param>
    /// <param name="stream">The stream of this value and replication.</param>
    /// <param name="of">Which of its draws.</param>
    /// <exception cref="DrawException">As evaluating it has.</exception>
    public double Draw(double[] unknowns, RandomStream stream, ulong of)
    {
        if (shape == Shape.Unknown) WorkOut(draw!, unknowns);
        return shape switch
        {
            Shape.Written => expression.Evaluate(unknowns, stream.At(unchecked((long)of))),
            Shape.Other => draw!.Inverted(parameters, stream.At(unchecked((long)of)).Uniform(draw!.Ordinal)),
            _ => Formula(stream, of),
        };
    }

    private void WorkOut(Expression.Draw of, double[] unknowns)
    {
        for (var i = 0; i < parameters.Length; i++) parameters[i] = of.Parameters[i].Evaluate(unknowns, default);
        if (DistributionFunctions.Problem(of.Distribution, parameters) is { } problem) throw new DrawException(problem);
        shape = Shape.Other;
        if (of.Distribution == Distribution.Exponential)
        {
            (shape, scale) = (Shape.Exponential, parameters[0]);
        }
        else if (of is { Distribution: Distribution.Uniform, Whole: false })
        {
            shape = Shape.Uniform;
        }
        else if (of is { Distribution: Distribution.Triangular, Whole: false })
        {
            shape = Shape.Triangular;
        }
        else if (of.Distribution == Distribution.Lognormal && parameters[1] > 0)
        {
            var variance = DistributionFunctions.VarianceOfLog(parameters[0], parameters[1]);
            (shape, scale, spread, shift) = (Shape.Lognormal, parameters[0], Math.Sqrt(variance), 0.5 * variance);
        }
    }
}
