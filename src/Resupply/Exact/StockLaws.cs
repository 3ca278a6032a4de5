using System.Collections.Immutable;
using Resupply.Simulation;
using Resupply.Supply;
using Resupply.Values;

namespace Resupply.Exact;

/// <summary>
/// The exact law of one stock: a recursion's solution or a base stock for each of the few states of what is unknown.
/// </summary>
/// <param name="Reason">Why there is none, where the state or the work would have passed a limit; else null.</param>
public sealed record StockLaws(ImmutableArray<PossibleStock> States, string? Reason)
{
    /// <summary>More states of what is unknown than this are not gone through one by one.</summary>
    public const int StatesMax = 64;

    /// <summary>The work that all states together may take: about a quarter of a second.</summary>
    private const long MultiplyAddsMax = 1_000_000_000;

    private static readonly StockLaws None = new([], null);

    public string Method => States.Any(state => state.Single is not null)
        ? "compound need, convolved day by day (Panjer 1981)"
        : "one-for-one replenishment (Feeney & Sherbrooke 1966)";

    /// <param name="unknowns">The first of the slots hold the unknowns, so many.</param>
    /// <param name="days">The days at whose end the whole distribution is wanted.</param>
    public static StockLaws Of(
        SupplyModel model, IReadOnlyList<OnceValue> once, int unknowns, int stock, ImmutableArray<int> days)
    {
        var demand = StockCase.DemandOn(model, stock);
        var slots = new StockCase(model, once, stock, demand?.Need.Laws).Slots.ToList();
        var parts = slots.Select(slot => once[slot].Expression).Concat(demand?.Need.Parts ?? []).ToList();
        var used = Closure(parts.SelectMany(part => part.UnknownsUsed()), once);
        if (StatesOf(used, once, unknowns) is not { } states) return None;
        var limits = new RecursionLimits(RecursionLimits.Usual.StatesMax, MultiplyAddsMax / states.Count);
        var solved = ImmutableArray.CreateBuilder<PossibleStock>();
        foreach (var (values, probability) in states)
        {
            var given = Given(once, slots, values);
            double? Fixed(int slot) => given[slot].Expression is Expression.Constant constant ? constant.Value : null;
            var laws = demand?.Need.Laws ?? demand?.Need.LawsGiven(values, model.Days, once.Count, Fixed);
            var here = new StockCase(model, given, stock, laws);
            if (here.AsBaseStock() is { } pipeline)
            {
                solved.Add(new PossibleStock(probability, null, pipeline));
                continue;
            }

            if (here.AsSingleStock() is not { } problem) return None;
            var (solution, reason) = SingleStockRecursion.Solve(
                problem, new SingleStockQuestion { Days = days, Limits = limits });
            if (solution is null) return new StockLaws([], reason);
            solved.Add(new PossibleStock(probability, solution, null));
        }

        return new StockLaws(solved.ToImmutable(), null);
    }

    /// <summary>The mean over the states of what is unknown; null where one of them cannot tell.</summary>
    public double? Mean(Func<PossibleStock, double?> of)
    {
        var mean = 0.0;
        foreach (var state in States)
        {
            if (of(state) is not { } value) return null;
            mean += state.Probability * value;
        }

        return States.IsEmpty ? null : mean;
    }

    private static ImmutableSortedSet<int> Closure(IEnumerable<int> used, IReadOnlyList<OnceValue> once)
    {
        var closure = used.ToImmutableSortedSet();
        while (closure.Union(closure.SelectMany(slot => once[slot].Expression.UnknownsUsed())) is var wider
            && wider.Count > closure.Count)
            closure = wider;
        return closure;
    }

    /// <summary>
    /// Every state of the unknowns used with its probability; null where there are too many, or a continuum.
    /// </summary>
    private static List<(double[] Values, double Probability)>? StatesOf(
        ImmutableSortedSet<int> used, IReadOnlyList<OnceValue> once, int unknowns)
    {
        var states = new List<(double[] Values, double Probability)> { (new double[unknowns], 1) };
        var done = ImmutableSortedSet<int>.Empty;
        while (done.Count < used.Count)
        {
            var next = used.Except(done).First(slot => once[slot].Expression.UnknownsUsed().IsSubsetOf(done));
            done = done.Add(next);
            var wider = new List<(double[] Values, double Probability)>();
            foreach (var (values, probability) in states)
            {
                if (once[next].Expression.With(values).FewValues(StatesMax) is not { } few) return null;
                foreach (var (value, weight) in few.Where(each => each.Probability > 0))
                {
                    var with = (double[])values.Clone();
                    with[next] = value;
                    wider.Add((with, probability * weight));
                }
            }

            if (wider.Count > StatesMax) return null;
            states = wider;
        }

        return states;
    }

    private static OnceValue[] Given(IReadOnlyList<OnceValue> once, List<int> slots, double[] values)
    {
        var given = once.ToArray();
        foreach (var slot in slots) given[slot] = given[slot] with { Expression = given[slot].Expression.With(values) };
        return given;
    }
}

/// <summary>A stock in one state of what is unknown: one of the two methods.</summary>
public sealed record PossibleStock(double Probability, SingleStockSolution? Single, BaseStockPipeline? Base);
