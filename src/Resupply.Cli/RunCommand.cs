using System.Collections.Immutable;
using System.CommandLine;
using Resupply.Answers;
using Resupply.Language;
using Resupply.Reports;

namespace Resupply.Cli;

/// <summary>`resupply run`: answers a scenario's questions.</summary>
public sealed class RunCommand
{
    public const string Name = "run";

    /// <summary>Another name of the same command.</summary>
    public const string OtherName = "answer";

    private const int Width = 80;

    private readonly Option<string?> precision = new("--precision")
    {
        Description = "Play on until every answer is within this, as 0.5%",
        HelpName = "P",
    };

    private readonly Option<bool> json = new("--json")
    {
        Description = "Print the answers as JSON, for other programs",
    };

    private readonly Option<string?> report = new("--report")
    {
        Description = "Also write a report with charts: one HTML file",
        HelpName = "FILE",
    };

    private readonly Option<string?> csv = new("--csv")
    {
        Description = "Also write tables into this folder, as CSV",
        HelpName = "DIR",
    };

    private readonly Option<bool> audit = new("--audit")
    {
        Description = "Check every day that no unit is lost or made up; slower",
    };

    private readonly ScenarioArguments arguments = new();
    private readonly LogArguments log = new(TimeProvider.System);
    private readonly ReplicationArguments thoroughness = new(RunOptions.ReplicationsDefault);

    public static Command Create() => new RunCommand().Described();

    private Command Described()
    {
        var command = new Command(Name, "Answer the questions of a scenario");
        arguments.AddTo(command);
        thoroughness.AddTo(command);
        foreach (var option in (Option[])[precision, json, report, csv]) command.Add(option);
        log.AddTo(command);
        command.Add(audit);
        command.Aliases.Add(OtherName);
        Numbers.Accept(precision, Numbers.Share, "a share above 0, as 0.5%");
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var (output, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        var (scenario, diagnostics) = arguments.Read(parsed);
        var options = OptionsOf(parsed);
        if (scenario is not null) diagnostics = diagnostics.AddRange(RunLimits.Check(scenario, options));
        if (scenario is null || diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error))
            return Refuse(parsed, diagnostics, output, errors);

        var notWritable = OutputPaths.Problem(parsed.GetValue(report), parsed.GetValue(csv)) ?? log.Problem(parsed);
        if (notWritable is { } problem)
        {
            errors.WriteLine($"resupply: {problem}");
            return ExitCode.Failure;
        }

        RunReport answered;
        string? contradiction;
        using (var progress = ProgressLine.On(errors, options.Replications))
        {
            (answered, contradiction) = RunOnce.Answer(scenario, options, diagnostics, progress.Report);
        }

        DiagnosticList.Write(answered.Diagnostics, errors); // Warnings: a run that has mistakes does not come so far.
        WriteFiles(parsed, answered);
        var kept = contradiction is null ? log.Keep(parsed, scenario, answered, errors) : null;
        if (parsed.GetValue(json)) output.Write(JsonReport.Write(answered));
        else TerminalReport.Write(answered, output, Terminal.Width(output, Width), Terminal.IsColoured(output));
        if (!parsed.GetValue(json)) PrintFiles(parsed, output, kept);
        if (contradiction is null) return ExitCode.Success;
        errors.WriteLine($"resupply: the run fails its own check: {contradiction}");
        return ExitCode.Failure;
    }

    private RunOptions OptionsOf(ParseResult parsed) => thoroughness.OptionsOf(parsed) with
    {
        Precision = parsed.GetValue(precision) is { } asked ? Numbers.Share(asked) : null,
        Charts = parsed.GetValue(report) is not null || parsed.GetValue(csv) is not null,
        Audited = parsed.GetValue(audit),
    };

    private int Refuse(
        ParseResult parsed, ImmutableArray<Diagnostic> diagnostics, TextWriter output, TextWriter errors)
    {
        DiagnosticList.Write(diagnostics, errors);
        if (parsed.GetValue(json)) output.Write(JsonReport.Write(Reporting.Version, diagnostics));
        return ExitCode.BadInput;
    }

    private void WriteFiles(ParseResult parsed, RunReport answered)
    {
        if (parsed.GetValue(report) is { } file) File.WriteAllText(file, HtmlReport.Write(answered));
        if (parsed.GetValue(csv) is { } folder) CsvReport.Write(answered, folder);
    }

    private void PrintFiles(ParseResult parsed, TextWriter output, string? kept)
    {
        if (parsed.GetValue(report) is { } file) output.WriteLine($"Report: {file}");
        if (parsed.GetValue(csv) is { } folder) output.WriteLine($"Tables: {folder}");
        if (kept is not null) output.WriteLine(kept);
    }
}
