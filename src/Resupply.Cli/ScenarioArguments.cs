using System.Collections.Immutable;
using System.CommandLine;
using Resupply.Language;
using Resupply.Values;

namespace Resupply.Cli;

/// <summary>What a command is about: a scenario's file, in which world, with which option, as known when.</summary>
public sealed class ScenarioArguments
{
    public Argument<string> Path { get; } = new("SCENARIO")
    {
        Description = "The scenario: its file, or the folder with its scenario.yaml",
    };

    public Option<string> OptionName { get; } = new("--option")
    {
        Description = "The course of action: a name under `options`",
        HelpName = "NAME",
        DefaultValueFactory = _ => Scenario.BaseOption,
    };

    public Option<string> World { get; } = new("--world")
    {
        Description = "The state of affairs: a name under `worlds`",
        HelpName = "NAME",
        DefaultValueFactory = _ => Scenario.WorldAsWritten,
    };

    public Option<string?> KnownOn { get; } = new("--known-on")
    {
        Description = "Use only what was known by this day, where the file says when",
        HelpName = "DATE",
    };

    public ScenarioArguments() => KnownOn.Validators.Add(given =>
    {
        if (given.Tokens is [var date] && Day.Parse(date.Value) is null)
            given.AddError($"'{date.Value}' is not a date; write it as 2024-12-31.");
    });

    public void AddTo(Command command)
    {
        command.Add(Path);
        command.Add(OptionName);
        command.Add(World);
        command.Add(KnownOn);
    }

    /// <summary>Reads the scenario and says what is wrong with it; null where it cannot be run.</summary>
    public (Scenario? Scenario, ImmutableArray<Diagnostic> Diagnostics) Read(ParseResult parsed) => ScenarioReader.Read(
        parsed.GetRequiredValue(Path),
        parsed.GetRequiredValue(World),
        parsed.GetRequiredValue(OptionName),
        parsed.GetValue(KnownOn) is { } date ? Day.Parse(date) : null);
}
