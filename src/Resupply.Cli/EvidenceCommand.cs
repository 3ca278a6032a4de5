using System.CommandLine;
using Resupply.Evidence;
using Resupply.Planning;
using Resupply.Reports;

namespace Resupply.Cli;

/// <summary>`resupply evidence`: what the numbers are made of.</summary>
public sealed class EvidenceCommand
{
    public const string Name = "evidence";

    private readonly Option<int> silentAfter = new("--silent-after")
    {
        Description = "Days without a word after which a claim has gone silent",
        HelpName = "DAYS",
        DefaultValueFactory = _ => EvidenceOverview.SilentAfterDays,
    };

    private readonly Inquiry inquiry = new(Evidencing.ReplicationsDefault);

    public static Command Create() => new EvidenceCommand().Described();

    private Command Described()
    {
        var command = new Command(Name, "Say what the numbers of a scenario are made of");
        inquiry.AddTo(command, silentAfter);
        silentAfter.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<int>() < 0) given.AddError("Silence is counted in days, from 0 on.");
        });
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed) => inquiry.Run(
        parsed,
        (scenario, options, diagnostics, progress) =>
            Evidencing.Find(scenario, options, parsed.GetValue(silentAfter), diagnostics, progress),
        new Inquiry.Writing<EvidenceReport>(EvidenceText.Write, EvidenceJson.Write, EvidenceCsv.Write));
}
