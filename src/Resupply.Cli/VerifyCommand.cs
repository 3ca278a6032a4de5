using System.CommandLine;
using Resupply.Reports;
using Resupply.Values;

namespace Resupply.Cli;

/// <summary>`resupply verify`: are the files of a manifest what comes out when all of it is made again?</summary>
public sealed class VerifyCommand
{
    public const string Name = "verify";

    private readonly Argument<string> manifest = new("MANIFEST")
    {
        Description = "The manifest that `resupply brief --out` wrote, or its folder",
    };

    private readonly Option<string?> scenario = new("--scenario")
    {
        Description = "Where the scenario lies now, if not where the manifest says",
        HelpName = "PATH",
    };

    public static Command Create() => new VerifyCommand().Described();

    private Command Described()
    {
        var command = new Command(Name, "Make everything in a manifest again, and compare every byte") { manifest };
        command.Add(scenario);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var (output, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        var path = parsed.GetRequiredValue(manifest);
        var (read, problem) = ManifestFile.Read(path);
        if (read is null)
        {
            errors.WriteLine($"resupply: {problem}");
            return ExitCode.Failure;
        }

        var folder = Directory.Exists(path) ? path : Path.GetDirectoryName(Path.GetFullPath(path))!;
        var file = parsed.GetValue(scenario) ?? Path.GetFullPath(Path.Join(folder, read.Scenario));
        var check = new Verification(read, folder, output);
        check.Version(Reporting.Version);
        var (again, diagnostics) = ScenarioReader.Read(
            file, read.World, read.Option, read.KnownOn is { } date ? Day.Parse(date) : null);
        if (again is not null) check.Inputs(Path.GetDirectoryName(Path.GetFullPath(again.File))!);
        var options = new RunOptions { Replications = read.Replications, Seed = read.Seed };
        var (report, code) = BriefCommand.Answered(again, options, diagnostics, errors);
        if (report is null) return code;
        check.Outputs(BriefFiles.Of(report));
        return check.Conclude() ? ExitCode.Success : ExitCode.BadInput;
    }
}
