using Resupply.Scoring;

namespace Resupply.Tests.Scoring;

/// <summary>Scores of probabilities against numbers that others printed, and by hand.</summary>
public class ProbabilityScoresTests
{
    /// <summary>Brier (1950), table 1: ten forecasts of rain, 0.19 over both classes, half of it over one.</summary>
    [Fact]
    public void Brier_scored_his_ten_forecasts_of_rain_so()
    {
        (double Said, bool Rained)[] days =
        [
            (0.7, false), (0.9, true), (0.8, true), (0.4, true), (0.2, false), (0, false), (0, false), (0, false),
            (0, false), (0.1, false),
        ];
        Assert.Equal(0.19 / 2, days.Average(day => ProbabilityScores.Brier(day.Said, day.Rained)), 1e-12);
    }

    /// <summary>The example in the documentation of scikit-learn's `brier_score_loss`: 0.037 (0.0375).</summary>
    [Fact]
    public void Another_library_scores_its_example_so() => Assert.Equal(
        0.0375,
        new[] { (0.1, false), (0.9, true), (0.8, true), (0.3, false) }
            .Average(each => ProbabilityScores.Brier(each.Item1, each.Item2)),
        1e-12);

    /// <summary>That of its `log_loss`: 0.21616 in natural units.</summary>
    [Fact]
    public void Another_library_has_this_logarithmic_score() => Assert.Equal(
        0.21616,
        Math.Log(2) * new[] { (0.9, true), (0.1, false), (0.2, false), (0.65, true) }
            .Average(each => ProbabilityScores.Log(each.Item1, each.Item2)),
        0.000005);

    [Theory]
    [InlineData(0.5, true, 1)]
    [InlineData(0.25, true, 2)]
    [InlineData(0.25, false, 0.4150374992788438)] // log2(4/3)
    [InlineData(1, true, 0)]
    [InlineData(0, false, 0)]
    [InlineData(0, true, double.PositiveInfinity)]
    [InlineData(1, false, double.PositiveInfinity)]
    public void An_even_chance_costs_one_and_certainty_everything(double said, bool happened, double score) =>
        Assert.Equal(score, ProbabilityScores.Log(said, happened), 1e-12);

    /// <summary>Never seen in 1,000 counts as half a time in 1,001.</summary>
    [Theory]
    [InlineData(0, false, 1000, 0.5 / 1001)]
    [InlineData(1, false, 1000, 1000.5 / 1001)]
    [InlineData(0.5, false, 1000, 0.5)]
    [InlineData(0, true, 1000, 0)]
    public void A_simulation_does_not_know_never(double said, bool isExact, long replications, double supported) =>
        Assert.Equal(supported, ProbabilityScores.Supported(said, isExact, replications), 1e-15);

    [Theory]
    [InlineData(1, 0.99)]
    [InlineData(0, 0.01)]
    [InlineData(0.7, 0.7)]
    public void A_flat_claim_is_held_to_almost_certain(double says, double counted) =>
        Assert.Equal(counted, ProbabilityScores.OfClaim(says));
}
