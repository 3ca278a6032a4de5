using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Resupply.Answers;
using Resupply.Values;

namespace Resupply.Reports;

/// <summary>One HTML file that asks nothing of the network; the same run gives the same bytes.</summary>
public static class HtmlReport
{
    private static readonly Lazy<string> Script = new(() => Resource("report.js"));
    private static readonly Lazy<string> Style = new(() => Resource("report.css"));

    public static string Write(RunReport report)
    {
        var charts = new Charts(report);
        var page = new Markup();
        WriteHead(page, report.Card.Title);
        page.Add($"<body>");
        page.Add($"""<a class="skip" href="#answers">To the answers</a>""");
        WriteHeader(page, report, charts);
        page.Add($"<main>");
        page.Add($"<noscript><p>The charts are drawn by a script; their numbers are in the tables.</p></noscript>");
        HtmlFindings.Write(page, report, charts.Swings);
        WriteCharts(page, charts);
        HtmlEvidence.Write(page, report.Evidence);
        HtmlRunCard.Write(page, report);
        WriteEnd(page, DataOf(report.Card, charts));
        return page.ToString();
    }

    /// <summary>From the end of `main` on: whose the page is, and what the script draws.</summary>
    internal static void WriteEnd(Markup page, string data)
    {
        page.Add($"</main>");
        page.Add($"<footer><p>Resupply {Reporting.Version}. Charts: Apache ECharts, Apache-2.0.</p></footer>");
        page.Add($"""<script type="application/json" id="report-data">""");
        page.AddRaw(data).Add($"</script>");
        page.AddRaw($"<script>{Script.Value}</script>\n</body>\n</html>\n");
    }

    internal static void WriteHead(Markup page, string title)
    {
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Script.Value)));
        var policy = $"default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src 'sha256-{hash}'; " +
            "base-uri 'none'; form-action 'none'";
        page.AddRaw("<!doctype html>\n");
        page.Add($"""<html lang="en">""").Add($"<head>").Add($"""<meta charset="utf-8">""");
        page.AddRaw($"<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n");
        page.Add($"""<meta name="viewport" content="width=device-width, initial-scale=1">""");
        page.Add($"""<meta name="color-scheme" content="light dark">""");
        page.Add($"<title>{title}</title>");
        page.AddRaw($"<style>\n{Style.Value}</style>\n</head>\n");
    }

    private static void WriteHeader(Markup page, RunReport report, Charts charts)
    {
        var card = report.Card;
        var option = card.Option == "base" ? "The file as it stands" : $"Option {card.Option}";
        var world = card.World == "as-written" ? "" : $", in the world {card.World}";
        var known = card.KnownOn is { } day ? $", as known on {day}" : "";
        page.Add($"<header>").Add($"<h1>{card.Title}</h1>");
        var seen = $"{option}{world}{known}. {card.From} to {card.To}, seen from {card.Today}.";
        page.Add($"<p>{Markup.Prose(seen)}</p>");
        page.Add($"""<nav aria-label="Sections"><ul>""");
        WriteLink(page, "answers", "Answers", true);
        WriteLink(page, "events", "Warnings", !report.Events.IsEmpty);
        WriteLink(page, "hangs-on", "What it hangs on", !report.Swings.IsEmpty);
        WriteLink(page, "grades", GradeWords.Heading, !report.Grades.IsEmpty);
        WriteLink(page, "series", SeriesWords.Heading, !report.Series.IsEmpty);
        WriteLink(page, "assumed", "What was assumed", !report.Assumptions.IsEmpty);
        foreach (var (id, heading, _, figures) in charts.Sections) WriteLink(page, id, heading, figures.Length > 0);
        WriteLink(page, "evidence", "What was said", !report.Evidence.Claims.IsEmpty);
        WriteLink(page, "run", "This run", true);
        page.Add($"</ul></nav></header>");
    }

    private static void WriteLink(Markup page, string id, string text, bool exists)
    {
        if (exists) page.Add($"""<li><a href="#{id}">{text}</a></li>""");
    }

    private static void WriteCharts(Markup page, Charts charts)
    {
        foreach (var (id, heading, words, figures) in charts.Sections)
        {
            if (figures.Length == 0) continue;
            page.Add($"""<section aria-labelledby="{id}"><h2 id="{id}">{heading}</h2>""");
            if (words.Length > 0) page.Add($"<p>{words}</p>");
            foreach (var figure in figures) figure.Write(page);
            page.Add($"</section>");
        }
    }

    /// <summary>What the script draws. The writer escapes angle brackets, so no name can end the element.</summary>
    private static string DataOf(RunCard card, Charts charts) => DataOf(card.From, card.To, card.Deadlines, charts.All);

    internal static string DataOf(Day from, Day to, ImmutableArray<Deadline> deadlines, IEnumerable<Figure> figures)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteNumber("from", Series.Number(from));
            json.WriteNumber("to", Series.Number(to));
            json.WriteStartArray("deadlines");
            foreach (var deadline in deadlines)
            {
                json.WriteStartObject();
                json.WriteString("name", deadline.Name);
                json.WriteNumber("day", Series.Number(deadline.Day));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartObject("charts");
            foreach (var figure in figures)
            {
                json.WriteStartObject(figure.Id);
                figure.Chart(json);
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    internal static string Resource(string name)
    {
        using var stream = typeof(HtmlReport).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded in the library");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>The figures in the order of the page.</summary>
    private sealed class Charts(RunReport report)
    {
        public ImmutableArray<Figure> Swings { get; } = [.. SwingFigures.Of(report)];

        public ImmutableArray<(string Id, string Heading, string Words, ImmutableArray<Figure> Figures)> Sections
        {
            get;
        } =
        [
            ("shortage", "Is there enough", "", [.. DemandFigures.OfNoShortage(report)]),
            ("queue", "The queue", "", [.. ProductionFigures.Of(report)]),
            ("owed", "Owed against delivered", "", [.. OwedFigures.Of(report)]),
            ("time", "Where the time went", ReadinessWords.Terms, [.. ReadinessFigures.Of(report)]),
            ("crews", "Crews", "", [.. CrewFigures.Of(report)]),
            ("stock", "Stock over time", "", [.. FanFigures.OfStocks(report)]),
            ("shipping", "Shipments", "", [.. ShipmentFigures.Of(report)]),
            ("need", "Need against supply", "", [.. DemandFigures.OfNeedAgainstSupply(report)]),
            ("money", "Money", "", [.. FanFigures.OfAuthorities(report)]),
        ];

        public IEnumerable<Figure> All => Swings.Concat(Sections.SelectMany(section => section.Figures));
    }
}
