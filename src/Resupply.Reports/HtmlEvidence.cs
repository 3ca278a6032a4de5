using System.Collections.Immutable;
using Resupply.Evidence;

namespace Resupply.Reports;

/// <summary>What the numbers are made of, on the page: the claims, what speaks against them, the documents.</summary>
internal static class HtmlEvidence
{
    public static void Write(Markup page, EvidenceOverview overview)
    {
        if (overview.Claims.IsEmpty) return;
        page.Add($"""<section aria-labelledby="evidence"><h2 id="evidence">What was said</h2>""");
        page.Add($"<p>Each claim with its grade: how reliable the source is, A to E, and how credible what it says, ");
        page.Add($"1 to 5; F and 6 mean that this cannot be judged. Claims of one group count as one source.</p>");
        WriteConflicts(page, overview.Conflicts);
        WriteSilent(page, overview.Silent);
        WriteClaims(page, overview.Claims);
        WriteDocuments(page, overview);
        page.Add($"</section>");
    }

    private static void WriteConflicts(Markup page, ImmutableArray<Conflict> conflicts)
    {
        if (conflicts.IsEmpty) return;
        page.Add($"""<h3 id="conflicts">Claims that cannot hold together</h3>""");
        foreach (var conflict in conflicts)
        {
            page.Add($"""<div class="pair sides">""");
            foreach (var side in (ClaimStanding[])[conflict.One, conflict.Other])
            {
                page.Add($"<blockquote><p>{Quote(side)}</p>");
                page.Add($"""<p class="name">{EvidenceWords.Grade(side)} {side.Claim.Name}: """);
                page.Add($"{Markup.Prose(EvidenceWords.From(side))}. {Sentence(EvidenceWords.Used(side))}</p>");
                page.Add($"</blockquote>");
            }

            page.Add($"</div>");
            if (conflict.IsOpen) page.Add($"<p>Both stand, and both are used: the file cannot have it both ways.</p>");
        }
    }

    private static void WriteSilent(Markup page, ImmutableArray<SilentClaim> silent)
    {
        if (silent.IsEmpty) return;
        page.Add($"""<h3 id="silent">Gone silent</h3><ul class="notes">""");
        foreach (var each in silent)
        {
            page.Add($"<li><strong>{each.Standing.Claim.Name}</strong>: ");
            page.Add($"{Markup.Prose(EvidenceWords.Silence(each))}; {EvidenceWords.Used(each.Standing)}</li>");
        }

        page.Add($"</ul>");
    }

    private static void WriteClaims(Markup page, ImmutableArray<ClaimStanding> claims)
    {
        page.Add($"""<div class="scroll words" tabindex="0" role="region" aria-label="Claims"><table>""");
        page.Add($"<caption>What was said, who said it, and what rests on it</caption><thead><tr>");
        foreach (var head in (string[])["Claim", "grade", "said by", "in the words", "used"])
            page.Add($"""<th scope="col">{head}</th>""");
        page.Add($"</tr></thead><tbody>");
        foreach (var each in claims)
        {
            var group = EvidenceWords.Retold(each);
            var from = EvidenceWords.From(each) + (group.Length > 0 ? $"; {group}" : "");
            var fate = EvidenceWords.Fate(each);
            var used = EvidenceWords.Used(each) + (fate.Length > 0 ? $"; {fate}" : "");
            page.Add($"""<tr><th scope="row">{each.Claim.Name}</th><td>{EvidenceWords.Grade(each)}</td>""");
            page.Add($"<td>{Markup.Prose(from)}</td><td>{Quote(each)}</td><td>{Markup.Prose(used)}</td></tr>");
        }

        page.Add($"</tbody></table></div>");
    }

    /// <summary>The words, and a way to where they stand.</summary>
    private static Markup Quote(ClaimStanding each) => Markup.Of(cell =>
    {
        if (each.Claim.Quote is not { } quote) cell.Add($"no quote");
        else if (each.Quote is QuoteCheck.Found)
            cell.Add($"""<a href="#{MarkedDocument.IdOf(each.Claim.Name)}">“{quote}”</a>""");
        else cell.Add($"“{quote}” ({EvidenceWords.Place(each)})");
    });

    private static string Sentence(string words) => char.ToUpperInvariant(words[0]) + words[1..] + ".";

    private static void WriteDocuments(Markup page, EvidenceOverview overview)
    {
        var quotes = overview.Claims
            .Where(each => each.Quote is QuoteCheck.Found)
            .Select(each => (each.Claim.Name, At: (QuoteCheck.Found)each.Quote!))
            .ToLookup(each => each.At.Document, each => (each.Name, each.At.From, each.At.To));
        foreach (var (document, text) in overview.Documents)
        {
            if (!quotes.Contains(document)) continue;
            page.Add($"<details open><summary>{document}</summary>");
            page.Add($"""<div class="scroll document" tabindex="0" role="region" aria-label="{document}">""");
            page.AddRaw(MarkedDocument.Of(text, [.. quotes[document]])).Add($"</div></details>");
        }
    }
}
