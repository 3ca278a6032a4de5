using System.Collections.Immutable;
using Resupply.Exact;
using Resupply.Readiness;
using Resupply.Values;

namespace Resupply.Answers;

/// <summary>Bases with removals, supplied one for one by a depot that repairs.</summary>
/// <param name="Depot">Its stock's index; `OnHand` is by stock, the bases' after it.</param>
/// <param name="Fixed">By base: whether order and ship always takes as long.</param>
/// <param name="Crew">The lone crew of the depot's repair; -1: none; null: several.</param>
/// <param name="Teams">Of that crew, where it does nothing else; else null.</param>
internal sealed record ReadinessExactEchelons(
    int Depot,
    ImmutableArray<int> Bases,
    ImmutableArray<EchelonSite> Sites,
    ImmutableArray<bool> Fixed,
    ImmutableArray<long> OnHand,
    RepairTime Repair,
    int? Crew,
    int? Teams,
    string? Limit) : IReadinessExactCase
{
    private const string Metric = "METRIC (Sherbrooke 1968), an approximation";
    private const string Law = "two echelons in the long run (Simon 1971, Graves 1985)";
    private const string LawOfTeams = "two echelons with M/M/c repair, in the long run (Simon 1971, Graves 1985)";
    private const string Utilisation = "removals by mean repair (Little 1961), in the long run";

    public ExactAnswer? Answer(Question question, int first, int end) => question switch
    {
        Question.Backorders => null,
        Question.Busy when Teams is { } teams && SentOn * Repair.Mean / teams is var busy and < 1 =>
            ExactAnswer.LongRun(busy, Utilisation),
        _ => null,
    };

    /// <summary>What waits at one of the stocks.</summary>
    public ExactAnswer? Waiting(int stock)
    {
        var exact = LongRun();
        if (stock == Depot)
            return ExactAnswer.LongRun(exact?.Depot(OnHand[0]).Backorders, Teams is null ? Law : LawOfTeams);
        var at = Bases.IndexOf(stock);
        var ample = TwoEchelon.WithAmpleRepair(Sites, Repair.Mean);
        if (Waiting(ample?.Metric(at, OnHand[0]), at) is not { } metric) return null;
        var known = Fixed[at] ? Waiting(exact?.Exact(at, OnHand[0]), at) : null;
        return new ExactAnswer(null, null, "")
        {
            Stationary = known is { } number ? new KnownNumber(number, Teams is null ? Law : LawOfTeams) : null,
            Approximate = new KnownNumber(metric, Metric),
            Warning = Limit,
        };
    }

    private double SentOn => Sites.Sum(site => site.SentOn);

    private TwoEchelon? LongRun()
    {
        if (Crew == -1) return TwoEchelon.WithAmpleRepair(Sites, Repair.Mean);
        return Teams is { } teams && ReadinessExactFacts.ExponentialMean(Repair) is { } mean
            ? TwoEchelon.WithTeams(Sites, mean, teams)
            : null;
    }

    private double? Waiting(Pmf? pipeline, int at) =>
        pipeline is null ? null : FillRates.Of(OnHand[at + 1], pipeline, Pmf.Certainly(1)).Backorders;
}

