using Resupply.Values;

namespace Resupply.Tests.Values;

/// <summary>Expressions as a reader would build them, for the tests.</summary>
internal static class Written
{
    public static readonly Expression Never = new Expression.Constant(double.PositiveInfinity);

    public static Expression Of(double value) => new Expression.Constant(value);

    public static Expression Named(int slot) => new Expression.Unknown($"name-{slot}", slot);

    public static Expression Plus(Expression left, Expression right) =>
        new Expression.Binary(Operator.Add, left, right);

    public static Expression Less(Expression left, Expression right) =>
        new Expression.Binary(Operator.Subtract, left, right);

    public static Expression Times(Expression left, Expression right) =>
        new Expression.Binary(Operator.Multiply, left, right);

    public static Expression Over(Expression left, Expression right) =>
        new Expression.Binary(Operator.Divide, left, right);

    public static Expression Call(Function function, params Expression[] arguments) =>
        new Expression.Call(function, [.. arguments]);

    public static Expression Chance(double probability, Expression of, double otherwise, int ordinal = 0) =>
        new Expression.Chance(Of(probability), of, otherwise, ordinal);

    public static Expression Draw(int ordinal, Distribution distribution, params double[] parameters) =>
        new Expression.Draw(distribution, [.. parameters.Select(Of)], Whole: false, NonNegative: false, ordinal);

    public static Expression Whole(int ordinal, double low, double high) =>
        new Expression.Draw(Distribution.Uniform, [Of(low), Of(high)], Whole: true, NonNegative: false, ordinal);
}

public class ExpressionTests
{
    private static readonly RandomStream Stream = RandomStream.For(7, "expression");
    private static readonly double[] Unknowns = [500, 0.55];

    private static double Value(Expression expression) => expression.Evaluate(Unknowns, Stream);

    [Fact]
    public void Arithmetic_is_arithmetic()
    {
        Assert.Equal(275, Value(Written.Times(Written.Named(0), Written.Named(1))), 1e-12);
        Assert.Equal(-2.5, Value(Written.Call(Function.Negate, Written.Over(Written.Of(5), Written.Of(2)))));
        Assert.Equal(3, Value(Written.Call(Function.Round, Written.Of(2.5))));
        Assert.Equal(2, Value(Written.Call(Function.Min, Written.Of(3), Written.Of(2), Written.Named(0))));
        Assert.Equal(500, Value(Written.Call(Function.Max, Written.Of(3), Written.Of(2), Written.Named(0))));
    }

    [Fact]
    public void Whatever_is_computed_from_never_is_never() => Assert.All(
        new[]
        {
            Written.Plus(Written.Never, Written.Of(3)), Written.Plus(Written.Of(3), Written.Never),
            Written.Less(Written.Never, Written.Of(3)), Written.Less(Written.Of(3), Written.Never),
            Written.Less(Written.Never, Written.Never), Written.Times(Written.Of(0), Written.Never),
            Written.Times(Written.Never, Written.Of(-1)), Written.Over(Written.Of(1), Written.Never),
            Written.Call(Function.Negate, Written.Never), Written.Call(Function.Round, Written.Never),
            Written.Call(Function.Max, Written.Never, Written.Of(1)),
        },
        expression => Assert.Equal(double.PositiveInfinity, Value(expression)));

    [Fact]
    public void The_earlier_of_never_and_a_day_is_the_day() =>
        Assert.Equal(4, Value(Written.Call(Function.Min, Written.Never, Written.Of(4))));

    [Fact]
    public void Each_draw_takes_its_own_uniform()
    {
        var draw = Written.Plus(
            Written.Draw(0, Distribution.Uniform, 0, 1), Written.Draw(1, Distribution.Uniform, 0, 1));
        Assert.Equal(Stream.Uniform(0) + Stream.Uniform(1), Value(draw));
    }

    [Fact]
    public void A_chance_is_a_uniform_below_the_probability()
    {
        var u = Stream.Uniform(0);
        Assert.Equal(9, Value(Written.Chance(u + 1e-9, Written.Of(9), 0)));
        Assert.Equal(0, Value(Written.Chance(u - 1e-9, Written.Of(9), 0)));
        Assert.Equal(0, Value(Written.Chance(0, Written.Of(9), 0)));
        Assert.Equal(9, Value(Written.Chance(1, Written.Of(9), 0)));
    }

    [Fact]
    public void A_whole_range_holds_both_ends_equally_often()
    {
        var range = Written.Whole(0, 2.5, 6.4); // 3, 4, 5, 6
        var counts = new int[10];
        for (var i = 0; i < 40_000; i++) counts[(int)range.Evaluate([], Stream.At(i))]++;
        Assert.Equal(40_000, counts[3] + counts[4] + counts[5] + counts[6]);
        Assert.All(counts[3..7], count => Assert.InRange(count, 10_000 - 350, 10_000 + 350)); // 4 standard errors
    }

    [Fact]
    public void A_normal_is_conditioned_only_where_it_must_not_be_negative()
    {
        var kept =
            new Expression.Draw(Distribution.Normal, [Written.Of(1), Written.Of(5)], false, NonNegative: true, 0);
        var free = kept with { NonNegative = false };
        var values = Enumerable.Range(0, 1000).Select(i => free.Evaluate([], Stream.At(i))).ToList();
        Assert.Contains(values, value => value < 0);
        Assert.All(Enumerable.Range(0, 1000), i => Assert.True(kept.Evaluate([], Stream.At(i)) >= 0));
    }

