using System.Text.Json;
using Resupply.Answers;
using Resupply.Planning;

namespace Resupply.Reports;

/// <summary>A displacement as JSON: the fields are in the manual page of `resupply displace`; all digits.</summary>
public static class DisplacementJson
{
    public static string Write(DisplacementReport report) => JsonReport.Text(json =>
    {
        json.WriteStartObject();
        JsonReport.WriteCard(json, report.Card);
        json.WriteBoolean("exact", report.IsExact);
        json.WriteString("line", report.Line);
        json.WriteString("order", report.Asked.Order);
        if (report.Asked.Units is { } units) json.WriteNumber("units", units);
        else json.WriteNull("units");
        json.WriteString("by", report.Asked.By?.ToString());
        if (report.Asked.AtLeast is { } share) json.WriteNumber("at-least", share);
        else json.WriteNull("at-least");
        json.WriteString("ahead-from", report.From?.ToString());
        json.WriteBoolean("reached", report.IsReached);
        json.WriteString("sentence", DisplacementSentence.Of(report));
        WriteMoved(json, "moved", report.Moved);
        WriteFirm(json, report.Firm);
        JsonReport.WriteDiagnostics(json, report.Diagnostics);
        json.WriteEndObject();
    });

    internal static void WriteEstimate(Utf8JsonWriter json, string name, Estimate estimate)
    {
        json.WriteStartObject(name);
        JsonReport.WriteEstimate(json, "estimate", estimate);
        json.WriteNumber("error", estimate.Error);
        json.WriteEndObject();
    }

    private static void WriteMoved(Utf8JsonWriter json, string name, Displacement moved)
    {
        json.WriteStartObject(name);
        if (moved.Complete is { } complete) WriteChance(json, "complete", complete);
        json.WriteStartObject("mover");
        WriteOrder(json, moved.Mover);
        json.WriteEndObject();
        json.WriteStartArray("others");
        foreach (var order in moved.Others)
        {
            json.WriteStartObject();
            WriteOrder(json, order);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("all");
        WriteEstimate(json, "finished-later", moved.FinishedLater);
        json.WriteBoolean("balanced", moved.IsBalanced);
        WriteEstimate(json, "delivered-later", moved.DeliveredLater);
        json.WriteEndObject();
        json.WriteBoolean("cut-off", moved.IsCutOff);
        json.WriteEndObject();
    }

    private static void WriteOrder(Utf8JsonWriter json, OrderShift order)
    {
        json.WriteString("order", order.Order);
        json.WriteBoolean("agreed", order.IsAgreed);
        json.WriteBoolean("firm", order.IsFirm);
        json.WriteBoolean("touched", order.IsTouched);
        WriteEstimate(json, "finished-later", order.FinishedLater);
        WriteEstimate(json, "delivered-later", order.DeliveredLater);
        json.WriteStartArray("due");
        foreach (var due in order.Due)
        {
            json.WriteStartObject();
            json.WriteString("by", due.By.ToString());
            json.WriteString("units", due.Units);
            WriteChance(json, "chance", due.Chance);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteChance(Utf8JsonWriter json, string name, Chance chance)
    {
        json.WriteStartObject(name);
        WriteEstimate(json, "planned", chance.Planned);
        WriteEstimate(json, "moved", chance.Moved);
        WriteEstimate(json, "change", chance.Change);
        json.WriteEndObject();
    }

    private static void WriteFirm(Utf8JsonWriter json, FirmDisplacement? firm)
    {
        if (firm is null)
        {
            json.WriteNull("firm");
            return;
        }

        json.WriteStartObject("firm");
        JsonReport.WriteNames(json, "kept", firm.Kept);
        JsonReport.WriteNames(json, "harmed", firm.Harmed);
        json.WriteBoolean("as-good", firm.IsAsGood);
        WriteMoved(json, "untouched", firm.Untouched);
        if (firm.Ceding is { } ceding)
        {
            json.WriteStartObject("ceding");
            JsonReport.WriteNames(json, "orders", ceding.Orders);
            json.WriteBoolean("least", ceding.IsLeast);
            WriteMoved(json, "moved", ceding.Moved);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("ceding");
        }

        json.WriteEndObject();
    }
}
