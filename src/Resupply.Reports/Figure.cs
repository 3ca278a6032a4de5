using System.Globalization;
using System.Text.Json;

namespace Resupply.Reports;

/// <summary>A chart with the sentence under it and the table of its numbers.</summary>
/// <param name="Id">The element's id, unique on the page.</param>
/// <param name="Title">What is drawn: "patriot at theatre".</param>
/// <param name="Caption">What one sees, in a sentence or two; also what a screen reader says of the picture.</param>
/// <param name="Legend">Marks and their meaning: a class of the style sheet and a text.</param>
/// <param name="Chart">Writes the members of the chart's object in the page's data.</param>
/// <param name="Table">The table, whole.</param>
internal sealed record Figure(
    string Id,
    string Title,
    string Caption,
    (string Mark, string Text)[] Legend,
    Action<Utf8JsonWriter> Chart,
    Markup Table)
{
    /// <summary>What stands open under it; null: nothing.</summary>
    public Markup? Open { get; init; }

    public void Write(Markup page)
    {
        page.Add($"""<figure id="{Id}" aria-labelledby="{Id}-title">""");
        page.Add($"""<h3 id="{Id}-title">{Title}</h3>""");
        if (Legend.Length > 0)
        {
            page.Add($"""<ul class="legend" aria-label="Legend">""");
            foreach (var (mark, text) in Legend)
                page.Add($"""<li><span class="mark {mark}" aria-hidden="true"></span>{text}</li>""");
            page.Add($"</ul>");
        }

        page.Add($"""<div class="chart" data-chart="{Id}" role="img" aria-label="{Title}. {Caption}"></div>""");
        page.Add($"<figcaption>{Markup.Prose(Caption)}</figcaption>");
        page.Add($"<details><summary>Numbers of this chart: {Title}</summary>");
        page.Add($"""<div class="scroll" tabindex="0" role="region" aria-label="Table: {Title}">""");
        page.Add($"{Table}</div></details>");
        if (Open is not null) page.Add($"{Open}");
        page.Add($"</figure>");
    }

    /// <summary>A table with a header row; the first cell of each row heads it.</summary>
    public static Markup TableOf(string caption, string[] header, IEnumerable<string[]> rows) => Markup.Of(table =>
    {
        table.Add($"<table><caption>{caption}</caption><thead><tr>");
        foreach (var cell in header) table.Add($"""<th scope="col">{cell}</th>""");
        table.Add($"</tr></thead><tbody>");
        foreach (var row in rows)
        {
            var cells = Markup.Of(line =>
            {
                foreach (var cell in row.AsSpan(1)) line.AddCell("td", cell);
            });
            table.Add($"""<tr><th scope="row">{row[0]}</th>{cells}</tr>""");
        }

        table.Add($"</tbody></table>");
    });

    /// <summary>A name that may stand in an id: counted, because names may repeat between kinds of things.</summary>
    public static string IdOf(string kind, int index) => kind + "-" + index.ToString(CultureInfo.InvariantCulture);
}
