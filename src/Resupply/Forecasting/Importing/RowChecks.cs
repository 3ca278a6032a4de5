using static System.FormattableString;

namespace Resupply.Forecasting.Importing;

/// <summary>What is looked at before a row is read: is there one, has it its cells, was it there before?</summary>
internal sealed class RowChecks(Mapping mapping, ColumnPlan plan, int columns, Gathering gathering)
{
    private const char CellEnd = '\u001f';
    private readonly Dictionary<string, int> first = new(StringComparer.Ordinal);

    /// <summary>False where the row is left out, as the ledger says.</summary>
    /// <param name="units">What it holds, as far as it can be read.</param>
    public bool Take(SourceRow row, long units)
    {
        if (row.Cells.All(string.IsNullOrWhiteSpace)) return Leave(row, Reason.BlankRow, "", 0);
        if (row.Cells.Skip(columns).Any(cell => !string.IsNullOrWhiteSpace(cell)))
            return Leave(row, Reason.RowTooLong, CellsOf(row), units);
        if (row.Cells.Length < columns)
            gathering.Note(row.Line, Treatment.Changed, Reason.RowShort, CellsOf(row), "blank where it has none");
        return !IsRepeated(row, units);
    }

    private bool IsRepeated(SourceRow row, long units)
    {
        var key = string.Join(CellEnd, plan.Same.Select(column => row[column]));
        if (first.TryAdd(key, row.Line)) return false;
        var before = Invariant($"line {first[key]}");
        if (mapping.KeepsDuplicates)
            gathering.Note(row.Line, Treatment.Changed, Reason.DuplicateKept, before, "counted again", units);
        else
            Leave(row, Reason.Duplicate, before, units);
        return !mapping.KeepsDuplicates;
    }

    private bool Leave(SourceRow row, string reason, string found, long units)
    {
        gathering.Note(row.Line, Treatment.LeftOut, reason, found, "left out", units);
        return false;
    }

    private string CellsOf(SourceRow row) =>
        Invariant($"{row.Cells.Length} cells of {columns}");
}
