using Resupply.Values;

namespace Resupply.Tests.Values;

public class DistributionProblemTests
{
    private const double Never = double.PositiveInfinity;

    [Theory]
    [InlineData(Distribution.Uniform, "low is 3 and high is 2; low must not be above high", 3, 2)]
    [InlineData(Distribution.Uniform, "high is never; it must be a number or a date that comes", 3, Never)]
    [InlineData(Distribution.Uniform, "needs 2 parameters (low, high); found 1", 3)]
    [InlineData(Distribution.Triangular, "mode is 9; it must lie between low (1) and high (5)", 1, 9, 5)]
    [InlineData(Distribution.Pert, "low is 7 and high is 5; low must not be above high", 7, 6, 5)]
    [InlineData(Distribution.Normal, "sd is -3; it must not be below 0", 1, -3)]
    [InlineData(Distribution.Normal, "mean is 10000000000000000; it must be within 1000000000000000 of 0", 1e16, 1)]
    [InlineData(Distribution.Lognormal, "mean is -1; it must not be below 0", -1, 3)]
    [InlineData(Distribution.Lognormal, "mean is 0 and sd is 3; where sd is above 0, mean must be too", 0, 3)]
    [InlineData(Distribution.Gamma, "sd is 10000000; it must not be above 1000000 times the mean", 1, 1e7)]
    [InlineData(Distribution.Exponential, "mean is -1; it must not be below 0", -1)]
    [InlineData(Distribution.Weibull, "shape is 0; it must not be below 0.01", 0, 5)]
    [InlineData(Distribution.Weibull, "shape is 101; it must not be above 100", 101, 5)]
    [InlineData(Distribution.Weibull, "scale is -5; it must not be below 0", 2, -5)]
    [InlineData(Distribution.Poisson, "mean is 10000000000; it must not be above 1000000000", 1e10)]
    [InlineData(Distribution.NegativeBinomial, "dispersion is -0.1; it must not be below 0", 3, -0.1)]
    [InlineData(Distribution.Geometric, "mean is not a number", double.NaN)]
    [InlineData(Distribution.Binomial, "p is 1.2; it must not be above 1", 3, 1.2)]
    [InlineData(Distribution.Binomial, "n is -3; it must not be below 0", -3, 0.2)]
    [InlineData(Distribution.Empirical, "needs at least one value")]
    [InlineData(Distribution.Empirical, "value 2 is never; it must be a number or a date that comes", 3, Never)]
    [InlineData(Distribution.Discrete, "needs a weight for each value", 3, 1, 4)]
    [InlineData(Distribution.Discrete, "weight 2 is -1; it must not be below 0", 3, 1, 4, -1)]
    [InlineData(Distribution.Discrete, "all weights are 0; one of them must be above 0", 3, 0, 4, 0)]
    [InlineData(Distribution.Discrete, null, 3, 0, Never, 1)]
    [InlineData(Distribution.Poisson, null, 0)]
    [InlineData(Distribution.Triangular, null, 5, 5, 5)]
    public void What_is_wrong_is_said_in_words(Distribution distribution, string? problem, params object[] numbers) =>
        Assert.Equal(problem, DistributionFunctions.Problem(distribution, [.. numbers.Select(Convert.ToDouble)]));
}
