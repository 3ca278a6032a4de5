using System.Collections.Immutable;
using Resupply.Answers;
using static System.FormattableString;

namespace Resupply.Reports;

/// <summary>What is said of fleets, parts and crews, in figures and in the terminal alike.</summary>
internal static class ReadinessWords
{
    /// <summary>Fewer parts than this hold up most fleets.</summary>
    private const int PartsMax = 3;

    /// <summary>What rounds to nothing is not worth a planner's time.</summary>
    private const double LeastToTell = 0.05;

    /// <summary>The trade's names, beside the plain ones.</summary>
    public const string Terms =
        "A member that cannot be used is down. Either it lacks a part (NMCS: not mission capable, supply), or it is " +
        "in maintenance: in work, or waiting for it (NMCM: not mission capable, maintenance). The share of the time " +
        "in which members can be used is their operational availability (Ao).";

    /// <summary>The reasons, in the order in which they count, with the member-days that went to each.</summary>
    public static ImmutableArray<(string Name, double Days)> Reasons(DowntimeSplit split) =>
    [
        ("part in stock nowhere", split.PartInNoStock),
        ("part on its way", split.PartInTransit),
        ("waiting for a team", split.Team),
        ("in work", split.Work),
        ("waiting out the shift", split.Shift),
    ];

    /// <summary>"38% of the time available: 5.3 of 14 members on average".</summary>
    public static string Availability(DowntimeSplit whole) =>
        $"{Percent(whole.Owned - whole.Down, whole.Owned)} of the time available (Ao): " +
        $"{Members(whole, whole.Owned - whole.Down)} of {Members(whole, whole.Owned)} members on average";

    /// <summary>"lacks a part 12% of the time (NMCS), in maintenance 50% (NMCM)".</summary>
    public static string Causes(DowntimeSplit whole) =>
        $"lacks a part {Percent(whole.Nmcs, whole.Owned)} of the time (NMCS), " +
        $"in maintenance {Percent(whole.Nmcm, whole.Owned)} (NMCM)";

    /// <summary>"part in stock nowhere 10%, part on its way 6%": of the time members are down.</summary>
    public static string SharesOfDown(DowntimeSplit split) => string.Join(
        ", ", Reasons(split).Where(reason => reason.Days > 0)
            .Select(reason => $"{reason.Name} {Percent(reason.Days, split.Down)}"));

    /// <summary>"radar 1.2, engine 0.4": what most often was all that a member lacked.</summary>
    public static string ProblemParts(FleetChart fleet) => string.Join(
        ", ", fleet.Parts.Where(part => part.MissingAlone >= LeastToTell).Take(PartsMax)
            .Select(part => $"{part.Item} {Few(part.MissingAlone)}"));

    /// <summary>"62% busy; 2.1 jobs wait on average, most on 2025-01-22 (4.2)".</summary>
    public static string Load(CrewChart crew)
    {
        var busy = Busy(crew) is { } share ? $"{Percent(share, 1)} busy" : "no team is ever there";
        var worst = crew.Waiting.MaxBy(band => band.Mean);
        var queue = worst.Mean >= LeastToTell
            ? $"{Few(crew.Waiting.Average(band => band.Mean))} jobs wait on average, most on {worst.Day} " +
              $"({Few(worst.Mean)})"
            : "hardly a job waits";
        return $"{busy}; {queue}";
    }

    /// <summary>Mean members at a time, of so many member-days.</summary>
    public static double MembersOf(DowntimeSplit split, double days) => days / (split.To - split.From + 1);

    /// <summary>Whole percents; less than one and more than 99 are said so.</summary>
    public static string Percent(double part, double whole)
    {
        if (whole <= 0 || part <= 0) return "0%";
        var percent = part / whole * 100;
        return percent < 0.5 ? "less than 1%"
            : percent is > 99.5 and < 100 ? "more than 99%"
            : Invariant($"{percent:0}%");
    }

    /// <summary>By working time: days on which more teams are there count for more.</summary>
    private static double? Busy(CrewChart crew)
    {
        var (busy, there) = (0.0, 0.0);
        for (var i = 0; i < crew.Busy.Length; i++)
        {
            if (crew.Busy[i] is not { } share) continue;
            busy += share * crew.Teams[i].Mean;
            there += crew.Teams[i].Mean;
        }

        return there > 0 ? busy / there : null;
    }

    private static string Members(DowntimeSplit whole, double days) => Few(MembersOf(whole, days));

    /// <summary>A small mean: 0.3, 5.7, 15.</summary>
    private static string Few(double mean) => mean switch
    {
        > 0 and < LeastToTell => "less than 0.1",
        < 10 => Invariant($"{mean:0.#}"),
        _ => Shown.Amount(mean, ""),
    };
}
