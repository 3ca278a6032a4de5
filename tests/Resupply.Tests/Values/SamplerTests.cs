using Resupply.Values;

namespace Resupply.Tests.Values;

public class SamplerTests
{
    private static readonly double[] Unknowns = [40, 0.5, -1];

    public static TheoryData<string> Cases { get; } = [.. Expressions.Keys];

    private static Dictionary<string, Expression> Expressions => new(StringComparer.Ordinal)
    {
        ["a constant"] = new Expression.Constant(3.5),
        ["exponential"] = Drawn(Distribution.Exponential, new Expression.Constant(40)),
        ["exponential, its mean unknown"] = Drawn(Distribution.Exponential, new Expression.Unknown("mean", 0)),
        ["lognormal"] = Drawn(Distribution.Lognormal, new Expression.Constant(2), new Expression.Constant(1.6)),
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
                var drawn = sampler.IsFormula ? sampler.Formula(stream) : sampler.Draw(unknowns, stream);
                Assert.Equal(expression.Evaluate(unknowns, stream), drawn);
            }
        }
    }

    [Fact]
    public void A_parameter_outside_its_domain_is_found_at_the_first_draw()
    {
        var sampler = new Sampler(Drawn(Distribution.Exponential, new Expression.Unknown("mean", 2)));
        sampler.Begin();
        Assert.False(sampler.IsFormula);
        Assert.Throws<DrawException>(() => sampler.Draw(Unknowns, new RandomStream(1)));
    }

    private static Expression.Draw Drawn(Distribution distribution, params Expression[] parameters) =>
        new(distribution, [.. parameters], Whole: false, NonNegative: false, Ordinal: 0);
}
