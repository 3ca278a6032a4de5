using Resupply.Language;
using Resupply.Simulation;
using Resupply.Values;

namespace Resupply.Supply;

/// <summary>From a checked plan to flat arrays, ready to run.</summary>
public sealed class SupplyCompiler
{
    /// <summary>The uniform that decides whether a shipment comes: beyond any that its probability may take.</summary>
    private const int ComesOrdinal = 1_000_000;

    private readonly SupplyPlan plan;
    private readonly Day from;
    private readonly int days;
    private readonly OnceBuilder once;
    private readonly ulong seed;
    private readonly LawMemory memory;
    private readonly Dictionary<string, int> sites;
    private readonly Dictionary<string, int> items;
    private readonly Dictionary<string, int> authorities;
    private readonly Dictionary<string, int> lanes;
    private readonly Dictionary<StockPlace, int> stocks;
    private readonly Dictionary<string, Value> granted;
    private readonly Dictionary<long, int> fileRanks;

    private SupplyCompiler(SupplyPlan plan, Day from, int days, OnceBuilder once, ulong seed, LawMemory? memory)
    {
        (this.plan, this.from, this.days, this.once, this.seed) = (plan, from, days, once, seed);
        this.memory = memory ?? new LawMemory();
        sites = Indexes(plan.Sites.Select(site => site.Name));
        items = Indexes(plan.Items.Select(item => item.Name));
        lanes = Indexes(plan.Lanes.Select(lane => lane.Name));
        authorities = Indexes(plan.Authorities.Select(authority => authority.Name));
        stocks = Indexes(plan.Stocks.Select(stock => stock.Place));
        granted = plan.Releases.ToDictionary(release => release.Name, release => release.Granted);
        fileRanks = Indexes(plan.Shipments.Select(shipment => shipment.FileOrder)
            .Concat(plan.Authorities.SelectMany(authority => authority.Packages).Select(package => package.FileOrder))
            .Distinct().Order());
    }

    /// <param name="memory">Laws of needs worked out for models before; null: none.</param>
    public static SupplyModel Compile(
        SupplyPlan plan, Day from, int days, OnceBuilder once, ulong seed, LawMemory? memory = null)
    {
        var compiler = new SupplyCompiler(plan, from, days, once, seed, memory);
        var laneModels = plan.Lanes.Select(compiler.LaneOf).ToArray();
        var shipments = compiler.Shipments();
        return new SupplyModel(
            days,
            from,
            [.. plan.Sites.Select(site => site.Name)],
            [.. plan.Items.Select(item => item.Name)],
            laneModels,
            compiler.Stocks(),
            compiler.Demands(),
            shipments,
            [.. plan.Authorities.Select(compiler.AuthorityOf)],
            [.. plan.Authorities.SelectMany(compiler.PackagesOf)],
            [
                .. shipments.Where(shipment => shipment.IsFixed).SelectMany(compiler.FixedArrivals).OrderBy(
                    arrival => arrival.Day),
            ])
        {
            DaysBefore = plan.DaysBefore,
        };
    }

    private static Dictionary<T, int> Indexes<T>(IEnumerable<T> names)
        where T : notnull
    {
        var indexes = new Dictionary<T, int>();
        foreach (var name in names) indexes.Add(name, indexes.Count);
        return indexes;
    }

    private RandomStream Stream(string path) => RandomStream.For(seed, path);

    private LaneModel LaneOf(Lane lane) => new(lane.Name, lane.Takes?.Expression, once.Slot(lane.Lift));

    private StockModel[] Stocks()
    {
        var depths = SupplyNetwork.Depths(plan);
        return [.. plan.Stocks.Select((stock, index) => StockOf(stock, index, depths[stock.Place]))];
    }

