using System.Text.Json;
using Resupply.Evidence;
using Resupply.Planning;

namespace Resupply.Reports;

/// <summary>What the numbers are made of, as JSON: the fields are in the manual page of `resupply evidence`.</summary>
public static class EvidenceJson
{
    public static string Write(EvidenceReport report) => JsonReport.Text(json =>
    {
        json.WriteStartObject();
        JsonReport.WriteCard(json, report.Card);
        json.WriteString("as-of", report.Overview.AsOf.ToString());
        WriteCoverage(json, report);
        WriteValues(json, report.Overview);
        json.WriteStartObject("claims");
        foreach (var each in report.Overview.Claims) WriteClaim(json, each);
        json.WriteEndObject();
        WriteConflicts(json, report.Overview);
        WriteSilent(json, report.Overview);
        JsonReport.WriteDiagnostics(json, report.Diagnostics);
        json.WriteEndObject();
    });

    private static void WriteCoverage(Utf8JsonWriter json, EvidenceReport report)
    {
        json.WriteStartObject("coverage");
        foreach (var each in report.Coverage)
        {
            json.WriteStartObject(EvidenceWords.Name(each.Basis));
            json.WriteNumber("values", each.Paths.Length);
            if (each.Moves is { } moves) json.WriteNumber("moves", moves);
            else json.WriteNull("moves");
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteStartObject("questions");
        foreach (var question in report.Questions)
        {
            json.WriteStartObject(question.Question);
            json.WriteStartObject("moves");
            foreach (var (basis, part) in question.Moves) json.WriteNumber(EvidenceWords.Name(basis), part);
            json.WriteEndObject();
            json.WriteStartArray("most");
            foreach (var each in question.Most)
            {
                json.WriteStartObject();
                json.WriteString("value", each.Path);
                json.WriteString("basis", EvidenceWords.Name(each.Basis));
                json.WriteNumber("part", each.Part);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteValues(Utf8JsonWriter json, EvidenceOverview overview)
    {
        json.WriteStartObject("values");
        foreach (var value in overview.Values)
        {
            json.WriteStartObject(value.Path);
            json.WriteString("value", value.Text);
            json.WriteString("basis", EvidenceWords.Name(value.Support.Basis));
            json.WriteString("assume", value.Support.Assume);
            JsonReport.WriteNames(json, "claims", value.Support.Claims);
            json.WriteNumber("independent", overview.IndependentSources(value));
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteClaim(Utf8JsonWriter json, ClaimStanding each)
    {
        json.WriteStartObject(each.Claim.Name);
        json.WriteString("source", each.Source?.Title);
        json.WriteString("published", each.Source?.Published?.ToString());
        json.WriteString("known-on", each.Claim.KnownOn?.ToString());
        json.WriteString("grade", each.Grade);
        json.WriteString("group", each.Group);
        JsonReport.WriteNames(json, "retold", each.Retold);
        WriteQuote(json, each);
        json.WriteBoolean("stands", each.Stands);
        json.WriteString("withdrawn", each.Claim.Withdrawn?.ToString());
        JsonReport.WriteNames(json, "superseded-by", each.SupersededBy);
        JsonReport.WriteNames(json, "values", each.Values);
        JsonReport.WriteNames(json, "questions", each.Questions);
        json.WriteEndObject();
    }

    private static void WriteQuote(Utf8JsonWriter json, ClaimStanding each)
    {
        if (each.Claim.Quote is not { } quote)
        {
            json.WriteNull("quote");
            return;
        }

        json.WriteStartObject("quote");
        json.WriteString("text", quote);
        switch (each.Quote)
        {
            case QuoteCheck.Found found:
                json.WriteString("check", "found");
                json.WriteString("document", found.Document);
                json.WriteNumber("line", found.Line);
                break;
            case QuoteCheck.Missing missing:
                json.WriteString("check", "missing");
                json.WriteString("document", missing.Document);
                json.WriteString("nearest", missing.Passage);
                json.WriteNumber("line", missing.Line);
                break;
            case QuoteCheck.Unchecked other:
                json.WriteString("check", "unchecked");
                json.WriteString("because", other.Reason);
                break;
        }

        json.WriteEndObject();
    }

    private static void WriteConflicts(Utf8JsonWriter json, EvidenceOverview overview)
    {
        json.WriteStartArray("conflicts");
        foreach (var conflict in overview.Conflicts)
        {
            json.WriteStartObject();
            json.WriteString("one", conflict.One.Claim.Name);
            json.WriteString("other", conflict.Other.Claim.Name);
            json.WriteBoolean("open", conflict.IsOpen);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSilent(Utf8JsonWriter json, EvidenceOverview overview)
    {
        json.WriteStartArray("silent");
        foreach (var silent in overview.Silent)
        {
            json.WriteStartObject();
            json.WriteString("claim", silent.Standing.Claim.Name);
            json.WriteString("last-heard", silent.LastHeard.ToString());
            json.WriteNumber("days", silent.Days);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
