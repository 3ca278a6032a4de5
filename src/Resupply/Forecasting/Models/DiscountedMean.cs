using Resupply.Values;

namespace Resupply.Forecasting.Models;

/// <summary>The mean of a need, the older the less it counts, and how its periods spread about it.</summary>
/// <remarks>
/// The half-life is the one whose forecasts of the next period had the best likelihood so far (Dawid, "Statistical
/// theory: the prequential approach", JRSS A 147, 1984); discounting as in West &amp; Harrison, Bayesian Forecasting
/// and Dynamic Models, 2nd ed. 1997, section 2.4. The dispersion is that of the greatest likelihood under the same
/// weights.
/// </remarks>
/// <param name="Mean">Of a period whose season is 1.</param>
/// <param name="Dispersion">Variance = mean + dispersion * mean^2.</param>
/// <param name="Periods">As many equally weighted periods would tell as much: Kish's (1965) effective size.</param>
/// <param name="Weight">What a period counts for that lies one further back than another.</param>
internal sealed record DiscountedMean(double Mean, double Dispersion, double Periods, double Weight)
{
    private const double DispersionMax = 50;

    /// <summary>What an unseen need is given: half of one unit in all the past.</summary>
    private const double UnitsUnseen = 0.5;

    public static DiscountedMean Of(History history, double[] season, ReadOnlySpan<double> halfLives)
    {
        var all = Moments(history, season, 1);
        var rough = Math.Max(0.01, all.Dispersion);
        var (best, bestScore) = (1.0, double.NegativeInfinity);
        foreach (var halfLife in halfLives)
        {
            var weight = double.IsPositiveInfinity(halfLife) ? 1 : DeterministicMath.Pow(0.5, 1 / halfLife);
            var score = Prequential(history, season, weight, rough);
            if (score > bestScore) (best, bestScore) = (weight, score);
        }

        var found = Moments(history, season, best);
        return found with { Dispersion = MostLikely(history, season, best, found.Mean) };
    }

    private static DiscountedMean Moments(History history, double[] season, double weight)
    {
        var (w, units, needed, weights, squares, rest, base2) = (1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
        for (var i = history.Length - 1; i >= 0; i--, w *= weight)
        {
            if (history.Counts[i] < 0) continue;
            units += w * history.Counts[i];
            needed += w * season[history.SlotAt(i)];
            weights += w;
            squares += w * w;
        }

        var mean = Math.Max(units, UnitsUnseen * weights / Math.Max(1, history.Length)) / Math.Max(needed, 1e-12);
        w = 1;
        for (var i = history.Length - 1; i >= 0; i--, w *= weight)
        {
            if (history.Counts[i] < 0) continue;
            var expected = mean * season[history.SlotAt(i)];
            var distance = history.Counts[i] - expected;
            rest += w * ((distance * distance) - expected);
            base2 += w * expected * expected;
        }

        var dispersion = base2 > 0 ? Math.Clamp(rest / base2, 0, DispersionMax) : 0;
        return new DiscountedMean(mean, dispersion, squares > 0 ? weights * weights / squares : 1, weight);
    }

    /// <summary>The log-likelihood of each count under the mean of those before it, up to what is the same for all.
    /// </summary>
    private static double Prequential(History history, double[] season, double weight, double dispersion)
    {
        var (units, needed, score, seen) = (0.0, 0.0, 0.0, 0);
        for (var i = 0; i < history.Length; i++)
        {
            units *= weight;
            needed *= weight;
            var count = history.Counts[i];
            if (count < 0) continue;
            var factor = season[history.SlotAt(i)];
            if (seen++ > 2)
            {
                var excess = dispersion * factor * (units + UnitsUnseen) / (needed + 1);
                var log = DeterministicMath.Log(1 + excess);
                score += (count * (DeterministicMath.Log(excess) - log)) - (log / dispersion);
            }

            units += count;
            needed += factor;
        }

        return score;
    }

    /// <summary>Golden-section search over the logarithm of the dispersion.</summary>
    private static double MostLikely(History history, double[] season, double weight, double mean)
    {
        var weights = new SortedDictionary<(long Count, int Slot), double>();
        var w = 1.0;
        for (var i = history.Length - 1; i >= 0; i--, w *= weight)
        {
            if (history.Counts[i] < 0) continue;
            var key = (history.Counts[i], history.SlotAt(i));
            weights[key] = weights.GetValueOrDefault(key) + w;
        }

        (long Count, double Mean, double Weight)[] seen =
            [.. weights.Select(pair => (pair.Key.Count, mean * season[pair.Key.Slot], pair.Value))];
        double Score(double log) => LogLikelihood(seen, DeterministicMath.Exp(log));
        var (low, high) = (-7.0, DeterministicMath.Log(DispersionMax));
        const double golden = 0.6180339887498949;
        var (a, b) = (high - (golden * (high - low)), low + (golden * (high - low)));
        var (atA, atB) = (Score(a), Score(b));
        for (var step = 0; step < 24; step++)
        {
            if (atA > atB)
            {
                (high, b, atB) = (b, a, atA);
                atA = Score(a = high - (golden * (high - low)));
            }
            else
            {
                (low, a, atA) = (a, b, atB);
                atB = Score(b = low + (golden * (high - low)));
            }
        }

        return DeterministicMath.Exp((low + high) / 2);
    }

    private static double LogLikelihood((long Count, double Mean, double Weight)[] seen, double dispersion)
    {
        var size = 1 / dispersion;
        var ofSize = DeterministicMath.LogGamma(size);
        var sum = 0.0;
        foreach (var (count, mean, weight) in seen)
        {
            var excess = dispersion * mean;
            var log = DeterministicMath.Log(1 + excess);
            var rising = count == 0 ? 0 : DeterministicMath.LogGamma(count + size) - ofSize;
            sum += weight * (rising + (count * (DeterministicMath.Log(excess) - log)) - (log * size));
        }

        return sum;
    }
}
