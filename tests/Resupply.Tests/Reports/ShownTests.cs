using MathNet.Numerics.Distributions;
using Resupply.Answers;
using Resupply.Reports;

namespace Resupply.Tests.Reports;

public sealed class ShownTests
{
    [Theory]
    [InlineData(0.8312, 100_000, "83 in 100", "82.9–83.4", "±0.2")] // the contract's own example has 0.8289 and 0.8335
    [InlineData(0.8312, 1_000, "83 in 100", "81–85", "±2")]
    [InlineData(0.8312, 100, "about 8 in 10", "75–89 in 100", "±7 in 100")]
    [InlineData(0.004, 100_000, "4 in 1,000", "3.6–4.4", "±0.4")]
    [InlineData(0.9964, 100_000, "996 in 1,000", "996.0–996.8", "±0.4")]
    [InlineData(0.00042, 100_000, "fewer than 1 in 1,000", "0.3–0.6", "±0.1")]
    [InlineData(0.00003, 100_000, "fewer than 1 in 10,000", "0.01–0.09 in 1,000", "±0.04 in 1,000")]
    [InlineData(0.99997, 100_000, "more than 9,999 in 10,000", "999.91–999.99 in 1,000", "±0.04 in 1,000")]
    [InlineData(0.0, 10_000, "none of 10,000 replications", "at most 0.04 in 100", "at most 0.04 in 100")]
    [InlineData(1.0, 10_000, "all of 10,000 replications", "at least 99.96 in 100", "at least 99.96 in 100")]
    [InlineData(0.02, 50, "fewer than 1 in 10", "0–10 in 100", "±5 in 100")]
    public void A_probability_has_no_more_digits_than_its_error_supports(
        double value, long replications, string shown, string range, string error)
    {
        var estimate = Shown.Wilson(value, replications);
        Assert.Equal(shown, Shown.Probability(estimate, null, replications));
        Assert.Equal(range, Shown.ProbabilityRange(estimate));
        Assert.Equal(error, Shown.ProbabilityError(estimate));
    }

    [Fact]
    public void Only_what_is_exact_is_certain()
    {
        var all = Shown.Wilson(1, 1_000_000);
        Assert.Equal("all of 1,000,000 replications", Shown.Probability(all, null, 1_000_000));
        Assert.Equal("all of 1,000,000 replications", Shown.Probability(all, 0.99999999, 1_000_000));
        Assert.Equal("certain", Shown.Probability(all, 1, 1_000_000));
        Assert.Equal("impossible", Shown.Probability(Shown.Wilson(0, 10), 0, 10));
    }

    [Theory]
    [InlineData(0.03, 100)]
    [InlineData(0.5, 1000)]
    [InlineData(0.999, 10_000)]
    public void Wilsons_bounds_are_where_the_score_test_just_rejects(double share, double replications)
    {
        var estimate = Shown.Wilson(share, replications);
        foreach (var bound in new[] { estimate.Low, estimate.High })
        {
            var score = Math.Abs(share - bound) / Math.Sqrt(bound * (1 - bound) / replications);
            Assert.Equal(Normal.InvCDF(0, 1, 0.975), score, 6);
        }
    }

    [Theory]
    [InlineData(61.234, 0.234, "units", "61.2 units", "±0.2")]
    [InlineData(61.234, 4.1, "units", "61 units", "±4")]
    [InlineData(12_345, 211, "units", "12,300 units", "±200")]
    [InlineData(1, 0, "units", "1 unit", "±0")]
    [InlineData(1.5, 0.01, "days", "1.50 days", "±0.01")]
    [InlineData(3.8231e9, 2.2e6, "USD", "3.82 bn USD", "±0.002 bn")]
    [InlineData(275e6, 0, "USD", "275 M USD", "±0")]
    [InlineData(0, 0, "units", "0 units", "±0")]
    [InlineData(-12.4, 0.3, "units", "-12.4 units", "±0.3")]
    public void An_amount_is_rounded_to_its_error_and_to_three_digits(
        double value, double half, string unit, string shown, string error)
    {
        var estimate = new Estimate(value, value - half, value + half, half / 2);
        Assert.Equal(shown, Shown.Amount(estimate, unit));
        Assert.Equal(error, Shown.AmountError(estimate));
    }

    [Theory]
    [InlineData(0.97213, 0.0005, "97.2%")]
    [InlineData(0.97213, 0.02, "97%")]
    [InlineData(0.99997, 0.0001, "more than 99.9%")]
    [InlineData(0.00003, 0.0001, "less than 0.1%")]
    [InlineData(1, 0, "100.0%")]
    [InlineData(0, 0, "0.0%")]
    public void A_share_is_all_only_where_it_is_all(double value, double half, string shown) =>
        Assert.Equal(shown, Shown.Share(new Estimate(value, value - half, value + half, half / 2)));
}
