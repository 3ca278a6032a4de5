using Resupply.Supply;
using Resupply.Values;

namespace Resupply.Tests.Supply;

/// <summary>The quick way to thin a need is the binomial's inversion, draw by draw.</summary>
public class ThinningTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(0.02)]
    [InlineData(0.5)]
    [InlineData(0.75)]
    [InlineData(0.99)]
    [InlineData(0.9999999)]
    [InlineData(1)]
    public void Thinning_inverts_the_binomial(double share)
    {
        var thinning = new Thinning();
        thinning.Begin(0.3);
        thinning.Begin(share);
        var uniforms = RandomStream.For(1, "thinning");
        for (var units = 0; units <= 130; units++)
        {
            for (var draw = 0; draw < (units < 10 ? 200 : 20); draw++)
            {
                var u = uniforms.At(units).Uniform(draw);
                var expected = DistributionFunctions.Quantile(Distribution.Binomial, [units, share], u);
                Assert.Equal(expected, thinning.Draw(units, u));
            }
        }
    }

    [Fact]
    public void A_need_is_thinned_by_the_draw_of_its_day()
    {
        var thinning = new Thinning();
        thinning.Begin(0.4);
        var draws = RandomStream.For(1, "thinning");
        int[] needs = [3, 0, 0, 8, 9, 1, 70, 0];
        var expected = needs.Select(
            (need, day) => (int)thinning.Draw(need, draws.At(day + 5).At(-1).Uniform(0))).ToArray();
        thinning.Thin(needs, draws, daysBefore: 5);
        Assert.Equal(expected, needs);
    }
}
