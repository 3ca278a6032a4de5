using System.Collections.Immutable;
using Resupply.Forecasting.Scoring;

namespace Resupply.Forecasting;

/// <summary>One model over all series that could be judged, at the longest horizon, each series counting
/// alike.</summary>
/// <param name="Crps">The mean CRPS of the sum, in mean changes from one period to the next times the horizon.</param>
/// <param name="Pinball">The same of the pinball loss, by quantile.</param>
/// <param name="Mase">Of each period.</param>
/// <param name="Rmsse">Of each period.</param>
/// <param name="Bias">Forecast less what came, of the sum, in the same unit as the CRPS.</param>
/// <param name="ChosenIn">For how many series it is chosen.</param>
public sealed record FileScore(
    string Name,
    bool IsNaive,
    double Crps,
    ImmutableArray<double> Pinball,
    double Mase,
    double Rmsse,
    double Bias,
    int ChosenIn);

/// <summary>The models compared over a whole file.</summary>
public static class FileScores
{
    /// <summary>Empty where no series could be judged.</summary>
    public static ImmutableArray<FileScore> Of(ImmutableArray<SeriesFit> fits)
    {
        SeriesFit[] judged = [.. fits.Where(fit => fit.IsJudged && ScaleOf(fit.Series) > 0)];
        if (judged.Length == 0) return [];
        return
        [
            .. judged[0].Names.Select((name, model) => new FileScore(
                name,
                judged[0].AreNaive[model],
                judged.Average(fit => fit.Sums[model][^1].Crps / Scale(fit)),
                [.. Enumerable.Range(0, judged[0].Quantiles).Select(
                    quantile => judged.Average(fit => fit.Sums[model][^1].Pinball(quantile) / Scale(fit)))],
                judged.Average(fit => fit.Periods[model][^1].Mase),
                judged.Average(fit => fit.Periods[model][^1].Rmsse),
                judged.Average(fit => fit.Sums[model][^1].Bias / Scale(fit)),
                judged.Count(fit => fit.Chosen == model))),
        ];
    }

    private static double Scale(SeriesFit fit) => ScaleOf(fit.Series) * fit.Fan.Length;

    private static double ScaleOf(NeedSeries series) => Scores.Scales(series.Counts.AsSpan()).Absolute;
}
