using System.Text.RegularExpressions;
using Resupply.Answers;
using Resupply.Simulation;

namespace Resupply.Bench;

/// <summary>What a run of workload W1 came to.</summary>
/// <param name="Available">The share of the aircraft that is available, over all days.</param>
/// <param name="EventsPerReplication">Null: nobody counted.</param>
public readonly record struct FleetAnswer(double Available, double? EventsPerReplication);

/// <summary>Workload W1, a repairable fleet, with `scale` times of everything: by the engine from its file.</summary>
public static class Workload1
{
    public const int Days = 365;
    public const int Types = 10;
    public const int Aircraft = 50;
    public const int Teams = 20;
    public const double RepairVariation = 0.8;

    /// <summary>At scale 1; failures, arrivals at the depot, repairs, arrivals back, fittings.</summary>
    public const double EventsPerReplication = 8_620;

    /// <summary>Of the share available in one replication at scale 1: an error of 0.0001 at 20,000 of them.</summary>
    private const double Spread = 0.0142;

    public static ReadOnlySpan<int> LifeDays => [40, 60, 80, 100, 120, 150, 180, 220, 260, 300];

    public static ReadOnlySpan<double> RepairDays => [2, 3, 2.5, 4, 5, 3.5, 6, 4.5, 7, 8];

    public static ReadOnlySpan<int> Spares => [12, 9, 6, 6, 5, 4, 4, 3, 3, 3];

    /// <summary>The scales for which the answer is known.</summary>
    public static ReadOnlySpan<int> Scales => [1, 10, 100];

    public static double Known(int scale) => scale switch
    {
        1 => 0.9099,
        10 => 0.9745,
        100 => 0.9762,
        _ => throw new ArgumentOutOfRangeException(nameof(scale), scale, "nobody knows the answer"),
    };

    /// <summary>The scenario with so many times the aircraft, spares and teams.</summary>
    public static string Scaled(string scenario, int scale) => Regex.Replace(
        scenario,
        @"(?<what>on-hand|size|teams): (?<count>\d+)",
        match => $"{match.Groups["what"]}: {scale * int.Parse(match.Groups["count"].Value)}",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking);

    /// <exception cref="InvalidDataException">The file has a mistake.</exception>
    public static Model Compile(string scenarioFile, int scale, ulong seed = 1)
    {
        var folder = Directory.CreateTempSubdirectory("resupply-w1-");
        try
        {
            var file = Path.Combine(folder.FullName, "scenario.yaml");
            File.WriteAllText(file, Scaled(File.ReadAllText(scenarioFile), scale));
            return Workload3.Compile(file, seed);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Replicates on as many threads as are asked for.</summary>
    public static FleetAnswer Simulate(Model model, long replications, int threads = 1)
    {
        var record = Simulator.Run(model.NewWorld, model.Layout, 0, replications, threads);
        return new FleetAnswer(record.Measures[0].Moments.Mean / Answering.Scale(model.Asked[0]), null);
    }

    /// <summary>Null, or how an answer is further from what is known than chance would have it.</summary>
    public static string? Mistake(FleetAnswer answer, int scale, long replications)
    {
        // What is known is itself rounded, and came from a simulation.
        var error = (4 * Spread / Math.Sqrt((double)replications * scale)) + 0.0002;
        if (Math.Abs(answer.Available - Known(scale)) > error)
            return $"{answer.Available} available, known is {Known(scale)}";
        return answer.EventsPerReplication is { } events && Math.Abs((events / scale / EventsPerReplication) - 1) > 0.02
            ? $"{events} events a replication, known is {scale * EventsPerReplication}"
            : null;
    }
}
