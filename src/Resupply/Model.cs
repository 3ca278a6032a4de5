using Resupply.Answers;
using Resupply.Readiness;
using Resupply.Simulation;
using Resupply.Supply;

namespace Resupply;

/// <summary>A scenario made ready to run with one seed: flat arrays, and what is to be recorded.</summary>
public sealed class Model
{
    private readonly bool audited;

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
        Watched = WatchedValue.Among(Once);
        var hindrances = HindranceCounts.Length(Supply);
        Charts = withCharts ? new ChartPlan(Supply, Readiness, hindrances) : null;
        Layout = new RecordLayout(
            Asked.Length, Watched.Length, Charts?.Length ?? 0, hindrances + (Charts?.Sums ?? 0));
    }

    public Scenario Scenario { get; }

    public ulong Seed { get; }

    public DrawnOnce Once { get; }

    public SupplyModel Supply { get; }

    public ReadinessModel Readiness { get; }

    /// <summary>The questions that have a measure, in the order of the measures.</summary>
    public Question[] Asked { get; }

    public WatchedValue[] Watched { get; }

    /// <summary>
    /// What the report draws; null where none is asked for: then no day is recorded that no question asks for.
    /// </summary>
    public ChartPlan? Charts { get; }

    public RecordLayout Layout { get; }

    /// <param name="withCharts">Record what the report draws, day by day.</param>
    /// <param name="audited">Check on every day of every replication that nothing is lost.</param>
    public static Model Compile(Scenario scenario, ulong seed, bool withCharts = false, bool audited = false) =>
        new(scenario, seed, withCharts, audited);

    /// <summary>A working copy for one thread.</summary>
    public World NewWorld()
    {
        var supply = new SupplyProcess(Supply, audited);
        var readiness = Readiness.IsEmpty ? null : new ReadinessProcess(
            Readiness, Supply, supply, audited, withDowntime: Charts is not null);
        var probes = QuestionCompiler.Probes(Asked, Supply, supply, Readiness, readiness);
        List<Process> watching = [new QuestionProcess(probes, Watched), new HindranceCounts(Supply, supply)];
        if (Charts is not null) watching.Add(new Chronicle(Charts, Supply, supply));
        if (Charts is not null && readiness is not null)
            watching.Add(new ReadinessChronicle(Charts, Readiness, readiness, supply.Ledger));
        var watched = new bool[Supply.Days];
        foreach (var day in probes.SelectMany(probe => probe.Days)) watched[day] = true;
        foreach (var day in Charts?.Days ?? []) watched[day] = true;
        foreach (var month in Charts?.Readiness.Months ?? []) watched[month.Last] = true;
        Process[] acting = readiness is null ? [supply] : [supply, readiness];
        return new World(Once, acting, [.. watching], watched, !audited && !Readiness.MeetsSupply);
    }
}
