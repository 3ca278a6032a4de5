using System.Collections.Immutable;

namespace Resupply.Forecasting.Importing;

/// <summary>What a file was made into, and how.</summary>
/// <param name="RowsLeftOut">Of which nothing counts.</param>
/// <param name="UnitsFound">In its cells: the units of the series, and those left out.</param>
/// <param name="Ledger">In the order of the file; last, what has no row.</param>
/// <param name="Changes">Against the last import; null where there is none to compare with.</param>
public sealed record ImportReport(
    Mapping Mapping,
    SourceTable Table,
    int RowsLeftOut,
    long UnitsFound,
    ImmutableArray<NeedSeries> Series,
    ImmutableArray<LedgerEntry> Ledger,
    ImmutableArray<SeriesChange>? Changes)
{
    /// <summary>Of the file, without its header.</summary>
    public int Rows => Table.Rows.Length;
    public long UnitsCounted => Series.Sum(series => series.Units);

    public long UnitsLeftOut => Ledger
        .Where(entry => entry.Treatment is Treatment.LeftOut or Treatment.UnitsLeftOut)
        .Sum(entry => entry.Units);
}

/// <summary>A count that is not what it was. Null: not known, or, of what is added or gone, not there.</summary>
public sealed record SeriesChange(
    string Series, Period Period, ChangeKind Change, long? Before, long? Now);

public enum ChangeKind
{
    Added,
    Gone,
    Changed,
}
