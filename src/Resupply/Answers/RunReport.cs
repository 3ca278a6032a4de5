using System.Collections.Immutable;
using Resupply.Evidence;
using Resupply.Language;
using Resupply.Values;

namespace Resupply.Answers;

/// <summary>Everything one run found out, ready to be written: no simulation, no file, no clock behind it.</summary>
public sealed record RunReport(
    RunCard Card,
    ImmutableArray<Answer> Answers,
    ImmutableArray<Swing> Swings,
    ImmutableArray<Assumption> Assumptions,
    EvidenceOverview Evidence,
    ImmutableArray<Event> Events,
    ImmutableArray<StockChart> Stocks,
    ImmutableArray<DemandChart> Demands,
    ImmutableArray<PoolChart> Pools,
    ImmutableArray<ShipmentChart> Shipments,
    ImmutableArray<AuthorityChart> Authorities,
    ImmutableArray<FleetChart> Fleets,
    ImmutableArray<CrewChart> Crews,
    ImmutableArray<QueueChart> Queues,
    ImmutableArray<ExactCheck> Checks,
    ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>What the grades move, where something is `confirmed: graded`.</summary>
    public ImmutableArray<GradeEffect> Grades { get; init; } = [];

    /// <summary>The needs that are forecast from series, in file order.</summary>
    public ImmutableArray<SeriesUse> Series { get; init; } = [];
}

/// <summary>What was run, so that it can be run again.</summary>
/// <param name="Sha256">Of the scenario file's bytes, lower case.</param>
public sealed record RunCard(
    string Version,
    string Title,
    string File,
    string Sha256,
    string World,
    string Option,
    ulong Seed,
    long Replications,
    Day From,
    Day To,
    Day Today,
    string Currency,
    ImmutableArray<Deadline> Deadlines)
{
    /// <summary>The day as of which it was run; null: now.</summary>
    public Day? KnownOn { get; init; }
}

public sealed record Deadline(string Name, Day Day);

/// <summary>A value of the scenario and what it rests on.</summary>
/// <param name="Kind">evidence, assumption, decision or unsupported.</param>
/// <param name="Because">The assumption's text or the claims' names; empty where there is none.</param>
public sealed record Assumption(string Path, string Text, string Kind, string Because);

/// <summary>Something a planner must be told: a tranche could not be paid in so many of 100 replications.</summary>
public sealed record Event(string Thing, string What, double Probability);

/// <summary>Quantiles and mean of something at 24:00 of a day.</summary>
public readonly record struct Band(
    Day Day, double Mean, double P5, double P10, double P25, double P50, double P75, double P90, double P95);

/// <summary>The stock of one item at one site, day by day.</summary>
public sealed record StockChart(string Site, string Item, ImmutableArray<Band> OnHand);

/// <summary>One demand, day by day: has any of it gone unmet?</summary>
/// <param name="NoShortageSoFar">Probability that no need went unmet up to and including the day; one per day.</param>
public sealed record DemandChart(string Demand, Day From, ImmutableArray<double> NoShortageSoFar);

/// <summary>
/// Demands that draw on the same stocks, together: what was needed against what there was. Apart, a need could look
/// covered by what another takes.
/// </summary>
/// <param name="CumulativeNeed">Items needed since the first day, by the uses of the first item listed.</param>
/// <param name="CumulativeSupply">Items of all of them there at the start, plus all that came since.</param>
public sealed record PoolChart(
    ImmutableArray<string> Demands,
    string Site,
    ImmutableArray<string> Items,
    ImmutableArray<Band> CumulativeNeed,
    ImmutableArray<Band> CumulativeSupply);

/// <summary>One shipment: each tranche with when it leaves and comes.</summary>
public sealed record ShipmentChart(string Shipment, string To, ImmutableArray<TrancheChart> Tranches);

/// <param name="Departs">Null where it has only an arrival.</param>
/// <param name="Arrived">Probability that it is there, at least in part, by the calendar's end.</param>
/// <param name="MeanUnits">Units that arrive in the calendar, on average.</param>
public sealed record TrancheChart(
    int Number, DateSpread? Departs, DateSpread Arrives, double Arrived, double MeanUnits);

/// <summary>Money drawn from one authority: what is left at 24:00, day by day, and when it lapses.</summary>
public sealed record AuthorityChart(string Authority, double Amount, Day? Expires, ImmutableArray<Band> Left);

/// <summary>An answer also computed exactly, and how far the simulation is from it in standard errors.</summary>
/// <param name="Method">Which recursion: "compound Poisson, day by day (Panjer 1981)".</param>
public sealed record ExactCheck(
    string Question, string What, double Simulated, double Exact, double Errors, string Method);
