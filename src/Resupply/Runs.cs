using Resupply.Answers;
using Resupply.Production;
using Resupply.Readiness;
using Resupply.Simulation;

namespace Resupply;

/// <summary>How a run is to be made. All of it is stated in the report but what cannot change the answer.</summary>
public sealed record RunOptions
{
    public const long ReplicationsDefault = 10_000;

    /// <summary>Doubling for a precision ends here.</summary>
    public const long ReplicationsMax = 100_000_000;

    public long Replications { get; init; } = ReplicationsDefault;

    /// <summary>The half-width that every answer must reach; null: as many replications as were asked for.</summary>
    public double? Precision { get; init; }

    public ulong Seed { get; init; } = 1;

    /// <summary>Changes how long it takes, never a byte of the answer.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Record what the charts need, day by day.</summary>
    public bool Charts { get; init; }

    /// <summary>Check on every day of every replication that nothing is lost.</summary>
    public bool Audited { get; init; }
}

/// <summary>Replications of a model until there are as many as asked for, or the answers are as precise.</summary>
public static class Runs
{
    /// <summary>
    /// More steps (replications × days × things) than this is a mistake rather than a question: about an hour's work.
    /// </summary>
    public const double StepsMax = 1e12;

    /// <summary>An event of readiness is drawn, put in order and taken out again; a thing's day is looked at.</summary>
    private const int StepsPerEvent = 10;

    /// <summary>How many steps a run takes: what is refused before it is begun.</summary>
    public static double Steps(Scenario scenario, long replications) =>
        replications * ((scenario.Days * (1.0 + Things(scenario)))
            + (StepsPerEvent * Events(scenario))
            + ProductionLoad.Steps(scenario.Production, scenario.Days));

    /// <summary>What is looked at every day.</summary>
    public static int Things(Scenario scenario) =>
        scenario.Supply.Stocks.Length + scenario.Supply.Demands.Length + scenario.Supply.Shipments.Length
        + scenario.Readiness.Fleets.Length + scenario.Readiness.Crews.Length
        + ProductionLoad.Things(scenario.Production);

    /// <summary>About how many failures, repairs and the like a replication has.</summary>
    public static double Events(Scenario scenario) =>
        ReadinessLoad.Events(scenario.Readiness, scenario.Unknowns, scenario.Days);

    /// <param name="progress">Is told how many replications are done, from any thread.</param>
    public static Record Replicate(
        Model model, RunOptions options, Action<long>? progress = null, CancellationToken cancellation = default)
    {
        var record = Simulator.Run(
            model.NewWorld, model.Layout, 0, options.Replications, options.Threads, progress, cancellation);
        while (options.Precision is { } precision && !IsPrecise(model, record, precision) && MayDouble(model, record))
        {
            var done = record.Replications;
            record.Add(Simulator.Run(
                model.NewWorld, model.Layout, done, done * 2, options.Threads, more =>
                    progress?.Invoke(done + more), cancellation));
        }

        return record;
    }

    /// <summary>
    /// Every answer's half-width is within the precision; looked at only when the number has doubled.
    /// </summary>
    public static bool IsPrecise(Model model, Record record, double precision) =>
        model.Asked.Select((question, measure) => (question, measure)).All(asked => Answering.IsPrecise(
            Reporting.AnswerTo(model, record, asked.question, asked.measure, null), precision));

    private static bool MayDouble(Model model, Record record) =>
        record.Replications * 2 <= RunOptions.ReplicationsMax
            && Steps(model.Scenario, record.Replications * 2) <= StepsMax;
}
