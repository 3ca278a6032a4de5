using System.Globalization;

namespace Resupply.Bench;

/// <summary>W3: the engine beside the plain loop, turn by turn, and the exact recursion.</summary>
public static class StockRows
{
    private const int Replications = 20_000;
    private const double RatioAsked = 3;
    private const double ExactMillisecondsAsked = 50;

    public static IEnumerable<Row> Measure(string root, int rounds)
    {
        var model = Workload3.Compile(Path.Combine(root, "bench", "w3.yaml"));
        var loop = new PlainLoop3(seed: 1);

        // Twice, with time between, for the compiler to come by: it looks at what runs often, and replaces it.
        for (var warming = 0; warming < 2; warming++)
        {
            loop.Run(Replications);
            Workload3.Simulate(model, Replications);
            Thread.Sleep(500);
        }

        StockAnswer simulated = default, byHand = default;
        List<double> engine = [], plain = [], ratios = [];
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < rounds; round++)
        {
            plain.Add(PerDay(Stopwatches.UserSeconds(() => byHand = loop.Run(Replications))));
            engine.Add(PerDay(Stopwatches.UserSeconds(() => simulated = Workload3.Simulate(model, Replications))));
            ratios.Add(engine[^1] / plain[^1]);
        }

        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        // The median of the ratios of neighbours: noise that lasts longer than a round falls out.
        var median = Stopwatches.Median(engine);
        var plainThen = median / Stopwatches.Median(ratios);
        var mistake = Workload3.Mistake(simulated, Replications) ?? Workload3.Mistake(byHand, Replications);
        yield return new Row("W3 engine", median, plainThen, "ns/replication-day", RatioAsked, More(), mistake);
        yield return Exact(rounds);

        string More()
        {
            var perSecond = 1e9 / median / Workload3.Days;
            var bytes = (double)allocated / rounds / Replications;
            var memory = Environment.WorkingSet / 1e6;
            return string.Create(
                CultureInfo.InvariantCulture,
                $"replications/s {perSecond:0} bytes/replication {bytes:0} memory-MB {memory:0}");
        }
    }

    private static Row Exact(int rounds)
    {
        var cold = Stopwatches.UserSeconds(() => Workload3.SolveExactly()) * 1000;
        var answer = Workload3.SolveExactly();
        var seconds = Enumerable.Range(0, rounds).Select(
            _ => Stopwatches.UserSeconds(() => Workload3.SolveExactly())).ToList();
        var mistake = Math.Abs(answer.NoShortage - Workload3.Known.NoShortage) < 0.00005
            && Math.Abs(answer.NetAtTheEnd - Workload3.Known.NetAtTheEnd) < 1e-6
            ? null
            : $"{answer}";
        var more = string.Create(CultureInfo.InvariantCulture, $"first-time {cold:0.0}");
        return new Row(
            "W3 exact", Stopwatches.Median(seconds) * 1000, null, "ms", ExactMillisecondsAsked, more, mistake);
    }

    private static double PerDay(double seconds) => seconds * 1e9 / Replications / Workload3.Days;
}
