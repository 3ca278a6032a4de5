using System.Globalization;

namespace Resupply.Bench;

/// <summary>Memory of a whole process, few replications beside many: it must not grow with them.</summary>
public static class MemoryRows
{
    private const int Few = 10_000;
    private const int Many = 10_000_000;
    private const double GrowthAsked = 1.25;

    public static IEnumerable<Row> Measure(string root, int rounds)
    {
        var program = Path.Combine(root, "resupply");
        var scenario = Path.Combine(root, "bench", "w3.yaml");
        Stopwatches.Run(program, "--version"); // Builds it where it must be.
        ProcessCost Run(int replications) => Stopwatches.Run(
            program, "run", scenario, "--replications", replications.ToString(CultureInfo.InvariantCulture));
        var many = Run(Many);
        var more = string.Create(CultureInfo.InvariantCulture, $"replications/s {Many / many.WallSeconds:0}");
        yield return new Row(
            "memory 10^7 beside 10^4 replications",
            many.MemoryMegabytes,
            Run(Few).MemoryMegabytes,
            "MB",
            GrowthAsked,
            more);
    }
}
