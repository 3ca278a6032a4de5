using System.Collections.Immutable;
using Resupply.Language;
using static System.FormattableString;

namespace Resupply.Evidence;

/// <summary>
/// Do documents lie in the scenario's folder, do quotes stand in them, do claims hold together? What is missing in
/// evidence is reported and never refuses a run; a path that leaves the folder is a mistake of another kind, and does.
/// </summary>
public static class EvidenceChecks
{
    private const int PathsShown = 3;

    /// <returns>The plan with what became of its quotes.</returns>
    internal static EvidencePlan Quotes(
        EvidencePlan plan, Form.Fields scenario, SourceDocuments documents, Diagnostics diagnostics)
    {
        var published = plan.Sources
            .Where(source => source.Document is not null).Select(source => source.Name).ToList();
        foreach (var source in scenario.MapAt("sources").Where(source => published.Contains(source.Name)))
            documents.TextOf((Form.Word)((Form.Fields)source.Form)["document"]!, diagnostics);

        var quotes = ImmutableSortedDictionary.CreateBuilder<string, QuoteCheck>(StringComparer.Ordinal);
        foreach (var claim in plan.Claims)
        {
            if (claim.Quote is not { } quote) continue;
            quotes[claim.Name] = Check(claim, quote, plan.SourceOf(claim), documents, diagnostics);
        }

        return plan with { Quotes = quotes.ToImmutable(), Documents = documents.Texts() };
    }

    private static QuoteCheck Check(
        Claim claim, string quote, Source? source, SourceDocuments documents, Diagnostics diagnostics)
    {
        if (source?.Document is not { } document) return new QuoteCheck.Unchecked("its source names no document");
        var found = documents.Find(quote, document);
        if (found is QuoteCheck.Missing missing)
        {
            diagnostics.Warn(
                claim.QuoteAt,
                $"the quote of claim `{claim.Name}` does not stand in the document of `{source.Name}`",
                missing.Passage is { } passage
                    ? Invariant($"line {missing.Line} of {document} comes nearest: \"{passage}\"")
                    : null);
        }

        return found ?? new QuoteCheck.Unchecked($"{document} was not read");
    }

    /// <summary>Claims that cannot be as they are written.</summary>
    public static void Claims(EvidencePlan plan, Diagnostics diagnostics)
    {
        foreach (var claim in plan.Claims)
        {
            if (claim.Supersedes.Contains(claim.Name))
                diagnostics.Warn(claim.At, $"claim `{claim.Name}` supersedes itself", "name the older claim");
            if (claim.Contradicts.Contains(claim.Name))
                diagnostics.Warn(claim.At, $"claim `{claim.Name}` contradicts itself", "name the other claim");
            if (plan.SourceOf(claim) is { Published: { } published } source && claim.KnownOn < published)
            {
                diagnostics.Warn(
                    claim.At,
                    $"claim `{claim.Name}` was known on {claim.KnownOn}, but its source `{source.Name}` was " +
                    $"published only on {published}",
                    "if it was said before, it has a source of that day");
            }
        }

        foreach (var circle in ClaimCircles.Of(plan))
        {
            diagnostics.Warn(
                plan.ClaimNamed(circle[0])!.At,
                $"these claims supersede one another in a circle: {Nearest.Listed(circle)}",
                "the newest supersedes the older ones, and is superseded by none");
        }
    }

