using Resupply.Values;

namespace Resupply.Tests.Values;

public class SamplerTests
{
    private static readonly double[] Unknowns = [40, 0.5, -1];

    public static TheoryData<string> Cases { get; } = [.. Expressions.Keys];

    private static Dictionary<string, Expression> Expressions => new(StringComparer.Ordinal)
    {
        ["a constant"] = new Expression.Constant(3.5),
        ["lognormal without spread"] =
            Drawn(Distribution.Lognormal, new Expression.Constant(2), new Expression.Constant(0)),
        ["normal, not below 0"] = new Expression.Draw(
            Distribution.Normal, [new Expression.Constant(1), new Expression.Constant(2)], false, NonNegative: true, 3),
        ["whole days"] = new Expression.Draw(
            Distribution.Uniform, [new Expression.Constant(2), new Expression.Constant(9)], Whole: true, false, 0),
        ["gamma"] = Drawn(Distribution.Gamma, new Expression.Constant(8), new Expression.Unknown("sd", 1)),
        ["a sum"] = new Expression.Binary(
            Operator.Add, Drawn(Distribution.Exponential, new Expression.Constant(2)), new Expression.Constant(1)),
        ["of a draw"] = Drawn(
            Distribution.Exponential,
            new Expression.Draw(
                Distribution.Uniform, [new Expression.Constant(1), new Expression.Constant(2)], false, false, 1)),
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Numbers_are_those_of_evaluating_to_the_last_bit(string name)
    {
        var expression = Expressions[name];
        var sampler = new Sampler(expression);
        var of = RandomStream.For(7, name);
        for (var replication = 0; replication < 3; replication++)
        {
            sampler.Begin();
            double[] unknowns = [Unknowns[0] * (replication + 1), Unknowns[1], Unknowns[2]];
            for (var i = 0; i < 20_000; i++)
            {
                var stream = of.At(replication).At(i);
                Assert.Equal(
                    expression.Evaluate(unknowns, stream), sampler.Draw(unknowns, of.At(replication), (ulong)i));
            }
        }
    }

    /// <summary>A life or a repair with another mean is the same draw, longer or shorter by as much.</summary>
    [Fact]
    public void What_comes_from_a_formula_is_a_standard_number_with_the_parameters()
    {
        var (mean, spread) = (new Expression.Unknown("mean", 0), new Expression.Unknown("sd", 1));
        var life = new Sampler(Drawn(Distribution.Exponential, mean));
        var repair = new Sampler(Drawn(Distribution.Lognormal, mean, spread));
        foreach (var (m, sd) in ((double, double)[])[(40, 3), (44, 3.3), (2, 1.6)])
        {
            life.Begin();
            repair.Begin();
            var variance = Math.Log(1 + (sd * sd / m / m));
            for (var i = 0UL; i < 20_000; i++)
            {
                var stream = RandomStream.For(7, "a");
                var (lived, repaired) = (life.Draw([m, sd], stream, i), repair.Draw([m, sd], stream, i));
                Assert.True(life.IsFormula && repair.IsFormula);
                Assert.Equal(lived, life.Formula(stream, i));
                Assert.Equal(1, m * Ziggurat.Exponential(stream.Bits(i)) / lived, 1e-14);
                var z = Ziggurat.Normal(stream.Bits(i));
                Assert.Equal(1, m * Math.Exp((Math.Sqrt(variance) * z) - (variance / 2)) / repaired, 1e-14);
            }
        }
    }

    [Fact]
    public void A_parameter_outside_its_domain_is_found_at_the_first_draw()
    {
        var sampler = new Sampler(Drawn(Distribution.Exponential, new Expression.Unknown("mean", 2)));
        sampler.Begin();
        Assert.False(sampler.IsFormula);
        Assert.Throws<DrawException>(() => sampler.Draw(Unknowns, new RandomStream(1), 0));
    }

    private static Expression.Draw Drawn(Distribution distribution, params Expression[] parameters) =>
        new(distribution, [.. parameters], Whole: false, NonNegative: false, Ordinal: 0);
}
