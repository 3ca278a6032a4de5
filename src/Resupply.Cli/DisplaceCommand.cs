using System.CommandLine;
using System.CommandLine.Parsing;
using Resupply.Planning;
using Resupply.Reports;
using Resupply.Values;

namespace Resupply.Cli;

/// <summary>`resupply displace`: what moving one order up in its queue costs the others.</summary>
public sealed class DisplaceCommand
{
    public const string Name = "displace";

    private readonly Option<string?> order = new("--order")
    {
        Description = "The order to move, a name under `orders`",
        HelpName = "NAME",
    };

    private readonly Option<bool> all = new("--all")
    {
        Description = "Move every order of every line to the front in turn",
    };

    private readonly Option<string?> to = new("--to")
    {
        Description = "Before all others: `first`; so it is without --by and --units",
        HelpName = "first",
    };

    private readonly Option<string?> units = new("--units")
    {
        Description = "Only so many of its units before all others",
        HelpName = "N",
    };

    private readonly Option<string?> by = new("--by")
    {
        Description = "Before all others as late as will do for all of it to be there by this day",
        HelpName = "DATE",
    };

    private readonly Option<string?> atLeast = new("--at-least")
    {
        Description = "With --by: in at least this share of cases, as 90%; else as often as can be",
        HelpName = "P",
    };

    private readonly Inquiry inquiry = new(Displacing.ReplicationsDefault);

    public static Command Create() => new DisplaceCommand().Described();

    private Command Described()
    {
        var command = new Command(Name, "Say what moving an order up in its queue costs the others");
        inquiry.AddTo(command, order, all, to, by, atLeast, units);
        to.Validators.Add(given =>
        {
            if (given.Tokens is [var word] && word.Value != "first")
                given.AddError($"--to takes first; found '{word.Value}'. For less: --by DATE or --units N.");
        });
        ScenarioArguments.AcceptDate(by);
        Numbers.Accept(units, Numbers.Count, "a whole number from 1 to 100,000,000");
        Numbers.Accept(atLeast, Least, "a share of all cases, as 90% or 0.9");
        command.Validators.Add(Agree);
        command.SetAction(Run);
        return command;
    }

    private void Agree(CommandResult given)
    {
        bool Has(Option option) => given.GetResult(option) is { Implicit: false };
        var problem = (Has(order), Has(all)) switch
        {
            (true, true) or (false, false) => "Say which order: --order NAME, or --all for each in turn.",
            (_, true) when Has(to) || Has(by) || Has(units) || Has(atLeast) =>
                "--all moves each order to the very front; what else is asked goes with --order.",
            _ when Has(by) && Has(units) => "--by and --units cannot be asked together: it is all of it, or a part.",
            _ when Has(by) && Has(to) => "--to first is from the first day on; --by is as late as will do.",
            _ when Has(atLeast) && !Has(by) => "--at-least goes with --by.",
            _ => null,
        };
        if (problem is not null) given.AddError(problem);
    }

    private int Run(ParseResult parsed) => parsed.GetValue(all)
        ? inquiry.Run(
            parsed,
            (scenario, options, diagnostics, progress) =>
                DisplacingAll.Find(scenario, options, diagnostics, progress),
            new Inquiry.Writing<DisplacementMatrixReport>(
                DisplacementMatrixText.Write, DisplacementMatrixJson.Write, DisplacementMatrixCsv.Write))
        : inquiry.Run(
            parsed,
            (scenario, options, diagnostics, progress) =>
                Displacing.Find(scenario, options, Asked(parsed), diagnostics, progress),
            new Inquiry.Writing<DisplacementReport>(
                DisplacementText.Write, DisplacementJson.Write, DisplacementCsv.Write));

    private DisplacementAsked Asked(ParseResult parsed) => new(
        parsed.GetRequiredValue(order)!,
        parsed.GetValue(units) is { } count ? (long)Numbers.Count(count)!.Value : null,
        parsed.GetValue(by) is { } date ? Day.Parse(date) : null,
        parsed.GetValue(atLeast) is { } share ? Least(share) : null);

    private static double? Least(string text) => text is "100%" or "1" ? 1 : Numbers.Share(text);
}
