using Resupply.Language;

namespace Resupply.Answers;

/// <summary>What may be asked: each question has one leading key.</summary>
public static class QuestionShapes
{
    private static readonly Shape FixedDate = new Shape.Value(Measure.FixedDate);

    /// <summary>
    /// The leading keys, what each names, whether a list may stand there, and the keys that go with it.
    /// </summary>
    public static readonly Leading[] Leadings =
    [
        new("covered", "demands", true, ["until"], "No need went unmet up to and including a day."),
        new("met", "demands", true, ["until", "at-least"], "Units met on their day over units needed."),
        new("unmet", "demands", true, ["until"], "Units unmet on their day."),
        new("backlog", "demands", false, ["when"], "Units that wait at a day's end."),
        new("shortage", "demands", true, [], "The day of the first unmet need."),
        new("on-hand", "items", false, ["at", "when", "at-least", "net"], "The stock at a day's end."),
        new("days-of-supply", "items", false, ["at", "when"], "On hand over the need expected in the 30 days after."),
        new("backorders", "items", false, ["at", "when", "between"], "Units waited for; between two days, on average."),
        new(
            "arrived",
            "shipments",
            true,
            ["by", "at-least"],
            "The share, or the units, of what was promised that came."),
        new("available", "fleets", false, ["when", "between", "at-least"], "Members that can be used."),
        new("busy", "crews", false, ["when", "between"], "Working time in use."),
        new("delivered", "orders", true, ["by", "at-least"], "As arrived, for orders."),
        new("late", "orders", true, ["until"], "Unit-days owed."),
        new("spent", "authorities", false, ["by"], "Share of an authority that was used."),
        new("left", "authorities", false, ["by"], "Money left of an authority."),
    ];

    public static Shape.Record Question { get; } = new("a question", [
        .. Leadings.Select(KeyOf),
        new("at", new Shape.Reference("sites"), "The site of the stock."),
        new("until", FixedDate, "Up to and including this day."),
        new("when", FixedDate, "At 24:00 of this day."),
        new("by", FixedDate, "At 24:00 of this day."),
        new("between", new Shape.List(FixedDate), "Both days and all between: [2025-01-01, 2025-03-31]."),
        new(
            "at-least",
            new Shape.Value(Measure.Threshold),
            "A share as 95%, or a number of units: asks for a probability."),
        new("net", new Shape.Flag(), "Less what waits."),
        new(
            "claimed",
            new Shape.OneOf(
                null,
                new Shape.List(new Shape.Reference("claims")),
                new Shape.Map(KeyKind.Reference, new Shape.Value(Measure.Probability), "claims")),
            "Statements by others, to stand beside the answer; from each to the probability that it gives, if it does.",
            Example: "{ officials-say: 90% }"),
    ]);

    private static Key KeyOf(Leading leading)
    {
        var one = new Shape.Reference(leading.Section);
        return new Key(
            leading.Key, leading.Several
                ? new Shape.OneOf(one, new Shape.List(one), null)
                : one, leading.About, Pending: leading.Pending);
    }
}

/// <param name="Several">A list of names may stand there.</param>
/// <param name="With">The keys that may go with it, beside `claimed`.</param>
public sealed record Leading(
    string Key, string Section, bool Several, string[] With, string About, bool Pending = false);
