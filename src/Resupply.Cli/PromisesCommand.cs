using System.CommandLine;
using Resupply.Planning;
using Resupply.Reports;

namespace Resupply.Cli;

/// <summary>`resupply promises`: what each promise is worth, and the last day on which it is still of use.</summary>
public sealed class PromisesCommand
{
    public const string Name = "promises";

    private readonly Option<string?> atLeast = new("--at-least")
    {
        Description = "The level that an answer is to reach, as 90% or 120: until when each can still lift it there",
        HelpName = "LEVEL",
    };

    private readonly Option<string?> atMost = new("--at-most")
    {
        Description = "The level that an answer is not to pass, as 5% or 12",
        HelpName = "LEVEL",
    };

    private readonly Option<string?> every = new("--every")
    {
        Description = "How far apart the days are that are tried, as 10d, 1w or 1month: by default about a dozen",
        HelpName = "STEP",
    };

    private readonly Option<string[]> question = new("--question")
    {
        Description = "Only this question; may be said several times",
        HelpName = "NAME",
        DefaultValueFactory = _ => [],
    };

    private readonly Inquiry inquiry = new(Promising.ReplicationsDefault);

    public static Command Create() => new PromisesCommand().Described();

    private Command Described()
    {
        var command = new Command(Name, "Say what each promise is worth, and until when it is of use");
        inquiry.AddTo(command, question, atLeast, atMost, every);
        Numbers.Accept(atLeast, Numbers.Level, "a number not below 0, as 90%, 0.9 or 120");
        Numbers.Accept(atMost, Numbers.Level, "a number not below 0, as 5%, 0.05 or 12");
        Numbers.Accept(every, SigningStep.Parse, "days, weeks or months, as 10d, 1w or 1month");
        command.Validators.Add(given =>
        {
            if (given.GetValue(atLeast) is not null && given.GetValue(atMost) is not null)
                given.AddError("Say one of --at-least LEVEL and --at-most LEVEL.");
        });
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed) => inquiry.Run(
        parsed,
        (scenario, options, diagnostics, progress) =>
            Promising.Find(scenario, options, TermsOf(parsed), diagnostics, progress),
        new Inquiry.Writing<PromisesReport>(PromisesText.Write, PromisesJson.Write, PromisesCsv.Write));

    private PromisesTerms TermsOf(ParseResult parsed)
    {
        var (least, most) = (parsed.GetValue(atLeast), parsed.GetValue(atMost));
        return new PromisesTerms(
            (least ?? most) is { } level ? Numbers.Sought(level, least is not null) : null,
            parsed.GetValue(every) is { } step ? SigningStep.Parse(step) : null,
            [.. parsed.GetRequiredValue(question)]);
    }
}
