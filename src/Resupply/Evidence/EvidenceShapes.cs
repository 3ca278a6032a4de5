using System.Collections.Immutable;
using Resupply.Language;

namespace Resupply.Evidence;

/// <summary>
/// What may stand under `sources`, `claims` and `grades`. Nothing is required: what lacks is reported, not refused.
/// </summary>
public static class EvidenceShapes
{
    private static readonly Shape Date = new Shape.Value(Measure.FixedDate);
    private static readonly Shape ClaimNames = new Shape.OneOf(
        new Shape.Reference("claims"), new Shape.List(new Shape.Reference("claims")), null);

    public static readonly Shape.Record Source = new("a source",
    [
        new("title", new Shape.Text(), "Who said it, and where.", Example: "Senior official, in a national daily"),
        new("published", Date, "When it was published.", Example: "2024-11-08"),
        new(
            "document",
            new Shape.Text(),
            "The file with its words, in the scenario's folder.",
            Example: "sources/brief.md"),
        new(
            "reliability", new Shape.Word(["A", "B", "C", "D", "E", "F"]), "Of the source, from A to F.", Example: "B"),
        new("group", new Shape.Text(), "Sources of one group are not independent of each other.", Example: "wsj"),
    ]);

    public static readonly Shape.Record Claim = new("a claim",
    [
        new("source", new Shape.Reference("sources"), "Where it is from.", Example: "officials"),
        new(
            "quote",
            new Shape.Text(),
            "The words, as they stand in the source's document.",
            Example: "over five hundred"),
        new("credibility", new Shape.Word(["1", "2", "3", "4", "5", "6"]), "Of the claim, from 1 to 6.", Example: "2"),
        new("known-on", Date, "When it became known.", Example: "2024-11-08"),
        new("withdrawn", Date, "When it was taken back.", Example: "2024-11-08"),
        new("contradicts", ClaimNames, "Claims that cannot hold together with it.", Example: "[contractors]"),
        new("supersedes", ClaimNames, "Claims that it replaces.", Example: "an-older-claim"),
    ]);

    public static readonly ImmutableArray<Key> Keys =
    [
        new("sources", new Shape.Map(KeyKind.Name, Source, "sources"), "Where claims come from."),
        new("claims", new Shape.Map(KeyKind.Name, Claim, "claims"), "What was said, and how good it is."),
        new(
            "grades",
            new Shape.Map(KeyKind.Grade, new Shape.Value(Measure.Probability)),
            "The probability that stands for each grade, for `confirmed: graded` only.", Example: "{ B2: 90% }"),
    ];
}
