using Resupply.Answers;
using Resupply.Readiness;
using Resupply.Simulation;
using Resupply.Supply;

namespace Resupply;

/// <summary>A scenario made ready to run with one seed: flat arrays, and what is to be recorded.</summary>
public sealed class Model
{
    private readonly bool audited;
    private readonly Lazy<WatchedValue[]> watchedValues;

    private Model(Scenario scenario, ulong seed, bool withCharts, bool audited)
    {
        this.audited = audited;
        Scenario = scenario;
        Seed = seed;
        var builder = new OnceBuilder(scenario.Unknowns);
        Supply = SupplyCompiler.Compile(scenario.Supply, scenario.From, scenario.Days, builder, seed);
        Readiness = ReadinessCompiler.Compile(scenario.Readiness, scenario.Supply, Supply, builder, seed);
        Once = builder.Build(seed);
        Asked = [.. QuestionCompiler.Asked(scenario.Questions)];
        watchedValues = new Lazy<WatchedValue[]>(() => WatchedValue.Among(Once));
        Charts = withCharts ? new ChartPlan(Supply, Readiness, HindranceCounts.Length(Supply)) : null;
    }

    public Scenario Scenario { get; }

    public ulong Seed { get; }

    public DrawnOnce Once { get; }

    public SupplyModel Supply { get; }

    public ReadinessModel Readiness { get; }

    /// <summary>The questions that have a measure, in the order of the measures.</summary>
    public Question[] Asked { get; }

    /// <summary>Found when first asked for: it takes thousands of draws, and paired runs need none of it.</summary>
    public WatchedValue[] Watched => watchedValues.Value;

    /// <summary>
    /// What the report draws; null where none is asked for: then no day is recorded that no question asks for.
    /// </summary>
    public ChartPlan? Charts { get; }

    public RecordLayout Layout =>
        new(Asked.Length, Watched.Length, Charts?.Length ?? 0, HindranceCounts.Length(Supply) + (Charts?.Sums ?? 0));

    /// <param name="withCharts">Record what the report draws, day by day.</param>
    /// <param name="audited">Check on every day of every replication that nothing is lost.</param>
    public static Model Compile(Scenario scenario, ulong seed, bool withCharts = false, bool audited = false) =>
        new(scenario, seed, withCharts, audited);

    /// <summary>A working copy for one thread.</summary>
    public World NewWorld()
    {
        var (supply, readiness, probes) = NewProcesses(withDowntime: Charts is not null);
        List<Process> watching = [new QuestionProcess(probes, Watched), new HindranceCounts(Supply, supply)];
        if (Charts is not null) watching.Add(new Chronicle(Charts, Supply, supply));
        if (Charts is not null && readiness is not null)
            watching.Add(new ReadinessChronicle(Charts, Readiness, readiness, supply.Ledger));
        var watched = new bool[Supply.Days];
        foreach (var day in probes.SelectMany(probe => probe.Days)) watched[day] = true;
        foreach (var day in Charts?.Days ?? []) watched[day] = true;
        foreach (var month in Charts?.Readiness.Months ?? []) watched[month.Last] = true;
        return new World(Once, Acting(supply, readiness), [.. watching], watched, AreApart);
    }

    /// <summary>
    /// A working copy for one thread that leaves the answers of each replication: one measure for each question asked.
    /// </summary>
    public World NewWorld(Outcome outcome)
    {
        var (supply, readiness, probes) = NewProcesses(withDowntime: false);
        var watched = new bool[Supply.Days];
        foreach (var day in probes.SelectMany(probe => probe.Days)) watched[day] = true;
        return new World(Once, Acting(supply, readiness), [new OutcomeProcess(probes, outcome)], watched, AreApart);
    }

    /// <summary>Supply and readiness share no stock and no lane; an audit looks at all of them every day.</summary>
    private bool AreApart => !audited && !Readiness.MeetsSupply;

    private static Process[] Acting(SupplyProcess supply, ReadinessProcess? readiness) =>
        readiness is null ? [supply] : [supply, readiness];

    private (SupplyProcess Supply, ReadinessProcess? Readiness, Probe[] Probes) NewProcesses(
        bool withDowntime)
    {
        var supply = new SupplyProcess(Supply, audited);
        var readiness = Readiness.IsEmpty ? null : new ReadinessProcess(
            Readiness, Supply, supply, audited, withDowntime);
        return (supply, readiness, QuestionCompiler.Probes(Asked, Supply, supply, Readiness, readiness));
    }
}
