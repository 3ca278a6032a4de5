using System.Collections.Immutable;
using System.CommandLine;
using Resupply.Language;
using Resupply.Reports;

namespace Resupply.Cli;

/// <summary>
/// What the commands have in common that play a scenario in several ways and tell what differs: read it, find out,
/// write what was found as text, as JSON or as tables.
/// </summary>
/// <param name="isAskedOfOneDay">As known on one day; or else the command says itself as known when.</param>
public sealed class Inquiry(long replicationsDefault, bool isAskedOfOneDay = true)
{
    private const int Width = 80;

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
    private readonly ReplicationArguments thoroughness = new(replicationsDefault);

    /// <summary>Plays the scenario; no report where a diagnostic says why not.</summary>
    public delegate (TReport? Report, ImmutableArray<Diagnostic> Diagnostics) Finding<TReport>(
        Scenario scenario, RunOptions options, ImmutableArray<Diagnostic> diagnostics, Action<long> progress);

    /// <param name="own">The options that only this command has.</param>
    public void AddTo(Command command, params ReadOnlySpan<Option> own)
    {
        arguments.AddTo(command, isAskedOfOneDay);
        foreach (var option in own) command.Add(option);
        thoroughness.AddTo(command);
        command.Add(json);
        command.Add(csv);
    }

    /// <summary>A world was asked for, and not the file as it is written by default.</summary>
    public bool NamesWorld(ParseResult parsed) => parsed.GetResult(arguments.World) is { Implicit: false };

    public int Run<TReport>(ParseResult parsed, Finding<TReport> find, Writing<TReport> writing)
        where TReport : class
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
        TReport? report;
        using (var progress = ProgressLine.On(errors, options.Replications))
        {
            (report, diagnostics) = find(scenario, options, diagnostics, progress.Report);
        }

        if (report is null) return Refuse(parsed, diagnostics, output, errors);
        DiagnosticList.Write(diagnostics, errors);
        var folder = parsed.GetValue(csv);
        if (folder is not null) writing.Csv(report, folder);
        if (parsed.GetValue(json)) output.Write(writing.Json(report));
        else writing.Text(report, output, Terminal.Width(output, Width), Terminal.IsColoured(output));
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

    /// <param name="Text">The report, where to, in how many columns, whether headings are bold.</param>
    /// <param name="Csv">The report, into which folder.</param>
    public sealed record Writing<TReport>(
        Action<TReport, TextWriter, int, bool> Text, Func<TReport, string> Json, Action<TReport, string> Csv);
}