    /// <summary>Values that rest on what no longer stands, or on both sides of a contradiction.</summary>
    /// <param name="values">Every value on which an answer may rest.</param>
    public static void Use(EvidencePlan plan, IReadOnlyCollection<Value> values, Diagnostics diagnostics)
    {
        var paths = (
            from value in values
            from claim in value.Support.Claims.Distinct()
            select new Ground(claim, value.Path))
            .ToLookup(ground => ground.Claim, ground => ground.Path, StringComparer.Ordinal);
        foreach (var claim in plan.Claims)
        {
            if (!paths.Contains(claim.Name)) continue;
            var by = plan.SupersededBy(claim);
            if (claim.Withdrawn is { } day)
            {
                diagnostics.Warn(
                    claim.At,
                    $"claim `{claim.Name}` was withdrawn on {day}, and {Resting(paths[claim.Name])}",
                    by.IsEmpty ? null : $"newer: {Nearest.Listed(by)}");
            }
            else if (!by.IsEmpty)
            {
                diagnostics.Warn(
                    claim.At,
                    $"claim `{claim.Name}` is superseded by {Nearest.Listed(by)}, and {Resting(paths[claim.Name])}");
            }
        }

        foreach (var (one, other) in plan.Conflicts())
        {
            if (!paths.Contains(one.Name) || !paths.Contains(other.Name)) continue;
            if (!plan.Stands(one) || !plan.Stands(other)) continue;
            diagnostics.Warn(
                one.At,
                $"claims `{one.Name}` and `{other.Name}` contradict one another, and both are used: the one by " +
                $"{Shown(paths[one.Name])}, the other by {Shown(paths[other.Name])}",
                "let the value be a range that spans both, or rest on one of them");
        }
    }

    private static string Resting(IEnumerable<string> paths) =>
        $"{Shown(paths)} {(paths.Count() == 1 ? "rests" : "rest")} on it";

    private static string Shown(IEnumerable<string> paths)
    {
        var all = paths.ToArray();
        var shown = string.Join(", ", all.Take(PathsShown).Select(path => $"`{path}`"));
        return all.Length > PathsShown ? shown + Invariant($" and {all.Length - PathsShown:N0} more") : shown;
    }

    /// <summary>What is written and of no use yet, and what is not graded.</summary>
    /// <param name="cited">Every claim that is named anywhere as the reason of a value or beside a question.</param>
    public static void Unused(EvidencePlan plan, IReadOnlySet<string> cited, Diagnostics diagnostics)
    {
        var linked = plan.Claims
            .SelectMany(claim => claim.Supersedes.Concat(claim.Contradicts).Where(name => name != claim.Name))
            .Concat(plan.Claims.Where(Links).Select(claim => claim.Name))
            .ToHashSet(StringComparer.Ordinal);
        Tell(
            [.. plan.Claims.Where(each => !cited.Contains(each.Name) && !linked.Contains(each.Name))
                .Select(each => new Named(each.Name, each.At))],
            "no value and no question rests on",
            "claim",
            "claims: [name] beside a value, claimed: [name] in a question",
            diagnostics);
        var used = plan.Claims.Select(claim => claim.Source).ToHashSet(StringComparer.Ordinal);
        if (plan.Later.IsEmpty)
        {
            Tell(
                [.. plan.Sources.Where(each => !used.Contains(each.Name))
                    .Select(each => new Named(each.Name, each.At))],
                "no claim is from", "source", null, diagnostics);
        }

        Tell(
            [.. plan.Claims.Where(each => each.Credibility is null).Select(each => new Named(each.Name, each.At))],
            "no credibility is stated for", "claim", "1 to 6; 6 says that it cannot be judged", diagnostics);
        Tell(
            [.. plan.Sources.Where(each => each.Reliability is null).Select(each => new Named(each.Name, each.At))],
            "no reliability is stated for", "source", "A to F; F says that it cannot be judged", diagnostics);
    }

    /// <summary>It says something of another claim, and is of use for that.</summary>
    private static bool Links(Claim claim) =>
        claim.Supersedes.Concat(claim.Contradicts).Any(name => name != claim.Name);

    private static void Tell(
        ImmutableArray<Named> found, string what, string of, string? hint, Diagnostics diagnostics)
    {
        if (found.IsEmpty) return;
        var names = Nearest.Listed([.. found.Select(each => each.Name)]);
        diagnostics.Note(found[0].At, $"{what} {of}{(found.Length == 1 ? "" : "s")} {names}", hint);
    }

    private sealed record Ground(string Claim, string Path);

    private sealed record Named(string Name, Span At);
}
