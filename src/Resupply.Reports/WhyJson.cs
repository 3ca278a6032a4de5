using System.Collections.Immutable;
using System.Text.Json;
using Resupply.Planning;

namespace Resupply.Reports;

/// <summary>What an answer depends on, as JSON: the fields are in the manual page of `resupply why`.</summary>
public static class WhyJson
{
    public static string Write(WhyReport report) => JsonReport.Text(json =>
    {
        json.WriteStartObject();
        JsonReport.WriteCard(json, report.Card);
        json.WriteString("question", report.Question.Name);
        json.WriteString("asks", report.Question.InWords);
        json.WriteStartObject("as-written");
        JsonReport.WriteNumbers(json, report.AsWritten);
        json.WriteEndObject();
        json.WriteStartArray("inputs");
        foreach (var input in report.Inputs) WriteInput(json, input);
        json.WriteEndArray();
        JsonReport.WriteNames(json, "changed-nothing", report.Silent.Select(value => value.Path));
        JsonReport.WriteNames(json, "not-tried", report.NotTried.Select(value => value.Path));
        JsonReport.WriteNames(json, "out-of-reach", report.Unreached.Select(value => value.Path));
        JsonReport.WriteDiagnostics(json, report.Diagnostics);
        json.WriteEndObject();
    });

    private static void WriteInput(Utf8JsonWriter json, Input input)
    {
        json.WriteStartObject();
        json.WriteString("path", input.Value.Path);
        json.WriteString("in-the-file", input.Value.Text);
        json.WriteString("draw", input.Draw);
        json.WriteString("support", EvidenceWords.Name(input.Value.Support.Basis));
        if (input.Support is InputSupport.Assumption { Because: var assumed }) json.WriteString("because", assumed);
        if (input.Support is InputSupport.Decision { Because: { Length: > 0 } decided })
            json.WriteString("because", decided);
        if (input.Support is InputSupport.Evidence { Claims: var claims }) WriteClaims(json, claims);
        json.WriteStartArray("effects");
        foreach (var effect in input.Effects) WriteEffect(json, effect);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteClaims(Utf8JsonWriter json, ImmutableArray<CitedClaim> claims)
    {
        json.WriteStartArray("claims");
        foreach (var cited in claims)
        {
            json.WriteStartObject();
            json.WriteString("claim", cited.Claim.Name);
            json.WriteString("grade", cited.Grade);
            json.WriteString("source", cited.Source?.Title);
            json.WriteString("published", cited.Source?.Published?.ToString());
            json.WriteString("quote", cited.Claim.Quote);
            json.WriteString("withdrawn", cited.Claim.Withdrawn?.ToString());
            JsonReport.WriteNames(json, "superseded-by", cited.SupersededBy);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteEffect(Utf8JsonWriter json, NudgeEffect effect)
    {
        json.WriteStartObject();
        json.WriteString("with", effect.Words);
        json.WriteNumber("differing", effect.Differing);
        if (effect.DaysLater is { } days) json.WriteNumber("median-days-later", days);
        JsonReport.WriteChange(json, effect.Change);

        json.WriteEndObject();
    }
}
