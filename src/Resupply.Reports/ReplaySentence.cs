using Resupply.Answers;
using Resupply.Language;
using Resupply.Planning;
using static System.FormattableString;

namespace Resupply.Reports;

/// <summary>How an answer changed as things became known, in sentences.</summary>
public static class ReplaySentence
{
    private const int ValuesShown = 3;
    private const double Opposing = 0.2;

    /// <summary>
    /// "Between 18 November 2024 and 5 December 2024 the answer rose from 41.2 to 72.1 in 100 (+30.9); most of it
    /// (+24.0) is shipments.convoy.received.2024-11-28 = 120."
    /// </summary>
    public static string Of(ReplayReport report)
    {
        var numbers = new ReplayNumbers(report);
        var (from, to) = (SignatureSentence.Date(report.Terms.From), SignatureSentence.Date(report.Terms.To));
        var (first, last) = (report.Days[0].Level!.Value, report.Last.Level!.Value);
        if (report.Steps.IsEmpty)
        {
            var when = from == to
                ? $"As known on {to}"
                : $"Nothing that became known between {from} and {to} changes " +
                "what is played:";
            return $"{when} the answer is {numbers.Level(last)}{numbers.Unit}.{Elsewhere(report)}";
        }

        var change = numbers.Step(first, last);
        var moved = report.Change.Value switch
        {
            > 0 => $"rose from {numbers.Level(first)} to {numbers.Level(last)}{numbers.Unit} ({change})",
            < 0 => $"fell from {numbers.Level(first)} to {numbers.Level(last)}{numbers.Unit} ({change})",
            _ => $"came back to the {numbers.Level(last)}{numbers.Unit} that it was",
        };
        var within = report.Change.Value == 0 || report.IsTold ? "" : ", which is within the error";
        return $"Between {from} and {to} the answer {moved}{within}{Shares(report, numbers)}.";
    }

    /// <summary>
    /// What became known: "shipments.convoy.quantity: 600 → 300", "10 days pass, to 2024-11-28", "claim a becomes
    /// known".
    /// </summary>
    public static string What(ReplayStep step)
    {
        var passing = step.Passing is { } days ? (string[])[Passed(days.To - days.From, days.To)] : [];
        var claims = step.News
            .Where(news => news.Kind is NewsKind.Claim or NewsKind.Withdrawal)
            .Select(news => $"claim {news.Path["claims.".Length..]} " +
                (news.Kind is NewsKind.Claim ? "becomes known" : "is withdrawn"));
        var values = step.Changes.Take(ValuesShown).Select(Text);
        var more = step.Changes.Length - ValuesShown;
        var rest = more > 0 ? (string[])[Invariant($"and {more:N0} more")] : [];
        return string.Join("; ", [.. passing, .. claims, .. values, .. rest]);
    }

    /// <summary>"shipments.convoy.quantity: 600 → 300"; "counts.camp.water.2024-12-01 = 164".</summary>
    public static string Text(ChangedValue value) => (value.Before, value.After) switch
    {
        (null, { } after) => $"{value.Path} = {after}",
        ({ } before, null) => $"{value.Path}: {before} no longer counts",
        var (before, after) => $"{value.Path}: {before} → {after}",
    };

    /// <summary>Who said it, and in which words: "The mayor: “the road is open”".</summary>
    public static string Text(Statement statement) => statement.Quote.Length == 0
        ? statement.Source == statement.Claim ? statement.Claim : $"{statement.Source} ({statement.Claim})"
        : $"{statement.Source}: “{statement.Quote.TrimEnd('.')}”";

    /// <summary>
    /// Of several steps of a day with what each of them did: "a day passes, to 2024-12-03 (+10.8);
    /// demands.drinking.used.2024-12-02 = 22 (−13.0)"; of several days, as <see cref="Summary"/>.
    /// </summary>
    internal static string What(ReplayEntry entry, ReplayNumbers numbers)
    {
        if (entry.Steps is [var only]) return What(only);
        return entry.Steps[0].On == entry.Steps[^1].On
            ? string.Join("; ", entry.Steps.Select(step => $"{What(step)} ({numbers.Step(step.Before, step.After)})"))
            : Summary(entry);
    }

    /// <summary>"7 days pass, to 2024-11-16; 7 entries in demands.drinking.used".</summary>
    private static string Summary(ReplayEntry entry)
    {
        var passing = entry.Steps.Select(step => step.Passing).OfType<(Values.Day From, Values.Day To)>().ToList();
        if (passing.Count == 0 || entry.Steps.Length == 1) return string.Join("; ", entry.Steps.Select(What));
        var facts = entry.Steps.SelectMany(step => step.Changes)
            .GroupBy(value => value.Path[..value.Path.LastIndexOf('.')])
            .Select(group => group.Count() == 1
                ? Text(group.First())
                : Invariant($"{group.Count():N0} entries in {group.Key}"));
        return string.Join("; ", [Passed(passing[^1].To - passing[0].From, passing[^1].To), .. facts]);
    }

    private static string Passed(int days, Values.Day to) =>
        days == 1 ? $"a day passes, to {to}" : Invariant($"{days:N0} days pass, to {to}");

    /// <summary>The largest step that goes the way of the whole, and what goes most against it.</summary>
    private static string Shares(ReplayReport report, ReplayNumbers numbers)
    {
        var sign = Math.Sign(report.Change.Value);
        if (sign == 0) return "";
        double Size(ReplayEntry entry) => sign * ((double)entry.After.Count / (double)entry.After.Of
            - ((double)entry.Before.Count / (double)entry.Before.Of));
        var (most, least) = (report.Entries.MaxBy(Size)!, report.Entries.MinBy(Size)!);
        if (report.Entries.Length == 1) return $": {Summary(most)}";
        var whole = sign * report.Change.Value;
        var share = Size(most) > whole / 2 && Size(most) <= whole ? "most of it" : "the largest step";
        var against = Size(least) < -Opposing * whole && least.IsTold
            ? $"; the largest the other way ({numbers.Step(least.Before, least.After)}): {Summary(least)}"
            : "";
        return $"; {share} ({numbers.Step(most.Before, most.After)}): {Summary(most)}{against}";
    }

    private static string Elsewhere(ReplayReport report) => report.Changing switch
    {
        null => " The file does not say when anything became known.",
        var (first, last) when last <= report.Terms.From || first > report.Terms.To =>
            $" What the file says to have become known, it says of {first} to {last}.",
        _ => "",
    };
}
