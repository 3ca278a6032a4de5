using MathNet.Numerics.Statistics;
using Resupply.Planning;
using Resupply.Simulation;
using Resupply.Tests.Readiness;
using Resupply.Values;

namespace Resupply.Tests.Planning;

/// <summary>Plans that play the same replications.</summary>
public class PairedRunTests
{
    private const ulong Seed = 11;

    private static readonly PairedLayout Layout = new(3, 1, [(1, 0), (2, 0), (1, 2)]);
    private static readonly Model[] Models = [.. Plans().Select(plan => Model.Compile(plan, Seed))];

    [Fact]
    public void A_difference_is_that_of_two_runs_to_the_last_digit()
    {
        var paired = Run(0, 300);
        var apart = Models.Select(model => Simulator.Run(model.NewWorld, model.Layout, 0, 300, 1).Measures[0].Moments)
            .ToArray();
        for (var world = 0; world < Models.Length; world++) Assert.Equal(apart[world], paired.Alone(world, 0));
        foreach (var (first, second) in Layout.Pairs)
        {
            var pairs = paired.Together(first, second, 0);
            Assert.Equal((apart[first].X, apart[first].XX), (pairs.X, pairs.XX));
            Assert.Equal((apart[second].X, apart[second].XX), (pairs.Y, pairs.YY));
            Assert.Equal((double)(apart[first].X - apart[second].X) / 300, pairs.MeanDifference);
        }
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_bytes()
    {
        var alone = Bytes(Run(0, 200));
        Assert.Equal(alone, Bytes(Run(0, 200, threads: 2)));
        Assert.Equal(alone, Bytes(Run(0, 200, threads: 5)));
    }

    [Fact]
    public void Blocks_merge_to_the_same_bytes_in_any_order()
    {
        var merged = new PairedRecord(Layout);
        foreach (var (first, end) in ((long, long)[])[(150, 200), (0, 1), (1, 150)]) merged.Add(Run(first, end));
        Assert.Equal(Bytes(Run(0, 200)), Bytes(merged));
        Assert.Equal(200, merged.Replications);
        Assert.Throws<ArgumentException>(() => merged.Add(new PairedRecord(Layout with { Measures = 2 })));
    }

    [Fact]
    public void The_same_draws_make_the_error_of_a_difference_far_smaller()
    {
        var paired = Run(0, 400);
        foreach (var (first, second) in Layout.Pairs.Take(2))
        {
            var apart = Math.Sqrt(
                Math.Pow(paired.Alone(first, 0).MeanError, 2) + Math.Pow(paired.Alone(second, 0).MeanError, 2));
            Assert.InRange(paired.Together(first, second, 0).MeanDifferenceError, 0, apart / 2);
        }
    }

    [Fact]
    public void The_error_of_a_difference_is_that_of_the_differences()
    {
        long[] x = [3, 700_000_000, -5, 1_000_000_000, 12], y = [1, 699_999_000, 8, 999_999_000, 0];
        var pairs = default(Moments);
        for (var i = 0; i < x.Length; i++) pairs.Add(x[i], y[i]);
        var differences = x.Zip(y, (a, b) => (double)(a - b)).ToArray();
        Assert.Equal(differences.Mean(), pairs.MeanDifference, 9);
        Assert.Equal(differences.StandardDeviation() / Math.Sqrt(x.Length), pairs.MeanDifferenceError, 9);
        var one = default(Moments);
        one.Add(7, 4);
        Assert.Equal((3, 0), (one.MeanDifference, one.MeanDifferenceError));
    }

    [Fact]
    public void A_replication_that_has_no_value_on_one_side_is_not_of_the_pair()
    {
        Outcome[] outcomes = [new(1), new(1), new(1)];
        outcomes[0].Set(0, 5);
        outcomes[1].Set(0, 9);
        outcomes[2].SetNone(0);
        var record = new PairedRecord(Layout);
        record.Add(outcomes);
        Assert.Equal((1, 0, 0), (
            record.Together(1, 0, 0).Count, record.Together(2, 0, 0).Count, record.Together(1, 2, 0).Count));
        Assert.Equal((1, 1, 0), (record.Alone(0, 0).Count, record.Alone(1, 0).Count, record.Alone(2, 0).Count));
        Assert.Equal(4, record.Together(1, 0, 0).MeanDifference);
    }

    [Fact]
    public void One_that_stands_there_several_times_is_played_once()
    {
        var worlds = 0;
        var layout = new PairedLayout(4, 1, [(1, 0), (2, 0), (3, 0)]);
        var record = PairedRuns.Replicate(
            [Models[0], Models[1], Models[0], Models[1]],
            (model, outcome) =>
            {
                worlds++;
                return model.NewWorld(outcome);
            },
            layout,
            new RunOptions { Replications = 40, Threads = 1 },
            cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(2, worlds);
        Assert.Equal(0, record.Differing(2, 0, 0));
        Assert.True(record.Differing(1, 0, 0) > 0);
        Assert.Equal(record.Differing(1, 0, 0), record.Differing(3, 0, 0));
        Assert.Equal(record.Together(1, 0, 0).MeanDifference, record.Together(3, 0, 0).MeanDifference);
    }

    [Fact]
    public void A_draw_that_cannot_be_is_told_as_in_any_run()
    {
        var broken = Wing.Read(Squadron.With("weibull(1.5; 600 h)", "weibull(binomial(1; 50%); 600 h)"));
        var options = new RunOptions { Replications = 20, Threads = 2 };
        Assert.Throws<DrawException>(() => PairedRuns.Replicate(
            [Model.Compile(broken, Seed)], new PairedLayout(1, 1, []), options, null,
            TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_run_can_be_called_off()
    {
        var options = new RunOptions { Replications = 1_000_000, Threads = 2 };
        using var called = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(
            () => PairedRuns.Replicate(Models, Layout, options, _ => called.Cancel(), called.Token));
    }

    private static IEnumerable<Scenario> Plans()
    {
        var scenario = Squadron.Read();
        yield return scenario;
        foreach (var relief in (Relief[])[new Relief.Team("avionics"), new Relief.Spare("base", "radar")])
        {
            var (supply, readiness) = Reliefs.Apply(relief, scenario.Supply, scenario.Readiness);
            yield return scenario with { Supply = supply, Readiness = readiness };
        }
    }

    private static PairedRecord Run(long first, long end, int threads = 1) =>
        Simulator.Run(NewWorlds, Layout, first, end, threads);

    private static PairedWorlds NewWorlds()
    {
        Outcome[] outcomes = [.. Models.Select(_ => new Outcome(1))];
        return new PairedWorlds([.. Models.Zip(outcomes, (model, outcome) => model.NewWorld(outcome))], outcomes, []);
    }

    private static byte[] Bytes(PairedRecord record)
    {
        using var stream = new MemoryStream();
        record.Write(stream);
        return stream.ToArray();
    }
}
