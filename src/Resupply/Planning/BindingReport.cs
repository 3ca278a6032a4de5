using System.Collections.Immutable;
using Resupply.Answers;
using Resupply.Language;
using Resupply.Values;

namespace Resupply.Planning;

/// <summary>What one more of each thing, or one sooner, would do for each fleet.</summary>
/// <param name="LeftOut">What could be seen beforehand to change nothing, with why.</param>
public sealed record BindingReport(
    RunCard Card,
    ImmutableArray<FleetBinding> Fleets,
    ImmutableArray<LeftOut> LeftOut,
    ImmutableArray<Diagnostic> Diagnostics);

/// <param name="Available">The share of members available, on average; null where there never is one.</param>
/// <param name="Effects">The greatest change over the whole calendar first.</param>
/// <param name="Comparisons">
/// Of one relief with nothing or with another, over all months: so many could mislead by chance.
/// </param>
public sealed record FleetBinding(
    string Fleet,
    Estimate? Available,
    ImmutableArray<ReliefEffect> Effects,
    ImmutableArray<MonthBinding> Months,
    int Comparisons);

/// <summary>The change in mean availability, as a share: 0.04 is four points.</summary>
/// <param name="Change">Over the whole calendar; null where no replication has a member both ways.</param>
/// <param name="ByMonth">One for each month of the calendar.</param>
public sealed record ReliefEffect(Relief Relief, Estimate? Change, ImmutableArray<Estimate?> ByMonth)
{
    /// <summary>It is the same to the last tick in every replication.</summary>
    public bool IsNothing => Change is null or { Value: 0, Error: 0 } && ByMonth.All(
        month => month is null or { Value: 0, Error: 0 });
}

public sealed record LeftOut(Relief Relief, string Because);

/// <summary>What keeps a fleet's members from being available.</summary>
public enum Bound
{
    /// <summary>Neither a spare nor a team can be told from nothing.</summary>
    Nothing,

    /// <summary>One spare more does more than any team more.</summary>
    Parts,

    /// <summary>One team more does more than any spare more.</summary>
    People,

    /// <summary>Something helps, but which of the two helps more cannot be told.</summary>
    Either,
}

/// <summary>One month: the best spare against the best team.</summary>
/// <param name="To">Its last day in the calendar.</param>
/// <param name="Spare">Null where there is none; so with the team.</param>
/// <param name="Difference">What the spare does less what the team does, from the same replications.</param>
public sealed record MonthBinding(
    Day From,
    Day To,
    Estimate? Available,
    Bound Bound,
    (Relief Relief, Estimate Change)? Spare,
    (Relief Relief, Estimate Change)? Team,
    Estimate? Difference);
