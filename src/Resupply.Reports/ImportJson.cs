using System.Collections.Immutable;
using System.Text.Json;
using Resupply.Forecasting.Importing;
using Resupply.Language;

namespace Resupply.Reports;

/// <summary>What an import did, as JSON: the fields are in the manual page of `resupply import`.</summary>
public static class ImportJson
{
    public static string Write(ImportReport report, ImmutableArray<Diagnostic> diagnostics) => JsonReport.Text(json =>
    {
        json.WriteStartObject();
        json.WriteString("resupply", Reporting.Version);
        json.WriteString("title", report.Mapping.Title);
        json.WriteString("file", report.Table.File);
        json.WriteString("sha256", report.Table.Sha256);
        json.WriteNumber("rows", report.Rows);
        json.WriteNumber("rows-left-out", report.RowsLeftOut);
        json.WriteNumber("units-found", report.UnitsFound);
        json.WriteNumber("units-counted", report.UnitsCounted);
        json.WriteNumber("units-left-out", report.UnitsLeftOut);
        WriteReasons(json, report);
        WriteSeries(json, report);
        WriteChanges(json, report.Changes);
        JsonReport.WriteDiagnostics(json, diagnostics);
        json.WriteEndObject();
    });

    private static void WriteReasons(Utf8JsonWriter json, ImportReport report)
    {
        var order = Reason.All.Select(reason => reason.Name).ToList();
        json.WriteStartArray("done");
        foreach (var group in report.Ledger.GroupBy(entry => (entry.Treatment, entry.Reason))
            .OrderBy(group => order.IndexOf(group.Key.Reason)).ThenBy(group => group.Key.Treatment))
        {
            json.WriteStartObject();
            json.WriteString("treatment", ImportWords.Of(group.Key.Treatment));
            json.WriteString("reason", group.Key.Reason);
            json.WriteNumber("times", group.Sum(entry => entry.Times));
            json.WriteNumber("units", group.Sum(entry => entry.Units));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSeries(Utf8JsonWriter json, ImportReport report)
    {
        json.WriteStartObject("series");
        foreach (var series in report.Series)
        {
            json.WriteStartObject(series.Name);
            json.WriteString("from", series.PeriodAt(0).ToString());
            json.WriteString("to", series.Last.ToString());
            json.WriteNumber("units", series.Units);
            json.WriteNumber("periods", series.Length);
            json.WriteNumber("zero", series.Zeros);
            json.WriteNumber("not-known", series.Gaps);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteChanges(Utf8JsonWriter json, ImmutableArray<SeriesChange>? changes)
    {
        if (changes is null)
        {
            json.WriteNull("since-last");
            return;
        }

        json.WriteStartArray("since-last");
        foreach (var change in changes)
        {
            json.WriteStartObject();
            json.WriteString("series", change.Series);
            json.WriteString("period", change.Period.ToString());
            json.WriteString("change", ImportWords.Of(change.Change));
            WriteCount(json, "before", change.Before);
            WriteCount(json, "now", change.Now);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteCount(Utf8JsonWriter json, string name, long? count)
    {
        if (count is { } units) json.WriteNumber(name, units);
        else json.WriteNull(name);
    }
}
