using System.Collections.Immutable;
using Resupply.Scoring;
using static System.FormattableString;

namespace Resupply.Reports;

/// <summary>The tables of the scores, the same for the terminal and the page.</summary>
/// <param name="Header">The first is over the labels.</param>
internal sealed record ScoreTables(string Title, string[] Header, ImmutableArray<string[]> Rows)
{
    public static IEnumerable<ScoreTables> Of(ScoreReport report) =>
        new[] { Who(report), Reliability(report), ByQuestion(report), Numbers(report), Open(report) }
            .Where(table => !table.Rows.IsEmpty);

    /// <summary>By source: ours, theirs, and who knows nothing.</summary>
    public static ScoreTables Who(ScoreReport report)
    {
        if (report.Ours.Questions.IsEmpty) return new("", [], []);
        var ours = report.Ours;
        var rows = ImmutableArray.CreateBuilder<string[]>();
        rows.Add(RowOf(ScoreWords.Ours, ours, ""));
        foreach (var (scenario, record) in report.ByScenario) rows.Add(RowOf($"  of {scenario}", record, ""));
        foreach (var record in report.Theirs)
            rows.Add(RowOf(ScoreWords.NameOf(record), record, ScoreWords.Score(ours.On(record).Brier)));
        var count = Invariant($"{ours.Questions.Length}");
        if (ours.BaseRateBrier > 0)
            rows.Add(["the base rate", count, ScoreWords.Score(ours.BaseRateBrier), "", "", "0%", ""]);
        rows.Add(["an even chance", count, "0.250", "", "1.000", "", ""]);
        return new(
            "Were we right, and were they?",
            ["", "questions", "Brier", "error", "log", "skill", "ours there"],
            rows.ToImmutable());
    }

    public static ScoreTables Reliability(ScoreReport report) => new(
        "What was said, and what came",
        ["said", "mean", "came", "if right", "questions", ""],
        report.Ours.Questions.IsEmpty
            ? []
            : [
                .. report.Reliability.Select(bin => new[]
                {
                    ScoreWords.Tenth(bin), ScoreWords.Percent(bin.Said), ScoreWords.Percent(bin.Happened),
                    $"{ScoreWords.Percent(bin.Low)} to {ScoreWords.Percent(bin.High)}", Invariant($"{bin.Questions}"),
                    TextBar.Of(bin.Happened),
                }),
            ]);

    public static ScoreTables ByQuestion(ScoreReport report) => new(
        "By question",
        ["", "came", "we said", "they", "Brier", "theirs", "log", "answers", "days"],
        [
            .. report.Ours.Questions.Select(score =>
            {
                QuestionScore[] theirs =
                [
                    .. report.Theirs.SelectMany(record => record.Questions)
                        .Where(each => each.Question.Asked == score.Question.Asked),
                ];
                return new[]
                {
                    ScoreWords.NameOf(score.Question.Asked, report), score.Happened ? "yes" : "no",
                    ScoreWords.Percent(score.Said), Theirs(theirs, each => ScoreWords.Percent(each.Said)),
                    ScoreWords.Score(score.Brier), Theirs(theirs, each => ScoreWords.Score(each.Brier)),
                    ScoreWords.Score(score.Log), Invariant($"{score.Given.Length}"),
                    Invariant($"{score.Question.Days}"),
                };
            }),
        ]);

    public static ScoreTables Numbers(ScoreReport report) => new(
        "Shares, quantities and days",
        ["", "came", "off by", "loss", "within 8 of 10"],
        [
            .. report.Numbers.Select(score => new[]
            {
                ScoreWords.NameOf(score.Question.Asked, report), ScoreWords.Came(score),
                ScoreWords.Off(score), ScoreWords.Loss(score), ScoreWords.Percent(score.Inside),
            }),
        ]);

    public static ScoreTables Open(ScoreReport report) => new(
        "Open",
        ["", "settled on", "answers", "told by"],
        [
            .. report.Open.Select(asked => new[]
            {
                ScoreWords.NameOf(asked, report), asked.Settled.ToString(),
                Invariant($"{asked.Answers.Length + asked.Replays}"), WhatCame.KeyFor(asked.Kind) ?? "",
            }),
        ]);

    private static string Theirs(QuestionScore[] theirs, Func<QuestionScore, string> of) => theirs switch
    {
        [] => "",
        [var only] => of(only),
        _ => $"{of(theirs.MinBy(each => each.Brier)!)} to {of(theirs.MaxBy(each => each.Brier)!)}",
    };

    private static string[] RowOf(string label, TrackRecord record, string there) =>
    [
        label, Invariant($"{record.Questions.Length}"), ScoreWords.Score(record.Brier),
        ScoreWords.Error(record.BrierError), ScoreWords.Score(record.Log), ScoreWords.Skill(record.Skill), there,
    ];
}
