using System.Collections.Immutable;
using Resupply.Forecasting.Models;
using Resupply.Values;

namespace Resupply.Forecasting;

/// <summary>Courses of the need from each model at one origin: `Courses[model]` has one after the other.</summary>
internal sealed class DrawnForecasts
{
    private readonly string series;
    private readonly int period;
    private readonly FitTerms terms;

    public DrawnForecasts(
        string series, ImmutableArray<NeedModel> models, History history, int period, FitTerms terms, int threads)
    {
        (this.series, this.period, this.terms) = (series, period, terms);
        Courses = new long[models.Length][];
        void DrawOf(int model) => Courses[model] = Draw(
            models[model].Fit(history) ?? throw new InvalidOperationException("an origin has no history"),
            SeriesBacktest.Stream(series, models[model].Name, terms, period),
            terms);
        if (threads == 1)
        {
            for (var model = 0; model < models.Length; model++) DrawOf(model);
        }
        else
        {
            Parallel.For(0, models.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, DrawOf);
        }
    }

    public long[][] Courses { get; }

    public static long[] Draw(Forecast forecast, RandomStream random, FitTerms terms)
    {
        var courses = new long[terms.Courses * terms.Longest];
        for (var course = 0; course < terms.Courses; course++)
            forecast.Sample(random.At(course), courses.AsSpan(course * terms.Longest, terms.Longest));
        return courses;
    }

    /// <summary>The pool's courses: each is one of a member's, chosen by its weight.</summary>
    public long[] Pool(int[] members, double[] weights)
    {
        var stream = SeriesBacktest.Stream(series, NeedModels.Pool, terms, period);
        var courses = new long[terms.Courses * terms.Longest];
        for (var course = 0; course < terms.Courses; course++)
        {
            var member = members[PoolForecast.MemberOf(stream.At(course), weights)];
            Courses[member].AsSpan(course * terms.Longest, terms.Longest)
                .CopyTo(courses.AsSpan(course * terms.Longest));
        }

        return courses;
    }
}
