using MathNet.Numerics;
using MathNet.Numerics.Distributions;
using Resupply.Forecasting;
using Resupply.Forecasting.Scoring;
using Resupply.Values;
using Course = Resupply.Forecasting.Draws;

namespace Resupply.Tests.Forecasting;

/// <summary>Scores against closed forms of others and against figures made by hand.</summary>
public class ScoresTests
{
    /// <summary>(F(0) - 1)^2 + (F(1) - 1)^2 and so on, for a fair coin between 0 and 1.</summary>
    [Theory]
    [InlineData(0, 0.25)]
    [InlineData(1, 0.25)]
    [InlineData(2, 1.25)]
    [InlineData(5, 4.25)]
    public void The_crps_of_a_coin_is_as_by_hand(long came, double crps) =>
        Assert.Equal(crps, Scores.Crps(new Pmf(0, [0.5, 0.5]), came), 1e-12);

    /// <summary>
    /// Wei and Held, "Calibration tests for count data", TEST 23 (2014), appendix: of a Poisson law
    /// (y - m)(2F(y) - 1) + 2 m f(y) - m e^(-2m) (I0(2m) + I1(2m)).
    /// </summary>
    [Theory]
    [InlineData(0.3, 0)]
    [InlineData(2.5, 1)]
    [InlineData(2.5, 9)]
    [InlineData(20, 17)]
    public void The_crps_of_a_poisson_law_is_that_of_wei_and_held(double mean, int came)
    {
        var law = new Poisson(mean);
        var bessel = SpecialFunctions.BesselI0(2 * mean) + SpecialFunctions.BesselI1(2 * mean);
        var closed = ((came - mean) * ((2 * law.CumulativeDistribution(came)) - 1))
            + (2 * mean * law.Probability(came)) - (mean * Math.Exp(-2 * mean) * bessel);
        Assert.Equal(closed, Scores.Crps(CountPmf.Poisson(mean)!, came), 1e-6); // their Bessel functions have 1e-7
    }

    [Fact]
    public void A_fair_ensemble_has_the_crps_of_its_law_on_the_average()
    {
        const int trials = 4_000;
        var law = CountPmf.NegativeBinomial(3, 1.5)!;
        var (sum, squares) = (0.0, 0.0);
        var members = new long[8];
        for (var trial = 0; trial < trials; trial++)
        {
            var draws = new Course(RandomStream.For(1, "fair").At(trial));
            for (var i = 0; i < members.Length; i++) members[i] = draws.NegativeBinomial(3, 1.5);
            var score = Scores.Crps(new Ensemble(members), 5);
            sum += score;
            squares += score * score;
        }

        var error = Math.Sqrt(((squares / trials) - (sum / trials * sum / trials)) / trials);
        Assert.InRange(sum / trials, Scores.Crps(law, 5) - (4 * error), Scores.Crps(law, 5) + (4 * error));
    }

    [Fact]
    public void Distances_are_those_of_all_pairs() => Property.Holds(
        draws => (One: Values(draws), Other: Values(draws), Came: (long)draws.Between(0, 40)),
        pair =>
        {
            var (one, other) = (new Ensemble(pair.One), new Ensemble(pair.Other));
            var all = pair.One.SelectMany(a => pair.Other.Select(b => (double)Math.Abs(a - b))).Average();
            var own = pair.One
                .SelectMany((a, i) => pair.One.Where((_, j) => i != j).Select(b => (double)Math.Abs(a - b)))
                .Average();
            return Math.Abs(one.DistanceTo(other) - all) < 1e-9 && Math.Abs(one.Spread - own) < 1e-9
                && Math.Abs(one.DistanceTo(pair.Came) - pair.One.Average(a => Math.Abs(a - pair.Came))) < 1e-9
                && one.AtMost(pair.Came) == pair.One.Count(a => a <= pair.Came);
        },
        200);

    private static long[] Values(Draws draws) =>
        [.. Enumerable.Range(0, (int)draws.Between(2, 12)).Select(_ => (long)(draws.Between(0, 30) * draws.Uniform()))];

    [Theory]
    [InlineData(0.9, 10, 14, 3.6)]
    [InlineData(0.9, 10, 4, 0.6)]
    [InlineData(0.5, 3, 8, 2.5)]
    public void Pinball_loss_is_as_by_hand(double share, long quantile, long came, double loss) =>
        Assert.Equal(loss, Scores.Pinball(share, quantile, came), 1e-12);

    /// <summary>Of 0, 0, 1, 2 and what came, 0, three of five are lowest: ranks 1 to 3 of 5, each a third.</summary>
    [Fact]
    public void Ties_are_shared_between_the_tenths()
    {
        var bins = new double[10];
        Scores.AddPit(new Ensemble([0, 0, 1, 2]), 0, bins);
        for (var bin = 0; bin < 10; bin++) Assert.Equal(bin < 6 ? 1.0 / 6 : 0, bins[bin], 1e-12);
    }

