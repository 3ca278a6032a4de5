using Resupply.Simulation;
using Resupply.Supply;

namespace Resupply.Production;

/// <summary>
/// What a line finishes in a replication: all of it is known at the start, since nothing that happens changes it.
/// </summary>
/// <param name="days">Of the calendar.</param>
internal sealed class LineOutput(LineModel line, int days)
{
    /// <summary>What rounding may keep a whole number of items from being reached by.</summary>
    private const double RoundedBy = 1e-9;

    /// <summary>Of a billion items no whole one may come of it.</summary>
    private const double RoundedMax = 1e-3;

    /// <summary>Whatever lacks so much of a whole number lacks something after rounding, too.</summary>
    private const double NotNear = 1 / 16.0;

    private readonly Piece[] pieces = PiecesOf(line.Level, days);
    private readonly Finish[] finishes = new Finish[days + 1];
    private double made;
    private int count;
    private int next;
    private long taken;

    public LineModel Line => line;

    /// <summary>The day at whose 00:00 there are items to be taken; beyond the calendar: none any more.</summary>
    public int Due => finishes[next].Due;

    public void Begin(Replication replication)
    {
        (made, count, next, taken) = (0, 0, 0, 0);
        var rate = replication.Once[line.Rate] / line.DaysOfRate;
        foreach (var piece in pieces) Make(piece, rate, replication);
        finishes[count] = new Finish(int.MaxValue, long.MaxValue);
    }

    /// <summary>The next items, at most so many, of those that are there before the end.</summary>
    public Batch Take(long most, int end)
    {
        var (first, last) = (Due, Due);
        var (units, unitDays) = (0L, 0L);
        for (; units < most; next++)
        {
            ref readonly var finish = ref finishes[next];
            if (finish.Due >= end) break;
            last = finish.Due;
            var more = Math.Min(most - units, finish.Upto - taken);
            taken += more;
            units += more;
            unitDays += more * (days - last);
            if (taken < finish.Upto) break;
        }

        return new Batch(units, unitDays, first, last);
    }

    private static Piece[] PiecesOf(LevelCurve level, int days)
    {
        List<Piece> found = [];
        List<double> ways = [];
        for (var day = 0; day < days; day++)
        {
            var place = level.At(day);
            ways.Add(place.Way);
            if (day + 1 < days && level.At(day + 1) is var after && (after.From, after.To) == (place.From, place.To))
                continue;
            found.Add(new Piece(day + 1 - ways.Count, place.From, place.To, [.. ways]));
            ways.Clear();
        }

        return [.. found];
    }

    /// <summary>Item n is finished when the output comes to n; exactly at 24:00 it still is of the day.</summary>
    private static double Rounded(double output) => output + Math.Min(output * RoundedBy, RoundedMax);

    /// <summary>Finds what is finished on some days, after those before them.</summary>
    private void Make(Piece piece, double rate, Replication replication)
    {
        var factor = piece.From < 0 ? 1 : replication.Once[piece.From];
        var rise = piece.From < 0 ? 0 : replication.Once[piece.To] - factor;
        double whole = count == 0 ? 1 : finishes[count - 1].Upto + 1;
        var (sum, due) = (made, piece.First);
        foreach (var way in piece.Ways)
        {
            due++;
            var items = rate * (factor + (way * rise));
            OrderDraws.Check(items, line, replication.Number);
            if (items > 0) sum += items;
            if (sum < whole - NotNear || Rounded(sum) < whole) continue;
            var upto = unchecked((long)Rounded(sum)); // far from the end of a long: each day was checked
            finishes[count++] = new Finish(due, upto);
            whole = upto + 1;
        }

        made = sum;
    }

    /// <summary>Days in a row between the same two dates of the level.</summary>
    /// <param name="From">The slot of the factor before; -1: the factor is 1.</param>
    /// <param name="Ways">By day, the share of the way.</param>
    private sealed record Piece(int First, int From, int To, double[] Ways);

    /// <summary>So many items in all are there at the 00:00 of a day.</summary>
    private readonly record struct Finish(int Due, long Upto);
}
