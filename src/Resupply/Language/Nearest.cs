namespace Resupply.Language;

/// <summary>Which known word somebody probably meant.</summary>
public static class Nearest
{
    private const int LengthMax = 64;
    private const int CandidatesMax = 5_000;

    /// <summary>The closest candidate; null where none is close enough to be worth a hint.</summary>
    /// <remarks>Of several equally close the first, so that the message does not depend on chance.</remarks>
    public static string? To(string word, IEnumerable<string> candidates)
    {
        if (word.Length is 0 or > LengthMax) return null;
        string? best = null;
        var bestDistance = Math.Max(1, word.Length / 3) + 1;
        foreach (var candidate in candidates.Take(CandidatesMax))
        {
            if (Math.Abs(candidate.Length - word.Length) >= bestDistance) continue;
            var distance = Distance(word.ToLowerInvariant().Replace('_', '-'), candidate);
            if (distance >= bestDistance || distance >= Math.Max(word.Length, candidate.Length)) continue;
            (best, bestDistance) = (candidate, distance);
        }

        return best;
    }

    /// <summary>The hint "did you mean `x`?"; else the names there are.</summary>
    public static string HintFor(string word, IReadOnlyCollection<string> candidates, string none)
    {
        if (To(word, candidates) is { } near) return $"did you mean `{near}`?";
        if (candidates.Count == 0) return none;
        return $"there {(candidates.Count == 1 ? "is" : "are")}: {Listed(candidates)}";
    }

    /// <summary>The first dozen, in backticks.</summary>
    public static string Listed(IReadOnlyCollection<string> words)
    {
        const int shown = 12;
        var list = string.Join(", ", words.Take(shown).Select(word => $"`{word}`"));
        return words.Count > shown ? list + ", …" : list;
    }

    /// <summary>
    /// Insertions, deletions, substitutions and swaps of neighbours that turn one word into the other.
    /// </summary>
    /// <remarks>Optimal string alignment: Damerau, "A technique for computer detection and correction of spelling
    /// errors", CACM 7(3), 1964, in the recurrence of Wagner &amp; Fischer, JACM 21(1), 1974.</remarks>
    public static int Distance(string a, string b)
    {
        var distance = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) distance[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) distance[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var substitution = distance[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                var least = Math.Min(substitution, Math.Min(distance[i - 1, j], distance[i, j - 1]) + 1);
                var swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                distance[i, j] = swapped ? Math.Min(least, distance[i - 2, j - 2] + 1) : least;
            }
        }

        return distance[a.Length, b.Length];
    }
}
