using System.Collections.Immutable;
using Resupply.Answers;

namespace Resupply.Reports;

/// <summary>The queue, in the terminal: a paragraph for each order of each line.</summary>
internal static class TerminalProduction
{
    /// <summary>A longer queue is read in the tables.</summary>
    private const int OrdersMax = 24;

    public static void Write(TerminalReport.Page page, RunReport report)
    {
        if (report.Queues.IsEmpty) return;
        page.Heading("The queue");
        foreach (var queue in report.Queues)
        {
            page.Text.Line("", 0, $"{queue.Line} {QueueWords.Line(queue)}");
            var indent = TerminalReport.IndentOf(queue.Orders.Take(OrdersMax).Select(order => order.Order));
            foreach (var order in queue.Orders.Take(OrdersMax)) WriteOrder(page, order, indent, report.Card);
            if (queue.Orders.Length > OrdersMax) page.Text.Hanging(Rest(queue.Orders));
        }
    }

    private static void WriteOrder(TerminalReport.Page page, OrderChart order, int indent, RunCard card)
    {
        page.Text.Line(order.Order, indent, QueueWords.Standing(order));
        page.Text.Line("", indent, QueueWords.Completion(order, card));
        if (order.Dates.Completed.Never > 0) page.Text.Line("", indent, QueueWords.Delivered(order, card));
        if (!order.Due.IsEmpty)
            page.Text.Line("", indent, $"due {string.Join("; ", order.Due.Select(due => QueueWords.Due(due, card)))}");
        if (QueueWords.Trouble(order) is { Length: > 0 } trouble) page.Text.Line("", indent, trouble);
    }

    private static string Rest(ImmutableArray<OrderChart> orders) =>
        $"and {orders.Length - OrdersMax} more, which --report and --csv tell of";
}
