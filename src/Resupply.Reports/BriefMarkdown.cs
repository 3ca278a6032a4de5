using System.Collections.Immutable;
using Resupply.Answers;
using static System.FormattableString;

namespace Resupply.Reports;

/// <summary>
/// A memo: one page for a principal (the answers in sentences, three things that matter most, what is assumed), then
/// the annex with every number behind it.
/// </summary>
public static class BriefMarkdown
{
    /// <summary>What fits on a page beside all the rest.</summary>
    private const int AnswersMax = 8;
    private const int MattersMax = 3;

    public static string Write(RunReport report)
    {
        var memo = new MarkdownText();
        var card = report.Card;
        memo.Line($"# {MarkdownText.Plain(card.Title)}").Line();
        memo.Line($"{CaseOf(card)}. Odds are out of 100 and hold for what the file states, no more.");
        WriteAnswers(memo, report);
        WriteMatters(memo, report);
        WriteAssumed(memo, report);
        memo.Line().Line(AnnexMark);
        BriefAnnex.Write(memo, report);
        return memo.ToString();
    }

    /// <summary>Between the page and the annex.</summary>
    internal const string AnnexMark = "---";

    private static string CaseOf(RunCard card)
    {
        var option = card.Option == "base" ? "The plan as it stands" : $"Option {card.Option}";
        var world = card.World == "as-written" ? "" : $", in the world {card.World}";
        return $"{option}{world}; {CardWords.Days(card)}, seen from {card.Today}";
    }

    private static void WriteAnswers(MarkdownText memo, RunReport report)
    {
        memo.Heading(2, "Answers");
        foreach (var answer in report.Answers.Take(AnswersMax)) memo.Line($"- {SentenceOf(answer, report.Card)}");
        var more = report.Answers.Length - AnswersMax;
        if (more > 0) memo.Line().Line(Invariant($"{more:N0} more {(more == 1 ? "is" : "are")} in the annex."));
    }

    private static string SentenceOf(Answer answer, RunCard card)
    {
        var wording = Wording.Of(answer, card);
        var head = answer is Answer.Probability probability
            ? $"{Capital(CalibratedWords.Of(probability.Estimate, probability.Exact))} ({wording.Headline})"
            : wording.Headline;
        var said = string.Concat(answer.Claimed.Select(each => " " + MarkdownText.Plain(Said(each))));
        return $"**{MarkdownText.Plain(head)}**{wording.Joint}{MarkdownText.Plain(wording.Rest)}.{said}";
    }

    private static string Said(Statement statement) =>
        $"{statement.Source} said: “{Wording.Inner(statement.Quote)}”{Wording.Given(statement)}.";

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    private static void WriteMatters(MarkdownText memo, RunReport report)
    {
        memo.Heading(2, "What matters most");
        var matters = Matters(report);
        if (matters.IsEmpty) memo.Line("No single uncertain value moves an answer beyond the simulation's own error.");
        foreach (var (index, each) in matters.Take(MattersMax).Index())
            memo.Line(Invariant($"{index + 1}. ") + MatterOf(each, report));
    }

    /// <summary>For the answers on the page: what moves those of the annex alone matters less to its reader.</summary>
    private static ImmutableArray<Mattering> Matters(RunReport report)
    {
        var shown = report.Answers.Take(AnswersMax).Select(answer => answer.Name).ToHashSet(StringComparer.Ordinal);
        return Mattering.Of(report.Swings.Where(swing => shown.Contains(swing.Question)));
    }

    private static string MatterOf(Mattering each, RunReport report)
    {
        var swing = each.Largest;
        var answer = report.Answers.FirstOrDefault(answer => answer.Name == swing.Question);
        var low = Wording.SwingValue(swing.Low, swing.LowShare, swing, answer, report.Card);
        var high = Wording.SwingValue(swing.High, swing.HighShare, swing, answer, report.Card);
        var what = Wording.SwingOf(answer, report.Card);
        var of = what.Length == 0 ? swing.Question : $"{swing.Question} ({what})";
        return $"**{MarkdownText.Plain(SwingFigures.NameOf(each.Path))}**: " + MarkdownText.Plain(
            $"{of} is {low} where it is {swing.LowText}, and {high} where it is {swing.HighText}.");
    }

    private static void WriteAssumed(MarkdownText memo, RunReport report)
    {
        memo.Heading(2, "What is assumed");
        var counts = report.Assumptions.CountBy(value => value.Kind).ToDictionary();
        string[] parts =
        [
            .. from ground in Grounds
               let count = counts.GetValueOrDefault(ground.Kind)
               where count > 0
               select Invariant($"{count:N0} {(count == 1 ? "rests" : "rest")} on {ground.Words}"),
        ];
        memo.Line(Invariant($"Of {report.Assumptions.Length:N0} values, {string.Join(", ", parts)}."));
        var leading = Leading(report);
        if (!leading.IsEmpty) memo.Line();
        foreach (var value in leading) memo.Line($"- {AssumedOf(value)}");
    }

    private static readonly ImmutableArray<(string Kind, string Words)> Grounds =
    [
        ("evidence", "what somebody said"),
        ("assumption", "an assumption of ours"),
        ("decision", "a decision of this option"),
        ("unsupported", "nothing that is said"),
    ];

    /// <summary>The values without evidence on which the answers hang most.</summary>
    private static ImmutableArray<Assumption> Leading(RunReport report)
    {
        var loose = report.Assumptions.Where(value => value.Kind != "evidence").ToDictionary(value => value.Path);
        return
        [
            .. Matters(report).Select(each => loose.GetValueOrDefault(each.Path)).OfType<Assumption>()
                .Take(MattersMax),
        ];
    }

    private static string AssumedOf(Assumption value)
    {
        var because = value.Because.Length == 0 ? "nobody says why" : value.Because;
        return $"**{MarkdownText.Plain(SwingFigures.NameOf(value.Path))}** is " +
            $"{MarkdownText.Plain($"{value.Text} ({value.Kind}: {because}).")}";
    }
}
