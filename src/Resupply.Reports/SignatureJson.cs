using System.Text.Json;
using Resupply.Answers;
using Resupply.Planning;

namespace Resupply.Reports;

/// <summary>What a permission is worth, as JSON: the fields are in the manual page of `resupply signature`.</summary>
public static class SignatureJson
{
    public static string Write(SignatureReport report) => JsonReport.Text(json =>
    {
        json.WriteStartObject();
        JsonReport.WriteCard(json, report.Card);
        json.WriteString("release", report.Release);
        json.WriteString("by", report.By);
        json.WriteString("granted", report.Granted);
        JsonReport.WriteNames(json, "waiting", report.Waiting);
        json.WriteString("dates", report.Step.InWords);
        json.WriteNumber("more-than", report.MoreThan);
        json.WriteStartObject("questions");
        foreach (var answer in report.Questions) WriteQuestion(json, answer, report.Card);
        json.WriteEndObject();
        JsonReport.WriteNames(json, "unmoved", report.Unmoved.Select(question => question.Name));
        json.WriteNumber("comparisons", report.Comparisons);
        JsonReport.WriteDiagnostics(json, report.Diagnostics);
        json.WriteEndObject();
    });

    private static void WriteQuestion(Utf8JsonWriter json, SignatureAnswer answer, RunCard card)
    {
        json.WriteStartObject(answer.Question.Name);
        json.WriteString("asks", answer.Question.InWords);
        json.WriteString("sentence", SignatureSentence.Of(answer, card));
        json.WriteNumber("more-than", answer.MoreThan);
        json.WriteString("last-day", answer.LastDay?.Day?.ToString());
        json.WriteString("last-told", answer.LastTold?.Day?.ToString());
        json.WriteBoolean("shrinks", answer.Shrinks);
        json.WriteStartObject("never");
        JsonReport.WriteNumbers(json, answer.Never);
        json.WriteEndObject();
        json.WritePropertyName("in-the-file");
        WriteSigned(json, answer.AsWritten);
        json.WriteStartArray("granted-on");
        foreach (var day in answer.Days) WriteSigned(json, day);
        json.WriteEndArray();
        json.WritePropertyName("on-the-last-day");
        if (answer.LastDay is { } last) WriteSigned(json, last);
        else json.WriteNullValue();
        json.WriteEndObject();
    }

    private static void WriteSigned(Utf8JsonWriter json, SignedAnswer signed)
    {
        json.WriteStartObject();
        if (signed.Day is { } day) json.WriteString("day", day.ToString());
        JsonReport.WriteNumbers(json, signed.Answer);
        JsonReport.WriteChange(json, signed.Change, () =>
        {
            json.WriteBoolean("told", signed.IsTold);
        });

        json.WriteEndObject();
    }
}
