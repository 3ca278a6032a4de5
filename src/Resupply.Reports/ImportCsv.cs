using System.Globalization;
using System.Text;
using Resupply.Forecasting;
using Resupply.Forecasting.Importing;

namespace Resupply.Reports;

/// <summary>What an import makes: the series, and the ledger of what was done to which row (RFC 4180, UTF-8).</summary>
public static class ImportCsv
{
    public const string LedgerHeader = "line,treatment,reason,series,period,found,made,times,units";

    /// <summary>A line for each period of each series, in order; the count is empty where it is not known.</summary>
    public static string Series(ImportReport report)
    {
        var lines = new StringBuilder(SeriesFile.Header).Append("\r\n");
        foreach (var series in report.Series)
        {
            for (var at = 0; at < series.Length; at++)
                lines.Append(CultureInfo.InvariantCulture, $"{series.Name},{series.PeriodAt(at)},{series.KnownAt(at)}")
                    .Append("\r\n");
        }

        return lines.ToString();
    }

    /// <summary>
    /// A line for each thing that was done to a row, in the order of the file; last, what has no row.
    /// </summary>
    public static string Ledger(ImportReport report)
    {
        var lines = new StringBuilder(LedgerHeader).Append("\r\n");
        foreach (var entry in report.Ledger)
        {
            if (entry.Line > 0) lines.Append(CultureInfo.InvariantCulture, $"{entry.Line}");
            lines.Append(',').Append(ImportWords.Of(entry.Treatment)).Append(',').Append(entry.Reason).Append(',')
                .Append(entry.Series).Append(',').Append(entry.Period).Append(',').Append(CsvReport.Cell(entry.Found))
                .Append(',').Append(CsvReport.Cell(entry.Made)).Append(',')
                .Append(CultureInfo.InvariantCulture, $"{entry.Times},{entry.Units}").Append("\r\n");
        }

        foreach (var change in report.Changes ?? [])
            lines.Append(',').Append(ImportWords.Of(change.Change)).Append(",since-last,").Append(change.Series)
                .Append(',').Append(change.Period).Append(',')
                .Append(ImportWords.Count(change, isBefore: true)).Append(',')
                .Append(ImportWords.Count(change, isBefore: false)).Append(',')
                .Append(CultureInfo.InvariantCulture, $"1,{(change.Now ?? 0) - (change.Before ?? 0)}").Append("\r\n");
        return lines.ToString();
    }
}

/// <summary>The words for what an import did.</summary>
internal static class ImportWords
{
    public static string Of(Treatment treatment) => treatment switch
    {
        Treatment.Changed => "changed",
        Treatment.Moved => "moved",
        Treatment.Merged => "merged",
        Treatment.Split => "split",
        Treatment.LeftOut => "left-out",
        Treatment.UnitsLeftOut => "units-left-out",
        _ => "filled",
    };

    public static string Of(ChangeKind change) => change switch
    {
        ChangeKind.Added => "added",
        ChangeKind.Gone => "gone",
        _ => "revised",
    };

    /// <summary>One side of a change: a number, `not known`, or nothing where there was no such period.</summary>
    public static string Count(SeriesChange change, bool isBefore)
    {
        if (change.Change == (isBefore ? ChangeKind.Added : ChangeKind.Gone)) return "";
        var count = isBefore ? change.Before : change.Now;
        return count is { } units ? units.ToString(CultureInfo.InvariantCulture) : "not known";
    }
}
