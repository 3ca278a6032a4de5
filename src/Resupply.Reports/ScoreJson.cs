using System.Text.Json;
using Resupply.Scoring;

namespace Resupply.Reports;

/// <summary>The scores of a log, as JSON: the fields are in the reference page on keeping score.</summary>
public static class ScoreJson
{
    public static string Write(ScoreReport report) => JsonReport.Text(json =>
    {
        json.WriteStartObject();
        json.WriteString("resupply", Reporting.Version);
        WriteLog(json, report);
        WriteRecord(json, "ours", report.Ours, report.Ours);
        json.WriteStartArray("scenarios");
        foreach (var (scenario, record) in report.ByScenario) WriteRecord(json, null, record, null, scenario);
        json.WriteEndArray();
        json.WriteStartArray("sources");
        foreach (var record in report.Theirs) WriteRecord(json, null, record, report.Ours);
        json.WriteEndArray();
        WriteParts(json, report);
        WriteNumbers(json, report);
        WriteOpen(json, report);
        JsonReport.WriteDiagnostics(json, report.Diagnostics);
        json.WriteEndObject();
    });

    private static void WriteLog(Utf8JsonWriter json, ScoreReport report)
    {
        json.WriteStartObject("log");
        json.WriteNumber("lines", report.Log.Runs.Length);
        json.WriteString("from", report.Log.Runs.Min(run => run.Answered).ToString());
        json.WriteString("to", report.Log.Runs.Max(run => run.Answered).ToString());
        json.WriteString("ends", report.Log.End);
        json.WriteNumber("dated-by-hand", report.DatedByHand);
        json.WriteNumber("too-late", report.Left.Late);
        json.WriteNumber("as-known-earlier", report.Left.Replays);
        json.WriteEndObject();
    }

    /// <param name="ours">Ours on the same questions, where another is told of.</param>
    private static void WriteRecord(
        Utf8JsonWriter json, string? name, TrackRecord record, TrackRecord? ours, string? scenario = null)
    {
        if (name is null) json.WriteStartObject();
        else json.WriteStartObject(name);
        if (scenario is not null) json.WriteString("scenario", scenario);
        if (record.Who is { } who) json.WriteString("source", who);
        json.WriteNumber("questions", record.Questions.Length);
        WriteNumber(json, "brier", record.Brier);
        WriteNumber(json, "brier-error", record.BrierError);
        WriteNumber(json, "log", record.Log);
        WriteNumber(json, "log-error", record.LogError);
        WriteNumber(json, "base-rate", record.BaseRate);
        WriteNumber(json, "base-rate-brier", record.BaseRateBrier);
        WriteNumber(json, "skill", record.Skill);
        if (record.Who is not null && ours is not null) WriteAgainst(json, record, ours);
        if (ours is not null) WriteQuestions(json, record);
        json.WriteEndObject();
    }

    private static void WriteAgainst(Utf8JsonWriter json, TrackRecord record, TrackRecord ours)
    {
        WriteNumber(json, "our-brier", ours.On(record).Brier);
        if (ours.Against(record) is not { } difference) return;
        json.WriteStartObject("difference");
        WriteNumber(json, "mean", difference.Mean);
        WriteNumber(json, "low", difference.Low);
        WriteNumber(json, "high", difference.High);
        WriteNumber(json, "p", difference.PValue);
        json.WriteBoolean("clear", difference.IsClear);
        json.WriteEndObject();
    }

    private static void WriteQuestions(Utf8JsonWriter json, TrackRecord record)
    {
        json.WriteStartArray("by-question");
        foreach (var score in record.Questions)
        {
            json.WriteStartObject();
            WriteAsked(json, score.Question.Asked);
            json.WriteBoolean("happened", score.Happened);
            json.WriteString("told-by", score.Question.Outcome.Source);
            json.WriteNumber("said", score.Said);
            WriteNumber(json, "brier", score.Brier);
            WriteNumber(json, "log", score.Log);
            json.WriteStartArray("given");
            foreach (var given in score.Given)
            {
                json.WriteStartObject();
                json.WriteNumber("line", given.Standing.Run.Line);
                json.WriteString("answered", given.Standing.Run.Answered.ToString());
                json.WriteNumber("lead", given.Standing.Lead);
                json.WriteNumber("days", given.Standing.Days);
                if (given.Claim is { } claim) json.WriteString("claim", claim);
                json.WriteNumber("said", given.Probability);
                WriteNumber(json, "brier", given.Brier);
                WriteNumber(json, "log", given.Log);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteParts(Utf8JsonWriter json, ScoreReport report)
    {
        if (report.Parts is not { } parts) return;
        json.WriteStartObject("parts");
        json.WriteNumber("reliability", parts.Reliability);
        json.WriteNumber("resolution", parts.Resolution);
        json.WriteNumber("uncertainty", parts.Uncertainty);
        json.WriteNumber("within-bin-variance", parts.WithinVariance);
        json.WriteNumber("within-bin-covariance", parts.WithinCovariance);
        json.WriteEndObject();
        json.WriteStartArray("reliability");
        foreach (var bin in report.Reliability)
        {
            json.WriteStartObject();
            json.WriteNumber("from", bin.From);
            json.WriteNumber("to", bin.To);
            json.WriteNumber("weight", bin.Weight);
            json.WriteNumber("questions", bin.Questions);
            json.WriteNumber("said", bin.Said);
            json.WriteNumber("happened", bin.Happened);
            json.WriteNumber("low", bin.Low);
            json.WriteNumber("high", bin.High);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteNumbers(Utf8JsonWriter json, ScoreReport report)
    {
        json.WriteStartArray("numbers");
        foreach (var score in report.Numbers)
        {
            json.WriteStartObject();
            WriteAsked(json, score.Question.Asked);
            if (score.CameDay is { } day) json.WriteString("came", day);
            else json.WriteNumber("came", score.Came);
            json.WriteString("unit", score.Unit);
            WriteNumber(json, "error", score.Error);
            WriteNumber(json, "loss", score.Loss);
            WriteNumber(json, "inside", score.Inside);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteOpen(Utf8JsonWriter json, ScoreReport report)
    {
        json.WriteStartArray("open");
        foreach (var asked in report.Open)
        {
            json.WriteStartObject();
            WriteAsked(json, asked);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteAsked(Utf8JsonWriter json, AskedQuestion asked)
    {
        json.WriteString("question", asked.Name);
        json.WriteString("scenario", asked.Scenario);
        json.WriteString("option", asked.Option);
        json.WriteString("world", asked.World);
        json.WriteString("kind", asked.Kind);
        json.WriteString("asks", asked.Asks);
        json.WriteString("settled", asked.Settled.ToString());
    }

    /// <summary>Null where there is none; the word `Infinity`, since JSON has no number for it.</summary>
    private static void WriteNumber(Utf8JsonWriter json, string name, double value)
    {
        if (double.IsPositiveInfinity(value)) json.WriteString(name, "Infinity");
        else JsonReport.WriteNumber(json, name, value);
    }
}
