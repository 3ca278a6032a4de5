using System.Collections.Immutable;
using Resupply.Answers;
using Resupply.Language;
using Resupply.Values;

namespace Resupply.Planning;

/// <summary>Which order is to be moved, and how far.</summary>
/// <param name="Units">Only so many of its units; null: all.</param>
/// <param name="By">As late as will do for all of it to be delivered by then; null: from the first day.</param>
/// <param name="AtLeast">With this probability; null: with the highest that moving it gives.</param>
public sealed record DisplacementAsked(string Order, long? Units, Day? By, double? AtLeast);

/// <summary>What moving one order to the front of its line takes from the others and gives to it.</summary>
/// <param name="From">It goes before all others from then on; null: it need not be moved.</param>
/// <param name="IsReached">
/// What was asked with a day is reached, if not with certainty; false: not even from the first day on.
/// </param>
/// <param name="IsExact">Nothing is drawn that matters to it: one replication says all.</param>
/// <param name="Firm">Null where no other order of the line is firm.</param>
public sealed record DisplacementReport(
    RunCard Card,
    DisplacementAsked Asked,
    string Line,
    Day? From,
    bool IsReached,
    bool IsExact,
    Displacement Moved,
    FirmDisplacement? Firm,
    ImmutableArray<Diagnostic> Diagnostics);

/// <summary>One way to move an order, held against the plan as it is.</summary>
/// <param name="Complete">That all of the mover is delivered by the day asked for; null: no day was asked for.</param>
/// <param name="Others">In file order.</param>
/// <param name="FinishedLater">Of all orders of the line together: 0, since the line makes as much.</param>
/// <param name="IsBalanced">It is 0 in every single replication.</param>
/// <param name="DeliveredLater">Of all orders together: 0 only where none is held and all travel alike.</param>
/// <param name="IsCutOff">Some unit is not delivered by the calendar's end: what comes after does not count.</param>
public sealed record Displacement(
    Chance? Complete,
    OrderShift Mover,
    ImmutableArray<OrderShift> Others,
    Estimate FinishedLater,
    bool IsBalanced,
    Estimate DeliveredLater,
    bool IsCutOff);

/// <summary>What becomes of one order, in units times days; below 0: sooner.</summary>
/// <param name="IsTouched">In some replication it gets something on another day.</param>
/// <param name="FinishedLater">At the line.</param>
/// <param name="DeliveredLater">Where it goes.</param>
public sealed record OrderShift(
    string Order,
    bool IsAgreed,
    bool IsFirm,
    bool IsTouched,
    Estimate FinishedLater,
    Estimate DeliveredLater,
    ImmutableArray<DueShift> Due)
{
    /// <summary>Some due date is met more seldom.</summary>
    public bool IsHarmed => Due.Any(due => due.Chance.Change.Value < 0);
}

/// <param name="Units">In all by then, as the file has it.</param>
public sealed record DueShift(Day By, string Units, Chance Chance);

/// <summary>A probability in the plan as it is and where an order is moved, from the same replications.</summary>
public sealed record Chance(Estimate Planned, Estimate Moved, Estimate Change);

/// <summary>Moving an order without touching what is firm, and what must give way for it to have its will.</summary>
/// <param name="Kept">Firm orders that get the very items that they get in the plan as it is.</param>
/// <param name="Untouched">The displacement that keeps them.</param>
/// <param name="Harmed">Firm orders that lose even so, because they wait for others on their way.</param>
/// <param name="IsAsGood">The mover loses nothing by it.</param>
/// <param name="Ceding">The least that has to give way for the mover to have as much as without regard to what is
/// firm; null where nothing has to.</param>
public sealed record FirmDisplacement(
    ImmutableArray<string> Kept,
    Displacement Untouched,
    ImmutableArray<string> Harmed,
    bool IsAsGood,
    Ceding? Ceding);

/// <param name="Orders">Firm orders that give way.</param>
/// <param name="IsLeast">All smaller sets were tried; else it is one of which none can be spared.</param>
public sealed record Ceding(ImmutableArray<string> Orders, Displacement Moved, bool IsLeast);
