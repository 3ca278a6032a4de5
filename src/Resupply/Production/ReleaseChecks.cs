using Resupply.Language;
using Resupply.Supply;
using Resupply.Values;

namespace Resupply.Production;

/// <summary>Whether a release that something waits for ever comes, and whether anything waits for it.</summary>
internal static class ReleaseChecks
{
    public static void Check(
        SupplyPlan supply, ProductionPlan plan, WholeParts whole, Day to, Diagnostics diagnostics)
    {
        var waiting = supply.Shipments.Select(shipment => new Wait(shipment.Needs, $"shipment `{shipment.Name}`"))
            .Concat(plan.Orders.Select(order => new Wait(order.Needs, $"order `{order.Name}`")))
            .ToLookup(each => each.Needs, each => each.What);
        var areAllKnown = whole.Has("shipments") && whole.Has("orders");
        foreach (var release in supply.Releases.Where(release => whole.Has($"releases.{release.Name}")))
        {
            if (waiting[release.Name].FirstOrDefault() is { } waits) CheckGrant(release, waits, to, diagnostics);
            else if (areAllKnown) ReportUnused(release, diagnostics);
        }
    }

    private static void ReportUnused(Release release, Diagnostics diagnostics) => diagnostics.Warn(
        release.At,
        $"nothing waits for release `{release.Name}`",
        $"write `needs: {release.Name}` at a shipment or an order");

    private static void CheckGrant(Release release, string waits, Day to, Diagnostics diagnostics)
    {
        var granted = release.Granted;
        if (granted.Support.Decision || granted.Expression.Bounds() is not { Low: var low } || low <= to.Number) return;
        if (double.IsFinite(low))
            diagnostics.Warn(
                granted.At,
                $"release `{release.Name}` is granted after the calendar, which ends on {to}: until then {waits} " +
                "waits");
        else
            diagnostics.Warn(
                granted.At,
                $"release `{release.Name}` is never granted, and {waits} waits for it",
                "say when it may come: `20% chance of 2024-12-01..2025-01-20`");
    }

    private sealed record Wait(string? Needs, string What);
}
