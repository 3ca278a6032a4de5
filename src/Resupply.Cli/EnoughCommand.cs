using System.CommandLine;
using Resupply.Planning;
using Resupply.Reports;

namespace Resupply.Cli;

/// <summary>`resupply enough`: how early, how much, how many would do.</summary>
public sealed class EnoughCommand
{
    public const string Name = "enough";

    private readonly Argument<string> question = new("QUESTION")
    {
        Description = "What is asked, a name under `questions`",
    };

    private readonly Option<string?> atLeast = new("--at-least")
    {
        Description = "The level to be reached, as 90% or 120",
        HelpName = "LEVEL",
    };

    private readonly Option<string?> atMost = new("--at-most")
    {
        Description = "The level not to be passed, as 5% or 12",
        HelpName = "LEVEL",
    };

    private readonly Option<string[]> vary = new("--vary")
    {
        Description = "The value to vary, as shipments.november.arrives; may be said several times",
        HelpName = "PATH",
        Required = true,
    };

    private readonly Inquiry inquiry = new(Sufficing.ReplicationsDefault);

    public static Command Create() => new EnoughCommand().Described();

    private Command Described()
    {
        var command = new Command(Name, "Say how early, how much or how many would do for an answer");
        inquiry.AddTo(command, atLeast, atMost, vary);
        command.Add(question);
        Numbers.Accept(atLeast, Numbers.Level, "a number not below 0, as 90%, 0.9 or 120");
        Numbers.Accept(atMost, Numbers.Level, "a number not below 0, as 5%, 0.05 or 12");
        command.Validators.Add(given =>
        {
            if (given.GetValue(atLeast) is null == given.GetValue(atMost) is null)
                given.AddError("Say what would be enough: --at-least LEVEL, or --at-most LEVEL.");
        });
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed) => inquiry.Run(
        parsed,
        (scenario, options, diagnostics, progress) =>
            Sufficing.Find(scenario, options, TermsOf(parsed), diagnostics, progress),
        new Inquiry.Writing<SufficiencyReport>(SufficiencyText.Write, SufficiencyJson.Write, SufficiencyCsv.Write));

    private SufficiencyTerms TermsOf(ParseResult parsed)
    {
        var (least, most) = (parsed.GetValue(atLeast), parsed.GetValue(atMost));
        return new SufficiencyTerms(
            parsed.GetRequiredValue(question),
            Numbers.Sought((least ?? most)!, least is not null),
            [.. parsed.GetRequiredValue(vary)]);
    }
}
