using System.Collections.Immutable;
using Resupply.Values;

namespace Resupply.Exact;

/// <summary>
/// The law of how long a repair, a service or a journey takes, in days. Closed: the cases below are all there are.
/// </summary>
public abstract record RepairTime
{
    private RepairTime()
    {
    }

    public abstract double Mean { get; }

    /// <summary>Days².</summary>
    public abstract double Variance { get; }

    /// <summary>Where P(T &gt; t) jumps or bends: an integral over it is taken piece by piece.</summary>
    internal abstract IEnumerable<double> Corners { get; }

    /// <summary>P(T &gt; days).</summary>
    public abstract double LongerThan(double days);

    /// <summary>E[min(T, days)], the integral of P(T &gt; t) from 0 to `days`; of infinity: the mean.</summary>
    public abstract double MeanUpTo(double days);

    /// <summary>E[e^(−sT)], s per day; null where it has no closed form.</summary>
    public abstract double? Transform(double s);

    /// <summary>
    /// The law of an expression with the unknowns fixed: a constant, a draw with fixed parameters, a constant plus
    /// one of these, or a chance of one; null for any other.
    /// </summary>
    /// <exception cref="DrawException">A parameter lies outside its domain, or a division is by 0.</exception>
    public static RepairTime? Of(Expression expression, ReadOnlySpan<double> unknowns)
    {
        if (!expression.IsRandom()) return new Fixed(Math.Max(0, expression.Evaluate(unknowns, default)));
        switch (expression)
        {
            case Expression.Draw { Whole: false } draw when IsDuration(draw.Distribution):
                return draw.FixedParameters(unknowns) is { } parameters && parameters.All(NotNegative)
                    ? new Drawn(draw.Distribution, [.. parameters])
                    : null;
            case Expression.Binary { Operator: Operator.Add } sum when !sum.Left.IsRandom():
                return Of(sum.Right, unknowns) is { } right ? Later(sum.Left.Evaluate(unknowns, default), right) : null;
            case Expression.Binary { Operator: Operator.Add } sum when !sum.Right.IsRandom():
                return Of(sum.Left, unknowns) is { } left ? Later(sum.Right.Evaluate(unknowns, default), left) : null;
            case Expression.Chance chance when !chance.Probability.IsRandom():
                if (Of(chance.Of, unknowns) is not { } of) return null;
                var p = ExpressionEvaluation.CheckedProbability(chance.Probability.Evaluate(unknowns, default));
                return new Either([(p, of), (1 - p, new Fixed(chance.Otherwise))]);
            default: return null;
        }
    }

    private static bool IsDuration(Distribution distribution) => distribution is not (
        Distribution.Poisson or Distribution.NegativeBinomial or Distribution.Geometric or Distribution.Binomial);

    private static bool NotNegative(double parameter) => parameter >= 0;

    private static After? Later(double days, RepairTime than) => days >= 0 ? new After(days, than) : null;

    public sealed record Fixed(double Days) : RepairTime
    {
        public override double Mean => Days;

        public override double Variance => 0;

        internal override IEnumerable<double> Corners => [Days];

        public override double LongerThan(double days) => days < Days ? 1 : 0;

        public override double MeanUpTo(double days) => Math.Min(Days, days);

        public override double? Transform(double s) => DeterministicMath.Exp(-s * Days);
    }

    /// <summary>A distribution of the language, none of counts; a normal is conditioned on being at least 0.</summary>
    public sealed record Drawn(Distribution Distribution, ImmutableArray<double> Parameters) : RepairTime
    {
        public override double Mean => Distribution == Distribution.Normal
            ? DistributionFunctions.MeanNonNegativeNormal(Parameters[0], Parameters[1])
            : DistributionFunctions.Mean(Distribution, Parameters.AsSpan());

        public override double Variance => DurationMoments.Variance(Distribution, Parameters.AsSpan());

        internal override IEnumerable<double> Corners => Distribution switch
        {
            Distribution.Discrete => Parameters.Where((_, i) => i % 2 == 0),
            Distribution.Empirical => Parameters,
            Distribution.Uniform or Distribution.Triangular or Distribution.Pert => Parameters,
            _ => [Mean],
        };

        public override double LongerThan(double days) => 1 - (Distribution == Distribution.Normal
            ? DistributionFunctions.CdfNonNegativeNormal(Parameters[0], Parameters[1], days)
            : DistributionFunctions.Cdf(Distribution, Parameters.AsSpan(), days));

        public override double MeanUpTo(double days)
        {
            if (double.IsPositiveInfinity(days)) return Mean;
            return DurationMoments.MeanUpTo(Distribution, Parameters.AsSpan(), days)
                ?? Quadrature.Integrate(LongerThan, 0, days, Corners);
        }

        public override double? Transform(double s) =>
            DurationMoments.Transform(Distribution, Parameters.AsSpan(), s);
    }

    /// <summary>One of these by chance; the weights sum to 1.</summary>
    public sealed record Either(ImmutableArray<(double Weight, RepairTime Of)> Parts) : RepairTime
    {
        public override double Mean => Sum(of => of.Mean);

        public override double Variance => Sum(of => of.Variance + ((of.Mean - Mean) * (of.Mean - Mean)));

        internal override IEnumerable<double> Corners => Parts.SelectMany(part => part.Of.Corners);

        public override double LongerThan(double days) => Sum(of => of.LongerThan(days));

        public override double MeanUpTo(double days) => Sum(of => of.MeanUpTo(days));

        public override double? Transform(double s) =>
            Parts.Any(part => part.Of.Transform(s) is null) ? null : Sum(of => of.Transform(s)!.Value);

        private double Sum(Func<RepairTime, double> of) => Parts.Where(part => part.Weight > 0)
            .Sum(part => part.Weight * of(part.Of));
    }

    /// <summary>A fixed journey or wait, and then this.</summary>
    public sealed record After(double Days, RepairTime Then) : RepairTime
    {
        public override double Mean => Days + Then.Mean;

        public override double Variance => Then.Variance;

        internal override IEnumerable<double> Corners => Then.Corners.Select(corner => Days + corner).Prepend(Days);

        public override double LongerThan(double days) => days < Days ? 1 : Then.LongerThan(days - Days);

        public override double MeanUpTo(double days) =>
            days <= Days ? days : Days + Then.MeanUpTo(days - Days);

        public override double? Transform(double s) => DeterministicMath.Exp(-s * Days) * Then.Transform(s);
    }
}
