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

    /// <summary>Whatever lacks so much of a whole number lacks something after rounding, too.</summary>
    private const double NotNear = 1 / 16.0;

    private readonly LevelPlace[] levels = [.. Enumerable.Range(0, days).Select(line.Level.At)];
    private readonly double[] made = new double[days]; // on each day
    private double madeInAll;
    private long finished;
    private long taken;
    private int counted;

    public LineModel Line => line;

    /// <summary>The day at whose 00:00 there are items to be taken; beyond the calendar: none any more.</summary>
    public int Due { get; private set; }

    /// <summary>Whether nothing was taken yet.</summary>
    public bool IsUntouched => taken == 0;

    public void Begin(Replication replication)
    {
        (madeInAll, finished, taken, counted) = (0, 0, 0, 0);
        var rate = replication.Once[line.Rate] / line.DaysOfRate;
        for (var day = 0; day < made.Length;) day = Make(day, rate, replication);
        FindDue();
    }

    /// <summary>The next items, at most so many, of those that are there before the end.</summary>
    public Batch Take(long most, int end)
    {
        var (first, last) = (Due, Due);
        var (units, unitDays) = (0L, 0L);
        while (units < most && Due < end)
        {
            last = Due;
            var more = Math.Min(most - units, finished - taken);
            taken += more;
            units += more;
            unitDays += more * (made.Length - last);
            if (taken == finished) FindDue();
        }

        return new Batch(units, unitDays, first, last);
    }

    /// <summary>Item n is finished when the output comes to n; exactly at 24:00 it still is of the day.</summary>
    private static double Rounded(double output) => output + Math.Min(output * RoundedBy, RoundedMax);

    /// <summary>The days from this one on that lie between the same two dates of the level.</summary>
    /// <returns>The day after them.</returns>
    private int Make(int day, double rate, Replication replication)
    {
        var (from, to) = (levels[day].From, levels[day].To);
        var factor = from < 0 ? 1 : replication.Once[from];
        var rise = from < 0 ? 0 : replication.Once[to] - factor;
        for (; day < made.Length && levels[day].From == from && levels[day].To == to; day++)
        {
            var items = rate * (factor + (levels[day].Way * rise));
            OrderDraws.Check(items, line, replication.Number);
            made[day] = items > 0 ? items : 0;
        }

        return day;
    }

    private void FindDue()
    {
        double next = finished + 1;
        var near = next - NotNear;
        var sum = madeInAll;
        for (var day = counted; day < made.Length; day++)
        {
            sum += made[day];
            if (sum < near || Rounded(sum) < next) continue;
            (madeInAll, finished) = (sum, (long)Math.Floor(Rounded(sum)));
            Due = counted = day + 1;
            return;
        }

        counted = made.Length;
        Due = int.MaxValue;
    }
}
