using System.Collections.Immutable;
using Resupply.Answers;

namespace Resupply.Reports;

/// <summary>
/// The files of a memo, by name. They do not say where the scenario lay: the same run, the same bytes.
/// </summary>
public static class BriefFiles
{
    public const string Markdown = "brief.md";
    public const string Html = "brief.html";
    public const string Answers = "answers.json";
    public const string Manifest = "manifest.json";

    /// <summary>All but the manifest, which holds their hashes.</summary>
    public static ImmutableSortedDictionary<string, string> Of(RunReport report)
    {
        var placeless = Placeless(report);
        var markdown = BriefMarkdown.Write(placeless);
        return ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, new Dictionary<string, string>
        {
            [Markdown] = markdown,
            [Html] = BriefHtml.Write(placeless, markdown),
            [Answers] = JsonReport.Write(placeless),
        });
    }

    private static RunReport Placeless(RunReport report) => report with
    {
        Card = report.Card with { File = Path.GetFileName(report.Card.File) },
        Diagnostics = [.. report.Diagnostics.Select(each => each with { File = Path.GetFileName(each.File) })],
    };
}
