using System.Collections.Immutable;

namespace Resupply.Forecasting.Importing;

/// <summary>A file's cells as they stand.</summary>
/// <param name="Form">As in "comma, UTF-8": how it was read.</param>
/// <param name="Above">What stands above the header.</param>
/// <param name="HeaderLine">On which the header stands, counted from 1.</param>
public sealed record SourceTable(
    string File,
    string Sha256,
    string Form,
    ImmutableArray<SourceRow> Above,
    int HeaderLine,
    ImmutableArray<string> Header,
    ImmutableArray<SourceRow> Rows);

/// <param name="Line">Of the file, counted from 1, on which the row begins.</param>
/// <param name="HasOddQuotes">Quotes stand where none may; the cells may not be what was meant.</param>
public sealed record SourceRow(int Line, ImmutableArray<string> Cells, bool HasOddQuotes = false)
{
    /// <summary>The cell of a column; nothing where the row is too short.</summary>
    public string this[int column] => column < Cells.Length ? Cells[column] : "";
}

/// <summary>What a file may hold. The readers enforce it; all loops rely on it.</summary>
public static class ImportLimits
{
    public const long FileBytesMax = 256 * 1024 * 1024;
    public const int RowsMax = 2_000_000;
    public const int ColumnsMax = 10_000;

    /// <summary>Cells of all rows.</summary>
    public const int CellsMax = 50_000_000;

    /// <summary>Series times periods.</summary>
    public const int CountsMax = 10_000_000;
}
