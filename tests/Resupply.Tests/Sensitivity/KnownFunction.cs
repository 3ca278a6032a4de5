using Resupply.Answers;
using Resupply.Simulation;
using Resupply.Values;

namespace Resupply.Tests.Sensitivity;

/// <summary>
/// A function of values that are drawn once, put through the accumulators and the estimator that a run uses.
/// </summary>
internal sealed class KnownFunction
{
    private const double Unit = 1e6;

    private readonly DrawnOnce once;
    private readonly Func<double[], double> function;
    private readonly Func<double[], double>? whole;

    /// <param name="whole">What it is of, for a ratio of sums; null: a mean.</param>
    public KnownFunction(
        ulong seed, Expression[] values, Func<double[], double> function, Func<double[], double>? whole = null)
    {
        (this.function, this.whole) = (function, whole);
        once = new DrawnOnce([.. values.Select((value, i) => new OnceValue($"x{i + 1}", value))], 0, seed);
        Watched = WatchedValue.Among(once, Columns);
    }

    public WatchedValue[] Watched { get; }

    private int Columns => whole is null ? 2 : 3;

    public static Expression Between(double low, double high) => new Expression.Draw(
        Distribution.Uniform, [new Expression.Constant(low), new Expression.Constant(high)], false, false, 0);

    /// <summary>One of 0, 1, … with these weights.</summary>
    public static Expression OneOf(params double[] weights) => new Expression.Draw(
        Distribution.Discrete,
        [.. weights.SelectMany((weight, i) => (double[])[i, weight]).Select(value => new Expression.Constant(value))],
        false,
        false,
        0);

    /// <summary>The indices of all watched values, over so many replications.</summary>
    public VarianceShare[] Shares(long replications) => Shares(Sums(0, replications));

    public VarianceShare[] Shares(BinnedSums sums)
    {
        var first = 0;
        return
        [
            .. Watched.Select(value =>
            {
                first += value.Bins;
                return VarianceShare.Of(sums, 0, whole is null ? 0 : 2, first - value.Bins, value.Bins)!;
            }),
        ];
    }

    public BinnedSums Sums(long from, long end)
    {
        var sums = new BinnedSums(1, Watched.Sum(value => value.Bins), Columns);
        var (values, row) = (new double[once.Count], new long[Columns]);
        int[] all = [.. Enumerable.Range(0, Columns)];
        for (var number = from; number < end; number++)
        {
            once.Draw(number, values);
            var part = BinnedSums.PartOf(number);
            row[0] = 1;
            row[1] = (long)Math.Round(function(values) * Unit);
            if (whole is not null) row[2] = (long)Math.Round(whole(values) * Unit);
            sums.AddTotal(0, part, row[1], whole is null ? 1 : row[2]);
            var first = 0;
            foreach (var value in Watched)
            {
                sums.Add(first + ValueBins.Of(values[value.Slot], value.BinEnds), part, row, all);
                first += value.Bins;
            }
        }

        return sums;
    }
}
