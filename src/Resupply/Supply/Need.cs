using Resupply.Forecasting;
using Resupply.Values;

namespace Resupply.Supply;

/// <summary>
/// The need of each day of one demand: from a table where its distribution is the same in every replication or is a
/// count, else drawn from its parts.
/// </summary>
public sealed class Need
{
    /// <summary>So much a day is more than anything that is planned; it keeps sums within their range.</summary>
    public const long UnitsMax = 1_000_000_000;

    private const int RoundingOrdinal = -2;

    private readonly string path;
    private readonly NeedSource source;
    private readonly int thinnedBy;
    private readonly RandomStream stream;
    private readonly (InversionTable Table, int End)[] stretches; // of days with the same distribution
    private readonly (DayFactor Factor, int End)[] counts; // the same, where it differs by replication

    /// <param name="path">Of the count in the file, to name it where it cannot be drawn.</param>
    /// <param name="days">Of the calendar.</param>
    /// <param name="laws">The distribution of each day's need, equal days sharing one; null: drawn from its
    /// parts.</param>
    /// <param name="thinnedBy">The slot of the share that draws on stock, where the laws do not hold it yet; -1:
    /// none.</param>
    /// <param name="memory">Has the tables of laws that were met before.</param>
    public Need(
        string path, NeedSource source, int days, Pmf[]? laws, int thinnedBy, RandomStream stream, LawMemory memory)
    {
        (this.path, this.source, this.thinnedBy, this.stream) = (path, source, thinnedBy, stream);
        Laws = thinnedBy < 0 ? laws : null;
        stretches = [.. Stretches(laws ?? []).Select(stretch => (memory.TableOf(stretch.Of), stretch.End))];
        counts = laws is null && source.IsCount ? [.. Stretches(source.Factors(days))] : [];
    }

    /// <summary>
    /// The distribution of each day's need that draws on stock; null where it differs by replication.
    /// </summary>
    public Pmf[]? Laws { get; }

    /// <summary>Where the need is that of a forecast, times the count of the source; null: it is the
    /// source's.</summary>
    public NeedCourse? Course { get; init; }

    /// <summary>Days before the first, for which nothing is drawn.</summary>
    public int DaysBefore { get; init; }

    /// <summary>The slots that the need rests on.</summary>
    public IEnumerable<int> Slots =>
        source.Level.Points.Select(point => point.Factor).Concat(source.Weekly).Append(source.Share);

    /// <summary>The expressions that the need of each day is drawn from.</summary>
    public IEnumerable<Expression> Parts => source.Size is null ? [source.Count] : [source.Count, source.Size];

    /// <summary>The distribution of each day's need where the unknowns are these; null where it is not known.</summary>
    /// <param name="fixedSlot">The number in a slot then, where it is fixed.</param>
    public Pmf[]? LawsGiven(double[] unknowns, int days, int slots, Func<int, double?> fixedSlot)
    {
        if (Course is not null) return null;
        var share = source.Share < 0 ? 1 : fixedSlot(source.Share);
        var given = source with { Count = source.Count.With(unknowns), Size = source.Size?.With(unknowns) };
        return share is null ? null : NeedLaws.ByDay(given, days, fixedSlot, slots, share.Value);
    }

    /// <summary>The expected need of a day given what was drawn once, for days also after the calendar.</summary>
    /// <param name="days">Of the calendar.</param>
    public double Mean(int day, int days, ReadOnlySpan<double> once) =>
        source.Mean(day, once) * (Course?.Mean(day, days) ?? 1);

    /// <summary>Draws the need of every day of one replication.</summary>
    /// <param name="room">Is left with the share of this need.</param>
    public void Draw(long replication, ReadOnlySpan<double> once, Span<int> needs, NeedRoom room)
    {
        var draws = stream.At(replication);
        if (stretches.Length > 0) DrawFromTables(needs, draws, room);
        else if (Course is not null) DrawCourse(replication, once, needs, draws, room.Course);
        else if (counts.Length > 0) DrawCounts(replication, once, needs, draws, room);
        else DrawFromParts(replication, once, needs, draws);
        if (thinnedBy < 0) return;
        room.Thinning.Begin(once[thinnedBy]);
        room.Thinning.Thin(needs, draws, DaysBefore);
    }

