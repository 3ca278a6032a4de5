using System.Collections.Immutable;

namespace Resupply.Simulation;

/// <summary>A measure that is the same in two worlds, whatever is drawn: one leaves it for the other.</summary>
public readonly record struct SharedMeasure(int Measure, int From, int To);

/// <summary>
/// One thread's working copies of several models that play the same replications: what is drawn is the same in all, so
/// that what differs is the models' doing.
/// </summary>
/// <param name="worlds">Each is played once a replication.</param>
/// <param name="outcomes">What they leave their measures in, one for each model; models may share a world.</param>
/// <param name="shared">From worlds that are played, by the order of the outcomes.</param>
public sealed class PairedWorlds(World[] worlds, Outcome[] outcomes, ImmutableArray<SharedMeasure> shared)
{
    private readonly Record nothing = new(new RecordLayout(0, 0, 0, 0, 0, 0));

    public void Run(long number, PairedRecord record)
    {
        foreach (var world in worlds) world.Run(number, nothing);
        foreach (var (measure, from, to) in shared) outcomes[to].Copy(measure, outcomes[from]);
        record.Add(outcomes);
    }
}
