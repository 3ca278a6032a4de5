namespace Resupply.Simulation;

/// <summary>
/// One thread's working copies of several models that play the same replications: what is drawn is the same in all, so
/// that what differs is the models' doing.
/// </summary>
/// <param name="worlds">Each with the outcome that it leaves its measures in.</param>
public sealed class PairedWorlds((World World, Outcome Outcome)[] worlds)
{
    private readonly Outcome[] outcomes = [.. worlds.Select(each => each.Outcome)];
    private readonly Record nothing = new(new RecordLayout(0, 0, 0, 0, 0, 0));

    public void Run(long number, PairedRecord record)
    {
        foreach (var (world, _) in worlds) world.Run(number, nothing);
        record.Add(outcomes);
    }
}
