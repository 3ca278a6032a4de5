using System.Collections.Immutable;
using Resupply.Language;
using Resupply.Values;

namespace Resupply.Evidence;

/// <summary>Who said something, and where it can be read.</summary>
/// <param name="Document">Null where it states none, or had not been published.</param>
/// <param name="Title">Its name in the file where it has no title.</param>
/// <param name="Reliability">A to F, as in the Admiralty grading; F: cannot be judged. Null: not stated.</param>
/// <param name="Group">Sources of one group repeat one another; by itself, its own name.</param>
public sealed record Source(
    string Name, string Title, Day? Published, string? Document, char? Reliability, string Group, Span At);

/// <summary>Something that was said.</summary>
/// <param name="Source">The name of its source; empty where there is none.</param>
/// <param name="Credibility">1 to 6, as in the Admiralty grading; 6: cannot be judged. Null: not stated.</param>
/// <param name="KnownOn">When it became known: as stated, else when its source was published; null: always.</param>
/// <param name="Withdrawn">When it was taken back; null where it stands.</param>
public sealed record Claim(
    string Name,
    string Source,
    string? Quote,
    char? Credibility,
    Day? KnownOn,
    Day? Withdrawn,
    ImmutableArray<string> Contradicts,
    ImmutableArray<string> Supersedes,
    Span At,
    Span QuoteAt)
{
    /// <summary>Where the file says so.</summary>
    public Span WithdrawnAt { get; init; } = At;
}

/// <summary>What is known of sources and claims on a day.</summary>
/// <param name="Claims">Those that had become known, in file order.</param>
/// <param name="Later">The names of those that had not.</param>
public sealed record EvidencePlan(
    ImmutableArray<Source> Sources, ImmutableArray<Claim> Claims, ImmutableArray<string> Later)
{
    public static readonly EvidencePlan None = new([], [], []);

    /// <summary>When which claim became known or was taken back, those that had not, too.</summary>
    public ImmutableArray<News> News { get; init; } = [];

    /// <summary>What became of each claim's quote, by claim; none where it has no quote.</summary>
    public ImmutableSortedDictionary<string, QuoteCheck> Quotes { get; init; } =
        ImmutableSortedDictionary.Create<string, QuoteCheck>(StringComparer.Ordinal);

    /// <summary>The documents that could be read, by path as written.</summary>
    public ImmutableSortedDictionary<string, string> Documents { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    private Dictionary<string, Claim> ClaimsByName { get; } = ByName(Claims, claim => claim.Name);

    private Dictionary<string, Source> SourcesByName { get; } = ByName(Sources, source => source.Name);

    /// <summary>By claim, those that replace it; one that was withdrawn replaces nothing.</summary>
    private ILookup<string, string> Newer { get; } = (
        from newer in Claims
        where newer.Withdrawn is null
        from older in newer.Supersedes.Distinct()
        where older != newer.Name
        select new Replaced(older, newer.Name))
        .ToLookup(claim => claim.Name, claim => claim.By, StringComparer.Ordinal);

    /// <summary>What takes its probability from the grade of its claim, in file order.</summary>
    public ImmutableArray<GradedValue> Graded { get; init; } = [];

    public Claim? ClaimNamed(string name) => ClaimsByName.GetValueOrDefault(name);

    public Source? SourceOf(Claim claim) => SourcesByName.GetValueOrDefault(claim.Source);

    /// <summary>`B2`; null where one of both is not stated.</summary>
    public string? GradeOf(Claim claim) =>
        SourceOf(claim)?.Reliability is { } reliability && claim.Credibility is { } credibility
            ? $"{reliability}{credibility}"
            : null;

    /// <summary>Who says it independently of others; a claim without a source is its own.</summary>
    public string GroupOf(Claim claim) => SourceOf(claim)?.Group ?? $"claim {claim.Name}";

    /// <summary>The claims that replace it.</summary>
    public ImmutableArray<string> SupersededBy(Claim claim) => [.. Newer[claim.Name]];

    /// <summary>Neither withdrawn nor superseded.</summary>
    public bool Stands(Claim claim) => claim.Withdrawn is null && !Newer.Contains(claim.Name);

    /// <summary>The value without claims that were not known yet.</summary>
    public Value KnownOf(Value value) => Later.IsEmpty || !value.Support.Claims.Any(claim => Later.Contains(claim))
        ? value
        : value with
        {
            Support = value.Support with { Claims = value.Support.Claims.RemoveAll(claim => Later.Contains(claim)) },
        };

    /// <summary>The pairs that cannot hold together, each once, in file order.</summary>
    public IEnumerable<(Claim One, Claim Other)> Conflicts()
    {
        var told = new HashSet<(string, string)>();
        foreach (var one in Claims)
        {
            foreach (var name in one.Contradicts)
            {
                if (name == one.Name || ClaimNamed(name) is not { } other) continue;
                if (told.Contains((name, one.Name)) || !told.Add((one.Name, name))) continue;
                yield return (one, other);
            }
        }
    }

    private static Dictionary<string, T> ByName<T>(ImmutableArray<T> things, Func<T, string> nameOf) =>
        things.DistinctBy(nameOf, StringComparer.Ordinal).ToDictionary(nameOf, StringComparer.Ordinal);

    private sealed record Replaced(string Name, string By);
}

/// <summary>What became of a quote. Closed: the cases below are all.</summary>
public abstract record QuoteCheck
{
    /// <param name="Line">Of the document, counted from 1.</param>
    /// <param name="From">The place of its first character in the document's text.</param>
    /// <param name="To">The place after its last.</param>
    public sealed record Found(string Document, int Line, int From, int To) : QuoteCheck;

    /// <param name="Passage">The words that come nearest; null where none is near.</param>
    /// <param name="Line">Where they stand, counted from 1; 0 where none does.</param>
    public sealed record Missing(string Document, string? Passage, int Line) : QuoteCheck;

    /// <param name="Reason">In a few words: "its source names no document".</param>
    public sealed record Unchecked(string Reason) : QuoteCheck;
}
