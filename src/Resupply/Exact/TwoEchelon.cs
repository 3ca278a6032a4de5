using System.Collections.Immutable;
using Resupply.Values;

namespace Resupply.Exact;

/// <summary>
/// A depot that repairs and supplies several bases, one for one: each removal takes a spare at its base; what the base
/// does not repair itself goes to the depot, which sends one at once or, first come first served, when it has one.
/// </summary>
/// <param name="DepotPipeline">Units at or on the way to the depot's repair.</param>
/// <param name="Bases">What each has of its own; all send to the depot over equally long ways.</param>
public sealed record TwoEchelon(Pmf DepotPipeline, ImmutableArray<EchelonSite> Bases)
{
    /// <summary>Ample teams at the depot: its pipeline is Poisson (Palm 1938). Null past `Pmf.LengthMax`.</summary>
    /// <param name="depotRepair">Mean days from the removal until serviceable at the depot.</param>
    public static TwoEchelon? WithAmpleRepair(ImmutableArray<EchelonSite> bases, double depotRepair) =>
        CountPmf.Poisson(bases.Sum(each => each.SentOn) * depotRepair) is { } pipeline
            ? new TwoEchelon(pipeline, bases)
            : null;

    /// <summary>So many teams at the depot, exponential repairs: the queue M/M/c. Null as its law.</summary>
    /// <param name="depotRepair">Mean days that a team takes.</param>
    public static TwoEchelon? WithTeams(ImmutableArray<EchelonSite> bases, double depotRepair, int teams) =>
        new LimitedRepair(bases.Sum(each => each.SentOn), 1 / depotRepair, teams).Stationary() is { } pipeline
            ? new TwoEchelon(pipeline, bases)
            : null;

    /// <summary>How the depot serves the bases.</summary>
    public FillRates Depot(long depotStock) => FillRates.Of(depotStock, DepotPipeline, Pmf.Certainly(1));

    /// <summary>
    /// Units that a base is short of its stock, exactly, where order and ship takes a fixed time: Poisson for what is
    /// its own, plus those of the depot's backorders that are its, each by chance. Null past `Pmf.LengthMax`.
    /// </summary>
    /// <remarks>
    /// Simon, "Stationary properties of a two-echelon inventory model for low demand items", Operations Research 19,
    /// 1971; Graves, "A multi-echelon inventory model for a repairable item with one-for-one replenishment",
    /// Management Science 31, 1985, who asks nothing of the depot's repair, so that teams may be few.
    /// </remarks>
    public Pmf? Exact(int at, long depotStock)
    {
        if (CountPmf.Poisson(Bases[at].OwnPipeline) is not { } own) return null;
        var waiting = DepotPipeline.ShiftedBy(-depotStock).FlooredAt(0);
        return PmfAlgebra.Convolve(own, PmfAlgebra.Thin(waiting, Share(at)));
    }

    /// <summary>The same, taken for Poisson with the right mean: an approximation.</summary>
    /// <remarks>
    /// Sherbrooke, "METRIC: a multi-echelon technique for recoverable item control", Operations Research 16, 1968.
    /// </remarks>
    public Pmf? Metric(int at, long depotStock) => CountPmf.Poisson(Mean(at, Depot(depotStock)));

    /// <summary>The same, taken for negative binomial with the right mean and variance: an approximation.</summary>
    /// <remarks>
    /// Graves 1985, as above; Sherbrooke, "VARI-METRIC: improved approximations for multi-indenture, multi-echelon
    /// availability models", Operations Research 34, 1986: variance = own + f (1 − f) EBO + f² VBO.
    /// </remarks>
    public Pmf? VariMetric(int at, long depotStock)
    {
        var (depot, share) = (Depot(depotStock), Share(at));
        var mean = Mean(at, depot);
        var excess = share * share * (depot.BackorderVariance - depot.Backorders);
        return mean == 0 ? Pmf.Certainly(0) : CountPmf.NegativeBinomial(mean, Math.Max(0, excess) / mean / mean);
    }

    /// <summary>The base's part of what the depot is sent.</summary>
    public double Share(int at)
    {
        var all = Bases.Sum(each => each.SentOn);
        return all == 0 ? 0 : Bases[at].SentOn / all;
    }

    private double Mean(int at, FillRates depot) => Bases[at].OwnPipeline + (Share(at) * depot.Backorders);
}

/// <param name="SentOn">Units per day that go to the depot.</param>
/// <param name="OwnPipeline">Expected units in repair here, and ordered within the last order-and-ship time.</param>
public readonly record struct EchelonSite(double SentOn, double OwnPipeline)
{
    /// <summary>In the long run, with Poisson removals and ample teams at the base (Palm 1938).</summary>
    /// <param name="removals">Per day.</param>
    /// <param name="repairedHere">The share that the base repairs.</param>
    /// <param name="repair">Mean days of a repair at the base.</param>
    /// <param name="orderAndShip">Days from the depot, given that it has one.</param>
    public static EchelonSite LongRun(double removals, double repairedHere, double repair, double orderAndShip)
    {
        var sent = removals * (1 - repairedHere);
        return new EchelonSite(sent, (removals * repairedHere * repair) + (sent * orderAndShip));
    }
}
