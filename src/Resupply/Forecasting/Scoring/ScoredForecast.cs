namespace Resupply.Forecasting.Scoring;

/// <summary>All the scores of one forecast.</summary>
public sealed class ScoredForecast
{
    /// <summary>Scores a forecast, now that it is known what came.</summary>
    public ScoredForecast(Ensemble forecast, long came, IReadOnlyList<double> quantiles)
    {
        Crps = Scores.Crps(forecast, came);
        Pinball = new double[quantiles.Count];
        for (var i = 0; i < Pinball.Length; i++)
            Pinball[i] = Scores.Pinball(quantiles[i], forecast.Quantile(quantiles[i]), came);
        Scores.AddPit(forecast, came, Pit);
        for (var i = 0; i < Said.Length; i++)
        {
            var tail = (1 - ScoreSheet.Intervals[i]) / 2;
            var (low, high) = (forecast.Quantile(tail), forecast.Quantile(1 - tail));
            Said[i] = (double)(forecast.AtMost(high) - forecast.AtMost(low - 1)) / forecast.Members;
            Held[i] = came >= low && came <= high;
        }

        Error = forecast.Mean - came;
        AbsoluteOfMedian = Math.Abs(forecast.Quantile(0.5) - came);
    }

    public double Crps { get; }

    /// <summary>By quantile.</summary>
    public double[] Pinball { get; }

    /// <summary>Which tenths of the forecast's law the outcome fell in; they sum to 1.</summary>
    public double[] Pit { get; } = new double[ScoreSheet.PitBins];

    /// <summary>What each central interval holds by the forecast's own law.</summary>
    public double[] Said { get; } = new double[ScoreSheet.Intervals.Length];

    /// <summary>Whether what came lay in it.</summary>
    public bool[] Held { get; } = new bool[ScoreSheet.Intervals.Length];

    /// <summary>The forecast's mean less what came.</summary>
    public double Error { get; }

    public double AbsoluteOfMedian { get; }
}
