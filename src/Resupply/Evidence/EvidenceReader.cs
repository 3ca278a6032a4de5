using System.Collections.Immutable;
using Resupply.Language;
using Resupply.Values;

namespace Resupply.Evidence;

/// <summary>From the form of a scenario to its sources and claims.</summary>
public static class EvidenceReader
{
    /// <param name="knownOn">What became known later is left out; null: all of it counts.</param>
    public static EvidencePlan Read(Form.Fields scenario, Day? knownOn)
    {
        ImmutableArray<Source> sources = [.. scenario.MapAt("sources").Select(SourceOf)];
        var published = sources.ToDictionary(source => source.Name, source => source.Published);
        var all = scenario.MapAt("claims").Select(claim => ClaimOf(claim, published)).ToArray();
        var (known, later) = (all.Where(IsKnown), all.Where(claim => !IsKnown(claim)));
        return new EvidencePlan(
            sources,
            [.. known.Select(claim => claim.Withdrawn > knownOn ? claim with { Withdrawn = null } : claim)],
            [.. later.Select(claim => claim.Name)]);

        bool IsKnown(Claim claim) => knownOn is null || claim.KnownOn is null || claim.KnownOn <= knownOn;
    }

    private static Source SourceOf(Form.Named entry)
    {
        var fields = entry.Form as Form.Fields;
        return new Source(
            entry.Name,
            fields?.TextAt("title") ?? entry.Name,
            DayAt(fields, "published"),
            fields?.TextAt("document"),
            fields?.TextAt("reliability") is [var reliability] ? reliability : null,
            fields?.TextAt("group") ?? entry.Name,
            entry.NameAt);
    }

    private static Claim ClaimOf(Form.Named entry, Dictionary<string, Day?> published)
    {
        var fields = entry.Form as Form.Fields;
        var source = fields?.TextAt("source") ?? "";
        return new Claim(
            entry.Name,
            source,
            fields?.TextAt("quote"),
            fields?.TextAt("credibility") is [var credibility] ? credibility : null,
            DayAt(fields, "known-on") ?? published.GetValueOrDefault(source),
            DayAt(fields, "withdrawn"),
            NamesAt(fields, "contradicts"),
            NamesAt(fields, "supersedes"),
            entry.NameAt,
            fields?["quote"]?.At ?? entry.NameAt);
    }

    private static ImmutableArray<string> NamesAt(Form.Fields? fields, string key) =>
        fields is null ? [] : [.. fields.WordsAt(key).Where(word => !word.Missing).Select(word => word.Text)];

    private static Day? DayAt(Form.Fields? fields, string key) =>
        fields?.ValueAt(key) is { Fixed: { } number } && double.IsFinite(number)
            ? new Day((int)Rounding.HalfUp(number))
            : null;
}
