namespace Resupply.Simulation;

/// <summary>
/// One thread's working copies of several models that play the same replications: what is drawn is the same in all, so
/// that what differs is the models' doing.
/// </summary>
/// <param name="worlds">Each is played once a replication.</param>
/// <param name="outcomes">What they leave their measures in, one for each model; models may share a world.</param>
public sealed class PairedWorlds(World[] worlds, Outcome[] outcomes)
{
    private readonly Record nothing = new(new RecordLayout(0, 0, 0, 0, 0, 0));

    public void Run(long number, PairedRecord record)
    {
        foreach (var world in worlds) world.Run(number, nothing);
        record.Add(outcomes);
    }
}
