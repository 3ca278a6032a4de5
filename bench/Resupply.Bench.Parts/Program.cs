using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Resupply.Bench.Parts;

// In this very process: what BenchmarkDotNet would generate and build needs a registry.
var quick = Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance);
var summary = BenchmarkRunner.Run<PartBenchmarks>(
    DefaultConfig.Instance.AddJob(quick).WithArtifactsPath(Path.Combine(args[0], "artifacts", "parts")));
return summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success) ? 1 : 0;
