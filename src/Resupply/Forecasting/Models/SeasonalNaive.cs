namespace Resupply.Forecasting.Models;

/// <summary>Every period to come is as the one a season earlier, a week of days or a year of months: a point.</summary>
/// <remarks>
/// Hyndman &amp; Athanasopoulos, 2021, section 5.2. A period that is not known is taken from the season before it.
/// </remarks>
public sealed class SeasonalNaive() : NeedModel("seasonal", "the last week or year again (seasonal naive)")
{
    public override bool IsNaive => true;

    public override bool IsPoint => true;

    public override Forecast? Fit(History history)
    {
        var counts = history.Counts;
        var season = history.Season;
        var again = new long[season];
        var last = KnownAt(counts, history.Length - 1, 1);
        if (last < 0) return null;
        for (var i = 0; i < season; i++)
        {
            var known = KnownAt(counts, history.Length - season + i, season);
            again[i] = known < 0 ? last : known;
        }

        return new Course(again, history.Step);
    }

    private static long KnownAt(ReadOnlySpan<long> counts, int from, int step)
    {
        for (var i = from; i >= 0; i -= step)
        {
            if (counts[i] >= 0) return counts[i];
        }

        return NeedSeries.NotKnown;
    }
}
