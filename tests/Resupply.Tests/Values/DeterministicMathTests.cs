using MathNet.Numerics;
using Resupply.Values;

namespace Resupply.Tests.Values;

public class DeterministicMathTests
{
    private static readonly RandomStream Stream = RandomStream.For(1, "deterministic-math");

    private static IEnumerable<double> Spread(double low, double high, int count = 100_000) =>
        Enumerable.Range(0, count).Select(i => low + (Stream.Uniform(i) * (high - low)));

    private static long UnitsApart(double a, double b) =>
        a == b ? 0 : Math.Abs(BitConverter.DoubleToInt64Bits(a) - BitConverter.DoubleToInt64Bits(b));

    [Fact]
    public void Exp_is_within_two_units_in_the_last_place() => Assert.All(
        Spread(-745, 709.7).Concat(Spread(-2, 2)).Concat([0, 1, -1, 1e-300, -708.4, -745.13, 709.78, Math.Log(2) / 2]),
        x => Assert.InRange(UnitsApart(Math.Exp(x), DeterministicMath.Exp(x)), 0, 2));

    [Fact]
    public void Log_is_within_two_units_in_the_last_place() => Assert.All(
        Spread(-700, 700).Select(Math.Exp).Concat(Spread(0.5, 2)).Concat([1, double.Epsilon, 1e-310, double.MaxValue]),
        x => Assert.InRange(UnitsApart(Math.Log(x), DeterministicMath.Log(x)), 0, 2));

    [Fact]
    public void Ends_of_the_line_are_as_expected()
    {
        Assert.Equal(double.PositiveInfinity, DeterministicMath.Exp(double.PositiveInfinity));
        Assert.Equal(double.PositiveInfinity, DeterministicMath.Exp(710));
        Assert.Equal(0, DeterministicMath.Exp(double.NegativeInfinity));
        Assert.Equal(double.NegativeInfinity, DeterministicMath.Log(0));
        Assert.Equal(double.PositiveInfinity, DeterministicMath.Log(double.PositiveInfinity));
        Assert.True(double.IsNaN(DeterministicMath.Log(-1)));
        Assert.True(double.IsNaN(DeterministicMath.Exp(double.NaN)));
    }

    [Theory] // mpmath 1.3.0 at 40 digits
    [InlineData(-0.9, -2.302585092994045906, -0.5934303402594008971)]
    [InlineData(-0.25, -0.2876820724517809274, -0.2211992169285951318)]
    [InlineData(-0.001, -0.001000500333583533521, -0.0009995001666250083527)]
    [InlineData(-1e-9, -1.000000000500000063e-9, -9.999999995000000624e-10)]
    [InlineData(1e-17, 1.000000000000000067e-17, 1.000000000000000077e-17)]
    [InlineData(1e-12, 9.999999999994999799e-13, 1.00000000000049998e-12)]
    [InlineData(6.26924944754014e-5, 0.00006269052938310021794, 0.00006269445969090104248)]
    [InlineData(0.0024, 0.002397124599721493253, 0.002402882305383063607)]
    [InlineData(0.0418, 0.04094998632895411012, 0.04268592071151220107)]
    [InlineData(0.7, 0.5306282510621703701, 1.013752707470476432)]
    [InlineData(30.0, 3.433987204485146246, 10686474581523.46215)]
    public void Small_arguments_keep_their_digits(double x, double log1p, double expm1)
    {
        Close(log1p, DeterministicMath.Log1p(x), 1e-15);
        Close(expm1, DeterministicMath.Expm1(x), 1e-15);
    }

    [Fact]
    public void Powers_follow_the_framework() => Assert.All(
        Spread(0.01, 100, 10_000),
        x => Close(Math.Pow(x, (x - 50) / 10), DeterministicMath.Pow(x, (x - 50) / 10), 1e-14));

    [Fact]
    public void The_logarithm_of_gamma_follows_MathNet() => Assert.All(
        Spread(0.001, 200, 10_000).Concat([1, 2, 3, 10, 1e5, 1e9]),
        x => Close(SpecialFunctions.GammaLn(x), DeterministicMath.LogGamma(x), 1e-14, floor: 1e-14));

