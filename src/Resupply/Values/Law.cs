using System.Diagnostics;

namespace Resupply.Values;

/// <summary>
/// One part of the distribution of an unrounded value. Closed: the cases below are all there are. The weights of a
/// value's parts sum to 1.
/// </summary>
internal abstract record Law(double Weight)
{
    /// <summary>It does not come.</summary>
    internal sealed record Never(double Weight) : Law(Weight);

    /// <summary>Offset + Step * k, where k has this distribution.</summary>
    internal sealed record Lattice(double Weight, double Offset, double Step, Pmf Of) : Law(Weight)
    {
        public bool IsPoint => Of.Weights.Length == 1;

        public bool IsWhole => double.IsInteger(Offset) && double.IsInteger(Step);

        public double ValueAt(int i) => Offset + (Step * (Of.First + i));
    }

    /// <summary>Offset + Step * x, where x has this distribution, as far as that lies between Low and High.</summary>
    internal sealed record Continuous(
        double Weight, double Offset, double Step, Curve Of, double Low, double High) : Law(Weight)
    {
        /// <summary>How much lies above `from` and up to `to`.</summary>
        public double Between(double from, double to)
        {
            var (low, high) = (Math.Max(from, Low), Math.Min(to, High));
            if (low >= high) return 0;
            var (a, b) = ((low - Offset) / Step, (high - Offset) / Step);
            return Step > 0 ? Of.Cdf(b) - Of.Cdf(a) : Of.Cdf(a) - Of.Cdf(b);
        }
    }

    public static Law At(double value, double weight) => double.IsInfinity(value)
        ? new Never(weight)
        : new Lattice(weight, value, 1, Pmf.Certainly(0));

    public Law Scaled(double factor, double shift) => this switch
    {
        Lattice of => factor == 0
            ? At(shift, of.Weight * of.Of.Total)
            : of with { Offset = (of.Offset * factor) + shift, Step = of.Step * factor },
        Continuous of => factor == 0
            ? At(shift, of.Weight * of.Between(double.NegativeInfinity, double.PositiveInfinity))
            : of with
            {
                Offset = (of.Offset * factor) + shift,
                Step = of.Step * factor,
                Low = factor > 0 ? (of.Low * factor) + shift : (of.High * factor) + shift,
                High = factor > 0 ? (of.High * factor) + shift : (of.Low * factor) + shift,
            },
        _ => this,
    };

    /// <summary>The sum of two independent parts; null where both spread and not over one lattice.</summary>
    public static Law? Sum(Law a, Law b)
    {
        var weight = a.Weight * b.Weight;
        return (a, b) switch
        {
            (Never, _) or (_, Never) => new Never(a.Mass * b.Mass),
            (Lattice { IsPoint: true } point, _) => Shifted(point, b, weight),
            (_, Lattice { IsPoint: true } point) => Shifted(point, a, weight),
            (Lattice left, Lattice right) => Convolved(left, right, weight),
            _ => null,
        };
    }

    /// <summary>The parts of the larger of this and a fixed value.</summary>
    public IEnumerable<Law> AtLeast(double least) => this switch
    {
        Never => [this],
        _ when double.IsPositiveInfinity(least) => [new Never(Mass)],
        Lattice of => Kept(of, value => value >= least, least),
        Continuous of =>
        [
            of with { Low = Math.Max(of.Low, least), High = Math.Max(of.High, least) },
            At(least, of.Weight * of.Between(double.NegativeInfinity, least)),
        ],
        _ => throw new UnreachableException(),
    };

    /// <summary>The parts of the smaller of this and a fixed value.</summary>
    public IEnumerable<Law> AtMost(double most) => this switch
    {
        _ when double.IsPositiveInfinity(most) => [this],
        Never => [At(most, Weight)],
        Lattice of => Kept(of, value => value <= most, most),
        Continuous of =>
        [
            of with { Low = Math.Min(of.Low, most), High = Math.Min(of.High, most) },
            At(most, of.Weight * of.Between(most, double.PositiveInfinity)),
        ],
        _ => throw new UnreachableException(),
    };

    /// <summary>The value rounded half up, unweighted; null where `Pmf.LengthMax` would be passed.</summary>
    public Pmf? Rounded() => this switch
    {
        Lattice { IsWhole: true, Step: 1 } of => of.Of.ShiftedBy((long)of.Offset),
        Lattice { IsWhole: true, Step: -1 } of => PmfAlgebra.Negated(of.Of).ShiftedBy((long)of.Offset),
        Lattice of => RoundedLattice(of),
        Continuous of => RoundedContinuous(of),
        _ => throw new UnreachableException(),
    };

