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
        new Shape.Reference("crews"), new Shape.List(new Shape.Reference("crews"), NotEmpty: true), null);

    private static readonly ImmutableArray<string> Numbers =
        ["size", "teams", "members", "number", "count", "quantity"];

    private static readonly ImmutableArray<Key> RepairKeys =
    [
        new("at", new Shape.Reference("sites", Or: "here"), "Where it is repaired; `here`: the site of the removal."),
        new("crew", Crew, "Who repairs it; left out: never short."),
        new("takes", Duration, "Working time of a repair.") { AlsoCalled = ["mttr", "time", "duration"] },
        new("condemned", Probability, "Found beyond repair at the job's end.") { AlsoCalled = ["scrapped", "lost"] },
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

    private static readonly Shape Members = new Shape.Map(KeyKind.Name, new Shape.Record("a change of members", [
        new("when", Date, "The day.", Required: true),
        new("size", Count, "How many members.", Required: true) { AlsoCalled = Numbers },
    ], Things: true));

    private static readonly Shape Teams = new Shape.Map(KeyKind.Name, new Shape.Record("a change of teams", [
        new("when", Date, "The day.", Required: true),
        new("teams", Count, "How many teams.", Required: true) { AlsoCalled = Numbers },
    ], Things: true));

    private static readonly Shape.Record Fleet = new("a fleet", [
        new("at", Site, "Where it is.", Required: true),
        new("size", Count, "Members.", Required: true) { AlsoCalled = Numbers },
        new("operates", new Shape.Value(Measure.DutyCycle), "Operating time, while available. Default 24 h per day."),
        new("parts", new Shape.Map(KeyKind.Reference, Count, "items"), "Parts a member has, by item."),
        new("missing", new Shape.Map(KeyKind.Reference, Count, "items"), "Members that start without one."),
        new("inspections", new Shape.Map(KeyKind.Name, Inspection), "By operating hours."),
        new("upkeep", Upkeep, "Work asked for by operating."),
        new("joins", Members, "Members that come."),
        new("leaves", Members, "Members that go."),
        new("losses-per-month", new Shape.Value(Measure.Factor), "Of the whole fleet, per 30.4375 d."),
        new("cannibalize", new Shape.Flag(), "Take parts from a member that waits already.")
        {
            AlsoCalled = ["cannibalise", "cannibalizes"],
        },
    ], Things: true);

    private static readonly Shape.Record CrewShape = new("a crew", [
        new("at", Site, "Where it works."),
        new("teams", Count, "Jobs at once.", Required: true) { AlsoCalled = Numbers },
        new("works", new Shape.Value(Measure.DutyCycle), "Working hours, from 08:00. Default around the clock.")
        {
            AlsoCalled = ["hours", "shift"],
        },
        new("only-at", new Shape.List(new Shape.Text(), NotEmpty: true), "Tags of the sites where it may work."),
        new("joins", Teams, "Teams that come."),
        new("leaves", Teams, "Teams that go."),
    ], Things: true);

    /// <summary>What readiness adds to an item.</summary>
    public static ImmutableArray<Key> ItemKeys { get; } =
    [
        new("fails", Duration, "Life in operating hours of a fitted unit.")
        {
            AlsoCalled = ["mtbf", "mttf", "life", "lifetime"],
        },
        new("ages", new Shape.Word(["operating", "always"]), "What wears it. Default operating."),
        new("age", Duration, "Of the units fitted at the start. Default new."),
        new("repair", Repair, "Where and how it is repaired."),
        new("replace", Replace, "Fitting the spare."),
        new("removals", new Shape.Map(KeyKind.Reference, Rate, "sites"), "A stream of removals without a fleet."),
    ];

    /// <summary>What readiness adds to a stock.</summary>
    public static ImmutableArray<Key> StockKeys { get; } =
    [
        new("unserviceable", Count, "Units that start in the queue for repair."),
    ];

    public static ImmutableArray<Key> Sections { get; } =
    [
        new("fleets", new Shape.Map(KeyKind.Name, Fleet, "fleets"), "Members that need parts and people."),
        new("crews", new Shape.Map(KeyKind.Name, CrewShape, "crews"), "People, by teams."),
    ];
}
