using System.Diagnostics;
using Resupply.Answers;

namespace Resupply.Reports;

/// <summary>
/// One answer in words. A probability's question is a clause ("no need of ballistic goes unmet until 2024-12-31"); a
/// share's goes on after the percentage ("of the need of ballistic met until 2024-12-31"); every other is a noun
/// phrase ("first unmet need of ballistic", "patriot on hand at theatre at the end of 2024-12-31").
/// </summary>
/// <param name="Headline">The number alone: "83 in 100".</param>
/// <param name="Error">Half the interval: "±0.2"; empty where there is none.</param>
/// <param name="Range">The interval: "82.9–83.4"; empty where there is none.</param>
/// <param name="Rest">What it is the number of, and its spread.</param>
internal sealed record Wording(string Headline, string Error, string Range, string Rest)
{
    /// <summary>What stands between number and rest where both are on one line.</summary>
    public string Joint =>
        Rest.StartsWith("that ", StringComparison.Ordinal) || Rest.StartsWith("of ", StringComparison.Ordinal)
            || Rest.StartsWith("on average", StringComparison.Ordinal) ? " " : ": ";

    public static Wording Of(Answer answer, RunCard card) => answer switch
    {
        Answer.Probability probability => Of(probability, card),
        Answer.Share share => new(
            Shown.Share(share.Estimate), Shown.ShareError(share.Estimate), Shown.ShareRange(share.Estimate),
            share.Question),
        Answer.Quantity quantity => Of(quantity),
        Answer.Date date => Of(date, card),
        Answer.NotApplicable gone => new(
            "not applicable", "", "", gone.Question),
        _ => throw new UnreachableException(),
    };

    /// <summary>"An official: “lasts until 31 December”. This file: 83 in 100."</summary>
    public static string Of(Statement statement, string headline)
    {
        var given = Given(statement);
        return statement.Quote.Length == 0
            ? $"{statement.Source} ({statement.Claim}){given}. This file: {headline}."
            : $"{statement.Source}: “{Inner(statement.Quote)}”{given}. This file: {headline}.";
    }

    /// <summary>" (given as 70%)": the probability that it gives; empty where the file does not say.</summary>
    public static string Given(Statement statement) => statement.Given is { } probability
        ? FormattableString.Invariant($" (given as {probability * 100:0.#}%)")
        : "";

    /// <summary>A quotation within a quotation takes single marks.</summary>
    public static string Inner(string quote) =>
        quote.TrimEnd('.').Replace('“', '‘').Replace('”', '’').Replace('"', '’');

    /// <summary>The value of an answer where one value is low or high, with the digits its error supports.</summary>
    public static string SwingValue(double value, double share, Swing swing, Answer? answer, RunCard card)
    {
        var half = (swing.Difference.High - swing.Difference.Low) / 2;
        var estimate = new Estimate(value, value - half, value + half, swing.Difference.Error);
        return answer switch
        {
            Answer.Share => Shown.Share(estimate),
            Answer.Quantity quantity => Shown.Amount(estimate, quantity.Unit),
            _ => Shown.Probability(value, share * card.Replications),
        };
    }

    /// <summary>What swings, if not plainly the answer: of a date, the probability that it does not come.</summary>
    public static string SwingOf(Answer? answer, RunCard card) =>
        answer is Answer.Date ? $"probability that it does not come by {card.To}" : "";

    private static Wording Of(Answer.Probability answer, RunCard card) => new(
        Shown.Probability(answer.Estimate, answer.Exact, card.Replications),
        Shown.ProbabilityError(answer.Estimate),
        Shown.ProbabilityRange(answer.Estimate),
        $"that {answer.Question}");

    private static Wording Of(Answer.Quantity answer)
    {
        if (answer.Mean is not { } mean) return new("no need expected", "", "", answer.Question);
        var spread = (answer.P10, answer.P50, answer.P90) is ({ } p10, { } p50, { } p90)
            ? $"; in 8 cases of 10 between {Shown.Amount(p10, "")} and {Shown.Amount(p90, "")}, " +
              $"median {Shown.Amount(p50, "")}"
            : "";
        return new(
            Shown.Amount(mean, answer.Unit), Shown.AmountError(mean), Shown.AmountRange(mean),
            $"on average: {answer.Question}{spread}");
    }

    private static Wording Of(Answer.Date answer, RunCard card)
    {
        var never = Shown.Wilson(answer.Estimate.Never, card.Replications);
        var none = Shown.Probability(never, answer.Exact?.Never, card.Replications);
        var days = DaysOf(answer.Estimate);
        return answer.Estimate.P50 is { } median
            ? new(median.ToString(), "", "", $"{answer.Question} (median){days}; none by {card.To}: {none}")
            : new(none, Shown.ProbabilityError(never), Shown.ProbabilityRange(never),
                $"that it does not come by {card.To}: {answer.Question}{days}");
    }

    private static string DaysOf(DateSpread spread)
    {
        var early = spread.P10 is { } p10 ? $"; by {p10} in 1 case of 10" : "";
        return spread.P90 is { } p90 ? $"{early}, by {p90} in 9 of 10" : early;
    }
}
