using Resupply.Answers;
using Resupply.Language;
using Resupply.Planning;
using static System.FormattableString;

namespace Resupply.Reports;

/// <summary>An answer day by day as it was known, and what changed it, in the terminal.</summary>
public static class ReplayText
{
    private const int RowsMax = 40;

    /// <param name="width">Columns; lines break at words.</param>
    /// <param name="coloured">Headings bold, by ANSI escapes.</param>
    public static void Write(ReplayReport report, TextWriter output, int width, bool coloured = false)
    {
        var text = new WrappedText(output, width);
        var (card, numbers) = (report.Card, new ReplayNumbers(report));
        text.Line("", 0, card.Title.ReplaceLineEndings(" "));
        text.Line(
            "",
            0,
            $"option {card.Option}, world {card.World}, as known on {report.Terms.From} to {report.Terms.To}");
        text.Line("", 0, $"{report.Question.Name}: {SignatureSentence.Subject(report.Last.Answer!, card)}");
        text.Blank();
        text.Line("", 0, ReplaySentence.Of(report));
        if (!report.Steps.IsEmpty)
        {
            text.Blank();
            text.Line("", 0, Heading("As it was known on", coloured));
            WriteDays(report, numbers, text);
            text.Blank();
            text.Line("", 0, Heading("What changed it, in the order in which it became known", coloured));
            WriteSteps(report, numbers, text);
        }

        WriteIdle(report, text);
        text.Blank();
        text.Line("", 0, Invariant($"{card.Replications:N0} replications of each plan, seed {card.Seed}, ") +
            $"resupply {card.Version}, {card.File} {card.Sha256[..Math.Min(12, card.Sha256.Length)]}");
    }

    private static string Heading(string heading, bool coloured) => coloured ? $"\e[1m{heading}\e[0m" : heading;

    private static void WriteDays(ReplayReport report, ReplayNumbers numbers, WrappedText text)
    {
        var known = report.Days.Where(day => day.Level is not null).ToList();
        var wide = known.Max(day => numbers.Level(day.Level!.Value).Length);
        var most = numbers.IsOfShares ? 1 : known.Max(day => Answering.Level(day.Answer!) ?? 0);
        if (report.Last.Answer is Answer.Date)
            text.Line($"  {"",10}  {"none".PadLeft(wide)}  {Days("p10", "p50", "p90")}", 80, "");
        foreach (var day in Shown(report))
        {
            if (day.Level is not { } level)
            {
                text.Line($"  {day.Day}", 14, $"cannot be run: {day.Refusal}");
                continue;
            }

            var number = numbers.Level(level).PadLeft(wide);
            var beside = day.Answer is Answer.Date date
                ? Days(date.Estimate.P10?.ToString(), date.Estimate.P50?.ToString(), date.Estimate.P90?.ToString())
                : TextBar.Of(most > 0 ? (Answering.Level(day.Answer!) ?? 0) / most : 0);
            text.Line($"  {day.Day}  {number}  {beside}".TrimEnd(), 80, "");
        }
    }

    /// <summary>All of them, or where they are many: the ends, those on which news came, and some between.</summary>
    private static IEnumerable<ReplayedDay> Shown(ReplayReport report)
    {
        var step = (report.Days.Length + RowsMax - 1) / RowsMax;
        var news = report.Steps.Where(each => !each.News.IsEmpty).Select(each => each.On).ToHashSet();
        return report.Days.Where((day, index) =>
            index % step == 0 || index == report.Days.Length - 1 || news.Contains(day.Day));
    }

    private static string Days(params ReadOnlySpan<string?> days)
    {
        var text = "";
        foreach (var day in days) text += $"  {day ?? "–",-10}";
        return text[2..].TrimEnd();
    }

    private static void WriteSteps(ReplayReport report, ReplayNumbers numbers, WrappedText text)
    {
        var (first, last) = (report.Days[0], report.Last);
        var entries = report.Entries.Select(entry => (
            Entry: entry,
            Size: numbers.Step(entry.Before, entry.After),
            Error: IsNothing(entry) ? "" : numbers.Error(entry.Change))).ToList();
        var ends = new[] { first, last }.Select(day => numbers.Level(day.Level!.Value)).ToList();
        var wide = entries.Select(each => each.Size).Concat(ends).Max(number => number.Length);
        var errors = entries.Max(each => each.Error.Length);
        var indent = 17 + wide + errors;
        text.Line($"  {report.Terms.From}  {ends[0].PadLeft(wide)}", indent, "the answer on that day");
        foreach (var (entry, size, error) in entries)
        {
            var beyond = entry.IsTold || IsNothing(entry) ? "" : "; within the error";
            text.Line(
                $"  {entry.Steps[^1].On}  {size.PadLeft(wide)} {error.PadRight(errors)}",
                indent,
                ReplaySentence.What(entry, numbers) + beyond);
            if (entry.Steps.All(step => step.News.All(news => news.Kind is NewsKind.Fact))) continue;
            foreach (var claim in entry.Steps.SelectMany(step => step.Claims))
                text.Line("", indent + 2, ReplaySentence.Text(claim));
        }

        text.Line($"  {report.Terms.To}  {ends[1].PadLeft(wide)}", indent, "the answer on the last day");
    }

    /// <summary>Every replication came to the same as before.</summary>
    private static bool IsNothing(ReplayEntry entry) => entry.Change is { Value: 0, Error: 0 };

    private static void WriteIdle(ReplayReport report, WrappedText text)
    {
        if (report.Idle.IsEmpty) return;
        text.Blank();
        text.Line("", 0, "Became known, and changes nothing that is played:");
        text.Hanging(string.Join(", ", report.Idle.Select(Idle)));
    }

    private static string Idle(News news) => news.Kind is NewsKind.Withdrawal
        ? $"{news.Path} withdrawn ({news.On})"
        : $"{news.Path} ({news.On})";
}
