using System.Text.Json;
using CsvHelper;
using MathNet.Numerics;
using MathNet.Numerics.Distributions;
using Resupply.Values;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Resupply.Tests.Values;

public class QuantileTests
{
    private static readonly double[] Levels =
        [1e-9, 1e-4, 0.01, 0.05, 0.1, 0.25, 0.4, 0.5, 0.6, 0.75, 0.9, 0.95, 0.99, 0.9999, 1 - 1e-9];

    private static double Quantile(Distribution distribution, double u, params double[] parameters)
    {
        Assert.Null(DistributionFunctions.Problem(distribution, parameters));
        return DistributionFunctions.Quantile(distribution, parameters, u);
    }

    /// <summary>
    /// The rows of the oracle that are distributions of the language, each with our parameters for it.
    /// </summary>
    private static (Distribution Distribution, double[] Parameters, double Shift)? Ours(string row, JsonElement p)
    {
        double Of(string name) => p.GetProperty(name).GetDouble();
        double[] MeanAndSd(double mean, double variance) => [mean, Math.Sqrt(variance)];
        return row switch
        {
            "1" => (Distribution.Gamma, MeanAndSd(10, 40), 0),
            "3" => (Distribution.Gamma, [Of("mean"), Of("mean") * Of("cv")], 0),
            "5" => (Distribution.Lognormal, MeanAndSd(4.572225195142159, 18.74115083747984), 0),
            "7" => (Distribution.Lognormal, MeanAndSd(10.172297037713122, 63.82445716246547), 0),
            "9" => (Distribution.NegativeBinomial, [4.5, 1.0 / 3], 0),
            "11" => (Distribution.NegativeBinomial, [Of("mean"), (Of("vmr") - 1) / Of("mean")], 0),
            "13" => (Distribution.Geometric, [(1 / Of("p")) - 1], 1),
            "15" => (Distribution.Exponential, [1 / Of("rate")], 0),
            "17" => (Distribution.Gamma, MeanAndSd(2, 1), 0),
            "19" => (Distribution.Weibull, [Of("shape"), Of("scale")], 0),
            "21" => (Distribution.Weibull,
                [Of("shape"), Of("mean") / Math.Exp(DeterministicMath.LogGamma(1 + (1 / Of("shape"))))], 0),
            "23" => (Distribution.Triangular,
                [Of("min"), (3 * Of("mean")) - Of("min") - Of("max"), Of("max")], 0),
            "25" => (Distribution.Pert, [Of("min"), Of("mode"), Of("max")], 0),
            "37" => (Distribution.Poisson, [Of("mean")], 0),
            _ => null,
        };
    }

    private static string Oracle(string name, [CallerFilePath] string here = "")
    {
        var root = Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..");
        return Path.Combine(root, "..", "shared", "oracles", name);
    }

    [Fact]
    public void Every_check_value_of_a_distribution_of_the_language_holds()
    {
        var file = Oracle("distribution_check_values.csv");
        if (!File.Exists(file)) Assert.Skip($"{file} is not here");

        using var reader = new CsvReader(File.OpenText(file), CultureInfo.InvariantCulture);
        var checkedRows = 0;
        foreach (IDictionary<string, object> row in reader.GetRecords<dynamic>())
        {
            using var json = JsonDocument.Parse((string)row["params_json"]);
            if (Ours((string)row["row"], json.RootElement) is not var (distribution, parameters, shift)) continue;
            double Expected(string column) => double.Parse((string)row[column], CultureInfo.InvariantCulture);
            void Holds(string column, double actual) =>
                Assert.Equal(Expected(column), actual, 1e-12 + (1e-9 * Math.Abs(Expected(column))));

            Holds("q05", shift + Quantile(distribution, 0.05, parameters));
            Holds("q50", shift + Quantile(distribution, 0.50, parameters));
            Holds("q95", shift + Quantile(distribution, 0.95, parameters));
            Holds("cdf", DistributionFunctions.Cdf(distribution, parameters, Expected("x") - shift));
            Holds("mean", shift + DistributionFunctions.Mean(distribution, parameters));
            checkedRows++;
        }

        Assert.Equal(42, checkedRows);
    }

