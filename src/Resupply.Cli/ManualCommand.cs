using System.CommandLine;

namespace Resupply.Cli;

/// <summary>`resupply manual`: prints the page that lies beside a command's source.</summary>
public static class ManualCommand
{
    public const string Name = "manual";

    private static string Known => string.Join(", ", Commands.All.Select(command => command.Name));

    public static Command Create()
    {
        var named = new Argument<string>("COMMAND") { Description = "The command whose page is wanted" };
        named.Validators.Add(given =>
        {
            if (given.Tokens is [var name] && Page(name.Value) is null)
                given.AddError($"there is no page about '{name.Value}', only about {Known}.");
        });
        var command = new Command(Name, "Print the manual page of a command") { named };
        command.SetAction(parsed => Print(parsed.GetRequiredValue(named), parsed.InvocationConfiguration.Output));
        return command;
    }

    /// <summary>The manual page of a command, in Markdown; null where there is none.</summary>
    public static string? Page(string command)
    {
        if (command == RunCommand.OtherName) command = RunCommand.Name;
        using var stream = typeof(ManualCommand).Assembly.GetManifestResourceStream($"{command}.md");
        if (stream is null) return null;

        using var page = new StreamReader(stream);
        return page.ReadToEnd();
    }

    private static int Print(string command, TextWriter output)
    {
        output.Write(Page(command));
        return ExitCode.Success;
    }
}
