using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Resupply.Language;
using Resupply.Values;

namespace Resupply.Scoring;

/// <summary>From a log's text to what was answered; what is wrong with a line is a diagnostic with its place.</summary>
public sealed class LogReader
{
    /// <summary>The form of the lines that this version writes and reads.</summary>
    public const int Version = 1;

    /// <summary>How every line begins, so that no other file is taken for a log.</summary>
    public const string Start = "{\"log\":";

    public static readonly DocumentKind Kind = new(
        "log", Start + "1, …", "`resupply run SCENARIO --log FILE` writes one")
    {
        BytesMax = 256 * 1024 * 1024,
    };

    private const int DateLength = 10;

    private readonly Diagnostics diagnostics;

    private LogReader(Diagnostics diagnostics) => this.diagnostics = diagnostics;

    /// <summary>Null where a line is broken, or is not the one that was written.</summary>
    /// <remarks>What stands after the last line break was never wholly written: it is left out, with a warning.
    /// </remarks>
    public static AnswerLog? Read(string text, Diagnostics diagnostics)
    {
        var reader = new LogReader(diagnostics);
        var runs = ImmutableArray.CreateBuilder<LoggedRun>();
        string? previous = null;
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length - 1 && !diagnostics.IsFull; i++)
        {
            if (reader.Read(lines[i], i + 1, previous) is { } run) runs.Add(run);
            previous = HashOf(lines[i]);
        }

        if (lines[^1].Length > 0)
            diagnostics.Warn(
                new Span(lines.Length, 1, 1),
                "the last line is not whole: it is left out",
                "its run was cut short; the next `resupply run --log` takes it away");
        if (lines.Length == 1)
            diagnostics.Error(new Span(1, 1, 1), "the log holds no answer", Kind.ToBeginWith);
        return diagnostics.HasErrors ? null : new AnswerLog(runs.ToImmutable(), previous ?? "");
    }

    /// <summary>Of a line without its line break, Windows' too: what the next holds as `previous`.</summary>
    public static string HashOf(string line) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(line.TrimEnd('\r'))));

    private LoggedRun? Read(string text, int number, string? previous)
    {
        if (!text.StartsWith(Start, StringComparison.Ordinal))
            return Fails(number, 1, "this line is not one of a log", "a log is only ever added to, by `run --log`");
        try
        {
            if (VersionOf(text) is var version && version != Version)
                return Fails(
                    number,
                    Start.Length + 1,
                    $"the line is of version {version}, and this resupply reads version {Version}",
                    "score it with the version that wrote it, or a newer one");
            var line = LogLine.Of(text);
            if (line.Previous != previous) return Breaks(line, number, previous);
            return RunOf(line, number);
        }
        catch (JsonException problem)
        {
            var column = (int)Math.Min(problem.BytePositionInLine ?? 0, text.Length - 1) + 1;
            return Fails(number, column, $"the line cannot be read: {ReasonOf(problem)}", null);
        }
        catch (InvalidOperationException) // Half a letter, written as an escape.
        {
            return Fails(number, 1, "the line cannot be read: a text in it is none", null);
        }
    }

    /// <summary>Without the names that things have in the code.</summary>
    private static string ReasonOf(JsonException problem)
    {
        const string lacks = "missing required properties including: ";
        var message = problem.Message.Split(" LineNumber:")[0].Split(" Path:")[0].TrimEnd('.');
        if (message.Contains(lacks, StringComparison.Ordinal)) return $"it lacks {message.Split(lacks)[^1]}";
        return message.Contains("could not be converted", StringComparison.Ordinal)
            ? "something else stands there than a log holds"
            : message;
    }

    private static int VersionOf(string text)
    {
        using var line = JsonDocument.Parse(text);
        var log = line.RootElement.GetProperty("log");
        return log.ValueKind == JsonValueKind.Number && log.TryGetInt32(out var version) ? version : 0;
    }

    private LoggedRun? Breaks(LogLine line, int number, string? previous)
    {
        var what = (line.Previous, previous) switch
        {
            (_, null) => "the first line says that another stood before it: the log was cut",
            (null, _) => "the line says that it is the first, but another stands before it",
            _ => $"the line does not follow from line {number - 1}: one of the two was changed, or one between is gone",
        };
        return Fails(
            number,
            1,
            what,
            "no score rests on a log that was changed: restore it from a copy, or score only the lines before");
    }

    private LoggedRun? RunOf(LogLine line, int number)
    {
        // The clock writes the time of day too; a day alone was stated.
        var isDay = line.Answered.Length == DateLength;
        if (Day.Parse(line.Answered[..Math.Min(DateLength, line.Answered.Length)]) is not { } answered)
            return Fails(number, 1, $"`{Expected.Short(line.Answered)}` is no day on which it was answered", null);
        var manifest = line.Manifest;
        Day? known = manifest.KnownOn is { } date ? Day.Parse(date) : null;
        if (manifest.KnownOn is not null && known is null)
            return Fails(number, 1, $"`{Expected.Short(manifest.KnownOn)}` is no day as known on which", null);
        if (manifest.Replications < 1) return Fails(number, 1, "no replications stand behind its answers", null);
        var answers = ImmutableArray.CreateBuilder<LoggedAnswer>(line.Answers.Count);
        foreach (var (name, answer) in line.Answers)
        {
            if (AnswerOf(name, answer, number) is { } read) answers.Add(read);
        }

        return new LoggedRun(
            number, answered, isDay, manifest.Scenario, line.Title, manifest.World, manifest.Option, known,
            manifest.Replications, answers.ToImmutable());
    }

    private LoggedAnswer? AnswerOf(string name, LogAnswer? answer, int number)
    {
        if (answer?.Forecast is not { } forecast || Day.Parse(answer.Settled) is not { } settled
            || answer.Claimed.Any(claim => claim is null or { Says: not (null or (>= 0 and <= 1)) }))
        {
            var shown = Expected.Short(name);
            Fails(number, 1, $"the answer to `{shown}` cannot be read: a number or a day is amiss", null);
            return null;
        }

        return new LoggedAnswer(
            name,
            answer.Asks,
            settled,
            forecast,
            [.. answer.Claimed.Select(claim => new LoggedClaim(claim.Claim, claim.Source, claim.Says))]);
    }

    private LoggedRun? Fails(int line, int column, string message, string? hint)
    {
        diagnostics.Error(new Span(line, column, 1), message, hint ?? "restore the log from a copy");
        return null;
    }
}

/// <summary>A log that is whole: each line follows from the one before.</summary>
/// <param name="End">The hash of the last line: who keeps it can tell later whether lines were taken off.</param>
public sealed record AnswerLog(ImmutableArray<LoggedRun> Runs, string End);
