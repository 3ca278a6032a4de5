using Resupply.Scoring;
using Resupply.Values;

namespace Resupply.Tests.Scoring;

public class ReliabilityTests
{
    /// <summary>
    /// Wilks, "Statistical methods in the atmospheric sciences" (2nd ed. 2006), table 7.3: 12,402 forecasts of rain;
    /// the relative frequency of each probability and how often it rained then.
    /// </summary>
    private static readonly (double Said, double Rained, double Share)[] Rain =
    [
        (0, 0.006, 0.4112), (0.05, 0.019, 0.0671), (0.1, 0.059, 0.1833), (0.2, 0.15, 0.0986), (0.3, 0.277, 0.0616),
        (0.4, 0.377, 0.0366), (0.5, 0.511, 0.0303), (0.6, 0.587, 0.0275), (0.7, 0.723, 0.0245), (0.8, 0.779, 0.022),
        (0.9, 0.934, 0.017), (1, 0.933, 0.0203),
    ];

    /// <summary>
    /// The table's base rate is printed: 0.162. Its Brier score does not depend on bins; the parts sum to it although 0
    /// and 0.05, 0.9 and 1 share one.
    /// </summary>
    [Fact]
    public void Twelve_thousand_forecasts_of_rain_fall_into_their_parts()
    {
        var all = Rain.SelectMany((row, question) => new GivenTo[]
        {
            new(question, row.Said, true, row.Share * row.Rained),
            new(question, row.Said, false, row.Share * (1 - row.Rained)),
        }).ToArray();
        var parts = BrierParts.Of(all);
        Assert.Equal(0.162 * (1 - 0.162), parts.Uncertainty, 0.0005);
        Assert.Equal(0.0734610400, parts.Brier, 1e-9); // Σ share (said² − 2 said rained + rained), in Python
        Assert.Equal(0.0006542636281940233, parts.Reliability, 1e-12);
        Assert.Equal(0.06277686989423818, parts.Resolution, 1e-12);
        Assert.Equal(0.00023673670769856824, parts.WithinVariance, 1e-12);
        Assert.Equal(7.314223009440831e-05, parts.WithinCovariance, 1e-12);
    }

    /// <summary>By hand: 0.2 twice (one happened), 0.8 twice (both did), all in one tenth each.</summary>
    [Fact]
    public void Four_answers_are_taken_apart_by_hand()
    {
        GivenTo[] all =
        [
            new(0, 0.2, true, 1), new(1, 0.2, false, 1), new(2, 0.8, true, 1), new(3, 0.8, true, 1),
        ];
        var parts = BrierParts.Of(all);
        Assert.Equal(((2 * 0.09) + (2 * 0.04)) / 4, parts.Reliability, 1e-12);
        Assert.Equal(((2 * 0.0625) + (2 * 0.0625)) / 4, parts.Resolution, 1e-12);
        Assert.Equal(0.75 * 0.25, parts.Uncertainty, 1e-12);
        Assert.Equal(0, parts.WithinVariance, 1e-12);
        Assert.Equal(0, parts.WithinCovariance, 1e-12);
        Assert.Equal((0.64 + 0.04 + 0.04 + 0.04) / 4, parts.Brier, 1e-12);
    }

    /// <summary>Whatever the weights, and however probabilities share a bin.</summary>
    [Fact]
    public void The_parts_sum_to_the_brier_score() => Property.Holds(
        forAny: draws =>
        {
            var all = new GivenTo[draws.Whole(1, 40)];
            for (var i = 0; i < all.Length; i++)
                all[i] = new GivenTo(i, draws.Whole(0, 20) / 20.0, draws.Uniform() < 0.4, 0.1 + draws.Uniform());
            return all;
        },
        that: all =>
        {
            var brier = all.Sum(each => each.Weight * ProbabilityScores.Brier(each.Probability, each.Happened))
                / all.Sum(each => each.Weight);
            return Math.Abs(BrierParts.Of(all).Brier - brier) < 1e-12;
        });

    /// <summary>Of probabilities that are right, the bars hold nine in ten: 4 standard errors of 400 cases.</summary>
    [Fact]
    public void Bars_hold_what_right_probabilities_do()
    {
        const int cases = 400;
        var held = 0;
        for (var seed = 0; seed < cases; seed++)
        {
            var stream = RandomStream.For(7, "reliability").At(seed);
            var all = Enumerable.Range(0, 60).Select(question =>
                new GivenTo(question, 0.35, stream.Uniform(question) < 0.35, 1)).ToArray();
            var bin = Assert.Single(ReliabilityDiagram.Of(all));
            held += bin.Happened >= bin.Low && bin.Happened <= bin.High ? 1 : 0;
        }

        // Counts have no finer intervals: P(15 ≤ Bin(60, 0.35) ≤ 27) and its kin lie between 0.90 and 0.95.
        Assert.InRange((double)held / cases, 0.90 - (4 * Math.Sqrt(0.9 * 0.1 / cases)), 0.97);
    }

    /// <summary>A question asked a hundred times is one thing that happened, not a hundred.</summary>
    [Fact]
    public void Answers_to_one_question_make_no_narrower_bar()
    {
        var often = Enumerable.Range(0, 100).Select(_ => new GivenTo(0, 0.5, true, 0.01)).ToArray();
        var bin = Assert.Single(ReliabilityDiagram.Of(often));
        Assert.Equal((0, 1, 1), (bin.Low, Math.Round(bin.High, 12), bin.Questions));
    }
}
