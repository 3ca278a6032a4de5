using Resupply.Values;

namespace Resupply.Tests.Values;

public class ExpressionPmfTests
{
    private const double Never = double.PositiveInfinity;
    private const double Day = 739_000;
    private static readonly double[] Unknowns = [3];

    private static readonly Expression Count = Written.Draw(0, Distribution.Poisson, 4);
    private static readonly Expression Delay = Written.Draw(1, Distribution.Triangular, 14, 28, 56);
    private static readonly Expression Other = Written.Draw(2, Distribution.Gamma, 9, 5);

    /// <summary>What a planner may write, by name, and all of it followed.</summary>
    private static readonly Dictionary<string, Expression> Followed = new()
    {
        ["a constant"] = Written.Of(7.5),
        ["an unknown"] = Written.Named(0),
        ["a whole range"] = Written.Whole(0, 5, 9),
        ["a date and a delay"] = Written.Plus(Written.Of(Day), Delay),
        ["a date and two counts"] = Written.Plus(Written.Plus(Written.Of(Day), Count), Written.Whole(1, 2, 6)),
        ["a difference of counts"] = Written.Less(Count, Written.Draw(1, Distribution.Geometric, 3)),
        ["packs of 12"] = Written.Times(Written.Of(12), Count),
        ["packs of 12 and packs of 8"] =
            Written.Plus(Written.Times(Written.Of(12), Count), Written.Times(Written.Whole(1, 1, 3), Written.Of(-8))),
        ["half a count"] = Written.Over(Count, Written.Of(2)),
        ["a share of a delay"] = Written.Times(Delay, Written.Of(0.3)),
        ["a delay turned round"] = Written.Less(Written.Of(60), Delay),
        ["a count and a delay"] = Written.Plus(Count, Delay),
        ["a list"] = Written.Draw(0, Distribution.Empirical, 4, 9, 14, 30, 9),
        ["a list in halves"] = Written.Draw(0, Distribution.Discrete, 1.5, 2, 2.4, 1, 9, 1),
        ["a date that may not come"] = Written.Draw(0, Distribution.Discrete, Day, 3, Day + 30, 2, Never, 5),
        ["a chance of a date"] = Written.Chance(0.3, Written.Whole(1, Day, Day + 50), Never),
        ["a chance of a delay, and a count"] =
            Written.Plus(Written.Chance(0.3, Delay, 0), Written.Draw(3, Distribution.Poisson, 2)),
        ["a chance and a date"] = Written.Plus(Written.Chance(0.4, Written.Of(Day), Never), Delay),
        ["no sooner than"] = Written.Plus(Written.Call(Function.Max, Delay, Written.Of(25)), Written.Of(0.25)),
        ["no later than"] = Written.Call(Function.Min, Written.Of(30), Delay, Written.Never),
        ["no more than"] = Written.Times(Written.Call(Function.Min, Count, Written.Of(5)), Written.Of(3)),
        ["the later of two"] = Written.Plus(
            Written.Call(Function.Max, Delay, Written.Plus(Other, Written.Of(20))), Written.Of(Day)),
        ["the earlier of three"] =
            Written.Call(Function.Min, Delay, Written.Plus(Other, Written.Of(20)), Written.Of(40)),
        ["the earlier of two that may not come"] = Written.Call(Function.Min,
            Written.Chance(0.6, Delay, Never, 4), Written.Chance(0.3, Written.Plus(Other, Written.Of(20)), Never)),
        ["the later of two that may not come"] = Written.Call(Function.Max,
            Written.Chance(0.6, Delay, Never, 4), Written.Chance(0.9, Written.Plus(Other, Written.Of(20)), Never)),
        ["rounded, then trebled"] = Written.Times(Written.Call(Function.Round, Other), Written.Of(3)),
        ["a normal below 0"] = Written.Draw(0, Distribution.Normal, 2, 4),
        ["a normal that cannot be"] =
            new Expression.Draw(Distribution.Normal, [Written.Of(2), Written.Of(4)], false, NonNegative: true, 0),
        ["no spread at all"] = Written.Plus(Delay, Written.Draw(5, Distribution.Normal, 3.5, 0)),
        ["minus a count"] = Written.Call(Function.Negate, Count),
        ["no part of it"] = Written.Plus(Written.Times(Written.Of(0), Delay), Count),
        ["pert"] = Written.Draw(0, Distribution.Pert, 10, 14, 30),
    };

