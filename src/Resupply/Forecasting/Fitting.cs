using System.Collections.Immutable;
using Resupply.Forecasting.Models;
using Resupply.Forecasting.Scoring;

namespace Resupply.Forecasting;

/// <summary>Forecasts every series of a file, after trying all models on its past.</summary>
public static class Fitting
{
    /// <summary>Courses of the fan, which is drawn once; not where there are so many series that nobody sees them.
    /// </summary>
    private const int FanCourses = 2_000;
    private const int SeriesSeen = 50;

    public static ImmutableArray<SeriesFit> Find(
        ImmutableArray<NeedSeries> series,
        FitTerms terms,
        Action<long, long>? progress = null,
        CancellationToken cancellation = default)
    {
        var models = NeedModels.For(series[0].Step, terms.Longest);
        var (tests, all) = Backtesting.Run(series, models, terms, progress, cancellation);
        var found = new SeriesFit[series.Length];
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = terms.Threads,
            CancellationToken = cancellation,
        };
        Parallel.For(0, found.Length, options, index => found[index] = FitOf(tests[index], models, all, terms,
            series.Length <= SeriesSeen ? FanCourses : terms.Courses));
        return [.. found];
    }

    private static SeriesFit FitOf(
        SeriesBacktest test, ImmutableArray<NeedModel> models, PoolWeights all, FitTerms terms, int fanCourses)
    {
        var (forecasts, weights) = test.Ahead(all);
        var naive = test.Names.Select((_, index) => index < models.Length && models[index].IsNaive).ToImmutableArray();
        var origins = test.Sums[0][^1].Origins.Count;
        double CrpsOf(int model) => test.Sums[model][^1].Crps;
        var pool = test.Names.IndexOf(NeedModels.Pool); // scored, but the language cannot say it
        int[] ours = [.. Enumerable.Range(0, naive.Length).Where(index => !naive[index] && index != pool)];
        int[] theirs = [.. Enumerable.Range(0, naive.Length).Where(index => naive[index])];
        var climate = Array.FindIndex([.. models], model => model is MeanNaive);
        var best = origins == 0 ? ours[0] : ours.MinBy(CrpsOf);
        var bestNaive = origins == 0 ? climate : theirs.MinBy(CrpsOf);
        var against = origins == 0 ? null : Compare(test, best, bestNaive, terms);
        var chosen = origins > 0 && CrpsOf(best) < CrpsOf(bestNaive) ? best : bestNaive;
        return new SeriesFit(
            test.Series, test.Names, naive, test.Sums, test.Periods, origins, bestNaive, best, chosen, against)
        {
            Quantiles = terms.Quantiles.Length,
            Pool = [.. test.Members.Select((member, index) => (models[member].Name, weights[index]))],
            Block = forecasts[chosen]!.Block(terms.Longest)!,
            Forecast = forecasts[chosen]!,
            Fan = Fan(test.Series, forecasts[chosen]!, terms with { Courses = fanCourses }),
        };
    }

    /// <summary>One model's record less another's: below 0, the first is better.</summary>
    public static Difference Compare(SeriesBacktest test, int model, int other, FitTerms terms) => Difference.Of(
        [.. test.Sums[model][^1].CrpsByOrigin],
        [.. test.Sums[other][^1].CrpsByOrigin],
        (terms.Longest + terms.Every - 1) / terms.Every,
        SeriesBacktest.Stream(test.Series.Name, "difference", terms, 0));

    private static ImmutableArray<FanPoint> Fan(NeedSeries series, Forecast forecast, FitTerms terms)
    {
        var stream = SeriesBacktest.Stream(series.Name, "fan", terms, series.First + series.Length);
        var courses = DrawnForecasts.Draw(forecast, stream, terms);
        var (need, sum) = (new long[terms.Courses], new long[terms.Courses]);
        var points = ImmutableArray.CreateBuilder<FanPoint>(terms.Longest);
        for (var ahead = 0; ahead < terms.Longest; ahead++)
        {
            for (var course = 0; course < need.Length; course++)
            {
                need[course] = courses[(course * terms.Longest) + ahead];
                sum[course] += need[course];
            }

            points.Add(new FanPoint(
                series.PeriodAt(series.Length + ahead),
                Quantiles.Of(new Ensemble(need)),
                Quantiles.Of(new Ensemble(sum))));
        }

        return points.MoveToImmutable();
    }
}
