namespace Resupply.Bench;

/// <summary>A place in a long queue: one order moved to the front, and every order in turn, on two threads.</summary>
public static class QueueRows
{
    private const int Orders = 100;
    private const int Units = 100_000;
    private const double SecondsAsked = 10;

    public static IEnumerable<Row> Measure(string root, int rounds)
    {
        var scenario = WorkloadQueue.Read(WorkloadQueue.Text(Orders, Units));
        var options = new RunOptions { Replications = Displacing.ReplicationsDefault, Threads = 2 };
        string? mistake = null;
        void Displace()
        {
            var (report, _) = Displacing.Find(scenario, options, WorkloadQueue.LastFirst(Orders), []);
            mistake = WorkloadQueue.Mistake(report!);
        }

        var (wall, user) = Seconds(rounds / 3, Displace);
        yield return new Row("displace wall", wall, null, "s", SecondsAsked, "100 orders, 100,000 units", mistake);
        yield return new Row("displace user-time", user, null, "s", null);
        var few = options with { Replications = 64 };
        var (all, _) = Seconds(1, () => DisplacingAll.Find(scenario, few, []));
        yield return new Row(
            "displace --all wall", all / few.Replications * 1000, null, "ms/replication", null, "101 plans");
    }

    private static (double Wall, double User) Seconds(int rounds, Action work)
    {
        var each = Enumerable.Range(0, rounds).Select(_ => Stopwatches.Seconds(work)).ToList();
        return (Stopwatches.Median(each.Select(one => one.Wall)), Stopwatches.Median(each.Select(one => one.User)));
    }
}
