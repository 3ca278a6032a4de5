using System.Collections.Immutable;
using Resupply.Forecasting;
using Resupply.Values;
using Course = Resupply.Forecasting.Draws;

namespace Resupply.Tests.Forecasting;

/// <summary>Needs drawn from laws that are known, to see whether the models find them again.</summary>
internal static class InventedNeed
{
    public delegate long Law(ref Course draws, int day);

    public static NeedSeries Days(string name, int days, Law law, int first = 738_000)
    {
        var draws = new Course(RandomStream.For(11, name));
        var counts = ImmutableArray.CreateBuilder<long>(days);
        for (var day = 0; day < days; day++) counts.Add(law(ref draws, day));
        return new NeedSeries(name, PeriodStep.Day, first, counts.MoveToImmutable());
    }

    public static NeedSeries Counts(PeriodStep step, params long[] counts) =>
        new("need", step, step == PeriodStep.Day ? 738_000 : 24_000, [.. counts]);

    public static History All(this NeedSeries series) => new(series, series.Length);

    /// <summary>Bursts, seven days of a week, a need that is never known on the fifth day.</summary>
    public static NeedSeries Bursts(string name = "bursts", int days = 420) => Days(name, days, Burst);

    private static long Burst(ref Course draws, int day) => day % 50 == 5
        ? NeedSeries.NotKnown
        : draws.Uniform() < 0.2 ? 5 + draws.NegativeBinomial(10, 1) : draws.Poisson(0.4);
}
