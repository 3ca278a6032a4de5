using System.Numerics;

namespace Resupply.Bench;

/// <summary>
/// Workload W3 as one would write it by hand for this question alone: one loop, one table for a day's need, nothing
/// that could be asked differently. The engine is measured against it.
/// </summary>
public sealed class PlainLoop3
{
    private const int Slots = 64;

    private readonly uint[] keepBelow = new uint[Slots];
    private readonly int[] own = new int[Slots];
    private readonly int[] other = new int[Slots];
    private readonly int[] arrivals = Workload3.Arrivals;
    private ulong a;
    private ulong b;
    private ulong c;
    private ulong d;

    public PlainLoop3(ulong seed)
    {
        (a, b, c, d) = (seed ^ 0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB, 0x2545F4914F6CDD1D);
        FillTable(NeedOfDay());
    }

    public StockAnswer Run(int replications)
    {
        long covered = 0, net = 0;
        for (var replication = 0; replication < replications; replication++)
        {
            var stock = 150;
            var isShort = false;
            foreach (var arriving in arrivals)
            {
                stock += arriving - Draw();
                isShort |= stock < 0;
            }

            if (!isShort) covered++;
            net += stock;
        }

        return new StockAnswer((double)covered / replications, (double)net / replications);
    }

    /// <summary>Panjer (1981), eq. (3), for a Poisson number of orders.</summary>
    private static double[] NeedOfDay()
    {
        double[] size = [0, 0.4, 0.3, 0.2, 0, 0.1];
        var need = new double[Slots];
        need[0] = Math.Exp(-1.5);
        for (var units = 1; units < need.Length; units++)
        {
            for (var order = 1; order <= Math.Min(units, size.Length - 1); order++)
                need[units] += 1.5 * order / units * size[order] * need[units - order];
        }

        return need;
    }

    /// <summary>Walker's alias table in Vose's way (1991): each slot holds two values.</summary>
    private void FillTable(double[] weights)
    {
        var left = Array.ConvertAll(weights, weight => weight * Slots);
        var poor = new Stack<int>(Enumerable.Range(0, Slots).Where(slot => left[slot] < 1));
        var rich = new Stack<int>(Enumerable.Range(0, Slots).Where(slot => left[slot] >= 1));
        for (var slot = 0; slot < Slots; slot++)
            (own[slot], other[slot], keepBelow[slot]) = (slot, slot, uint.MaxValue);
        while (poor.TryPop(out var slot) && rich.TryPop(out var giver))
        {
            (other[slot], keepBelow[slot]) = (giver, (uint)(left[slot] * uint.MaxValue));
            left[giver] -= 1 - left[slot];
            (left[giver] < 1 ? poor : rich).Push(giver);
        }
    }

    private int Draw()
    {
        var bits = Next();
        var slot = (int)(bits & (Slots - 1));
        return (uint)(bits >> 32) <= keepBelow[slot] ? own[slot] : other[slot];
    }

    /// <summary>xoshiro256++ (Blackman &amp; Vigna 2021); its arithmetic wraps around.</summary>
    private ulong Next()
    {
        unchecked
        {
            var result = BitOperations.RotateLeft(a + d, 23) + a;
            var t = b << 17;
            c ^= a;
            d ^= b;
            b ^= c;
            a ^= d;
            c ^= t;
            d = BitOperations.RotateLeft(d, 45);
            return result;
        }
    }
}
