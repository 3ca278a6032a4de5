using System.Globalization;
using Resupply.Simulation;

namespace Resupply.Bench;

/// <summary>What a replication of W4 costs once everything is warm, on one thread: nothing stands beside it.</summary>
public static class ExampleRows
{
    private const int Replications = 1_000;

    public static IEnumerable<Row> Measure(string root, int rounds)
    {
        var model = Workload3.Compile(Path.Combine(root, "examples", "winter-2024", "scenario.yaml"));
        var layout = model.Layout;
        Record Simulate() => Simulator.Run(model.NewWorld, layout, 0, Replications, threads: 1);
        for (var warming = 0; warming < 10; warming++)
        {
            Simulate();
            Thread.Sleep(200);
        }

        var seconds = Enumerable.Range(0, rounds * 5).Select(_ => Stopwatches.UserSeconds(() => Simulate())).ToList();
        var median = Stopwatches.Median(seconds) / Replications;
        var more = string.Create(
            CultureInfo.InvariantCulture,
            $"replications/s {1 / median:0} fastest {seconds.Min() / Replications * 1e6:0.0}");
        yield return new Row("W4 replication", median * 1e6, null, "µs", null, more);
    }
}
