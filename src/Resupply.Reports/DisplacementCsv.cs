using Resupply.Answers;
using Resupply.Planning;
using Resupply.Values;

namespace Resupply.Reports;

/// <summary>A displacement as a long table with the columns of the other tables.</summary>
public static class DisplacementCsv
{
    /// <summary>Writes displacement.csv into the folder; makes the folder.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static void Write(DisplacementReport report, string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "displacement.csv"), Table(report));
    }

    /// <summary>
    /// measure: finished-later, delivered-later (by order; `all`: the sum), and planned, moved, change (of the chance,
    /// by order and due date); statistic: estimate, low, high, error.
    /// </summary>
    public static string Table(DisplacementReport report)
    {
        var table = new CsvReport.Table(report.Card.Option);
        var moved = report.Moved;
        foreach (var order in moved.Others.Prepend(moved.Mover))
        {
            Add(table, "finished-later", order.Order, null, order.FinishedLater);
            Add(table, "delivered-later", order.Order, null, order.DeliveredLater);
            foreach (var due in order.Due) Add(table, order.Order, due.By, due.Chance);
        }

        Add(table, "finished-later", "all", null, moved.FinishedLater);
        Add(table, "delivered-later", "all", null, moved.DeliveredLater);
        if (moved.Complete is { } complete) Add(table, $"{report.Asked.Order}: all of it", report.Asked.By, complete);
        return table.ToString();
    }

    internal static void Add(CsvReport.Table table, string measure, string thing, Day? date, Estimate estimate)
    {
        table.Add(measure, thing, date, "estimate", estimate.Value);
        table.Add(measure, thing, date, "low", estimate.Low);
        table.Add(measure, thing, date, "high", estimate.High);
        table.Add(measure, thing, date, "error", estimate.Error);
    }

    private static void Add(CsvReport.Table table, string thing, Day? date, Chance chance)
    {
        Add(table, "planned", thing, date, chance.Planned);
        Add(table, "moved", thing, date, chance.Moved);
        Add(table, "change", thing, date, chance.Change);
    }
}
