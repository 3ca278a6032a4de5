using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Resupply.Answers;
using Resupply.Scoring;

namespace Resupply.Reports;

/// <summary>One line of a log of answers: what was answered when, made of what, after which line.</summary>
public static class LoggedLine
{
    private static readonly JsonWriterOptions OneLine = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="answered">A day, or a day and the time of it (UTC).</param>
    /// <param name="previous">The hash of the line before; null where there is none.</param>
    /// <returns>JSON without a line break.</returns>
    public static string Of(Scenario scenario, RunReport report, Manifest manifest, string answered, string? previous)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, OneLine))
        {
            json.WriteStartObject();
            json.WriteNumber("log", LogReader.Version);
            json.WriteString("answered", answered);
            json.WriteString("previous", previous);
            json.WriteString("title", report.Card.Title);
            json.WritePropertyName("manifest");
            manifest.WriteTo(json);
            json.WriteStartObject("answers");
            foreach (var (question, answer) in scenario.Questions.Zip(report.Answers))
                WriteAnswer(json, scenario, question, answer);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    private static void WriteAnswer(Utf8JsonWriter json, Scenario scenario, Question question, Answer answer)
    {
        json.WriteStartObject(answer.Name);
        JsonReport.WriteNumbers(json, answer);
        if (answer is Answer.Quantity quantity) json.WriteString("unit", quantity.Unit);
        json.WriteString("asks", answer.Question);
        json.WriteString("settled", question.SettledOn(scenario.To).ToString());
        json.WriteStartArray("claimed");
        foreach (var statement in answer.Claimed) WriteClaim(json, scenario, answer, statement);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>A claim that was taken back, or replaced by another, says nothing any more.</summary>
    private static void WriteClaim(Utf8JsonWriter json, Scenario scenario, Answer answer, Statement statement)
    {
        var stands = scenario.Evidence.ClaimNamed(statement.Claim) is { } claim && scenario.Evidence.Stands(claim);
        json.WriteStartObject();
        json.WriteString("claim", statement.Claim);
        json.WriteString("source", statement.Source);
        json.WriteString("quote", statement.Quote);
        if (stands && answer is Answer.Probability) json.WriteNumber("says", statement.Given ?? 1);
        else json.WriteNull("says");
        json.WriteEndObject();
    }
}
