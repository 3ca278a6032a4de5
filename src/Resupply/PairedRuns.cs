using Resupply.Simulation;

namespace Resupply;

/// <summary>
/// Scenarios that play the same replications with the same seed: what differs between their answers differs because of
/// them, so small differences show. Each draw is a function of the seed, the replication and the value's path, and what
/// one of them adds or changes leaves all other draws as they were.
/// </summary>
public static class PairedRuns
{
    /// <summary>More moments than this are not kept: about a gigabyte a thread.</summary>
    public const long SizeMax = 10_000_000;

    /// <param name="models">With the same questions, in the same order.</param>
    /// <param name="layout">A world for each model, a measure for each question.</param>
    /// <param name="progress">Is told how many replications are done in all worlds, from any thread.</param>
    public static PairedRecord Replicate(
        IReadOnlyList<Model> models,
        PairedLayout layout,
        RunOptions options,
        Action<long>? progress = null,
        CancellationToken cancellation = default)
    {
        PairedWorlds NewWorlds() => new([.. models.Select(model => NewWorld(model, layout.Measures))]);
        return Simulator.Run(NewWorlds, layout, 0, options.Replications, options.Threads, progress, cancellation);
    }

    private static (World World, Outcome Outcome) NewWorld(Model model, int measures)
    {
        var outcome = new Outcome(measures);
        return (model.NewWorld(outcome), outcome);
    }
}
