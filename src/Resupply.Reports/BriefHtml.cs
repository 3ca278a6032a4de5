using Markdig;
using Resupply.Answers;

namespace Resupply.Reports;

/// <summary>The memo as one HTML page without a script, made of its Markdown: there is one text, not two.</summary>
public static class BriefHtml
{
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

    /// <summary>Markup that stands in the text stays text.</summary>
    private static readonly Lazy<MarkdownPipeline> Pipeline =
        new(() => new MarkdownPipelineBuilder().UsePipeTables().DisableHtml().Build());

    public static string Write(RunReport report, string markdown)
    {
        var page = new Markup();
        page.AddRaw("<!doctype html>\n").Add($"""<html lang="en"><head><meta charset="utf-8">""");
        page.AddRaw($"<meta http-equiv=\"Content-Security-Policy\" content=\"{Policy}\">\n");
        page.Add($"""<meta name="viewport" content="width=device-width, initial-scale=1">""");
        page.Add($"""<meta name="color-scheme" content="light dark">""");
        page.Add($"<title>{report.Card.Title}</title>");
        page.AddRaw($"<style>\n{HtmlReport.Resource("report.css")}</style>\n</head>\n");
        page.Add($"""<body class="memo"><main>""");
        page.AddRaw(Body(markdown));
        page.AddRaw("</main></body></html>\n");
        return page.ToString();
    }

    /// <summary>Tables scroll by themselves where the page is narrow.</summary>
    private static string Body(string markdown) => Markdown.ToHtml(markdown, Pipeline.Value)
        .Replace("<table>", "<div class=\"scroll words\" tabindex=\"0\" role=\"region\" aria-label=\"Table\"><table>",
            StringComparison.Ordinal)
        .Replace("</table>", "</table></div>", StringComparison.Ordinal);
}
