using System.Collections.Immutable;

namespace Resupply.Forecasting.Importing;

/// <summary>Two imports held against one another.</summary>
public static class SeriesChanges
{
    /// <summary>By series, then by period.</summary>
    public static ImmutableArray<SeriesChange> Between(
        ImmutableArray<ImportedSeries> before, ImmutableArray<ImportedSeries> now)
    {
        var (old, fresh) = (Counts(before), Counts(now));
        return
        [
            .. old.Keys.Union(fresh.Keys)
                .OrderBy(key => key.Series, StringComparer.Ordinal).ThenBy(key => key.Kind).ThenBy(key => key.Period)
                .Select(key => Of(key, old, fresh))
                .OfType<SeriesChange>(),
        ];
    }

    private static Dictionary<(string Series, PeriodKind Kind, int Period), long?> Counts(
        ImmutableArray<ImportedSeries> series) => series
        .SelectMany(each => each.Counts.Index().Select(
            count => (Key: (each.Name, each.Kind, each.First + count.Index), Count: count.Item)))
        .ToDictionary(each => each.Key, each => each.Count);

    private static SeriesChange? Of(
        (string Series, PeriodKind Kind, int Period) key,
        Dictionary<(string Series, PeriodKind Kind, int Period), long?> old,
        Dictionary<(string Series, PeriodKind Kind, int Period), long?> fresh)
    {
        var (was, isThere) = (old.TryGetValue(key, out var before), fresh.TryGetValue(key, out var now));
        if (was && isThere && before == now) return null;
        var change = !was ? ChangeKind.Added : isThere ? ChangeKind.Changed : ChangeKind.Gone;
        return new SeriesChange(key.Series, key.Kind, key.Period, change, before, now);
    }
}
