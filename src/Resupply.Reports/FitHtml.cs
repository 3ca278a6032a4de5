using System.Collections.Immutable;
using Resupply.Forecasting;
using Resupply.Forecasting.Scoring;
using static System.FormattableString;

namespace Resupply.Reports;

/// <summary>The fit of series as one HTML file: for each the series with its fan, the scoreboard, the PIT, the block.
/// </summary>
public static class FitHtml
{
    /// <summary>Of more series nobody looks at the charts.</summary>
    private const int SeriesMax = 12;

    public static string Write(FitReport report)
    {
        SeriesFit[] shown = [.. report.Series.Take(SeriesMax)];
        var figures = shown.Select((fit, index) => (Fit: fit, Of: FitFigures.Of(fit, report, index))).ToArray();
        var page = new Markup();
        HtmlReport.WriteHead(page, $"Forecasts of {Path.GetFileName(report.File.Path)}");
        page.Add($"<body>");
        page.Add($"""<a class="skip" href="#found">To what was found</a>""");
        WriteHeader(page, report, shown);
        page.Add($"<main>");
        page.Add($"<noscript><p>The charts are drawn by a script; their numbers are in the tables.</p></noscript>");
        WriteFound(page, report, shown);
        foreach (var (fit, of) in figures) WriteSeries(page, fit, report, of);
        WriteCard(page, report);
        HtmlReport.WriteEnd(page, HtmlReport.DataOf(
            shown.Min(fit => fit.Fan[0].Period.FirstDay),
            shown.Max(fit => fit.Fan[^1].Period.FirstDay),
            [],
            figures.SelectMany(each => each.Of)));
        return page.ToString();
    }

    private static void WriteHeader(Markup page, FitReport report, SeriesFit[] shown)
    {
        page.Add($"<header>").Add($"<h1>Forecasts of {Path.GetFileName(report.File.Path)}</h1>");
        var more = report.Series.Length > shown.Length
            ? Invariant($" Shown are the first {shown.Length}.")
            : "";
        page.Add($"<p>{report.Series.Length} series of {FitSentence.Unit(report)}, tried on their own past.{more}</p>");
        page.Add($"""<nav aria-label="Sections"><ul>""");
        page.Add($"""<li><a href="#found">What was found</a></li>""");
        foreach (var fit in shown)
            page.Add($"""<li><a href="#series-{fit.Series.Name}">{fit.Series.Name}</a></li>""");
        page.Add($"""<li><a href="#run">This fit</a></li>""");
        page.Add($"</ul></nav></header>");
    }

    private static void WriteFound(Markup page, FitReport report, SeriesFit[] shown)
    {
        page.Add($"""<section aria-labelledby="found"><h2 id="found">What was found</h2><ul class="answers">""");
        foreach (var fit in shown)
        {
            var sum = fit.Fan[^1].Sum;
            page.Add($"""<li><p class="number">{Shown.Amount(sum.P50, "units")}</p><div>""");
            var range = $"{Shown.Amount(sum.P10, "")} to {Shown.Amount(sum.P90, "")}";
            page.Add($"<p>{Markup.Prose($"needed up to {fit.Fan[^1].Period}, in 8 cases of 10: {range}.")}</p>");
            page.Add($"<p>{Markup.Prose(FitSentence.Of(fit, report))}</p>");
            page.Add($"""<p class="name">{fit.Series.Name}</p></div></li>""");
        }

        page.Add($"</ul></section>");
    }

    private static void WriteSeries(Markup page, SeriesFit fit, FitReport report, ImmutableArray<Figure> figures)
    {
        var name = fit.Series.Name;
        page.Add($"""<section aria-labelledby="series-{name}"><h2 id="series-{name}">{name}</h2>""");
        foreach (var figure in figures) figure.Write(page);
        if (fit.IsJudged) WriteScores(page, fit, report);
        page.Add($"<h3>For the scenario</h3><pre>{WrittenBlock.Of(fit, report)}</pre></section>");
    }

    private static void WriteScores(Markup page, SeriesFit fit, FitReport report)
    {
        var unit = FitSentence.Unit(report);
        var title = Invariant($"The scoreboard of {fit.Series.Name}: {fit.Origins} origins, the best first");
        page.Add($"<h3>Scoreboard</h3>");
        page.Add($"""<div class="scroll" tabindex="0" role="region" aria-label="{title}">""");
        string[] header =
        [
            "Model",
            .. report.Terms.Horizons.Select(horizon => Invariant($"CRPS of {horizon} {unit}")),
            "gain", $"CRPS a {unit.TrimEnd('s')}",
            .. report.Terms.Quantiles.Select(quantile => $"pinball {FitSentence.Percent(quantile)}"),
            .. ScoreSheet.Intervals.Select(interval => $"{FitSentence.Percent(interval)} held"),
            "MASE", "RMSSE",
        ];
        var rows = Enumerable.Range(0, fit.Names.Length).OrderBy(fit.Crps).Select(model => RowOf(fit, model, report));
        page.Add($"{Figure.TableOf(title, header, rows)}</div>");
    }

    private static string[] RowOf(SeriesFit fit, int model, FitReport report)
    {
        var (last, each) = (fit.Sums[model][^1], fit.Periods[model][^1]);
        return
        [
            fit.Names[model] + (fit.AreNaive[model] ? " (naive)" : ""),
            .. fit.Sums[model].Select(sheet => FitSentence.Score(sheet.Crps)),
            FitSentence.Percent(fit.Gain(model)), FitSentence.Score(each.Crps),
            .. Enumerable.Range(0, report.Terms.Quantiles.Length).Select(i => FitSentence.Score(last.Pinball(i))),
            .. Enumerable.Range(0, ScoreSheet.Intervals.Length).Select(
                i => FitSentence.Percent(last.Coverage(i).Held)),
            FitSentence.Score(each.Mase), FitSentence.Score(each.Rmsse),
        ];
    }

    private static void WriteCard(Markup page, FitReport report)
    {
        page.Add($"""<section aria-labelledby="run"><h2 id="run">This fit</h2><dl class="card">""");
        (string Term, string Text)[] pairs =
        [
            ("Series", Path.GetFileName(report.File.Path)),
            ("SHA-256 of the file", report.File.Sha256),
            ("Origins", Invariant($"every {report.Terms.Every} {FitSentence.Unit(report)}, ") +
                Invariant($"{report.Terms.HistoryMin} before the first")),
            ("Courses of each forecast", Invariant($"{report.Terms.Courses}")),
            ("Seed", Invariant($"{report.Terms.Seed}")),
            ("Resupply", Reporting.Version),
        ];
        foreach (var (term, text) in pairs) page.Add($"<div><dt>{term}</dt><dd>{text}</dd></div>");
        page.Add($"</dl></section>");
    }
}
