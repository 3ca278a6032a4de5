using System.Collections.Immutable;

namespace Resupply.Evidence;

/// <summary>Claims that supersede one another in a circle; one that supersedes itself is another mistake.</summary>
internal static class ClaimCircles
{
    /// <summary>Each circle once, from the claim of it that is met first.</summary>
    public static IEnumerable<ImmutableArray<string>> Of(EvidencePlan plan)
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var claim in plan.Claims)
        {
            if (CircleFrom(claim, plan, done) is { } circle) yield return circle;
        }
    }

    /// <summary>Depth first, without recursion: chains may be long.</summary>
    private static ImmutableArray<string>? CircleFrom(Claim first, EvidencePlan plan, HashSet<string> done)
    {
        var path = new List<(Claim Claim, int Next)> { (first, 0) };
        var onPath = new Dictionary<string, int>(StringComparer.Ordinal) { [first.Name] = 0 };
        if (!done.Add(first.Name)) return null;
        ImmutableArray<string>? found = null;
        while (path.Count > 0)
        {
            var (claim, next) = path[^1];
            if (next == claim.Supersedes.Length)
            {
                path.RemoveAt(path.Count - 1);
                onPath.Remove(claim.Name);
                continue;
            }

            path[^1] = (claim, next + 1);
            var older = claim.Supersedes[next];
            if (older == claim.Name) continue;
            if (onPath.TryGetValue(older, out var from))
            {
                found ??= [.. path.Skip(from).Select(each => each.Claim.Name)];
            }
            else if (plan.ClaimNamed(older) is { } step && done.Add(older))
            {
                onPath[older] = path.Count;
                path.Add((step, 0));
            }
        }

        return found;
    }
}
