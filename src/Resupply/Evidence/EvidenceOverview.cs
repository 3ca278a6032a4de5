using System.Collections.Immutable;
using Resupply.Language;
using Resupply.Values;

namespace Resupply.Evidence;

/// <summary>What the numbers of a scenario are made of, as known on a day.</summary>
/// <param name="AsOf">The day from which age is counted.</param>
/// <param name="Values">Every value that the scenario states, in file order.</param>
/// <param name="Claims">Every claim that was known, in file order.</param>
/// <param name="Conflicts">The pairs that contradict one another, each once.</param>
/// <param name="Silent">Claims gone silent, the longest first.</param>
/// <param name="Documents">The documents that could be read, by path as written.</param>
public sealed record EvidenceOverview(
    Day AsOf,
    ImmutableArray<Value> Values,
    ImmutableArray<ClaimStanding> Claims,
    ImmutableArray<Conflict> Conflicts,
    ImmutableArray<SilentClaim> Silent,
    ImmutableSortedDictionary<string, string> Documents)
{
    public const int SilentAfterDays = 28;

    /// <param name="beside">The claims that each question sets beside its answer, by question.</param>
    /// <param name="silentAfter">
    /// Days without a word from a claim's group after which it has gone silent: a promise that nobody has mentioned for
    /// so long may have been dropped without being withdrawn.
    /// </param>
    public static EvidenceOverview Of(
        EvidencePlan plan,
        ImmutableArray<Value> values,
        IReadOnlyCollection<(string Question, ImmutableArray<string> Claims)> beside,
        Day asOf,
        int silentAfter)
    {
        var resting = values
            .SelectMany(value => value.Support.Claims.Distinct().Select(claim => (claim, value.Path)))
            .ToLookup(pair => pair.claim, pair => pair.Path, StringComparer.Ordinal);
        var asked = beside
            .SelectMany(each => each.Claims.Distinct().Select(claim => (claim, each.Question)))
            .ToLookup(pair => pair.claim, pair => pair.Question, StringComparer.Ordinal);
        var groups = plan.Claims.ToLookup(plan.GroupOf, StringComparer.Ordinal);
        ImmutableArray<ClaimStanding> claims =
        [
            .. plan.Claims.Select(claim => new ClaimStanding(
                claim,
                plan.SourceOf(claim),
                plan.GradeOf(claim),
                plan.GroupOf(claim),
                [.. groups[plan.GroupOf(claim)].Where(other => other != claim).Select(other => other.Name)],
                plan.Quotes.GetValueOrDefault(claim.Name),
                [.. resting[claim.Name]],
                [.. asked[claim.Name]],
                plan.SupersededBy(claim))),
        ];
        var byName = claims.ToDictionary(each => each.Claim.Name, StringComparer.Ordinal);
        return new EvidenceOverview(
            asOf,
            values,
            claims,
            [.. plan.Conflicts().Select(pair => new Conflict(byName[pair.One.Name], byName[pair.Other.Name]))],
            [.. SilentAmong(claims, asOf, silentAfter)],
            plan.Documents);
    }

    /// <summary>How many say it independently of one another: the groups of the claims that stand.</summary>
    public int IndependentSources(Value value) => Claims
        .Where(each => each.Stands && value.Support.Claims.Contains(each.Claim.Name))
        .Select(each => each.Group)
        .Distinct(StringComparer.Ordinal)
        .Count();

    /// <summary>
    /// What is still to come can be dropped in silence; a price or how long a part lives cannot.
    /// </summary>
    private static bool IsPromise(string path) => path.Split('.') switch
    {
        ["shipments" or "releases" or "orders" or "lines" or "authorities" or "unknowns", ..] => true,
        ["fleets" or "crews", _, "joins", ..] => true,
        _ => false,
    };

    private static IEnumerable<SilentClaim> SilentAmong(
        ImmutableArray<ClaimStanding> claims, Day asOf, int silentAfter)
    {
        var heard = claims
            .Where(each => each.Claim.KnownOn <= asOf)
            .GroupBy(each => each.Group, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Max(each => each.Claim.KnownOn!.Value));
        return from each in claims
               where each.Stands && each.Values.Any(IsPromise) && each.Claim.KnownOn <= asOf
               let days = asOf - heard[each.Group]
               where days > silentAfter
               orderby days descending
               select new SilentClaim(each, heard[each.Group], days);
    }
}
