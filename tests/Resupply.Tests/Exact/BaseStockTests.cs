using Resupply.Exact;
using Resupply.Values;

namespace Resupply.Tests.Exact;

public class BaseStockTests
{
    private const int Days = 6;
    private static readonly Pmf[] Needs = [new(0, [0.5, 0.25, 0.25]), new(0, [0.75, 0, 0.25]), Pmf.Certainly(1)];

    [Theory]
    [InlineData(3, 3, 2)]
    [InlineData(3, 3, 0)]
    [InlineData(3, 3, 1)]
    [InlineData(2, 6, 3)]
    [InlineData(4, 1, 2)]
    [InlineData(0, 2, 1)]
    [InlineData(3, 5, 20)]
    public void A_base_stock_agrees_with_going_through_everything(long level, long initial, int leadTime)
    {
        var laws = Enumerable.Range(0, Days).Select(_ => new SortedDictionary<long, double>()).ToArray();
        var unmet = new double[Days];
        Live(new long[Days + 21], 0, 1, initial);

        var stock = new BaseStockPipeline(
            level, Pmf.Certainly(initial), leadTime, [.. Enumerable.Range(0, Days).Select(day => Needs[day % 3])]);
        for (var day = 0; day < Days; day++)
        {
            var net = stock.NetStock(day)!;
            for (var value = -20; value <= 20; value++)
                Assert.Equal(laws[day].GetValueOrDefault(value), net.At(value), 12);
            Assert.Equal(laws[day].Sum(law => Math.Max(law.Key, 0) * law.Value), stock.OnHand(day)!.Mean, 12);
            Assert.Equal(laws[day].Sum(law => Math.Max(-law.Key, 0) * law.Value), stock.Backlog(day)!.Mean, 12);
            Assert.Equal(unmet[day], stock.Unmet(day)!.Value, 12);
        }

        void Live(long[] arriving, int day, double probability, long netBefore)
        {
            if (day == Days) return;
            for (var need = 0; need <= Needs[day % 3].Last; need++)
            {
                var chance = probability * Needs[day % 3].At(need);
                if (chance == 0) continue;
                var found = netBefore + arriving[day];
                var net = found - need;
                unmet[day] += chance * Math.Max(0, need - Math.Max(0, found));
                laws[day][net] = laws[day].GetValueOrDefault(net) + chance;
                var after = arriving.ToArray();
                var position = net + arriving.Skip(day + 1).Sum();
                after[day + Math.Max(1, leadTime)] += Math.Max(0, level - position);
                Live(after, day + 1, chance, net);
            }
        }
    }

    [Fact]
    public void A_start_that_is_not_known_is_a_mixture()
    {
        var needs = Enumerable.Repeat(Needs[0], 4).ToArray();
        var either = new BaseStockPipeline(3, new Pmf(2, [0.5, 0, 0, 0.5]), 2, [.. needs]);
        for (var day = 0; day < 4; day++)
        {
            var low = (either with { InitialOnHand = Pmf.Certainly(2) }).Backlog(day)!.Mean;
            var high = (either with { InitialOnHand = Pmf.Certainly(5) }).Backlog(day)!.Mean;
            Assert.Equal((low + high) / 2, either.Backlog(day)!.Mean, 12);
        }
    }
}
