using Resupply.Exact;
using Resupply.Production;
using Resupply.Readiness;
using Resupply.Simulation;
using Resupply.Supply;
using Resupply.Values;

namespace Resupply.Answers;

/// <summary>
/// What of a compiled plan is fixed and apart from all the rest. Whoever is in doubt says null: then the simulation
/// stands alone.
/// </summary>
internal sealed class ReadinessExactFacts(
    SupplyModel supply, ReadinessModel model, ProductionModel production, DrawnOnce once)
{
    public const long UnitsMax = 5000;

    // Shorter times feel that a replication counts whole seconds.
    private const double MeanMin = 1.0 / 24;

    public SupplyModel Supply => supply;

    public ReadinessModel Model => model;

    public double? Number(int slot, double otherwise) => slot < 0
        ? otherwise
        : once.Values[slot].Expression is Expression.Constant constant ? constant.Value : null;

    /// <summary>Whole and no more than the methods are made for.</summary>
    public long? Count(int slot) => Number(slot, 0) is { } number and <= UnitsMax ? Rounding.Count(number) : null;

    /// <summary>The law of a time; null where it rests on an unknown or is too short for whole seconds.</summary>
    public static RepairTime? Law(DrawnEachTime? takes)
    {
        if (takes is null) return new RepairTime.Fixed(0);
        if (!takes.Expression.UnknownsUsed().IsEmpty) return null;
        try
        {
            return RepairTime.Of(takes.Expression, []) is { } law && law.Mean is 0 or (>= MeanMin and < double.MaxValue)
                ? law
                : null;
        }
        catch (DrawException)
        {
            return null; // The run says where it fails.
        }
    }

    /// <summary>Days on average; null where the time is not exponential.</summary>
    public static double? ExponentialMean(RepairTime? law) =>
        law is RepairTime.Drawn { Distribution: Distribution.Exponential, Mean: >= MeanMin and var mean } ? mean : null;

    /// <summary>No need, no shipment, no line, no order of whole lots touches it.</summary>
    public bool IsOnlyForParts(int stock) => !supply.Stocks[stock].IsReplenished
        && !production.UsesStock(stock)
        && !supply.Demands.Any(demand => demand.Services.Any(service => service.Stock == stock))
        && !supply.Shipments.Any(shipment =>
            shipment.Contents.Any(content => content.Stock == stock || content.FromStock == stock));

    /// <summary>Where units come from that leave this stock short, or enter it.</summary>
    public int[] OriginsAt(int stock) =>
    [
        .. model.Origins.Index()
            .Where(each => each.Item.HomeStock == stock || each.Item.Routes.Any(route => route.ReturnStock == stock))
            .Select(each => each.Index),
    ];

    public bool IsNeverCondemned(RouteModel route) => Number(route.Condemned, 0) == 0;

    /// <summary>The only crew that may do a job, by index; -1: the job is never short of one.</summary>
    public int? LoneCrew(int choice) =>
        choice < 0 ? -1 : model.Choices[choice].Crews is [var crew] ? crew : null;

    /// <summary>
    /// Teams of a crew that is there around the clock, always the same, for repairs of these origins only.
    /// </summary>
    public int? TeamsFor(int crew, int[] origins)
    {
        if (model.Crews[crew] is not { Joins: [], Leaves: [], Choices: [var choice] } at) return null;
        if (Number(at.Works, 1) != 1 || HasOtherJobs(choice, origins)) return null;
        return Count(at.Teams) is { } teams and > 0 ? (int)teams : null;
    }

    private bool HasOtherJobs(int choice, int[] origins) =>
        model.Origins.Index().Any(each =>
            !origins.Contains(each.Index) && each.Item.Routes.Any(route => route.Work.Choice == choice))
        || model.Fleets.Any(fleet =>
            fleet.Upkeep?.Choice == choice
            || fleet.Places.Any(place => place.Fitting?.Choice == choice)
            || fleet.Inspections.Any(inspection => inspection.Work.Choice == choice));
}
