using System.Collections.Immutable;
using System.CommandLine;
using Resupply.Answers;
using Resupply.Language;
using Resupply.Reports;

namespace Resupply.Cli;

/// <summary>`resupply run`: answers a scenario's questions.</summary>
public static class RunCommand
{
    public const string Name = "run";

    private const int Width = 80;

    private static readonly Option<string> Replications = new("--replications")
    {
        Description = "How many times to play the calendar, as 100000 or 100k",
        HelpName = "N",
        DefaultValueFactory = _ => "10000",
    };

    private static readonly Option<string?> Precision = new("--precision")
    {
        Description = "Play on until every answer is within this, as 0.5%", HelpName = "P",
    };

    private static readonly Option<ulong> Seed = new("--seed")
    {
        Description = "Another seed gives other draws, to see how much they matter",
        HelpName = "S",
        DefaultValueFactory = _ => 1,
    };

    private static readonly Option<int?> Threads = new("--threads")
    {
        Description = "How many processors to use: by default all; the answer is the same", HelpName = "T",
    };

    private static readonly Option<bool> Json = new("--json")
    {
        Description = "Print the answers as JSON, for other programs",
    };

    private static readonly Option<string?> Report = new("--report")
    {
        Description = "Also write a report with charts: one HTML file", HelpName = "FILE",
    };

    private static readonly Option<string?> Csv = new("--csv")
    {
        Description = "Also write tables into this folder, as CSV", HelpName = "DIR",
    };

    private static readonly Option<bool> Audit = new("--audit")
    {
        Description = "Check every day that no unit is lost or made up; slower",
    };

    public static Command Create()
    {
        var scenario = new ScenarioArguments();
        var command = new Command(Name, "Answer the questions of a scenario");
        scenario.AddTo(command);
        foreach (var option in (Option[])[Replications, Precision, Seed, Threads, Json, Report, Csv, Audit])
            command.Add(option);
        Numbers.Accept(Replications, Numbers.Count, "a whole number from 1 to 100,000,000, as 100000 or 100k");
        Numbers.Accept(Precision, Numbers.Share, "a share above 0, as 0.5%");
        Threads.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<int?>() is < 1 or > 1024)
                given.AddError("--threads takes a number from 1 to 1024.");
        });
        command.SetAction(parsed => Run(parsed, scenario));
        return command;
    }

    private static int Run(ParseResult parsed, ScenarioArguments arguments)
    {
        var (output, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        var (scenario, diagnostics) = arguments.Read(parsed);
        var options = OptionsOf(parsed);
        if (scenario is not null) diagnostics = diagnostics.AddRange(RunLimits.Check(scenario, options));
        if (scenario is null || diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error))
            return Refuse(parsed, diagnostics, output, errors);

        RunReport report;
        string? contradiction;
        using (var progress = ProgressLine.On(errors, options.Replications))
        {
            (report, contradiction) = RunOnce.Answer(scenario, options, diagnostics, progress.Report);
        }

        DiagnosticList.Write(report.Diagnostics, errors); // Warnings: a run that has mistakes does not come so far.
        WriteFiles(parsed, report);
        if (parsed.GetValue(Json)) output.Write(JsonReport.Write(report));
        else TerminalReport.Write(report, output, Terminal.Width(output, Width), Terminal.IsColoured(output));
        if (!parsed.GetValue(Json)) PrintFiles(parsed, output);
        if (contradiction is null) return ExitCode.Success;
        errors.WriteLine($"resupply: the run fails its own check: {contradiction}");
        return ExitCode.Failure;
    }

    private static RunOptions OptionsOf(ParseResult parsed) => new()
    {
        Replications = (long)Numbers.Count(parsed.GetRequiredValue(Replications))!.Value,
        Precision = parsed.GetValue(Precision) is { } precision ? Numbers.Share(precision) : null,
        Seed = parsed.GetValue(Seed),
        Threads = parsed.GetValue(Threads) ?? Environment.ProcessorCount,
        Charts = parsed.GetValue(Report) is not null || parsed.GetValue(Csv) is not null,
        Audited = parsed.GetValue(Audit),
    };

    private static int Refuse(
        ParseResult parsed, ImmutableArray<Diagnostic> diagnostics, TextWriter output, TextWriter errors)
    {
        DiagnosticList.Write(diagnostics, errors);
        if (parsed.GetValue(Json)) output.Write(JsonReport.Write(Reporting.Version, diagnostics));
        return ExitCode.BadInput;
    }

    private static void WriteFiles(ParseResult parsed, RunReport report)
    {
        if (parsed.GetValue(Report) is { } file) File.WriteAllText(file, HtmlReport.Write(report));
        if (parsed.GetValue(Csv) is { } folder) CsvReport.Write(report, folder);
    }

    private static void PrintFiles(ParseResult parsed, TextWriter output)
    {
        if (parsed.GetValue(Report) is { } file) output.WriteLine($"Report: {file}");
        if (parsed.GetValue(Csv) is { } folder) output.WriteLine($"Tables: {folder}");
    }
}