    [Theory] // mpmath 1.3.0: ncdf(z) at 50 digits
    [InlineData(-37.5, 4.6053530095819548438e-308)]
    [InlineData(-20, 2.7536241186062336951e-89)]
    [InlineData(-10, 7.6198530241605260660e-24)]
    [InlineData(-6, 9.8658764503769814070e-10)]
    [InlineData(-5, 2.8665157187919391167e-7)]
    [InlineData(-3, 0.0013498980316300945267)]
    [InlineData(-1, 0.15865525393145705142)]
    [InlineData(-0.5, 0.30853753872598689637)]
    [InlineData(0, 0.5)]
    [InlineData(0.25, 0.59870632568292372424)]
    [InlineData(2, 0.97724986805182079279)]
    [InlineData(7, 0.99999999999872018744)]
    public void The_normal_distribution_function_has_fourteen_digits(double z, double expected) =>
        Close(expected, DeterministicMath.NormalCdf(z), 3e-14);

    [Fact]
    public void The_normal_quantile_inverts_the_distribution_function() => Assert.All(
        Spread(-37, 8, 20_000),
        z =>
        {
            var p = DeterministicMath.NormalCdf(z);
            var slack = 1e-12 + (z > 0 ? 3e-16 / DeterministicMath.NormalCdf(-z) : 0);
            Assert.Equal(z, DeterministicMath.NormalQuantile(p), slack * Math.Max(1, Math.Abs(z)));
        });

    [Fact]
    public void The_incomplete_gamma_function_follows_MathNet() => Assert.All(
        from shape in new[] { 0.01, 0.3, 1, 2.5, 17, 140, 1200, 9999 }
        from factor in new[] { 1e-6, 0.1, 0.5, 0.9, 0.99, 1, 1.01, 1.1, 1.5, 3, 10 }
        select (shape, x: shape * factor),
        at =>
        {
            var (lower, upper) = DeterministicMath.IncompleteGamma(at.shape, at.x);
            Close(SpecialFunctions.GammaLowerRegularized(at.shape, at.x), lower, 1e-11, floor: 1e-20);
            Close(SpecialFunctions.GammaUpperRegularized(at.shape, at.x), upper, 1e-11, floor: 1e-20);
        });

    [Theory] // mpmath 1.3.0: the series DLMF 8.11.4 at 60 digits
    [InlineData(9999.5, 10050, 0.69409692894588405144)]
    [InlineData(1e4, 9700, 0.0012341755844684919966)]
    [InlineData(1e4, 10000, 0.50132980833995520038)]
    [InlineData(1e4, 10250, 0.99348213651165744106)]
    [InlineData(1e6, 995000, 2.7495803592700707538e-7)]
    [InlineData(1e6, 1002000, 0.97719590410123013724)]
    public void The_expansion_for_large_shapes_meets_the_fraction(double shape, double x, double expected)
    {
        Assert.Equal(expected, DeterministicMath.IncompleteGamma(shape, x).Lower, 1e-14);
    }

    [Fact]
    public void The_incomplete_beta_function_follows_MathNet() => Assert.All(
        from a in new[] { 0.05, 0.5, 1, 3, 40, 900 }
        from b in new[] { 0.05, 0.5, 1, 3, 40, 900 }
        from x in new[] { 1e-6, 0.01, 0.2, 0.5, 0.8, 0.97, 0.999999 }
        select (a, b, x),
        at =>
        {
            var (lower, upper) = DeterministicMath.IncompleteBeta(at.a, at.b, at.x, 1 - at.x);
            Close(SpecialFunctions.BetaRegularized(at.a, at.b, at.x), lower, 1e-10, floor: 1e-15);
            Close(SpecialFunctions.BetaRegularized(at.b, at.a, 1 - at.x), upper, 1e-10, floor: 1e-15);
        });

    private static void Close(double expected, double actual, double relative, double floor = 0) =>
        Assert.InRange(Math.Abs(expected - actual), 0, (relative * Math.Abs(expected)) + floor);
}