    [Fact]
    public void Outcomes_of_the_law_itself_fall_in_all_tenths_alike()
    {
        const int trials = 4_000;
        var bins = new double[10];
        var members = new long[19];
        for (var trial = 0; trial < trials; trial++)
        {
            var draws = new Course(RandomStream.For(2, "pit").At(trial));
            for (var i = 0; i < members.Length; i++) members[i] = draws.Poisson(4);
            Scores.AddPit(new Ensemble(members), draws.Poisson(4), bins);
        }

        var error = Math.Sqrt(0.09 / trials);
        Assert.All(bins, bin => Assert.InRange(bin / trials, 0.1 - (4 * error), 0.1 + (4 * error)));
    }

    /// <summary>Changes 2, 1, 5 with one period not known between: means of 2, 1, 5 and of 4, 1, 25.</summary>
    [Fact]
    public void Scales_are_as_by_hand_and_skip_what_is_not_known()
    {
        var (absolute, squared) = Scores.Scales([3, 5, NeedSeries.NotKnown, 4, 9]);
        Assert.Equal((8 / 3.0, 10), (absolute, squared));
    }

    [Fact]
    public void A_sheet_has_the_figures_made_by_hand()
    {
        var sheet = new ScoreSheet([0.5, 0.9]);
        sheet.Begin(7);
        sheet.Add(new ScoredForecast(new Ensemble([1, 3]), 2, [0.5, 0.9]), 0.5, (2, 4));
        sheet.Add(new ScoredForecast(new Ensemble([4, 4]), 7, [0.5, 0.9]), 0.5, (2, 4));
        Assert.Equal(1.5, sheet.Crps, 1e-12); // (1 - 2/2 + 3 - 0) / 2
        Assert.Equal((0.5 + 1.5) / 2, sheet.Pinball(0), 1e-12);
        Assert.Equal((0.1 + 2.7) / 2, sheet.Pinball(1), 1e-12);
        Assert.Equal(((1 / 2.0) + (3 / 2.0)) / 2, sheet.Mase, 1e-12);
        Assert.Equal(Math.Sqrt(((0 / 4.0) + (9 / 4.0)) / 2), sheet.Rmsse, 1e-12);
        Assert.Equal(-1.5, sheet.Bias, 1e-12);
        Assert.Equal((0.5, 1), sheet.Coverage(0));
    }

    /// <summary>Without overlap the corrected test is Student's of one sample: 3 / sqrt(14/3/4) for 1, 2, 3,
    /// 6.</summary>
    [Fact]
    public void Without_overlap_the_test_is_students()
    {
        var found = Difference.Of([1, 2, 3, 6], [0, 0, 0, 0], 1, RandomStream.For(1, "test"));
        var t = 3 / Math.Sqrt(14 / 12.0);
        Assert.Equal(t, found.Statistic, 1e-12);
        Assert.Equal(2 * (1 - StudentT.CDF(0, 1, 3, t)), found.PValue, 1e-9);
    }

    /// <summary>
    /// For 1, 2, 3, 6, 4 and an overlap of 2: mean 3.2, autocovariances (4.84 + 1.44 + 0.04 + 7.84 + 0.64) / 5 = 2.96
    /// and (2.64 + 0.24 - 0.56 + 2.24) / 5 = 0.912; variance 2.96 + 2 * 0.912 = 4.784; correction
    /// sqrt((5 + 1 - 4 + 2/5) / 5) = sqrt(0.48).
    /// </summary>
    [Fact]
    public void With_overlap_it_is_that_of_diebold_and_mariano_as_corrected()
    {
        var found = Difference.Of([1, 2, 3, 6, 4], [0, 0, 0, 0, 0], 2, RandomStream.For(1, "test"));
        Assert.Equal(Math.Sqrt(0.48) * 3.2 / Math.Sqrt(4.784 / 5), found.Statistic, 1e-12);
    }

    /// <summary>From the printed tables of Student's t.</summary>
    [Theory]
    [InlineData(2.228, 10, 0.05)]
    [InlineData(4.604, 4, 0.01)]
    [InlineData(12.706, 1, 0.05)]
    public void Tails_are_those_of_the_tables(double t, int degrees, double p) =>
        Assert.Equal(p, Difference.TwoSided(t, degrees), 5e-5);

    [Fact]
    public void Scores_that_do_not_differ_are_not_told_apart()
    {
        var found = Difference.Of([1, 2, 3], [1, 2, 3], 1, RandomStream.For(1, "test"));
        Assert.Equal((0, 1, false), (found.Mean, found.PValue, found.IsClear));
    }
}