    /// <summary>Days in a row that are alike.</summary>
    private static IEnumerable<(T Of, int End)> Stretches<T>(T[] days)
        where T : IEquatable<T>
    {
        for (var end = 1; end <= days.Length; end++)
        {
            if (end == days.Length || !days[end].Equals(days[end - 1])) yield return (days[end - 1], end);
        }
    }

    private void DrawFromTables(Span<int> needs, RandomStream draws, NeedRoom room)
    {
        var numbers = room.Numbers.AsSpan(0, needs.Length);
        draws.Bits((ulong)DaysBefore, numbers);
        var day = 0;
        foreach (var (table, end) in stretches)
        {
            table.Draw(numbers[day..end], needs[day..end]);
            day = end;
        }
    }

    private void DrawCounts(
        long replication, ReadOnlySpan<double> once, Span<int> needs, RandomStream draws, NeedRoom room)
    {
        var numbers = room.Numbers.AsSpan(0, needs.Length);
        draws.Bits((ulong)DaysBefore, numbers);
        var share = source.Share < 0 ? 1 : once[source.Share];
        var day = 0;
        try
        {
            foreach (var (factor, end) in counts)
            {
                var (mean, dispersion) = source.CountGiven(factor, once);
                room.Counts.Begin(mean * share, dispersion);
                room.Counts.Draw(numbers[day..end], needs[day..end]);
                day = end;
            }
        }
        catch (DrawException problem)
        {
            throw new DrawException(path, replication, problem);
        }
    }

    /// <summary>
    /// The forecast's course, each day times its factor: up or down to a whole unit by chance, which keeps the mean.
    /// </summary>
    private void DrawCourse(
        long replication, ReadOnlySpan<double> once, Span<int> needs, RandomStream draws, Span<long> room)
    {
        var course = Course!.Draw(draws, room, needs.Length);
        for (var day = 0; day < needs.Length; day++)
        {
            var factor = source.Count.Evaluate(once, draws) * source.Factor(day, once);
            var need = course[day] * factor;
            var whole = Math.Floor(need);
            if (need > whole && draws.At(day + DaysBefore).At(RoundingOrdinal).Uniform(0) < need - whole) whole++;
            if (whole > UnitsMax)
                throw new DrawException(
                    path, replication, new DrawException(
                        $"a need of {whole:0} units was drawn for one day; at most {UnitsMax} are possible"));
            needs[day] = (int)whole;
        }
    }

    private void DrawFromParts(long replication, ReadOnlySpan<double> once, Span<int> needs, RandomStream draws)
    {
        try
        {
            for (var day = 0; day < needs.Length; day++)
                needs[day] = (int)source.Draw(day, once, draws.At(day + DaysBefore));
        }
        catch (DrawException problem)
        {
            throw new DrawException(path, replication, problem);
        }
    }
}

/// <summary>What drawing needs takes beside the needs, for one thread; what is in it is lost.</summary>
/// <param name="days">Of the calendar.</param>
/// <param name="demands">Whose needs are drawn in it, one after the other.</param>
public sealed class NeedRoom(int days, IEnumerable<DemandModel> demands)
{
    /// <summary>For the course of a forecast.</summary>
    public long[] Course { get; } =
        new long[demands.Select(demand => demand.Need.Course?.Gap + days ?? 0).DefaultIfEmpty(0).Max()];

    /// <summary>For the needs of one demand.</summary>
    public int[] Needs { get; } = new int[days];

    /// <summary>For the random numbers of the days.</summary>
    public ulong[] Numbers { get; } = new ulong[days];

    public CountDraws Counts { get; } = new();

    public Thinning Thinning { get; } = new();
}
