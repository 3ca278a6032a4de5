using Resupply.Planning;
using static System.FormattableString;

namespace Resupply.Reports;

/// <summary>A displacement in the terminal: who waits longer, whose chances fall, and what that means.</summary>
public static class DisplacementText
{
    /// <param name="width">Columns; lines break at words.</param>
    /// <param name="coloured">Headings bold, by ANSI escapes.</param>
    public static void Write(DisplacementReport report, TextWriter output, int width, bool coloured = false)
    {
        var text = new WrappedText(output, width);
        var tables = new DisplacementTables(report, output, text);
        Heading(text, report);
        text.Blank();
        var heading = HeadingOf(report);
        text.Line("", 0, coloured ? $"\e[1m{heading}\e[0m" : heading);
        if (report.From is not null)
        {
            tables.Write(report.Moved, firmAlone: false);
            tables.WriteWords(report.Moved);
        }

        if (report.Firm is { } firm) WriteFirm(firm, tables, text, coloured);
        text.Blank();
        text.Line("", 0, DisplacementSentence.Of(report));
        text.Blank();
        text.Line("", 0, FootOf(report.Card, report.IsExact));
    }

    internal static string FootOf(Answers.RunCard card, bool isExact) =>
        (isExact
            ? "Nothing is drawn that matters here: exact, "
            : Invariant($"{card.Replications:N0} replications of each plan, seed {card.Seed}, ")) +
        $"resupply {card.Version}, {card.File} {card.Sha256[..Math.Min(12, card.Sha256.Length)]}";

    internal static void Heading(WrappedText text, DisplacementReport report) => Heading(text, report.Card);

    internal static void Heading(WrappedText text, Answers.RunCard card)
    {
        text.Line("", 0, card.Title.ReplaceLineEndings(" "));
        text.Line("", 0, CardWords.Case(card));
    }

    private static string HeadingOf(DisplacementReport report)
    {
        var what = report.Asked.Units is { } units
            ? Invariant($"{units:N0} units of {report.Asked.Order}")
            : report.Asked.Order;
        return report.From is { } from
            ? $"{what} before all others of {report.Line}, from {from}"
            : $"{what} stays where it is in {report.Line}";
    }

    private static void WriteFirm(FirmDisplacement firm, DisplacementTables tables, WrappedText text, bool coloured)
    {
        if (firm.Kept.IsEmpty) return;
        Heading("Without touching a firm agreement");
        text.Line("", 0, $"Kept as planned, to the item: {DisplacementWords.And(firm.Kept)}.");
        if (!firm.Harmed.IsEmpty)
        {
            text.Line("", 0, $"{DisplacementWords.And(firm.Harmed)} meets a due date more seldom even so: " +
                "on the way it waits for what others send.");
        }

        tables.Write(firm.Untouched, firmAlone: false);
        if (firm.Ceding is not { } ceding) return;
        Heading("The least that would have to give way for the rest");
        text.Line("", 0, $"{DisplacementWords.And(ceding.Orders)}; what is firm would lose:");
        if (!ceding.IsLeast)
            text.Line("", 0, "(Too many to try all sets: none of these can be spared, but a smaller set may do.)");
        tables.Write(ceding.Moved, firmAlone: true);

        void Heading(string heading)
        {
            text.Blank();
            text.Line("", 0, coloured ? $"\e[1m{heading}\e[0m" : heading);
        }
    }
}
