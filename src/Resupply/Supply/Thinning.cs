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
    }

    /// <summary>The smallest k of `units` with P(at most k) at least u, for 0 &lt; u &lt; 1.</summary>
    public long Draw(long units, double u)
    {
        if (share >= 1) return units;
        return units <= TabledMax && share is > 0 and <= TabledShareMax
            ? FromTables((int)units, u)
            : (long)DistributionFunctions.Quantile(Distribution.Binomial, [units, share], u);
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