    public static TheoryData<string> Names => [.. Followed.Keys];

    /// <summary>Frequencies of 20,000 draws against the weights: 5 standard errors, and the seed is fixed.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_drawn_has_the_distribution_that_is_computed(string name)
    {
        const int draws = 20_000;
        var expression = Followed[name];
        var date = ExpressionPmf.OfDate(expression, Unknowns);
        Assert.NotNull(date);
        Assert.Equal(1, (date.Days?.Total ?? 0) + date.Never, 1e-12);

        var stream = RandomStream.For(3, name);
        var counts = new Dictionary<long, int>();
        for (var i = 0; i < draws; i++)
        {
            var day = Rounding.HalfUp(expression.Evaluate(Unknowns, stream.At(i)));
            counts[day] = counts.GetValueOrDefault(day) + 1;
        }

        AssertFrequency(date.Never, counts.GetValueOrDefault(long.MaxValue), draws);
        counts.Remove(long.MaxValue);
        for (var k = date.Days?.First ?? 0; k <= (date.Days?.Last ?? -1); k++)
        {
            AssertFrequency(date.Days!.At(k), counts.GetValueOrDefault(k), draws);
            counts.Remove(k);
        }

        Assert.Empty(counts);
    }

    private static void AssertFrequency(double weight, int count, int draws)
    {
        var slack = (5 * Math.Sqrt(draws * weight * (1 - weight))) + 3;
        Assert.InRange(count, (draws * weight) - slack, (draws * weight) + slack);
    }

    [Fact]
    public void A_count_is_never_below_0()
    {
        var count = ExpressionPmf.Of(Written.Less(Count, Written.Of(4)), []);
        Assert.Equal(0, count!.First);
        Assert.Equal(CountPmf.Poisson(4)!.Cdf(4), count.At(0), 1e-15);
    }

    [Fact]
    public void A_count_that_may_be_never_does_not_follow() =>
        Assert.Null(ExpressionPmf.Of(Written.Chance(0.3, Count, Never), []));

    [Fact]
    public void Three_point_delays_are_differences_of_the_distribution_function()
    {
        var days = ExpressionPmf.OfDate(Written.Plus(Written.Of(Day), Delay), [])!.Days!;
        double Cdf(double x) => DistributionFunctions.Cdf(Distribution.Triangular, [14, 28, 56], x);
        Assert.Equal(Day + 14, days.First);
        Assert.Equal(Day + 56, days.Last);
        Assert.All(Enumerable.Range(14, 43), k =>
            Assert.Equal(Cdf(k + 0.5) - Cdf(k - 0.5), days.At((long)Day + k), 1e-15));
    }

    [Fact]
    public void What_does_not_follow_simply_is_left() => Assert.All(
        new[]
        {
            Written.Plus(Delay, Other),
            Written.Times(Count, Written.Draw(1, Distribution.Poisson, 3)),
            Written.Over(Written.Of(6), Count),
            new Expression.Draw(Distribution.Poisson, [Other], false, false, 0),
            new Expression.Chance(Written.Draw(1, Distribution.Uniform, 0, 1), Count, 0, 5),
            Written.Times(Written.Call(Function.Max, Delay, Other), Written.Of(2)),
            Written.Draw(0, Distribution.Uniform, 0, 1e9),
            Written.Draw(0, Distribution.Weibull, 0.01, 5),
        },
        expression => Assert.Null(ExpressionPmf.OfDate(expression, [])));
}
