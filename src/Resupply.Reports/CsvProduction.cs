using Resupply.Answers;

namespace Resupply.Reports;

/// <summary>Orders and their due dates as lines of the tables.</summary>
internal static class CsvProduction
{
    public static void AddSeries(CsvReport.Table table, RunReport report)
    {
        foreach (var order in report.Queues.SelectMany(queue => queue.Orders))
        {
            if (order.DeliveredByDay.IsEmpty) AddMeans(table, order);
            else CsvReport.AddBands(table, "delivered", order.Order, order.DeliveredByDay);
            foreach (var day in order.ByDay) table.Add("owed", order.Order, day.Day, "mean", order.DueOn(day.Day));
            if (order.Needs is null) continue;
            foreach (var day in order.ByDay) table.Add("held", order.Order, day.Day, "mean", day.Held);
        }
    }

    public static void AddOrder(CsvReport.Table table, OrderChart order)
    {
        void Add(string measure, double units) => table.Add(measure, order.Order, null, "mean", units);
        Add("ordered", order.Quantity);
        Add("delivered", order.Delivered);
        Add("late-unit-days", order.LateUnitDays);
        Add("held-unit-days", order.HeldUnitDays);
        Add("held-at-end", order.HeldAtEnd);
        CsvReport.AddSpread(table, "first-finished", order.Order, "", order.Dates.FirstFinished);
        CsvReport.AddSpread(table, "last-finished", order.Order, "", order.Dates.LastFinished);
        CsvReport.AddSpread(table, "first-left", order.Order, "", order.Dates.FirstLeft);
        CsvReport.AddSpread(table, "first-delivered", order.Order, "", order.Dates.FirstDelivered);
        CsvReport.AddSpread(table, "completed", order.Order, "", order.Dates.Completed);
        foreach (var due in order.Due)
        {
            table.Add("due", order.Order, due.By, "mean", due.Units);
            table.Add("due-met", order.Order, due.By, "estimate", due.Met);
        }
    }

    private static void AddMeans(CsvReport.Table table, OrderChart order)
    {
        foreach (var day in order.ByDay) table.Add("delivered", order.Order, day.Day, "mean", day.Delivered);
    }
}
