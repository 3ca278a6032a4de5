using System.CommandLine;
using System.CommandLine.Parsing;
using Resupply.Planning;
using Resupply.Reports;
using Resupply.Values;

namespace Resupply.Cli;

/// <summary>`resupply replay`: an answer as it stood day by day, and what changed it.</summary>
public sealed class ReplayCommand
{
    public const string Name = "replay";

    private readonly Argument<string> question = new("QUESTION")
    {
        Description = "What is asked, a name under `questions`",
    };

    private readonly Option<string> from = new("--from")
    {
        Description = "The first day as of which it is answered",
        HelpName = "DATE",
        Required = true,
    };

    private readonly Option<string> to = new("--to")
    {
        Description = "The last day as of which it is answered",
        HelpName = "DATE",
        Required = true,
    };

    private readonly Inquiry inquiry = new(Replaying.ReplicationsDefault, isAskedOfOneDay: false);

    public static Command Create() => new ReplayCommand().Described();

    private Command Described()
    {
        var command = new Command(Name, "Say how an answer stood day by day, and what changed it");
        inquiry.AddTo(command, from, to);
        command.Add(question);
        foreach (var date in (Option<string>[])[from, to]) ScenarioArguments.AcceptDate(date);
        command.Validators.Add(Agree);
        command.SetAction(Run);
        return command;
    }

    private void Agree(CommandResult given)
    {
        var (first, last) = (DayOf(given, from), DayOf(given, to));
        if (last < first) given.AddError($"--to {last} is before --from {first}: turn them round.");
    }

    private static Day? DayOf(CommandResult given, Option<string> date) =>
        given.GetResult(date) is { Tokens: [var token] } ? Day.Parse(token.Value) : null;

    private int Run(ParseResult parsed) => inquiry.Run(
        parsed,
        (scenario, options, diagnostics, progress) =>
            Replaying.Find(scenario, options, TermsOf(parsed), diagnostics, progress),
        new Inquiry.Writing<ReplayReport>(ReplayText.Write, ReplayJson.Write, ReplayCsv.Write));

    private ReplayTerms TermsOf(ParseResult parsed) => new(
        parsed.GetRequiredValue(question),
        Day.Parse(parsed.GetRequiredValue(from))!.Value,
        Day.Parse(parsed.GetRequiredValue(to))!.Value);
}