    private double Mass => this switch
    {
        Lattice of => of.Weight * of.Of.Total,
        Continuous of => of.Weight * of.Between(double.NegativeInfinity, double.PositiveInfinity),
        _ => Weight,
    };

    private static Law Shifted(Lattice point, Law other, double weight) =>
        other.Scaled(1, point.ValueAt(0)) with { Weight = weight * point.Of.Weights[0] };

    private static Lattice? Convolved(Lattice a, Lattice b, double weight)
    {
        if (a.Step != b.Step)
        {
            if (!double.IsInteger(a.Step) || !double.IsInteger(b.Step)) return null;
            if (OnUnitSteps(a) is not { } left || OnUnitSteps(b) is not { } right) return null;
            (a, b) = (left, right);
        }

        return PmfAlgebra.Convolve(a.Of, b.Of) is { } sum
            ? new Lattice(weight, a.Offset + b.Offset, a.Step, sum)
            : null;
    }

    private static Lattice? OnUnitSteps(Lattice of)
    {
        if (of.Step == 1) return of;
        var pmf = of.Step < 0 ? PmfAlgebra.Negated(of.Of) : of.Of;
        var step = Math.Abs(of.Step);
        if (((pmf.Weights.Length - 1) * step) + 1 > Pmf.LengthMax) return null;
        var weights = new double[((pmf.Weights.Length - 1) * (int)step) + 1];
        for (var i = 0; i < pmf.Weights.Length; i++) weights[i * (int)step] = pmf.Weights[i];
        return of with { Step = 1, Of = new Pmf(pmf.First * (long)step, weights) };
    }

    private static IEnumerable<Law> Kept(Lattice of, Func<double, bool> stays, double otherwise)
    {
        var kept = new double[of.Of.Weights.Length];
        var moved = 0.0;
        for (var i = 0; i < kept.Length; i++)
        {
            if (stays(of.ValueAt(i))) kept[i] = of.Of.Weights[i];
            else moved += of.Of.Weights[i];
        }

        return [of with { Of = of.Of with { Weights = kept } }, At(otherwise, of.Weight * moved)];
    }

    private static Pmf? RoundedLattice(Lattice of)
    {
        var (one, other) = (of.ValueAt(0), of.ValueAt(of.Of.Weights.Length - 1));
        var first = Rounding.HalfUp(Math.Min(one, other));
        if (Math.Abs(other - one) + 2 > Pmf.LengthMax) return null;
        var weights = new double[Rounding.HalfUp(Math.Max(one, other)) - first + 1];
        for (var i = 0; i < of.Of.Weights.Length; i++)
        {
            weights[Rounding.HalfUp(of.ValueAt(i)) - first] += of.Of.Weights[i];
        }

        return new Pmf(first, weights);
    }

    private static Pmf? RoundedContinuous(Continuous of)
    {
        var (one, other) = (of.Offset + (of.Step * of.Of.Least), of.Offset + (of.Step * of.Of.Most));
        var low = Math.Clamp(Math.Min(one, other), of.Low, of.High);
        var high = Math.Clamp(Math.Max(one, other), of.Low, of.High);
        if (high - low + 2 > Pmf.LengthMax) return null;
        var first = Rounding.HalfUp(low);
        var weights = new double[Rounding.HalfUp(high) - first + 1];
        for (var i = 0; i < weights.Length; i++) weights[i] = of.Between(first + i - 0.5, first + i + 0.5);
        return new Pmf(first, weights);
    }
}

/// <summary>A continuous distribution with its parameters.</summary>
internal sealed record Curve(Distribution Distribution, double[] Parameters, bool NonNegative)
{
    private const double Nearly1 = 1 - (1.0 / (1L << 53));

    /// <summary>Below and above these lies next to nothing.</summary>
    public double Least => Quantile(1e-16);

    public double Most => Quantile(Nearly1);

    public double Quantile(double u) => NonNegative
        ? DistributionFunctions.QuantileNonNegativeNormal(Parameters[0], Parameters[1], u)
        : DistributionFunctions.Quantile(Distribution, Parameters, u);

    public double Cdf(double x) => NonNegative
        ? DistributionFunctions.CdfNonNegativeNormal(Parameters[0], Parameters[1], x)
        : DistributionFunctions.Cdf(Distribution, Parameters, x);
}
