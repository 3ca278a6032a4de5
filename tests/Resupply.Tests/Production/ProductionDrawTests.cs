using Resupply.Tests.Supply;
using Resupply.Values;

namespace Resupply.Tests.Production;

/// <summary>What is drawn and cannot be is an error of the run, which names the draw.</summary>
public class ProductionDrawTests
{
    [Theory]
    [InlineData("per-day: 1", "quantity: x * 3 bn", "orders.ours.quantity: ")]
    [InlineData("per-day: 1", "quantity: 9, due: { day 3: x + 3, day 5: 3 }", "orders.ours.due.2025-01-05: 3 units ")]
    [InlineData("per-day: x * 2 bn", "quantity: 9", "lines.line.per-day: ")]
    [InlineData("per-month: x * 90000000000000", "quantity: 9", "lines.line.per-month: ")]
    [InlineData("per-day: 2, level: { day 1: x * 1 bn }", "quantity: 9", "lines.line.per-day: ")]
    [InlineData("per-day: x * 900000000000000 * 900000000000000", "quantity: 9", "lines.line.per-day: ")]
    [InlineData("per-day: 1 / (x - x)", "quantity: 9", "lines.line.per-day: ")]
    [InlineData("per-day: poisson(x - 3)", "quantity: 9", "lines.line.per-day: mean is ")]
    [InlineData("per-day: 1", "quantity: poisson(x - 3)", "orders.ours.quantity: mean is ")]
    public void The_draw_is_named(string output, string order, string message)
    {
        var problem = Assert.Throws<DrawException>(() => Rehearsal.Report(Text(output, order), replications: 3));
        Assert.StartsWith(message, problem.Message, StringComparison.Ordinal);
        Assert.EndsWith("(in replication 0)", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("per-day: x - 5", "quantity: 9")]
    [InlineData("per-day: 1 bn", "quantity: 1 bn, due: { day 1: 1 bn }")]
    [InlineData("per-day: 0..3", "quantity: 4..9, due: { day 3: 9 }")]
    [InlineData("per-day: 1", "quantity: x - 9, agreed: never")]
    public void Too_little_is_no_mistake_and_much_is_counted(string output, string order) =>
        Assert.Equal(30, Rehearsal.Report(Text(output, order), replications: 30).Card.Replications);

    /// <summary>Of 4 to 9 ordered, 9 are due: what was not ordered is not owed.</summary>
    [Fact]
    public void More_than_was_ordered_is_never_owed() => Rehearsal.Answers(
        """
        unknowns: { x: 1 }
        lines: { line: { item: a, at: depot, per-day: 20 } }
        orders: { ours: { line: line, to: base, quantity: 3 * x, due: { day 2: 9 } } }
        """,
        "{ late: ours } -> 0");

    private static string Text(string output, string order) =>
        $$"""
        unknowns: { x: 1..2 }
        lines: { line: { item: a, at: depot, {{output}} } }
        orders: { ours: { line: line, to: base, {{order}} } }
        questions: { q: { delivered: ours }, owed: { late: ours } }
        """;
}
