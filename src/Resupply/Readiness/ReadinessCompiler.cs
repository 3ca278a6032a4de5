using System.Collections.Immutable;
using Resupply.Language;
using Resupply.Simulation;
using Resupply.Supply;
using Resupply.Values;

namespace Resupply.Readiness;

/// <summary>From a checked plan to flat arrays, ready to run; after supply, whose stocks it refers to.</summary>
public sealed class ReadinessCompiler
{
    private readonly ReadinessPlan plan;
    private readonly SupplyModel supply;
    private readonly OnceBuilder once;
    private readonly ulong seed;
    private readonly RouteCompiler routes;
    private readonly Dictionary<string, Part> parts;
    private readonly List<OriginModel> origins = [];
    private readonly List<GroupModel> groups = [];
    private readonly CrewChoices choices;

    private ReadinessCompiler(
        ReadinessPlan plan, SupplyPlan supplyPlan, SupplyModel supply, OnceBuilder once, ulong seed)
    {
        (this.plan, this.supply, this.once, this.seed) = (plan, supply, once, seed);
        parts = plan.Parts.ToDictionary(part => part.Item);
        choices = new CrewChoices(plan.Crews);
        routes = new RouteCompiler(supplyPlan, supply, once, seed, choices);
    }

    public static ReadinessModel Compile(
        ReadinessPlan plan, SupplyPlan supplyPlan, SupplyModel supply, OnceBuilder once, ulong seed)
    {
        var compiler = new ReadinessCompiler(plan, supplyPlan, supply, once, seed);
        var fleets = plan.Fleets.Select(compiler.FleetOf).ToArray();
        RemovalModel[] removals =
        [
            .. plan.Parts.SelectMany(part => part.Removals.Select(stream => compiler.RemovalOf(part, stream))),
        ];
        UnserviceableModel[] unserviceable = [.. plan.Unserviceable.Select(compiler.UnserviceableOf)];
        CrewModel[] crews = [.. plan.Crews.Select(compiler.CrewOf)];
        StockOrders[] orders = [.. supply.Stocks.Select(compiler.routes.OrdersOf)];
        OriginModel[] all = [.. compiler.origins];
        var used = UsedStocks(supply, all, orders);
        return new ReadinessModel(
            supply.Days,
            fleets,
            [.. compiler.groups],
            crews,
            compiler.choices.All,
            all,
            removals,
            unserviceable,
            orders,
            used,
            Meets(supply, used, all, orders));
    }

    /// <summary>Whether supply has to do with these stocks, or parts leave over a lane of limited lift.</summary>
    private static bool Meets(SupplyModel supply, bool[] used, OriginModel[] all, StockOrders[] orders) =>
        supply.Demands.Any(demand => demand.Services.Any(service => used[service.Stock]))
        || supply.Shipments.Any(shipment => shipment.Contents.Any(
            content => used[content.Stock] || (content.FromStock >= 0 && used[content.FromStock])))
        || supply.Stocks.Any(stock => stock.IsReplenished
            && (used[stock.Index] || (stock.Supplier >= 0 && used[stock.Supplier])))
        || orders.Any(order => order.Lane >= 0)
        || all.Any(origin => origin.Routes.Any(route => route.LaneThere >= 0 || route.LaneBack >= 0));

    private static bool[] UsedStocks(SupplyModel supply, OriginModel[] all, StockOrders[] orders)
    {
        var used = new bool[supply.Stocks.Length];
        void Use(int stock)
        {
            for (; stock >= 0 && !used[stock]; stock = orders[stock].Supplier) used[stock] = true;
        }

        foreach (var origin in all)
        {
            Use(origin.HomeStock);
            foreach (var route in origin.Routes) Use(route.ReturnStock);
        }

        return used;
    }

    private RandomStream Stream(string path) => RandomStream.For(seed, path);

    private DrawnEachTime? Drawn(Value? value, string of) =>
        value is null ? null : new DrawnEachTime(value.Path, value.Expression, Stream($"{value.Path} for {of}"));

    private WorkModel WorkOf(Work work, string of) => new(choices.Of(work.Crews), Drawn(work.Takes, of));

