using Resupply.Values;

namespace Resupply.Supply;

/// <summary>
/// What a demand's need is made of: a count a day, or arrivals and the size of each; factors of the mean by date and
/// weekday; the share of the units that draws on stock.
/// </summary>
/// <param name="Count">The need of a day, or its arrivals.</param>
/// <param name="Size">The need of each arrival; null: the count is the need.</param>
/// <param name="Share">The slot of the share, -1: all of it.</param>
/// <param name="Level">The factor of the mean by day.</param>
/// <param name="Weekly">Slots of the weekdays' factors, Sunday first; -1: 1. Empty where there are none.</param>
public sealed record NeedSource(
    Expression Count, Expression? Size, int Share, LevelCurve Level, int[] Weekly, DayOfWeek FirstWeekday)
{
    /// <summary>So many arrivals a day are drawn one by one; more is an error of the run.</summary>
    public const int ArrivalsMax = 1_000_000;

    /// <summary>Where the need depends on nothing that is drawn once, its distribution can be tabled.</summary>
    public bool VariesByReplication(Func<int, double?> fixedSlot) =>
        !Count.UnknownsUsed().IsEmpty || Size?.UnknownsUsed().IsEmpty == false ||
        Array.Exists(Level.Points, point => fixedSlot(point.Factor) is null) ||
        Weekly.Any(slot => slot >= 0 && fixedSlot(slot) is null);

    /// <summary>
    /// A Poisson or negative binomial count whose parameters are known in a replication: a share of it is one again, of
    /// as small a share of the mean.
    /// </summary>
    public bool IsCount =>
        Size is null && CountOf(Count) is { } count && !count.Parameters.Any(ExpressionFacts.IsRandom);

    /// <summary>By day, what its mean is multiplied with.</summary>
    public DayFactor[] Factors(int days) => [.. Enumerable.Range(0, days).Select(At)];

    /// <summary>
    /// The factor of the mean on a day: straight between the dates, flat outside, times the weekday's.
    /// </summary>
    public double Factor(int day, ReadOnlySpan<double> once) => At(day).Of(once);

    /// <summary>The expected need of a day that draws on stock; NaN where the mean does not follow.</summary>
    public double Mean(int day, ReadOnlySpan<double> once)
    {
        var mean = Count.Mean(once) * Factor(day, once);
        if (Size is not null) mean *= Size.Mean(once);
        return (Share < 0 ? mean : mean * once[Share]) ?? double.NaN;
    }

    /// <summary>Draws the need of a day from its parts, before the share.</summary>
    public long Draw(int day, ReadOnlySpan<double> once, RandomStream draws)
    {
        var count = Rounding.Count(Scaled(Factor(day, once), once, draws));
        if (Size is null) return Checked(count);
        if (count > ArrivalsMax)
            throw new DrawException($"{count} arrivals were drawn for one day; at most {ArrivalsMax} are possible");
        var total = 0L;
        for (var arrival = 1; arrival <= count; arrival++)
            total = Checked(total + Rounding.Count(Size.Evaluate(once, draws.At(arrival))));
        return total;
    }

    /// <summary>The draw of a Poisson or negative binomial count, which is given by its mean; else null.</summary>
    internal static Expression.Draw? CountOf(Expression count) => count is Expression.Draw { Whole: false } draw
        && draw.Distribution is Distribution.Poisson or Distribution.NegativeBinomial ? draw : null;

    internal static long Checked(long need) => need <= Need.UnitsMax
        ? need
        : throw new DrawException(
            $"a need of {need} units was drawn for one day; at most {Need.UnitsMax} are possible");

    /// <summary>The mean and the dispersion of a need that <see cref="IsCount"/>, before the share.</summary>
    internal (double Mean, double Dispersion) CountGiven(DayFactor factor, ReadOnlySpan<double> once)
    {
        Span<double> parameters = stackalloc double[2];
        var of = ParametersGiven(factor.Of(once), once, default, parameters);
        return (of[0], of.Length > 1 ? of[1] : 0);
    }

    private DayFactor At(int day) => new(
        Level.At(day), Weekly.Length == 0 ? -1 : Weekly[((int)FirstWeekday + (day % 7) + 7) % 7]);

    /// <summary>
    /// The count with its mean times the factor. Only distributions that are given by their mean have one.
    /// </summary>
    private double Scaled(double factor, ReadOnlySpan<double> once, RandomStream draws)
    {
        if (factor == 1) return Count.Evaluate(once, draws);
        var draw = (Expression.Draw)Count;
        var parameters = ParametersGiven(factor, once, draws, stackalloc double[draw.Parameters.Length]);
        return DistributionFunctions.Quantile(draw.Distribution, parameters, draws.Uniform(draw.Ordinal));
    }

    private Span<double> ParametersGiven(
        double factor, ReadOnlySpan<double> once, RandomStream draws, Span<double> room)
    {
        var draw = (Expression.Draw)Count;
        var parameters = room[..draw.Parameters.Length];
        for (var i = 0; i < parameters.Length; i++) parameters[i] = draw.Parameters[i].Evaluate(once, draws);
        parameters[0] *= factor;
        return DistributionFunctions.Problem(draw.Distribution, parameters) is { } problem
            ? throw new DrawException(problem)
            : parameters;
    }
}

/// <summary>What a day's mean is multiplied with.</summary>
/// <param name="Weekday">The slot of the weekday's factor; -1: 1.</param>
public readonly record struct DayFactor(LevelPlace Level, int Weekday)
{
    public double Of(ReadOnlySpan<double> once) => Level.Factor(once) * (Weekday < 0 ? 1 : once[Weekday]);
}
