namespace Resupply.Forecasting.Scoring;

/// <summary>The record of one model at one horizon: sums over the origins, and the CRPS of each.</summary>
public sealed class ScoreSheet(IReadOnlyList<double> quantiles)
{
    public const int PitBins = 10;

    /// <summary>The central intervals whose coverage is counted.</summary>
    public static readonly double[] Intervals = [0.5, 0.8, 0.9];

    private readonly List<int> origins = [];
    private readonly List<double> crps = [];
    private readonly double[] pinball = new double[quantiles.Count];
    private readonly double[] pit = new double[PitBins];
    private readonly double[] said = new double[Intervals.Length];
    private readonly double[] held = new double[Intervals.Length];
    private double scaledAbsolute;
    private double scaledSquared;
    private double forecasts;
    private double meanError;

    /// <summary>The origins scored: the period that was forecast first.</summary>
    public IReadOnlyList<int> Origins => origins;

    /// <summary>The mean CRPS at each of them.</summary>
    public IReadOnlyList<double> CrpsByOrigin => crps;

    public double Crps => crps.Count == 0 ? double.NaN : crps.Sum() / crps.Count;

    /// <summary>The mean pinball loss at a quantile.</summary>
    public double Pinball(int quantile) => pinball[quantile] / forecasts;

    /// <summary>The mean over all quantiles.</summary>
    public double MeanPinball => pinball.Sum() / pinball.Length / forecasts;

    /// <summary>How often what came lay in the interval, and how often it says it does: counts have no finer
    /// ones.</summary>
    public (double Held, double Said) Coverage(int interval) =>
        (held[interval] / forecasts, said[interval] / forecasts);

    /// <summary>The share of outcomes in each tenth of the forecast's law: alike where it is right.</summary>
    public double Pit(int bin) => pit[bin] / forecasts;

    /// <summary>The mean absolute error of the median, in mean changes from one period to the next.</summary>
    public double Mase => scaledAbsolute / forecasts;

    /// <summary>The root of the mean squared error of the mean, in root mean squared changes.</summary>
    public double Rmsse => Math.Sqrt(scaledSquared / forecasts);

    /// <summary>Forecast mean less what came, on the average: above 0 it was too high.</summary>
    public double Bias => meanError / forecasts;

    public void Begin(int origin)
    {
        origins.Add(origin);
        crps.Add(0);
    }

    /// <summary>Adds one forecast of the origin begun last.</summary>
    /// <param name="share">Of the origin's CRPS: one over its number of forecasts.</param>
    /// <param name="scales">As <see cref="Scores.Scales"/> has them.</param>
    public void Add(ScoredForecast scored, double share, (double Absolute, double Squared) scales)
    {
        crps[^1] += share * scored.Crps;
        for (var i = 0; i < pinball.Length; i++) pinball[i] += share * scored.Pinball[i];
        for (var bin = 0; bin < PitBins; bin++) pit[bin] += share * scored.Pit[bin];
        for (var i = 0; i < Intervals.Length; i++)
        {
            said[i] += share * scored.Said[i];
            held[i] += scored.Held[i] ? share : 0;
        }

        meanError += share * scored.Error;
        if (scales.Absolute > 0) scaledAbsolute += share * scored.AbsoluteOfMedian / scales.Absolute;
        if (scales.Squared > 0) scaledSquared += share * scored.Error * scored.Error / scales.Squared;
        forecasts += share;
    }
}
