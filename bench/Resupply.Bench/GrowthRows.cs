using Resupply.Simulation;

namespace Resupply.Bench;

/// <summary>
/// What a unit costs in a scenario ten and a hundred times as large, beside what it costs in a small one: a
/// replication, a day, an item, an aircraft, an order. Reading (with checking and compiling) is measured apart.
/// </summary>
public static class GrowthRows
{
    private const double TimesAsked = 2;

    public static IEnumerable<Row> Measure(string root, int rounds)
    {
        var w1 = File.ReadAllText(Path.Combine(root, "bench", "w1.yaml"));
        var once = GrowthScenarios.Stocks(days: 400, items: 1);
        _ = Of("replications", 100_000, _ => once, 100_000, _ => null).ToList(); // for the compiler to come by
        return
        [
            .. Rows("replications", 4_000, _ => once, runs => runs,
                record => GrowthScenarios.MistakeOfStocks(record, 400)),
            .. Days(),
            .. Rows("items", 10, items => GrowthScenarios.Stocks(100, items), Shared(2_000),
                record => GrowthScenarios.MistakeOfStocks(record, 100)),
            .. Rows("aircraft", 50, aircraft => Workload1.Scaled(w1, aircraft / 50), Shared(1_000), MistakeOfFleet),
            .. Rows("orders", 10, GrowthScenarios.Orders, Shared(5_000), GrowthScenarios.MistakeOfOrders),
        ];
    }

    private static IEnumerable<Row> Days()
    {
        int[] sizes = [100, 1_000, 10_000];
        return sizes.SelectMany(days => Of(
            "days", days, _ => GrowthScenarios.Stocks(days, 1), Shared(400_000)(days),
            record => GrowthScenarios.MistakeOfStocks(record, days))).GroupBy(cost => cost.What).SelectMany(Compared);
    }

    /// <summary>Fewer replications of what is larger, so that each takes about as long.</summary>
    private static Func<int, int> Shared(int replications) => size => Math.Max(4, replications / size * 10);

    private static IEnumerable<Row> Rows(
        string what, int size, Func<int, string> text, Func<int, int> replications, Func<Record, string?> mistake)
    {
        int[] sizes = [size, 10 * size, 100 * size];
        return sizes.SelectMany(each => Of(what, each, text, replications(each), mistake))
            .GroupBy(cost => cost.What).SelectMany(Compared);
    }

    private static IEnumerable<Row> Compared(IEnumerable<Cost> costs)
    {
        var first = costs.First();
        return costs.Skip(1).Select(cost => new Row(
            $"growth {cost.What} {cost.Size}",
            cost.PerUnit,
            first.PerUnit,
            cost.Unit,
            TimesAsked,
            $"beside {first.Size}",
            cost.Mistake ?? first.Mistake));
    }

    private static IEnumerable<Cost> Of(
        string what, int size, Func<int, string> text, int replications, Func<Record, string?> mistake)
    {
        Model? model = null;
        var readings = what is "replications" or "days" ? 1 : Math.Max(1, 500 / size);
        var reading = Least(() =>
        {
            for (var time = 0; time < readings; time++)
                model = Model.Compile(WorkloadQueue.Read(text(size)), seed: 1);
        });
        Record? record = null;
        var running = Least(
            () => record = Simulator.Run(model!.NewWorld, model!.Layout, 0, replications, threads: 1));
        var units = what == "replications" ? 1.0 : size;
        if (what is not ("replications" or "days"))
            yield return new Cost($"{what}, reading", size, reading * 1e6 / readings / size, "µs each", null);
        var each = running * 1e9 / replications / units;
        yield return new Cost(what, size, each, "ns each a replication", mistake(record!));
    }

    /// <summary>Seconds; the first time is the compiler's.</summary>
    private static double Least(Action work)
    {
        var least = double.MaxValue;
        for (var round = 0; round < 4; round++)
        {
            least = Math.Min(least, Stopwatches.UserSeconds(work));
            if (round < 2) Thread.Sleep(200);
        }

        return least;
    }

    private static string? MistakeOfFleet(Record record)
    {
        var mean = record.Measures[0].Moments.Mean / Answers.Probe.ShareUnit;
        return mean is > 0.9 and < 0.98 ? null : $"{mean} available";
    }

    private readonly record struct Cost(string What, int Size, double PerUnit, string Unit, string? Mistake);
}