    private FleetModel FleetOf(Fleet fleet, int index)
    {
        var path = $"fleets.{fleet.Name}";
        int[] ofFleet =
        [
            GroupOf(fleet, index, path, fleet.Size, withAge: true),
            .. fleet.Joins.Select(
                joining => GroupOf(fleet, index, $"{path}.joins.{joining.Name}", joining.Number, withAge: false)),
        ];
        return new FleetModel(
            index,
            fleet.Name,
            Array.IndexOf(supply.Sites, fleet.Site),
            once.Slot(fleet.Operates),
            [.. fleet.Parts.SelectMany((count, kind) => PlacesOf(fleet, count, kind))],
            [.. fleet.Missing.Select(missing => MissingOf(fleet, missing))],
            [.. fleet.Inspections.Select(inspection => InspectionOf(inspection, path))],
            fleet.Upkeep is { } upkeep
                ? new UpkeepModel(once.Slot(upkeep.PerHour), choices.Of(upkeep.Work.Crews))
                : null,
            ofFleet,
            [.. fleet.Joins.Select((joining, i) => ChangeOf(joining, ofFleet[i + 1]))],
            [.. fleet.Leaves.Select(leaving => ChangeOf(leaving, -1))],
            once.Slot(fleet.LossesPerMonth),
            Stream($"{path}.losses-per-month: times"),
            Stream($"{path}.losses-per-month: members"),
            fleet.Cannibalizes);
    }

    private int GroupOf(Fleet fleet, int index, string path, Value size, bool withAge)
    {
        Part PartOf(CountOfPart count) => parts.GetValueOrDefault(count.Item, Plain(count));
        groups.Add(new GroupModel(
            groups.Count,
            index,
            once.Slot(size),
            [.. fleet.Parts.Select(count => OriginOf(PartOf(count), fleet.Site, path))],
            [.. fleet.Parts.Select(count => Drawn(PartOf(count).Fails, path))],
            [.. fleet.Parts.Select(count => withAge ? Drawn(PartOf(count).Age, path) : null)],
            Stream(path)));
        return groups.Count - 1;
    }

    /// <summary>A part of which nothing is said never fails.</summary>
    private static Part Plain(CountOfPart count) => new(count.Item, null, false, null, [], null, [], count.At);

    private IEnumerable<PartPlace> PlacesOf(Fleet fleet, CountOfPart count, int kind)
    {
        var part = parts.GetValueOrDefault(count.Item, Plain(count));
        var fitting = part.Replace is { } replace ? WorkOf(replace, $"fleets.{fleet.Name}") : null;
        var item = Array.IndexOf(supply.Items, count.Item);
        var stock = supply.StockAt(fleet.Site, count.Item);
        return Enumerable.Range(0, (int)Rounding.Count(count.Count.Fixed!.Value))
            .Select(ordinal => new PartPlace(kind, ordinal, item, stock, part.AgesAlways, fitting));
    }

    private MissingModel MissingOf(Fleet fleet, CountOfPart missing) => new(
        fleet.Parts.ToList().FindIndex(count => count.Item == missing.Item), once.Slot(missing.Count));

    private InspectionModel InspectionOf(Inspection inspection, string path) => new(
        inspection.Name,
        once.Slot(inspection.Every),
        Drawn(inspection.Since, path),
        WorkOf(inspection.Work, path));

    private DatedChange ChangeOf(Joining joining, int group) =>
        new(once.Slot(joining.When), once.Slot(joining.Number), group);

    private int OriginOf(Part part, string site, string of)
    {
        origins.Add(routes.OriginOf(part, site, of));
        return origins.Count - 1;
    }

    private RemovalModel RemovalOf(Part part, RemovalStream stream) => new(
        stream.Rate.Path,
        OriginOf(part, stream.Site, stream.Rate.Path),
        supply.StockAt(stream.Site, part.Item),
        once.Slot(stream.Rate),
        Stream(stream.Rate.Path));

    private UnserviceableModel UnserviceableOf(UnserviceableUnits units) => new(
        OriginOf(parts[units.Item], units.Site, units.Count.Path), once.Slot(units.Count));

    private CrewModel CrewOf(Crew crew, int index) => new(
        index,
        crew.Name,
        once.Slot(crew.Teams),
        once.Slot(crew.Works),
        [.. crew.Joins.Select(joining => ChangeOf(joining, -1))],
        [.. crew.Leaves.Select(leaving => ChangeOf(leaving, -1))],
        choices.Naming(index));
}

/// <summary>Lists of crews that may do a job, each kept once.</summary>
internal sealed class CrewChoices(ImmutableArray<Crew> crews)
{
    private readonly List<int[]> lists = [];

    public CrewChoice[] All => [.. lists.Select(list => new CrewChoice(list))];

    /// <summary>The list of these crews; -1 where none is named: never short.</summary>
    public int Of(ImmutableArray<string> names)
    {
        if (names.IsEmpty) return -1;
        int[] list = [.. names.Distinct().Select(name => crews.ToList().FindIndex(crew => crew.Name == name))];
        var at = lists.FindIndex(known => known.AsSpan().SequenceEqual(list));
        if (at >= 0) return at;
        lists.Add(list);
        return lists.Count - 1;
    }

    /// <summary>The lists that name this crew.</summary>
    public int[] Naming(int crew) => [.. Enumerable.Range(0, lists.Count).Where(list => lists[list].Contains(crew))];
}
