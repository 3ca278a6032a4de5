using System.Collections.Immutable;
using System.Reflection;
using Resupply.Answers;
using Resupply.Evidence;
using Resupply.Language;
using Resupply.Simulation;
using Resupply.Supply;

namespace Resupply;

/// <summary>From a record to everything a person or a program is told.</summary>
public static class Reporting
{
    public static string Version { get; } =
        typeof(Reporting).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <param name="exact">What the exact methods say, by question.</param>
    public static RunReport Report(
        Model model,
        Record record,
        IReadOnlyDictionary<string, ExactAnswer> exact,
        ImmutableArray<Diagnostic> diagnostics)
    {
        var scenario = model.Scenario;
        var charts = model.Charts is null ? null : new Charts(model.Charts, model.Supply, record);
        var readiness = model.Charts is null
            ? null
            : new ReadinessCharts(model.Charts, model.Supply, model.Readiness, record);
        var answers = Answers(model, record, exact);
        var words = new ValueWords(scenario);
        return new RunReport(
            CardOf(model.Scenario, model.Seed, record.Replications),
            answers,
            [
                .. SwingTable.Of(
                    model.Asked,
                    model.Watched,
                    record,
                    model.Columns,
                    words.UpTo,
                    words.From),
            ],
            [.. scenario.Values.Select(AssumptionOf)],
            scenario.EvidenceSeen(EvidenceOverview.SilentAfterDays),
            [.. Events(model, record)],
            charts?.Stocks() ?? [],
            charts?.Demands() ?? [],
            charts?.Pools() ?? [],
            charts?.Shipments() ?? [],
            charts?.Authorities(
                name => scenario.Supply.Authorities.First(each => each.Name == name).Expires?.Fixed) ?? [],
            readiness?.Fleets() ?? [],
            readiness?.Crews() ?? [],
            new QueueCharts(model.Queue, model.Charts, scenario.Production, model.Production, record).Queues(),
            [.. ExactComparison.Checks(model.Asked, answers, exact, record.Replications)],
            diagnostics)
        {
            Series = [.. scenario.Supply.Demands.Select(UseOf).OfType<SeriesUse>()],
        };
    }

    private static SeriesUse? UseOf(Demand demand) => demand.Series is not { Forecast: { } forecast } series
        ? null
        : new SeriesUse(
            demand.Name, series.Name.Text, series.File.Text, series.Sha256, series.Last, forecast.Value);

    public static Answer AnswerTo(Model model, Record record, Question question, int measure, ExactAnswer? exact)
    {
        var scenario = model.Scenario;
        var tally = measure < 0 ? null : record.Measures[measure];
        return Answering.Of(
            question, tally, scenario.From, scenario.Currency, exact, Statements.On(question, scenario.Statements));
    }

    private static ImmutableArray<Answer> Answers(
        Model model, Record record, IReadOnlyDictionary<string, ExactAnswer> exact) =>
    [
        .. model.Scenario.Questions.Select(question => AnswerTo(
            model, record, question, Array.IndexOf(model.Asked, question), exact.GetValueOrDefault(question.Name))),
    ];

    internal static RunCard CardOf(Scenario scenario, ulong seed, long replications) => new(
        Version,
        scenario.Title,
        VisibleText.Of(scenario.File),
        scenario.Source.Sha256,
        scenario.World,
        scenario.Option,
        seed,
        replications,
        scenario.From,
        scenario.To,
        scenario.Today,
        scenario.Currency,
        scenario.Deadlines)
    {
        KnownOn = scenario.KnownOn,
    };

    private static Assumption AssumptionOf(Value value)
    {
        var (basis, support) = (value.Support.Basis, value.Support);
        var because = basis == Basis.Evidence ? string.Join(", ", support.Claims) : support.Assume ?? "";
        return new Assumption(value.Path, value.Text, basis.ToString().ToLowerInvariant(), because);
    }

    private static IEnumerable<Event> Events(Model model, Record record)
    {
        for (var i = 0; i < model.Supply.Shipments.Length; i++)
        {
            foreach (var hindrance in Enum.GetValues<Hindrance>())
            {
                var times = record.Counters[Hindrances.At(i, hindrance)];
                if (times > 0 && Told(model, i, hindrance) is { } what)
                    yield return new Event(
                        $"shipment {model.Supply.Shipments[i].Name}", what, (double)times / record.Replications);
            }
        }

        for (var i = 0; i < model.Supply.Packages.Length; i++)
        {
            var times = record.Counters[Hindrances.Length(model.Supply) + i];
            var package = model.Supply.Packages[i];
            if (times > 0)
            {
                yield return new Event(
                    $"package {package.Name}",
                    $"could not be paid from {model.Supply.Authorities[package.Authority].Name}",
                    (double)times / record.Replications);
            }
        }
    }

    private static string? Told(Model model, int shipment, Hindrance hindrance)
    {
        var planned = model.Scenario.Supply.Shipments[shipment];
        return hindrance switch
        {
            Hindrance.Unconfirmed => "does not come at all",
            Hindrance.Unreleased => $"a tranche waits for {planned.Needs} beyond the calendar",
            Hindrance.Floor => $"a tranche does not leave: it would draw {planned.From} below what must stay there",
            Hindrance.Unpaid => $"a tranche does not leave: {planned.FundedBy} has lapsed or cannot pay it",
            _ => null,
        };
    }
}
