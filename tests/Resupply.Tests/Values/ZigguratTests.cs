using MathNet.Numerics.Distributions;
using Resupply.Values;

namespace Resupply.Tests.Values;

public class ZigguratTests
{
    private const int Many = 4_000_000;

    /// <summary>
    /// The tables of rand_distr (`ziggurat_tables.rs`), by layer. Its area for the normal has 12 digits, so that its
    /// layers near the top are off by 3e-10; ours close at the top to 1e-14, see below.
    /// </summary>
    [Fact]
    public void Layers_end_where_published_tables_say()
    {
        (int Layer, double End)[] exponential =
        [
            (0, 8.697117470131052741), (1, 7.697117470131050077), (2, 6.941033629377212577), (3, 6.478378493832569696),
            (20, 4.203313713735184365), (80, 2.376370140536140596), (248, 0.253658363385912022),
            (253, 0.137304980940012589), (254, 0.104838507565818778), (255, 0.063852163815001570), (256, 0),
        ];
        (int Layer, double End)[] normal =
        [
            (1, 3.654152885361008796), (232, 0.737387211425838629), (240, 0.632072236375024632),
            (244, 0.567338257040473026), (248, 0.487443966121754335), (252, 0.375121332850465727),
            (253, 0.335737519180459465), (254, 0.286174591747260509), (255, 0.215241895913273806), (256, 0),
        ];
        foreach (var (layer, end) in exponential) Assert.Equal(end, Ziggurat.EndsOfExponential[layer], 1e-12);
        foreach (var (layer, end) in normal) Assert.Equal(end, Ziggurat.EndsOfNormal[layer], 1e-9);
    }

    /// <summary>All layers have the same area, the lowest with its tail, the highest up to the density's top.</summary>
    [Fact]
    public void All_layers_have_the_same_area()
    {
        var (tail, start) = (Math.Exp(-Ziggurat.EndsOfExponential[1]), Ziggurat.EndsOfExponential[1]);
        AssertAlike(Ziggurat.EndsOfExponential, x => Math.Exp(-x), (start * tail) + tail);
        start = Ziggurat.EndsOfNormal[1];
        tail = Math.Sqrt(2 * Math.PI) * Normal.CDF(0, 1, -start);
        var lowest = (start * Math.Exp(-0.5 * start * start)) + tail;
        AssertAlike(Ziggurat.EndsOfNormal, x => Math.Exp(-0.5 * x * x), lowest);

        static void AssertAlike(ReadOnlySpan<double> ends, Func<double, double> density, double area)
        {
            Assert.Equal(area, ends[0] * density(ends[1]), 1e-14);
            for (var i = 1; i < 256; i++)
                Assert.Equal(area, ends[i] * (density(ends[i + 1]) - density(ends[i])), 1e-14);
        }
    }

    /// <summary>E[X^k] is k!, so the variance of X^k is (2k)! - k!^2.</summary>
    [Fact]
    public void Moments_are_those_of_the_exponential()
    {
        var numbers = Numbers("exponential", Ziggurat.Exponential);
        Assert.True(numbers.All(x => x >= 0));
        AssertMean(1, 1, numbers, x => x);
        AssertMean(2, 24 - 4, numbers, x => x * x);
        AssertMean(6, 720 - 36, numbers, x => x * x * x);
    }

    /// <summary>The variances of X, X², X³ and X⁴ are 1, 2, 15 and 96.</summary>
    [Fact]
    public void Moments_are_those_of_the_normal()
    {
        var numbers = Numbers("normal", Ziggurat.Normal);
        AssertMean(0, 1, numbers, x => x);
        AssertMean(1, 2, numbers, x => x * x);
        AssertMean(0, 15, numbers, x => x * x * x);
        AssertMean(3, 96, numbers, x => x * x * x * x);
    }

