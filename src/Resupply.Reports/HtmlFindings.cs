using System.Collections.Immutable;
using Resupply.Answers;
using static System.FormattableString;

namespace Resupply.Reports;

/// <summary>The first page: the answers, what must be told, what they hang on, what was assumed.</summary>
internal static class HtmlFindings
{
    public static void Write(Markup page, RunReport report, ImmutableArray<Figure> swings)
    {
        WriteAnswers(page, report);
        WriteEvents(page, report);
        WriteSwings(page, swings, SwingFigures.Unmoved(report));
        HtmlGrades.Write(page, report);
        WriteSeries(page, report.Series);
        WriteAssumptions(page, report.Assumptions);
    }

    private static void WriteSeries(Markup page, ImmutableArray<SeriesUse> series)
    {
        if (series.IsEmpty) return;
        page.Add($"""<section aria-labelledby="series"><h2 id="series">{SeriesWords.Heading}</h2>""");
        page.Add($"""<ul class="events">""");
        foreach (var use in series) page.Add($"<li><strong>{use.Demand}</strong>: {SeriesWords.Of(use)}.</li>");
        page.Add($"</ul></section>");
    }

    private static void WriteAnswers(Markup page, RunReport report)
    {
        page.Add($"""<section aria-labelledby="answers"><h2 id="answers">Answers</h2><ul class="answers">""");
        foreach (var answer in report.Answers)
        {
            var wording = Wording.Of(answer, report.Card);
            page.Add($"""<li><p class="number">{wording.Headline}</p><div>""");
            page.Add($"""<p>{Markup.Prose(wording.Rest + ErrorOf(wording))}.</p>""");
            foreach (var statement in answer.Claimed)
                page.Add($"""<p class="claimed">{Markup.Prose(Wording.Of(statement, wording.Headline))}</p>""");
            page.Add($"""<p class="name">{answer.Name}</p></div></li>""");
        }

        page.Add($"</ul></section>");
    }

    private static string ErrorOf(Wording wording) =>
        wording.Error.Length == 0 ? "" : $" (simulation error {wording.Error})";

    private static void WriteEvents(Markup page, RunReport report)
    {
        if (report.Events.IsEmpty) return;
        page.Add($"""<section aria-labelledby="events"><h2 id="events">Warnings</h2><ul class="events">""");
        foreach (var happening in report.Events)
        {
            var chance = Shown.Probability(happening.Probability, report.Card.Replications);
            page.Add($"<li><strong>{happening.Thing}</strong> {happening.What}: {chance}.</li>");
        }

        page.Add($"</ul></section>");
    }

    private static void WriteSwings(Markup page, ImmutableArray<Figure> swings, ImmutableArray<string> unmoved)
    {
        if (swings.IsEmpty && unmoved.IsEmpty) return;
        page.Add($"""<section aria-labelledby="hangs-on"><h2 id="hangs-on">What it hangs on</h2>""");
        page.Add($"<p>Each bar is one uncertain value: the answer where it is in its lowest fifth, and where it is ");
        page.Add($"in its highest. The stroke is the answer over all cases. ");
        page.Add($"Beside it stands how much of the answer’s ");
        page.Add($"variance the value explains by itself, with the simulation’s error.</p>");
        page.Add($"""<div class="swings">""");
        foreach (var figure in swings) figure.Write(page);
        page.Add($"</div>");
        if (!unmoved.IsEmpty)
        {
            var names = string.Join(", ", unmoved);
            page.Add($"<p>No single value moves {names} by more than the simulation's own error.</p>");
        }

        page.Add($"</section>");
    }

    private static void WriteAssumptions(Markup page, ImmutableArray<Assumption> assumptions)
    {
        if (assumptions.IsEmpty) return;
        Assumption[] evidence = [.. assumptions.Where(value => value.Kind == "evidence")];
        Assumption[] others = [.. assumptions.Where(value => value.Kind != "evidence")];
        page.Add($"""<section aria-labelledby="assumed"><h2 id="assumed">What was assumed</h2>""");
        page.Add($"<p>{Counted(evidence.Length, "value rests", "values rest")} on evidence, ");
        page.Add($"{Counted(others.Length, "does", "do")} not.</p>");
        WriteTable(page, "Values without evidence", others);
        if (evidence.Length > 0)
        {
            page.Add($"<details><summary>The values with evidence</summary>");
            WriteTable(page, "Values with evidence", evidence);
            page.Add($"</details>");
        }

        page.Add($"</section>");
    }

    private static string Counted(int count, string one, string many) =>
        Invariant($"{count:N0} {(count == 1 ? one : many)}");

    private static void WriteTable(Markup page, string caption, Assumption[] values)
    {
        if (values.Length == 0) return;
        page.Add($"""<div class="scroll words" tabindex="0" role="region" aria-label="{caption}">""");
        var rows = values.Select(value => new[] { value.Path, value.Text, BasisOf(value) });
        page.Add($"{Figure.TableOf(caption, ["Value", "is", "rests on"], rows)}");
        page.Add($"</div>");
    }

    private static string BasisOf(Assumption value) => value.Kind switch
    {
        "assumption" => $"assumption: {value.Because}",
        "unsupported" => "nothing that is said (unsupported)",
        "decision" => "a decision of this option",
        _ => value.Because,
    };
}
