using Resupply.Simulation;
using Record = Resupply.Simulation.Record;

namespace Resupply.Tests.Promises;

/// <summary>The fourth and fifth promise: memory does not grow, and nothing is allocated once warm.</summary>
public class MemoryTests
{
    public static TheoryData<string> All => Examples.All;

    [Theory]
    [MemberData(nameof(All))]
    public void Nothing_is_allocated_inside_a_replication_once_warm(string example)
    {
        var model = Examples.Model(example);
        var world = model.NewWorld();
        var record = new Record(model.Layout);

        long Allocated()
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var number = 0; number < 300; number++) world.Run(number, record);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        // The second time the same futures come, every queue and every bucket that they need is there. The runtime now
        // and then asks for some hundred bytes of its own where it compiles a method anew: not in every round.
        Assert.Contains(0L, Enumerable.Range(0, 5).Select(_ => Allocated()));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Ten_times_the_replications_take_little_more_room(string example)
    {
        var model = Examples.Model(example);
        var world = model.NewWorld();
        var record = new Record(model.Layout);
        long Allocated(int upto)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            while (record.Replications < upto) world.Run(record.Replications, record);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        var first = Allocated(upto: 1_000);
        var (more, size) = (Allocated(upto: 10_000), Examples.Bytes(record).Length);

        // What nine times as many ask for is room for values not seen before: the tails.
        Assert.InRange(more, 0, first);
        Assert.InRange(size, 0, 24L * MostBuckets(record));
    }

    [Fact]
    public void A_histogram_of_all_numbers_there_are_has_its_limit()
    {
        var histogram = new Histogram(10);
        var draws = Draws.Of(1);
        for (var i = 0; i < 400_000; i++)
            histogram.Add(
                (long)Math.Exp(draws.Between(0, Math.Log(long.MaxValue / 2.0))) * (draws.Chance(0.5) ? 1 : -1));
        Assert.InRange(histogram.Buckets().Count(), 40_000, 2 * (64 - 9) * 512);
    }

    /// <summary>Some values wait before they are sorted in; whoever asks is told of all.</summary>
    [Fact]
    public void A_histogram_tells_of_every_value_at_any_time()
    {
        var (histogram, values) = (new Histogram(10), new List<long>());
        var draws = Draws.Of(1);
        for (var i = 0; i < 200; i++)
        {
            values.Add(draws.Whole(-20, 20));
            histogram.Add(values[^1]);
            Assert.Equal(values.Count, histogram.Count);
            Assert.Equal(
                values.GroupBy(value => value).OrderBy(same => same.Key).Select(same => (same.Key, same.LongCount())),
                histogram.Buckets().Select(bucket => (bucket.Min, bucket.Count)));
        }
    }

    /// <summary>
    /// Exact below 2^13 or 2^10, then half as many buckets an octave, in both signs; and the moments.
    /// </summary>
    private static long MostBuckets(Record record) =>
        ((record.Measures.Length + 1) * 2L * 52 * 4096) + ((record.Series.Length + 1) * 2L * 55 * 512);
}
