using System.Collections.Immutable;
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
        return Replicate(models, [], layout, options, progress, cancellation);
    }

    /// <summary>The same where some measures need not be played in all.</summary>
    /// <param name="models">With the same questions, less those that others answer; null: others answer all.</param>
    /// <param name="shared">Which those are.</param>
    public static PairedRecord Replicate(
        IReadOnlyList<Model?> models,
        ImmutableArray<SharedMeasure> shared,
        PairedLayout layout,
        RunOptions options,
        Action<long>? progress = null,
        CancellationToken cancellation = default)
    {
        return Replicate(
            models, shared, (model, outcome) => model.NewWorld(outcome), layout, options, progress, cancellation);
    }

    /// <summary>The same where the measures are no questions.</summary>
    /// <param name="models">A world for each; one that stands there several times is played once.</param>
    /// <param name="newWorld">A working copy of a model that leaves its measures in the outcome.</param>
    public static PairedRecord Replicate(
        IReadOnlyList<Model> models,
        Func<Model, Outcome, World> newWorld,
        PairedLayout layout,
        RunOptions options,
        Action<long>? progress = null,
        CancellationToken cancellation = default)
    {
        return Replicate(models, [], newWorld, layout, options, progress, cancellation);
    }

    private static PairedRecord Replicate(
        IReadOnlyList<Model?> models,
        ImmutableArray<SharedMeasure> shared,
        Func<Model, Outcome, World> newWorld,
        PairedLayout layout,
        RunOptions options,
        Action<long>? progress,
        CancellationToken cancellation)
    {
        PairedWorlds NewWorlds()
        {
            Model[] distinct = [.. models.OfType<Model>().Distinct()];
            Outcome[] played = [.. distinct.Select(_ => new Outcome(layout.Measures))];
            return new PairedWorlds(
                [.. distinct.Zip(played, newWorld)],
                [
                    .. models.Select(
                        model => model is null ? new Outcome(layout.Measures) : played[Array.IndexOf(distinct, model)]),
                ],
                shared);
        }

        return Simulator.Run(NewWorlds, layout, 0, options.Replications, options.Threads, progress, cancellation);
    }
}
