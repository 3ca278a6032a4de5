using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Resupply.Answers;
using Resupply.Language;
using Resupply.Values;

namespace Resupply.Reports;

/// <summary>The answer on standard output with `--json`: the contract of the reference page, all digits.</summary>
public static class JsonReport
{
    private static readonly JsonWriterOptions Layout = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(RunReport report) => Text(json => Write(json, report));

    /// <summary>What is wrong with a scenario, where there are no answers.</summary>
    public static string Write(string version, ImmutableArray<Diagnostic> diagnostics) => Text(json =>
    {
        json.WriteStartObject();
        json.WriteString("resupply", version);
        WriteDiagnostics(json, diagnostics);
        json.WriteEndObject();
    });

    internal static string Text(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Layout)) write(json);
        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length) + "\n";
    }

    private static void Write(Utf8JsonWriter json, RunReport report)
    {
        json.WriteStartObject();
        WriteCard(json, report.Card);
        json.WriteStartObject("answers");
        foreach (var answer in report.Answers) WriteAnswer(json, answer);
        json.WriteEndObject();
        WriteDiagnostics(json, report.Diagnostics);
        WriteSwings(json, report.Swings);
        GradeJson.Write(json, report.Grades);
        WriteVariance(json, report);
        SeriesWords.Write(json, report);
        json.WriteEndObject();
    }

    /// <summary>What was run: the first fields of every object.</summary>
    internal static void WriteCard(Utf8JsonWriter json, RunCard card)
    {
        json.WriteString("resupply", card.Version);
        json.WriteStartObject("scenario");
        json.WriteString("title", card.Title);
        json.WriteString("sha256", card.Sha256);
        json.WriteEndObject();
        json.WriteString("world", card.World);
        json.WriteString("option", card.Option);
        if (card.KnownOn is { } day) json.WriteString("known-on", day.ToString());
        json.WriteNumber("seed", card.Seed);
        json.WriteNumber("replications", card.Replications);
    }

    private static void WriteAnswer(Utf8JsonWriter json, Answer answer)
    {
        json.WriteStartObject(answer.Name);
        WriteNumbers(json, answer);
        WriteClaimed(json, answer.Claimed);
        json.WriteEndObject();
    }

    /// <summary>What kind of answer it is, and its fields.</summary>
    internal static void WriteNumbers(Utf8JsonWriter json, Answer answer)
    {
        json.WriteString("kind", KindOf(answer));
        switch (answer)
        {
            case Answer.Probability(_, _, _, var estimate, var exact):
                WriteEstimate(json, "estimate", estimate);
                WriteExact(json, exact);
                break;
            case Answer.Share(_, _, _, var estimate, var exact):
                WriteEstimate(json, "estimate", estimate);
                WriteExact(json, exact);
                break;
            case Answer.Quantity quantity:
                WriteEstimate(json, "mean", quantity.Mean);
                WriteNumber(json, "p10", quantity.P10);
                WriteNumber(json, "p50", quantity.P50);
                WriteNumber(json, "p90", quantity.P90);
                WriteExact(json, quantity.Exact);
                break;
            case Answer.Date(_, _, _, var spread, var exact):
                WriteSpread(json, spread);
                if (exact is null) break;
                json.WriteStartObject("exact");
                WriteSpread(json, exact);
                json.WriteEndObject();
                break;
        }

        if (answer.Stationary is { } stationary) json.WriteNumber("stationary", stationary.Value);
        if (answer.Approximate is { } approximate) json.WriteNumber("approximate", approximate.Value);
    }

    /// <summary>The words of the contract for the kinds of answers.</summary>
    internal static string KindOf(Answer answer) => answer switch
    {
        Answer.Probability => "probability",
        Answer.Share => "share",
        Answer.Quantity => "quantity",
        Answer.Date => "date",
        Answer.NotApplicable => "not-applicable",
        _ => throw new UnreachableException(),
    };

    internal static void WriteEstimate(Utf8JsonWriter json, string name, Estimate? estimate)
    {
        WriteNumber(json, name, estimate?.Value);
        WriteNumber(json, "low", estimate?.Low);
        WriteNumber(json, "high", estimate?.High);
        json.WriteNumber("confidence", Answer.Confidence);
    }

    private static void WriteExact(Utf8JsonWriter json, double? exact)
    {
        if (exact is { } value) json.WriteNumber("exact", value);
    }

    private static void WriteSpread(Utf8JsonWriter json, DateSpread spread)
    {
        WriteDay(json, "p10", spread.P10);
        WriteDay(json, "p50", spread.P50);
        WriteDay(json, "p90", spread.P90);
        json.WriteNumber("never", spread.Never);
    }

    private static void WriteClaimed(Utf8JsonWriter json, ImmutableArray<Statement> statements)
    {
        if (statements.IsEmpty) return;
        json.WriteStartArray("claimed");
        foreach (var statement in statements)
        {
            json.WriteStartObject();
            json.WriteString("claim", statement.Claim);
            json.WriteString("source", statement.Source);
            json.WriteString("quote", statement.Quote);
            if (statement.Given is { } given) json.WriteNumber("given", given);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    internal static void WriteNames(Utf8JsonWriter json, string name, IEnumerable<string> names)
    {
        json.WriteStartArray(name);
        foreach (var each in names) json.WriteStringValue(each);
        json.WriteEndArray();
    }

    /// <summary>A change with its error, on the same draws; null where one of the two has no answer.</summary>
    /// <param name="more">Writes what else is told of it.</param>
    internal static void WriteChange(Utf8JsonWriter json, Estimate? change, Action? more = null)
    {
        if (change is not { } known)
        {
            json.WriteNull("change");
            return;
        }

        json.WriteStartObject("change");
        WriteEstimate(json, "estimate", known);
        json.WriteNumber("error", known.Error);
        more?.Invoke();
        json.WriteEndObject();
    }

    internal static void WriteDiagnostics(Utf8JsonWriter json, ImmutableArray<Diagnostic> diagnostics)
    {
        json.WriteStartArray("diagnostics");
        foreach (var diagnostic in diagnostics)
        {
            json.WriteStartObject();
            json.WriteString("severity", diagnostic.Severity.ToString().ToLowerInvariant());
            json.WriteString("file", diagnostic.File);
            json.WriteNumber("line", diagnostic.At.Line);
            json.WriteNumber("column", diagnostic.At.Column);
            json.WriteString("message", diagnostic.Message);
            json.WriteString("hint", diagnostic.Hint);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSwings(Utf8JsonWriter json, ImmutableArray<Swing> swings)
    {
        json.WriteStartArray("swings");
        foreach (var swing in swings)
        {
            json.WriteStartObject();
            json.WriteString("question", swing.Question);
            json.WriteString("path", swing.Path);
            WriteFifth(json, "low", swing.Low, swing.LowShare, swing.LowText);
            WriteFifth(json, "high", swing.High, swing.HighShare, swing.HighText);
            json.WriteStartObject("difference");
            WriteEstimate(json, "estimate", swing.Difference);
            json.WriteEndObject();
            WriteShare(json, "index", swing.Index?.Estimate);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteVariance(Utf8JsonWriter json, RunReport report)
    {
        json.WriteStartArray("variance");
        foreach (var matters in WhatMatters.Of(report))
        {
            json.WriteStartObject();
            json.WriteString("question", matters.Question);
            WriteShare(json, "together", matters.Together);
            json.WriteString("widest", matters.Disagreement?.Widest.Path);
            json.WriteString("most", matters.Disagreement?.Most.Path);
            json.WriteBoolean("lopsided", matters.IsLopsided);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteShare(Utf8JsonWriter json, string name, Estimate? share)
    {
        if (share is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        WriteEstimate(json, "estimate", share);
        json.WriteEndObject();
    }

    private static void WriteFifth(Utf8JsonWriter json, string name, double answer, double share, string values)
    {
        json.WriteStartObject(name);
        json.WriteString("values", values);
        json.WriteNumber("share", share);
        WriteNumber(json, "answer", answer);
        json.WriteEndObject();
    }

    private static void WriteDay(Utf8JsonWriter json, string name, Day? day) =>
        json.WriteString(name, day?.ToString());

    /// <summary>JSON has no word for what is not a number: null.</summary>
    internal static void WriteNumber(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number && double.IsFinite(number)) json.WriteNumber(name, number);
        else json.WriteNull(name);
    }
}
