using Resupply.Language;
using Resupply.Values;

namespace Resupply.Readiness;

/// <summary>Whether a fleet's members and parts can be counted, and whether anything happens to them.</summary>
internal static class FleetChecks
{
    public static void Check(Fleet fleet, PlanIndex index)
    {
        CheckMembers(fleet, index);
        foreach (var part in fleet.Parts) CheckPart(fleet, part, index);
        foreach (var missing in fleet.Missing) CheckMissing(fleet, missing, index.Diagnostics);
        if (fleet is { Parts.IsEmpty: true, Inspections.IsEmpty: true, Upkeep: null })
            index.Diagnostics.Warn(
                fleet.At,
                $"a member of `{fleet.Name}` can always be used: it has no parts, no inspections and no upkeep",
                "add `parts: { engine: 1 }`, the items that it cannot do without");
        if (fleet.Operates is { Fixed: 0 } operates && fleet.Parts.Any(part => Wears(part, index)))
            index.Diagnostics.Warn(
                operates.At,
                $"`{fleet.Name}` never operates: parts that wear by operating never fail",
                "write `ages: always` on an item that wears by the calendar");
    }

    private static bool Wears(CountOfPart part, PlanIndex index) =>
        index.PartOf(part.Item) is { Fails: not null, AgesAlways: false };

    private static void CheckMembers(Fleet fleet, PlanIndex index)
    {
        var strength = Strength.Of(fleet);
        strength.CheckDates(index.Calendar, index.Diagnostics);
        if (strength.IsAlwaysNone)
            index.Diagnostics.Warn(
                fleet.Size.At, $"`{fleet.Name}` has no members and none join", "write how many there are in `size`");
    }

    private static void CheckPart(Fleet fleet, CountOfPart part, PlanIndex index)
    {
        var diagnostics = index.Diagnostics;
        if (part.Count.Fixed is not { } count)
            diagnostics.Error(
                part.Count.At,
                $"how many `{part.Item}` a member has must be fixed, found `{part.Count.Text}`",
                "write a number; for members of several kinds write several fleets");
        else if (Rounding.Count(count) == 0)
            diagnostics.Error(
                part.Count.At,
                $"a member of `{fleet.Name}` has at least 1 of each of its parts, found `{part.Count.Text}`",
                "leave the part out");
        if (!index.Whole.Has($"items.{part.Item}") || index.PartOf(part.Item)?.Fails is not null) return;
        if (fleet.Missing.Any(missing => missing.Item == part.Item)) return;
        diagnostics.Warn(
            part.At,
            $"`{part.Item}` never fails: nothing says how long one lasts",
            $"add `items.{part.Item}.fails: exponential(300 h)`, its life in operating hours");
    }

    private static void CheckMissing(Fleet fleet, CountOfPart missing, Diagnostics diagnostics)
    {
        var part = fleet.Parts.FirstOrDefault(part => part.Item == missing.Item);
        if (part is null)
        {
            diagnostics.Error(
                missing.At,
                $"`{missing.Item}` cannot be missing: it is no part of `{fleet.Name}`",
                Nearest.HintFor(missing.Item, [.. fleet.Parts.Select(each => each.Item)], "it has no `parts`"));
            return;
        }

        if (missing.Count.Fixed is not { } lacking || fleet.Size.Fixed is not { } size
            || part.Count.Fixed is not { } each)
            return;
        var all = (double)Rounding.Count(size) * Rounding.Count(each);
        if (Rounding.Count(lacking) <= all) return;
        diagnostics.Error(
            missing.Count.At,
            FormattableString.Invariant(
                $"{lacking:0.##} `{missing.Item}` are missing, but all of `{fleet.Name}` has only {all:0}"),
            "`missing` counts the members that start without one");
    }
}
