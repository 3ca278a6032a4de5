using Resupply.Evidence;
using Resupply.Language;
using static System.FormattableString;

namespace Resupply.Reports;

/// <summary>How claims, quotes and what rests on them are said, in the terminal and on the page alike.</summary>
internal static class EvidenceWords
{
    private const int ListedMax = 6;

    public static string Name(Basis basis) => basis.ToString().ToLowerInvariant();

    /// <summary>"Senior official, in a national daily, 2024-11-08": who said it, and when it became known.</summary>
    public static string From(ClaimStanding standing)
    {
        var source = standing.Source?.Title ?? "no source";
        return standing.Claim.KnownOn is { } day ? $"{source}, {day}" : source;
    }

    /// <summary>"B2"; what lacks is a question mark, and is said to.</summary>
    public static string Grade(ClaimStanding standing) =>
        $"{standing.Source?.Reliability ?? '?'}{standing.Claim.Credibility ?? '?'}";

    /// <summary>What became of it, where it does not simply stand; empty where it does.</summary>
    public static string Fate(ClaimStanding standing) => standing switch
    {
        { Claim.Withdrawn: { } day } => $"withdrawn on {day}",
        { SupersededBy: { IsEmpty: false } by } => $"superseded by {string.Join(", ", by)}",
        _ => "",
    };

    /// <summary>Where its quote stands: "sources/brief.md:12".</summary>
    public static string Place(ClaimStanding standing) => standing.Quote switch
    {
        QuoteCheck.Found found => Invariant($"{found.Document}:{found.Line}"),
        QuoteCheck.Missing missing => $"not in {missing.Document}",
        QuoteCheck.Unchecked unchecked_ => unchecked_.Reason,
        _ => "no quote",
    };

    /// <summary>What rests on it; questions beside whose answers it stands come after.</summary>
    public static string Used(ClaimStanding standing)
    {
        if (!standing.IsUsed) return "nothing rests on it";
        string[] parts =
        [
            .. standing.Values.IsEmpty ? [] : new[] { $"under {Listed(standing.Values)}" },
            .. standing.Questions.IsEmpty ? [] : new[] { $"beside {Listed(standing.Questions)}" },
        ];
        return string.Join("; ", parts);
    }

    public static string Retold(ClaimStanding standing) => standing.Retold.IsEmpty
        ? ""
        : Invariant($"group {standing.Group}, {standing.Retold.Length + 1:N0} claims");

    public static string Silence(SilentClaim silent) =>
        Invariant($"{silent.Days:N0} days without a word ({silent.LastHeard})");

    /// <summary>The first few, and how many more.</summary>
    public static string Listed(IReadOnlyCollection<string> names) => names.Count <= ListedMax
        ? string.Join(", ", names)
        : Invariant($"{string.Join(", ", names.Take(ListedMax))} and {names.Count - ListedMax:N0} more");
}
