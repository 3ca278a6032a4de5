using System.CommandLine;
using Resupply.Planning;
using Resupply.Reports;

namespace Resupply.Cli;

/// <summary>`resupply compare`: every option by every question, in every world.</summary>
public sealed class CompareCommand
{
    public const string Name = "compare";

    private readonly Option<string[]> question = new("--question")
    {
        Description = "Only this question; may be said several times",
        HelpName = "NAME",
        DefaultValueFactory = _ => [],
    };

    private readonly Inquiry inquiry = new(Comparing.ReplicationsDefault);

    public static Command Create() => new CompareCommand().Described();

    private Command Described()
    {
        var command = new Command(Name, "Hold the options of a scenario against one another, in every world");
        inquiry.AddTo(command, question);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed) => inquiry.Run(
        parsed,
        (scenario, options, diagnostics, progress) =>
            Comparing.Find(scenario, options, TermsOf(parsed), diagnostics, progress),
        new Inquiry.Writing<ComparisonReport>(ComparisonText.Write, ComparisonJson.Write, ComparisonCsv.Write));

    private ComparisonTerms TermsOf(ParseResult parsed) =>
        new(!inquiry.NamesWorld(parsed), [.. parsed.GetRequiredValue(question)]);
}
