using Resupply.Answers;
using static System.FormattableString;

namespace Resupply.Reports;

/// <summary>What the grades move, in words: which answers, by how much, and what they would be if certain.</summary>
internal static class GradeWords
{
    public const string Heading = "What the grades move";

    public static void Write(TerminalReport.Page page, RunReport report)
    {
        if (report.Grades.IsEmpty) return;
        page.Heading(Heading);
        page.Text.Line("", 0, Introduction(report));
        foreach (var grade in report.Grades)
        {
            page.Text.Line("", 0, Subject(grade));
            foreach (var moved in grade.Moved)
            {
                var certain = CertainOf(moved, grade, report.Card);
                page.Text.Hanging($"{moved.Paired.Question.Name}: {ChangeOf(moved)}; {certain}");
            }

            if (!grade.Unmoved.IsEmpty) page.Text.Hanging(UnmovedOf(grade));
        }
    }

    public static string Introduction(RunReport report) => Invariant(
        $"Each answer less what it would be if all of that grade were certain, in {report.Grades[0].Replications:N0} ")
        + "replications on the same draws.";

    /// <summary>"B2, stated as 60%: shipments.truck, by promise".</summary>
    public static string Subject(GradeEffect grade) =>
        $"{grade.Grade}, stated as {grade.Probability}: " +
        $"{string.Join(", ", grade.Shipments.Select(name => $"shipments.{name}"))}, by {Listed(grade.Claims)}";

    /// <summary>"−21 ± 2 points"; of a date, how often it never comes.</summary>
    public static string ChangeOf(MovedAnswer moved)
    {
        var change = moved.Paired.Change!.Value;
        if (moved.Paired.Other is Answer.Date && change is { Value: 0, Error: 0 })
            return "its day moves, not how often it comes";
        var size = SignatureSentence.Change(change, moved.Paired.Other);
        if (moved.Paired.MedianDaysLater is { } days and not 0)
            size += Invariant($", the median day {Math.Abs(days):N0} days {(days > 0 ? "later" : "sooner")}");
        return moved.IsTold ? size : $"{size}, which cannot be told from nothing";
    }

    /// <summary>"93 in 100 if certain".</summary>
    public static string CertainOf(MovedAnswer moved, GradeEffect grade, RunCard card)
    {
        var played = card with { Replications = grade.Replications };
        return $"{SignatureSentence.Headline(moved.Paired.Base, played)} if certain";
    }

    public static string UnmovedOf(GradeEffect grade) =>
        $"not moved in any replication: {Listed(grade.Unmoved)}";

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names);
}
