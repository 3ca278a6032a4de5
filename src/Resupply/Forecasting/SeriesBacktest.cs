using System.Collections.Immutable;
using Resupply.Forecasting.Models;
using Resupply.Forecasting.Scoring;
using Resupply.Values;

namespace Resupply.Forecasting;

/// <summary>The past of one series, forecast again and again as if each origin were today.</summary>
public sealed class SeriesBacktest
{
    private readonly FitTerms terms;
    private readonly ImmutableArray<NeedModel> models;
    private readonly int[] members;
    private readonly PoolWeights own;
    private readonly Queue<(int Known, double[] ToOutcome, double[,] ToOthers, double Scale)> pending = [];
    private readonly List<PoolWeights> matured = [];

    internal SeriesBacktest(NeedSeries series, ImmutableArray<NeedModel> models, FitTerms terms)
    {
        (Series, this.models, this.terms) = (series, models, terms);
        members = [.. Enumerable.Range(0, models.Length).Where(index => !models[index].IsPoint)];
        own = new PoolWeights(members.Length);
        Names = [.. models.Select(model => model.Name), NeedModels.Pool, NeedModels.Written];
        Sums = [.. Names.Select(_ => Sheets())];
        Periods = [.. Names.Select(_ => Sheets())];
    }

    public NeedSeries Series { get; }

    /// <summary>The models, the pool, and the pool as the language can say it.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>By model and horizon, of the sum over the horizon.</summary>
    public ImmutableArray<ImmutableArray<ScoreSheet>> Sums { get; }

    /// <summary>By model and horizon, of each period up to the horizon.</summary>
    public ImmutableArray<ImmutableArray<ScoreSheet>> Periods { get; }

    private ImmutableArray<ScoreSheet> Sheets() =>
        [.. terms.Horizons.Select(_ => new ScoreSheet(terms.Quantiles))];

    /// <summary>Whether so much is known before and behind the origin that a forecast can be scored.</summary>
    internal bool IsOrigin(int period)
    {
        var length = period - Series.First;
        return length >= terms.HistoryMin && length + terms.Horizons[0] <= Series.Length
            && new History(Series, length).LastKnown().Length * 2 >= terms.HistoryMin
            && terms.Horizons.Any(horizon => Came(length, horizon) is not null);
    }

    /// <summary>What came in the periods from an index on; null where one of them is not known.</summary>
    internal long? Came(int from, int horizon)
    {
        if (from + horizon > Series.Length) return null;
        var sum = 0L;
        foreach (var count in Series.Counts.AsSpan().Slice(from, horizon))
        {
            if (count < 0) return null;
            sum += count;
        }

        return sum;
    }

    /// <summary>Forecasts from one origin and scores it.</summary>
    internal void Score(int period, PoolWeights all, int threads)
    {
        var history = new History(Series, period - Series.First);
        var drawn = new DrawnForecasts(Series.Name, models, history, period, terms, threads);
        Mature(period);
        var scales = Scores.Scales(history.Counts);
        var courses = drawn.Courses.Append(drawn.Pool(members, own.Solve(all))).ToList();
        if (!terms.SumsAlone) courses.Add(Written(courses[^1], period));
        for (var horizon = 0; horizon < terms.Horizons.Length; horizon++)
            ScoreSums(period, history.Length, horizon, courses, scales);
        if (!terms.SumsAlone) ScorePeriods(period, history.Length, courses, scales);
    }

    private long[] Written(long[] pool, int period) => DrawnForecasts.Draw(
        WrittenForecast.Of(pool, terms.Longest, Series.Step),
        Stream(Series.Name, NeedModels.Written, terms, period),
        terms);

    /// <summary>The stream of one model's forecast from one origin.</summary>
    internal static RandomStream Stream(string series, string model, FitTerms terms, int period) =>
        RandomStream.For(terms.Seed, $"fit/{series}/{model}").At(period);

