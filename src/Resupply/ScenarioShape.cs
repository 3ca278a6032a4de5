using Resupply.Answers;
using Resupply.Evidence;
using Resupply.Language;
using Resupply.Production;
using Resupply.Readiness;
using Resupply.Supply;

namespace Resupply;

/// <summary>The whole language: what each capability contributes, named in this one place.</summary>
public static class ScenarioShape
{
    public static Shape.Record Top { get; } = new("the scenario",
    [
        LanguageShapes.Format,
        LanguageShapes.Title,
        LanguageShapes.CalendarKey,
        LanguageShapes.Today,
        LanguageShapes.Currency,
        LanguageShapes.Deadlines,
        LanguageShapes.Unknowns,
        .. EvidenceShapes.Keys,
        .. SupplyShapes.Sections(ReadinessShapes.ItemKeys, ReadinessShapes.StockKeys),
        .. ReadinessShapes.Sections,
        .. ProductionShapes.Sections,
        new("questions", SupplyShapes.Named("questions", QuestionShapes.Question), "What is asked."),
        LanguageShapes.Worlds,
        LanguageShapes.Options,
    ]);
}
