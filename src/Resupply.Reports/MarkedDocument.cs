using Resupply.Language;

namespace Resupply.Reports;

/// <summary>
/// A source's document with the quotes of claims marked in it; of a long one the passages about them.
/// </summary>
public static class MarkedDocument
{
    /// <summary>About ten printed pages.</summary>
    private const int WholeMax = 30_000;
    private const int About = 600;

    /// <param name="quotes">Where each claim's quote stands in the text, end excluded.</param>
    /// <returns>Markup in which all that the document says is escaped.</returns>
    public static string Of(string text, IReadOnlyCollection<(string Claim, int From, int To)> quotes) =>
        Markup.Of(page =>
        {
            var passages = text.Length <= WholeMax ? [(From: 0, To: text.Length)] : PassagesOf(text, quotes);
            foreach (var (from, to) in passages)
            {
                if (from > 0) page.Add($"""<p class="left-out">…</p>""");
                page.AddRaw("<div>");
                WritePassage(page, text, from, to, quotes);
                page.AddRaw("</div>\n");
                if (to < text.Length && to == passages[^1].To) page.Add($"""<p class="left-out">…</p>""");
            }
        }).ToString();

    internal static string IdOf(string claim) => $"quote-{claim}";

    /// <summary>What lies about each quote; passages that touch are one.</summary>
    private static (int From, int To)[] PassagesOf(
        string text, IReadOnlyCollection<(string Claim, int From, int To)> quotes)
    {
        var passages = new List<(int From, int To)>();
        foreach (var (_, first, last) in quotes.OrderBy(quote => quote.From))
        {
            var (from, to) = (Whole(text, first - About), Whole(text, last + About));
            if (passages is [.., var before] && from <= before.To)
                passages[^1] = (before.From, Math.Max(before.To, to));
            else passages.Add((from, to));
        }

        return [.. passages];
    }

    /// <summary>The place, within the text and not between the halves of one character.</summary>
    private static int Whole(string text, int place)
    {
        var within = Math.Clamp(place, 0, text.Length);
        return within < text.Length && char.IsLowSurrogate(text[within]) ? within - 1 : within;
    }

    private static void WritePassage(
        Markup page, string text, int from, int to, IReadOnlyCollection<(string Claim, int From, int To)> quotes)
    {
        int[] cuts =
        [
            .. quotes.SelectMany(quote => (int[])[quote.From, quote.To]).Where(cut => cut > from && cut < to)
                .Append(from).Append(to).Distinct().Order(),
        ];
        foreach (var (start, end) in cuts.Zip(cuts.Skip(1)))
        {
            foreach (var (claim, _, _) in quotes.Where(quote => quote.From == start))
                page.AddRaw($"<span id=\"{IdOf(claim)}\"></span>");
            var cited = quotes.Where(quote => quote.From <= start && end <= quote.To).Select(quote => quote.Claim);
            var marked = string.Join(", ", cited);
            var shown = Seen(text[start..end]);
            if (marked.Length == 0) page.AddText(shown);
            else page.AddRaw($"<mark title=\"{marked}\">").AddText(shown).AddRaw("</mark>");
        }
    }

    /// <summary>Lines stay; what cannot be seen, or turns letters about, is written out.</summary>
    private static string Seen(string text) => string.Join(
        '\n', text.ReplaceLineEndings("\n").Split('\n').Select(VisibleText.Of));
}
