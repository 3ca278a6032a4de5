using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Resupply.Values;

namespace Resupply.Supply;

/// <summary>
/// Of so many units, how many, where each counts with the same probability: one binomial draw by inversion, searched
/// from 0 up. What depends on the probability alone is worked out once a replication and not for every day's need.
/// </summary>
/// <remarks>
/// Measured on examples/winter-2024, where a drawn share thins three needs a day: an exponential a draw, in
/// `DistributionFunctions.Quantile`, took a third of the whole run.
/// </remarks>
public sealed class Thinning
{
    /// <summary>
    /// Most days need less; more units, or a share so near to 1 that powers vanish, take the long way.
    /// </summary>
    private const int TabledMax = 64;

    private const double TabledShareMax = 0.99;

    /// <summary>So few units are looked up in one comparison, which no processor has to foresee.</summary>
    private const int FewMax = 8;

    private const int Ordinal = -1;

    /// <summary>By few units, then k: the probability of at most k, where k is less than the units.</summary>
    private readonly double[] atMost = new double[(FewMax + 1) * FewMax];

    private int[] days = [];
    private ulong[] numbers = [];

    /// <summary>The probability that of n units none counts: (1 − share)^n.</summary>
    private readonly double[] noneOf = new double[TabledMax + 1];

    /// <summary>share / (1 − share) / (k + 1): from P(k) to P(k + 1), but for the factor n − k.</summary>
    private readonly double[] ratios = new double[TabledMax];

    private double share = double.NaN;

    /// <summary>Takes the share of this replication, or of the next demand; the same one again costs nothing.</summary>
    public void Begin(double shareDrawn)
    {
        if (shareDrawn == share) return;
        share = shareDrawn;
        if (share is not (> 0 and <= TabledShareMax)) return;
        noneOf[0] = 1;
        for (var units = 1; units < noneOf.Length; units++) noneOf[units] = noneOf[units - 1] * (1 - share);
        var odds = share / (1 - share);
        for (var k = 0; k < ratios.Length; k++) ratios[k] = odds / (k + 1);
        Array.Fill(atMost, double.PositiveInfinity);
        for (var units = 1; units <= FewMax; units++) TabulateFew(units);
    }

    /// <summary>Leaves of the need of each day what counts.</summary>
    /// <param name="draws">Of this need in this replication.</param>
    /// <param name="daysBefore">Days before the first, for which nothing is drawn.</param>
    public void Thin(Span<int> needs, RandomStream draws, int daysBefore)
    {
        if (days.Length < needs.Length) (days, numbers) = (new int[needs.Length], new ulong[needs.Length]);
        var needy = 0;
        for (var day = 0; needs[day..].IndexOfAnyExcept(0) is >= 0 and var next; day++)
        {
            day += next;
            days[needy] = day;
            numbers[needy] = (ulong)(day + daysBefore);
            needy++;
        }

        draws.FirstBits(numbers.AsSpan(0, needy), Ordinal);
        for (var i = 0; i < needy; i++)
        {
            ref var need = ref needs[days[i]];
            need = (int)Draw(need, RandomStream.Uniform(numbers[i]));
        }
    }

    /// <summary>The smallest k of `units` with P(at most k) at least u, for 0 &lt; u &lt; 1.</summary>
    public long Draw(long units, double u)
    {
        if (share >= 1) return units;
        if (units > TabledMax || share is not (> 0 and <= TabledShareMax))
            return (long)DistributionFunctions.Quantile(Distribution.Binomial, [units, share], u);
        return units <= FewMax ? FromFew((int)units, u) : FromTables((int)units, u);
    }

    private void TabulateFew(int units)
    {
        var term = noneOf[units];
        var sum = term;
        for (var k = 0; k < units; k++)
        {
            atMost[(units * FewMax) + k] = sum;
            term *= (units - k) * ratios[k];
            sum += term;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // vectors are never compiled ahead
    private int FromFew(int units, double u)
    {
        var sums = Vector512.LoadUnsafe(ref atMost[units * FewMax]);
        return BitOperations.PopCount(Vector512.LessThan(sums, Vector512.Create(u)).ExtractMostSignificantBits());
    }

    private int FromTables(int units, double u)
    {
        var term = noneOf[units];
        var sum = term;
        var k = 0;
        while (sum < u && k < units)
        {
            term *= (units - k) * ratios[k];
            sum += term;
            k++;
        }

        return k;
    }
}
