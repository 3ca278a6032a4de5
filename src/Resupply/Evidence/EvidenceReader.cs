using System.Collections.Immutable;
using Resupply.Language;
using Resupply.Values;

namespace Resupply.Evidence;

/// <summary>From the form of a scenario to its sources and claims.</summary>
public static class EvidenceReader
{
    /// <param name="known">What became known later is left out; null: all of it counts.</param>
    public static EvidencePlan Read(Form.Fields scenario, Knowledge? known)
    {
        var sources = scenario.MapAt("sources").Select(SourceOf).ToImmutableArray();
        var byName = sources.ToDictionary(source => source.Name);
        var all = scenario.MapAt("claims").Select(claim => ClaimOf(claim, byName)).ToImmutableArray();
        return new EvidencePlan(
            [.. sources.Select(source => Has(source.Published, source.At) ? source : source with { Document = null })],
            [.. all.Where(IsKnown).Select(AsItStood)],
            [.. all.Where(claim => !IsKnown(claim)).Select(claim => claim.Name)])
        {
            News = [.. all.SelectMany(NewsOf)],
        };

        bool Has(Day? day, Span at) => day is not { } on || known is not { } by || by.Has(on, at);

        bool IsKnown(Claim claim) => Has(claim.KnownOn, claim.At);

        Claim AsItStood(Claim claim) =>
            Has(claim.Withdrawn, claim.WithdrawnAt) ? claim : claim with { Withdrawn = null };
    }

    private static IEnumerable<News> NewsOf(Claim claim)
    {
        if (claim.KnownOn is { } known) yield return new News(NewsKind.Claim, $"claims.{claim.Name}", known, claim.At);
        if (claim.Withdrawn is { } day)
            yield return new News(NewsKind.Withdrawal, $"claims.{claim.Name}", day, claim.WithdrawnAt);
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

    private static Claim ClaimOf(Form.Named entry, Dictionary<string, Source> sources)
    {
        var fields = entry.Form as Form.Fields;
        var source = fields?.TextAt("source") ?? "";
        return new Claim(
            entry.Name,
            source,
            fields?.TextAt("quote"),
            fields?.TextAt("credibility") is [var credibility] ? credibility : null,
            DayAt(fields, "known-on") ?? sources.GetValueOrDefault(source)?.Published,
            DayAt(fields, "withdrawn"),
            NamesAt(fields, "contradicts"),
            NamesAt(fields, "supersedes"),
            entry.NameAt,
            fields?["quote"]?.At ?? entry.NameAt)
        {
            WithdrawnAt = fields?["withdrawn"]?.At ?? entry.NameAt,
        };
    }

    private static ImmutableArray<string> NamesAt(Form.Fields? fields, string key) =>
        fields is null ? [] : [.. fields.WordsAt(key).Where(word => !word.Missing).Select(word => word.Text)];

    private static Day? DayAt(Form.Fields? fields, string key) =>
        fields?.ValueAt(key) is { Fixed: { } number } && double.IsFinite(number)
            ? new Day((int)Rounding.HalfUp(number))
            : null;
}
