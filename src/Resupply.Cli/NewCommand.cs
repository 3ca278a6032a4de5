using System.CommandLine;

namespace Resupply.Cli;

/// <summary>`resupply new`: a short scenario with comments, to start from.</summary>
public static class NewCommand
{
    public const string Name = "new";

    private const string ScenarioName = "scenario.yaml";

    public static Command Create()
    {
        var folder = new Argument<string>("FOLDER") { Description = "Where to put it; made if it is not there" };
        var command = new Command(Name, "Write a short scenario to start from") { folder };
        command.SetAction(parsed => Write(
            parsed.GetRequiredValue(folder),
            parsed.InvocationConfiguration.Output,
            parsed.InvocationConfiguration.Error));
        return command;
    }

    private static int Write(string folder, TextWriter output, TextWriter errors)
    {
        var file = Path.Join(folder, ScenarioName);
        if (File.Exists(folder) || File.Exists(file))
        {
            errors.WriteLine($"resupply: {(File.Exists(file) ? file : folder)} is there already, and is left as it is");
            return ExitCode.Failure;
        }

        Directory.CreateDirectory(folder);
        using var stream = typeof(NewCommand).Assembly.GetManifestResourceStream("new.yaml")!;
        using var written = File.Create(file);
        stream.CopyTo(written);
        output.WriteLine($"Wrote {file}. Next: ./resupply run {folder}");
        return ExitCode.Success;
    }
}
