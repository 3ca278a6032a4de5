using System.Globalization;
using Resupply.Values;

namespace Resupply.Forecasting.Models;

/// <summary>A negative binomial law whose mean grows or falls by a rate that dies down, with its season.</summary>
/// <remarks>
/// Log-linear regression on time by weighted scoring: McCullagh &amp; Nelder, Generalized Linear Models, 2nd ed. 1989,
/// section 2.5, the weights halved every quarter of days or year of months (West &amp; Harrison, 1997, section 2.4);
/// what is left of the rate after each period as in Gardner &amp; McKenzie, "Forecasting trends in time series",
/// Management Science 31 (1985), eq. (3). Both coefficients are drawn from their normal law, once for the whole course.
/// </remarks>
public sealed class TrendModel() : NeedModel("trend", "damped log-linear trend (Gardner & McKenzie 1985)")
{
    private const double DampingOfDays = 0.97;
    private const double DampingOfMonths = 0.9;
    private const int HalfLifeOfDays = 91;
    private const int HalfLifeOfMonths = 12;

    public override Forecast? Fit(History history)
    {
        if (history.LastKnown().Length < 2) return null;
        var season = Season.Of(history);
        var halfLife = history.Step == PeriodStep.Day ? HalfLifeOfDays : HalfLifeOfMonths;
        var level = DiscountedMean.Of(history, season, [halfLife]);
        var (fit, slopeVariance, levelVariance, covariance) = Regress(history, season, level);
        var damping = history.Step == PeriodStep.Day ? DampingOfDays : DampingOfMonths;
        return new Growing(fit, levelVariance, slopeVariance, covariance, damping, level.Dispersion, season, history);
    }

    private static ((double Level, double Slope) Fit, double SlopeVariance, double LevelVariance, double Covariance)
        Regress(History history, double[] season, DiscountedMean start)
    {
        const int steps = 8;
        var (level, slope) = (DeterministicMath.Log(start.Mean), 0.0);
        var (va, vb, vab) = (0.0, 0.0, 0.0);
        for (var step = 0; step < steps; step++)
        {
            var (saa, sab, sbb, ga, gb) = (1e-9, 0.0, 1e-6, 0.0, 0.0);
            var (raa, rab, rbb) = (0.0, 0.0, 0.0);
            var w = 1.0;
            for (var i = history.Length - 1; i >= 0; i--, w *= start.Weight)
            {
                if (history.Counts[i] < 0) continue;
                double t = i - history.Length + 1;
                var mean = season[history.SlotAt(i)] * DeterministicMath.Exp(Math.Min(level + (slope * t), 30));
                var information = w * mean / (1 + (start.Dispersion * mean));
                var residual = w * (history.Counts[i] - mean) / (1 + (start.Dispersion * mean));
                (saa, sab, sbb) = (saa + information, sab + (information * t), sbb + (information * t * t));
                (ga, gb) = (ga + residual, gb + (residual * t));
                information *= w;
                (raa, rab, rbb) = (raa + information, rab + (information * t), rbb + (information * t * t));
            }

            var determinant = (saa * sbb) - (sab * sab);
            if (!(determinant > 0)) break;
            var (ia, ib, iab) = (sbb / determinant, saa / determinant, -sab / determinant);
            level += Math.Clamp((ia * ga) + (iab * gb), -1, 1);
            slope = Math.Clamp(slope + Math.Clamp((iab * ga) + (ib * gb), -0.02, 0.02), -0.1, 0.1);
            va = (ia * ia * raa) + (2 * ia * iab * rab) + (iab * iab * rbb); // the sandwich of weighted scores
            vb = (iab * iab * raa) + (2 * iab * ib * rab) + (ib * ib * rbb);
            vab = (ia * iab * raa) + (((ia * ib) + (iab * iab)) * rab) + (iab * ib * rbb);
        }

        return ((level, slope), vb, va, vab);
    }

    private sealed class Growing(
        (double Level, double Slope) fit, double levelVariance, double slopeVariance, double covariance,
        double damping, double dispersion, double[] season, History history) : Forecast
    {
        private const double LogMax = 2.5;

        public override void Sample(RandomStream random, Span<long> path)
        {
            var draws = new Draws(random);
            var root = Math.Sqrt(levelVariance);
            var z = draws.Normal();
            var level = fit.Level + (root * z);
            var along = root > 0 ? covariance / root : 0;
            var rest = Math.Sqrt(Math.Max(0, slopeVariance - (along * along)));
            var slope = fit.Slope + (along * z) + (rest * draws.Normal());
            var (kept, grown) = (damping, 0.0);
            for (var i = 0; i < path.Length; i++, kept *= damping)
            {
                grown += kept * slope;
                var log = level + Math.Clamp(grown, -LogMax, LogMax);
                var mean = season[history.SlotAt(history.Length + i)] * DeterministicMath.Exp(Math.Min(log, 20));
                path[i] = draws.NegativeBinomial(mean, dispersion);
            }
        }

        public override NeedBlock? Block(int horizon)
        {
            var reach = damping / (1 - damping);
            var end = 1 - DeterministicMath.Pow(damping, horizon);
            var half = 1 - DeterministicMath.Pow(damping, horizon / 2.0);
            var grown = reach * half;
            var middle = levelVariance + (2 * covariance * grown) + (slopeVariance * grown * grown);
            var first = history.NextPeriods(horizon);
            string Factor(double part) => BlockText.Number(DeterministicMath.Exp(
                Math.Clamp(fit.Slope * reach * part, -LogMax, LogMax)));
            var level = string.Create(
                CultureInfo.InvariantCulture,
                $"{{ {first.From}: 1, {first.Middle}: {Factor(half)}, {first.To}: {Factor(end)} }}");
            var per = BlockText.PerDay(
                DeterministicMath.Exp(fit.Level), dispersion, history.Step, "growth");
            var spread = Math.Sqrt(Math.Max(0, DeterministicMath.Expm1(Math.Min(middle, 3))));
            const string lost = "that the rate is uncertain apart from the level";
            return Season.Keys(season, history.Step) is { } weekly
                ? new NeedBlock([("growth", BlockText.Around1(spread))], [per, ("level", level), weekly], lost)
                : new NeedBlock([("growth", BlockText.Around1(spread))], [per, ("level", level)], lost);
        }
    }
}
