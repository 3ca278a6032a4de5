using Resupply.Language;
using static System.FormattableString;

namespace Resupply.Readiness;

/// <summary>Whether inspections come due, and whether a crew can keep up with a member.</summary>
internal static class UpkeepChecks
{
    private const double HoursPerDay = 24;

    public static void Check(Fleet fleet, PlanIndex index)
    {
        foreach (var inspection in fleet.Inspections) CheckInspection(fleet, inspection, index.Diagnostics);
        if (fleet.Upkeep is { } upkeep && index.Whole.Has("crews")) CheckUpkeep(fleet, upkeep, index);
    }

    private static void CheckInspection(Fleet fleet, Inspection inspection, Diagnostics diagnostics)
    {
        var what = $"inspection `{inspection.Name}` of `{fleet.Name}`";
        if (inspection.Every is { Fixed: < PartChecks.ShortestDays } always)
        {
            diagnostics.Error(always.At, $"{what} is always due: every `{always.Text}`", "write `every: 300 h`");
            return;
        }

        if (inspection.Work.Takes is null or { Fixed: 0 })
            diagnostics.Warn(
                inspection.Work.Takes?.At ?? inspection.At,
                $"{what} takes no time: nothing comes of it",
                "add `takes`, its working time");
        if (inspection is { Since: { Fixed: { } since } value, Every.Fixed: { } every } && since > every)
            diagnostics.Warn(
                value.At,
                Invariant($"{what} is overdue by {(since - every) * HoursPerDay:0.##} h: ") +
                "every member is in it at once",
                "`since` is the operating time since the last one: uniform(0 h; 300 h) spreads them");
    }

    /// <summary>
    /// A member that operated for a day waits for what that day asks for; where this is more than a team works in a
    /// day, it stands for more time than it runs.
    /// </summary>
    private static void CheckUpkeep(Fleet fleet, Upkeep upkeep, PlanIndex index)
    {
        if ((fleet.Operates is null ? 1 : fleet.Operates.Fixed) is not { } operates) return;
        if (upkeep.PerHour.Fixed is not { } perHour || LongestShift(upkeep.Work, index) is not { } shift) return;
        var (asked, worked) = (perHour * operates * HoursPerDay * HoursPerDay, shift * HoursPerDay);
        if (asked <= worked || worked == 0) return;
        var most = 100 / (1 + (asked / worked));
        index.Diagnostics.Warn(
            upkeep.PerHour.At,
            Invariant($"a day of operating asks for {asked:0.##} h of upkeep, and a team works {worked:0.##} h a ") +
            Invariant($"day: a member of `{fleet.Name}` can be used for at most about {most:0} % of the time"),
            "one team at a time works on a member");
    }

    /// <summary>As a share of the day; null where one is drawn.</summary>
    private static double? LongestShift(Work work, PlanIndex index)
    {
        var crews = index.Plan.Crews.Where(crew => work.Crews.Contains(crew.Name)).ToList();
        if (crews.Count == 0) return 1;
        return crews.Exists(crew => crew.Works is { Fixed: null }) ? null : crews.Max(crew => crew.Works?.Fixed ?? 1);
    }
}
