using Resupply.Supply;
using Resupply.Values;

namespace Resupply.Tests.Supply;

/// <summary>Many draws of a count at once are its inversion, draw by draw.</summary>
public class CountDrawsTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.01, 0)]
    [InlineData(1.5, 0)]
    [InlineData(39.9, 0)]
    [InlineData(60, 0)]
    [InlineData(1000, 0)]
    [InlineData(0, 1.8)]
    [InlineData(0.84, 1.8)]
    [InlineData(2, 1e-10)]
    [InlineData(3, 500)]
    [InlineData(25, 4)]
    [InlineData(200, 0.5)]
    public void Each_number_gives_its_quantile(double mean, double dispersion)
    {
        var draws = new CountDraws();
        foreach (var days in (int[])[1, 7, 16, 200, 1000])
        {
            var numbers = new ulong[days];
            RandomStream.For((ulong)days, "counts").Bits(0, numbers);
            var counts = new int[days];
            draws.Begin(30, 0.1); // another need before
            draws.Draw(numbers, counts);
            draws.Begin(mean, dispersion);
            draws.Draw(numbers, counts);
            Assert.Equal(numbers.Select(bits => Quantile(mean, dispersion, RandomStream.Uniform(bits))), counts);
        }
    }

    [Theory]
    [InlineData(1.5, 0)]
    [InlineData(1.4, 1.8)]
    [InlineData(3, 500)]
    public void The_least_and_the_greatest_number_have_a_count(double mean, double dispersion)
    {
        var draws = new CountDraws();
        draws.Begin(mean, dispersion);
        var counts = new int[3];
        draws.Draw([0, ulong.MaxValue, 0], counts);
        Assert.Equal([0, 0], [counts[0], counts[2]]);
        Assert.InRange(counts[1], Quantile(mean, dispersion, 1 - 1e-14), int.MaxValue);
    }

    private static int Quantile(double mean, double dispersion, double u) => (int)(dispersion == 0
        ? DistributionFunctions.Quantile(Distribution.Poisson, [mean], u)
        : DistributionFunctions.Quantile(Distribution.NegativeBinomial, [mean, dispersion], u));
}
