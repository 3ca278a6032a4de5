using System.Numerics;
using Resupply.Simulation;

namespace Resupply.Tests.Simulation;

/// <summary>A bucket is of all values with the same sign, length and leading bits.</summary>
public class HistogramTests
{
    private const int Bits = 5;

    /// <summary>Far apart, in a row, at strides that hashes like to throw together, in both signs.</summary>
    private static readonly Func<Draws, long>[] Kinds =
    [
        draws => draws.Whole(-40, 40),
        draws => 1024L * draws.Whole(0, 3000),
        draws => (1L << 40) + ((long)draws.Whole(-500, 500) << 20),
        draws => draws.OneOf(long.MaxValue, -long.MaxValue, 0, 31, 32, 33),
        draws => (long)Math.Exp(draws.Between(0, 43)) * (draws.Chance(0.5) ? 1 : -1),
    ];

    [Fact]
    public void Values_are_counted_by_their_leading_bits_whole_or_merged() => Property.Holds(
        draws => Enumerable.Range(0, draws.Whole(1, 700)).Select(_ => draws.OneOf(Kinds)(draws)).ToArray(),
        values =>
        {
            var whole = Of(values);
            var merged = Of(values[(values.Length / 2)..]);
            merged.Add(Of(values[..(values.Length / 2)]));
            var expected = values.GroupBy(Leading).Select(same => (same.Min(), same.Max(), same.LongCount())).Order();
            return expected.SequenceEqual(Told(whole)) && expected.SequenceEqual(Told(merged));
        },
        cases: 300);

    private static (int Sign, int Length, ulong First) Leading(long value)
    {
        var magnitude = (ulong)Math.Abs(value);
        var length = 64 - BitOperations.LeadingZeroCount(magnitude);
        return (Math.Sign(value), length, magnitude >> Math.Max(0, length - Bits));
    }

    private static Histogram Of(long[] values)
    {
        var histogram = new Histogram(Bits);
        foreach (var value in values) histogram.Add(value);
        return histogram;
    }

    private static IEnumerable<(long Min, long Max, long Count)> Told(Histogram histogram) =>
        histogram.Buckets().Select(bucket => (bucket.Min, bucket.Max, bucket.Count));
}
