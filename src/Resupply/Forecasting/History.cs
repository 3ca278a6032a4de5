using Resupply.Values;

namespace Resupply.Forecasting;

/// <summary>What is known of a series at one time: its first so many periods.</summary>
public sealed class History(NeedSeries series, int length)
{
    private readonly NeedSeries series = series;

    public int Length { get; } = length;

    public PeriodStep Step => series.Step;

    /// <summary>Periods after which the season comes again.</summary>
    public int Season => Period.SeasonOf(Step);

    /// <summary>Units needed, or <see cref="NeedSeries.NotKnown"/>.</summary>
    public ReadOnlySpan<long> Counts => series.Counts.AsSpan()[..Length];

    /// <summary>Which part of the season an index is; it may lie behind the last.</summary>
    public int SlotAt(int index) => series.PeriodAt(index).Slot;

    /// <summary>The first days of the first, the middle and the last of the periods to come.</summary>
    internal (Day From, Day Middle, Day To) NextPeriods(int horizon) => (
        series.PeriodAt(Length).FirstDay,
        series.PeriodAt(Length + (horizon / 2)).FirstDay,
        series.PeriodAt(Length + horizon - 1).FirstDay);

    /// <summary>The last so many counts that are known, from the oldest.</summary>
    public long[] LastKnown(int most = int.MaxValue)
    {
        var known = new List<long>(Math.Min(most, Length));
        for (var i = Length - 1; i >= 0 && known.Count < most; i--)
        {
            if (Counts[i] >= 0) known.Add(Counts[i]);
        }

        known.Reverse();
        return [.. known];
    }
}
