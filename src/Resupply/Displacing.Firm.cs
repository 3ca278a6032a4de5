using System.Collections.Immutable;
using Resupply.Planning;
using Resupply.Values;

namespace Resupply;

/// <summary>Moving an order as far as what is firm allows, and what must give way for the rest.</summary>
public sealed partial class Displacing
{
    /// <summary>So many agreements are tried in all combinations; of more, one after the other is spared.</summary>
    public const int CombinedMax = 12;

    /// <summary>Worlds beside one another: more need more memory and gain nothing.</summary>
    internal const int Beside = 32;

    private bool IsMonotone => asked.Units is null && !OrderReach.SharesLanes(scenario.Supply, scenario.Production);

    private static IEnumerable<string> Harmed(Displacement moved) =>
        moved.Others.Where(order => order.IsFirm && order.IsHarmed).Select(order => order.Order);

    private static double CostToFirm(Displacement moved) =>
        moved.Others.Where(order => order.IsFirm).Sum(order => order.DeliveredLater.Value);

    /// <summary>
    /// Those that are harmed keep their very items, and those that are harmed by that, until no firm order meets a due
    /// date more seldom; at last all are kept.
    /// </summary>
    private FirmDisplacement? Firmly(Day? from, Displacement first)
    {
        if (!first.Others.Any(order => order.IsFirm)) return null;
        var (kept, untouched) = (ImmutableArray<string>.Empty, first);
        while (Harmed(untouched).Except(kept).ToImmutableArray() is { IsEmpty: false } more)
        {
            kept = kept.AddRange(more);
            untouched = Play(from, kept);
        }

        var isAsGood = !IsWorse(untouched, first);
        var ceding = isAsGood ? null : Least(from, kept, first);
        return new FirmDisplacement(kept, untouched, [.. Harmed(untouched)], isAsGood, ceding);
    }

    /// <summary>
    /// Whether the mover has less of what was asked for: its day, else its due dates, else, where those are met as
    /// often as planned either way, its units early.
    /// </summary>
    private static bool IsWorse(Displacement one, Displacement other)
    {
        if (one.Complete is { } complete) return complete.Moved.Value < other.Complete!.Moved.Value;
        return other.Mover.Due.All(due => due.Chance.Moved.Value == due.Chance.Planned.Value)
            ? one.Mover.DeliveredLater.Value > other.Mover.DeliveredLater.Value
            : one.Mover.Due.Zip(other.Mover.Due).Any(
                due => due.First.Chance.Moved.Value < due.Second.Chance.Moved.Value);
    }

    private Ceding Least(Day? from, ImmutableArray<string> kept, Displacement first)
    {
        var necessary = IsMonotone ? Necessary(from, kept, first) : [];
        var optional = kept.RemoveRange(necessary);
        if (optional.IsEmpty) return new Ceding(kept, first, IsLeast: true);
        return optional.Length > CombinedMax
            ? Spared(from, kept, optional, first)
            : Smallest(from, kept, necessary, optional, first);
    }

    /// <summary>
    /// Where keeping this one alone is already too much. The fewer are kept, the more is left for who goes first: so
    /// these must give way in any case.
    /// </summary>
    private ImmutableArray<string> Necessary(Day? from, ImmutableArray<string> kept, Displacement first)
    {
        var alone = PlayMany(from, [.. kept.Select(order => ImmutableArray.Create(order))]);
        return [.. kept.Where((_, index) => IsWorse(alone[index], first))];
    }

    /// <summary>Sets by size; of the first size that will do, the one that costs what is firm least.</summary>
    private Ceding Smallest(
        Day? from,
        ImmutableArray<string> kept,
        ImmutableArray<string> necessary,
        ImmutableArray<string> optional,
        Displacement first)
    {
        for (var size = necessary.IsEmpty ? 1 : 0; size < optional.Length; size++)
        {
            ImmutableArray<ImmutableArray<string>> sets =
                [.. Subsets(optional, size).Select(set => (ImmutableArray<string>)[.. necessary, .. set])];
            var moved = PlayMany(from, [.. sets.Select(set => kept.RemoveRange(set))]);
            var will = sets.Zip(moved).Where(each => !IsWorse(each.Second, first)).ToList();
            if (will.Count == 0) continue;
            var (orders, least) = will.MinBy(each => CostToFirm(each.Second));
            return new Ceding(InOrder(orders), least, IsLeast: true);
        }

        return new Ceding(InOrder(kept), first, IsLeast: true);
    }

    /// <summary>All give way at first; then each that can be spared is, the one that loses most first.</summary>
    private Ceding Spared(
        Day? from, ImmutableArray<string> kept, ImmutableArray<string> optional, Displacement first)
    {
        var (ceding, moved) = (kept, first);
        foreach (var order in first.Others.Where(other => optional.Contains(other.Order))
            .OrderByDescending(other => other.DeliveredLater.Value))
        {
            var fewer = ceding.Remove(order.Order);
            var tried = Play(from, kept.RemoveRange(fewer));
            if (!IsWorse(tried, first)) (ceding, moved) = (fewer, tried);
        }

        return new Ceding(InOrder(ceding), moved, IsLeast: false);
    }

    private ImmutableArray<string> InOrder(ImmutableArray<string> orders) =>
        [.. Orders.Select(order => order.Name).Where(orders.Contains)];

    private List<Displacement> PlayMany(Day? from, ImmutableArray<ImmutableArray<string>> keepings) =>
        [.. keepings.Chunk(Beside).SelectMany(few => PlayEach(from, [.. few]))];

    private static IEnumerable<ImmutableArray<string>> Subsets(ImmutableArray<string> of, int size)
    {
        if (size == 0) return [[]];
        return of.Length < size
            ? []
            : [
                .. Subsets(of[1..], size - 1).Select(rest => rest.Insert(0, of[0])),
                .. Subsets(of[1..], size),
            ];
    }
}
