using System.Collections.Immutable;
using Resupply.Answers;

namespace Resupply.Reports;

/// <summary>The queue, in the terminal: a paragraph for each order of each line.</summary>
internal static class TerminalProduction
{
    /// <summary>A longer queue is read in the tables.</summary>
    private const int OrdersMax = 24;

    private const int Indent = 4;

    public static void Write(TerminalReport.Page page, RunReport report)
    {
        if (report.Queues.IsEmpty) return;
        page.Heading("The queue");
        foreach (var queue in report.Queues)
        {
            page.Text.Line("", 0, $"{queue.Line} {QueueWords.Line(queue)}");
            foreach (var order in queue.Orders.Take(OrdersMax)) WriteOrder(page, order, report.Card);
            if (queue.Orders.Length > OrdersMax) page.Text.Hanging(Rest(queue.Orders));
        }
    }

    private static void WriteOrder(TerminalReport.Page page, OrderChart order, RunCard card)
    {
        page.Text.Hanging($"{order.Order}: {QueueWords.Standing(order)}");
        page.Text.Line("", Indent, QueueWords.Completion(order, card));
        if (order.Dates.Completed.Never > 0) page.Text.Line("", Indent, QueueWords.Delivered(order, card));
        var due = string.Join("; ", order.Due.Select(each => QueueWords.Due(each, card)));
        if (due.Length > 0) page.Text.Line("", Indent, $"due {due}");
        if (QueueWords.Trouble(order) is { Length: > 0 } trouble) page.Text.Line("", Indent, trouble);
    }

    private static string Rest(ImmutableArray<OrderChart> orders) =>
        $"and {orders.Length - OrdersMax} more, which --report and --csv tell of";
}