    private static void Follows(Func<double, double> theirs, Distribution distribution, params double[] parameters) =>
        Assert.All(Levels, u =>
        {
            var expected = theirs(u);
            Assert.Equal(expected, Quantile(distribution, u, parameters), 1e-9 * Math.Max(1e-3, Math.Abs(expected)));
        });

    /// <summary>
    /// MathNet inverts these to eight digits only; so its distribution function is asked where we are.
    /// </summary>
    private static void Inverts(
        IUnivariateDistribution theirs, Distribution distribution, params double[] parameters) =>
        Assert.All(Levels, u => Assert.Equal(
            u,
            theirs.CumulativeDistribution(Quantile(distribution, u, parameters)),
            1e-15 + (1e-9 * Math.Min(u, 1 - u))));

    [Theory]
    [InlineData(10, 3)]
    [InlineData(40, 30)]
    [InlineData(5, 0.01)]
    [InlineData(3, 2.9)]
    [InlineData(1, 1)]
    [InlineData(2e4, 100)]
    public void Lives_follow_MathNet(double mean, double sd)
    {
        var shape = mean / sd * (mean / sd);
        Inverts(new Gamma(shape, shape / mean), Distribution.Gamma, mean, sd);
        var lognormal = LogNormal.WithMeanVariance(mean, sd * sd);
        Follows(lognormal.InverseCumulativeDistribution, Distribution.Lognormal, mean, sd);
        Follows(new Normal(mean, sd).InverseCumulativeDistribution, Distribution.Normal, mean, sd);
        Follows(u => -mean * SpecialFunctions.Log1p(-u), Distribution.Exponential, mean);
        Follows(u => mean * Math.Pow(-SpecialFunctions.Log1p(-u), 1 / sd), Distribution.Weibull, sd, mean);
    }

    [Theory]
    [InlineData(10, 14, 30)]
    [InlineData(0, 0, 1)]
    [InlineData(-3, 9, 9)]
    [InlineData(14, 28, 56)]
    public void Three_point_estimates_follow_MathNet(double low, double mode, double high)
    {
        var triangular = new Triangular(low, high, mode);
        Follows(triangular.InverseCumulativeDistribution, Distribution.Triangular, low, mode, high);
        var width = high - low;
        var beta = new Beta(1 + (4 * (mode - low) / width), 1 + (4 * (high - mode) / width));
        Inverts(new BetaScaled(beta.A, beta.B, low, width), Distribution.Pert, low, mode, high);
    }

    /// <summary>The definition: F reaches u at k and not before.</summary>
    private static void Reaches(IDiscreteDistribution theirs, Distribution distribution, params double[] parameters) =>
        Assert.All(Levels, u =>
        {
            var k = Quantile(distribution, u, parameters);
            var cdf = ((IUnivariateDistribution)theirs).CumulativeDistribution;
            Assert.True(cdf(k) >= u - 1e-12, $"F({k}) = {cdf(k)} does not reach {u}");
            if (k > 0) Assert.True(cdf(k - 1) < u + 1e-12, $"F({k - 1}) = {cdf(k - 1)} reaches {u} before {k}");
        });

    [Theory]
    [InlineData(0.01)]
    [InlineData(1)]
    [InlineData(3.7)]
    [InlineData(127.9)]
    [InlineData(128.1)]
    [InlineData(5000)]
    public void Counts_follow_MathNet(double mean)
    {
        if (mean < 1e4) Reaches(new Poisson(mean), Distribution.Poisson, mean);
        foreach (var dispersion in new[] { 0.05, 0.7, 4 })
        {
            var r = 1 / dispersion;
            Reaches(new NegativeBinomial(r, 1 / (1 + (dispersion * mean))),
                Distribution.NegativeBinomial, mean, dispersion);
        }

        Reaches(new NegativeBinomial(1, 1 / (1 + mean)), Distribution.Geometric, mean);
    }

