using System.Collections.Immutable;
using Resupply.Language;
using Resupply.Supply;

namespace Resupply.Production;

/// <summary>What a planner may write about production: lines and orders of SCENARIO.md.</summary>
public static class ProductionShapes
{
    private static readonly Shape Count = new Shape.Value(Measure.Count);
    private static readonly Shape Date = new Shape.Value(Measure.Date);

    private static readonly Shape.Record Line = new("a line", [
        new("item", new Shape.Reference("items"), "What it makes.", Required: true),
        new("at", new Shape.Reference("sites"), "Where.", Required: true),
        new("per-month", new Shape.Value(Measure.Factor), "Output per 30.4375 d."),
        new("per-day", new Shape.Value(Measure.Factor), "Output per day."),
        new("level", new Shape.Map(KeyKind.Date, new Shape.Value(Measure.Factor)), "Factors of the output by date."),
        new("sequence", new Shape.Word(["agreement", "due", "priority", "share"]), "Whose turn it is."),
    ], Things: true)
    {
        Choices = [new(["per-month", "per-day"], Required: true)],
    };

    private static readonly Shape.Record Order = new("an order", [
        new(
            "line",
            new Shape.Reference("lines") { By = new Maker("item", "makes") },
            "The line that makes it.", Required: true),
        new("quantity", Count, "Units ordered.", Required: true),
        new("agreed", Date, "The day of the agreement."),
        new("requested", Date, "The day of the request, where there is no agreement."),
        new("due", new Shape.Map(KeyKind.Date, Count), "Cumulative units by date."),
        new("to", new Shape.Reference("sites"), "Where it goes.", Required: true),
        new("via", new Shape.Reference("lanes"), "The lane it leaves over."),
        new("firm", new Shape.Flag(), "An agreement that must not be touched."),
        new("priority", Count, "1 is first."),
        new("needs", new Shape.Reference("releases"), "The release it waits for."),
        new("received", SupplyShapes.Happened(Count), "What came, by day: a fact."),
    ], Things: true);

    public static ImmutableArray<Key> Sections =>
    [
        new("lines", new Shape.Map(KeyKind.Name, Line, "lines"), "Production lines."),
        new("orders", new Shape.Map(KeyKind.Name, Order, "orders"), "Who gets what from a line."),
    ];
}
