using System.CommandLine;
using Resupply.Planning;
using Resupply.Reports;

namespace Resupply.Cli;

/// <summary>`resupply binds`: what one more spare, one more team or a promise kept earlier would do.</summary>
public sealed class BindsCommand
{
    public const string Name = "binds";

    private readonly Option<string?> fleet = new("--fleet")
    {
        Description = "Ask about this fleet alone, a name under `fleets`; shorter",
        HelpName = "NAME",
    };

    private readonly Inquiry inquiry = new(Binding.ReplicationsDefault);

    public static Command Create() => new BindsCommand().Described();

    private Command Described()
    {
        var command = new Command(Name, "Say whether fleets wait for parts or for people, and until when");
        inquiry.AddTo(command, fleet);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed) => inquiry.Run(
        parsed,
        (scenario, options, diagnostics, progress) =>
            Binding.Find(scenario, options, parsed.GetValue(fleet), diagnostics, progress),
        new Inquiry.Writing<BindingReport>(BindingText.Write, BindingJson.Write, BindingCsv.Write));
}
