using Resupply.Values;

namespace Resupply.Forecasting.Models;

/// <summary>A negative binomial law about a mean that counts recent periods more, with its season.</summary>
/// <remarks>
/// West &amp; Harrison, 1997, section 2.4 (discounting) and 14.4 (counts). The mean itself is uncertain by as much as
/// its effective number of periods leaves open: one gamma factor for the whole course, so that the days hang together.
/// </remarks>
public sealed class NegativeBinomialModel()
    : NeedModel("negative-binomial", "discounted mean, negative binomial (West & Harrison 1997)")
{
    private static readonly double[] HalfLivesOfDays = [14, 28, 56, 112, 224, double.PositiveInfinity];
    private static readonly double[] HalfLivesOfMonths = [3, 6, 12, 24, double.PositiveInfinity];

    internal static double[] HalfLives(PeriodStep step) =>
        step == PeriodStep.Day ? HalfLivesOfDays : HalfLivesOfMonths;

    public override Forecast? Fit(History history)
    {
        if (history.LastKnown().Length == 0) return null;
        var season = Season.Of(history);
        return new Steady(DiscountedMean.Of(history, season, HalfLives(history.Step)), season, history);
    }

    private sealed class Steady(DiscountedMean fitted, double[] season, History history) : Forecast
    {
        /// <summary>The variance of the mean, relative to its square.</summary>
        private double Spread => ((1 / fitted.Mean) + fitted.Dispersion) / fitted.Periods;

        public override void Sample(RandomStream random, Span<long> path)
        {
            var draws = new Draws(random);
            var mean = fitted.Mean * draws.Gamma(1 / Spread) * Spread;
            for (var i = 0; i < path.Length; i++)
            {
                var factor = season[history.SlotAt(history.Length + i)];
                path[i] = draws.NegativeBinomial(mean * factor, fitted.Dispersion);
            }
        }

        public override NeedBlock? Block(int horizon)
        {
            var per = BlockText.PerDay(fitted.Mean, fitted.Dispersion, history.Step, "level");
            return Season.Keys(season, history.Step) is { } weekly
                ? new NeedBlock([("level", BlockText.Around1(Math.Sqrt(Spread)))], [per, weekly], "")
                : new NeedBlock([("level", BlockText.Around1(Math.Sqrt(Spread)))], [per], "");
        }
    }
}
