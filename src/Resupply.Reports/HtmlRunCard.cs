using System.Collections.Immutable;
using System.Globalization;
using Resupply.Answers;
using Resupply.Language;
using static System.FormattableString;

namespace Resupply.Reports;

/// <summary>The end of the page: what the reader of the file was told, what was run, and how it was checked.</summary>
internal static class HtmlRunCard
{
    public static void Write(Markup page, RunReport report)
    {
        WriteDiagnostics(page, report.Diagnostics);
        page.Add($"""<section aria-labelledby="run"><h2 id="run">This run</h2><dl class="card">""");
        var card = report.Card;
        WritePair(page, "Scenario", card.File);
        WritePair(page, "SHA-256 of the file", card.Sha256);
        WritePair(page, "Option, world", $"{card.Option}, {card.World}");
        if (card.KnownOn is { } day) WritePair(page, "As known on", day.ToString());
        WritePair(page, "Calendar", $"{card.From} to {card.To}, seen from {card.Today}");
        WritePair(page, "Replications", card.Replications.ToString("N0", CultureInfo.InvariantCulture));
        WritePair(page, "Seed", card.Seed.ToString());
        WritePair(page, "Resupply", card.Version);
        WritePair(page, "Simulation error", ErrorOf(report));
        page.Add($"</dl>");
        WriteChecks(page, report.Checks);
        WriteLongRun(page, report.Answers);
        page.Add($"</section>");
    }

    private static void WritePair(Markup page, string term, string text) =>
        page.Add($"<div><dt>{term}</dt><dd>{text}</dd></div>");

    /// <summary>A probability of a half has the largest error of all.</summary>
    private static string ErrorOf(RunReport report)
    {
        var error = Shown.ProbabilityError(Shown.Wilson(0.5, report.Card.Replications));
        var cases = error.Contains(" in ", StringComparison.Ordinal) ? error : $"{error} in 100";
        return $"at most {cases} for a probability, with 95% confidence; it says how well the file was computed, " +
            "not how well the file describes the world";
    }

    private static void WriteChecks(Markup page, ImmutableArray<ExactCheck> checks)
    {
        if (checks.IsEmpty) return;
        page.Add($"""<h3 id="checks">Checked against exact results</h3>""");
        page.Add($"""<div class="scroll" tabindex="0" role="region" aria-labelledby="checks">""");
        var rows = checks.Select(check => new[]
        {
            check.Question, check.What, Six(check.Simulated), Six(check.Exact), Invariant($"{check.Errors:0.0}"),
            check.Method,
        });
        page.Add($"""
            {Figure.TableOf(
                "Each answer that was also computed exactly; the distance is in standard errors",
                ["Question", "what", "simulated", "exact", "distance", "method"],
                rows)}
            """);
        page.Add($"</div>");
    }

    /// <summary>Numbers beside the simulation that are not its own question's: never called exact.</summary>
    private static void WriteLongRun(Markup page, ImmutableArray<Answer> answers)
    {
        var rows = answers.SelectMany(answer => new[] { answer.Stationary, answer.Approximate }
            .OfType<KnownNumber>()
            .Select(known => new[] { answer.Name, answer.Question, Six(known.Value), known.Method })).ToArray();
        if (rows.Length == 0) return;
        page.Add($"""<h3 id="long-run">Beside the long run and approximations</h3>""");
        page.Add($"""<div class="scroll" tabindex="0" role="region" aria-labelledby="long-run">""");
        page.Add($"""
            {Figure.TableOf(
                "What methods say of the long run, or nearly; the simulation is not held against these",
                ["Question", "what", "number", "method"],
                rows)}
            """);
        page.Add($"</div>");
    }

    private static string Six(double value) => value.ToString("G6", CultureInfo.InvariantCulture);

    private static void WriteDiagnostics(Markup page, ImmutableArray<Diagnostic> diagnostics)
    {
        if (diagnostics.IsEmpty) return;
        page.Add($"""<section aria-labelledby="notes"><h2 id="notes">Notes on the file</h2><ul class="notes">""");
        foreach (var diagnostic in diagnostics)
        {
            var hint = diagnostic.Hint is null ? "" : $" Hint: {diagnostic.Hint}";
            var severity = diagnostic.Severity.ToString().ToLowerInvariant();
            page.Add($"<li><code>{diagnostic.Place}</code> {severity}: {diagnostic.Message}.{hint}</li>");
        }

        page.Add($"</ul></section>");
    }
}
