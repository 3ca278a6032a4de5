using System.Text.Json;
using Resupply.Planning;

namespace Resupply.Reports;

/// <summary>What each promise is worth, as JSON: the fields are in the manual page of `resupply promises`.</summary>
public static class PromisesJson
{
    public static string Write(PromisesReport report) => JsonReport.Text(json =>
    {
        json.WriteStartObject();
        JsonReport.WriteCard(json, report.Card);
        if (report.Sought is { } sought) json.WriteNumber(sought.AtLeast ? "at-least" : "at-most", sought.Level);
        json.WriteString("dates", report.Step.InWords);
        json.WriteStartObject("questions");
        foreach (var question in report.Questions) WriteQuestion(json, question, report);
        json.WriteEndObject();
        json.WriteNumber("comparisons", report.Comparisons);
        JsonReport.WriteDiagnostics(json, report.Diagnostics);
        json.WriteEndObject();
    });

    private static void WriteQuestion(Utf8JsonWriter json, PromisesOfQuestion question, PromisesReport report)
    {
        json.WriteStartObject(question.Question.Name);
        json.WriteString("asks", question.Question.InWords);
        json.WriteString("sentence", PromisesSentence.Hangs(question));
        json.WriteStartObject("as-written");
        JsonReport.WriteNumbers(json, question.AsWritten);
        json.WriteEndObject();
        json.WriteStartObject("promises");
        foreach (var each in question.Promises)
        {
            json.WriteStartObject(each.Promise.Path);
            json.WriteString("sentence", PromisesSentence.Of(each, question, report));
            WriteJudged(json, "without", each.Without);
            WriteJudged(json, "week-earlier", each.Earlier);
            WriteJudged(json, "week-later", each.Later);
            WriteLast(json, each.Last);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteStartObject("options");
        foreach (var each in question.Options)
        {
            json.WriteStartObject(each.Option);
            json.WriteString("sentence", PromisesSentence.Of(each, question, report));
            WriteJudged(json, "chosen", each.Chosen);
            json.WriteStartArray("put-off");
            foreach (var dated in each.Dated) json.WriteStringValue(dated.Path);
            json.WriteEndArray();
            WriteLast(json, each.Last);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteJudged(Utf8JsonWriter json, string name, JudgedAnswer judged)
    {
        json.WriteStartObject(name);
        JsonReport.WriteNumbers(json, judged.Answer);
        JsonReport.WriteChange(json, judged.Change, () =>
        {
            json.WriteBoolean("told", judged.IsTold);
            json.WriteBoolean("same", judged.IsSame);
            if (judged.Needed is { } needed) json.WriteNumber("needed", needed);
            else json.WriteNull("needed");
        });

        json.WriteEndObject();
    }

    private static void WriteLast(Utf8JsonWriter json, LastUsefulDay? last)
    {
        if (last is null)
        {
            json.WriteNull("last-day");
            return;
        }

        json.WriteStartObject("last-day");
        json.WriteString("useful", last.Usefulness switch
        {
            Usefulness.NotNeeded => "not-needed",
            Usefulness.Never => "never",
            _ => "until",
        });
        WriteSigned(json, "last", last.Last);
        json.WriteString("earliest", last.Earliest?.ToString());
        json.WriteString("latest", last.Latest?.ToString());
        json.WriteString("not-on", last.NotOn?.ToString());
        WriteSigned(json, "best", last.Best);
        json.WriteEndObject();
    }

    private static void WriteSigned(Utf8JsonWriter json, string name, SignedAnswer? signed)
    {
        if (signed is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("day", signed.Day?.ToString());
        JsonReport.WriteNumbers(json, signed.Answer);
        json.WriteEndObject();
    }
}