    [Fact]
    public void Long_lists_are_drawn_too()
    {
        var list = Written.Draw(0, Distribution.Empirical, [.. Enumerable.Range(0, 1000).Select(i => 999.0 - i)]);
        Assert.Equal(Math.Ceiling(Stream.Uniform(0) * 1000) - 1, Value(list));
    }

    [Theory]
    [InlineData(-3, "sd is -3; it must not be below 0")]
    [InlineData(double.PositiveInfinity, "sd is never; it must be a number or a date that comes")]
    public void A_drawn_parameter_outside_its_domain_is_said(double sd, string message)
    {
        var draw = new Expression.Draw(Distribution.Normal, [Written.Of(1), Written.Named(0)], false, false, 0);
        Assert.Equal(message, Assert.Throws<DrawException>(() => draw.Evaluate([sd], Stream)).Message);
    }

    [Fact]
    public void What_cannot_be_computed_is_said()
    {
        Assert.Equal("3 is divided by 0",
            Assert.Throws<DrawException>(() => Value(Written.Over(Written.Of(3), Written.Of(0)))).Message);
        Assert.Equal("the chance is 1.5; it must lie between 0 and 1",
            Assert.Throws<DrawException>(() => Value(Written.Chance(1.5, Written.Of(3), 0))).Message);
        Assert.Throws<DrawException>(() => Value(Written.Times(Written.Of(1e200), Written.Of(1e200))));
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        var expression = Written.Plus(
            Written.Chance(0.5, Written.Draw(1, Distribution.Triangular, 1, 2, 4), 0),
            Written.Plus(
                new Expression.Draw(Distribution.Gamma, [Written.Named(0), Written.Of(30)], false, false, 2),
                Written.Draw(3, Distribution.Discrete, 5, 1, 2, 4, 9, 1)));
        for (var i = 0; i < 100; i++) expression.Evaluate(Unknowns, Stream.At(i));
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++) expression.Evaluate(Unknowns, Stream.At(i));
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory]
    [InlineData(2.5, 3)]
    [InlineData(-2.5, -2)]
    [InlineData(0.49999999999999994, 0)]
    [InlineData(4503599627370497.5, 4503599627370498)]
    [InlineData(9007199254740993.0, 9007199254740992)]
    [InlineData(1e300, long.MaxValue)]
    [InlineData(-1e300, long.MinValue)]
    [InlineData(double.PositiveInfinity, long.MaxValue)]
    public void Halves_go_up(double value, long expected)
    {
        Assert.Equal(expected, Rounding.HalfUp(value));
        Assert.Equal(Math.Max(0, expected), Rounding.Count(value));
    }

    [Fact]
    public void What_an_expression_rests_on_is_known()
    {
        var expression = Written.Plus(Written.Named(3), Written.Chance(0.5, Written.Named(1), 0));
        Assert.True(expression.IsRandom());
        Assert.False(Written.Named(3).IsRandom());
        Assert.True(expression.UsesUnknown(1));
        Assert.False(expression.UsesUnknown(0));
        Assert.Equal([1, 3], expression.UnknownsUsed());
    }

    [Fact]
    public void Means_add_and_multiply()
    {
        var poisson = Written.Draw(0, Distribution.Poisson, 7);
        Assert.Equal(507, Written.Plus(Written.Named(0), poisson).Mean(Unknowns));
        Assert.Equal(3, Written.Less(Written.Of(10), poisson).Mean(Unknowns));
        Assert.Equal(28, Written.Times(poisson, Written.Whole(1, 3, 5)).Mean(Unknowns));
        Assert.Equal(3.5, Written.Over(poisson, Written.Of(2)).Mean(Unknowns));
        Assert.Equal(2.1, Written.Chance(0.3, poisson, 0).Mean(Unknowns)!.Value, 1e-15);
        Assert.Equal(double.PositiveInfinity, Written.Chance(0.3, poisson, double.PositiveInfinity).Mean(Unknowns));
        Assert.Equal(-7, Written.Call(Function.Negate, poisson).Mean(Unknowns));
        Assert.Null(Written.Call(Function.Max, poisson, Written.Of(3)).Mean(Unknowns));
        Assert.Null(Written.Over(Written.Of(2), poisson).Mean(Unknowns));
    }

    [Theory]
    [InlineData(Distribution.Pert, 10, 14, 30)]
    [InlineData(Distribution.Gamma, 10, 4)]
    [InlineData(Distribution.Lognormal, 10, 4)]
    [InlineData(Distribution.Weibull, 1.5, 100)]
    [InlineData(Distribution.NegativeBinomial, 6, 0.7)]
    [InlineData(Distribution.Geometric, 4)]
    [InlineData(Distribution.Binomial, 20, 0.3)]
    [InlineData(Distribution.Discrete, 5, 1, 2, 4, 9, 1)]
    [InlineData(Distribution.Empirical, 4, 9, 14, 30)]
    public void The_mean_of_evenly_spaced_draws_is_the_mean(Distribution distribution, params object[] numbers)
    {
        var parameters = numbers.Select(Convert.ToDouble).ToArray();
        const int steps = 20_000;
        var sum = 0.0;
        for (var i = 0; i < steps; i++)
        {
            sum += DistributionFunctions.Quantile(distribution, parameters, (i + 0.5) / steps);
        }

        var mean = DistributionFunctions.Mean(distribution, parameters);
        Assert.Equal(mean, sum / steps, 1e-3 * mean);
    }
}
