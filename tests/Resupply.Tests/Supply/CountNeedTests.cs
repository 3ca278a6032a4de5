using Resupply.Supply;
using Resupply.Values;

namespace Resupply.Tests.Supply;

/// <summary>
/// A count with a drawn mean, level, weekday's factor and share: each day's need is the inverse of its law.
/// </summary>
public class CountNeedTests
{
    private const int Days = 40;
    private const int DaysBefore = 5;

    private static readonly double[] Once = [3.5, 0.4, 1, 1.6, 0.25, 2.5]; // mean, share, two levels, two weekdays

    [Theory]
    [InlineData(Distribution.Poisson)]
    [InlineData(Distribution.NegativeBinomial)]
    public void Each_day_has_the_share_of_its_mean(Distribution distribution)
    {
        var mean = new Expression.Unknown("mean", 0);
        var isPoisson = distribution == Distribution.Poisson;
        var count = new Expression.Draw(
            distribution, isPoisson ? [mean] : [mean, new Expression.Constant(0.7)], false, false, 0);
        var source = new NeedSource(
            count, null, 1, new LevelCurve([new LevelPoint(10, 2), new LevelPoint(20, 3)]),
            [4, -1, -1, 5, -1, -1, -1], DayOfWeek.Thursday);
        var stream = RandomStream.For(1, "need");
        var need = new Need("need", source, Days, null, -1, stream, new LawMemory()) { DaysBefore = DaysBefore };
        var room = new NeedRoom(Days, []);
        foreach (var replication in (long[])[1, 2, 3])
        {
            var needs = new int[Days];
            need.Draw(replication, Once, needs, room);
            for (var day = 0; day < Days; day++)
            {
                double[] parameters = [0.4 * 3.5 * FactorOf(day), .. isPoisson ? [] : (double[])[0.7]];
                var u = stream.At(replication).Uniform(day + DaysBefore);
                Assert.Equal(DistributionFunctions.Quantile(distribution, parameters, u), needs[day]);
            }
        }
    }

    [Fact]
    public void A_mean_below_nothing_is_refused_with_its_place()
    {
        var count = new Expression.Draw(
            Distribution.Poisson, [new Expression.Unknown("mean", 0)], false, false, 0);
        var source = new NeedSource(count, null, -1, new LevelCurve([]), [], DayOfWeek.Monday);
        var need = new Need(
            "demands.use.per-day", source, Days, null, -1, RandomStream.For(1, "need"), new LawMemory());
        var problem = Assert.Throws<DrawException>(
            () => need.Draw(7, [-1], new int[Days], new NeedRoom(Days, [])));
        Assert.Contains("demands.use.per-day", problem.Message, StringComparison.Ordinal);
    }

    /// <summary>
    /// From 1 on day 10 straight to 1.6 on day 20; Sundays a quarter, Wednesdays two and a half times.
    /// </summary>
    private static double FactorOf(int day) =>
        (1 + (0.6 * Math.Clamp((day - 10) / 10.0, 0, 1))) * ((day + 4) % 7) switch { 0 => 0.25, 3 => 2.5, _ => 1 };
}