/// <summary>Finds two echelons in a compiled plan.</summary>
internal static class ReadinessExactEchelonsMatch
{
    /// <param name="stock">Of the depot or of a base.</param>
    public static ReadinessExactEchelons? Of(ReadinessExactFacts facts, int stock)
    {
        var stocks = facts.Supply.Stocks;
        var depot = stocks[stock].Supplier is >= 0 and var supplier ? supplier : stock;
        int[] bases = [.. stocks.Where(each => each.Supplier == depot).Select(each => each.Index)];
        if (bases.Length == 0 || stocks[depot].Supplier >= 0) return null;
        if (bases.Any(at => stocks.Any(each => each.Supplier == at))) return null;
        int[] all = [depot, .. bases];
        int[] origins = [.. all.SelectMany(facts.OriginsAt).Distinct()];
        var onHand = all.Select(at => facts.Count(stocks[at].OnHand)).ToArray();
        if (!all.All(facts.IsOnlyForParts) || onHand.Contains(null)) return null;
        var branches = bases.Select(at => Branch.Of(facts, depot, at)).OfType<Branch>().ToArray();
        if (branches.Length < bases.Length || !origins.All(each => branches.Any(branch => branch.Origin == each)))
            return null;
        var work = branches[0].Depot.Work;
        if (ReadinessExactFacts.Law(work.Takes) is not { } repair) return null;
        var crew = facts.LoneCrew(work.Choice);
        return new ReadinessExactEchelons(
            depot,
            [.. bases],
            [.. branches.Select(branch => branch.Site)],
            [.. branches.Select(branch => branch.IsFixed)],
            [.. onHand.Select(count => count!.Value)],
            repair,
            crew,
            crew is { } lone and >= 0 ? facts.TeamsFor(lone, origins) : null,
            work.Choice < 0 ? null : LimitOf(facts, work.Choice));
    }

    private static string LimitOf(ReadinessExactFacts facts, int choice)
    {
        var crews = facts.Model.Choices[choice].Crews.Select(crew => facts.Model.Crews[crew]).Select(crew =>
            crew is { Joins: [], Leaves: [] } && facts.Count(crew.Teams) is { } teams
                ? $"crew {crew.Name} has {(teams == 1 ? "1 team" : $"{teams} teams")}"
                : $"crew {crew.Name} is limited");
        return $"METRIC takes repair to be ample; {string.Join(", ", crews)}: " +
            "the simulation is right, the approximation is not";
    }

    /// <summary>One base: what it repairs itself, and what it sends on and orders.</summary>
    private sealed record Branch(int Origin, EchelonSite Site, bool IsFixed, RouteModel Depot)
    {
        public static Branch? Of(ReadinessExactFacts facts, int depot, int stock)
        {
            if (facts.Model.Removals.Where(each => each.Stock == stock).ToArray() is not [var removal]) return null;
            if (facts.Number(removal.Rate, 0) is not (> 0 and var rate)) return null;
            var origin = facts.Model.Origins[removal.Origin];
            if (!origin.Routes.All(route => IsOffTheRoad(facts, route))) return null;
            if (Array.FindAll(origin.Routes, route => route.ReturnStock == depot) is not [var sent]) return null;
            if (!sent.OrdersAtRemoval.AsSpan().SequenceEqual([stock])) return null;
            if (sent.Site != facts.Supply.Stocks[depot].Site) return null;
            if (HereOf(facts, origin, stock) is not { } here) return null;
            var orders = facts.Model.Orders[stock];
            if (orders.Lane >= 0 || ReadinessExactFacts.Law(orders.Journey) is not { } journey) return null;
            var site = EchelonSite.LongRun(rate, here.Share, here.Mean, journey.Mean);
            return new Branch(removal.Origin, site, journey is RepairTime.Fixed, sent);
        }

        private static bool IsOffTheRoad(ReadinessExactFacts facts, RouteModel route) =>
            route is { There: null, Back: null, LaneThere: < 0, LaneBack: < 0 } && facts.IsNeverCondemned(route);

        /// <summary>The share that the base repairs, and how long that takes; its repair must be ample.</summary>
        private static (double Share, double Mean)? HereOf(ReadinessExactFacts facts, OriginModel origin, int stock)
        {
            if (origin.Routes.Length == 1) return (0, 0);
            if (origin is not { Routes.Length: 2, Place.Shares: { Length: 2 } shares }) return null;
            var at = Array.FindIndex(origin.Routes, route => route.ReturnStock == stock);
            if (at < 0 || origin.Routes[at] is not { OrdersAtRemoval: [], Work.Choice: < 0 } here) return null;
            if (here.Site != facts.Supply.Stocks[stock].Site) return null;
            if (facts.Number(shares[at], 0) is not (< 1 and var share) || facts.Number(shares[1 - at], 0) is null)
                return null;
            return ReadinessExactFacts.Law(here.Work.Takes) is { } repair ? (share, repair.Mean) : null;
        }
    }
}
