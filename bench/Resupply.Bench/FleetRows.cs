using System.Globalization;

namespace Resupply.Bench;

/// <summary>W1 at several scales: the engine beside the plain loop, turn by turn; then, on two threads.</summary>
public static class FleetRows
{
    private const double RatioAsked = 1.6;
    private const double LargeAsked = 2;
    private const double TwoThreadsAsked = 1 / 1.9;

    /// <summary>Events in a round.</summary>
    private const double Events = 2e6;

    public static IEnumerable<Row> Measure(string root, int rounds)
    {
        var file = Path.Combine(root, "bench", "w1.yaml");
        List<Row> rows = [.. Workload1.Scales.ToArray().Select(scale => Scale(file, scale, rounds))];
        rows.Add(LargeBesideSmall(file, rounds));
        rows.Add(TwoThreads(file, rounds));
        return rows;
    }

    private static Row Scale(string file, int scale, int rounds)
    {
        var model = Workload1.Compile(file, scale);
        var loop = new PlainLoop1(scale, seed: 1);
        var replications = Replications(scale);

        FleetAnswer simulated = default, byHand = default;
        var turns = Turns.Of(
            rounds,
            () => byHand = loop.Run(replications),
            () => simulated = Workload1.Simulate(model, replications));
        // The same events in both; the loop counts them.
        var nanoseconds = 1e9 / replications / byHand.EventsPerReplication!.Value;
        var more = string.Create(
            CultureInfo.InvariantCulture,
            $"replications/s {replications / turns.Engine:0.0} bytes/round {turns.Bytes:0} " +
            $"memory-MB {Environment.WorkingSet / 1e6:0}");
        var mistake = Workload1.Mistake(simulated, scale, replications)
            ?? Workload1.Mistake(byHand, scale, replications);
        double? asked = scale == 1 ? RatioAsked : null;
        return new Row(
            $"W1 k={scale} engine",
            turns.Engine * nanoseconds,
            turns.Plain * nanoseconds,
            "ns/event",
            asked,
            more,
            mistake);
    }

    /// <summary>
    /// An event of the largest beside one of the smallest, in turns: between two rows the machine's speed changes.
    /// </summary>
    private static Row LargeBesideSmall(string file, int rounds)
    {
        var (small, large) = (Workload1.Scales[0], Workload1.Scales[^1]);
        var (ofSmall, ofLarge) = (Workload1.Compile(file, small), Workload1.Compile(file, large));
        var replications = Replications(large);
        var turns = Turns.Of(
            rounds,
            () => Workload1.Simulate(ofSmall, replications * large / small),
            () => Workload1.Simulate(ofLarge, replications));
        return new Row($"W1 k={large} to k={small}", turns.Engine / turns.Plain, null, "times", LargeAsked);
    }

    private static int Replications(int scale) => (int)Math.Ceiling(Events / scale / Workload1.EventsPerReplication);

    /// <summary>
    /// How long two threads take for what takes one thread 1, by the clock on the wall; and two plain loops that share
    /// nothing: more than the machine can do nobody can.
    /// </summary>
    private static Row TwoThreads(string file, int rounds)
    {
        var replications = (rounds + 1) * Simulation.Simulator.BlockSize; // Of few blocks one disturbed holds up all.
        var model = Workload1.Compile(file, scale: 1);
        PlainLoop1[] loops = [new(scale: 1, seed: 1), new(scale: 1, seed: 2)];
        List<double> wall = [], user = [], plain = [];
        for (var round = 0; round < rounds; round++)
        {
            var (one, two) = (Stopwatches.Seconds(() => Engine(1)), Stopwatches.Seconds(() => Engine(2)));
            wall.Add(two.Wall / one.Wall);
            user.Add(two.User / one.User);
            plain.Add(Stopwatches.Seconds(() => Plain(2)).Wall / Stopwatches.Seconds(() => Plain(1)).Wall);
        }

        // Where others work too, the wall says little; user time tells whether the threads hinder one another.
        var more = string.Create(
            CultureInfo.InvariantCulture,
            $"user-time {Stopwatches.Median(user):0.00} plain-loop {Stopwatches.Median(plain):0.00}");
        return new Row("W1 k=1 two-threads", Stopwatches.Median(wall), null, "of one's time", TwoThreadsAsked, more);

        void Engine(int threads) => Workload1.Simulate(model, replications, threads);
        void Plain(int threads) =>
            Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads },
                thread => loops[thread].Run(replications / threads));
    }
}
