using Resupply.Values;

namespace Resupply.Tests.Values;

public class RandomStreamTests
{
    [Fact]
    public void SplitMix64_gives_its_known_numbers() // the reference implementation of Vigna, seed 1234567
    {
        var stream = new RandomStream(1234567);
        Assert.Equal(
            [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821],
            Enumerable.Range(0, 5).Select(i => stream.Bits((ulong)i)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(64)]
    [InlineData(173)]
    public void Many_numbers_at_once_are_those_drawn_one_by_one(int count)
    {
        var stream = RandomStream.For(9, "many");
        var numbers = new ulong[count];
        foreach (var from in new ulong[] { 0, 5, ulong.MaxValue - 3 })
        {
            stream.Bits(from, numbers);
            Assert.Equal(Enumerable.Range(0, count).Select(i => stream.Bits(unchecked(from + (ulong)i))), numbers);
        }

        for (var i = 0; i < count; i++) numbers[i] = (ulong)(i * i);
        stream.FirstBits(numbers, -1);
        Assert.Equal(Enumerable.Range(0, count).Select(i => stream.At(i * i).At(-1).Bits(0)), numbers);
    }

    [Fact]
    public void A_path_has_its_own_numbers_whatever_else_there_is()
    {
        Assert.Equal(RandomStream.For(1, "stocks.theatre.patriot"), RandomStream.For(1, "stocks.theatre.patriot"));
        var keys = from seed in new ulong[] { 0, 1, 2 }
                   from path in new[] { "", "a", "b", "ab", "ba", "stocks.a", "stocks.b" }
                   from ordinal in new long[] { -1, 0, 1, 1_000_000 }
                   select RandomStream.For(seed, path).At(ordinal).Key;
        Assert.Equal(84, keys.Distinct().Count());
    }

    /// <summary>Of n independent pairs the correlation is normal with standard error 1 / sqrt(n) = 0.0045.</summary>
    [Theory]
    [InlineData("shipments.a.arrives", "shipments.b.arrives")]
    [InlineData("stocks.theatre.patriot", "stocks.theatre.nasams")]
    [InlineData("a", "a ")]
    public void Paths_are_independent(string one, string other)
    {
        const int n = 50_000;
        var (a, b) = (RandomStream.For(1, one), RandomStream.For(1, other));
        AssertUncorrelated(n, i => (a.Uniform(i), b.Uniform(i)));
        AssertUncorrelated(n, i => (a.At(i).Uniform(0), b.At(i).Uniform(0)));
        AssertUncorrelated(n, i => (a.At(i).Uniform(0), a.At(i).Uniform(1)));
        AssertUncorrelated(n, i => (a.At(i).Uniform(0), a.At(i + 1).Uniform(0)));
        AssertUncorrelated(n, i => (a.At(3).At(i).Uniform(0), a.At(4).At(i).Uniform(0)));
        AssertUncorrelated(n, i => (a.At(i).Uniform(0), RandomStream.For(2, one).At(i).Uniform(0)));
    }

    private static void AssertUncorrelated(int n, Func<int, (double A, double B)> pair)
    {
        var sum = 0.0;
        for (var i = 0; i < n; i++)
        {
            var (a, b) = pair(i);
            sum += (a - 0.5) * (b - 0.5) * 12;
        }

        Assert.InRange(sum / n, -4.5 / Math.Sqrt(n), 4.5 / Math.Sqrt(n));
    }

    [Fact]
    public void A_uniform_lies_strictly_between_0_and_1()
    {
        // 2^52 equal steps: the first and the last middle, as the bits allow them.
        Assert.Equal(1.1102230246251565e-16, ((0UL >> 12) + 0.5) * (1.0 / (1UL << 52)));
        Assert.True(((ulong.MaxValue >> 12) + 0.5) * (1.0 / (1UL << 52)) < 1);
        var stream = RandomStream.For(1, "uniform");
        Assert.All(Enumerable.Range(0, 10_000), i => Assert.InRange(stream.Uniform(i), double.Epsilon, 1 - 1e-16));
    }
}
