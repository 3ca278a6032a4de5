using Resupply.Simulation;
using Resupply.Supply;

namespace Resupply.Production;

/// <summary>What a line has made so far in a replication, and when the next whole item is there.</summary>
/// <param name="days">Of the calendar.</param>
internal sealed class LineOutput(LineModel line, int days)
{
    /// <summary>What rounding may keep a whole number of items from being reached by.</summary>
    private const double RoundedBy = 1e-9;

    /// <summary>Of a billion items no whole one may come of it.</summary>
    private const double RoundedMax = 1e-3;

    private readonly LevelPlace[] levels = [.. Enumerable.Range(0, days).Select(line.Level.At)];
    private double made;
    private long taken;
    private int counted;

    public LineModel Line => line;

    /// <summary>The day at whose 00:00 there are items to be taken; beyond the calendar: none any more.</summary>
    public int Due { get; private set; }

    public void Begin(Replication replication)
    {
        (made, taken, counted) = (0, 0, 0);
        FindDue(replication);
    }

    /// <summary>The items finished since the last time.</summary>
    public long Take(Replication replication)
    {
        var units = (long)Math.Floor(Rounded(made)) - taken;
        taken += units;
        FindDue(replication);
        return units;
    }

    /// <summary>Item n is finished when the output comes to n; exactly at 24:00 it still is of the day.</summary>
    private static double Rounded(double output) => output + Math.Min(output * RoundedBy, RoundedMax);

    private void FindDue(Replication replication)
    {
        ReadOnlySpan<double> once = replication.Once;
        var rate = once[line.Rate] / line.DaysOfRate;
        while (counted < levels.Length)
        {
            var items = Math.Max(0, rate * levels[counted++].Factor(once));
            made += OrderDraws.Checked(items, line, replication.Number);
            if (Rounded(made) < taken + 1) continue;
            Due = counted;
            return;
        }

        Due = int.MaxValue;
    }
}
