using Resupply.Language;
using Resupply.Scoring;
using static System.FormattableString;

namespace Resupply.Reports;

/// <summary>The scores of a log as one HTML file: who was right, the reliability diagram, the tables.</summary>
public static class ScoreHtml
{
    private const string Heading = "Were we right, and were they?";

    public static string Write(ScoreReport report)
    {
        Figure[] figures = report.Ours.Questions.IsEmpty ? [] : [Diagram(report)];
        var tables = ScoreTables.Of(report).ToArray();
        var page = new Markup();
        HtmlReport.WriteHead(page, $"Scores of {Path.GetFileName(report.Path)}");
        page.Add($"<body>");
        page.Add($"""<a class="skip" href="#found">To what was found</a>""");
        WriteHeader(page, report, tables);
        page.Add($"<main>");
        page.Add($"<noscript><p>The charts are drawn by a script; their numbers are in the tables.</p></noscript>");
        page.Add($"""<section aria-labelledby="found"><h2 id="found">{Heading}</h2>""");
        foreach (var sentence in ScoreWords.Sentences(report)) page.Add($"<p>{Markup.Prose(sentence)}</p>");
        page.Add($"</section>");
        for (var i = 0; i < tables.Length; i++) WriteTable(page, tables[i], i, report, figures);
        WriteCard(page, report);
        var runs = report.Log.Runs;
        HtmlReport.WriteEnd(page, HtmlReport.DataOf(
            runs.Min(run => run.Answered), runs.Max(run => run.Answered), [], figures));
        return page.ToString();
    }

    private static void WriteHeader(Markup page, ScoreReport report, ScoreTables[] tables)
    {
        var runs = report.Log.Runs;
        page.Add($"<header>").Add($"<h1>Scores of {Path.GetFileName(report.Path)}</h1>");
        var (first, last) = (runs.Min(run => run.Answered), runs.Max(run => run.Answered));
        var words = $"Answers of {first} to {last}, against what came: " +
            $"{ScoreWords.Plural(report.Settled.Length, "question")} settled, " +
            Invariant($"{report.Open.Length} open.");
        page.Add($"<p>{Markup.Prose(words)}</p>");
        page.Add($"""<nav aria-label="Sections"><ul><li><a href="#found">What was found</a></li>""");
        for (var i = 0; i < tables.Length; i++)
        {
            if (tables[i].Title != Heading) page.Add($"""<li><a href="#table-{i}">{tables[i].Title}</a></li>""");
        }

        page.Add($"""<li><a href="#run">This log</a></li></ul></nav></header>""");
    }

    private static void WriteTable(Markup page, ScoreTables table, int index, ScoreReport report, Figure[] figures)
    {
        var title = table.Title == Heading ? "By source" : table.Title;
        page.Add($"""<section aria-labelledby="table-{index}"><h2 id="table-{index}">{title}</h2>""");
        if (table.Title == ScoreTables.Reliability(report).Title)
        {
            foreach (var figure in figures) figure.Write(page);
        }
        else
        {
            page.Add($"""<div class="scroll" tabindex="0" role="region" aria-label="Table: {title}">""");
            page.Add($"{Figure.TableOf(title, table.Header, table.Rows)}</div>");
        }

        page.Add($"</section>");
    }

    private static Figure Diagram(ScoreReport report)
    {
        var (bins, parts) = (report.Reliability, report.Parts!);
        var table = ScoreTables.Reliability(report);
        return new Figure(
            "reliability",
            "Reliability",
            "Each disc is a tenth of the probabilities: how often what they were given to came. On the diagonal, " +
            "what was said is what came; where the probabilities are right, a disc lies on its bar in 9 cases of 10. " +
            "The larger, the more questions. " +
            Invariant($"Off from the diagonal: {parts.Reliability:0.000} of the Brier score of {parts.Brier:0.000}."),
            [
                ("arrival", "what came"), ("line day", "9 cases of 10, were it right"), ("edge", "base rate"),
            ],
            json =>
            {
                json.WriteString("type", "reliability");
                json.WriteNumber("rate", report.Ours.BaseRate);
                Series.WriteArray(json, "said", bins.Select(bin => bin.Said));
                Series.WriteArray(json, "came", bins.Select(bin => bin.Happened));
                Series.WriteArray(json, "low", bins.Select(bin => bin.Low));
                Series.WriteArray(json, "high", bins.Select(bin => bin.High));
                Series.WriteArray(json, "weight", bins.Select(bin => bin.Weight));
            },
            Figure.TableOf(table.Title, table.Header[..^1], table.Rows.Select(row => row[..^1])));
    }

    private static void WriteCard(Markup page, ScoreReport report)
    {
        page.Add($"""<section aria-labelledby="run"><h2 id="run">This log</h2><dl class="card">""");
        (string Term, string Text)[] pairs =
        [
            ("Log", VisibleText.Of(Path.GetFileName(report.Path))),
            ("Lines", Invariant($"{report.Log.Runs.Length}")),
            ("Its chain ends in", report.Log.End),
            .. ScoreWords.LeftOut(report).Select(sentence => ("Left out, or to know", sentence)),
            ("Resupply", Reporting.Version),
        ];
        foreach (var (term, text) in pairs) page.Add($"<div><dt>{term}</dt><dd>{text}</dd></div>");
        page.Add($"</dl></section>");
    }
}
