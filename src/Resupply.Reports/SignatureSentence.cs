using System.Globalization;
using Resupply.Answers;
using Resupply.Planning;
using Resupply.Values;
using static System.FormattableString;

namespace Resupply.Reports;

/// <summary>Until when a permission still changes an answer, in a sentence that a principal reads.</summary>
public static class SignatureSentence
{
    private const string In = " in ";

    /// <summary>
    /// "Granted by 14 December 2024, it still lifts this from 41 to 52 in 100 (+11 ± 1 points); after 9 January 2025 it
    /// changes nothing that 2,000 replications can tell."
    /// </summary>
    public static string Of(SignatureAnswer answer, RunCard card)
    {
        var sentence = (answer.LastDay, answer.LastTold) switch
        {
            (null, null) =>
                $"No day of the calendar changes this answer by more than {Amount(answer)}; what it changes cannot " +
                Invariant($"be told from nothing at this number of replications ({card.Replications:N0})."),
            (null, { } told) =>
                $"No day of the calendar changes this answer by more than {Amount(answer)}{UpTo(told, card)}.",
            ({ } last, var told) => $"{Until(last, answer, card)}{After(last, told ?? last, answer, card)}.",
        };
        return sentence + Medians(answer) +
            (answer.Shrinks ? "" : " A later grant does not always do less: see the dates.");
    }

    /// <summary>The answer alone: "83 in 100"; of a date, the probability that it does not come.</summary>
    public static string Headline(Answer answer, RunCard card) => answer is Answer.Date date
        ? Shown.Probability(date.Estimate.Never, card.Replications)
        : Wording.Of(answer, card).Headline;

    /// <summary>What it is the number of.</summary>
    public static string Subject(Answer answer, RunCard card) => answer switch
    {
        Answer.Probability => $"that {answer.Question}",
        Answer.Share => $"share {answer.Question}",
        Answer.Date => $"that it does not come by {card.To}: {answer.Question}",
        Answer.Quantity => $"{answer.Question}, on average",
        _ => answer.Question,
    };

    /// <summary>"+11 ± 1 points"; "+12 ± 1 units".</summary>
    public static string Change(Estimate change, Answer answer) =>
        $"{Size(change, answer)} {(answer is Answer.Quantity quantity ? quantity.Unit : "points")}";

    /// <summary>"+11 ± 1", in points or in the answer's unit.</summary>
    public static string Size(Estimate change, Answer answer)
    {
        if (answer is not Answer.Quantity) return Shown.Points(change);
        var sign = change.Value switch { > 0 => "+", < 0 => "−", _ => "" };
        var size = change.Value < 0 ? new Estimate(-change.Value, -change.High, -change.Low, change.Error) : change;
        var error = Shown.AmountError(size).Replace("±", "± ", StringComparison.Ordinal);
        return $"{sign}{Shown.Amount(size, "")} {error}";
    }

    /// <summary>14 December 2024.</summary>
    public static string Date(Day day) =>
        DateOnly.FromDayNumber(day.Number).ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>What a change must be more than: "1 point", "0.5 points", "3.2 units".</summary>
    public static string Amount(SignatureAnswer answer)
    {
        if (answer.Never is Answer.Quantity quantity) return Shown.Amount(answer.MoreThan, quantity.Unit);
        var points = answer.MoreThan * 100;
        return Invariant($"{points:0.###} point{(points == 1 ? "" : "s")}");
    }

    /// <summary>Of a date: the day may move though it comes as often.</summary>
    private static string Medians(SignatureAnswer answer)
    {
        if ((answer.Never, answer.Days[0].Answer) is not (Answer.Date never, Answer.Date atOnce)) return "";
        var (before, after) = (never.Estimate.P50, atOnce.Estimate.P50);
        if (before == after) return "";
        string Median(Day? day) => day is { } known ? Date(known) : "after the calendar";
        return $" The median day is {Median(before)} if it is never granted, {Median(after)} if granted at once.";
    }

    private static string Until(SignedAnswer last, SignatureAnswer answer, RunCard card)
    {
        var day = last.Day!.Value;
        var when = day == card.To ? $"Even granted on {Date(day)}, the last day," : $"Granted by {Date(day)},";
        var change = last.Change!.Value;
        return $"{when} it still {Verb(change)} this {FromTo(answer.Never, last.Answer, card)} " +
            $"({Change(change, last.Answer)})";
    }

    private static string After(SignedAnswer last, SignedAnswer told, SignatureAnswer answer, RunCard card)
    {
        if (last.Day == card.To) return "";
        if (told.Day == card.To) return $"; after that, by no more than {Amount(answer)}";
        var after = told.Day == last.Day ? "after that day" : $"after {Date(told.Day!.Value)}";
        return Invariant($"; {after} it changes nothing that {card.Replications:N0} replications can tell");
    }

    private static string UpTo(SignedAnswer told, RunCard card)
    {
        var day = told.Day!.Value;
        var until = day == card.To ? "even on the last day" : $"until {Date(day)}";
        return $"; {until} it {Verb(told.Change!.Value)} it a little ({Change(told.Change!.Value, told.Answer)})";
    }

    private static string Verb(Estimate change) => change.Value > 0 ? "lifts" : "lowers";

    /// <summary>"from 41 to 52 in 100".</summary>
    private static string FromTo(Answer never, Answer then, RunCard card)
    {
        var (before, after) = (Headline(never, card), Headline(then, card));
        var at = before.IndexOf(In, StringComparison.Ordinal);
        var isSameKind = at > 0 && after.EndsWith(before[at..], StringComparison.Ordinal)
            && char.IsAsciiDigit(before[0]) && char.IsAsciiDigit(after[0]);
        return $"from {(isSameKind ? before[..at] : before)} to {after}";
    }
}
