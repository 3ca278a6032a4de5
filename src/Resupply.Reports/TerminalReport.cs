using System.Collections.Immutable;
using Resupply.Answers;
using static System.FormattableString;

namespace Resupply.Reports;

/// <summary>What a planner reads in the terminal: the answers in sentences, what they hang on and rest on.</summary>
public static class TerminalReport
{
    private const int SwingsShownMax = 3;
    private const int LabelMax = 24;

    /// <param name="width">Columns; lines break at words.</param>
    /// <param name="coloured">Headings bold, by ANSI escapes.</param>
    public static void Write(RunReport report, TextWriter output, int width, bool coloured = false)
    {
        var page = new Page(new WrappedText(output, width), coloured);
        page.Text.Line("", 0, OneLine(report.Card.Title));
        page.Text.Line("", 0, CardWords.Case(report.Card));
        WriteAnswers(page, report);
        WriteEvents(page, report);
        WriteSwings(page, report);
        GradeWords.Write(page, report);
        TerminalProduction.Write(page, report);
        TerminalReadiness.Write(page, report);
        SeriesWords.Write(page, report);
        WriteAssumptions(page, report.Assumptions);
        WriteCard(page, report);
    }

    private static void WriteAnswers(Page page, RunReport report)
    {
        page.Heading("Answers");
        var indent = IndentOf(report.Answers.Select(answer => answer.Name));
        foreach (var answer in report.Answers)
        {
            var wording = Wording.Of(answer, report.Card);
            var range = wording.Range.Length == 0 ? "" : $" ({wording.Range})";
            page.Text.Line(answer.Name, indent, $"{wording.Headline}{range}{wording.Joint}{wording.Rest}");
            foreach (var statement in answer.Claimed)
                page.Text.Line("", indent, Wording.Of(statement, wording.Headline));
        }
    }

    private static void WriteEvents(Page page, RunReport report)
    {
        if (report.Events.IsEmpty) return;
        page.Heading("Warnings");
        var indent = IndentOf(report.Events.Select(happening => happening.Thing));
        foreach (var happening in report.Events)
        {
            var chance = Shown.Probability(happening.Probability, report.Card.Replications);
            page.Text.Line(happening.Thing, indent, $"{happening.What}: {chance}");
        }
    }

    private static void WriteSwings(Page page, RunReport report)
    {
        if (report.Swings.IsEmpty) return;
        page.Heading("What it hangs on");
        page.Text.Line("", 0, "The answer where one uncertain value is in its lowest fifth, and in its highest; how " +
            "much of its variance the value explains by itself.");
        foreach (var matters in WhatMatters.Of(report))
        {
            var answer = report.Answers.FirstOrDefault(answer => answer.Name == matters.Question);
            var what = Wording.SwingOf(answer, report.Card);
            page.Text.Line("", 0, what.Length == 0 ? matters.Question : $"{matters.Question} ({what})");
            var shown = matters.Foremost(SwingsShownMax);
            foreach (var swing in shown) page.Text.Hanging($"{swing.Path}: {SentenceOf(swing, answer, report.Card)}");
            if (shown.Length == 0) page.Text.Hanging("no single value moves it more than the simulation's own error");
            foreach (var sentence in SwingSentence.Of(matters)) page.Text.Hanging(sentence);
        }
    }

    private static string SentenceOf(Swing swing, Answer? answer, RunCard card)
    {
        var low = Wording.SwingValue(swing.Low, swing.LowShare, swing, answer, card);
        var high = Wording.SwingValue(swing.High, swing.HighShare, swing, answer, card);
        var explains = SwingSentence.Explains(swing);
        return $"{low} ({swing.LowText}), {high} ({swing.HighText})" + (explains.Length == 0 ? "" : $"; {explains}");
    }

    private static void WriteAssumptions(Page page, ImmutableArray<Assumption> assumptions)
    {
        if (assumptions.IsEmpty) return;
        page.Heading("What was assumed");
        var assumed = assumptions.Where(assumption => assumption.Kind == "assumption");
        foreach (var reason in assumed.GroupBy(assumption => assumption.Because))
        {
            var values = string.Join(", ", reason.Select(assumption => $"{assumption.Path} = {assumption.Text}"));
            page.Text.Hanging(OneLine(reason.Key.Length == 0 ? values : $"{values}: {reason.Key}"));
        }

        WritePaths(page, assumptions, "decision", "Decided by this option");
        WritePaths(page, assumptions, "unsupported", "Nobody says what these rest on");
        var evidence = assumptions.Count(assumption => assumption.Kind == "evidence");
        var rest = evidence == 1 ? "value rests" : "values rest";
        if (evidence > 0) page.Text.Hanging(Invariant($"{evidence:N0} {rest} on evidence"));
    }

    private static void WritePaths(Page page, ImmutableArray<Assumption> assumptions, string kind, string label)
    {
        var paths = assumptions.Where(assumption => assumption.Kind == kind).Select(assumption => assumption.Path);
        var list = string.Join(", ", paths);
        if (list.Length > 0) page.Text.Hanging($"{label}: {list}");
    }

    private static void WriteCard(Page page, RunReport report)
    {
        var card = report.Card;
        page.Text.Blank();
        page.Text.Line("", 0, Invariant($"{card.Replications:N0} replications, seed {card.Seed}, ") +
            $"resupply {card.Version}, {card.File} {card.Sha256[..Math.Min(12, card.Sha256.Length)]}" +
            ChecksOf(report.Checks));
        foreach (var answer in report.Answers)
        {
            if (answer.Stationary is { } stationary)
                page.Text.Hanging(Invariant($"{answer.Name}, in the long run: {stationary.Value:G6}, ") +
                    $"by {stationary.Method}");
            if (answer.Approximate is { } approximate)
                page.Text.Hanging(Invariant($"{answer.Name}, about: {approximate.Value:G6}, by {approximate.Method}"));
        }
    }

    private static string ChecksOf(ImmutableArray<ExactCheck> checks)
    {
        if (checks.IsEmpty) return "";
        var farthest = checks.Max(check => Math.Abs(check.Errors));
        var answers = checks.Length == 1 ? "1 answer" : $"{checks.Length} answers";
        return Invariant($", {answers} checked exactly (at most {farthest:0.0} standard errors off)");
    }

    internal static int IndentOf(IEnumerable<string> labels) =>
        2 + Math.Min(LabelMax, labels.Select(label => label.Length).DefaultIfEmpty(0).Max());

    /// <summary>A title or a note may be several lines in the file.</summary>
    private static string OneLine(string text) => text.ReplaceLineEndings(" ");

    internal sealed record Page(WrappedText Text, bool Coloured)
    {
        public void Heading(string heading)
        {
            Text.Blank();
            Text.Line("", 0, Coloured ? $"\e[1m{heading}\e[0m" : heading);
        }
    }
}
