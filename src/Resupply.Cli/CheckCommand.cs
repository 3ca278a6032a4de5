using System.CommandLine;
using Resupply.Language;
using Resupply.Reports;
using Resupply.Values;

namespace Resupply.Cli;

/// <summary>`resupply check`: everything that is wrong with a scenario, in one pass, without running it.</summary>
public static class CheckCommand
{
    public const string Name = "check";

    public static Command Create()
    {
        var arguments = new ScenarioArguments();
        var json = new Option<bool>("--json") { Description = "Print what was found as JSON, for other programs" };
        var command = new Command(Name, "Say everything that is wrong with a scenario")
        {
            arguments.Path,
            arguments.KnownOn,
            json,
        };
        command.SetAction(parsed => Check(
            parsed.GetRequiredValue(arguments.Path),
            arguments.KnownOnOf(parsed),
            parsed.GetValue(json),
            parsed.InvocationConfiguration.Output,
            parsed.InvocationConfiguration.Error));
        return command;
    }

    private static int Check(string path, Day? knownOn, bool json, TextWriter output, TextWriter errors)
    {
        var (summary, diagnostics) = ScenarioReader.CheckAll(path, knownOn);
        DiagnosticList.Write(diagnostics, errors);
        var isWrong = diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error);
        if (json) output.Write(JsonReport.Write(Reporting.Version, diagnostics));
        else if (!isWrong) output.WriteLine($"{path}: {summary}, no mistakes");
        return isWrong ? ExitCode.BadInput : ExitCode.Success;
    }
}
