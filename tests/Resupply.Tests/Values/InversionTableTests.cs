using Resupply.Values;

namespace Resupply.Tests.Values;

public class InversionTableTests
{
    private static readonly Pmf[] Distributions =
    [
        Pmf.Certainly(7),
        new(-2, [0.5, 0, 0, 0.5]),
        new(0, [0, 0, 1, 0]),
        new(5, [1e-300, 1e-25, 0.3, 0.7]),
        CountPmf.Poisson(0.01)!,
        CountPmf.Poisson(1.5)!,
        CountPmf.NegativeBinomial(1.4, 1.8)!,
        CountPmf.Poisson(1000)!,
        CompoundPmf.Poisson(0.35, new Pmf(4, [0.25, 0, 0, 0, 0, 0.25, 0, 0.5]))!,
    ];

    private static ulong Step(int i, int steps) => (ulong)i * (ulong.MaxValue / (ulong)steps);

    /// <summary>
    /// On a grid of 2^16 evenly spaced numbers each value comes as often as its weight says, to one step.
    /// </summary>
    [Fact]
    public void Each_value_comes_as_often_as_its_weight_says()
    {
        const int steps = 1 << 16;
        foreach (var pmf in Distributions)
        {
            var table = new InversionTable(pmf);
            var counts = new Dictionary<long, int>();
            for (var i = 0; i < steps; i++)
            {
                var value = table.Draw(Step(i, steps));
                counts[value] = counts.GetValueOrDefault(value) + 1;
            }

            for (var k = pmf.First; k <= pmf.Last; k++)
            {
                Assert.InRange(counts.GetValueOrDefault(k) - (pmf.At(k) * steps), -1.01, 1.01);
                counts.Remove(k);
            }

            Assert.Empty(counts);
        }
    }

    [Fact]
    public void A_larger_random_number_never_gives_a_smaller_value()
    {
        foreach (var table in Distributions.Select(pmf => new InversionTable(pmf)))
        {
            var values = Enumerable.Range(0, 4097).Select(i => table.Draw(Step(i, 4096))).ToList();
            Assert.Equal(values.Order(), values);
        }
    }

    [Fact]
    public void Many_draws_are_the_same_as_one_by_one()
    {
        var draws = RandomStream.For(1, "table");
        foreach (var table in Distributions.Select(pmf => new InversionTable(pmf)))
        {
            var (numbers, values) = (new ulong[1000], new int[1000]);
            draws.Bits(7, numbers);
            table.Draw(numbers, values);
            Assert.Equal(numbers.Select(bits => (int)table.Draw(bits)), values);
        }
    }

    [Fact]
    public void The_first_and_the_last_number_give_the_ends()
    {
        foreach (var pmf in Distributions)
        {
            var table = new InversionTable(pmf);
            var possible = Enumerable.Range(0, pmf.Weights.Length)
                .Where(i => pmf.Weights[i] > 1e-19).Select(i => pmf.First + i).ToList();
            Assert.Equal(possible[0], table.Draw(0));
            Assert.InRange(table.Draw(ulong.MaxValue), possible[0], pmf.Last);
            Assert.True(pmf.At(table.Draw(ulong.MaxValue)) > 0);
        }
    }

    [Fact]
    public void It_draws_what_the_quantile_gives()
    {
        var table = new InversionTable(CountPmf.NegativeBinomial(6, 0.7)!);
        var stream = RandomStream.For(1, "table");
        Assert.All(Enumerable.Range(0, 20_000), i => Assert.Equal(
            DistributionFunctions.Quantile(Distribution.NegativeBinomial, [6, 0.7], stream.Uniform(i)),
            table.Draw(stream.Bits((ulong)i))));
    }

    [Fact]
    public void A_higher_mean_never_draws_less()
    {
        var (low, high) = (new InversionTable(CountPmf.Poisson(3)!), new InversionTable(CountPmf.Poisson(3.3)!));
        var stream = RandomStream.For(1, "coupled");
        Assert.All(Enumerable.Range(0, 20_000), i =>
            Assert.True(low.Draw(stream.Bits((ulong)i)) <= high.Draw(stream.Bits((ulong)i))));
    }

    [Fact]
    public void A_part_of_a_distribution_is_refused() =>
        Assert.Throws<ArgumentException>(() => new InversionTable(new Pmf(0, [0.3, 0.3])));
}
