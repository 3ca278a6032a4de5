using System.Collections.Immutable;
using Resupply.Answers;
using Resupply.Language;
using Resupply.Planning;
using Resupply.Simulation;
using Resupply.Values;
using static System.FormattableString;

namespace Resupply;

/// <summary>
/// Parts or people: what one more spare, one more team, or a promise kept a month earlier would do for the fleets'
/// availability, each played on the same draws as the plan as it is.
/// </summary>
public sealed class Binding
{
    /// <summary>Enough to tell a tenth of a point in a fleet of a dozen.</summary>
    public const long ReplicationsDefault = 2_000;

    private readonly Scenario scenario;
    private readonly ImmutableArray<string> fleets;
    private readonly ReadinessReach reach;
    private readonly ImmutableArray<Relief> reliefs;
    private readonly ImmutableArray<LeftOut> leftOut;
    private readonly ImmutableArray<(Day From, Day To)> periods;
    private readonly PairedLayout layout;

    private Binding(Scenario scenario, ImmutableArray<string> fleets)
    {
        (this.scenario, this.fleets) = (scenario, fleets);
        reach = new ReadinessReach(scenario.Supply, scenario.Readiness, fleets);
        var all = Reliefs.Of(scenario.Supply, scenario.Readiness);
        leftOut =
        [
            .. from relief in all
               let because = WhyLeftOut(relief)
               where because is not null
               select new LeftOut(relief, because),
        ];
        reliefs = [.. all.Except(leftOut.Select(each => each.Relief))];
        periods = [(scenario.From, scenario.To), .. CalendarMonths.Of(scenario.From, scenario.To)];
        layout = new PairedLayout(reliefs.Length + 1, fleets.Length * periods.Length, [.. Pairs()]);
    }

    /// <summary>World 0 is the plan as it is; each relief has the world after its index.</summary>
    private IEnumerable<int> Spares => Worlds(relief => relief is Relief.Spare);

    private IEnumerable<int> Teams => Worlds(relief => relief is Relief.Team);

    /// <summary>Plays the scenario with each relief and without.</summary>
    /// <param name="fleet">The only one that is asked about; null: all.</param>
    /// <param name="diagnostics">Of reading the scenario; they come back with those that are found here.</param>
    /// <returns>No report where a diagnostic says why not.</returns>
    public static (BindingReport? Report, ImmutableArray<Diagnostic> Diagnostics) Find(
        Scenario scenario,
        RunOptions options,
        string? fleet,
        ImmutableArray<Diagnostic> diagnostics,
        Action<long>? progress = null,
        CancellationToken cancellation = default)
    {
        var known = scenario.Readiness.Fleets.Select(each => each.Name).ToImmutableArray();
        if (NoFleet(scenario, known, fleet) is { } none) return (null, diagnostics.Add(none));
        var binding = new Binding(scenario, fleet is null ? known : [fleet]);
        if (binding.TooMuch(options) is { } tooMuch) return (null, diagnostics.Add(tooMuch));
        var record = binding.Replicate(options, progress, cancellation);
        var card = Reporting.CardOf(scenario, options.Seed, record.Replications);
        var found = binding.fleets.Select((name, index) => binding.OfFleet(name, index, record));
        return (new BindingReport(card, [.. found], binding.leftOut, diagnostics), diagnostics);
    }

    private static Diagnostic? NoFleet(Scenario scenario, ImmutableArray<string> known, string? fleet)
    {
        if (known.IsEmpty)
        {
            return RunLimits.Refused(
                scenario,
                "there is no fleet in this scenario, so nothing waits for parts or for people",
                "declare one under `fleets`");
        }

        return fleet is null || known.Contains(fleet)
            ? null
            : RunLimits.Refused(
                scenario, $"there is no fleet `{fleet}`", Nearest.HintFor(fleet, known, "there is none"));
    }

    private Diagnostic? TooMuch(RunOptions options)
    {
        if (RunLimits.TooManyPlans(scenario, options, layout.Worlds) is { } tooMany) return tooMany;
        return layout.Size <= PairedRuns.SizeMax
            ? null
            : RunLimits.Refused(
                scenario,
                Invariant($"{layout.Pairs.Length:N0} comparisons for {layout.Measures:N0} months of fleets are too ") +
                "many to keep",
                "ask about one fleet: --fleet NAME; or shorten the calendar");
    }

