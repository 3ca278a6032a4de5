using System.Collections.Immutable;
using Resupply.Language;

namespace Resupply.Readiness;

/// <summary>What a planner may write about readiness: the sections of SCENARIO.md under that heading.</summary>
public static class ReadinessShapes
{
    private static readonly Shape Count = new Shape.Value(Measure.Count);
    private static readonly Shape Date = new Shape.Value(Measure.Date);
    private static readonly Shape Duration = new Shape.Value(Measure.Duration);
    private static readonly Shape Probability = new Shape.Value(Measure.Probability);
    private static readonly Shape Rate = new Shape.Value(Measure.Rate);
    private static readonly Shape Site = new Shape.Reference("sites");
    private static readonly Shape Lane = new Shape.Reference("lanes");
    private static readonly Shape Crew = new Shape.OneOf(
        new Shape.Reference("crews"), new Shape.List(new Shape.Reference("crews")), null);

    private static readonly ImmutableArray<Key> RepairKeys =
    [
        new("at", new Shape.Reference("sites", Or: "here"), "Where it is repaired; `here`: the site of the removal."),
        new("crew", Crew, "Who repairs it; left out: never short."),
        new("takes", Duration, "Working time of a repair."),
        new("condemned", Probability, "Found beyond repair at the job's end."),
        new("via", Lane, "The lane there."),
        new("back", Lane, "The lane back."),
        new("share", Probability, "Of several places, the part that goes here."),
    ];

    private static readonly Shape.Record Repair = new("a repair", RepairKeys, Things: true) { OrNamed = true };

    private static readonly Shape.Record Replace = new("a replacement", [
        new("crew", Crew, "Who fits the spare; left out: never short."),
        new("takes", Duration, "Working time."),
    ], Things: true);

    private static readonly Shape.Record Inspection = new("an inspection", [
        new("every", Duration, "Operating hours between two.", Required: true),
        new("since", Duration, "Operating hours since the last, at the start."),
        new("takes", Duration, "Working time."),
        new("crew", Crew, "Who does it."),
        new("at", Site, "Where."),
    ], Things: true);

    private static readonly Shape.Record Upkeep = new("upkeep", [
        new("per-hour", Duration, "Maintenance hours per operating hour.", Required: true),
        new("crew", Crew, "Who does it."),
    ], Things: true);

    private static readonly Shape.Record Joining = new("a joining", [
        new("when", Date, "The day.", Required: true),
        new("size", Count, "How many members."),
        new("teams", Count, "How many teams."),
    ], Things: true);

    private static readonly Shape.Record Fleet = new("a fleet", [
        new("at", Site, "Where it is.", Required: true),
        new("size", Count, "Members.", Required: true),
        new("operates", new Shape.Value(Measure.DutyCycle), "Operating time, while available. Default 24 h per day."),
        new("parts", new Shape.Map(KeyKind.Reference, Count, "items"), "Parts a member has, by item."),
        new("missing", new Shape.Map(KeyKind.Reference, Count, "items"), "Members that start without one."),
        new("inspections", new Shape.Map(KeyKind.Name, Inspection), "By operating hours."),
        new("upkeep", Upkeep, "Work asked for by operating."),
        new("joins", new Shape.Map(KeyKind.Name, Joining), "Members that come."),
        new("leaves", new Shape.Map(KeyKind.Name, Joining), "Members that go."),
        new("losses-per-month", new Shape.Value(Measure.Factor), "Of the whole fleet, per 30.4375 d."),
        new("cannibalize", new Shape.Flag(), "Take parts from a member that waits already."),
    ], Things: true);

    private static readonly Shape.Record CrewShape = new("a crew", [
        new("at", Site, "Where it works."),
        new("teams", Count, "Jobs at once.", Required: true),
        new("works", new Shape.Value(Measure.DutyCycle), "Working hours, from 08:00. Default around the clock."),
        new("only-at", new Shape.List(new Shape.Text()), "Tags of the sites where it may work."),
        new("joins", new Shape.Map(KeyKind.Name, Joining), "Teams that come."),
        new("leaves", new Shape.Map(KeyKind.Name, Joining), "Teams that go."),
    ], Things: true);

    /// <summary>What readiness adds to an item.</summary>
    public static ImmutableArray<Key> ItemKeys =>
    [
        new("fails", Duration, "Life in operating hours of a fitted unit.", Pending: true),
        new("ages", new Shape.Word(["operating", "always"]), "What wears it. Default operating.", Pending: true),
        new("age", Duration, "Of the units fitted at the start. Default new.", Pending: true),
        new("repair", Repair, "Where and how it is repaired.", Pending: true),
        new("replace", Replace, "Fitting the spare.", Pending: true),
        new(
            "removals",
            new Shape.Map(KeyKind.Reference, Rate, "sites"),
            "A stream of removals without a fleet.",
            Pending: true),
    ];

    /// <summary>What readiness adds to a stock.</summary>
    public static ImmutableArray<Key> StockKeys =>
    [
        new("unserviceable", Count, "Units that start in the queue for repair.", Pending: true),
    ];

    public static ImmutableArray<Key> Sections =>
    [
        new(
            "fleets",
            new Shape.Map(KeyKind.Name, Fleet, "fleets"),
            "Members that need parts and people.",
            Pending: true),
        new("crews", new Shape.Map(KeyKind.Name, CrewShape, "crews"), "People, by teams.", Pending: true),
    ];
}
