using Resupply.Answers;
using Resupply.Planning;

namespace Resupply.Reports;

/// <summary>What an answer hangs on, and until when it can be helped, in sentences that a principal reads.</summary>
public static class PromisesSentence
{
    /// <summary>
    /// "shipment november: without it 5 in 100 (−69 ± 2 points). After 21 November 2024 it can no longer lift this to
    /// 90 in 100 (within the error: 20 to 22 November 2024)."
    /// </summary>
    public static string Of(PromiseValue value, PromisesOfQuestion question, PromisesReport report)
    {
        var last = value.Last is { } known ? $" {Until(known, question, report, isChosen: false)}" : "";
        return $"{value.Promise.InWords}: {Without(value.Without, report.Card)}.{last}";
    }

    /// <summary>"option buy-more: Chosen after 3 March 2025 it can no longer lift this to 90 in 100.".</summary>
    public static string Of(OptionValue value, PromisesOfQuestion question, PromisesReport report) =>
        $"option {value.Option}: " + (value.Last is { } last
            ? Until(last, question, report, isChosen: true)
            : "nothing of it has a day, so that it cannot be put off.");

    /// <summary>What the answer hangs on most, as far as can be told.</summary>
    public static string Hangs(PromisesOfQuestion question)
    {
        var told = question.Promises.Where(each => each.Without.IsTold).ToList();
        if (told.Count == 0 && question.Promises.Any(each => each.Without.Change is null))
            return "This is about a promise itself.";
        if (told.Count == 0)
            return question.Promises.Any(each => each.Without is { IsSame: false, Change: not null })
                ? "That this hangs on any one promise cannot be told at this number of replications."
                : "This hangs on no one promise.";
        var most = told.MaxBy(each => Math.Abs(each.Without.Change!.Value.Value))!;
        return $"This hangs most on {most.Promise.InWords}.";
    }

    /// <summary>"without it 5 in 100 (−69 ± 2 points)".</summary>
    private static string Without(JudgedAnswer without, RunCard card)
    {
        if (without.Change is not { } change) return "without it there is nothing to answer";
        if (without.IsSame) return "without it the same";
        var headline = SignatureSentence.Headline(without.Answer, card);
        var size = SignatureSentence.Change(change, without.Answer);
        var untold = without.IsTold
            ? ""
            : $", which cannot be told from nothing{ComparisonSentence.Enough(without.Needed)}";
        return $"without it {headline} ({size}{untold})";
    }

    private static string Until(
        LastUsefulDay last, PromisesOfQuestion question, PromisesReport report, bool isChosen)
    {
        var can = report.Sought is { } sought
            ? $"{(sought.AtLeast ? "lift" : "bring")} this to {SufficiencySentence.Asked(sought, question.AsWritten)}"
            : "be told to change this";
        var (when, after) = isChosen ? ("it is chosen", "Chosen after") : ("it comes", "After");
        return last.Usefulness switch
        {
            Usefulness.NotNeeded => $"It is not needed to {can}.",
            Usefulness.Never => Never(last, report, can),
            _ => (last.Last!.Day == report.Card.To
                ? $"Even on {SignatureSentence.Date(report.Card.To)}, the last day, it can {can}"
                : $"{after} {SignatureSentence.Date(last.Last.Day!.Value)} it can no longer {can}{Range(last)}") + "." +
                (last.NotOn is { } day
                    ? $" It does not on every earlier day: not if {when} on {SignatureSentence.Date(day)}."
                    : ""),
        };
    }

    private static string Never(LastUsefulDay last, PromisesReport report, string can)
    {
        if (report.Sought is null)
            return $"On no day tried can it {can}, at this number of replications.";
        var best = SignatureSentence.Headline(last.Best.Answer, report.Card);
        return $"On no day tried can it {can}: at best {best}, on {SignatureSentence.Date(last.Best.Day!.Value)}.";
    }

    /// <summary>The days between which the last one lies within the simulation's error.</summary>
    private static string Range(LastUsefulDay last)
    {
        if (last.Latest is not { } latest) return "";
        if (last.Earliest == latest) return "";
        var early = last.Earliest is { } earliest ? SignatureSentence.Date(earliest) : "no day at all";
        return $" (within the error: {early} to {SignatureSentence.Date(latest)})";
    }
}
