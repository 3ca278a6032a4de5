using System.Collections.Immutable;
using System.Globalization;
using Resupply.Answers;
using Resupply.Planning;
using Resupply.Values;

namespace Resupply.Reports;

/// <summary>Whether a fleet waits for parts or for people, and from which month that changes, in a sentence.</summary>
public static class BindingSentence
{
    private const int PhasesMax = 6;
    private const int YearDigits = 4;

    /// <summary>
    /// "people bind until January 2025 (one more team of avionics: +4.1 ± 0.3 points); parts bind from February 2025
    /// (one more radar at base: up to +2.0 ± 0.2 points)".
    /// </summary>
    public static string Of(FleetBinding fleet)
    {
        var months = fleet.Months.Where(month => month.Available is not null).ToImmutableArray();
        if (months.IsEmpty) return "there is never a member of it";
        var phases = Phases(months);
        return phases.Count > PhasesMax
            ? Turns(months)
            : string.Join("; ", phases.Select((phase, index) => Clause(phase, index, phases.Count)));
    }

    /// <summary>A month as a planner says it: "January 2025".</summary>
    public static string Month(Day day) =>
        DateOnly.FromDayNumber(day.Number).ToString("MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>
    /// Months in a row with the same verdict. One that cannot be told, between two that agree, goes with them.
    /// </summary>
    private static List<Phase> Phases(ImmutableArray<MonthBinding> months)
    {
        var phases = new List<Phase>();
        foreach (var month in months)
        {
            if (phases is [.., var last] && last.Bound == month.Bound) last.Months.Add(month);
            else phases.Add(new Phase(month.Bound, [month]));
            if (phases is not [.., var before, { Bound: Bound.Either } between, var after]) continue;
            if (before.Bound != after.Bound) continue;
            before.Months.AddRange([.. between.Months, .. after.Months]);
            phases.RemoveRange(phases.Count - 2, 2);
        }

        return phases;
    }

    private static string Clause(Phase phase, int index, int count)
    {
        var when = When(phase, index, count);
        return phase.Bound switch
        {
            Bound.People => $"people bind {when} ({Best(phase, month => month.Team)} points)",
            Bound.Parts => $"parts bind {when} ({Best(phase, month => month.Spare)} points)",
            Bound.Either => $"parts and people cannot be told apart {when} " +
                $"({Best(phase, month => month.Spare)} points; {Best(phase, month => month.Team)})",
            _ => $"nothing here binds {(count == 1 ? "" : $"{when} ")}at this number of replications",
        };
    }

    private static string When(Phase phase, int index, int count)
    {
        var (first, last) = (phase.Months[0].From, phase.Months[^1].From);
        if (count == 1) return "throughout";
        if (first == last) return $"in {Month(first)}";
        if (index == 0) return $"until {Month(last)}";
        if (index == count - 1) return $"from {Month(first)}";
        var begin = Month(first);
        return begin[^YearDigits..] == Month(last)[^YearDigits..]
            ? $"from {begin[..^(YearDigits + 1)]} to {Month(last)}"
            : $"from {begin} to {Month(last)}";
    }

    /// <summary>What helps most in any of its months, and how much.</summary>
    private static string Best(Phase phase, Func<MonthBinding, (Relief Relief, Estimate Change)?> which)
    {
        var all = phase.Months.Where(month => month.Bound == phase.Bound).Select(which).OfType<(Relief, Estimate)>()
            .ToList();
        var (relief, change) = all.MaxBy(each => each.Item2.Value);
        return $"{relief.Name}: {(all.Count > 1 ? "up to " : "")}{Shown.Points(change)}";
    }

    private static string Turns(ImmutableArray<MonthBinding> months)
    {
        string Count(Bound bound) =>
            months.Count(month => month.Bound == bound) is 1 and var one ? $"{one} month" :
                $"{months.Count(month => month.Bound == bound)} months";
        return $"parts and people take turns: people bind in {Count(Bound.People)}, parts in {Count(Bound.Parts)}; " +
            $"in {Count(Bound.Either)} they cannot be told apart, in {Count(Bound.Nothing)} nothing here binds";
    }

    private sealed record Phase(Bound Bound, List<MonthBinding> Months);
}