    /// <summary>
    /// Kolmogorov and Smirnov's distance: 1.95 / √n is passed with a chance of 0.001. Ends of layers, where a mistake
    /// would show, are everywhere among so many numbers.
    /// </summary>
    [Fact]
    public void Numbers_follow_their_distribution_everywhere()
    {
        AssertClose(Numbers("exponential", Ziggurat.Exponential), x => -DeterministicMath.Expm1(-x));
        AssertClose(Numbers("normal", Ziggurat.Normal), DeterministicMath.NormalCdf);

        static void AssertClose(double[] numbers, Func<double, double> cdf)
        {
            Array.Sort(numbers);
            var distance = 0.0;
            for (var i = 0; i < numbers.Length; i++)
            {
                var expected = cdf(numbers[i]);
                distance = Math.Max(distance, Math.Max(expected - ((double)i / Many), ((i + 1.0) / Many) - expected));
            }

            Assert.InRange(distance, 0, 1.95 / Math.Sqrt(Many));
        }
    }

    /// <summary>Beyond where the layers end, and from the layers' own steps on.</summary>
    [Fact]
    public void Tails_are_as_thick_as_they_should_be()
    {
        var exponential = Numbers("exponential", Ziggurat.Exponential);
        foreach (var beyond in (ReadOnlySpan<double>)[3, 6.95, 7.6971174701310497, 9, 11])
            AssertShare(Math.Exp(-beyond), exponential, x => x > beyond);
        var normal = Numbers("normal", Ziggurat.Normal);
        foreach (var beyond in (ReadOnlySpan<double>)[2, 3.45, 3.6541528853610088, 4, 4.5])
        {
            AssertShare(Normal.CDF(0, 1, -beyond), normal, x => x > beyond);
            AssertShare(Normal.CDF(0, 1, -beyond), normal, x => x < -beyond);
        }
    }

    /// <summary>What is made of further bits does not hang together with what other draws are made of.</summary>
    [Fact]
    public void Neighbours_are_independent()
    {
        var numbers = Numbers("exponential", Ziggurat.Exponential);
        var sum = 0.0;
        for (var i = 0; i < Many; i++) sum += (numbers[i] - 1) * (numbers[(i + 1) % Many] - 1);
        Assert.InRange(Math.Abs(sum / Many), 0, 4 / Math.Sqrt(Many));
        var rare = numbers.Index().Where(each => each.Item > Ziggurat.EndsOfExponential[1]).ToList();
        AssertMean(1, 1, [.. rare.Select(each => numbers[(each.Index + 1) % Many])], x => x);
        AssertMean(1, 1, [.. rare.Select(each => each.Item - Ziggurat.EndsOfExponential[1])], x => x);
    }

    [Fact]
    public void Numbers_are_the_same_on_every_machine()
    {
        static ulong Mixed(string name, Func<ulong, double> draw) => Numbers(name, draw).Aggregate(
            0UL, (mixed, x) => unchecked((mixed * 31) + (ulong)BitConverter.DoubleToInt64Bits(x)));
        Assert.Equal(
            (12104099123739871339UL, 5336471655875360517UL),
            (Mixed("exponential", Ziggurat.Exponential), Mixed("normal", Ziggurat.Normal)));
    }

    private static double[] Numbers(string name, Func<ulong, double> draw)
    {
        var stream = RandomStream.For(11, name);
        var numbers = new double[Many];
        for (var i = 0; i < Many; i++) numbers[i] = draw(stream.Bits((ulong)i));
        return numbers;
    }

    private static void AssertMean(double mean, double variance, double[] numbers, Func<double, double> of)
    {
        var error = Math.Sqrt(variance / numbers.Length);
        Assert.InRange(numbers.Average(of), mean - (4 * error), mean + (4 * error));
    }

    private static void AssertShare(double share, double[] numbers, Func<double, bool> holds) =>
        AssertMean(share, share * (1 - share), numbers, x => holds(x) ? 1 : 0);
}
