using Resupply.Simulation;
using Resupply.Values;

namespace Resupply.Bench;

/// <summary>A part of the engine by itself: what is done so many times, and what must come of it.</summary>
/// <param name="Run">Does it so many times; comes to a number that says whether it was right.</param>
/// <param name="Known">What the number is for any number of times, but for chance.</param>
/// <param name="Spread">Of one time: the error is this over the root of the number of times.</param>
public sealed record Part(string Name, Func<int, double> Run, double Known, double Spread)
{
    public override string ToString() => Name;

    /// <summary>Null, or how the number is further from what is known than chance would have it.</summary>
    public string? Mistake(int times)
    {
        var found = Run(times);
        return Math.Abs(found - Known) > 4 * Spread / Math.Sqrt(times) ? $"{Name}: {found}, known is {Known}" : null;
    }
}

/// <summary>The parts that a run spends its time in.</summary>
public static class EngineParts
{
    private const int Pending = 500;
    private const int Columns = 40;
    private const int Bins = 20;

    public static IReadOnlyList<Part> All { get; } =
    [
        new("agenda-hold", Hold, 1, 0),
        new("draw-uniform", Mean((draws, at) => draws.Uniform(at)), 0.5, Math.Sqrt(1 / 12.0)),
        new("draw-exponential", Quantiles(Distribution.Exponential, [1]), 1, 1),
        new("draw-lognormal", Quantiles(Distribution.Lognormal, [2, 1.6]), 2, 1.6),
        new("draw-need-of-a-day", NeedOfDay(), 1.5 * 2.1, Math.Sqrt(1.5 * 6.5)),
        new("record-moments", Moments, 0.5, Math.Sqrt(1 / 12.0)),
        new("record-tally", Tally, 0.5, Math.Sqrt(1 / 12.0)),
        new("record-bins-40", Binned, 1, 0),
        new("sketch-median", Median, 0.5, 0.5 + 1),
    ];

    private static double Hold(int times)
    {
        var delays = AgendaRows.DelaysLikeW1(Pending);
        var engine = AgendaRows.Hold(new EngineAgenda(), Pending, delays, times);
        return engine == AgendaRows.Hold(new FourWayHeap(), Pending, delays, times) ? 1 : 0;
    }

    private static Func<int, double> Mean(Func<RandomStream, int, double> draw)
    {
        var draws = RandomStream.For(1, "parts");
        return times =>
        {
            var sum = 0.0;
            for (var at = 0; at < times; at++) sum += draw(draws, at);
            return sum / times;
        };
    }

    private static Func<int, double> Quantiles(Distribution law, double[] parameters) =>
        Mean((draws, at) => DistributionFunctions.Quantile(law, parameters, draws.Uniform(at)));

    private static Func<int, double> NeedOfDay()
    {
        var law = CompoundPmf.Of(Distribution.Poisson, [1.5], new Pmf(1, [0.4, 0.3, 0.2, 0, 0.1]))!;
        var table = new InversionTable(law);
        return Mean((draws, at) => table.Draw(draws.Bits((ulong)at)));
    }

    private static double Moments(int times)
    {
        var (draws, moments) = (RandomStream.For(1, "parts"), default(Moments));
        for (var at = 0; at < times; at++) moments.Add((long)(draws.Uniform(at) * Answers.Probe.ShareUnit));
        return moments.Mean / Answers.Probe.ShareUnit;
    }

    private static double Tally(int times)
    {
        var (draws, tally) = (RandomStream.For(1, "parts"), new Tally(bits: 13));
        for (var at = 0; at < times; at++) tally.Add((long)(draws.Uniform(at) * 1_000_000));
        return tally.Moments.Mean / 1_000_000;
    }

    /// <summary>The sum of all bins is what was added, to the last unit.</summary>
    private static double Binned(int times)
    {
        var (draws, sums) = (RandomStream.For(1, "parts"), new BinnedSums(measures: 0, Bins, Columns));
        int[] all = [.. Enumerable.Range(0, Columns)];
        var row = new long[Columns];
        Array.Fill(row, -1_000_000_007);
        for (var at = 0; at < times; at++)
            sums.Add((int)(draws.Bits((ulong)at) % Bins), BinnedSums.PartOf(at), row, all);
        Int128 sum = 0;
        for (var bin = 0; bin < Bins; bin++)
        {
            for (var part = 0; part < BinnedSums.Parts; part++) sum += sums.Sum(bin, part, Columns - 1);
        }

        return sum == (Int128)times * row[0] ? 1 : 0;
    }

    /// <summary>Of uniform numbers, with a sketch of 1,024 buckets an octave.</summary>
    private static double Median(int times)
    {
        var (draws, sketch) = (RandomStream.For(1, "parts"), new Histogram(bits: 10));
        for (var at = 0; at < times; at++) sketch.Add((long)(draws.Uniform(at) * 1_000_000_000));
        return sketch.Quantile(500) / 1_000_000_000;
    }
}
