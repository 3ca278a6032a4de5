using System.Collections.Immutable;
using Resupply.Readiness;
using Resupply.Supply;

namespace Resupply.Production;

/// <summary>Which stocks anybody draws on, or asks about: what a line makes for nobody else may go there.</summary>
internal static class LineUse
{
    /// <summary>Where somebody who draws on a stock may stand.</summary>
    public static readonly ImmutableArray<string> Sections =
        ["stocks", "demands", "shipments", "items", "fleets", "questions"];

    public static HashSet<StockPlace> Of(
        SupplyPlan supply, ReadinessPlan readiness, IReadOnlySet<StockPlace> asked) =>
    [
        .. asked,
        .. from demand in supply.Demands
           from service in demand.ServedBy
           select new StockPlace(demand.Site, service.Item),
        .. from stock in supply.Stocks
           where stock.FromSite is not null
           select new StockPlace(stock.FromSite!, stock.Item),
        .. from shipment in supply.Shipments
           where shipment.From is not null
           from content in shipment.Contents
           select new StockPlace(shipment.From!, content.Item),
        .. from fleet in readiness.Fleets
           from part in fleet.Parts
           select new StockPlace(fleet.Site, part.Item),
        .. from part in readiness.Parts
           from removal in part.Removals
           select new StockPlace(removal.Site, part.Item),
    ];
}
