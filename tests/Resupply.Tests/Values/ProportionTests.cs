using System.Numerics;
using Resupply.Supply;
using Resupply.Values;

namespace Resupply.Tests.Values;

/// <summary>Parts of whole numbers are exact, also where the product needs more than 64 bits.</summary>
public class ProportionTests
{
    [Fact]
    public void A_proportion_is_exact_for_any_size()
    {
        var draws = RandomStream.For(1, "proportion");
        for (var i = 0; i < 10_000; i++)
        {
            // The result fits: times is at most over.
            var number = unchecked((long)draws.At(i).Bits(0)) >> (i % 60);
            var over = Math.Max(1, (long)(draws.At(i).Bits(1) >> 1) >> (i % 50));
            var times = (long)(draws.At(i).Uniform(2) * over);
            Assert.Equal((long)(new BigInteger(number) * times / over), Proportion.Of(number, times, over));
        }
    }

    [Fact]
    public void Tranches_round_halves_up_for_any_size()
    {
        var draws = RandomStream.For(1, "tranches");
        for (var number = 0; number < 10_000; number++)
        {
            var quantity = (long)(draws.At(number).Bits(0) >> 2) >> (number % 60);
            var n = 1 + (int)(draws.At(number).Bits(1) % Tranches.Max);
            var i = (int)(draws.At(number).Uniform(2) * (n + 1));
            var expected = ((new BigInteger(quantity) * i * 2) + n) / (2 * new BigInteger(n));
            Assert.Equal((long)expected, Tranches.Upto(quantity, i, n));
        }
    }
}
