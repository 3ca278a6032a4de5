using System.Globalization;
using Resupply.Answers;

namespace Resupply.Reports;

/// <summary>
/// The annex of a memo: every answer with its error, what it hangs on, what it rests on, how to check it.
/// </summary>
internal static class BriefAnnex
{
    private const int SwingsMax = 3;

    public static void Write(MarkdownText memo, RunReport report)
    {
        memo.Heading(2, "Annex");
        WriteAnswers(memo, report);
        WriteEvents(memo, report);
        WriteSwings(memo, report);
        WriteValues(memo, report);
        WriteNotes(memo, report);
        WriteRun(memo, report.Card);
    }

    private static void WriteAnswers(MarkdownText memo, RunReport report)
    {
        memo.Heading(3, "Every answer");
        memo.Line("In brackets the bounds of the simulation's own error at 95 % confidence.").Line();
        memo.Table(["Question", "answer", "of what"], report.Answers.Select(answer =>
        {
            var wording = Wording.Of(answer, report.Card);
            var range = wording.Range.Length == 0 ? "" : $" ({wording.Range})";
            return new[] { answer.Name, wording.Headline + range, wording.Rest };
        }));
    }

    private static void WriteEvents(MarkdownText memo, RunReport report)
    {
        if (report.Events.IsEmpty) return;
        memo.Heading(3, "Warnings");
        memo.Table(["Of", "what", "how often"], report.Events.Select(happening => new[]
        {
            happening.Thing,
            happening.What,
            Shown.Probability(happening.Probability, report.Card.Replications),
        }));
    }

    private static void WriteSwings(MarkdownText memo, RunReport report)
    {
        var clear = report.Swings.Where(swing => swing.IsClear).GroupBy(swing => swing.Question)
            .SelectMany(question => question.Take(SwingsMax)).ToArray();
        if (clear.Length == 0) return;
        memo.Heading(3, "What the answers hang on");
        memo.Line("The answer where one value is in its lowest fifth, and where it is in its highest.").Line();
        memo.Table(["Question", "value", "lowest", "highest"], clear.Select(swing =>
        {
            var answer = report.Answers.FirstOrDefault(answer => answer.Name == swing.Question);
            var low = Wording.SwingValue(swing.Low, swing.LowShare, swing, answer, report.Card);
            var high = Wording.SwingValue(swing.High, swing.HighShare, swing, answer, report.Card);
            return new[]
            {
                swing.Question, SwingFigures.NameOf(swing.Path), $"{low} ({swing.LowText})",
                $"{high} ({swing.HighText})",
            };
        }));
    }

    private static void WriteValues(MarkdownText memo, RunReport report)
    {
        if (report.Assumptions.IsEmpty) return;
        memo.Heading(3, "What every value rests on");
        foreach (var use in report.Series) memo.Line($"- {MarkdownText.Plain($"{use.Demand}: {SeriesWords.Of(use)}")}");
        if (!report.Series.IsEmpty) memo.Line();
        memo.Table(["Value", "is", "rests on"], report.Assumptions.Select(value => new[]
        {
            value.Path,
            value.Text,
            value.Because.Length == 0 ? value.Kind : $"{value.Kind}: {value.Because}",
        }));
    }

    private static void WriteNotes(MarkdownText memo, RunReport report)
    {
        if (report.Diagnostics.IsEmpty) return;
        memo.Heading(3, "Notes on the file");
        foreach (var note in report.Diagnostics)
        {
            var hint = note.Hint is null ? "" : $" Hint: {note.Hint}";
            memo.Line($"- {MarkdownText.Plain($"{note.Place}: {note.Message}.{hint}")}");
        }
    }

    private static void WriteRun(MarkdownText memo, RunCard card)
    {
        memo.Heading(3, "This run");
        memo.Table(["", ""],
        [
            ["Scenario", card.File],
            ["SHA-256 of the file", card.Sha256],
            ["Option, world", $"{card.Option}, {card.World}"],
            ["Replications", card.Replications.ToString("N0", CultureInfo.InvariantCulture)],
            ["Seed", card.Seed.ToString(CultureInfo.InvariantCulture)],
            ["Resupply", card.Version],
        ]);
        memo.Line().Line("Whoever holds the scenario and the manifest gets every byte of this page again: " +
            "`resupply verify manifest.json`.");
    }
}
