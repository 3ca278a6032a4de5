using MathNet.Numerics.Statistics;
using Resupply.Simulation;
using Resupply.Values;

namespace Resupply.Tests.Planning;

/// <summary>The difference of two ratios of sums over the same replications.</summary>
public class RatioPairsTests
{
    private const int Count = 500;

    private static readonly PairedLayout Layout = new(2, 1, [(0, 1)]) { Kinds = [PairedMeasure.Ratio] };

    /// <summary>x 1, 3 of y 2, 4 is 4/6; x 1, 1 of y 1, 3 is 2/4. By hand: u = ∓2/36, v = ±2/16.</summary>
    [Fact]
    public void The_error_is_that_of_the_residuals()
    {
        var pairs = Of([(1, 2, 1, 1), (3, 4, 1, 3)]);
        Assert.Equal((4.0 / 6) - (2.0 / 4), pairs.Difference, 15);
        var (u, v) = (((1 * 6.0) - (4 * 2)) / 36, ((1 * 4.0) - (2 * 1)) / 16);
        Assert.Equal(Math.Sqrt(2.0 / 1 * 2 * Math.Pow(u - v, 2)), pairs.DifferenceError, 15);
    }

    /// <summary>
    /// Efron (1979): the standard deviation over resamples of the replications. With 4,000 of them its own error is
    /// about 1 %.
    /// </summary>
    [Fact]
    public void It_is_what_resampling_gives()
    {
        var drawn = Drawn();
        var stream = RandomStream.For(7, "resamples");
        var differences = Enumerable.Range(0, 4_000).Select(resample =>
        {
            var draws = stream.At(resample);
            long x1 = 0, y1 = 0, x2 = 0, y2 = 0;
            for (var i = 0; i < Count; i++)
            {
                var (a, b, c, d) = drawn[(int)(draws.Uniform(i) * Count)];
                (x1, y1, x2, y2) = (x1 + a, y1 + b, x2 + c, y2 + d);
            }

            return ((double)x1 / y1) - ((double)x2 / y2);
        });
        Assert.InRange(Of(drawn).DifferenceError / differences.StandardDeviation(), 0.95, 1.05);
    }

    [Fact]
    public void It_is_far_smaller_than_of_two_runs_apart()
    {
        var pairs = Of(Drawn());
        var apart = Math.Sqrt(Math.Pow(pairs.First.RatioError, 2) + Math.Pow(pairs.Second.RatioError, 2));
        Assert.InRange(pairs.DifferenceError, 0, apart / 2);
    }

    [Fact]
    public void What_is_the_same_everywhere_differs_by_nothing_without_error()
    {
        var pairs = Of([.. Drawn().Select(each => (each.X1, each.Y1, each.X1, each.Y1))]);
        Assert.Equal((0, 0), (pairs.Difference, pairs.DifferenceError));
    }

    [Fact]
    public void A_ratio_of_nothing_has_no_error_of_its_own()
    {
        var pairs = Of([(0, 0, 1, 2), (0, 0, 2, 3)]);
        Assert.Equal((true, 1 - 0.6), (pairs.IsOfNothing, pairs.Difference));
        Assert.Equal(pairs.Second.RatioError, pairs.DifferenceError);
        Assert.True(pairs.DifferenceError > 0);
        Assert.Equal(0, Of([(0, 0, 0, 0), (0, 0, 0, 0)]).DifferenceError);
        Assert.Equal(0, Of([(1, 2, 1, 3)]).DifferenceError);
    }

    [Fact]
    public void Sums_near_the_largest_that_can_be_keep_their_digits()
    {
        const long Large = 1_000_000_000_000;
        var small = Of([(1, 2, 1, 1), (3, 4, 1, 3)]);
        var large = Of([(Large, 2 * Large, Large, Large), (3 * Large, 4 * Large, Large, 3 * Large)]);
        Assert.Equal(small.DifferenceError, large.DifferenceError, 15);
    }

    private static (long X1, long Y1, long X2, long Y2)[] Drawn()
    {
        var draws = RandomStream.For(5, "ratios");
        return
        [
            .. Enumerable.Range(0, Count).Select(i =>
            {
                long Up(int ordinal, int most) => (long)(draws.At(i).Uniform(ordinal) * most);
                var (needed, met) = (20 + Up(0, 30), Up(1, 20));
                return (met, needed, met + Up(2, 3), needed + Up(3, 3));
            }),
        ];
    }

    private static RatioPairs Of((long X1, long Y1, long X2, long Y2)[] replications)
    {
        var record = new PairedRecord(Layout);
        Outcome[] outcomes = [new(1), new(1)];
        foreach (var (x1, y1, x2, y2) in replications)
        {
            outcomes[0].Set(0, x1, y1);
            outcomes[1].Set(0, x2, y2);
            record.Add(outcomes);
        }

        return record.Ratios(0, 1, 0);
    }
}
