using Resupply.Forecasting.Models;

namespace Resupply.Forecasting;

/// <summary>A forecast of what comes after a series, and its record in forecasting its past.</summary>
/// <param name="Model">As in the table of scores.</param>
/// <param name="Origins">How often it was tried; 0: the series is too short to judge.</param>
/// <param name="Crps">Of the need over the longest horizon of the trial; NaN where it was not tried.</param>
/// <param name="BestNaive">The naive model with the best record; `mean` where none was tried.</param>
public sealed record JudgedForecast(
    string Model, bool IsNaive, Forecast Forecast, int Origins, double Crps, string BestNaive, double NaiveCrps)
{
    public bool IsJudged => Origins > 0;

    /// <summary>A naive one would have done better: it is not to be used.</summary>
    public bool IsWorseThanNaive => !IsNaive && !(Crps <= NaiveCrps);
}

/// <summary>Tries the forecasts of one series on its past, as `resupply fit --series` does, and picks one.</summary>
public static class SeriesTrial
{
    /// <summary>The same as those of `resupply fit`: the same draws, hence the same scores.</summary>
    public static FitTerms Terms(PeriodStep step) => FitTerms.Of(step) with { SumsAlone = true };

    /// <summary>Whether there is an origin with enough before it and the longest horizon behind it.</summary>
    public static bool CanBeJudged(NeedSeries series)
    {
        var terms = Terms(series.Step);
        var test = new SeriesBacktest(series, [], terms);
        return Backtesting.Origins([series], terms).Any(
            origin => test.IsOrigin(origin) && test.Came(origin - series.First, terms.Longest) is not null);
    }

    /// <param name="series">With a count that is known.</param>
    /// <param name="model">The only one that is wanted; null: the one with the best record, a naive one where none
    /// is better, and `mean` where the series is too short to judge.</param>
    public static JudgedForecast Judge(NeedSeries series, string? model)
    {
        var terms = Terms(series.Step);
        NeedModel[] models =
        [
            .. NeedModels.For(series.Step, terms.Longest)
                .Where(each => model is null or NeedModels.Pool || each.IsNaive || each.Name == model),
        ];
        var (tests, all) = Backtesting.Run([series], [.. models], terms);
        var test = tests[0];
        var origins = test.Sums[0][^1].Origins.Count;
        double CrpsOf(int index) => origins == 0 ? double.NaN : test.Sums[index][^1].Crps;
        int[] naive = [.. Enumerable.Range(0, models.Length).Where(index => models[index].IsNaive)];
        var climate = Array.FindIndex(models, each => each is MeanNaive);
        var best = origins == 0 ? climate : naive.MinBy(CrpsOf);
        var scored = Enumerable.Range(0, models.Length).Append(test.Names.IndexOf(NeedModels.Pool));
        var chosen = model is not null ? test.Names.IndexOf(model)
            : origins == 0 ? climate
            : scored.MinBy(CrpsOf); // of two alike the naive one, which stands first
        return new JudgedForecast(
            test.Names[chosen],
            naive.Contains(chosen),
            test.Ahead(all).Forecasts[chosen]!,
            origins,
            CrpsOf(chosen),
            test.Names[best],
            CrpsOf(best));
    }
}
