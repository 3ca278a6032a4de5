using MathNet.Numerics.Distributions;
using Resupply.Values;

namespace Resupply.Tests.Values;

public class PmfTests
{
    private static readonly Pmf Die = new(1, [1 / 6.0, 1 / 6.0, 1 / 6.0, 1 / 6.0, 1 / 6.0, 1 / 6.0]);
    private static readonly Pmf Raid = ExpressionPmf.Of(Written.Draw(0, Distribution.Empirical, 4, 9, 14, 30), [])!;

    private static void AssertSame(Pmf expected, Pmf? actual, double error = 1e-14)
    {
        Assert.NotNull(actual);
        for (var k = Math.Min(expected.First, actual.First); k <= Math.Max(expected.Last, actual.Last); k++)
        {
            Assert.Equal(expected.At(k), actual.At(k), error);
        }
    }

    private static void AssertFollows(IDiscreteDistribution theirs, Pmf? ours)
    {
        Assert.NotNull(ours);
        Assert.Equal(1, ours.Total, 1e-13);
        for (var k = ours.First; k <= ours.Last; k++)
        {
            var expected = theirs.Probability((int)k);
            Assert.Equal(expected, ours.At(k), 1e-15 + (1e-9 * expected));
        }
    }

    [Theory]
    [InlineData(0.02)]
    [InlineData(3.7)]
    [InlineData(50)]
    [InlineData(4000)]
    public void Count_weights_follow_MathNet(double mean)
    {
        AssertFollows(new Poisson(mean), CountPmf.Poisson(mean));
        AssertFollows(new NegativeBinomial(2.5, 1 / (1 + (0.4 * mean))), CountPmf.NegativeBinomial(mean, 0.4));
        AssertFollows(new NegativeBinomial(0.5, 1 / (1 + (2 * mean))), CountPmf.NegativeBinomial(mean, 2));
        AssertFollows(new NegativeBinomial(1, 1 / (1 + mean)), CountPmf.Geometric(mean));
        AssertFollows(new Binomial(0.3, (int)(mean * 3)), CountPmf.Binomial((int)(mean * 3), 0.3));
        AssertFollows(new Binomial(0.999, 40), CountPmf.Binomial(40, 0.999));
    }

    [Fact]
    public void What_is_cut_of_a_tail_is_next_to_nothing()
    {
        foreach (var mean in new[] { 0.1, 10, 1e4, 1e6, 1e9 })
        {
            var pmf = CountPmf.Poisson(mean)!;
            Assert.Equal(1, pmf.Total, 1e-13);
            Assert.Equal(mean, pmf.Mean, 1e-11 * mean);
            Assert.Equal(mean, pmf.Variance, 1e-9 * mean);
        }

        Assert.Null(CountPmf.NegativeBinomial(1e7, 4)); // past the limit
    }

    [Fact]
    public void Two_dice_make_seven_once_in_six() => AssertSame(
        new Pmf(2, [.. new[] { 1, 2, 3, 4, 5, 6, 5, 4, 3, 2, 1 }.Select(ways => ways / 36.0)]),
        PmfAlgebra.Convolve(Die, Die));

    [Fact]
    public void Poissons_add_up() => AssertSame(
        CountPmf.Poisson(300)!, PmfAlgebra.Convolve(CountPmf.Poisson(120)!, CountPmf.Poisson(180)!));

    [Fact]
    public void What_is_left_of_a_poisson_is_a_poisson()
    {
        AssertSame(CountPmf.Poisson(15)!, PmfAlgebra.Thin(CountPmf.Poisson(50)!, 0.3));
        AssertSame(CountPmf.Binomial(20, 0.3)!, PmfAlgebra.Thin(Pmf.Certainly(20), 0.3));
        AssertSame(CountPmf.NegativeBinomial(15, 0.7)!, PmfAlgebra.Thin(CountPmf.NegativeBinomial(50, 0.7)!, 0.3));
        AssertSame(Die, PmfAlgebra.Thin(Die, 1));
        AssertSame(Pmf.Certainly(0), PmfAlgebra.Thin(Die, 0));
    }

    [Fact]
    public void A_mixture_weighs_its_parts() =>
        AssertSame(new Pmf(0, [0.75, 0, 0.25]), PmfAlgebra.Mix([(0.75, Pmf.Certainly(0)), (0.25, Pmf.Certainly(2))]));

    [Theory]
    [InlineData(0.35)]
    [InlineData(6)]
    [InlineData(40)]
    public void Panjers_recursion_agrees_with_convolution(double mean)
    {
        AssertSame(CompoundPmf.Of(CountPmf.Poisson(mean)!, Raid)!, CompoundPmf.Poisson(mean, Raid));
        AssertSame(CompoundPmf.Of(CountPmf.NegativeBinomial(mean, 0.8)!, Raid)!,
            CompoundPmf.NegativeBinomial(mean, 0.8, Raid));
        AssertSame(CompoundPmf.Of(CountPmf.Geometric(mean)!, Die)!,
            CompoundPmf.Of(Distribution.Geometric, [mean], Die));
    }

    [Fact]
    public void Sizes_of_nothing_thin_the_count()
    {
        var sizes = new Pmf(0, [0.4, 0.6]);
        AssertSame(CountPmf.Poisson(3)!, CompoundPmf.Poisson(5, sizes));
        AssertSame(CountPmf.NegativeBinomial(3, 0.5)!, CompoundPmf.NegativeBinomial(5, 0.5, sizes));
        AssertSame(Pmf.Certainly(0), CompoundPmf.Poisson(5, Pmf.Certainly(0)));
        AssertSame(Pmf.Certainly(0), CompoundPmf.Poisson(0, Die));
        AssertSame(CountPmf.Binomial(9, 0.18)!, CompoundPmf.Of(Distribution.Binomial, [9, 0.3], sizes));
    }

    [Fact]
    public void Large_means_do_not_underflow()
    {
        AssertSame(CountPmf.Poisson(20_000)!, CompoundPmf.Poisson(20_000, Pmf.Certainly(1)), 1e-13);
        var total = CompoundPmf.Poisson(50_000, Die)!;
        Assert.Equal(1, total.Total, 1e-12);
        Assert.Equal(50_000 * 3.5, total.Mean, 1e-7);
        Assert.Equal(50_000 * 91 / 6.0, total.Variance, 1e-3);
        var spread = CompoundPmf.NegativeBinomial(10_000, 0.001, Die)!;
        Assert.Equal(10_000 * 3.5, spread.Mean, 1e-7);
        Assert.Equal((10_000 * 91 / 6.0) + (0.001 * 35_000 * 35_000), spread.Variance, 1e-3);
        Assert.Null(CompoundPmf.Poisson(1e6, Die)); // past the limit
    }

    [Fact]
    public void Flooring_keeps_what_is_below() =>
        AssertSame(new Pmf(0, [0.6, 0.4]), new Pmf(-1, [0.1, 0.5, 0.4]).FlooredAt(0));

    [Fact]
    public void Trimming_cuts_both_ends_only() =>
        AssertSame(new Pmf(4, [0.5, 0, 0.5]), new Pmf(3, [1e-17, 0.5, 0, 0.5, 1e-16, 1e-17]).Trimmed(), 1e-15);
}
