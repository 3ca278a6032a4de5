using System.Collections.Immutable;
using System.Globalization;
using Resupply.Forecasting.Importing;
using Resupply.Language;
using Resupply.Reports;
using static System.FormattableString;

namespace Resupply.Cli;

/// <summary>What an earlier `resupply import` wrote, read back.</summary>
public static class LastImport
{
    /// <summary>Null, with a diagnostic, where the file is not one.</summary>
    public static (ImmutableArray<ImportedSeries>? Series, ImmutableArray<Diagnostic> Diagnostics) Read(string path)
    {
        var (table, found) = SourceFile.Read(path, new FileForm(',', null, 0));
        if (table is null) return (null, found);
        var diagnostics = new Diagnostics(path, "");
        if (string.Join(',', table.Header) != ImportCsv.SeriesHeader)
        {
            diagnostics.Error(
                new Span(table.HeaderLine, 1, 1),
                $"this is not what `resupply import` writes: its header is not `{ImportCsv.SeriesHeader}`",
                "name the file of the last --out");
            return (null, diagnostics.Found);
        }

        var series = table.Rows
            .Select(row => Of(row, diagnostics))
            .OfType<(string Series, PeriodKind Kind, int Period, long? Count)>()
            .GroupBy(count => (count.Series, count.Kind))
            .Select(group => Whole(group.Key.Series, group.Key.Kind, [.. group], diagnostics))
            .ToImmutableArray();
        return (diagnostics.HasErrors ? null : series, diagnostics.Found);
    }

    private static (string Series, PeriodKind Kind, int Period, long? Count)? Of(SourceRow row, Diagnostics diagnostics)
    {
        var count = 0L;
        var isNumber = row[2].Length == 0
            || long.TryParse(row[2], NumberStyles.None, CultureInfo.InvariantCulture, out count);
        if (isNumber && Period.Parse(row[1]) is var (kind, period) && Names.IsName(row[0]))
            return (row[0], kind, period, row[2].Length == 0 ? null : count);
        diagnostics.Error(new Span(row.Line, 1, 1), "this row is not a series, a period and a count");
        return null;
    }

    private static ImportedSeries Whole(
        string name,
        PeriodKind kind,
        (string Series, PeriodKind Kind, int Period, long? Count)[] counts,
        Diagnostics diagnostics)
    {
        for (var i = 1; i < counts.Length; i++)
        {
            if (counts[i].Period != counts[i - 1].Period + 1)
                diagnostics.Error(
                    default,
                    Invariant($"{name}: {Period.Text(kind, counts[i].Period)} does not follow the period before"));
        }

        return new ImportedSeries(name, kind, counts[0].Period, [.. counts.Select(count => count.Count)]);
    }
}
