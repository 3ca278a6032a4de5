using System.Globalization;
using Resupply.Answers;
using Resupply.Planning;
using static System.FormattableString;

namespace Resupply.Reports;

/// <summary>Unit-days and chances as a person is told them, with the digits that their errors leave.</summary>
internal static class DisplacementWords
{
    private const string InHundred = " in 100";

    /// <summary>"+1,240 ± 20": later; "−3,020": sooner.</summary>
    public static string Later(Estimate later)
    {
        var amount = UnitDays(later with { Value = Math.Abs(later.Value) });
        var sign = amount == "0" ? "" : later.Value > 0 ? "+" : "−";
        return later.Error > 0 ? $"{sign}{amount} {Shown.AmountError(later).Replace("±", "± ")}" : sign + amount;
    }

    /// <summary>"1,240".</summary>
    public static string UnitDays(Estimate days) => Shown.Amount(days, "");

    /// <summary>"81 in 100"; where nothing is drawn there is no chance to speak of.</summary>
    public static string Probability(Estimate chance, long replications) =>
        Shown.Probability(chance, null, replications);

    /// <summary>"81"; "all", "none" of the replications; "met", "missed" where nothing is drawn.</summary>
    public static string Cell(Estimate chance, bool isExact)
    {
        if (isExact) return chance.Value >= 1 ? "met" : "missed";
        if (chance.Value >= 1) return "all";
        if (chance.Value <= 0) return "none";
        var cases = chance.Value * 100;
        if (cases < 0.1) return "< 0.1";
        if (cases > 99.9) return "> 99.9";
        var digits = cases is < 1 or > 99 ? 1 : 0;
        return cases.ToString("F" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    /// <summary>"+69 ± 2", in 100 cases; "0" where it is the same in every replication.</summary>
    public static string Change(Chance chance, bool isExact) =>
        (isExact, chance.Change) switch
        {
            (true, { Value: var change }) => change switch { > 0 => "gained", < 0 => "lost", _ => "" },
            (_, { Value: >= 1 }) => "+100",
            (_, { Value: <= -1 }) => "−100",
            _ => Shown.Points(chance.Change),
        };

    /// <summary>"from 97 to 61 in 100".</summary>
    public static string FromTo(Chance chance, long replications)
    {
        var (planned, moved) = Both(chance, replications);
        return $"from {planned} to {moved}";
    }

    /// <summary>"with 81 in 100 (12 before)"; "in all of 2,000 replications (none before)".</summary>
    public static string WithBefore(Chance chance, long replications)
    {
        var (planned, moved) = Both(chance, replications);
        var with = moved.EndsWith("replications", StringComparison.Ordinal) ? "in" : "with";
        return planned == moved ? $"{with} {moved}, as before" : $"{with} {moved} ({planned} before)";
    }

    /// <summary>What both end with is said once.</summary>
    private static (string Planned, string Moved) Both(Chance chance, long replications)
    {
        var planned = Probability(chance.Planned, replications);
        var moved = Probability(chance.Moved, replications);
        if (planned == moved) return (planned, moved);
        foreach (var end in (string[])[InHundred, Invariant($" of {replications:N0} replications")])
        {
            if (planned.EndsWith(end, StringComparison.Ordinal) && moved.EndsWith(end, StringComparison.Ordinal))
                return (planned[..^end.Length], moved);
        }

        return (planned, moved);
    }

    /// <summary>"firm", "agreed", "no agreement".</summary>
    public static string Standing(OrderShift order) => order switch
    {
        { IsFirm: true } => "firm",
        { IsAgreed: true } => "agreed",
        _ => "no agreement",
    };

    /// <summary>"a, b and c".</summary>
    public static string And(IReadOnlyList<string> names) => names.Count <= 1
        ? string.Concat(names)
        : $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}";

    /// <summary>"1 other", "3 others".</summary>
    public static string Others(int count) => Invariant($"{count:N0} other{(count == 1 ? "" : "s")}");
}
