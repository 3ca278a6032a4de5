using Resupply.Answers;
using Resupply.Planning;

namespace Resupply.Reports;

/// <summary>One way to move an order as two tables: unit-days, and the chances of what is due.</summary>
internal sealed class DisplacementTables(DisplacementReport report, TextWriter output, WrappedText text)
{
    private const int RowsMax = 12;
    private const int LabelMax = 38;
    private const int CellWidth = 16;

    /// <param name="firmAlone">Only the firm orders are shown.</param>
    public void Write(Displacement moved, bool firmAlone)
    {
        var others = moved.Others
            .Where(order => order.IsTouched && (order.IsFirm || !firmAlone))
            .OrderByDescending(order => order.DeliveredLater.Value)
            .ThenByDescending(order => order.FinishedLater.Value)
            .ToList();
        WriteUnitDays(moved, others, firmAlone);
        WriteChances(moved, others);
    }

    private void WriteUnitDays(Displacement moved, List<OrderShift> others, bool firmAlone)
    {
        text.Blank();
        List<(string Label, string[] Cells)> rows =
        [
            ("unit-days later (− sooner)", ["at the line", "delivered"]),
            .. others.Take(RowsMax).Prepend(moved.Mover).Where(order => order.IsFirm || !firmAlone).Select(order => (
                $"{order.Order}, {DisplacementWords.Standing(order)}", CellsOf(order))),
        ];
        if (others.Count > RowsMax) rows.Add((DisplacementWords.Others(others.Count - RowsMax), SumOf(others)));
        if (!firmAlone)
        {
            rows.Add(("all together",
                [DisplacementWords.Later(moved.FinishedLater), DisplacementWords.Later(moved.DeliveredLater)]));
        }

        WriteRows(rows, CellWidth);
        var untouched = moved.Others.Where(order => !order.IsTouched).Select(order => order.Order).ToList();
        if (untouched.Count > 0 && !firmAlone) text.Hanging($"not touched: {Listed(untouched)}");
    }

    private void WriteChances(Displacement moved, List<OrderShift> others)
    {
        var changed = others.Prepend(moved.Mover)
            .SelectMany(order => order.Due.Select(due => (order.Order, Due: due)))
            .Where(each => each.Due.Chance.Change is not { Value: 0, Error: 0 })
            .ToList();
        List<(string Label, string[] Cells)> rows =
        [
            (report.IsExact ? "what is due" : "chance of what is due, in 100", ["planned", "moved", "change"]),
        ];
        if (moved.Complete is { } complete)
            rows.Add(($"{moved.Mover.Order}, all by {report.Asked.By}", CellsOf(complete)));
        rows.AddRange(changed.Take(RowsMax * 2).Select(each =>
            ($"{each.Order}, {each.Due.Units} by {each.Due.By}", CellsOf(each.Due.Chance))));
        if (rows.Count > 1)
        {
            text.Blank();
            WriteRows(rows, CellWidth - 3);
        }

        if (changed.Count > RowsMax * 2)
            text.Hanging($"{DisplacementWords.Others(changed.Count - (RowsMax * 2))}: see --json or --csv");
        var dates = moved.Others.Prepend(moved.Mover).Sum(order => order.Due.Length);
        if (dates > changed.Count && changed.Count > 0) text.Hanging("all other due dates are met as often as planned");
        else if (dates > 0 && changed.Count == 0) text.Hanging("every due date is met as often as planned");
    }

    /// <summary>What the sums mean.</summary>
    public void WriteWords(Displacement moved)
    {
        text.Blank();
        if (moved.IsBalanced)
            text.Hanging("At the line, losses and gains are equal in every replication: it makes as many.");
        if (moved.DeliveredLater is not { Value: 0, Error: 0 })
        {
            text.Hanging(
                "Delivered, they need not be: orders travel differently long, wait for lanes, or for a release.");
        }

        if (moved.IsCutOff)
            text.Hanging($"Not all is delivered by {report.Card.To}: what would be late after it is not counted.");
    }

    private void WriteRows(List<(string Label, string[] Cells)> rows, int cellWidth)
    {
        var labels = Math.Min(LabelMax, rows.Max(row => row.Label.Length));
        foreach (var (label, cells) in rows)
        {
            var line = string.Concat(cells.Select(cell => cell.PadLeft(cellWidth)));
            if (label.Length > labels) output.Write($"  {label}\n");
            output.Write($"  {(label.Length > labels ? "" : label).PadRight(labels)}{line}".TrimEnd() + "\n");
        }
    }

    private static string[] CellsOf(OrderShift order) =>
        [DisplacementWords.Later(order.FinishedLater), DisplacementWords.Later(order.DeliveredLater)];

    private string[] CellsOf(Chance chance) =>
    [
        DisplacementWords.Cell(chance.Planned, report.IsExact),
        DisplacementWords.Cell(chance.Moved, report.IsExact),
        DisplacementWords.Change(chance, report.IsExact),
    ];

    /// <summary>Without an error: those of several orders do not add up simply.</summary>
    private static string[] SumOf(List<OrderShift> orders)
    {
        string Sum(Func<OrderShift, Estimate> later) =>
            DisplacementWords.Later(Intervals.Normal(orders.Skip(RowsMax).Sum(order => later(order).Value), 0));
        return [Sum(order => order.FinishedLater), Sum(order => order.DeliveredLater)];
    }

    private static string Listed(List<string> names) => names.Count > RowsMax
        ? $"{string.Join(", ", names.Take(RowsMax))} and {DisplacementWords.Others(names.Count - RowsMax)}"
        : DisplacementWords.And(names);
}
