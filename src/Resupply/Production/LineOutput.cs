namespace Resupply.Production;

/// <summary>What a line has made so far in a replication, and when the next whole item is there.</summary>
/// <param name="days">Of the calendar.</param>
internal sealed class LineOutput(LineModel line, int days)
{
    /// <summary>What rounding may keep a whole number of items from being reached by.</summary>
    private const double Rounded = 1e-9;

    private double made;
    private long taken;
    private int counted;

    public LineModel Line => line;

    /// <summary>The day at whose 00:00 there are items to be taken; beyond the calendar: none any more.</summary>
    public int Due { get; private set; }

    public void Begin(double[] once)
    {
        (made, taken, counted) = (0, 0, 0);
        FindDue(once);
    }

    /// <summary>The items finished since the last time.</summary>
    public long Take(double[] once)
    {
        var units = Whole - taken;
        taken += units;
        FindDue(once);
        return units;
    }

    /// <summary>Item n is finished when the output comes to n; exactly at 24:00 it still is of the day.</summary>
    private long Whole => (long)Math.Floor(made * (1 + Rounded));

    private void FindDue(double[] once)
    {
        var rate = once[line.Rate] / line.DaysOfRate;
        while (counted < days)
        {
            made += Math.Max(0, rate * line.Level.On(counted++, once));
            if (Whole == taken) continue;
            Due = counted;
            return;
        }

        Due = int.MaxValue;
    }
}
