using Resupply.Planning;

namespace Resupply.Reports;

/// <summary>The displacement matrix as JSON.</summary>
public static class DisplacementMatrixJson
{
    public static string Write(DisplacementMatrixReport report) => JsonReport.Text(json =>
    {
        json.WriteStartObject();
        JsonReport.WriteCard(json, report.Card);
        json.WriteBoolean("exact", report.IsExact);
        json.WriteStartObject("lines");
        foreach (var line in report.Lines)
        {
            json.WriteStartObject(line.Line);
            foreach (var row in line.Rows)
            {
                json.WriteStartObject(row.Mover);
                json.WriteBoolean("balanced", row.IsBalanced);
                json.WriteStartObject("finished-later");
                for (var i = 0; i < line.Orders.Length; i++)
                    DisplacementJson.WriteEstimate(json, line.Orders[i], row.FinishedLater[i]);
                json.WriteEndObject();
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteStartArray("left-out");
        foreach (var line in report.LeftOut) json.WriteStringValue(line);
        json.WriteEndArray();
        JsonReport.WriteDiagnostics(json, report.Diagnostics);
        json.WriteEndObject();
    });
}
