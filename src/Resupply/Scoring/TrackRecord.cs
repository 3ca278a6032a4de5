using System.Collections.Immutable;
using Resupply.Forecasting.Scoring;
using Resupply.Values;

namespace Resupply.Scoring;

/// <summary>One probability that was given, and how good it was.</summary>
/// <param name="Weight">The part of its question's time that it stood; those of a question sum to 1.</param>
public sealed record GivenProbability(
    StandingAnswer Standing, string? Claim, double Probability, double Weight, double Brier, double Log);

/// <summary>What somebody said on one question, and how good it was.</summary>
public sealed record QuestionScore(
    SettledQuestion Question, bool Happened, ImmutableArray<GivenProbability> Given)
{
    /// <summary>The mean over the time that each answer stood; so is the logarithmic score.</summary>
    public double Brier { get; } = Given.Sum(given => given.Weight * given.Brier);

    public double Log { get; } = Given.Sum(given => given.Weight * given.Log);

    /// <summary>The mean probability that was given while it was open.</summary>
    public double Said { get; } = Given.Sum(given => given.Weight * given.Probability);
}

/// <summary>How right somebody was: each question counts alike, however often it was asked.</summary>
/// <param name="Who">A source, as the scenario calls it; null: the scenario's own answers.</param>
public sealed record TrackRecord(string? Who, ImmutableArray<QuestionScore> Questions)
{
    private const ulong Seed = 1;

    public double Brier => Mean(score => score.Brier);

    public double Log => Mean(score => score.Log);

    /// <summary>The standard error of the mean Brier score, as if questions were independent; NaN for less than 2.
    /// </summary>
    public double BrierError => Error(score => score.Brier);

    public double LogError => Error(score => score.Log);

    /// <summary>How often it happened, of these questions.</summary>
    public double BaseRate => Mean(score => score.Happened ? 1 : 0);

    /// <summary>The Brier score of who always says the base rate, which nobody knew beforehand.</summary>
    public double BaseRateBrier => BaseRate * (1 - BaseRate);

    /// <summary>1: always right and certain; 0: no better than the base rate; NaN where all or none happened.</summary>
    /// <remarks>Brier skill score, with the sample's own climatology: Wilks, "Statistical methods in the atmospheric
    /// sciences", 2nd ed. (2006), eq. (7.35).</remarks>
    public double Skill => BaseRateBrier > 0 ? 1 - (Brier / BaseRateBrier) : double.NaN;

    /// <summary>This one's Brier scores less those of another on the questions of both; null where there are none.
    /// </summary>
    public Difference? Against(TrackRecord other)
    {
        var theirs = other.Questions.ToDictionary(score => score.Question.Asked);
        var both = Questions.Where(score => theirs.ContainsKey(score.Question.Asked)).ToArray();
        return both.Length == 0 ? null : Difference.Of(
            [.. both.Select(score => score.Brier)],
            [.. both.Select(score => theirs[score.Question.Asked].Brier)],
            1,
            RandomStream.For(Seed, $"score.{other.Who}.{Who}"));
    }

    /// <summary>The same on those questions alone that another spoke on.</summary>
    public TrackRecord On(TrackRecord other)
    {
        var asked = other.Questions.Select(score => score.Question.Asked).ToHashSet();
        return this with { Questions = [.. Questions.Where(score => asked.Contains(score.Question.Asked))] };
    }

    private double Mean(Func<QuestionScore, double> of) => Questions.Sum(of) / Questions.Length;

    private double Error(Func<QuestionScore, double> of)
    {
        var (n, mean) = (Questions.Length, Mean(of));
        if (n < 2 || !double.IsFinite(mean)) return double.NaN;
        return Math.Sqrt(Questions.Sum(score => (of(score) - mean) * (of(score) - mean)) / (n - 1.0) / n);
    }
}
