using System.CommandLine;
using Resupply.Language;

namespace Resupply.Cli;

/// <summary>`resupply schema`: the language as a JSON Schema, for editors.</summary>
public static class SchemaCommand
{
    public const string Name = "schema";

    public static Command Create()
    {
        var command = new Command(Name, "Print the language as a JSON Schema, for editors");
        command.SetAction(parsed =>
        {
            parsed.InvocationConfiguration.Output.WriteLine(JsonSchema.Write(ScenarioShape.Top).TrimEnd());
            return ExitCode.Success;
        });
        return command;
    }
}
