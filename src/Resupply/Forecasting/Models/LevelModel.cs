using Resupply.Values;

namespace Resupply.Forecasting.Models;

/// <summary>
/// A negative binomial law whose level wanders and may be drawn back to its long mean, with its season: nobody says how
/// fast, so every pace has its say by its likelihood.
/// </summary>
/// <remarks>
/// Kitagawa, "Non-Gaussian state-space modeling of nonstationary time series", JASA 82 (1987) 1032-1063: the law of the
/// state is filtered on a grid, eqs. (2.4) and (2.5). The state is the logarithm of the level; a step moves it at most
/// one cell, with the mean and variance of an Ornstein-Uhlenbeck step (Kushner &amp; Dupuis, Numerical Methods for
/// Stochastic Control, 1992, section 5.3: the upwind chain). The paces and dispersions are averaged with weights by
/// their likelihood (Hoeting et al., "Bayesian model averaging", Statistical Science 14, 1999, eq. 1), alike at first.
/// </remarks>
public sealed class LevelModel() : NeedModel("level", "negative binomial, wandering level (Kitagawa 1987)")
{
    private static readonly double[] Dispersions = [0.02, 0.1, 0.3, 0.7, 1.3, 2.2, 3.5, 6, 12];
    private static readonly (double Speed, double Pull)[] Paces =
    [
        (0, 0), (0.02, 0), (0.05, 0), (0.1, 0),
        (0.02, 0.01), (0.05, 0.01), (0.1, 0.01), (0.02, 0.04), (0.05, 0.04), (0.1, 0.04),
    ];

    private const double UsualSpeed = 0.05;
    private const double WeightMin = 1e-4;

    /// <summary>A dispersion this much less likely at the usual pace is so at every pace.</summary>
    private const double OutOfReach = 15;

    public override Forecast? Fit(History history)
    {
        var known = history.LastKnown();
        if (known.Length == 0) return null;
        var season = Season.Of(history);
        var mean = Math.Max(known.Average(), 0.5 / known.Length);
        var usual = Dispersions
            .Select(dispersion => new LevelLikelihood(history, season, mean, dispersion))
            .Select(seen => (Seen: seen, Filter: LevelFilter.Run(seen, UsualSpeed, pull: 0)))
            .ToArray();
        var best = usual.Max(each => each.Filter.LogLikelihood);
        var found = new List<LevelFilter>();
        foreach (var (seen, _) in usual.Where(each => each.Filter.LogLikelihood > best - OutOfReach))
        {
            foreach (var (speed, pull) in Paces) found.Add(LevelFilter.Run(seen, speed, pull));
        }

        var most = found.Max(each => each.LogLikelihood);
        return new Averaged(
            [.. found.Where(each => DeterministicMath.Exp(each.LogLikelihood - most) > WeightMin)],
            most, mean, season, history);
    }

    private sealed class Averaged : Forecast
    {
        private const int CoursesOfBlock = 2_000;

        private readonly LevelFilter[] filters;
        private readonly double[] cumulative;
        private readonly double mean;
        private readonly double[] season;
        private readonly History history;

        public Averaged(LevelFilter[] filters, double most, double mean, double[] season, History history)
        {
            (this.filters, this.mean, this.season, this.history) = (filters, mean, season, history);
            cumulative = new double[filters.Length];
            var sum = 0.0;
            for (var i = 0; i < filters.Length; i++)
                cumulative[i] = sum += DeterministicMath.Exp(filters[i].LogLikelihood - most);
        }

        public override void Sample(RandomStream random, Span<long> path)
        {
            var draws = new Draws(random);
            var filter = Drawn(ref draws);
            var cell = filter.Begin(draws.Uniform());
            for (var i = 0; i < path.Length; i++)
            {
                cell = filter.Next(cell, draws.Uniform());
                var factor = mean * season[history.SlotAt(history.Length + i)];
                path[i] = draws.NegativeBinomial(factor * LevelGrid.LevelAt(cell), filter.Dispersion);
            }
        }

        private LevelFilter Drawn(ref Draws draws)
        {
            var index = Array.BinarySearch(cumulative, draws.Uniform() * cumulative[^1]);
            return filters[Math.Min(index < 0 ? ~index : index, filters.Length - 1)];
        }

        public override NeedBlock? Block(int horizon)
        {
            var (sum, squares, dispersions) = (0.0, 0.0, 0.0);
            for (var course = 0; course < CoursesOfBlock; course++)
            {
                var draws = new Draws(RandomStream.For(1, "level").At(course));
                var filter = Drawn(ref draws);
                var (cell, average) = (filter.Begin(draws.Uniform()), 0.0);
                for (var i = 0; i < horizon; i++)
                {
                    cell = filter.Next(cell, draws.Uniform());
                    average += LevelGrid.LevelAt(cell) / horizon;
                }

                sum += average;
                squares += average * average;
                dispersions += filter.Dispersion;
            }

            var level = sum / CoursesOfBlock;
            var spread = Math.Sqrt(Math.Max(0, (squares / CoursesOfBlock) - (level * level))) / level;
            var per = BlockText.PerDay(mean * level, dispersions / CoursesOfBlock, history.Step, "level");
            const string lost =
                "that the level wanders on: it is drawn once, with the spread of its mean over the horizon";
            return Season.Keys(season, history.Step) is { } weekly
                ? new NeedBlock([("level", BlockText.Around1(spread))], [per, weekly], lost)
                : new NeedBlock([("level", BlockText.Around1(spread))], [per], lost);
        }
    }
}
