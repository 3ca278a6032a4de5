using Resupply.Values;

namespace Resupply.Forecasting.Models;

/// <summary>
/// What the language can say of any forecast: a negative binomial law about an uncertain level, with the mean, the
/// spread of one period and the spread of the sum over the horizon of the forecast it stands for.
/// </summary>
/// <remarks>
/// With level L of mean 1 and variance s, a period has the variance m + A m^2 + s m^2 and the sum of h of them
/// h (m + A m^2) + h^2 m^2 s, where A = d (1 + s): two equations for s and d, by the law of total variance.
/// </remarks>
internal sealed class WrittenForecast : Forecast
{
    private readonly double mean;
    private readonly double dispersion;
    private readonly double spread;
    private readonly PeriodStep step;

    private WrittenForecast(double mean, double dispersion, double spread, PeriodStep step) =>
        (this.mean, this.dispersion, this.spread, this.step) = (mean, dispersion, spread, step);

    /// <param name="courses">One after the other, each `horizon` long.</param>
    public static WrittenForecast Of(ReadOnlySpan<long> courses, int horizon, PeriodStep step)
    {
        var (n, sum, squares, sums) = (courses.Length / horizon, 0.0, 0.0, 0.0);
        for (var course = 0; course < n; course++)
        {
            var total = 0.0;
            foreach (var count in courses.Slice(course * horizon, horizon))
            {
                total += count;
                squares += (double)count * count;
            }

            sum += total;
            sums += total * total;
        }

        var each = sum / n / horizon;
        if (each <= 0) return new WrittenForecast(0, 0, 0, step);
        var ofPeriod = (squares / n / horizon) - (each * each);
        var ofSum = (sums / n) - (each * each * horizon * horizon);
        var level = horizon == 1
            ? 0
            : Math.Max(0, (ofSum - (horizon * ofPeriod)) / (each * each * horizon * (horizon - 1.0)));
        var around = Math.Max(0, ((ofPeriod - each) / (each * each)) - level);
        return new WrittenForecast(each, around / (1 + level), Math.Sqrt(level), step);
    }

    public override void Sample(RandomStream random, Span<long> path)
    {
        var draws = new Draws(random);
        var variance = DeterministicMath.Log1p(spread * spread);
        var level = mean * DeterministicMath.Exp((Math.Sqrt(variance) * draws.Normal()) - (variance / 2));
        for (var i = 0; i < path.Length; i++) path[i] = draws.NegativeBinomial(level, dispersion);
    }

    public override NeedBlock? Block(int horizon) => new(
        [("level", BlockText.Around1(spread))],
        [BlockText.PerDay(mean, dispersion, step, "level")],
        "the pool has the same mean, the same spread of a period and of the horizon's sum, and another shape");
}
