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

    public ScenarioArguments() => AcceptDate(KnownOn);

    /// <summary>Says so where what is given is no date.</summary>
    public static void AcceptDate(Option option) => option.Validators.Add(given =>
    {
        if (given.Tokens is [var date] && Day.Parse(date.Value) is null)
            given.AddError($"'{date.Value}' is not a date; write it as 2024-12-31.");
    });

    /// <param name="isAskedOfOneDay">Or else the command says itself as known when.</param>
    public void AddTo(Command command, bool isAskedOfOneDay = true)
    {
        command.Add(Path);
        command.Add(OptionName);
        command.Add(World);
        if (isAskedOfOneDay) command.Add(KnownOn);
    }

    /// <summary>As known on which day; null: now.</summary>
    public Day? KnownOnOf(ParseResult parsed) =>
        parsed.GetResult(KnownOn) is { Tokens: [var date] } ? Day.Parse(date.Value) : null;

    /// <summary>Reads the scenario and says what is wrong with it; null where it cannot be run.</summary>
    public (Scenario? Scenario, ImmutableArray<Diagnostic> Diagnostics) Read(ParseResult parsed) => ScenarioReader.Read(
        parsed.GetRequiredValue(Path),
        parsed.GetRequiredValue(World),
        parsed.GetRequiredValue(OptionName),
        KnownOnOf(parsed));
}
