using Resupply.Answers;
using Resupply.Exact;
using Resupply.Simulation;
using Resupply.Values;

namespace Resupply.Bench;

/// <summary>What a run of workload W2 came to.</summary>
/// <param name="Running">The share of the machines that run, over the days that are asked about.</param>
/// <param name="Busy">The share of the repairmen's time that is in use.</param>
public readonly record struct RepairAnswer(double Running, double Busy);

/// <summary>Workload W2, machine repair: M/M/3//20, by the engine from its scenario file, and exactly.</summary>
public static class Workload2
{
    public const int Days = 1_000;
    public const int WarmUp = 100;
    public const int Machines = 20;
    public const int Teams = 3;
    public const double FailureRate = 0.1;
    public const double RepairRate = 0.8;

    /// <summary>Of what one replication comes to; measured, at 20,000 of them.</summary>
    private static readonly RepairAnswer spread = new(0.0105, 0.0135);

    /// <summary>By the birth–death equations, over the days that are asked about.</summary>
    public static RepairAnswer Known { get; } = SolveExactly();

    /// <summary>Failures and repairs, all days.</summary>
    public static double EventsPerReplication { get; } = Events();

    /// <summary>Replicates on this thread.</summary>
    public static RepairAnswer Simulate(Model model, long replications)
    {
        var record = Simulator.Run(model.NewWorld, model.Layout, 0, replications, threads: 1);
        var running = record.Measures[0].Moments.Mean / Answering.Scale(model.Asked[0]);
        return new RepairAnswer(running, record.Measures[1].Moments.Ratio);
    }

    public static RepairAnswer SolveExactly()
    {
        var figures = Queue.Figures(Queue.Average(WarmUp, Days, Pmf.Certainly(0))!);
        return new RepairAnswer(figures.Availability, figures.TeamsBusy);
    }

    /// <summary>Null, or how an answer is further from what is known than chance would have it.</summary>
    public static string? Mistake(RepairAnswer answer, long replications)
    {
        var errors = 4 / Math.Sqrt(replications);
        if (Math.Abs(answer.Running - Known.Running) > errors * spread.Running)
            return $"{answer.Running} run, known is {Known.Running}";
        return Math.Abs(answer.Busy - Known.Busy) > errors * spread.Busy
            ? $"{answer.Busy} busy, known is {Known.Busy}"
            : null;
    }

    private static FiniteSourceQueue Queue => new(Machines, 0, Teams, FailureRate, RepairRate);

    private static double Events()
    {
        var failures = Queue.Figures(Queue.Average(0, Days, Pmf.Certainly(0))!).FailureRate * Days;
        return 2 * failures; // but for the handful that are broken at the end
    }
}
