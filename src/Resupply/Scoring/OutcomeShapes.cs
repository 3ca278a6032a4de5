using Resupply.Language;

namespace Resupply.Scoring;

/// <summary>What may stand in a file of outcomes.</summary>
public static class OutcomeShapes
{
    public const string Yes = "yes";

    public static readonly Shape.Record Outcome = new("an outcome",
    [
        new(
            "happened",
            new Shape.Word([Yes, "no"]),
            "Of a question that was answered by a probability.",
            Example: "no"),
        new(
            "value",
            new Shape.Value(Measure.Anything),
            "The share or the quantity that it came to.",
            Example: "96%"),
        new("date", new Shape.Value(Measure.Date), "The day on which it came, or `never`.", Example: "2025-01-12"),
        new(
            "on",
            new Shape.Value(Measure.FixedDate),
            "When it was known, where that was before the question's own day: what is said from then on counts for " +
            "nothing.",
            Example: "2024-12-12"),
        new("source", new Shape.Text(), "Who says so.", Example: "the ministry's report of January"),
        new(
            "question",
            new Shape.Text(),
            "The question that it settles, where its own name is another.",
            Example: "lasts-the-year"),
        new(
            "scenario",
            new Shape.OneOf(new Shape.Text(), new Shape.List(new Shape.Text()), null),
            "Of which scenario, where several ask it: its folder, path or title.",
            Example: "winter-2024"),
        new(
            "asks",
            new Shape.Text(),
            "The question in words, where its name asked several things in turn.",
            Example: "no need of drinking goes unmet until 2025-06-30"),
        new("option", new Shape.Text(), "The course that was taken; `base` where this is left out."),
        new("world", new Shape.Text(), "The state of affairs that it was; `as-written` where this is left out."),
    ])
    {
        Choices = [new(["happened", "value", "date"], Required: true)],
    };

    public static readonly Shape.Record Top = new("a file of outcomes",
    [
        new("score", new Shape.Word(["1"]), "The version of this form.", Required: true, Example: "1"),
        new("title", new Shape.Text(), "What this is about."),
        new(
            "outcomes",
            new Shape.Map(KeyKind.Name, Outcome),
            "By question, what came of it; what is not there is open.",
            Required: true),
    ]);
}
