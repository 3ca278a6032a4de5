using System.Text.Json;
using Resupply.Planning;

namespace Resupply.Reports;

/// <summary>How much would do, as JSON: the fields are in the manual page of `resupply enough`.</summary>
public static class SufficiencyJson
{
    public static string Write(SufficiencyReport report) => JsonReport.Text(json =>
    {
        json.WriteStartObject();
        JsonReport.WriteCard(json, report.Card);
        json.WriteString("question", report.Question.Name);
        json.WriteString("asks", report.Question.InWords);
        json.WriteNumber(report.Terms.Sought.AtLeast ? "at-least" : "at-most", report.Terms.Sought.Level);
        json.WriteStartObject("as-written");
        JsonReport.WriteNumbers(json, report.AsWritten);
        json.WriteEndObject();
        json.WriteStartObject("varied");
        foreach (var value in report.Values) WriteValue(json, value, report);
        json.WriteEndObject();
        JsonReport.WriteDiagnostics(json, report.Diagnostics);
        json.WriteEndObject();
    });

    private static void WriteValue(Utf8JsonWriter json, VariedValue value, SufficiencyReport report)
    {
        json.WriteStartObject(value.Path);
        json.WriteString("in-the-file", value.Text);
        json.WriteString("sentence", SufficiencySentence.Of(value, report));
        json.WriteStartArray("points");
        foreach (var point in value.Points) WritePoint(json, point);
        json.WriteEndArray();
        json.WritePropertyName("does");
        if (value.Turn is { } turn) WritePoint(json, turn.Does);
        else json.WriteNullValue();
        json.WritePropertyName("does-not");
        if (value.Turn is { } other) WritePoint(json, other.DoesNot);
        else json.WriteNullValue();
        json.WriteEndObject();
    }

    private static void WritePoint(Utf8JsonWriter json, SufficiencyPoint point)
    {
        json.WriteStartObject();
        json.WriteString("value", point.Text);
        json.WriteBoolean("reached", point.IsReached);
        JsonReport.WriteNumbers(json, point.Answer);
        JsonReport.WriteChange(json, point.Change);

        json.WriteEndObject();
    }
}
