using System.Collections.Immutable;
using Resupply.Values;

namespace Resupply.Scoring;

/// <summary>Probabilities of one tenth, and how often what they were given to happened.</summary>
/// <param name="From">From here, as a share, to the next tenth, which is not in it (but 1 is).</param>
/// <param name="Weight">How many questions, each by the part of its time that it was in here.</param>
/// <param name="Questions">How many questions were ever in here.</param>
/// <param name="Said">The mean probability.</param>
/// <param name="Happened">The share that happened.</param>
/// <param name="Low">Where that share would lie in 9 cases of 10, were the probabilities right: from here ...</param>
/// <param name="High">... to here.</param>
public sealed record ReliabilityBin(
    double From, double To, double Weight, int Questions, double Said, double Happened, double Low, double High);

/// <summary>The Brier score taken apart.</summary>
/// <remarks>
/// Murphy, "A new vector partition of the probability score", Journal of Applied Meteorology 12 (1973) 595–600; with
/// the variance and covariance within bins, without which the sum is that of rounded probabilities: Stephenson, Coelho
/// &amp; Jolliffe, "Two extra components in the Brier score decomposition", Weather and Forecasting 23 (2008) 752–757.
/// Each probability counts by its weight.
/// </remarks>
/// <param name="Reliability">How far what was said lies from what came: 0 is best.</param>
/// <param name="Resolution">How far apart what came lies where different things were said: more is better.</param>
/// <param name="Uncertainty">How hard the questions were: nobody can change it.</param>
/// <param name="WithinVariance">What is lost by calling the probabilities of a bin alike ...</param>
/// <param name="WithinCovariance">... and what is won.</param>
public sealed record BrierParts(
    double Reliability, double Resolution, double Uncertainty, double WithinVariance, double WithinCovariance)
{
    /// <summary>So that reliability - this + uncertainty is the Brier score.</summary>
    public double GeneralResolution => Resolution - WithinVariance + WithinCovariance;

    public double Brier => Reliability - GeneralResolution + Uncertainty;

    public static BrierParts Of(IReadOnlyCollection<GivenTo> all)
    {
        var weight = all.Sum(each => each.Weight);
        var rate = all.Sum(each => each.Weight * each.Came) / weight;
        var (reliability, resolution, variance, covariance) = (0.0, 0.0, 0.0, 0.0);
        foreach (var bin in all.GroupBy(each => each.Bin).OrderBy(bin => bin.Key))
        {
            var within = bin.Sum(each => each.Weight);
            var said = bin.Sum(each => each.Weight * each.Probability) / within;
            var came = bin.Sum(each => each.Weight * each.Came) / within;
            reliability += within * (said - came) * (said - came);
            resolution += within * (came - rate) * (came - rate);
            foreach (var each in bin)
            {
                var distance = each.Probability - said;
                variance += each.Weight * distance * distance;
                covariance += 2 * each.Weight * distance * (each.Came - came);
            }
        }

        return new BrierParts(
            reliability / weight, resolution / weight, rate * (1 - rate), variance / weight, covariance / weight);
    }
}

/// <summary>A probability, what came of it, and for how much it counts.</summary>
/// <param name="Question">Which question it was given to, counted from 0.</param>
public readonly record struct GivenTo(int Question, double Probability, bool Happened, double Weight)
{
    public const int Bins = 10;

    public int Bin => Math.Min(Bins - 1, (int)(Probability * Bins));

    public int Came => Happened ? 1 : 0;

    public static ImmutableArray<GivenTo> Of(TrackRecord record) =>
    [
        .. record.Questions.SelectMany((score, question) => score.Given.Select(
            given => new GivenTo(question, given.Probability, score.Happened, given.Weight))),
    ];
}

/// <summary>The reliability diagram, as numbers.</summary>
public static class ReliabilityDiagram
{
    private const int Resamples = 999;
    private const double Tail = 0.05;
    private const ulong Seed = 1;

    /// <summary>Only bins that hold something.</summary>
    /// <remarks>
    /// The bars: Bröcker &amp; Smith, "Increasing the reliability of reliability diagrams", Weather and Forecasting 22
    /// (2007) 651–661, with the probabilities as they are: what comes is drawn from them many times. All answers to one
    /// question share one draw, since they share what came.
    /// </remarks>
    public static ImmutableArray<ReliabilityBin> Of(IReadOnlyCollection<GivenTo> all)
    {
        var bins = all.GroupBy(each => each.Bin).OrderBy(bin => bin.Key).ToImmutableArray();
        return [.. bins.Select(bin => Of(bin.Key, [.. bin]))];
    }

    private static ReliabilityBin Of(int bin, GivenTo[] all)
    {
        var weight = all.Sum(each => each.Weight);
        var drawn = new double[Resamples];
        for (var resample = 0; resample < Resamples; resample++)
        {
            var stream = RandomStream.For(Seed, "score.reliability").At(resample);
            drawn[resample] = all.Sum(each => stream.Uniform(each.Question) < each.Probability ? each.Weight : 0);
        }

        Array.Sort(drawn);
        var at = (int)(Tail * (Resamples + 1)) - 1;
        return new ReliabilityBin(
            (double)bin / GivenTo.Bins,
            (bin + 1.0) / GivenTo.Bins,
            weight,
            all.DistinctBy(each => each.Question).Count(),
            all.Sum(each => each.Weight * each.Probability) / weight,
            all.Sum(each => each.Weight * each.Came) / weight,
            drawn[at] / weight,
            drawn[Resamples - 1 - at] / weight);
    }
}
