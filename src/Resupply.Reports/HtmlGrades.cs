using Resupply.Answers;

namespace Resupply.Reports;

/// <summary>What the grades move, as a section of the page; none where nothing is graded.</summary>
internal static class HtmlGrades
{
    public static void Write(Markup page, RunReport report)
    {
        if (report.Grades.IsEmpty) return;
        page.Add($"""<section aria-labelledby="grades"><h2 id="grades">{GradeWords.Heading}</h2>""");
        page.Add($"<p>{Markup.Prose(GradeWords.Introduction(report))}</p>");
        foreach (var grade in report.Grades) Write(page, grade, report.Card);
        page.Add($"</section>");
    }

    private static void Write(Markup page, GradeEffect grade, RunCard card)
    {
        var subject = GradeWords.Subject(grade);
        if (grade.Moved.IsEmpty)
        {
            page.Add($"<p>{subject}</p>");
        }
        else
        {
            page.Add($"""<div class="scroll words" tabindex="0" role="region" aria-label="{subject}">""");
            var rows = grade.Moved.Select(moved => new[]
            {
                moved.Paired.Question.Name, GradeWords.ChangeOf(moved), GradeWords.CertainOf(moved, grade, card),
            });
            page.Add($"{Figure.TableOf(subject, ["Answer", "what the grade does to it", "it would be"], rows)}</div>");
        }

        if (!grade.Unmoved.IsEmpty) page.Add($"<p>{GradeWords.UnmovedOf(grade)}.</p>");
    }
}
