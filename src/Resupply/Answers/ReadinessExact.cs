using Resupply.Production;
using Resupply.Readiness;
using Resupply.Simulation;
using Resupply.Supply;
using Resupply.Values;

namespace Resupply.Answers;

/// <summary>
/// The questions on fleets, crews and spares that a method knows: over their own window, in the long run, or nearly.
/// Only where nothing else touches fleet, stock or crew.
/// </summary>
internal sealed class ReadinessExact(
    SupplyModel supply, ReadinessModel model, ProductionModel production, DrawnOnce once)
{
    private readonly ReadinessExactFacts facts = new(supply, model, production, once);

    public ExactAnswer? Of(Question question) => question switch
    {
        Question.Available asked => OfFleet(asked)?.Answer(asked, On(asked.From), On(asked.To) + 1),
        Question.Busy asked => OfCrew(asked)?.Answer(asked, On(asked.From), On(asked.To) + 1),
        Question.Backorders asked when supply.StockAt(asked.Site, asked.Item) is >= 0 and var stock
            && model.UsesStock[stock] => OfStock(asked, stock),
        _ => null,
    };

    private int On(Day day) => day - supply.From;

    private ReadinessExactFleet? OfFleet(Question.Available question) =>
        Array.Find(model.Fleets, each => each.Name == question.Fleet) is { } fleet
            ? ReadinessExactFleet.Of(facts, fleet)
            : null;

    private ExactAnswer? OfStock(Question.Backorders question, int stock)
    {
        var (first, end) = (On(question.From), On(question.To) + 1);
        return LocalAt(stock)?.Answer(question, first, end)
            ?? ReadinessExactEchelonsMatch.Of(facts, stock)?.Waiting(stock);
    }

    private IReadinessExactCase? LocalAt(int stock) =>
        Array.Find(model.Fleets, fleet => fleet.Places.Any(place => place.Stock == stock)) is { } fleet
            ? ReadinessExactFleet.Of(facts, fleet)
            : ReadinessExactRemovals.Of(facts, stock);

    /// <summary>By what the crew repairs; the case says whether it does anything else.</summary>
    private IReadinessExactCase? OfCrew(Question.Busy question)
    {
        var crew = Array.FindIndex(model.Crews, each => each.Name == question.Crew);
        if (crew < 0 || model.Crews[crew].Choices is not [var choice]) return null;
        var routes = model.Origins.SelectMany(origin => origin.Routes).Where(route => route.Work.Choice == choice);
        if (routes.FirstOrDefault() is not { ReturnStock: >= 0 and var stock }) return null;
        return LocalAt(stock) ?? ReadinessExactEchelonsMatch.Of(facts, stock);
    }
}

/// <summary>A case that a method knows.</summary>
internal interface IReadinessExactCase
{
    /// <param name="question">About this case's fleet, stock or crew.</param>
    /// <param name="first">The day of the calendar on which the question's time begins, at 00:00.</param>
    /// <param name="end">The day at whose 00:00 it ends.</param>
    ExactAnswer? Answer(Question question, int first, int end);
}