    private string? WhyLeftOut(Relief relief) => reach.Has(relief)
        ? Reliefs.WhyNothing(relief, scenario.Supply, scenario.Readiness, scenario.From, scenario.Days)
        : "no fleet that is asked about depends on it";

    private IEnumerable<int> Worlds(Func<Relief, bool> which) =>
        Enumerable.Range(1, reliefs.Length).Where(world => which(reliefs[world - 1]));

    private IEnumerable<(int First, int Second)> Pairs() =>
    [
        .. Enumerable.Range(1, reliefs.Length).Select(world => (world, 0)),
        .. from spare in Spares from team in Teams select (spare, team),
    ];

    private PairedRecord Replicate(RunOptions options, Action<long>? progress, CancellationToken cancellation)
    {
        var asked = scenario with { Supply = reach.Within(), Questions = [.. fleets.SelectMany(Questions)] };
        Model[] models =
        [
            Model.Compile(asked, options.Seed, audited: options.Audited),
            .. reliefs.Select(relief => Model.Compile(With(relief, asked), options.Seed, audited: options.Audited)),
        ];
        return PairedRuns.Replicate(models, layout, options, progress, cancellation);
    }

    private static Scenario With(Relief relief, Scenario scenario)
    {
        var (supply, readiness) = Reliefs.Apply(relief, scenario.Supply, scenario.Readiness);
        return scenario with { Supply = supply, Readiness = readiness };
    }

    /// <summary>On average over the calendar, and over each month of it.</summary>
    private IEnumerable<Question> Questions(string fleet) => periods.Select(period => new Question.Available(
        $"{fleet} from {period.From}", default, [], fleet, period.From, period.To, IsAverage: true, AtLeast: null));

    private FleetBinding OfFleet(string fleet, int index, PairedRecord record)
    {
        var first = index * periods.Length;
        var effects = Enumerable.Range(1, reliefs.Length)
            .Select(world => new ReliefEffect(
                reliefs[world - 1],
                Difference(record, world, 0, first),
                [.. Months.Select(month => Difference(record, world, 0, first + month))]))
            .ToImmutableArray();
        var comparisons = Comparisons(effects);
        var judgement = new Judgement(comparisons);
        return new FleetBinding(
            fleet,
            Available(record, first),
            [.. effects.OrderByDescending(effect => effect.Change?.Value ?? double.NegativeInfinity)],
            [.. Months.Select(month => OfMonth(month, first + month, effects, judgement, record))],
            comparisons);
    }

    private IEnumerable<int> Months => Enumerable.Range(1, periods.Length - 1);

    private int Comparisons(ImmutableArray<ReliefEffect> effects)
    {
        int Moving(IEnumerable<int> worlds) => worlds.Count(world => !effects[world - 1].IsNothing);
        var (spares, teams) = (Moving(Spares), Moving(Teams));
        return Math.Max(1, (spares + teams + (spares * teams)) * Months.Count());
    }

    private MonthBinding OfMonth(
        int month, int measure, ImmutableArray<ReliefEffect> effects, Judgement judgement, PairedRecord record)
    {
        int Best(IEnumerable<int> worlds) => worlds
            .Where(world => effects[world - 1].ByMonth[month - 1] is not null)
            .OrderByDescending(world => effects[world - 1].ByMonth[month - 1]!.Value.Value)
            .FirstOrDefault();
        (Relief Relief, Estimate Change)? At(int world) => world == 0
            ? null
            : (reliefs[world - 1], effects[world - 1].ByMonth[month - 1]!.Value);
        var (spare, team) = (Best(Spares), Best(Teams));
        var difference = spare == 0 || team == 0 ? null : Difference(record, spare, team, measure);
        var replications = record.Alone(0, measure).Count;
        return new MonthBinding(
            periods[month].From,
            periods[month].To,
            Available(record, measure),
            judgement.BoundBy(At(spare)?.Change, At(team)?.Change, difference, replications),
            At(spare),
            At(team),
            difference);
    }

    private static Estimate? Available(PairedRecord record, int measure) =>
        record.Alone(0, measure) is { Count: > 0 } moments ? Intervals.MeanShare(moments, Probe.ShareUnit) : null;

    private static Estimate? Difference(PairedRecord record, int first, int second, int measure) =>
        record.Together(first, second, measure) is { Count: > 0 } pairs
            ? Intervals.Difference(pairs, Probe.ShareUnit)
            : null;
}