    private void ScoreSums(
        int period, int from, int horizon, List<long[]> courses, (double Absolute, double Squared) scales)
    {
        var length = terms.Horizons[horizon];
        if (Came(from, length) is not { } came) return;
        var sums = new Ensemble[courses.Count];
        var totals = new long[terms.Courses];
        for (var model = 0; model < courses.Count; model++)
        {
            for (var course = 0; course < totals.Length; course++)
            {
                totals[course] = 0;
                foreach (var count in courses[model].AsSpan(course * terms.Longest, length)) totals[course] += count;
            }

            sums[model] = new Ensemble(totals);
            Sums[model][horizon].Begin(period);
            var scored = new ScoredForecast(sums[model], came, terms.Quantiles);
            Sums[model][horizon].Add(scored, 1, (scales.Absolute * length, scales.Squared * length * length));
        }

        Remember(period + length, sums, came, Math.Max(0.5, scales.Absolute * length));
    }

    private void Remember(int known, Ensemble[] sums, long came, double scale)
    {
        var toOthers = new double[members.Length, members.Length];
        for (var i = 0; i < members.Length; i++)
        {
            toOthers[i, i] = sums[members[i]].Spread;
            for (var j = 0; j < i; j++)
                toOthers[i, j] = toOthers[j, i] = sums[members[i]].DistanceTo(sums[members[j]]);
        }

        pending.Enqueue((known, [.. members.Select(member => sums[member].DistanceTo(came))], toOthers, scale));
    }

    /// <summary>What has become known by the origin adds to the record that the pool's weights are taken
    /// from.</summary>
    private void Mature(int period)
    {
        for (var left = pending.Count; left > 0; left--)
        {
            var each = pending.Dequeue();
            if (each.Known > period)
            {
                pending.Enqueue(each);
                continue;
            }

            own.Add(each.ToOutcome, each.ToOthers, each.Scale);
            var found = new PoolWeights(members.Length);
            found.Add(each.ToOutcome, each.ToOthers, each.Scale);
            matured.Add(found);
        }
    }

    /// <summary>Hands what has become known on to the record of all series.</summary>
    internal void ShareWith(PoolWeights all)
    {
        foreach (var each in matured) all.Add(each);
        matured.Clear();
    }

    private void ScorePeriods(
        int period, int from, List<long[]> courses, (double Absolute, double Squared) scales)
    {
        var longest = Math.Min(terms.Longest, Series.Length - from);
        var known = Enumerable.Range(0, longest).Where(ahead => Series.Counts[from + ahead] >= 0).ToArray();
        int[] within = [.. terms.Horizons.Select(horizon => known.Count(ahead => ahead < horizon))];
        var column = new long[terms.Courses];
        for (var model = 0; model < courses.Count; model++)
        {
            foreach (var sheet in Periods[model].Where((_, horizon) => within[horizon] > 0)) sheet.Begin(period);
            foreach (var ahead in known)
            {
                for (var course = 0; course < column.Length; course++)
                    column[course] = courses[model][(course * terms.Longest) + ahead];
                var scored = new ScoredForecast(
                    new Ensemble(column), Series.Counts[from + ahead], terms.Quantiles);
                for (var horizon = 0; horizon < within.Length; horizon++)
                {
                    if (ahead < terms.Horizons[horizon])
                        Periods[model][horizon].Add(scored, 1.0 / within[horizon], scales);
                }
            }
        }
    }

    /// <summary>What all models say of the time after the series, with the pool and its written form last.</summary>
    internal (ImmutableArray<Forecast?> Forecasts, double[] Weights) Ahead(PoolWeights all)
    {
        var period = Series.First + Series.Length;
        Mature(int.MaxValue);
        var history = new History(Series, Series.Length);
        var fitted = models.Select(model => model.Fit(history)).ToList();
        var weights = own.Solve(all);
        var pool = new PoolForecast([.. members.Select(member => fitted[member])], weights);
        var courses = DrawnForecasts.Draw(pool, Stream(Series.Name, NeedModels.Pool, terms, period), terms);
        return ([.. fitted, pool, WrittenForecast.Of(courses, terms.Longest, Series.Step)], weights);
    }

    /// <summary>Which models the pool's weights are of, by index.</summary>
    internal ImmutableArray<int> Members => [.. members];
}
