using System.Runtime.InteropServices;

namespace Resupply.Evidence;

/// <summary>
/// The place of a document that has most of a quote's words close together. A window as long as the quote slides over
/// the document; a word counts the more, the rarer it is there. Time grows with the document's words, not with their
/// product with the quote's.
/// </summary>
internal sealed class NearestPassage
{
    private const int WordsAbout = 2;
    private const long WeightMax = 1_000_000;

    private readonly FoldedText text;
    private readonly List<(int From, int To)> places = [];
    private readonly List<int> words = [];
    private readonly Dictionary<string, int> numbers = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<int> counts = [];

    public NearestPassage(FoldedText text)
    {
        this.text = text;
        var known = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var (from, to) in WordsOf(text.Text))
        {
            var word = text.Text.AsSpan(from, to - from);
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(known, word, out var exists);
            if (!exists)
            {
                number = counts.Count;
                counts.Add(0);
            }

            counts[number]++;
            places.Add((from, to));
            words.Add(number);
        }
    }

    /// <summary>
    /// From where to where, in the folded text, with a few words before and after, and where the first of its own words
    /// stands; null where less than half of the words stand together.
    /// </summary>
    public (int From, int Own, int To)? To(string quote)
    {
        var asked = new Dictionary<int, int>();
        var length = 0;
        foreach (var (from, to) in WordsOf(quote))
        {
            length++;
            if (!numbers.TryGetValue(quote[from..to], out var number)) continue;
            asked[number] = asked.GetValueOrDefault(number) + 1;
        }

        if (asked.Count == 0 || Best(asked, Math.Min(length, words.Count)) is not { } best) return null;
        if (best.Hits * 2 < length) return null;
        var (first, last) = (best.First, Math.Min(words.Count, best.First + length) - 1);
        while (!asked.ContainsKey(words[first])) first++;
        while (!asked.ContainsKey(words[last])) last--;
        var end = places[Math.Min(words.Count - 1, last + WordsAbout)].To;
        return (places[Math.Max(0, first - WordsAbout)].From, places[first].From, end);
    }

    private (int First, int Hits)? Best(Dictionary<int, int> asked, int length)
    {
        var left = new Dictionary<int, int>(asked);
        var (hits, weight, best, bestWeight) = (0, 0L, ((int, int)?)null, 0L);
        for (var i = 0; i < words.Count; i++)
        {
            if (i >= length && asked.ContainsKey(words[i - length]) && ++left[words[i - length]] > 0)
                (hits, weight) = (hits - 1, weight - WeightOf(words[i - length]));
            if (asked.ContainsKey(words[i]) && --left[words[i]] >= 0)
                (hits, weight) = (hits + 1, weight + WeightOf(words[i]));
            if (i >= length - 1 && weight > bestWeight) (best, bestWeight) = ((i - length + 1, hits), weight);
        }

        return best;
    }

    private long WeightOf(int word) => WeightMax / counts[word];

    private static IEnumerable<(int From, int To)> WordsOf(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsLetterOrDigit(text[at])) continue;
            var from = at;
            while (at < text.Length && text[at] != ' ' && IsOfWord(text, at)) at++;
            yield return (from, at);
        }
    }

    /// <summary>A letter, an accent, or what stands between two digits: 7.1.</summary>
    private static bool IsOfWord(string text, int at) =>
        char.IsLetterOrDigit(text[at])
        || text[at] >= '\u0300'
        || (at + 1 < text.Length && text[at] is '.' or ',' && char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1]));
}
