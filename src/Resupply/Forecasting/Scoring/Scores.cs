using Resupply.Values;

namespace Resupply.Forecasting.Scoring;

/// <summary>How good a forecast was, now that it is known what came. Smaller is better; the unit is that of the
/// need.</summary>
public static class Scores
{
    /// <summary>The continuous ranked probability score of a law: 0 where it was certain and right.</summary>
    /// <remarks>
    /// Matheson &amp; Winkler, Management Science 22 (1976); for counts the sum over k of (F(k) - 1{k >= y})^2: Czado,
    /// Gneiting &amp; Held, "Predictive model assessment for count data", Biometrics 65 (2009), section 2.
    /// </remarks>
    public static double Crps(Pmf law, long came)
    {
        var (sum, below) = (0.0, 0.0);
        var last = Math.Max(law.Last, came);
        for (var k = Math.Min(law.First, came); k < last; k++)
        {
            below += law.At(k);
            var distance = below - (k >= came ? 1 : 0);
            sum += distance * distance;
        }

        return sum;
    }

    /// <summary>The same, estimated without bias from courses drawn from the law.</summary>
    /// <remarks>Gneiting &amp; Raftery, JASA 102 (2007), eq. (21); fair as in Ferro, "Fair scores for ensemble
    /// forecasts", QJRMS 140 (2014), eq. (3).</remarks>
    public static double Crps(Ensemble forecast, long came) => forecast.DistanceTo(came) - (forecast.Spread / 2);

    /// <summary>The pinball loss of a quantile: what being too low costs against being too high, as q to 1 -
    /// q.</summary>
    /// <remarks>Koenker &amp; Bassett, "Regression quantiles", Econometrica 46 (1978).</remarks>
    public static double Pinball(double share, double quantile, double came) =>
        came >= quantile ? share * (came - quantile) : (1 - share) * (quantile - came);

    /// <summary>Adds one forecast to a histogram of the probability integral transform.</summary>
    /// <remarks>
    /// Czado, Gneiting &amp; Held, 2009, eqs. (2)-(4): the mean over the randomisation, so that nothing is drawn. The
    /// rank among the members and what came, ties shared, is uniform where both are from one law (Hamill,
    /// "Interpretation of rank histograms", Monthly Weather Review 129, 2001).
    /// </remarks>
    public static void AddPit(Ensemble forecast, long came, Span<double> bins)
    {
        var low = forecast.AtMost(came - 1) / (forecast.Members + 1.0);
        var high = (forecast.AtMost(came) + 1) / (forecast.Members + 1.0);
        for (var bin = 0; bin < bins.Length; bin++)
        {
            var (from, to) = ((double)bin / bins.Length, (bin + 1.0) / bins.Length);
            bins[bin] += Math.Max(0, Math.Min(high, to) - Math.Max(low, from)) / (high - low);
        }
    }

    /// <summary>The mean absolute and mean squared change from one known period to the next: what errors are scaled by.
    /// </summary>
    /// <remarks>
    /// MASE: Hyndman &amp; Koehler, "Another look at measures of forecast accuracy", IJF 22 (2006); RMSSE: Makridakis,
    /// Spiliotis &amp; Assimakopoulos, "The M5 accuracy competition", IJF 38 (2022), eq. (1).
    /// </remarks>
    public static (double Absolute, double Squared) Scales(ReadOnlySpan<long> counts)
    {
        var (absolute, squared, steps, last) = (0.0, 0.0, 0, NeedSeries.NotKnown);
        foreach (var count in counts)
        {
            if (count < 0) continue;
            if (last >= 0)
            {
                absolute += Math.Abs(count - last);
                squared += (double)(count - last) * (count - last);
                steps++;
            }

            last = count;
        }

        return steps == 0 ? (0, 0) : (absolute / steps, squared / steps);
    }
}
