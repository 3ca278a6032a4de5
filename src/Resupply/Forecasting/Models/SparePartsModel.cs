using Resupply.Values;

namespace Resupply.Forecasting.Models;

/// <summary>How the three recursions for spare parts differ.</summary>
public enum Recursion
{
    /// <summary>Size over interval, both smoothed where there is a need.</summary>
    Croston,

    /// <summary>The same less its bias.</summary>
    Sba,

    /// <summary>Size times probability, the probability smoothed in every period: it falls where no need
    /// comes.</summary>
    Tsb,
}

/// <summary>Croston's forecast and its two successors for needs with many zeros, with a law about the
/// forecast.</summary>
/// <remarks>
/// Croston, "Forecasting and stock control for intermittent demands", Operational Research Quarterly 23 (1972), eqs.
/// (5)-(7). SBA: Syntetos &amp; Boylan, "The accuracy of intermittent demand estimates", IJF 21 (2005), eq. (4): times
/// 1 - alpha/2 of the interval. TSB: Teunter, Syntetos &amp; Babai, "Intermittent demand: linking forecasting to
/// inventory obsolescence", EJOR 214 (2011), eqs. (1)-(2). The law is compound Bernoulli: a need comes with the
/// forecast's probability, and its size is one of the past with the weight it has in the smoothed size, so that the
/// mean is the forecast (sizes as in Willemain, Smart &amp; Schwarz 2004). The probability is uncertain by as many
/// periods as its smoothing remembers. Where none is given, the constants are those with the least squared error of one
/// step so far.
/// </remarks>
public sealed class SparePartsModel(string name, string source, Recursion recursion, double? alpha = null)
    : NeedModel(name, source)
{
    private static readonly double[] Alphas = [0.05, 0.1, 0.15, 0.2, 0.3];
    private static readonly double[] Betas = [0.02, 0.05, 0.1, 0.2, 0.3];

    public static SparePartsModel Croston(double? alpha = null) =>
        new("croston", "Croston (1972)", Recursion.Croston, alpha);

    public static SparePartsModel Sba(double? alpha = null) =>
        new("sba", "Syntetos & Boylan (2005)", Recursion.Sba, alpha);

    public static SparePartsModel Tsb(double? alpha = null) =>
        new("tsb", "Teunter, Syntetos & Babai (2011)", Recursion.Tsb, alpha);

    public override Forecast? Fit(History history)
    {
        var known = history.LastKnown();
        if (known.Length == 0) return null;
        double[] alphas = alpha is { } size ? [size] : Alphas;
        double[] betas = alpha is { } same ? [same] : recursion == Recursion.Tsb ? Betas : Alphas;
        var best = default(Smoothed);
        foreach (var ofSize in alphas)
        {
            foreach (var ofChance in betas)
            {
                if (recursion != Recursion.Tsb && ofChance != ofSize) continue; // Croston has one constant
                var found = Smoothed.Of(known, recursion, ofSize, ofChance);
                if (best is null || found.SquaredError < best.SquaredError) best = found;
            }
        }

        return new Compound(best!, known, history.Step);
    }

    /// <summary>The forecast of the mean of a period; for those who only want the published point.</summary>
    public double PointOf(History history) => Fit(history) is Compound found ? found.Mean : 0;

    private sealed record Smoothed(double Size, double Chance, double Alpha, double Beta, double SquaredError)
    {
        public static Smoothed Of(long[] known, Recursion recursion, double alpha, double beta)
        {
            var first = Array.FindIndex(known, count => count > 0);
            if (first < 0) return new Smoothed(0, 0, alpha, beta, 0);
            var (size, interval, since) = ((double)known[first], first + 1.0, 1);
            var (chance, error) = (1 / interval, 0.0);
            for (var i = first + 1; i < known.Length; i++, since++)
            {
                var forecast = size * (recursion == Recursion.Sba ? (1 - (beta / 2)) * chance : chance);
                error += (known[i] - forecast) * (known[i] - forecast);
                if (recursion == Recursion.Tsb) chance += beta * ((known[i] > 0 ? 1 : 0) - chance);
                if (known[i] == 0) continue;
                size += alpha * (known[i] - size);
                interval += beta * (since - interval);
                if (recursion != Recursion.Tsb) chance = 1 / interval;
                since = 0;
            }

            return new Smoothed(
                size, recursion == Recursion.Sba ? (1 - (beta / 2)) * chance : chance, alpha, beta, error);
        }
    }

    private sealed class Compound : Forecast
    {
        private readonly CountLaw sizes;
        private readonly (double Low, double High) chance;
        private readonly PeriodStep step;

        public Compound(Smoothed found, long[] known, PeriodStep step)
        {
            long[] needs = [.. known.Where(count => count > 0)];
            var weights = new double[needs.Length];
            var left = 1.0;
            for (var i = needs.Length - 1; i >= 0; i--)
            {
                weights[i] = i == 0 ? left : found.Alpha * left;
                left *= 1 - found.Alpha;
            }

            this.step = step;
            Mean = found.Size * found.Chance;
            sizes = CountLaw.Of(needs, i => weights[i]);
            var remembered = Math.Min(known.Length, (2 - found.Beta) / found.Beta);
            chance = BlockText.ShareRange(
                found.Chance, Math.Sqrt(Math.Max(0, found.Chance * (1 - found.Chance)) / remembered));
        }

        public double Mean { get; }

        public override void Sample(RandomStream random, Span<long> path)
        {
            var draws = new Draws(random);
            var comes = chance.Low + (draws.Uniform() * (chance.High - chance.Low));
            for (var i = 0; i < path.Length; i++)
                path[i] = draws.Uniform() < comes ? sizes.Draw(draws.Uniform()) : 0;
        }

        public override NeedBlock? Block(int horizon)
        {
            if (chance.High <= 0) return new NeedBlock([], [("per-day", "0")], "");
            var days = BlockText.DaysOf(step);
            var range = (chance.Low / days, chance.High / days);
            return new NeedBlock(
                [("comes", BlockText.Range(range))],
                [("arrivals", $"binomial(1; {NeedBlock.Prefix}comes)"), ("size", BlockText.Discrete(sizes))],
                step == PeriodStep.Day ? "" : "that a month sees at most one need: here each day may");
        }
    }
}
