using System.Text;
using Resupply.Tests.Exact;
using Resupply.Tests.Supply;
using static System.FormattableString;

namespace Resupply.Tests.Production;

/// <summary>One line and five buyers, by three rules: to the unit and the day.</summary>
/// <remarks>
/// The oracle delivers at the end of a day, which is our 00:00 of the next. Its round robin begins anew every day with
/// the first order, whatever each has had: none of the language's sequences does.
/// </remarks>
public class QueueOracleTests
{
    [Theory]
    [InlineData("fifo", "agreement")]
    [InlineData("edd", "due")]
    [InlineData("priority", "priority")]
    public void Each_order_gets_its_units_on_its_days(string rule, string sequence)
    {
        var oracle = Oracle.Read("production_queue_open.json");
        var inputs = oracle.GetProperty("inputs");
        var scenario = new StringBuilder("calendar: { from: day 1, to: day 31 }\n");
        var factors = inputs.GetProperty("capacity_by_day").EnumerateArray()
            .Select((capacity, day) => Invariant($"day {day + 1}: {capacity.GetInt32()}"));
        scenario.Append("lines: { line: { item: a, at: depot, per-day: 1, sequence: ").Append(sequence)
            .Append(", level: { ").AppendJoin(", ", factors).Append(" } } }\norders:\n");
        foreach (var order in inputs.GetProperty("orders").EnumerateArray())
        {
            var quantity = order.GetProperty("qty").GetInt32();
            scenario.Append("  ").Append(NameOf(order.GetProperty("id").GetString()!)).Append(Invariant(
                $": {{ line: line, to: base, quantity: {quantity}, agreed: day {order.GetProperty("placed")}, "))
                .Append(Invariant($"due: {{ day {order.GetProperty("due")}: {quantity} }}, "))
                .Append(Invariant($"priority: {order.GetProperty("priority")} }}\n"));
        }

        var lines = new StringBuilder();
        var deliveries = oracle.GetProperty("expected").GetProperty("rules").GetProperty(rule)
            .GetProperty("deliveries");
        foreach (var order in deliveries.EnumerateObject())
        {
            var sum = 0;
            foreach (var delivery in order.Value.EnumerateArray())
            {
                var (day, units) = (delivery[0].GetInt32(), delivery[1].GetInt32());
                var name = NameOf(order.Name);
                lines.Append(Invariant($"{{ delivered: {name}, by: day {day}, at-least: {sum + 1} }} -> 0\n"));
                sum += units;
                lines.Append(Invariant($"{{ delivered: {name}, by: day {day + 1}, at-least: {sum} }} -> 1\n"));
            }
        }

        Rehearsal.Answers(scenario.ToString(), lines.ToString());
    }

    private static string NameOf(string id) => $"buyer-{id.ToLowerInvariant()}";
}
