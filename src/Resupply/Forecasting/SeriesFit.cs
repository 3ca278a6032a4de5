using System.Collections.Immutable;
using Resupply.Forecasting.Scoring;

namespace Resupply.Forecasting;

/// <summary>What was found for one series.</summary>
/// <param name="Names">The models, the pool and the pool as the language can say it; as all lists by model.</param>
/// <param name="Origins">How many were scored at the longest horizon; 0: the series is too short to judge.</param>
/// <param name="BestNaive">The naive model with the least CRPS of the sum over the longest horizon.</param>
/// <param name="Best">The other model with the least, of those that the language can say.</param>
/// <param name="Chosen">What is printed: the best, unless a naive one is better.</param>
/// <param name="Against">The best less the best naive one; null where nothing was scored.</param>
public sealed record SeriesFit(
    NeedSeries Series,
    ImmutableArray<string> Names,
    ImmutableArray<bool> AreNaive,
    ImmutableArray<ImmutableArray<ScoreSheet>> Sums,
    ImmutableArray<ImmutableArray<ScoreSheet>> Periods,
    int Origins,
    int BestNaive,
    int Best,
    int Chosen,
    Difference? Against)
{
    /// <summary>The members of the pool and their weights for the time to come.</summary>
    public required ImmutableArray<(string Name, double Weight)> Pool { get; init; }

    /// <summary>The scenario's words for the chosen model.</summary>
    public required NeedBlock Block { get; init; }

    /// <summary>The chosen model, ready to draw courses from.</summary>
    public required Forecast Forecast { get; init; }

    /// <summary>For each period to come: quantiles of its need, and of the sum up to it.</summary>
    public required ImmutableArray<FanPoint> Fan { get; init; }

    /// <summary>How many quantiles are scored.</summary>
    public required int Quantiles { get; init; }

    public bool IsJudged => Origins > 0;

    public double Crps(int model) => Sums[model][^1].Crps;

    /// <summary>The gain over the best naive model: 0.1 is 10 % less CRPS.</summary>
    public double Gain(int model) => 1 - (Crps(model) / Crps(BestNaive));
}

/// <summary>One period to come.</summary>
/// <param name="Need">Of the period itself.</param>
/// <param name="Sum">Of all periods up to it.</param>
public sealed record FanPoint(Period Period, Quantiles Need, Quantiles Sum);

/// <summary>Of a forecast's courses.</summary>
public sealed record Quantiles(
    double Mean, double P5, double P10, double P25, double P50, double P75, double P90, double P95)
{
    internal static Quantiles Of(Ensemble of) => new(
        of.Mean, of.Quantile(0.05), of.Quantile(0.1), of.Quantile(0.25), of.Quantile(0.5), of.Quantile(0.75),
        of.Quantile(0.9), of.Quantile(0.95));
}
