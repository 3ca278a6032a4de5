using Resupply.Values;

namespace Resupply.Forecasting.Models;

/// <summary>The levels that are told apart: from 1/55 to 55 times the long mean.</summary>
internal static class LevelGrid
{
    public const int Cells = 41;
    public const double Width = 0.2;

    private static readonly double[] Levels =
        [.. Enumerable.Range(0, Cells).Select(cell => DeterministicMath.Exp(StateAt(cell)))];

    public static double StateAt(int cell) => (cell - (Cells / 2)) * Width;

    public static double LevelAt(int cell) => Levels[cell];
}

/// <summary>How likely each count is at each level, up to a factor that is kept apart.</summary>
internal sealed class LevelLikelihood
{
    private readonly Dictionary<(long Count, int Slot), (double[] Cells, double Log)> known = [];
    private readonly double[] season;
    private readonly double mean;
    private readonly double ofSize;

    public LevelLikelihood(History history, double[] season, double mean, double dispersion)
    {
        (this.season, this.mean, Dispersion) = (season, mean, dispersion);
        ofSize = DeterministicMath.LogGamma(1 / dispersion);
        Periods = new (double[], double)?[history.Length];
        for (var i = 0; i < history.Length; i++)
        {
            if (history.Counts[i] >= 0) Periods[i] = At(history.Counts[i], history.SlotAt(i));
        }
    }

    public double Dispersion { get; }

    /// <summary>Of each period; null where it is not known.</summary>
    public (double[] Cells, double Log)?[] Periods { get; }

    private (double[] Cells, double Log) At(long count, int slot)
    {
        if (known.TryGetValue((count, slot), out var found)) return found;
        var cells = new double[LevelGrid.Cells];
        var most = double.NegativeInfinity;
        for (var cell = 0; cell < cells.Length; cell++)
        {
            var excess = Dispersion * mean * season[slot] * LevelGrid.LevelAt(cell);
            var log = DeterministicMath.Log(1 + excess);
            cells[cell] = (count * (DeterministicMath.Log(excess) - log)) - (log / Dispersion);
            most = Math.Max(most, cells[cell]);
        }

        for (var cell = 0; cell < cells.Length; cell++) cells[cell] = DeterministicMath.Exp(cells[cell] - most);
        var rising = count == 0
            ? 0
            : DeterministicMath.LogGamma(count + (1 / Dispersion)) - ofSize - DeterministicMath.LogGamma(count + 1);
        return known[(count, slot)] = (cells, most + rising);
    }
}

/// <summary>The law of the level after all that is known, for one pace, one pull and one dispersion.</summary>
internal sealed class LevelFilter
{
    private const double StartSpread = 1;

    private readonly double[] up = new double[LevelGrid.Cells];
    private readonly double[] down = new double[LevelGrid.Cells];
    private readonly double[] stay = new double[LevelGrid.Cells];
    private readonly double[] law = new double[LevelGrid.Cells];

    private LevelFilter(double speed, double pull, double dispersion)
    {
        Dispersion = dispersion;
        var spread = pull > 0 ? Math.Min(1, speed * speed / (2 * pull)) : 0;
        var start = 0.0;
        for (var cell = 0; cell < LevelGrid.Cells; cell++)
        {
            var state = LevelGrid.StateAt(cell);
            var drift = -pull * (state + (spread / 2)) / LevelGrid.Width; // towards a mean level of 1
            var moves = Math.Min(1, Math.Max(speed * speed / (LevelGrid.Width * LevelGrid.Width), Math.Abs(drift)));
            drift = Math.Clamp(drift, -moves, moves);
            up[cell] = cell == LevelGrid.Cells - 1 ? 0 : (moves + drift) / 2;
            down[cell] = cell == 0 ? 0 : (moves - drift) / 2;
            stay[cell] = 1 - up[cell] - down[cell];
            law[cell] = DeterministicMath.Exp(-state * state / (2 * StartSpread * StartSpread));
            start += law[cell];
        }

        for (var cell = 0; cell < law.Length; cell++) law[cell] /= start;
    }

    public double Dispersion { get; }

    public double LogLikelihood { get; private set; }

    /// <param name="speed">The standard deviation of a step of the level's logarithm.</param>
    /// <param name="pull">Which part of the distance to the long mean is gone after a step.</param>
    public static LevelFilter Run(LevelLikelihood seen, double speed, double pull)
    {
        var filter = new LevelFilter(speed, pull, seen.Dispersion);
        var moved = new double[LevelGrid.Cells];
        foreach (var period in seen.Periods)
        {
            filter.Move(moved);
            if (period is { } count) filter.See(moved, count);
            else moved.CopyTo(filter.law, 0);
        }

        return filter;
    }

    private void Move(double[] moved)
    {
        for (var cell = 0; cell < moved.Length; cell++) moved[cell] = law[cell] * stay[cell];
        for (var cell = 1; cell < moved.Length; cell++) moved[cell] += law[cell - 1] * up[cell - 1];
        for (var cell = 1; cell < moved.Length; cell++) moved[cell - 1] += law[cell] * down[cell];
    }

    private void See(double[] moved, (double[] Cells, double Log) count)
    {
        var sum = 0.0;
        for (var cell = 0; cell < law.Length; cell++) sum += law[cell] = moved[cell] * count.Cells[cell];
        if (!(sum > 1e-300))
        {
            moved.CopyTo(law, 0); // beyond all levels: what was believed before stands
            LogLikelihood += count.Log - 690;
            return;
        }

        LogLikelihood += DeterministicMath.Log(sum) + count.Log;
        var inverse = 1 / sum;
        for (var cell = 0; cell < law.Length; cell++) law[cell] *= inverse;
    }

    /// <summary>The mean of the level now, in long means.</summary>
    public double Level
    {
        get
        {
            var sum = 0.0;
            for (var cell = 0; cell < law.Length; cell++) sum += law[cell] * LevelGrid.LevelAt(cell);
            return sum;
        }
    }

    /// <summary>The cell of today, by inversion.</summary>
    public int Begin(double uniform)
    {
        for (var cell = 0; cell < law.Length - 1; cell++)
        {
            uniform -= law[cell];
            if (uniform <= 0) return cell;
        }

        return law.Length - 1;
    }

    /// <summary>The cell of tomorrow.</summary>
    public int Next(int cell, double uniform) =>
        uniform < up[cell] ? cell + 1 : uniform < up[cell] + down[cell] ? cell - 1 : cell;
}
