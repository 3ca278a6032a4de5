using Resupply.Simulation;

namespace Resupply.Bench;

/// <summary>
/// What a unit costs in a scenario ten and a hundred times as large, beside what it costs in a small one: a
/// replication, a day, an item, an aircraft, an order. Reading (with checking and compiling) is measured apart. Small
/// and large take turns: the machine's speed changes within seconds, and it made 1.0 and 2.1 of the same ratio.
/// </summary>
public static class GrowthRows
{
    private const double TimesAsked = 2;

    public static IEnumerable<Row> Measure(string root, int rounds)
    {
        var w1 = File.ReadAllText(Path.Combine(root, "bench", "w1.yaml"));
        var once = GrowthScenarios.Stocks(days: 400, items: 1);
        Scenario[] runs = [.. Times(4_000).Select(size => new Scenario(size, once, replications: size, units: 1))];
        var days = Sizes(100, size => GrowthScenarios.Stocks(size, 1), Shared(400_000));
        var items = Sizes(10, size => GrowthScenarios.Stocks(100, size), Shared(2_000));
        var aircraft = Sizes(50, size => Workload1.Scaled(w1, size / 50), Shared(1_000));
        var orders = Sizes(10, GrowthScenarios.Orders, Shared(5_000));
        return
        [
            .. Running("replications", runs, rounds, (record, _) => GrowthScenarios.MistakeOfStocks(record, 400)),
            .. Running("days", days, rounds, GrowthScenarios.MistakeOfStocks),
            .. Reading("items", items, rounds),
            .. Running("items", items, rounds, (record, _) => GrowthScenarios.MistakeOfStocks(record, 100)),
            .. Reading("aircraft", aircraft, rounds),
            .. Running("aircraft", aircraft, rounds, (record, _) => MistakeOfFleet(record)),
            .. Reading("orders", orders, rounds),
            .. Running("orders", orders, rounds, (record, _) => GrowthScenarios.MistakeOfOrders(record)),
        ];
    }

    private static Scenario[] Sizes(int size, Func<int, string> text, Func<int, int> replications) =>
        [.. Times(size).Select(each => new Scenario(each, text(each), replications(each), units: each))];

    private static int[] Times(int size) => [size, 10 * size, 100 * size];

    /// <summary>Fewer replications of what is larger, so that each takes about as long.</summary>
    private static Func<int, int> Shared(int replications) => size => Math.Max(4, replications / size * 10);

    private static IEnumerable<Row> Reading(string what, Scenario[] sizes, int rounds) =>
        Compared($"{what}, reading", "µs each", sizes, rounds, scenario => scenario.Read(), 1e6, _ => null);

    private static IEnumerable<Row> Running(
        string what, Scenario[] sizes, int rounds, Func<Record, int, string?> mistake) =>
        Compared(
            what, "ns each a replication", sizes, rounds, scenario => scenario.Run(), 1e9,
            scenario => mistake(scenario.Record, scenario.Size));

    /// <param name="seconds">For one unit of a scenario.</param>
    private static IEnumerable<Row> Compared(
        string what,
        string unit,
        Scenario[] sizes,
        int rounds,
        Func<Scenario, double> seconds,
        double perSecond,
        Func<Scenario, string?> mistake)
    {
        for (var warming = 0; warming < 2; warming++)
        {
            foreach (var size in sizes) seconds(size);
            Thread.Sleep(200); // for the compiler to come by
        }

        List<double[]> turns = [];
        while (turns.Count < rounds) turns.Add([.. sizes.Select(seconds)]);
        for (var i = 1; i < sizes.Length; i++)
        {
            var measured = Stopwatches.Median(turns.Select(turn => turn[i])) * perSecond;
            var ratio = Stopwatches.Median(turns.Select(turn => turn[i] / turn[0]));
            yield return new Row(
                $"growth {what} {sizes[i].Size}",
                measured,
                measured / ratio,
                unit,
                TimesAsked,
                $"beside {sizes[0].Size}",
                mistake(sizes[i]) ?? mistake(sizes[0]));
        }
    }

    private static string? MistakeOfFleet(Record record)
    {
        var mean = record.Measures[0].Moments.Mean / Answers.Probe.ShareUnit;
        return mean is > 0.9 and < 0.98 ? null : $"{mean} available";
    }

    /// <param name="units">In one replication.</param>
    private sealed class Scenario(int size, string text, int replications, int units)
    {
        private readonly Lazy<Model> compiled = new(() => Compile(text));

        public int Size => size;

        public Record Record { get; private set; } = null!; // of the last run

        /// <summary>Seconds of user time for one unit.</summary>
        public double Read()
        {
            var times = Math.Max(1, 500 / size);
            return Stopwatches.UserSeconds(() =>
            {
                for (var time = 0; time < times; time++) Compile(text);
            }) / times / size;
        }

        /// <summary>Seconds of user time for one unit of one replication.</summary>
        public double Run()
        {
            var model = compiled.Value;
            var seconds = Stopwatches.UserSeconds(
                () => Record = Simulator.Run(model.NewWorld, model.Layout, 0, replications, threads: 1));
            return seconds / replications / units;
        }

        private static Model Compile(string text) => Model.Compile(WorkloadQueue.Read(text), seed: 1);
    }
}
