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

        StockAnswer simulated = default, byHand = default;
        var turns = Turns.Of(
            rounds,
            () => byHand = loop.Run(Replications),
            () => simulated = Workload3.Simulate(model, Replications));
        var mistake = Workload3.Mistake(simulated, Replications) ?? Workload3.Mistake(byHand, Replications);
        var more = string.Create(
            CultureInfo.InvariantCulture,
            $"replications/s {Replications / turns.Engine:0} bytes/replication {turns.Bytes / Replications:0} " +
            $"memory-MB {Environment.WorkingSet / 1e6:0}");
        yield return new Row(
            "W3 engine", PerDay(turns.Engine), PerDay(turns.Plain), "ns/replication-day", RatioAsked, more, mistake);
        yield return Exact(rounds);
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
