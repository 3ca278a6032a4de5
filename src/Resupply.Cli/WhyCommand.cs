using System.CommandLine;
using Resupply.Planning;
using Resupply.Reports;

namespace Resupply.Cli;

/// <summary>`resupply why`: what an answer depends on, what that rests on, and how much it moves the answer.</summary>
public sealed class WhyCommand
{
    public const string Name = "why";

    private readonly Argument<string> question = new("QUESTION")
    {
        Description = "What is asked, a name under `questions`",
    };

    private readonly Inquiry inquiry = new(Explaining.ReplicationsDefault);

    public static Command Create() => new WhyCommand().Described();

    private Command Described()
    {
        var command = new Command(Name, "Say what an answer depends on, and what that rests on");
        inquiry.AddTo(command);
        command.Add(question);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed) => inquiry.Run(
        parsed,
        (scenario, options, diagnostics, progress) =>
            Explaining.Find(scenario, options, parsed.GetRequiredValue(question), diagnostics, progress),
        new Inquiry.Writing<WhyReport>(WhyText.Write, WhyJson.Write, WhyCsv.Write));
}
