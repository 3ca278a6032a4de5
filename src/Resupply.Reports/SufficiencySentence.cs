using Resupply.Answers;
using Resupply.Language;
using Resupply.Planning;
using Resupply.Values;
using static System.FormattableString;

namespace Resupply.Reports;

/// <summary>What would do for an answer to reach a level, in a sentence that a principal reads.</summary>
public static class SufficiencySentence
{
    /// <summary>
    /// "90 in 100 needs shipments.november.arrives by about 28 November 2024: 91 in 100 then, 89 in 100 a day later";
    /// "stocks.theatre.patriot.on-hand alone does not do it: at best 84 in 100, at 890".
    /// </summary>
    public static string Of(VariedValue value, SufficiencyReport report)
    {
        var asked = Asked(report);
        if (value.Turn is { } turn)
            return $"{asked} needs {value.Path} {Bound(value.Measure, turn)}: {Beside(turn, report.Card)}.";
        if (value.Points.All(point => point.IsReached)) return $"{asked} holds whatever {value.Path} is.";
        var sign = report.Terms.Sought.AtLeast ? 1 : -1;
        if (!value.Points.Any(point => point.IsReached))
        {
            var best = value.Points.MaxBy(point => sign * Answering.Level(point.Answer) ?? double.NegativeInfinity)!;
            return $"{value.Path} alone does not do it: at best {Headline(best, report.Card)}, at {best.Text}.";
        }

        var reached = value.Points.Where(point => point.IsReached).Select(point => point.Text);
        return $"{asked} is reached with {value.Path} at {string.Join(", ", reached)}, and not at those between.";
    }

    /// <summary>"90 in 100", "at most 12 units".</summary>
    public static string Asked(SufficiencyReport report) => Asked(report.Terms.Sought, report.AsWritten);

    /// <param name="answer">Any answer to the question.</param>
    public static string Asked(SoughtLevel sought, Answer answer)
    {
        var level = answer switch
        {
            Answer.Probability or Answer.Date => Invariant($"{sought.Level * 100:0.###} in 100"),
            Answer.Share => Invariant($"{sought.Level * 100:0.###}%"),
            Answer.Quantity quantity => Shown.Amount(sought.Level, quantity.Unit),
            _ => Invariant($"{sought.Level}"),
        };
        return sought.AtLeast ? level : $"at most {level}";
    }

    private static string Bound(Measure measure, SufficiencyTurn turn)
    {
        var text = Text(measure, turn.Does);
        return (measure, turn.DoesAbove) switch
        {
            (Measure.Date, false) => $"by about {text}",
            (Measure.Date, true) => $"not before about {text}",
            (_, true) => $"at about {text} or more",
            (_, false) => $"at about {text} or less",
        };
    }

    private static string Beside(SufficiencyTurn turn, RunCard card) =>
        $"{Headline(turn.Does, card)} then, {Headline(turn.DoesNot, card)} at {turn.DoesNot.Text}";

    private static string Headline(SufficiencyPoint point, RunCard card) =>
        SignatureSentence.Headline(point.Answer, card);

    private static string Text(Measure measure, SufficiencyPoint point) =>
        measure is Measure.Date && double.IsFinite(point.Value)
            ? SignatureSentence.Date(new Day((int)point.Value))
            : point.Text;
}
