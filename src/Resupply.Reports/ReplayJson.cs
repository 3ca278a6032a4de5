using System.Text.Json;
using Resupply.Answers;
using Resupply.Language;
using Resupply.Planning;

namespace Resupply.Reports;

/// <summary>
/// An answer as it was known day by day, as JSON: the fields are in the manual page of `resupply replay`. Levels and
/// steps are decimal numbers of up to fifteen digits behind the point, which add up exactly.
/// </summary>
public static class ReplayJson
{
    public static string Write(ReplayReport report) => JsonReport.Text(json =>
    {
        json.WriteStartObject();
        JsonReport.WriteCard(json, report.Card);
        json.WriteString("question", report.Question.Name);
        json.WriteString("asks", report.Question.InWords);
        json.WriteString("from", report.Terms.From.ToString());
        json.WriteString("to", report.Terms.To.ToString());
        json.WriteString("sentence", ReplaySentence.Of(report));
        WriteChange(
            json, report.Days[0].Level!.Value, report.Last.Level!.Value, report.Change, report.IsTold);
        json.WriteStartArray("days");
        foreach (var day in report.Days) WriteDay(json, day);
        json.WriteEndArray();
        json.WriteStartArray("steps");
        foreach (var step in report.Steps) WriteStep(json, step);
        json.WriteEndArray();
        WriteNews(json, "unmoved", report.Idle);
        JsonReport.WriteDiagnostics(json, report.Diagnostics);
        json.WriteEndObject();
    });

    private static void WriteDay(Utf8JsonWriter json, ReplayedDay day)
    {
        json.WriteStartObject();
        json.WriteString("day", day.Day.ToString());
        if (day.Answer is { } answer) JsonReport.WriteNumbers(json, answer);
        else json.WriteString("refused", day.Refusal);
        json.WriteEndObject();
    }

    private static void WriteStep(Utf8JsonWriter json, ReplayStep step)
    {
        json.WriteStartObject();
        json.WriteString("day", step.On.ToString());
        json.WriteString("what", ReplaySentence.What(step));
        if (step.Passing is { } passing)
        {
            json.WriteStartObject("today");
            json.WriteString("before", passing.From.ToString());
            json.WriteString("after", passing.To.ToString());
            json.WriteEndObject();
        }

        WriteNews(json, "became-known", step.News);
        json.WriteStartArray("values");
        foreach (var value in step.Changes)
        {
            json.WriteStartObject();
            json.WriteString("path", value.Path);
            json.WriteString("before", value.Before);
            json.WriteString("after", value.After);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("claims");
        foreach (var claim in step.Claims)
        {
            json.WriteStartObject();
            json.WriteString("claim", claim.Claim);
            json.WriteString("source", claim.Source);
            json.WriteString("quote", claim.Quote);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteChange(json, step.Before, step.After, step.Change, step.IsTold);
        json.WriteEndObject();
    }

    private static void WriteChange(
        Utf8JsonWriter json, Fraction before, Fraction after, Estimate change, bool isTold)
    {
        WriteDecimal(json, "before", ReplayNumbers.All(before));
        WriteDecimal(json, "after", ReplayNumbers.All(after));
        WriteDecimal(json, "change", ReplayNumbers.All(before, after));
        json.WriteNumber("error", change.Error);
        json.WriteBoolean("told", isTold);
    }

    /// <summary>As it stands: a double would have other last digits.</summary>
    private static void WriteDecimal(Utf8JsonWriter json, string name, string number)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(number);
    }

    private static void WriteNews(Utf8JsonWriter json, string name, IEnumerable<News> all)
    {
        json.WriteStartArray(name);
        foreach (var news in all)
        {
            json.WriteStartObject();
            json.WriteString("kind", news.Kind.ToString().ToLowerInvariant());
            json.WriteString("path", news.Path);
            json.WriteString("day", news.On.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
