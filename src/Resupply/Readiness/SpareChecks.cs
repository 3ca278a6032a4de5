using Resupply.Language;
using Resupply.Supply;
using Resupply.Values;

namespace Resupply.Readiness;

/// <summary>Whether repaired units go where anybody wants them, and whether a spare ever comes.</summary>
internal sealed class SpareChecks
{
    private readonly PlanIndex index;
    private readonly Diagnostics diagnostics;
    private readonly HashSet<StockPlace> drawnOn;
    private readonly HashSet<StockPlace> entered;
    private readonly HashSet<StockPlace> shippedTo;
    private readonly Dictionary<StockPlace, bool> everHolds = [];

    private SpareChecks(PlanIndex index)
    {
        (this.index, diagnostics) = (index, index.Diagnostics);
        drawnOn = [.. DrawnOn()];
        shippedTo =
        [
            .. index.Supply.Shipments.SelectMany(shipment =>
                shipment.Contents.Select(content => new StockPlace(shipment.To, content.Item))),
        ];
        entered =
        [
            .. from part in index.Plan.Parts
               from place in part.Places
               from home in index.HomesOf(part.Item)
               select new StockPlace(RepairRoutes.EntersAt(place, home), part.Item),
        ];
    }

    public static void Check(PlanIndex index)
    {
        var checks = new SpareChecks(index);
        foreach (var units in index.Plan.Unserviceable) checks.CheckUnserviceable(units);
        if (!index.Whole.Has("demands") || !index.Whole.Has("shipments")) return;
        foreach (var part in index.Plan.Parts) checks.CheckPiles(part);
        checks.CheckSpares();
    }

    private void CheckUnserviceable(UnserviceableUnits units)
    {
        if (index.PartOf(units.Item) is { Places.IsEmpty: false }) return;
        diagnostics.Error(
            units.Count.At,
            $"unserviceable `{units.Item}` wait for a repair, and nothing says where one is repaired",
            $"add `items.{units.Item}.repair`, or leave them out");
    }

    /// <summary>Everything that takes units from a stock.</summary>
    private IEnumerable<StockPlace> DrawnOn()
    {
        var supply = index.Supply;
        var served = supply.Demands.SelectMany(demand =>
            demand.ServedBy.Select(by => new StockPlace(demand.Site, by.Item)));
        var sent = supply.Shipments.Where(shipment => shipment.From is not null)
            .SelectMany(shipment => shipment.Contents.Select(content => new StockPlace(shipment.From!, content.Item)));
        var supplied = supply.Stocks.Where(stock => stock.FromSite is not null)
            .Select(stock => new StockPlace(stock.FromSite!, stock.Item));
        return served.Concat(sent).Concat(supplied).Concat(Waiting().Select(waiting => waiting.For));
    }

    /// <summary>Where a spare is waited for: by fleets whose parts come off or are missing, and by removals.</summary>
    private IEnumerable<Wait> Waiting()
    {
        var ofFleets = from fleet in index.Plan.Fleets
                       from part in fleet.Parts
                       where index.PartOf(part.Item)?.Fails is not null
                           || fleet.Missing.Any(missing => missing.Item == part.Item)
                       select new Wait(new StockPlace(fleet.Site, part.Item), part.At);
        return ofFleets.Concat(index.Plan.Parts.SelectMany(part =>
            part.Removals.Select(removal => new Wait(new StockPlace(removal.Site, part.Item), removal.At))));
    }

    private void CheckPiles(Part part)
    {
        foreach (var place in part.Places)
        {
            foreach (var home in index.HomesOf(part.Item))
            {
                var site = RepairRoutes.SiteOf(place, home);
                if (!PilesUp(place, home, part.Item)) continue;
                var lanes = index.LanesBetween(site, home);
                diagnostics.Warn(
                    place.At,
                    $"repaired `{part.Item}` pile up at `{site}`: none is sent back, and nothing draws on the stock " +
                    "there",
                    $"add `back: {(lanes.Length > 0 ? lanes[0].Name : "a-lane")}`, or let `{home}` draw on it: " +
                    $"`stocks.{home}.{part.Item}.from-site: {site}`");
            }
        }
    }

    private bool PilesUp(RepairPlace place, string home, string item)
    {
        var site = RepairRoutes.SiteOf(place, home);
        return site != home && place.Back is null && !drawnOn.Contains(new StockPlace(site, item));
    }

    private void CheckSpares()
    {
        foreach (var (spare, at) in Waiting())
        {
            var (site, item) = spare;
            if (EverHolds(spare)) continue;
            if (index.PartOf(item)?.Places.Any(place => PilesUp(place, site, item)) == true) continue; // that was said
            diagnostics.Warn(
                at,
                $"no spare `{item}` ever comes to `{site}`: none is on hand, ordered, shipped there or repaired for it",
                $"add `stocks.{site}.{item}` with spares or `from-site`, or a repair `back` to `{site}`");
        }
    }

    /// <summary>Whether the stock has units at any time, as far as can be told.</summary>
    private bool EverHolds(StockPlace place)
    {
        if (everHolds.TryGetValue(place, out var known)) return known;
        everHolds[place] = false; // stocks that supply one another in a circle hold what comes from elsewhere
        var stock = index.StockAt(place.Site, place.Item);
        var holds = stock is { OnHand: { } onHand } && (onHand.Fixed is not { } fix || Rounding.Count(fix) > 0)
            || shippedTo.Contains(place)
            || entered.Contains(place)
            || stock is { FromSite: null, IsReplenished: true }
            || stock is { FromSite: { } supplier } && EverHolds(place with { Site = supplier });
        return everHolds[place] = holds;
    }

    private sealed record Wait(StockPlace For, Span At);
}
