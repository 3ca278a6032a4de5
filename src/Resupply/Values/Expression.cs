using System.Collections.Immutable;

namespace Resupply.Values;

/// <summary>
/// What a planner wrote as a value, checked and in base units: a plain number, a duration in days, a rate per day,
/// a date as its day number; `never` is positive infinity. Closed: the cases below are all there are.
/// What is written alike is equal, so that what was worked out for one option holds for another.
/// </summary>
public abstract record Expression
{
    private Expression()
    {
    }

    public sealed record Constant(double Value) : Expression;

    /// <summary>A name under `unknowns`; slots count in file order.</summary>
    public sealed record Unknown(string Name, int Slot) : Expression;

    public sealed record Binary(Operator Operator, Expression Left, Expression Right) : Expression;

    public sealed record Call(Function Function, ImmutableArray<Expression> Arguments) : Expression
    {
        public bool Equals(Call? other) =>
            other is not null && Function == other.Function && Arguments.SequenceEqual(other.Arguments);

        public override int GetHashCode() => HashCode.Combine(Function, Arguments.Length);
    }

    /// <summary>With this probability `Of`; else 0, or never for a date. Takes the uniform number `Ordinal`.</summary>
    public sealed record Chance(Expression Probability, Expression Of, double Otherwise, int Ordinal) : Expression;

    /// <summary>One draw by inversion of the uniform number `Ordinal` (counted from the left of the text).</summary>
    /// <param name="Parameters">As the language lists them; `discrete` alternates value and weight.</param>
    /// <param name="Whole">A uniform over whole numbers (days, units), both ends included.</param>
    /// <param name="NonNegative">A normal is conditioned on being at least 0.</param>
    public sealed record Draw(
        Distribution Distribution,
        ImmutableArray<Expression> Parameters,
        bool Whole,
        bool NonNegative,
        int Ordinal) : Expression
    {
        public bool Equals(Draw? other) => other is not null
            && (Distribution, Whole) == (other.Distribution, other.Whole)
            && (NonNegative, Ordinal) == (other.NonNegative, other.Ordinal)
            && Parameters.SequenceEqual(other.Parameters);

        public override int GetHashCode() => HashCode.Combine(Distribution, Ordinal, Parameters.Length);
    }

    /// <summary>A date that is known not to have come before a day: what is left of its distribution.</summary>
    /// <param name="IsJoint">It hangs together with others by a name under `unknowns`: see DrawnOnce.</param>
    public sealed record NotBefore(Expression Of, long Day, bool IsJoint) : Expression
    {
        /// <summary>A date of less than one chance in so many is taken to have passed.</summary>
        internal const int TriesMax = 100_000;

        internal bool Allows(double date) => Rounding.Whole(date) >= Day;

        internal static DrawException HasPassed() =>
            new("it has passed, whatever is drawn: say when it is expected now, or `never`");
    }
}

public enum Operator
{
    Add,
    Subtract,
    Multiply,
    Divide,
}

public enum Function
{
    Min,
    Max,
    Round,
    Negate,
}

/// <summary>The distributions of the language. Parameters are in the order of SCENARIO.md.</summary>
public enum Distribution
{
    Uniform,
    Triangular,
    Pert,
    Normal,
    Lognormal,
    Gamma,
    Exponential,
    Weibull,
    Poisson,
    NegativeBinomial,
    Geometric,
    Binomial,
    Empirical,
    Discrete,
}
