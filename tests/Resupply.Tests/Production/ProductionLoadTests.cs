using Resupply.Tests.Supply;

namespace Resupply.Tests.Production;

public class ProductionLoadTests
{
    [Fact]
    public void Lines_orders_and_due_dates_are_looked_at_every_day()
    {
        var without = Runs.Things(Rehearsal.Read("stocks: { base: { a: 1 }, depot: { a: 1 } }"));
        var with = Rehearsal.Read(Queue(2, "agreement", "due: { day 3: 1, day 5: 2 }"));
        Assert.Equal(without + 1 + 2 + 4, Runs.Things(with));
    }

    [Theory]
    [InlineData("share")]
    [InlineData("due")]
    [InlineData("priority")]
    public void Very_many_orders_are_refused_before_a_run_begins(string sequence)
    {
        var options = new RunOptions { Replications = 10_000 };
        Assert.Empty(RunLimits.Check(Rehearsal.Read(Queue(100, sequence, "due: { day 9: 5 }")), options));
        var refused = Assert.Single(
            RunLimits.Check(Rehearsal.Read(Queue(30_000, sequence, "due: { day 9: 5 }")), options));
        Assert.Contains(
            "10,000 replications of 10 days with 60,003 things are ", refused.Message, StringComparison.Ordinal);
        Assert.Contains("--replications ", refused.Hint, StringComparison.Ordinal);
    }

    private static string Queue(int orders, string sequence, string order) =>
        "stocks: { base: { a: 1 }, depot: { a: 1 } }\n" +
        $"lines: {{ line: {{ item: a, at: depot, per-day: 100 k, sequence: {sequence} }} }}\norders:\n" +
        string.Concat(Enumerable.Range(0, orders).Select(number =>
            $"  o{number}: {{ line: line, to: base, quantity: 9, priority: 1, {order} }}\n"));
}
