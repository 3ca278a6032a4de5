using Resupply.Language;
using Resupply.Supply;
using Resupply.Values;

namespace Resupply.Readiness;

/// <summary>Both plans with what is looked up in them, what is whole of them, and where to say what is not.</summary>
internal sealed class PlanIndex
{
    private readonly ILookup<string, string> homes;
    private readonly ILookup<string, string> carriers;
    private readonly ILookup<(string From, string To), Lane> lanesBetween;
    private readonly Dictionary<string, Lane> lanes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Part> parts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Site> sites = new(StringComparer.Ordinal);
    private readonly Dictionary<StockPlace, Stock> stocks = [];

    public PlanIndex(
        SupplyPlan supply, ReadinessPlan plan, WholeParts whole, (Day From, Day To) calendar, Diagnostics diagnostics)
    {
        (Supply, Plan, Whole, Calendar, Diagnostics) = (supply, plan, whole, calendar, diagnostics);
        homes = RepairRoutes.Homes(plan);
        carriers = plan.Fleets.SelectMany(fleet => fleet.Parts.Select(part => new StockPlace(fleet.Site, part.Item)))
            .Distinct()
            .ToLookup(carrier => carrier.Item, carrier => carrier.Site);
        lanesBetween = supply.Lanes.ToLookup(lane => (lane.From, lane.To));
        foreach (var lane in supply.Lanes) lanes.TryAdd(lane.Name, lane);
        foreach (var part in plan.Parts) parts.TryAdd(part.Item, part);
        foreach (var site in supply.Sites) sites.TryAdd(site.Name, site);
        foreach (var stock in supply.Stocks) stocks.TryAdd(stock.Place, stock);
    }

    public SupplyPlan Supply { get; }

    public ReadinessPlan Plan { get; }

    public WholeParts Whole { get; }

    public (Day From, Day To) Calendar { get; }

    public Diagnostics Diagnostics { get; }

    /// <summary>The sites that send units of the item to repair.</summary>
    public IEnumerable<string> HomesOf(string item) => homes[item];

    /// <summary>The sites of fleets that have it among their parts.</summary>
    public IEnumerable<string> CarriersOf(string item) => carriers[item];

    public Part? PartOf(string item) => parts.GetValueOrDefault(item);

    public Lane? LaneNamed(string name) => lanes.GetValueOrDefault(name);

    public Stock? StockAt(string site, string item) => stocks.GetValueOrDefault(new StockPlace(site, item));

    public Lane[] LanesBetween(string from, string to) => [.. lanesBetween[(from, to)]];

    public bool HasTag(string site, IEnumerable<string> tags) =>
        sites.TryGetValue(site, out var known) && known.Tags.Intersect(tags).Any();
}
