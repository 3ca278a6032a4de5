using System.Collections.Immutable;
using System.CommandLine;
using Resupply.Language;
using Resupply.Reports;
using Resupply.Scoring;

namespace Resupply.Cli;

/// <summary>`resupply score`: were the answers of a log right, and the claims beside them?</summary>
public sealed class ScoreCommand
{
    public const string Name = "score";

    private const int Width = 80;

    private readonly Argument<string> file = new("LOG")
    {
        Description = "The log that `resupply run --log` wrote",
    };

    private readonly Option<string?> outcomes = new("--outcomes")
    {
        Description = "What came of the questions: a file in YAML; without it, all are open",
        HelpName = "FILE",
    };

    private readonly Option<bool> json = new("--json")
    {
        Description = "Print the scores as JSON, for other programs",
    };

    private readonly Option<string?> csv = new("--csv")
    {
        Description = "Also write tables into this folder, as CSV",
        HelpName = "DIR",
    };

    private readonly Option<string?> report = new("--report")
    {
        Description = "Also write a report with the reliability diagram: one HTML file",
        HelpName = "FILE",
    };

    public static Command Create() => new ScoreCommand().Described();

    private Command Described()
    {
        var command = new Command(Name, "Say whether the answers of a log were right, and the claims too")
        {
            file, outcomes, json, csv, report,
        };
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var (output, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        if (OutputPaths.Problem(parsed.GetValue(report), parsed.GetValue(csv)) is { } problem)
        {
            errors.WriteLine($"resupply: {problem}");
            return ExitCode.Failure;
        }

        var (scores, diagnostics) = Find(parsed.GetRequiredValue(file), parsed.GetValue(outcomes));
        DiagnosticList.Write(diagnostics, errors);
        if (scores is null)
        {
            if (parsed.GetValue(json)) output.Write(JsonReport.Write(Reporting.Version, diagnostics));
            return ExitCode.BadInput;
        }

        if (parsed.GetValue(report) is { } page) File.WriteAllText(page, ScoreHtml.Write(scores));
        if (parsed.GetValue(csv) is { } folder) ScoreCsv.Write(scores, folder);
        if (parsed.GetValue(json)) output.Write(ScoreJson.Write(scores));
        else Tell(parsed, scores, output);
        return ExitCode.Success;
    }

    private static (ScoreReport? Scores, ImmutableArray<Diagnostic> Diagnostics) Find(string log, string? outcomes)
    {
        var (text, ofLog) = ScenarioFile.Read(log, LogReader.Kind);
        var read = text is null ? null : LogReader.Read(text.Text, ofLog);
        var (came, told) = outcomes is null ? ([], new Diagnostics(log, "")) : Read(outcomes);
        var scores = read is null || came is null ? null : Scoreboard.Of(log, read, came.Value, told);
        ImmutableArray<Diagnostic> found = [.. ofLog.Found, .. told.Found];
        return (scores is null ? null : scores with { Diagnostics = found }, found);
    }

    private static (ImmutableArray<Outcome>? Outcomes, Diagnostics Told) Read(string path)
    {
        var (text, told) = ScenarioFile.Read(path, OutcomeReader.Kind);
        return (text is null ? null : OutcomeReader.Read(text.Text, told), told);
    }

    private void Tell(ParseResult parsed, ScoreReport scores, TextWriter output)
    {
        ScoreText.Write(scores, output, Terminal.Width(output, Width), Terminal.IsColoured(output));
        if (parsed.GetValue(report) is { } page) output.WriteLine($"Report: {page}");
        if (parsed.GetValue(csv) is { } folder) output.WriteLine($"Tables: {folder}");
    }
}
