using System.Collections.Immutable;

namespace Resupply.Forecasting.Importing;

/// <summary>Two imports held against one another.</summary>
public static class SeriesChanges
{
    /// <summary>By series, then by period.</summary>
    public static ImmutableArray<SeriesChange> Between(
        ImmutableArray<NeedSeries> before, ImmutableArray<NeedSeries> now)
    {
        var (old, fresh) = (Counts(before), Counts(now));
        return
        [
            .. old.Keys.Union(fresh.Keys)
                .OrderBy(key => key.Series, StringComparer.Ordinal)
                .ThenBy(key => key.Period.Step).ThenBy(key => key.Period.Number)
                .Select(key => Of(key, old, fresh))
                .OfType<SeriesChange>(),
        ];
    }

    private static Dictionary<(string Series, Period Period), long?> Counts(ImmutableArray<NeedSeries> series) =>
        series
            .SelectMany(each => each.Counts.Index().Select(
                at => (Key: (each.Name, each.PeriodAt(at.Index)), Count: each.KnownAt(at.Index))))
            .ToDictionary(each => each.Key, each => each.Count);

    private static SeriesChange? Of(
        (string Series, Period Period) key,
        Dictionary<(string Series, Period Period), long?> old,
        Dictionary<(string Series, Period Period), long?> fresh)
    {
        var (was, isThere) = (old.TryGetValue(key, out var before), fresh.TryGetValue(key, out var now));
        if (was && isThere && before == now) return null;
        var change = !was ? ChangeKind.Added : isThere ? ChangeKind.Changed : ChangeKind.Gone;
        return new SeriesChange(key.Series, key.Period, change, before, now);
    }
}
