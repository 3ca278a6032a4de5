using System.Collections.Immutable;
using Resupply.Production;
using Resupply.Readiness;
using Resupply.Supply;
using Resupply.Values;

namespace Resupply.Answers;

/// <summary>From questions to the probes that watch each replication for them.</summary>
public static class QuestionCompiler
{
    /// <summary>A probe for each question that can be asked; those about what an option removed have none.</summary>
    /// <param name="readiness">Null where the scenario has none.</param>
    /// <param name="production">Null where the scenario has none.</param>
    public static Probe[] Probes(
        IEnumerable<Question> questions,
        SupplyModel model,
        SupplyProcess supply,
        ReadinessModel readinessModel,
        ReadinessProcess? readiness,
        ProductionModel productionModel,
        ProductionProcess? production) =>
    [
        .. Asked(questions).Select(question =>
            (readiness is null ? null : OfReadiness(question, model.From, readinessModel, readiness))
            ?? (production is null ? null : OfProduction(question, model.From, productionModel, production))
            ?? ProbeFor(question, model, supply)),
    ];

    public static IEnumerable<Question> Asked(IEnumerable<Question> questions) =>
        questions.Where(question => question is not Question.Removed);

    private static Probe ProbeFor(Question question, SupplyModel model, SupplyProcess supply)
    {
        int On(Day day) => day - model.From;
        var (serving, ledger) = (supply.Serving, supply.Ledger);
        return question switch
        {
            Question.Covered q => new Probe.Covered(serving, Demands(model, q.Demands), On(q.Until)),
            Question.Met q => new Probe.Met(serving, Demands(model, q.Demands), On(q.Until), q.AtLeast),
            Question.Unmet q => new Probe.Unmet(serving, Demands(model, q.Demands), On(q.Until)),
            Question.Backlog q => new Probe.Backlog(serving, Demands(model, [q.Demand])[0], On(q.When)),
            Question.Shortage q => new Probe.Shortage(serving, Demands(model, q.Demands)),
            Question.OnHand q => new Probe.OnHand(ledger, model.StockAt(q.Site, q.Item), On(q.When), q.AtLeast, q.Net),
            Question.Backorders { IsAverage: true } q =>
                new Probe.AverageBackorders(ledger, model.StockAt(q.Site, q.Item), On(q.From), On(q.To)),
            Question.Backorders q => new Probe.Backorders(ledger, model.StockAt(q.Site, q.Item), On(q.To)),
            Question.DaysOfSupply q => DaysOfSupply(q, model, supply),
            Question.Arrived q =>
                new Probe.Arrived(ledger, Shipments(model, q.Shipments), On(q.By), q.AtLeast, q.IsShare),
            Question.Money q => new Probe.Money(ledger, Authority(model, q.Authority), On(q.By), q.IsShare),
            _ => throw new ArgumentOutOfRangeException(nameof(question)),
        };
    }

    private static Probe? OfReadiness(
        Question question, Day start, ReadinessModel model, ReadinessProcess readiness)
    {
        var counts = readiness.Members.Counts;
        int Fleet(string name) => Array.FindIndex(model.Fleets, fleet => fleet.Name == name);
        return question switch
        {
            Question.Available { IsAverage: true } q =>
                new Probe.AverageAvailable(counts, Fleet(q.Fleet), q.From - start, q.To - start, q.AtLeast),
            Question.Available q => new Probe.Available(counts, Fleet(q.Fleet), q.To - start, q.AtLeast),
            Question.Busy q => new Probe.Busy(
                readiness.Teams,
                Array.FindIndex(model.Crews, crew => crew.Name == q.Crew),
                q.From - start,
                q.To - start),
            _ => null,
        };
    }

    private static Probe? OfProduction(
        Question question, Day start, ProductionModel model, ProductionProcess production)
    {
        int[] Orders(ImmutableArray<string> names) =>
            [.. names.Select(name => Array.FindIndex(model.Orders, order => order.Name == name))];
        return question switch
        {
            Question.Delivered q =>
                new Probe.Delivered(production, Orders(q.Orders), q.By - start, q.AtLeast, q.IsShare),
            Question.Late q => new Probe.Late(production, Orders(q.Orders), q.Until - start),
            _ => null,
        };
    }

    private static Probe.DaysOfSupply DaysOfSupply(
        Question.DaysOfSupply question, SupplyModel model, SupplyProcess supply)
    {
        var stock = model.StockAt(question.Site, question.Item);
        var firstChoice = model.Demands.Where(demand => demand.Services[0].Stock == stock).ToArray();
        return new Probe.DaysOfSupply(supply, firstChoice, stock, question.When - model.From);
    }

    private static int[] Demands(SupplyModel model, ImmutableArray<string> names) =>
        [.. names.Select(name => Array.FindIndex(model.Demands, demand => demand.Name == name))];

    private static int[] Shipments(SupplyModel model, ImmutableArray<string> names) =>
        [.. names.Select(name => Array.FindIndex(model.Shipments, shipment => shipment.Name == name))];

    private static int Authority(SupplyModel model, string name) =>
        Array.FindIndex(model.Authorities, authority => authority.Name == name);
}
