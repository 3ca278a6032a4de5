using BenchmarkDotNet.Attributes;

namespace Resupply.Bench.Parts;

/// <summary>Each part of the engine, measured by BenchmarkDotNet; wrong ones are not measured.</summary>
[MemoryDiagnoser]
public class PartBenchmarks
{
    private const int Times = 100_000;

    public static IEnumerable<Part> All => EngineParts.All;

    [ParamsSource(nameof(All))]
    public Part Part { get; set; } = EngineParts.All[0];

    [GlobalSetup]
    public void Check()
    {
        if (Part.Mistake(Times) is { } mistake) throw new InvalidOperationException(mistake);
    }

    [Benchmark(OperationsPerInvoke = Times)]
    public double Run() => Part.Run(Times);
}
