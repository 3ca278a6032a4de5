using System.Collections.Immutable;
using Resupply.Language;
using Resupply.Scoring;
using static System.FormattableString;

namespace Resupply.Reports;

/// <summary>The scores of a log, in the terminal.</summary>
public static class ScoreText
{
    /// <param name="width">Columns; lines break at words.</param>
    /// <param name="coloured">Headings bold, by ANSI escapes.</param>
    public static void Write(ScoreReport report, TextWriter output, int width, bool coloured = false)
    {
        var text = new WrappedText(output, width);
        var runs = report.Log.Runs;
        text.Line("", 0, VisibleText.Of(report.Path));
        text.Line(
            "",
            0,
            $"{ScoreWords.Plural(runs.Length, "line")}, {runs.Min(run => run.Answered)} to " +
            $"{runs.Max(run => run.Answered)}; {ScoreWords.Plural(report.Settled.Length, "question")} settled, " +
            Invariant($"{report.Open.Length} open"));
        text.Line("", 0, $"the chain is whole and ends in {report.Log.End}");
        text.Blank();
        foreach (var sentence in ScoreWords.Sentences(report)) text.Hanging(sentence);
        foreach (var table in ScoreTables.Of(report))
        {
            text.Blank();
            text.Line("", 0, coloured ? $"\e[1m{table.Title}\e[0m" : table.Title);
            Write(table, output, width);
            if (table.Title == ScoreTables.Reliability(report).Title) WriteParts(report, text);
        }

        var left = ScoreWords.LeftOut(report).ToArray();
        if (left.Length > 0) text.Blank();
        foreach (var sentence in left) text.Hanging(sentence);
    }

    private static void Write(ScoreTables table, TextWriter output, int width)
    {
        string[][] rows = [table.Header, .. table.Rows];
        ColumnTables.Write(
            [.. rows.Select(row => ScoreWords.Cut(row[0]))],
            [
                .. Enumerable.Range(1, table.Header.Length - 1)
                    .Select(column => rows.Select(row => row[column]).ToImmutableArray()),
            ],
            output,
            width);
    }

    private static void WriteParts(ScoreReport report, WrappedText text)
    {
        var parts = report.Parts!;
        text.Blank();
        text.Hanging(Invariant($"Brier {parts.Brier:0.000} = {parts.Reliability:0.000} for what was said being off ") +
            Invariant($"from what came (reliability) − {parts.GeneralResolution:0.000} for telling cases apart ") +
            Invariant($"(resolution) + {parts.Uncertainty:0.000} for how hard they were (uncertainty)."));
    }
}
