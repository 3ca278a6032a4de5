using System.CommandLine;
using Resupply.Planning;
using Resupply.Reports;

namespace Resupply.Cli;

/// <summary>`resupply signature`: what a permission is worth, and until when.</summary>
public sealed class SignatureCommand
{
    public const string Name = "signature";

    private readonly Option<string> release = new("--release")
    {
        Description = "The permission, a name under `releases`",
        HelpName = "NAME",
        Required = true,
    };

    private readonly Option<string> moreThan = new("--more-than")
    {
        Description = "A change of an answer that counts: points of a probability, or this share of a quantity",
        HelpName = "P",
        DefaultValueFactory = _ => "1%",
    };

    private readonly Option<string?> every = new("--every")
    {
        Description = "How far apart the dates are, as 10d, 1w or 1month: by default about a dozen dates",
        HelpName = "STEP",
    };

    private readonly Option<string[]> question = new("--question")
    {
        Description = "Only this question; may be said several times",
        HelpName = "NAME",
        DefaultValueFactory = _ => [],
    };

    private readonly Inquiry inquiry = new(Signing.ReplicationsDefault);

    public static Command Create() => new SignatureCommand().Described();

    private Command Described()
    {
        var command = new Command(Name, "Say what a permission is worth, day by day, and until when");
        inquiry.AddTo(command, release, moreThan, every, question);
        Numbers.Accept(moreThan, Numbers.Share, "a share above 0 and below 1, as 1%");
        Numbers.Accept(every, SigningStep.Parse, "days, weeks or months, as 10d, 1w or 1month");
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed) => inquiry.Run(
        parsed,
        (scenario, options, diagnostics, progress) =>
            Signing.Find(scenario, options, TermsOf(parsed), diagnostics, progress),
        new Inquiry.Writing<SignatureReport>(SignatureText.Write, SignatureJson.Write, SignatureCsv.Write));

    private SigningTerms TermsOf(ParseResult parsed) => new(
        parsed.GetRequiredValue(release),
        Numbers.Share(parsed.GetRequiredValue(moreThan))!.Value,
        parsed.GetValue(every) is { } step ? SigningStep.Parse(step) : null,
        [.. parsed.GetRequiredValue(question)]);
}
