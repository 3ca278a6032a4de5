using Resupply.Planning;
using static System.FormattableString;

namespace Resupply.Reports;

/// <summary>What binds, in the terminal: what would help, in which months, and what that means.</summary>
public static class BindingText
{
    private const int LabelMax = 48;

    /// <param name="width">Columns; lines break at words.</param>
    /// <param name="coloured">Headings bold, by ANSI escapes.</param>
    public static void Write(BindingReport report, TextWriter output, int width, bool coloured = false)
    {
        var text = new WrappedText(output, width);
        var card = report.Card;
        text.Line("", 0, card.Title.ReplaceLineEndings(" "));
        text.Line("", 0, CardWords.Case(card));
        foreach (var fleet in report.Fleets)
        {
            text.Blank();
            var heading = $"{fleet.Fleet}: {AvailableOf(fleet)}";
            text.Line("", 0, coloured ? $"\e[1m{heading}\e[0m" : heading);
            WriteRanking(text, fleet);
            new MonthTable(fleet, card.Replications, width).Write(output);
            text.Blank();
            text.Line("", 0, $"{fleet.Fleet}: {BindingSentence.Of(fleet)}.");
        }

        WriteLeftOut(text, report);
        text.Blank();
        text.Line("", 0, Invariant($"{card.Replications:N0} replications of each plan, seed {card.Seed}, ") +
            $"resupply {card.Version}, {card.File} {card.Sha256[..Math.Min(12, card.Sha256.Length)]}");
    }

    private static string AvailableOf(FleetBinding fleet) => fleet.Available is { } known
        ? $"{Shown.Share(known)} ({Shown.ShareRange(known)}) available on average"
        : "there is never a member of it";

    private static void WriteRanking(WrappedText text, FleetBinding fleet)
    {
        var moving = fleet.Effects.Where(effect => !effect.IsNothing && effect.Change is not null).ToList();
        text.Line("", 0, moving.Count == 0
            ? "Nothing that was tried changes that."
            : "The change of that, in points, with one thing more or a month sooner:");
        var indent = 4 + Math.Min(LabelMax, moving.Select(effect => effect.Relief.Name.Length).DefaultIfEmpty().Max());
        foreach (var effect in moving)
            text.Line($"  {effect.Relief.Name}", indent, Shown.Points(effect.Change!.Value));
        var nothing = fleet.Effects.Where(effect => effect.IsNothing).Select(effect => effect.Relief.Name);
        if (string.Join(", ", nothing) is { Length: > 0 } names) text.Hanging($"no change at all: {names}");
    }

    private static void WriteLeftOut(WrappedText text, BindingReport report)
    {
        if (report.LeftOut.IsEmpty) return;
        text.Blank();
        text.Line("", 0, "Not tried, since it could change nothing:");
        foreach (var reason in report.LeftOut.GroupBy(each => each.Because))
            text.Hanging($"{string.Join(", ", reason.Select(each => each.Relief.Name))}: {reason.Key}");
    }
}
