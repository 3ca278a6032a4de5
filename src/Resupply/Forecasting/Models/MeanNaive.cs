using Resupply.Values;

namespace Resupply.Forecasting.Models;

/// <summary>Every period is one of the past, each equally likely: the mean, with the spread that was seen.</summary>
/// <remarks>
/// Climatology: Gneiting &amp; Raftery, "Strictly proper scoring rules, prediction, and estimation", JASA 102 (2007),
/// section 1, have it as the reference of probabilistic forecasts.
/// </remarks>
public sealed class MeanNaive() : NeedModel("mean", "any period of the past (mean, climatology)")
{
    public override bool IsNaive => true;

    public override Forecast? Fit(History history) => history.LastKnown() is { Length: > 0 } known
        ? new Climatology(CountLaw.Of(known), history.Step)
        : null;

    private sealed class Climatology(CountLaw law, PeriodStep step) : Forecast
    {
        public override void Sample(RandomStream random, Span<long> path)
        {
            for (var i = 0; i < path.Length; i++) path[i] = law.Draw(random.Uniform(i));
        }

        public override NeedBlock? Block(int horizon) => LawBlock.Of(law, step);
    }
}

/// <summary>A law of independent periods as the language has it.</summary>
internal static class LawBlock
{
    public static NeedBlock Of(CountLaw law, PeriodStep step, string lost = "")
    {
        if (step == PeriodStep.Day) return new NeedBlock([], [("per-day", BlockText.Discrete(law))], lost);
        var (mean, variance) = (law.Mean, law.Variance);
        var dispersion = mean > 0 ? Math.Max(0, (variance - mean) / (mean * mean)) : 0;
        return new NeedBlock(
            [],
            [BlockText.PerDay(mean, dispersion, step, null)],
            "a month's law is spread over its days: the month keeps its mean and its spread");
    }
}
