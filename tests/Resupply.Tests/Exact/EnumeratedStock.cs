using Resupply.Exact;
using Resupply.Values;

namespace Resupply.Tests.Exact;

/// <summary>
/// A single stock worked out by going through everything that can happen, one unit of need at a time, as the scenario
/// language tells the day: slow, and nothing like the recursion.
/// </summary>
internal sealed class EnumeratedStock
{
    private readonly SingleStockProblem problem;
    private readonly int days;

    public EnumeratedStock(SingleStockProblem problem)
    {
        (this.problem, days) = (problem, problem.NeedByDay.Length);
        (NoShortage, Unmet) = (new double[days], new double[days]);
        (Waiting, OnHand) = (new double[days], new double[days]);
        foreach (var (first, initial) in Values(problem.InitialOnHand))
            foreach (var (second, coming) in Comings())
                Live(0, first * second, coming, new Happened(initial, 0, 0));
    }

    public double[] NoShortage { get; }
    public double[] Unmet { get; }
    public double[] Waiting { get; }
    public double[] OnHand { get; }
    public SortedDictionary<long, double> LastOnHand { get; } = [];
    public SortedDictionary<long, double> LastNet { get; } = [];
    public SortedDictionary<long, double> LastWaiting { get; } = [];
    public SortedDictionary<long, double> LastUnmet { get; } = [];

    private readonly record struct Happened(long OnHand, long Waiting, long Unmet);

    private void Live(int day, double probability, long[] coming, Happened before)
    {
        if (day == days)
        {
            Count(LastOnHand, before.OnHand, probability);
            Count(LastNet, before.OnHand - (problem.Uses * before.Waiting), probability);
            Count(LastWaiting, before.Waiting, probability);
            Count(LastUnmet, before.Unmet, probability);
            return;
        }

        foreach (var (chance, need) in Values(problem.NeedByDay[day]))
        {
            var after = OneDay(before, coming[day], need);
            var weight = probability * chance;
            NoShortage[day] += after.Unmet == 0 ? weight : 0;
            Unmet[day] += weight * after.Unmet;
            Waiting[day] += weight * after.Waiting;
            OnHand[day] += weight * after.OnHand;
            Live(day + 1, weight, coming, after);
        }
    }

    private Happened OneDay(Happened before, long coming, long need)
    {
        var (onHand, waiting, unmet) = (before.OnHand + coming, before.Waiting, before.Unmet);
        for (; waiting > 0 && onHand - problem.Uses >= problem.Keeps; waiting--) onHand -= problem.Uses;
        for (var unit = 0; unit < need; unit++)
        {
            if (onHand - problem.Uses >= problem.Keeps)
            {
                onHand -= problem.Uses;
                continue;
            }

            unmet++;
            if (problem.Waits) waiting++;
        }

        return new Happened(onHand, waiting, unmet);
    }

    /// <summary>Everything that can come, by day, over all receipts.</summary>
    private List<(double, long[])> Comings()
    {
        var all = new List<(double Probability, long[] Coming)> { (1, new long[days]) };
        foreach (var receipt in problem.Receipts)
        {
            var ways = Ways(receipt).ToList();
            all = [.. all.SelectMany(_ => ways, (one, other) =>
                (one.Probability * other.Probability, one.Coming.Zip(other.Coming, (x, y) => x + y).ToArray()))];
            all = Merged(all);
        }

        return all;
    }

    private IEnumerable<(double Probability, long[] Coming)> Ways(Receipt receipt)
    {
        var never = 1 - (receipt.Confirmed * receipt.FirstDay.Weights.Sum());
        yield return (never, new long[days]);
        foreach (var (chance, first) in Values(receipt.FirstDay))
            foreach (var load in receipt.Loads)
                foreach (var (survives, arrived) in Survivors(receipt, load, tranche: 0))
                {
                    var coming = new long[days];
                    for (var i = 0; i < arrived.Length; i++)
                    {
                        var day = Math.Max(0, first + receipt.Offsets[i]);
                        if (day < days) coming[day] += arrived[i];
                    }

                    yield return (receipt.Confirmed * chance * load.Probability * survives, coming);
                }
    }

    private static IEnumerable<(double, long[])> Survivors(Receipt receipt, PossibleLoad load, int tranche)
    {
        if (tranche == load.Units.Length) return [(1, [])];
        return
            from here in Enumerable.Range(0, (int)load.Units[tranche] + 1)
            from rest in Survivors(receipt, load, tranche + 1)
            let chance = Binomial((int)load.Units[tranche], here, 1 - receipt.LostOnTheWay)
            select (chance * rest.Item1, (long[])[here, .. rest.Item2]);
    }

    private static double Binomial(int n, int k, double p) =>
        MathNet.Numerics.Distributions.Binomial.PMF(p, n, k);

    private static List<(double, long[])> Merged(List<(double Probability, long[] Coming)> ways) =>
    [
        .. ways.Where(way => way.Probability > 0)
            .GroupBy(way => string.Join(' ', way.Coming), StringComparer.Ordinal)
            .Select(same => (same.Sum(way => way.Probability), same.First().Coming)),
    ];

    private static IEnumerable<(double Probability, long Value)> Values(Pmf pmf) =>
        pmf.Weights.Select((weight, index) => (weight, pmf.First + index)).Where(value => value.weight > 0);

    private static void Count(SortedDictionary<long, double> law, long value, double probability) =>
        law[value] = law.GetValueOrDefault(value) + probability;
}
