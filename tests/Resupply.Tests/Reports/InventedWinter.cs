using System.Collections.Immutable;
using Resupply.Answers;
using Resupply.Values;

namespace Resupply.Tests.Reports;

/// <summary>Daily series for the reports' tests: three invented stocks with invented need and tranches.</summary>
internal sealed class InventedWinter
{
    private const int Replications = 400;
    private static readonly (string Item, double Start, double PerDay, double BatchMax)[] Items =
    [
        ("patriot", 120, 1.5, 13),
        ("nasams", 260, 1.2, 9),
        ("iris-t", 90, 0.35, 6),
    ];

    private static readonly (int Item, double Units, int First, int Late)[] Shipments =
    [
        (0, 500, 14, 20),
        (1, 160, 30, 45),
        (2, 60, 10, 120),
    ];

    private readonly double[][][] onHand = Rows();
    private readonly double[][][] needed = Rows();
    private readonly double[][][] supplied = Rows();
    private readonly double[][] money = Days();
    private readonly int[][] firstShortage = [new int[Replications], new int[Replications], new int[Replications]];

    public InventedWinter()
    {
        for (var replication = 0; replication < Replications; replication++) Play(replication);
    }

    public static Day From => Day.Of(2024, 11, 9);
    public static Day To => Day.Of(2025, 4, 30);
    private static int Length => To - From + 1;

    public ImmutableArray<Band> OnHand(int item) => Bands(onHand[item]);
    public ImmutableArray<Band> Need(int item) => Bands(needed[item]);
    public ImmutableArray<Band> Supply(int item) => Bands(supplied[item]);
    public ImmutableArray<Band> Money => Bands(money);

    public ImmutableArray<double> NoShortageSoFar(int item) =>
    [
        .. Enumerable.Range(0, Length)
            .Select(day => firstShortage[item].Count(first => first > day) / (double)Replications),
    ];

    private static double[][] Days() =>
        [.. Enumerable.Range(0, Length).Select(_ => new double[Replications])];

    private static double[][][] Rows() => [.. Items.Select(_ => Days())];

    private void Play(int replication)
    {
        var random = RandomStream.For(2024, "winter").At(replication);
        var left = 7.1e9;
        for (var item = 0; item < Items.Length; item++)
        {
            var (_, stock, perDay, batch) = Items[item];
            var (need, supply) = (0.0, stock);
            var shipment = Shipments[item];
            var start = shipment.First + (int)(random.Uniform(item) * shipment.Late);
            var units = Math.Round(shipment.Units * (0.8 + (0.5 * random.Uniform(item + 10))) / 4);
            var first = int.MaxValue;
            for (var day = 0; day < Length; day++)
            {
                var coming = day >= start && (day - start) % 9 == 0 && (day - start) / 9 < 4;
                if (coming) (stock, supply) = (stock + units, supply + units);
                var use = UseOf(random, 100 + (day * 30) + (item * 10), perDay, batch);
                need += use;
                if (use > stock) first = Math.Min(first, day);
                stock = Math.Max(0, stock - use);
                onHand[item][day][replication] = stock;
                needed[item][day][replication] = need;
                supplied[item][day][replication] = supply;
            }

            firstShortage[item][replication] = first;
        }

        for (var day = 0; day < Length; day++)
        {
            if (day <= 72 && day % 11 == 3) left -= Math.Round((0.2 + (0.5 * random.Uniform(5000 + day))) * 1e9, 0);
            money[day][replication] = day > 72 ? 0 : Math.Max(0, left);
        }
    }

    private static double UseOf(RandomStream random, int at, double perDay, double batch)
    {
        if (random.Uniform(at) > perDay / 3) return 0;
        return Math.Ceiling(random.Uniform(at + 1) * batch) + (random.Uniform(at + 2) < 0.03 ? 25 : 0);
    }

    private static ImmutableArray<Band> Bands(double[][] days) => [.. days.Select((values, day) =>
    {
        double[] sorted = [.. values.Order()];
        double At(double share) => sorted[(int)Math.Ceiling(share * sorted.Length) - 1];
        return new Band(
            From + day, values.Average(), At(0.05), At(0.1), At(0.25), At(0.5), At(0.75), At(0.9), At(0.95));
    })];
}
