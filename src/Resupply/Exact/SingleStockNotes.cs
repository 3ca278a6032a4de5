using System.Collections.Immutable;
using Resupply.Values;

namespace Resupply.Exact;

/// <summary>Writes down what the law of a stock says, day by day.</summary>
internal sealed class SingleStockNotes(SingleStockProblem problem, SingleStockQuestion asked, WorkMeter meter)
{
    private readonly List<double> noShortage = [];
    private readonly List<double> firstShortage = [];
    private readonly List<double> needed = [];
    private readonly List<double> unmet = [];
    private readonly List<double> waiting = [];
    private readonly List<double> onHand = [];
    private readonly SortedDictionary<int, StockAtMidnight> atMidnight = [];

    public SingleStockSolution Solution() => new()
    {
        NoShortage = [.. noShortage],
        FirstShortage = [.. firstShortage],
        Needed = [.. needed],
        Unmet = [.. unmet],
        Lost = problem.Waits ? [.. unmet.Select(_ => 0.0)] : [.. unmet],
        Waiting = [.. waiting],
        OnHand = [.. onHand],
        AtMidnight = atMidnight.ToImmutableSortedDictionary(),
    };

    /// <summary>What today's need will find.</summary>
    public void BeforeNeed(StockLaw law, NeedTable need)
    {
        var (nowShort, nowUnmet) = (0.0, 0.0);
        foreach (var (layer, _, net) in law.Cells())
        {
            var weights = net.Weights;
            var end = Math.Min(net.Last + 1, need.Last * problem.Uses);
            for (var at = net.First; at < end; at++)
            {
                var weight = weights[(int)(at - net.First)];
                var units = at > 0 ? at / problem.Uses : 0;
                nowUnmet += weight * need.Unmet(units);
                if (layer == 0) nowShort += weight * need.Exceeds(units);
            }
        }

        firstShortage.Add(nowShort + (firstShortage.Count > 0 ? firstShortage[^1] : 0));
        unmet.Add(nowUnmet + (unmet.Count > 0 ? unmet[^1] : 0));
        needed.Add(need.Mean + (needed.Count > 0 ? needed[^1] : 0));
    }

    public void AtMidnight(StockLaw law, int day)
    {
        var (never, waits, stands) = (0.0, 0.0, 0.0);
        foreach (var (layer, deficit, net) in law.Cells())
        {
            var weights = net.Weights;
            for (var i = 0; i < weights.Length; i++)
            {
                var (items, units) = Decode(deficit, net.First + i);
                waits += weights[i] * units;
                stands += weights[i] * items;
                if (layer == 0) never += weights[i];
            }
        }

        noShortage.Add(never);
        waiting.Add(waits);
        onHand.Add(stands);
        if (asked.Days.Contains(day)) atMidnight[day] = Whole(law);
    }

    /// <summary>Items on hand and units waiting.</summary>
    private (long Items, long Units) Decode(int deficit, long net)
    {
        var bottom = problem.Keeps - deficit;
        if (net >= 0) return (bottom + net, 0);
        var units = (problem.Uses - 1 - net) / problem.Uses;
        return (bottom + net + (units * problem.Uses), units);
    }

    private StockAtMidnight Whole(StockLaw law)
    {
        var (items, nets, units) = (new MassWindow(meter), new MassWindow(meter), new MassWindow(meter));
        var unmetSoFar = new double[asked.UnmetMax + 1];
        foreach (var (layer, deficit, net) in law.Cells())
        {
            nets.Add(net.First + problem.Keeps - deficit, net.Weights, 1);
            for (var i = 0; i < net.Count; i++)
            {
                var (isThere, waits) = Decode(deficit, net.First + i);
                items.Add(isThere, net.Weights.Slice(i, 1), 1);
                units.Add(waits, net.Weights.Slice(i, 1), 1);
                if (layer < unmetSoFar.Length) unmetSoFar[layer] += net.Weights[i];
            }
        }

        var whole = new StockAtMidnight(Taken(items), Taken(nets), Taken(units), new Pmf(0, unmetSoFar));
        foreach (var window in (MassWindow[])[items, nets, units]) window.Clear();
        return whole;
    }

    private static Pmf Taken(MassWindow window) => new(window.First, window.Weights.ToArray());
}
