using Resupply.Simulation;

namespace Resupply.Tests.Simulation;

/// <summary>Sums of 128 bits, kept in halves, are the sums.</summary>
public class MomentsTests
{
    private static readonly long[] Numbers =
    [
        0, 1, -1, 2, -7, int.MaxValue, int.MinValue, int.MaxValue + 1L, int.MinValue - 1L, 1L << 40, -(1L << 40),
        long.MaxValue / 64, long.MinValue / 64,
    ];

    [Fact]
    public void Sums_and_products_are_exact_whatever_their_sign()
    {
        Moments parts = default;
        Int128 x = 0, xx = 0, y = 0, yy = 0, xy = 0;
        for (var seed = 0; seed < 20; seed++)
        {
            var draws = Draws.Of((ulong)seed);
            Moments moments = default;
            for (var i = 0; i < 50; i++)
            {
                var (a, b) = (draws.OneOf(Numbers), draws.OneOf(Numbers));
                moments.Add(a, b);
                (x, xx, y) = (x + a, xx + ((Int128)a * a), y + b);
                (yy, xy) = (yy + ((Int128)b * b), xy + ((Int128)a * b));
            }

            parts.Add(moments);
        }

        Assert.Equal(1000, parts.Count);
        Assert.Equal([x, xx, y, yy, xy], [parts.X, parts.XX, parts.Y, parts.YY, parts.XY]);
        Assert.Equal(new Moments(1000, x, xx, y, yy, xy), parts);
    }

    [Fact]
    public void More_than_128_bits_are_refused()
    {
        Moments moments = default;
        moments.Add(long.MaxValue);
        moments.Add(long.MaxValue);
        Assert.Throws<OverflowException>(() => moments.Add(long.MaxValue));
    }
}