    [Theory]
    [InlineData(1, 0.3)]
    [InlineData(20, 0.5)]
    [InlineData(500, 0.01)]
    [InlineData(500, 0.97)]
    [InlineData(5000, 0.5)]
    [InlineData(1_000_000, 0.0003)]
    public void Binomials_follow_MathNet(int n, double p) =>
        Reaches(new Binomial(p, n), Distribution.Binomial, n, p);

    [Theory] // mpmath 1.3.0 at 30 digits, by bisection
    [InlineData(Distribution.Gamma, 3, 12, 0.1, 2.8329039413077398e-15)]
    [InlineData(Distribution.Gamma, 3, 12, 0.999, 140.62256476227667)]
    [InlineData(Distribution.Gamma, 5, 0.01, 0.25, 4.9932514736471523)]
    [InlineData(Distribution.Gamma, 2e4, 100, 0.95, 20164.769129015751)]
    [InlineData(Distribution.NegativeBinomial, 2e6, 4, 0.95, 9680930)]
    [InlineData(Distribution.NegativeBinomial, 2e6, 4, 0.05, 34)]
    [InlineData(Distribution.NegativeBinomial, 1000, 0.5, 0.99, 3321)]
    [InlineData(Distribution.NegativeBinomial, 5000, 1e-13, 0.999, 5220)] // as the Poisson below
    public void Hard_corners_have_twelve_digits(
        Distribution distribution, double a, double b, double u, double expected) =>
        Assert.Equal(expected, Quantile(distribution, u, a, b), 1e-12 * expected);

    [Theory] // mpmath 1.3.0 at 30 digits, by summation
    [InlineData(40, 0.5, 40)]
    [InlineData(5000, 0.999, 5220)]
    [InlineData(100_000, 0.025, 99381)]
    public void Large_Poissons_are_exact(double mean, double u, double expected) =>
        Assert.Equal(expected, Quantile(Distribution.Poisson, u, mean));

    [Theory] // mpmath 1.3.0 at 30 digits, by bisection
    [InlineData(5, 4, 0.5, 5.5312067167059275, 1e-13)]
    [InlineData(0, 1, 0.001, 0.0012533144654325545, 1e-12)]
    [InlineData(-3, 1, 0.9, 0.6425222758316236, 1e-12)]
    [InlineData(-30, 1, 0.5, 0.023070467827310753, 1e-11)]
    [InlineData(-40, 1, 0.5, 0.017314126764651106, 1e-3)]
    public void A_normal_that_cannot_be_negative_is_conditioned(
        double mean, double sd, double u, double expected, double error)
    {
        var value = DistributionFunctions.QuantileNonNegativeNormal(mean, sd, u);
        Assert.Equal(expected, value, error * expected);
        Assert.Equal(u, DistributionFunctions.CdfNonNegativeNormal(mean, sd, value), error);
    }

    [Fact]
    public void Conditioning_raises_the_mean() =>
        Assert.Equal(5.816901835594707, DistributionFunctions.MeanNonNegativeNormal(5, 4), 1e-13);

    [Fact]
    public void A_normal_that_is_surely_negative_cannot_be_conditioned() => Assert.Throws<DrawException>(
        () => DistributionFunctions.QuantileNonNegativeNormal(-3, 0, 0.5));

    [Theory]
    [InlineData(Distribution.Poisson, 1e9, 0)]
    [InlineData(Distribution.NegativeBinomial, 1e9, 1e-9)]
    [InlineData(Distribution.NegativeBinomial, 1e9, 1e6)]
    [InlineData(Distribution.NegativeBinomial, 100, 1e6)]
    [InlineData(Distribution.NegativeBinomial, 1e9, 3)]
    [InlineData(Distribution.Binomial, 1e9, 0.3)]
    [InlineData(Distribution.Geometric, 1e9, 0)]
    [InlineData(Distribution.Gamma, 1, 1e6)]
    [InlineData(Distribution.Gamma, 1e15, 1)]
    [InlineData(Distribution.Lognormal, 1, 1e6)]
    [InlineData(Distribution.Weibull, 0.01, 1e15)]
    public void The_limits_end_and_rise(Distribution distribution, double a, double b)
    {
        double[] parameters = [.. new[] { a, b }.Take(DistributionFunctions.ParameterNames(distribution).Length)];
        var values = Levels.Select(u => Quantile(distribution, u, parameters)).ToList();
        Assert.All(values, value => Assert.True(double.IsFinite(value)));
        Assert.Equal(values.Order(), values);
    }

