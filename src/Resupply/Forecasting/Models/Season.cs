namespace Resupply.Forecasting.Models;

/// <summary>The factors of a season, drawn towards 1 by as much as chance alone would set them apart.</summary>
/// <remarks>
/// Ratios to the mean, shrunk as in Efron &amp; Morris, "Data analysis using Stein's estimator and its
/// generalizations", JASA 70 (1975), with the positive part. Factors are 1 where fewer than three seasons are known.
/// </remarks>
internal static class Season
{
    private const int SeasonsMin = 3;
    private const double FactorMin = 0.05;

    /// <summary>By slot of the season (<see cref="Period.Slot"/>); 1 on the average.</summary>
    public static double[] Of(History history)
    {
        var factors = new double[history.Season];
        Array.Fill(factors, 1);
        var (counts, sums, squares) = (new int[factors.Length], new double[factors.Length], 0.0);
        for (var i = 0; i < history.Length; i++)
        {
            if (history.Counts[i] < 0) continue;
            var slot = history.SlotAt(i);
            counts[slot]++;
            sums[slot] += history.Counts[i];
            squares += (double)history.Counts[i] * history.Counts[i];
        }

        var mean = sums.Sum() / Math.Max(1, counts.Sum());
        if (counts.Min() < SeasonsMin || mean <= 0) return factors;
        Shrink(factors, counts, sums, mean, (squares / counts.Sum()) - (mean * mean));
        return factors;
    }

    private static void Shrink(double[] factors, int[] counts, double[] sums, double mean, double variance)
    {
        var (between, noise) = (0.0, 0.0);
        for (var slot = 0; slot < factors.Length; slot++)
        {
            factors[slot] = sums[slot] / counts[slot] / mean;
            between += (factors[slot] - 1) * (factors[slot] - 1);
            noise += variance / counts[slot] / (mean * mean);
        }

        var degrees = factors.Length - 3.0;
        var kept = between > 0 ? Math.Max(0, 1 - (noise / factors.Length * degrees / between)) : 0;
        for (var slot = 0; slot < factors.Length; slot++)
            factors[slot] = Math.Max(FactorMin, 1 + (kept * (factors[slot] - 1)));
        var average = factors.Average();
        for (var slot = 0; slot < factors.Length; slot++) factors[slot] /= average;
    }

    public static bool IsFlat(double[] factors) => factors.All(factor => Math.Abs(factor - 1) < 5e-3);

    /// <summary>`{ sun: 0.8; mon: 1.1 … }`; null where the season is flat or not a week's.</summary>
    public static (string Key, string Value)? Keys(double[] factors, PeriodStep step)
    {
        if (IsFlat(factors) || step != PeriodStep.Day) return null;
        string[] names = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
        var pairs = names.Select((name, slot) => $"{name}: {BlockText.Number(factors[slot])}");
        return ("weekly", $"{{ {string.Join(", ", pairs)} }}");
    }
}
