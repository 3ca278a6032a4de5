using Resupply.Exact;
using Resupply.Readiness;

namespace Resupply.Answers;

/// <summary>A stock whose units are all repaired where it is, and enter it again.</summary>
/// <param name="Units">On hand or in the queue for repair at the start.</param>
/// <param name="Unserviceable">Of these, in the queue.</param>
/// <param name="Crew">-1: repair is never short of one.</param>
/// <param name="Teams">0 without a crew.</param>
internal sealed record ReadinessExactShop(long Units, long Unserviceable, RepairTime Repair, int Crew, int Teams)
{
    /// <param name="origin">From where alone units are removed.</param>
    public static ReadinessExactShop? At(ReadinessExactFacts facts, int stock, int origin)
    {
        var (at, origins) = (facts.Supply.Stocks[stock], facts.OriginsAt(stock));
        if (!facts.IsOnlyForParts(stock) || at.Supplier >= 0) return null;
        if (facts.Supply.Stocks.Any(other => other.Supplier == stock)) return null;
        if (!origins.All(each => IsHere(facts, stock, facts.Model.Origins[each]))) return null;
        var broken = facts.Model.Unserviceable.Where(units => origins.Contains(units.Origin)).ToArray();
        if (!origins.All(each => each == origin || broken.Any(units => units.Origin == each))) return null;
        var unserviceable = 0L;
        foreach (var units in broken)
        {
            if (facts.Count(units.Count) is not { } count) return null;
            unserviceable += count;
        }

        if (facts.Count(at.OnHand) is not { } onHand) return null;
        var work = facts.Model.Origins[origin].Routes[0].Work;
        if (ReadinessExactFacts.Law(work.Takes) is not { } repair || facts.LoneCrew(work.Choice) is not { } crew)
            return null;
        var teams = crew < 0 ? 0 : facts.TeamsFor(crew, origins);
        return teams is { } known ? new(onHand + unserviceable, unserviceable, repair, crew, known) : null;
    }

    /// <summary>One way: to repair at the same site and back on the shelf, nothing on the road.</summary>
    private static bool IsHere(ReadinessExactFacts facts, int stock, OriginModel origin) =>
        origin.HomeStock == stock
        && origin is { Place: null, Routes: [var route] }
        && route is { There: null, Back: null, LaneThere: < 0, LaneBack: < 0, OrdersAtRemoval: [] }
        && route.ReturnStock == stock
        && route.Site == facts.Supply.Stocks[stock].Site
        && facts.IsNeverCondemned(route);
}
