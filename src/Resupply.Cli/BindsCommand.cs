using System.Collections.Immutable;
using System.CommandLine;
using Resupply.Language;
using Resupply.Planning;
using Resupply.Reports;

namespace Resupply.Cli;

/// <summary>`resupply binds`: what one more spare, one more team or a promise kept earlier would do.</summary>
public sealed class BindsCommand
{
    public const string Name = "binds";

    private const int Width = 80;

    private readonly Option<string?> fleet = new("--fleet")
    {
        Description = "Ask about this fleet alone, a name under `fleets`; shorter",
        HelpName = "NAME",
    };

    private readonly Option<bool> json = new("--json")
    {
        Description = "Print what was found as JSON, for other programs",
    };

    private readonly Option<string?> csv = new("--csv")
    {
        Description = "Also write a table into this folder, as CSV",
        HelpName = "DIR",
    };

    private readonly ScenarioArguments arguments = new();
    private readonly ReplicationArguments thoroughness = new(Binding.ReplicationsDefault);

    public static Command Create() => new BindsCommand().Described();

    private Command Described()
    {
        var command = new Command(Name, "Say whether fleets wait for parts or for people, and until when");
        arguments.AddTo(command);
        command.Add(fleet);
        thoroughness.AddTo(command);
        command.Add(json);
        command.Add(csv);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var (output, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        var (scenario, diagnostics) = arguments.Read(parsed);
        if (scenario is null) return Refuse(parsed, diagnostics, output, errors);
        if (OutputPaths.Problem(null, parsed.GetValue(csv)) is { } problem)
        {
            errors.WriteLine($"resupply: {problem}");
            return ExitCode.Failure;
        }

        var options = thoroughness.OptionsOf(parsed);
        BindingReport? report;
        using (var progress = ProgressLine.On(errors, options.Replications))
        {
            (report, diagnostics) = Binding.Find(
                scenario, options, parsed.GetValue(fleet), diagnostics, progress.Report);
        }

        if (report is null) return Refuse(parsed, diagnostics, output, errors);
        DiagnosticList.Write(diagnostics, errors);
        var folder = parsed.GetValue(csv);
        if (folder is not null) BindingCsv.Write(report, folder);
        if (parsed.GetValue(json)) output.Write(BindingJson.Write(report));
        else BindingText.Write(report, output, Terminal.Width(output, Width), Terminal.IsColoured(output));
        if (folder is not null && !parsed.GetValue(json)) output.WriteLine($"Table: {folder}");
        return ExitCode.Success;
    }

    private int Refuse(
        ParseResult parsed, ImmutableArray<Diagnostic> diagnostics, TextWriter output, TextWriter errors)
    {
        DiagnosticList.Write(diagnostics, errors);
        if (parsed.GetValue(json)) output.Write(JsonReport.Write(Reporting.Version, diagnostics));
        return ExitCode.BadInput;
    }
}