    private StockModel StockOf(Stock stock, int index, int depth)
    {
        var lane = stock.FromSite is { } supplier
            ? SupplyNetwork.LaneBetween(plan, supplier, stock.Site, stock.Via)
            : null;
        return new StockModel(
            index,
            sites[stock.Site],
            items[stock.Item],
            once.Slot(stock.OnHand),
            once.Slot(stock.Floor),
            once.Slot(stock.ReorderPoint),
            once.Slot(stock.OrderQuantity),
            once.Slot(stock.OrderUpTo),
            stock.IsReplenished,
            stock.FromSite is { } from ? stocks[stock.Place with { Site = from }] : -1,
            lane is null ? -1 : lanes[lane.Name],
            (lane?.Takes ?? stock.Takes)?.Expression,
            Stream($"{(lane is null ? stock.Path : $"lanes.{lane.Name}")}.takes for {stock.Path}"),
            depth)
        {
            CountedOn = stock.CountedOn is { } day ? day - this.from : -1 - plan.DaysBefore,
        };
    }

    private DemandModel[] Demands()
    {
        var inOrder = plan.Demands
            .OrderBy(demand => sites[demand.Site])
            .ThenBy(demand => demand.Priority?.Fixed ?? double.PositiveInfinity)
            .ToArray();
        var groups = inOrder.Select(GroupOf).Distinct().ToList();
        return
        [
            .. inOrder.Select((demand, index) => new DemandModel(
                index,
                demand.Name,
                sites[demand.Site],
                [.. demand.ServedBy.Select(service => ServiceOf(demand, service))],
                NeedOf(demand),
                demand.Waits,
                groups.IndexOf(GroupOf(demand)))),
        ];
    }

    private ServiceModel ServiceOf(Demand demand, Service service) => new(
        stocks[new StockPlace(demand.Site, service.Item)],
        once.Slot(service.Uses),
        once.Slot(service.Keeps),
        [
            .. plan.Restrictions
                .Where(rule => rule.Items.Contains(service.Item) && rule.NotFor.Contains(demand.Purpose ?? ""))
                .Select(rule => once.Slot(rule.Until)),
        ]);

    private Need NeedOf(Demand demand)
    {
        var count = demand.Series?.Factor ?? (demand.PerDay ?? demand.Arrivals)!;
        var source = new NeedSource(
            count.Expression,
            demand.Size?.Expression,
            once.Slot(demand.Share),
            LevelCurve.Of(demand.Level, from, once),
            demand.Weekly.Any(factor => factor is not null)
                ? [.. demand.Weekly.Select(factor => once.Slot(factor))]
                : [],
            from.DayOfWeek);
        if (demand.Series is { } series)
        {
            return new Need(count.Path, source, days, null, source.Share, Stream(count.Path), memory)
            {
                Course = series.Course,
            };
        }

        var fixedShare = source.Share < 0 ? 1 : once.Fixed(source.Share);
        var laws = fixedShare is null && source.IsCount
            ? null
            : NeedLaws.ByDay(source, days, once.Fixed, once.Count, fixedShare ?? 1, memory);
        var holdsShare = laws is null ? source.IsCount : fixedShare is not null;
        var thinnedBy = holdsShare ? -1 : source.Share;
        return new Need(count.Path, source, days, laws, thinnedBy, Stream(count.Path), memory)
        {
            DaysBefore = plan.DaysBefore,
        };
    }

    private AuthorityModel AuthorityOf(Authority authority) =>
        new(authority.Name, once.Slot(authority.Amount), once.Slot(authority.Expires))
        {
            SpentBefore =
            [
                .. authority.SpentBefore.Select(
                    spent => new SpendingModel(once.Slot(spent.Each), spent.Units, spent.IsSure)),
            ],
        };

    private IEnumerable<PackageModel> PackagesOf(Authority authority) =>
        authority.Packages.Select(package => new PackageModel(
        package.Name,
        authorities[authority.Name],
        once.Slot(package.When),
        once.Slot(package.Amount),
        fileRanks[package.FileOrder]));

    private ShipmentModel[] Shipments()
    {
        var first = 0;
        var models = new ShipmentModel[plan.Shipments.Length];
        for (var i = 0; i < models.Length; i++)
        {
            models[i] = ShipmentOf(plan.Shipments[i], i, first);
            first += models[i].TranchesMax;
        }

        return models;
    }

