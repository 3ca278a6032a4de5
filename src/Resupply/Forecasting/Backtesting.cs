using System.Collections.Immutable;

namespace Resupply.Forecasting;

/// <summary>All series of a file, forecast from the same origins: rolling, never looking ahead.</summary>
/// <remarks>
/// Tashman, "Out-of-sample tests of forecasting accuracy", IJF 16 (2000): rolling origin, re-estimated each time. An
/// origin is done for all series before the next, so that the pool may learn from all; what is merged is merged in the
/// order of the file, so that the number of threads changes nothing.
/// </remarks>
public static class Backtesting
{
    private const int SeriesPerThread = 4;

    /// <param name="models">As in <see cref="NeedModels.For"/>.</param>
    /// <param name="progress">Told how many forecasts of a series from an origin are done, and of how many.</param>
    internal static (ImmutableArray<SeriesBacktest> Found, PoolWeights All) Run(
        ImmutableArray<NeedSeries> series,
        ImmutableArray<NeedModel> models,
        FitTerms terms,
        Action<long, long>? progress = null,
        CancellationToken cancellation = default)
    {
        ImmutableArray<SeriesBacktest> tests =
            [.. series.Select(each => new SeriesBacktest(each, models, terms))];
        var all = new PoolWeights(models.Count(model => !model.IsPoint));
        var origins = Origins(series, terms).Select(origin => (
            Period: origin, Of: tests.Where(test => test.IsOrigin(origin)).ToArray())).ToArray();
        var (total, done) = (origins.Sum(origin => (long)origin.Of.Length), 0L);
        foreach (var (period, of) in origins)
        {
            cancellation.ThrowIfCancellationRequested();
            var wide = of.Length >= terms.Threads * SeriesPerThread;
            var options = new ParallelOptions { MaxDegreeOfParallelism = wide ? terms.Threads : 1 };
            Parallel.For(0, of.Length, options, index =>
            {
                of[index].Score(period, all, wide ? 1 : terms.Threads);
                progress?.Invoke(Interlocked.Increment(ref done), total);
            });
            foreach (var test in of) test.ShareWith(all);
        }

        return (tests, all);
    }

    /// <summary>From the last one that leaves the longest horizon in some series back to the first.</summary>
    internal static List<int> Origins(ImmutableArray<NeedSeries> series, FitTerms terms)
    {
        var last = series.Max(each => each.First + each.Length) - terms.Longest;
        var first = series.Min(each => each.First) + terms.HistoryMin;
        var origins = new List<int>();
        for (var origin = last; origin >= first; origin -= terms.Every) origins.Add(origin);
        origins.Reverse();
        return origins;
    }
}
