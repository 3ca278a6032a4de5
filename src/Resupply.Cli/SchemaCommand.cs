using System.CommandLine;
using Resupply.Forecasting.Importing;
using Resupply.Language;
using Resupply.Scoring;

namespace Resupply.Cli;

/// <summary>`resupply schema`: the language as a JSON Schema, for editors.</summary>
public static class SchemaCommand
{
    public const string Name = "schema";

    public static Command Create()
    {
        var mapping = new Option<bool>("--mapping")
        {
            Description = "That of the mappings of `resupply import`, not that of scenarios",
        };
        var outcomes = new Option<bool>("--outcomes")
        {
            Description = "That of the outcomes of `resupply score`, not that of scenarios",
        };
        var command = new Command(Name, "Print the language as a JSON Schema, for editors") { mapping, outcomes };
        command.SetAction(parsed =>
        {
            var top = parsed.GetValue(mapping) ? MappingShapes.Top
                : parsed.GetValue(outcomes) ? OutcomeShapes.Top
                : ScenarioShape.Top;
            parsed.InvocationConfiguration.Output.WriteLine(JsonSchema.Write(top).TrimEnd());
            return ExitCode.Success;
        });
        return command;
    }
}
