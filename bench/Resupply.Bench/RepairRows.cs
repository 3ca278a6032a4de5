using System.Globalization;

namespace Resupply.Bench;

/// <summary>W2: the engine beside the plain loop, turn by turn.</summary>
public static class RepairRows
{
    private const int Replications = 500;

    public static IEnumerable<Row> Measure(string root, int rounds)
    {
        var model = Workload3.Compile(Path.Combine(root, "bench", "w2.yaml"));
        var loop = new PlainLoop2(seed: 1);
        RepairAnswer simulated = default, byHand = default;
        var turns = Turns.Of(
            rounds,
            () => byHand = loop.Run(Replications),
            () => simulated = Workload2.Simulate(model, Replications));
        var mistake = Workload2.Mistake(simulated, Replications) ?? Workload2.Mistake(byHand, Replications);
        var events = Workload2.EventsPerReplication * Replications;
        var more = string.Create(
            CultureInfo.InvariantCulture,
            $"replications/s {Replications / turns.Engine:0} bytes/replication {turns.Bytes / Replications:0}");
        yield return new Row(
            "W2 engine", turns.Engine * 1e9 / events, turns.Plain * 1e9 / events, "ns/event", null, more, mistake);
    }
}
