using System.Collections.Immutable;
using MathNet.Numerics.Integration;
using Resupply.Exact;
using Resupply.Values;

namespace Resupply.Tests.Exact;

public class RepairTimeTests
{
    public static TheoryData<Distribution, double[]> Laws { get; } = new()
    {
        { Distribution.Uniform, [2, 6] },
        { Distribution.Triangular, [1, 2, 7] },
        { Distribution.Triangular, [3, 3, 9] },
        { Distribution.Triangular, [3, 9, 9] },
        { Distribution.Pert, [1, 2, 7] },
        { Distribution.Normal, [5, 2] },
        { Distribution.Normal, [1, 4] },
        { Distribution.Lognormal, [15, 6] },
        { Distribution.Lognormal, [1, 2] },
        { Distribution.Gamma, [4, 1] },
        { Distribution.Gamma, [3, 5] },
        { Distribution.Exponential, [5] },
        { Distribution.Weibull, [1.5, 9] },
        { Distribution.Weibull, [0.8, 2] },
        { Distribution.Empirical, [4, 1, 4, 30] },
        { Distribution.Discrete, [4, 2, 9, 0.5] },
    };

    [Theory]
    [MemberData(nameof(Laws))]
    public void What_follows_from_a_law_follows_from_its_distribution_function(Distribution of, double[] parameters)
    {
        var law = new RepairTime.Drawn(of, [.. parameters]);
        foreach (var days in (double[])[0, 0.5, 1.9, 2, 3.7, 6, 8, 40])
        {
            Assert.Equal(Integral(law, law.LongerThan, days), law.MeanUpTo(days), 1e-9);
            if (law.Transform(days) is not { } transform) continue;
            var rest = Integral(law, time => days * Math.Exp(-days * time) * law.LongerThan(time), 400);
            Assert.Equal(1 - rest, transform, 1e-9);
        }

        Assert.Equal(law.Mean, law.MeanUpTo(double.PositiveInfinity), 1e-12);
        Assert.Equal(law.Mean, law.MeanUpTo(2000), 1e-4);
        var square = Integral(law, time => 2 * time * law.LongerThan(time), 3000);
        Assert.Equal(square - (law.Mean * law.Mean), law.Variance, 2e-3 * law.Mean * law.Mean);
    }

    [Fact]
    public void A_law_may_wait_or_be_one_of_several()
    {
        var later = new RepairTime.After(2, new RepairTime.Drawn(Distribution.Exponential, [5]));
        var either = new RepairTime.Either([(0.25, later), (0.75, new RepairTime.Fixed(4))]);
        Assert.Equal(1, later.LongerThan(1.9));
        Assert.Equal(Math.Exp(-0.2), later.LongerThan(3), 1e-14);
        Assert.Equal((0.25 * 7) + 3, either.Mean, 1e-14);
        Assert.Equal((0.25 * (25 + 49)) + (0.75 * 16) - (4.75 * 4.75), either.Variance, 1e-12);
        Assert.Equal((0.25 * Math.Exp(-2) / 6) + (0.75 * Math.Exp(-4)), either.Transform(1)!.Value, 1e-14);
        foreach (var days in (double[])[1, 2, 3, 4, 5, 20])
            Assert.Equal(Integral(either, either.LongerThan, days), either.MeanUpTo(days), 1e-10);
    }

    [Fact]
    public void A_duration_in_the_language_is_a_law()
    {
        Assert.Equal(new RepairTime.Fixed(12), Law(new Expression.Constant(12)));
        var drawn = new Expression.Draw(Distribution.Exponential, [new Expression.Constant(5)], false, true, 0);
        Assert.Equal(5, Law(drawn)!.Mean);
        var sum = new Expression.Binary(Operator.Add, new Expression.Constant(2), drawn);
        Assert.Equal(7, Law(sum)!.Mean);
        var chance = new Expression.Chance(new Expression.Constant(0.25), sum, 0, 1);
        Assert.Equal(7 / 4.0, Law(chance)!.Mean);
        Assert.Equal(0.25, Law(chance)!.LongerThan(1));
        Assert.Null(Law(new Expression.Binary(Operator.Add, drawn, drawn)));
        Assert.Null(Law(new Expression.Draw(Distribution.Poisson, [new Expression.Constant(5)], false, true, 0)));
        Assert.Null(Law(new Expression.Draw(Distribution.Exponential, [drawn], false, true, 0)));

        static RepairTime? Law(Expression of) => RepairTime.Of(of, default);
    }

    private static double Integral(RepairTime law, Func<double, double> of, double to)
    {
        ImmutableArray<double> corners = [0, 1e-8, 1e-6, 1e-4, 0.01, 0.1, 1, 2, 3, 4, 6, 7, 9, 30, to];
        var ends = corners.Where(corner => corner <= to).Distinct().Order().ToList();
        return ends.Zip(ends.Skip(1)).Sum(piece => GaussLegendreRule.Integrate(Inside, piece.First, piece.Second, 512));

        double Inside(double time) => of(time);
    }
}
