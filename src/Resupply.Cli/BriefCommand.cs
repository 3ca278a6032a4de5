using System.Collections.Immutable;
using System.CommandLine;
using Resupply.Answers;
using Resupply.Language;
using Resupply.Reports;

namespace Resupply.Cli;

/// <summary>`resupply brief`: a memo of one page with its annex, and a manifest to make it again.</summary>
public sealed class BriefCommand
{
    public const string Name = "brief";

    private readonly Option<string?> folder = new("--out")
    {
        Description = "Write the memo, its page, the answers and a manifest into this folder",
        HelpName = "DIR",
    };

    private readonly ScenarioArguments arguments = new();
    private readonly ReplicationArguments thoroughness = new(RunOptions.ReplicationsDefault);

    public static Command Create() => new BriefCommand().Described();

    private Command Described()
    {
        var command = new Command(Name, "Write a memo of one page, with an annex and what reproduces it");
        arguments.AddTo(command);
        thoroughness.AddTo(command);
        command.Add(folder);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var (output, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        var into = parsed.GetValue(folder);
        if (into is not null && File.Exists(into))
        {
            errors.WriteLine($"resupply: --out takes a folder, but {into} is a file");
            return ExitCode.Failure;
        }

        var (scenario, diagnostics) = arguments.Read(parsed);
        var (report, code) = Answered(scenario, thoroughness.OptionsOf(parsed), diagnostics, errors);
        if (report is null) return code;
        var files = BriefFiles.Of(report);
        if (into is null) output.Write(files[BriefFiles.Markdown]);
        else Write(scenario!, report.Card, files, into, output);
        return code;
    }

    /// <summary>The answers of a memo; none, and the code to leave with, where there is something wrong.</summary>
    internal static (RunReport? Report, int Code) Answered(
        Scenario? scenario, RunOptions options, ImmutableArray<Diagnostic> diagnostics, TextWriter errors)
    {
        if (scenario is not null) diagnostics = diagnostics.AddRange(RunLimits.Check(scenario, options));
        if (scenario is null || diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error))
        {
            DiagnosticList.Write(diagnostics, errors);
            return (null, ExitCode.BadInput);
        }

        RunReport report;
        string? contradiction;
        using (var progress = ProgressLine.On(errors, options.Replications))
        {
            (report, contradiction) = RunOnce.Answer(scenario, options, diagnostics, progress.Report);
        }

        DiagnosticList.Write(report.Diagnostics, errors);
        if (contradiction is null) return (report, ExitCode.Success);
        errors.WriteLine($"resupply: the run fails its own check: {contradiction}");
        return (null, ExitCode.Failure);
    }

    private static void Write(
        Scenario scenario,
        RunCard card,
        ImmutableSortedDictionary<string, string> files,
        string into,
        TextWriter output)
    {
        Directory.CreateDirectory(into);
        var manifest = ManifestFile.Of(scenario, card, files, into);
        foreach (var (name, text) in files.Add(BriefFiles.Manifest, manifest.ToJson()))
        {
            File.WriteAllText(Path.Join(into, name), text);
            output.WriteLine(Path.Join(into, name));
        }
    }
}
