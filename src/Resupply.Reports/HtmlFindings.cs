using System.Collections.Immutable;
using Resupply.Answers;

namespace Resupply.Reports;

/// <summary>The first page: the answers, what must be told, what they hang on, what was assumed.</summary>
internal static class HtmlFindings
{
    private static readonly (string Kind, string Meaning)[] Kinds =
    [
        ("assumption", "assumed"),
        ("unsupported", "nobody says what it rests on"),
        ("decision", "decided by this option"),
        ("evidence", "evidence"),
    ];

    public static void Write(Markup page, RunReport report, ImmutableArray<Figure> swings)
    {
        WriteAnswers(page, report);
        WriteEvents(page, report);
        WriteSwings(page, swings);
        WriteAssumptions(page, report.Assumptions);
    }

    private static void WriteAnswers(Markup page, RunReport report)
    {
        page.Add($"""<section aria-labelledby="answers"><h2 id="answers">Answers</h2><ul class="answers">""");
        foreach (var answer in report.Answers)
        {
            var wording = Wording.Of(answer, report.Card);
            page.Add($"""<li><p><strong>{wording.Headline}</strong> <span>{wording.Rest}{ErrorOf(wording)}.</span></p>""");
            foreach (var statement in answer.Claimed)
                page.Add($"""<p class="claimed">{Wording.Of(statement, wording.Headline)}</p>""");
            page.Add($"""<p class="name">{answer.Name}</p></li>""");
        }

        page.Add($"</ul></section>");
    }

    private static string ErrorOf(Wording wording) =>
        wording.Error.Length == 0 ? "" : $" (simulation error {wording.Error})";

    private static void WriteEvents(Markup page, RunReport report)
    {
        if (report.Events.IsEmpty) return;
        page.Add($"""<section aria-labelledby="events"><h2 id="events">To be told</h2><ul class="events">""");
        foreach (var happening in report.Events)
        {
            var chance = Shown.Probability(happening.Probability, report.Card.Replications);
            page.Add($"<li><strong>{happening.Thing}</strong> {happening.What}: {chance}.</li>");
        }

        page.Add($"</ul></section>");
    }

    private static void WriteSwings(Markup page, ImmutableArray<Figure> swings)
    {
        if (swings.IsEmpty) return;
        page.Add($"""<section aria-labelledby="hangs-on"><h2 id="hangs-on">What it hangs on</h2>""");
        page.Add($"<p>Each bar is one uncertain value: the answer where it is in its lowest fifth, and where it is in its ");
        page.Add($"highest. The line is the answer over all cases.</p>");
        page.Add($"""<div class="pair">""");
        foreach (var figure in swings) figure.Write(page);
        page.Add($"</div></section>");
    }

    private static void WriteAssumptions(Markup page, ImmutableArray<Assumption> assumptions)
    {
        if (assumptions.IsEmpty) return;
        var counts = Kinds.Select(kind => (Count: assumptions.Count(value => value.Kind == kind.Kind), kind.Meaning))
            .Where(kind => kind.Count > 0)
            .Select(kind => $"{kind.Count} {kind.Meaning}");
        page.Add($"""<section aria-labelledby="assumed"><h2 id="assumed">What was assumed</h2>""");
        page.Add($"<p>Of the {assumptions.Length} values of this file: {string.Join("; ", counts)}.</p>");
        WriteTable(page, "What was assumed, and why", assumptions.Where(value => value.Kind == "assumption"));
        foreach (var (kind, meaning) in Kinds.AsSpan(1))
        {
            Assumption[] values = [.. assumptions.Where(value => value.Kind == kind)];
            if (values.Length == 0) continue;
            page.Add($"<details><summary>{values.Length} more: {meaning}</summary>");
            WriteTable(page, $"Values: {meaning}", values);
            page.Add($"</details>");
        }

        page.Add($"</section>");
    }

    private static void WriteTable(Markup page, string caption, IEnumerable<Assumption> values)
    {
        Assumption[] rows = [.. values];
        if (rows.Length == 0) return;
        page.Add($"""<div class="scroll words" tabindex="0" role="region" aria-label="{caption}">""");
        page.Add($"""
            {Figure.TableOf(caption, ["Value", "is", "because"], rows.Select(row =>
                new[] { row.Path, row.Text, row.Because }))}
            """);
        page.Add($"</div>");
    }
}
