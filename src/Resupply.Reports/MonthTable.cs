using System.Collections.Immutable;
using Resupply.Answers;
using Resupply.Planning;

namespace Resupply.Reports;

/// <summary>
/// One fleet month by month: a column for each month, as many beside one another as there is room for.
/// </summary>
internal sealed class MonthTable
{
    private const int LabelMax = 30;
    private const int RowsMax = 12;
    private const string Little = "·";

    /// <summary>A hundredth of a point.</summary>
    private const double ChangeMin = 1e-4;

    private readonly Judgement judgement;
    private readonly long replications;
    private readonly ImmutableArray<(string Label, ImmutableArray<string> Cells)> rows;
    private readonly int months;
    private readonly int labels;
    private readonly int cells;
    private readonly int beside;

    /// <param name="width">Columns of the page.</param>
    public MonthTable(FleetBinding fleet, long replications, int width)
    {
        this.replications = replications;
        judgement = new Judgement(fleet.Comparisons);
        months = fleet.Months.Length;
        rows =
        [
            ("in the month of", [.. fleet.Months.Select(month => BindingJson.MonthOf(month.From))]),
            ("available", [.. fleet.Months.Select(
                month => month.Available is { } share ? Shown.Share(share) : "none")]),
            .. fleet.Effects
                .Where(effect => effect.ByMonth.Any(IsShown))
                .Take(RowsMax)
                .Select(effect => (effect.Relief.Name, effect.ByMonth.Select(CellOf).ToImmutableArray())),
            ("what binds", [.. fleet.Months.Select(month => BindingJson.WordFor(month.Bound))]),
        ];
        labels = Math.Min(LabelMax, rows.Max(row => row.Label.Length));
        cells = 2 + rows.Max(row => row.Cells.Max(cell => cell.Length));
        beside = Math.Max(1, (width - 2 - labels) / cells);
    }

    /// <summary>With a blank line above, and one between tables that follow on one another.</summary>
    public void Write(TextWriter output)
    {
        for (var first = 0; first < months; first += beside)
        {
            output.Write('\n');
            foreach (var (label, values) in rows) WriteRow(output, label, values.Skip(first).Take(beside));
        }

        if (rows.Any(row => row.Cells.Contains(Little)))
            output.Write($"  {Little} cannot be told from nothing, or is less than a hundredth of a point\n");
    }

    private void WriteRow(TextWriter output, string label, IEnumerable<string> values)
    {
        if (label.Length > labels)
        {
            output.Write($"  {label}\n");
            label = "";
        }

        var line = string.Concat(values.Select(value => value.PadLeft(cells)));
        output.Write($"  {label.PadRight(labels)}{line}\n");
    }

    private bool IsShown(Estimate? change) => change is { } known
        && Math.Abs(known.Value) >= ChangeMin && judgement.IsTold(known, replications);

    private string CellOf(Estimate? change) => change switch
    {
        null => "",
        { } known when IsShown(known) => Shown.Points(known, between: ""),
        _ => Little,
    };
}
