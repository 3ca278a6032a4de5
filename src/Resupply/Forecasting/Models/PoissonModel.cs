using Resupply.Values;

namespace Resupply.Forecasting.Models;

/// <summary>A Poisson law whose level is gamma and wanders: the dynamic gamma-Poisson model.</summary>
/// <remarks>
/// Harvey &amp; Fernandes, "Time series models for count or qualitative observations", JBES 7 (1989), section 2: a and
/// b are discounted by omega before each count (eq. 2.5), which adds itself to a and 1 to b; omega by likelihood (2.9).
/// The course of the level to come is a product of beta shocks: Smith &amp; Miller, "A non-Gaussian state space model
/// and application to prediction of records", JRSS B 48 (1986).
/// </remarks>
public sealed class PoissonModel() : NeedModel("poisson", "Poisson with a wandering level (Harvey & Fernandes 1989)")
{
    private static readonly double[] Discounts = [0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 1];

    public override Forecast? Fit(History history)
    {
        if (history.LastKnown().Length == 0) return null;
        return Discounts.Select(discount => Filter(history, discount)).MaxBy(found => found.LogLikelihood);
    }

    /// <summary>The discount of the greatest likelihood: 1 for a level that stays.</summary>
    internal static double DiscountOf(History history) =>
        Discounts.MaxBy(discount => Filter(history, discount).LogLikelihood);

    /// <summary>Begins with half a unit in one period, which the data soon outweigh.</summary>
    private static Wandering Filter(History history, double discount)
    {
        var (a, b, log) = (0.5, 1.0, 0.0);
        foreach (var count in history.Counts)
        {
            a *= discount;
            b *= discount;
            if (count < 0) continue;
            var none = DeterministicMath.Log(1 + b);
            log += (a * (DeterministicMath.Log(b) - none)) - (count * none);
            if (count > 0)
            {
                log += DeterministicMath.LogGamma(a + count) - DeterministicMath.LogGamma(a)
                    - DeterministicMath.LogGamma(count + 1);
            }

            a += count;
            b++;
        }

        return new Wandering(a, b, discount, log, history.Step);
    }

    private sealed class Wandering(double shape, double rate, double discount, double log, PeriodStep step) : Forecast
    {
        public double LogLikelihood => log;

        public override void Sample(RandomStream random, Span<long> path)
        {
            var draws = new Draws(random);
            var a = shape;
            var level = draws.Gamma(a) / rate;
            for (var i = 0; i < path.Length; i++)
            {
                if (discount < 1)
                {
                    level *= draws.Beta(discount * a, (1 - discount) * a) / discount;
                    a *= discount;
                }

                path[i] = draws.Poisson(Math.Min(level, SeriesLimits.CountMax));
            }
        }

        public override NeedBlock? Block(int horizon) => new(
            [("level", BlockText.Around1(1 / Math.Sqrt(shape)))],
            [BlockText.PerDay(shape / rate, 0, step, "level")],
            discount < 1 ? "that the level wanders on" : "");
    }
}
