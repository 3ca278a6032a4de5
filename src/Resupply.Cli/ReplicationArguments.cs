using System.CommandLine;

namespace Resupply.Cli;

/// <summary>How thoroughly a command plays the calendar: how often, with which draws, on how many processors.</summary>
public sealed class ReplicationArguments(long replicationsDefault)
{
    private readonly Option<string> replications = new("--replications")
    {
        Description = "How many times to play the calendar, as 100000 or 100k",
        HelpName = "N",
        DefaultValueFactory = _ => Numbers.Plain(replicationsDefault),
    };

    private readonly Option<string> seed = new("--seed")
    {
        Description = "Another seed gives other draws, to see how much they matter",
        HelpName = "S",
        DefaultValueFactory = _ => "1",
    };

    private readonly Option<int?> threads = new("--threads")
    {
        Description = "How many processors to use: by default all; the answer is the same",
        HelpName = "T",
    };

    /// <summary>Adds the options, with what they take.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[replications, seed, threads]) command.Add(option);
        Numbers.Accept(replications, Numbers.Count, "a whole number from 1 to 100,000,000, as 100000 or 100k");
        Numbers.Accept(seed, Numbers.Seed, "a whole number from 0 to 18,446,744,073,709,551,615");
        threads.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<int?>() is < 1 or > 1024)
                given.AddError("--threads takes a number from 1 to 1024.");
        });
    }

    public RunOptions OptionsOf(ParseResult parsed) => new()
    {
        Replications = (long)Numbers.Count(parsed.GetRequiredValue(replications))!.Value,
        Seed = Numbers.Seed(parsed.GetRequiredValue(seed))!.Value,
        Threads = parsed.GetValue(threads) ?? Environment.ProcessorCount,
    };
}
