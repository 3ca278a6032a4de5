namespace Resupply.Language;

/// <summary>The parts of the top level that belong to no capability.</summary>
public static class LanguageShapes
{
    public static readonly Shape.Record Calendar = new("the calendar",
    [
        new("from", new Shape.Value(Measure.FixedDate), "The first day, included.", Required: true, "2024-11-09"),
        new("to", new Shape.Value(Measure.FixedDate), "The last day, included.", Required: true, "2025-04-30"),
    ]);

    public static readonly Key Format =
        new("resupply", new Shape.Word(["1"]), "The version of the format.", Required: true, "1");

    public static readonly Key Title =
        new("title", new Shape.Text(), "What the scenario is about, in one line.", Required: true, "Winter 2024");

    public static readonly Key CalendarKey =
        new("calendar", Calendar, "The days that are played.", Required: true, "{ from: 2024-11-09, to: 2025-04-30 }");

    public static readonly Key Today =
        new("today", new Shape.Value(Measure.FixedDate), "Facts are known up to this day; else the calendar's first.");

    public static readonly Key Currency =
        new("currency", new Shape.Text(), "The unit of every sum of money.", Example: "USD");

    public static readonly Key Deadlines = new(
        "deadlines",
        new Shape.Map(KeyKind.Name, new Shape.Value(Measure.FixedDate), "deadlines"),
        "Dates with names.", Example: "{ year-end: 2024-12-31 }");

    public static readonly Key Unknowns = new(
        "unknowns",
        new Shape.Map(KeyKind.Name, new Shape.Value(Measure.Anything), "unknowns"),
        "What is not known: drawn once per replication, the same for every use.",
        Example: "{ interceptors: 500..800 }");

    public static readonly Key Worlds = new(
        "worlds",
        new Shape.Map(KeyKind.Name, new Shape.Patch(), "worlds"),
        "States of affairs that nobody gives a probability to, each a merge patch.");

    public static readonly Key Options = new(
        "options",
        new Shape.Map(KeyKind.Name, new Shape.Patch(), "options"),
        "Courses of action, each a merge patch.");
}
