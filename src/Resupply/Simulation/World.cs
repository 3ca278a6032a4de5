namespace Resupply.Simulation;

/// <summary>One thread's working copy of a model: runs one replication after the other.</summary>
/// <param name="acting">The processes that change the world, in the order of the day.</param>
/// <param name="watching">Those that only look at it, at the close of the days that they ask for.</param>
/// <param name="watched">The days at whose close somebody looks.</param>
public sealed class World(DrawnOnce once, Process[] acting, Process[] watching, bool[] watched)
{
    private readonly Replication replication = new(once.Count);

    public void Run(long number, Record record)
    {
        replication.Number = number;
        once.Draw(number, replication.Once);
        foreach (var process in acting) process.Begin(replication);
        foreach (var process in watching) process.Begin(replication);
        for (var day = 0; day < watched.Length; day++)
        {
            foreach (var process in acting) process.Open(day);
            foreach (var process in acting) process.Serve(day);
            foreach (var process in acting) process.Close(day);
            if (!watched[day]) continue;
            foreach (var process in watching) process.Close(day);
        }

        foreach (var process in acting) process.End(record);
        foreach (var process in watching) process.End(record);
        record.Replications++;
    }
}