    [Fact]
    public void A_draw_never_falls_as_the_uniform_rises()
    {
        foreach (var (distribution, parameters) in new (Distribution, double[])[]
        {
            (Distribution.Gamma, [10, 3]), (Distribution.Gamma, [1, 4]), (Distribution.Pert, [10, 14, 30]),
            (Distribution.Poisson, [300]), (Distribution.NegativeBinomial, [300, 0.4]),
            (Distribution.Binomial, [900, 0.4]), (Distribution.Binomial, [900, 0.95]),
            (Distribution.Geometric, [7]), (Distribution.Triangular, [1, 2, 5]),
        })
        {
            var values = Enumerable.Range(0, 2000)
                .Select(i => Quantile(distribution, (i + 0.5) / 2000, parameters)).ToList();
            Assert.Equal(values.Order(), values);
        }
    }

    [Fact]
    public void Nothing_spread_is_certain()
    {
        Assert.All(Levels, u =>
        {
            Assert.Equal(7, Quantile(Distribution.Uniform, u, 7, 7));
            Assert.Equal(7, Quantile(Distribution.Triangular, u, 7, 7, 7));
            Assert.Equal(7, Quantile(Distribution.Pert, u, 7, 7, 7));
            Assert.Equal(7, Quantile(Distribution.Normal, u, 7, 0));
            Assert.Equal(7, Quantile(Distribution.Lognormal, u, 7, 0));
            Assert.Equal(7, Quantile(Distribution.Gamma, u, 7, 0));
            Assert.Equal(0, Quantile(Distribution.Lognormal, u, 0, 0));
            Assert.Equal(0, Quantile(Distribution.Gamma, u, 0, 0));
            Assert.Equal(0, Quantile(Distribution.Exponential, u, 0));
            Assert.Equal(0, Quantile(Distribution.Weibull, u, 1.5, 0));
            Assert.Equal(0, Quantile(Distribution.Poisson, u, 0));
            Assert.Equal(0, Quantile(Distribution.NegativeBinomial, u, 0, 2));
            Assert.Equal(Quantile(Distribution.Poisson, u, 3), Quantile(Distribution.NegativeBinomial, u, 3, 0));
            Assert.Equal(0, Quantile(Distribution.Geometric, u, 0));
            Assert.Equal(0, Quantile(Distribution.Binomial, u, 0, 0.5));
            Assert.Equal(0, Quantile(Distribution.Binomial, u, 9, 0));
            Assert.Equal(9, Quantile(Distribution.Binomial, u, 9, 1));
            Assert.Equal(4, Quantile(Distribution.Empirical, u, 4));
            Assert.Equal(4, Quantile(Distribution.Discrete, u, 4, 0.1));
        });
    }

    [Fact]
    public void Lists_are_inverted_in_order_of_value()
    {
        Assert.Equal([4, 4, 9, 14, 30],
            new[] { 0.1, 0.25, 0.5, 0.7, 0.99 }.Select(u => Quantile(Distribution.Empirical, u, 30, 4, 14, 9)));
        Assert.Equal([2, 2, 5, double.PositiveInfinity],
            new[] { 0.1, 0.2, 0.5, 0.51 }.Select(u =>
                Quantile(Distribution.Discrete, u, double.PositiveInfinity, 5, 2, 2, 3, 0, 5, 3)));
        Assert.Equal(Enumerable.Range(0, 300).Select(i => (double)i),
            Enumerable.Range(0, 300).Select(i => Quantile(Distribution.Empirical, (i + 0.5) / 300,
                [.. Enumerable.Range(0, 300).Select(j => (double)(j * 7 % 300))])));
    }
}
