using Resupply.Answers;
using Resupply.Planning;
using Resupply.Production;
using Resupply.Readiness;
using Resupply.Simulation;
using Resupply.Supply;

namespace Resupply;

/// <summary>A scenario made ready to run with one seed: flat arrays, and what is to be recorded.</summary>
public sealed class Model
{
    private readonly bool audited;
    private readonly Lazy<WatchedValue[]> watchedValues;
    private readonly Lazy<Reach[]> reaches;

    private Model(Scenario scenario, ulong seed, bool withCharts, bool audited, LawMemory? memory)
    {
        this.audited = audited;
        Scenario = scenario;
        Seed = seed;
        var builder = new OnceBuilder(scenario.Unknowns);
        Supply = SupplyCompiler.Compile(scenario.Supply, scenario.From, scenario.Days, builder, seed, memory);
        Readiness = ReadinessCompiler.Compile(scenario.Readiness, scenario.Supply, Supply, builder, seed);
        Production = ProductionCompiler.Compile(scenario.Production, scenario.Supply, Supply, builder, seed);
        Once = builder.Build(seed);
        Asked = [.. QuestionCompiler.Asked(scenario.Questions)];
        Columns = MeasureColumns.Of(Asked);
        reaches = new Lazy<Reach[]>(() => [.. Asked.Select(Explaining.MapOf(scenario).Of)]);
        watchedValues = new Lazy<WatchedValue[]>(() => [.. WatchedValue.Among(Once, Columns.Length).Select(Watch)]);
        var hindrances = HindranceCounts.Length(Supply);
        Charts = withCharts ? new ChartPlan(Supply, Readiness, Production, hindrances) : null;
        Queue = new QueuePlan(Production, Charts?.Length ?? 0, hindrances + (Charts?.Sums ?? 0));
    }

    public Scenario Scenario { get; }

    public ulong Seed { get; }

    public DrawnOnce Once { get; }

    public SupplyModel Supply { get; }

    public ReadinessModel Readiness { get; }

    public ProductionModel Production { get; }

    /// <summary>The questions that have a measure, in the order of the measures.</summary>
    public Question[] Asked { get; }

    /// <summary>What a replication adds to the bins that its values are in.</summary>
    public MeasureColumns Columns { get; }

    /// <summary>Found when first asked for: it takes thousands of draws, and paired runs need none of it.</summary>
    public WatchedValue[] Watched => watchedValues.Value;

    /// <summary>
    /// What the report draws; null where none is asked for: then no day is recorded that no question asks for.
    /// </summary>
    public ChartPlan? Charts { get; }

    /// <summary>What is told of every order, whether it is drawn or not.</summary>
    public QueuePlan Queue { get; }

    public RecordLayout Layout => new(
        Asked.Length,
        Watched.Length,
        Watched.Sum(value => value.Bins),
        Columns.Length,
        Queue.FirstSeries + Queue.Series,
        Queue.FirstSum + Queue.Sums);

    /// <param name="withCharts">Record what the report draws, day by day.</param>
    /// <param name="audited">Check on every day of every replication that nothing is lost.</param>
    /// <param name="memory">What is worked out once for models that differ in little; null: nothing.</param>
    public static Model Compile(
        Scenario scenario, ulong seed, bool withCharts = false, bool audited = false, LawMemory? memory = null) =>
        new(scenario, seed, withCharts, audited, memory);

    /// <summary>A working copy for one thread.</summary>
    public World NewWorld()
    {
        var processes = NewProcesses(withDowntime: Charts is not null);
        var supply = processes.Supply;
        var probes = ProbesOf(processes);
        List<Process> watching = [new QuestionProcess(probes, Watched, Columns), new HindranceCounts(Supply, supply)];
        if (Charts is not null) watching.Add(new Chronicle(Charts, Supply, supply));
        if (Charts is not null && processes.Readiness is { } readiness)
            watching.Add(new ReadinessChronicle(Charts, Readiness, readiness, supply.Ledger));
        if (processes.Production is { } production)
        {
            watching.Add(new QueueCounts(Queue, Production, production));
            if (Charts is not null) watching.Add(new ProductionChronicle(Charts, production));
        }

        return new World(Once, processes.Acting, [.. watching], DaysLookedAt(probes), AreApart);
    }

    /// <summary>
    /// A working copy for one thread that leaves the answers of each replication: one measure for each question of the
    /// scenario, which stays none where the option removed what the question is about.
    /// </summary>
    public World NewWorld(Outcome outcome)
    {
        var processes = NewProcesses(withDowntime: false);
        var probes = ProbesOf(processes);
        return new World(
            Once,
            processes.Acting,
            [new OutcomeProcess(probes, MeasuresOfAsked(), outcome)],
            DaysLookedAt(probes, withCharts: false),
            AreApart);
    }

    /// <summary>A working copy for one thread that leaves what each order gets in each replication.</summary>
    public World NewWorld(Outcome outcome, QueueMeasures measures)
    {
        var processes = NewProcesses(withDowntime: false);
        var watch = new QueueWatch(processes.Production!, measures, outcome);
        var watched = new bool[Supply.Days];
        foreach (var day in measures.Days) watched[day] = true;
        return new World(Once, processes.Acting, [watch], watched, AreApart);
    }

    private WatchedValue Watch(WatchedValue value) => value with
    {
        Measures = [.. Enumerable.Range(0, Asked.Length).Where(measure => reaches.Value[measure].Has(value.Path))],
    };

    private int[] MeasuresOfAsked() =>
    [
        .. Scenario.Questions.Index().Where(each => each.Item is not Question.Removed).Select(each => each.Index),
    ];

    /// <summary>Supply and readiness share no stock and no lane; an audit looks at all of them every day.</summary>
    private bool AreApart => !audited && !Readiness.MeetsSupply
        && !Supply.Stocks.Any(stock => Readiness.UsesStock[stock.Index] && Production.UsesStock(stock.Index));

    private bool[] DaysLookedAt(Probe[] probes, bool withCharts = true)
    {
        var charts = withCharts ? Charts : null;
        var watched = new bool[Supply.Days];
        foreach (var day in probes.SelectMany(probe => probe.Days)) watched[day] = true;
        foreach (var day in charts?.Days ?? []) watched[day] = true;
        foreach (var month in charts?.Readiness.Months ?? []) watched[month.Last] = true;
        return watched;
    }

    private Probe[] ProbesOf(Processes processes) => QuestionCompiler.Probes(
        Asked, Supply, processes.Supply, Readiness, processes.Readiness, Production, processes.Production);

    private Processes NewProcesses(bool withDowntime)
    {
        var supply = new SupplyProcess(Supply, audited);
        var production = Production.IsEmpty ? null : new ProductionProcess(Production, Supply, supply);
        supply.Producer = production;
        return new Processes(
            supply,
            production,
            Readiness.IsEmpty ? null : new ReadinessProcess(Readiness, Supply, supply, audited, withDowntime));
    }

    private sealed record Processes(SupplyProcess Supply, ProductionProcess? Production, ReadinessProcess? Readiness)
    {
        public Process[] Acting => Readiness is null ? [Supply] : [Supply, Readiness];
    }
}
