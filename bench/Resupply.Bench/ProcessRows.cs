using System.Globalization;

namespace Resupply.Bench;

/// <summary>W4 and what starting costs: whole processes, as a person at a terminal starts them.</summary>
public static class ProcessRows
{
    public static IEnumerable<Row> Measure(string root, int rounds)
    {
        var program = Path.Combine(root, "resupply");
        var example = Path.Combine(root, "examples", "winter-2024");
        Stopwatches.Run(program, "--version"); // Builds it where it must be.

        var runs = Repeat((rounds + 1) / 2, () => Stopwatches.Run(program, "run", example, "--replications", "100000"));
        var wall = Wall(runs);
        var more = string.Create(CultureInfo.InvariantCulture, $"replications/s {100_000 / wall:0}");
        yield return new Row("W4 run", wall, null, "s", 3, more);
        yield return new Row("W4 user-time", Stopwatches.Median(runs.Select(run => run.UserSeconds)), null, "s", null);
        yield return new Row("W4 memory", runs.Max(run => run.MemoryMegabytes), null, "MB", 200);
        yield return new Row(
            "check", Wall(Repeat(rounds, () => Stopwatches.Run(program, "check", example))), null, "s", 0.3);
        yield return new Row("help", Wall(Repeat(rounds, () => Stopwatches.Run(program, "--help"))), null, "s", 0.15);
    }

    private static List<ProcessCost> Repeat(int times, Func<ProcessCost> run) =>
        [.. Enumerable.Range(0, times).Select(_ => run())];

    private static double Wall(IEnumerable<ProcessCost> runs) =>
        Stopwatches.Median(runs.Select(run => run.WallSeconds));
}
