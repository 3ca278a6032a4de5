using Resupply.Answers;
using Resupply.Planning;
using static System.FormattableString;

namespace Resupply.Reports;

/// <summary>How much would do, in the terminal: for each value a curve of the answer, and a sentence.</summary>
public static class SufficiencyText
{
    /// <param name="width">Columns; lines break at words.</param>
    /// <param name="coloured">Headings bold, by ANSI escapes.</param>
    public static void Write(SufficiencyReport report, TextWriter output, int width, bool coloured = false)
    {
        var text = new WrappedText(output, width);
        var card = report.Card;
        text.Line("", 0, card.Title.ReplaceLineEndings(" "));
        text.Line("", 0, CardWords.Case(card));
        text.Line("", 0, $"{report.Question.Name}: {SignatureSentence.Subject(report.AsWritten, card)}");
        var level = SufficiencySentence.Asked(report);
        text.Line("", 0, $"asked: {level}; as the file stands: {SignatureSentence.Headline(report.AsWritten, card)}");
        foreach (var value in report.Values)
        {
            text.Blank();
            var heading = $"{value.Path}, in the file {value.Text}";
            text.Line("", 0, coloured ? $"\e[1m{heading}\e[0m" : heading);
            WriteCurve(value, card, output);
            text.Hanging(SufficiencySentence.Of(value, report));
        }

        text.Blank();
        text.Line("", 0, "Each value alone is varied; all else, and all that is drawn, stays as it is.");
        text.Line("", 0, Invariant($"{card.Replications:N0} replications of each plan, seed {card.Seed}, ") +
            $"resupply {card.Version}, {card.File} {card.Sha256[..Math.Min(12, card.Sha256.Length)]}");
    }

    private static void WriteCurve(VariedValue value, RunCard card, TextWriter output)
    {
        var names = value.Points.Max(point => point.Text.Length);
        var numbers = value.Points.Max(point => SignatureSentence.Headline(point.Answer, card).Length);
        var most = value.Points.Max(point => Math.Abs(Answering.Level(point.Answer) ?? 0));
        if (value.Points[0].Answer is Answer.Probability or Answer.Share or Answer.Date) most = 1;
        foreach (var point in value.Points)
        {
            var bar = TextBar.Of(most > 0 ? (Answering.Level(point.Answer) ?? 0) / most : 0);
            var headline = SignatureSentence.Headline(point.Answer, card).PadLeft(numbers);
            var does = point.IsReached ? "  does" : "";
            output.Write($"  {point.Text.PadRight(names)}  {headline}  {bar}{does}".TrimEnd() + "\n");
        }
    }
}
