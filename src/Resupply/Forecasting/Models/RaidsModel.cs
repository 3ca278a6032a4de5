using Resupply.Values;
using static System.FormattableString;

namespace Resupply.Forecasting.Models;

/// <summary>
/// Raid days and quiet days, each with its own law of sizes: whether a day is one depends on the day before, and both
/// how often raids come and how large they are is as uncertain as the raids seen leave it.
/// </summary>
/// <remarks>
/// A two-state chain with bootstrapped sizes: Willemain, Smart &amp; Schwarz, "A new approach to forecasting
/// intermittent demand for service parts inventories", IJF 20 (2004) 375-387, here with a threshold above zero (a
/// hurdle: Mullahy, J. Econometrics 33, 1986). Raids are the fewest periods that make up three quarters of the need.
/// The chances of the chain are beta; sizes are resampled once for each course (Rubin, "The Bayesian bootstrap", Annals
/// of Statistics 9, 1981, in the form of Efron's). Older periods count less by half after a quarter of days or a year
/// of months.
/// </remarks>
public sealed class RaidsModel() : NeedModel("raids", "raid and quiet days, sizes of their own (Willemain et al. 2004)")
{
    private const double ShareOfNeed = 0.75;
    private const int HalfLifeOfDays = 91;
    private const int HalfLifeOfMonths = 12;
    private const int SizesMax = 64;

    public override Forecast? Fit(History history)
    {
        var known = history.LastKnown();
        if (known.Length == 0) return null;
        var threshold = Threshold(known);
        double halfLife = history.Step == PeriodStep.Day ? HalfLifeOfDays : HalfLifeOfMonths;
        var keep = DeterministicMath.Pow(0.5, 1 / halfLife);
        var weights = new double[known.Length];
        var w = 1.0;
        for (var i = known.Length - 1; i >= 0; i--, w *= keep) weights[i] = w;
        int[] raids = [.. Enumerable.Range(0, known.Length).Where(i => known[i] >= threshold)];
        int[] quiet = [.. Enumerable.Range(0, known.Length).Where(i => known[i] < threshold)];
        return new Hurdle(
            Part(known, weights, quiet), Part(known, weights, raids), Chain(known, weights, threshold),
            known[^1] >= threshold, (int)Math.Clamp(Effective(weights, raids), 1, SizesMax), history.Step);
    }

    /// <summary>The fewest periods at or above it hold most of the need; at least 1.</summary>
    private static long Threshold(long[] known)
    {
        var sorted = known.OrderDescending().ToArray();
        var (total, sum) = ((double)known.Sum(), 0.0);
        foreach (var count in sorted)
        {
            sum += count;
            if (sum >= ShareOfNeed * total) return Math.Max(1, count);
        }

        return 1;
    }

    private static CountLaw Part(long[] known, double[] weights, int[] at) =>
        CountLaw.Of([.. at.Select(i => known[i])], i => weights[at[i]]);

    private static double Effective(double[] weights, int[] at)
    {
        var (sum, squares) = (at.Sum(i => weights[i]), at.Sum(i => weights[i] * weights[i]));
        return squares > 0 ? sum * sum / squares : 0;
    }

    /// <summary>The shapes of the two beta laws: a raid after a quiet period, and after a raid.</summary>
    private static ((double A, double B) Quiet, (double A, double B) Raid) Chain(
        long[] known, double[] weights, long threshold)
    {
        var (quiet, raid) = ((A: 0.5, B: 0.5), (A: 0.5, B: 0.5));
        for (var i = 1; i < known.Length; i++)
        {
            var isRaid = known[i] >= threshold;
            if (known[i - 1] >= threshold)
                raid = isRaid ? (raid.A + weights[i], raid.B) : (raid.A, raid.B + weights[i]);
            else
                quiet = isRaid ? (quiet.A + weights[i], quiet.B) : (quiet.A, quiet.B + weights[i]);
        }

        return (quiet, raid);
    }

    private sealed class Hurdle(
        CountLaw quiet, CountLaw raid, ((double A, double B) Quiet, (double A, double B) Raid) chain,
        bool wasRaid, int sizesSeen, PeriodStep step) : Forecast
    {
        public override void Sample(RandomStream random, Span<long> path)
        {
            var draws = new Draws(random);
            var afterQuiet = draws.Beta(chain.Quiet.A, chain.Quiet.B);
            var afterRaid = draws.Beta(chain.Raid.A, chain.Raid.B);
            Span<long> sizes = stackalloc long[SizesMax];
            for (var i = 0; i < sizesSeen; i++) sizes[i] = raid.Draw(draws.Uniform());
            var isRaid = wasRaid;
            for (var i = 0; i < path.Length; i++)
            {
                isRaid = draws.Uniform() < (isRaid ? afterRaid : afterQuiet);
                path[i] = isRaid ? sizes[draws.Below(sizesSeen)] : quiet.Draw(draws.Uniform());
            }
        }

        public override NeedBlock? Block(int horizon)
        {
            if (step != PeriodStep.Day) return null;
            var (afterQuiet, afterRaid) = (Mean(chain.Quiet), Mean(chain.Raid));
            var share = afterQuiet / (1 + afterQuiet - afterRaid);
            var periods = chain.Quiet.A + chain.Quiet.B + chain.Raid.A + chain.Raid.B;
            var range = BlockText.ShareRange(share, Math.Sqrt(share * (1 - share) / periods));
            var name = NeedBlock.Prefix + "raids";
            var parts = quiet.Values.Select((value, i) =>
                    Invariant($"{value}={BlockText.Number(1000 * quiet.WeightAt(i))} * (1 - {name})"))
                .Concat(raid.Values.Select((value, i) =>
                    Invariant($"{value}={BlockText.Number(1000 * raid.WeightAt(i))} * {name}")));
            return new NeedBlock(
                [("raids", BlockText.Range(range))],
                [("per-day", $"discrete({string.Join("; ", parts)})")],
                "that a raid day may follow on another, and that the sizes seen are but a sample");
        }

        private static double Mean((double A, double B) shapes) => shapes.A / (shapes.A + shapes.B);
    }
}