    private ShipmentModel ShipmentOf(Shipment shipment, int index, int firstTranche)
    {
        var path = $"shipments.{shipment.Name}";
        var lane = shipment.Departs is null ? null : SupplyNetwork.LaneOf(plan, shipment);
        var tranches = shipment.Tranches is null ? 1 : shipment.Tranches.Fixed;
        var model = new ShipmentModel(
            index,
            shipment.Name,
            [.. shipment.Contents.Select(content => ContentOf(shipment, content))],
            shipment.Contents.ToList().FindIndex(content => content.Item == shipment.Rest),
            once.Slot(shipment.Total),
            once.Slot(shipment.Arrives),
            once.Slot(shipment.Departs),
            lane is null ? -1 : lanes[lane.Name],
            Stream($"lanes.{lane?.Name}.takes for {path}"),
            Comes(shipment, path),
            once.Slot(shipment.Lost),
            once.Slot(shipment.Tranches),
            tranches is { } known ? (int)Math.Max(1, Rounding.Count(known)) : Tranches.DrawnMax,
            firstTranche,
            once.Slot(shipment.Every),
            shipment.Needs is { } release ? once.Slot(granted[release]) : -1,
            shipment.FundedBy is { } authority ? authorities[authority] : -1,
            fileRanks[shipment.FileOrder],
            IsFixed: false);
        return model with
        {
            IsFixed = IsFixed(shipment, model),
            Past = shipment.Past,
            Rescheduled = shipment.Rescheduled,
        };
    }

    /// <summary>
    /// Whether it comes is one draw of its own beside the draws of the probability, so the probability may itself be
    /// uncertain.
    /// </summary>
    private int Comes(Shipment shipment, string path) => shipment.Confirmed is not { } confirmed || confirmed.Fixed == 1
        ? -1
        : once.Slot(
            $"{path}.confirmed",
            new Expression.Chance(confirmed.Expression, new Expression.Constant(1), 0, ComesOrdinal));

    private ContentModel ContentOf(Shipment shipment, Content content) => new(
        stocks[new StockPlace(shipment.To, content.Item)],
        items[content.Item],
        once.Slot(content.Quantity),
        once.Slot(plan.Items[items[content.Item]].Price),
        shipment.From is { } source ? stocks[new StockPlace(source, content.Item)] : -1,
        Stream($"shipments.{shipment.Name}.lost-on-the-way for {content.Item}"));

    private bool IsFixed(Shipment shipment, ShipmentModel model) =>
        shipment is { From: null, FundedBy: null, Departs: null, Needs: null, Past: null, Rescheduled: null } &&
        model.Comes < 0 &&
        model.Contents.All(content => content.Quantity < 0 || once.Fixed(content.Quantity) is not null) &&
        new[] { model.Total, model.Arrives, model.Tranches, model.Every }
            .All(slot => slot < 0 || once.Fixed(slot) is not null) &&
        (model.Lost < 0 || once.Fixed(model.Lost) == 0);

    private IEnumerable<FixedArrival> FixedArrivals(ShipmentModel shipment)
    {
        var stated = shipment.Contents.Sum(
            content => content.Quantity < 0 ? 0 : Rounding.Count(once.Fixed(content.Quantity)!.Value));
        var firstDay = Rounding.Whole(once.Fixed(shipment.Arrives)!.Value);
        var every = shipment.Every < 0 ? 0 : once.Fixed(shipment.Every)!.Value;
        for (var content = 0; content < shipment.Contents.Length; content++)
        {
            var quantity = content == shipment.Rest
                ? Math.Max(0, Rounding.Count(once.Fixed(shipment.Total)!.Value) - stated)
                : Rounding.Count(once.Fixed(shipment.Contents[content].Quantity)!.Value);
            for (var tranche = 0; tranche < shipment.TranchesMax; tranche++)
            {
                var day = CalendarDays.Of(firstDay + (tranche * every), from, days);
                var units = Tranches.Upto(quantity, tranche + 1, shipment.TranchesMax)
                    - Tranches.Upto(quantity, tranche, shipment.TranchesMax);
                if (day < days && units > 0)
                    yield return new FixedArrival(
                        day, shipment.Contents[content].Stock, shipment.FirstTranche + tranche, shipment.Index, units);
            }
        }
    }

    private static Group GroupOf(Demand demand) => new(demand.Site, demand.Priority?.Fixed);

    private sealed record Group(string Site, double? Priority);
}
