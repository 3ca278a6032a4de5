using System.Collections.Immutable;
using System.Text.Json;
using Resupply.Answers;
using Resupply.Values;

namespace Resupply.Reports;

/// <summary>Daily values on their way to the page: thinned where the calendar is long, written as arrays.</summary>
internal static class Series
{
    private const int PointsMax = 400;
    private static readonly Day UnixEpoch = Day.Of(1970, 1, 1);

    /// <summary>Days since 1970-01-01, in which the charts count.</summary>
    public static int Number(Day day) => day - UnixEpoch;

    /// <summary>Every n-th day, so that many years stay readable; always the last day and the deadlines.</summary>
    public static ImmutableArray<Band> Thinned(ImmutableArray<Band> bands, ImmutableArray<Deadline> deadlines) =>
        [.. Kept(bands.Length, index => bands[index].Day, deadlines).Select(index => bands[index])];

    /// <summary>The indices that <see cref="Thinned"/> keeps.</summary>
    public static IEnumerable<int> Kept(int length, Func<int, Day> dayOf, ImmutableArray<Deadline> deadlines)
    {
        var step = Math.Max(1, (length + PointsMax - 1) / PointsMax);
        var named = deadlines.Select(deadline => deadline.Day).ToHashSet();
        return Enumerable.Range(0, length)
            .Where(index => index % step == 0 || index == length - 1 || named.Contains(dayOf(index)));
    }

    /// <summary>The bands as the arrays days, p5, p10, p25, p50, p75, p90, p95.</summary>
    public static void Write(Utf8JsonWriter json, ImmutableArray<Band> bands)
    {
        WriteArray(json, "days", bands.Select(band => (double)Number(band.Day)));
        WriteArray(json, "p5", bands.Select(band => band.P5));
        WriteArray(json, "p10", bands.Select(band => band.P10));
        WriteArray(json, "p25", bands.Select(band => band.P25));
        WriteArray(json, "p50", bands.Select(band => band.P50));
        WriteArray(json, "p75", bands.Select(band => band.P75));
        WriteArray(json, "p90", bands.Select(band => band.P90));
        WriteArray(json, "p95", bands.Select(band => band.P95));
    }

    public static void WriteArray(Utf8JsonWriter json, string name, IEnumerable<double> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteNumberValue(value);
        json.WriteEndArray();
    }

    /// <summary>p10, p50 and p90 of a day; null where it does not come.</summary>
    public static void WriteSpread(Utf8JsonWriter json, string name, DateSpread? spread)
    {
        if (spread is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        WriteDay(json, "p10", spread.P10);
        WriteDay(json, "p50", spread.P50);
        WriteDay(json, "p90", spread.P90);
        json.WriteEndObject();
    }

    private static void WriteDay(Utf8JsonWriter json, string name, Day? day)
    {
        if (day is { } known) json.WriteNumber(name, Number(known));
        else json.WriteNull(name);
    }
}
