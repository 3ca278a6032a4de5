using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using Resupply.Language;
using static System.FormattableString;

namespace Resupply.Forecasting.Importing;

/// <summary>From statements to series: rows of one period are added up, and silent periods filled.</summary>
internal sealed class PeriodTable
{
    private readonly Mapping mapping;
    private readonly Gathering gathering;
    private readonly int first;
    private readonly int last;

    private PeriodTable(Mapping mapping, Gathering gathering, int first, int last) =>
        (this.mapping, this.gathering, this.first, this.last) = (mapping, gathering, first, last);

    /// <summary>The series in the order of their names; none, with a diagnostic, where there are none or too many.
    /// </summary>
    public static ImmutableArray<NeedSeries> Build(
        Mapping mapping, Gathering gathering, Diagnostics ofFile)
    {
        foreach (var each in mapping.Classes) gathering.NumberOf(each.Name);
        if (mapping.Names.Only is { } only) gathering.NumberOf(only);
        if (gathering.Seen.Count == 0 || gathering.Series.Count == 0)
        {
            ofFile.Error(
                default, "no row has a date and a name that can be read", FirstReason(gathering));
            return [];
        }

        var earliest = gathering.Seen.MinBy(seen => seen.Key);
        var latest = gathering.Seen.MaxBy(seen => seen.Key);
        var start = mapping.From is { } from ? mapping.PeriodOf(from) : earliest.Key;
        var end = mapping.To is { } to ? mapping.PeriodOf(to) : latest.Key;
        var counts = (end - (long)start + 1) * gathering.Series.Count;
        if (counts <= ImportLimits.CountsMax) return new PeriodTable(mapping, gathering, start, end).Build();
        var (early, late) = (mapping.Text(earliest.Key), mapping.Text(latest.Key));
        ofFile.Error(
            default,
            Invariant($"{gathering.Series.Count:N0} series from {early} (line {earliest.Value}) ") +
                Invariant($"to {late} (line {latest.Value}) are too many"),
            "say with `from` and `to` which days are meant");
        return [];
    }

    private static string? FirstReason(Gathering gathering) =>
        gathering.Entries.Find(entry => entry.Treatment == Treatment.LeftOut) is { } entry
            ? Invariant($"line {entry.Line}: {entry.Reason}, `{Expected.Short(entry.Found)}`")
            : null;

    private ImmutableArray<NeedSeries> Build()
    {
        var counts = gathering.SeriesNames.Select(_ => new Cell[last - first + 1]).ToArray();
        gathering.Statements.Sort((a, b) => (a.Series, a.Period, a.Line).CompareTo((b.Series, b.Period, b.Line)));
        var statements = CollectionsMarshal.AsSpan(gathering.Statements);
        for (var from = 0; from < statements.Length;)
        {
            var to = from + 1;
            while (to < statements.Length && IsSame(statements[from], statements[to])) to++;
            counts[statements[from].Series][statements[from].Period - first] = Sum(statements[from..to]);
            from = to;
        }

        return
        [
            .. gathering.SeriesNames.Index()
                .OrderBy(series => series.Item, StringComparer.Ordinal)
                .Select(series => Filled(series.Item, counts[series.Index])),
        ];
    }

    private static bool IsSame(Statement a, Statement b) => a.Series == b.Series && a.Period == b.Period;

    /// <summary>What a period comes to by its rows.</summary>
    private readonly record struct Cell(bool HasRow, bool IsWithheld, long? Units);

    private Cell Sum(ReadOnlySpan<Statement> rows)
    {
        var counted = 0;
        var isKnown = true;
        var units = 0L;
        foreach (var row in rows)
        {
            if (row.Certainty == Certainty.Withheld) continue;
            counted++;
            isKnown &= row.Certainty == Certainty.Known;
            units += row.Units;
        }

        if (counted == 0) return new Cell(false, true, null);
        var (series, when) = (gathering.Series[rows[0].Series], mapping.Text(rows[0].Period));
        if (!isKnown) NoteNotKnown(rows, series, when);
        else if (rows[0].Line != rows[^1].Line) NoteMerged(rows, counted, units, series, when);
        if (isKnown && units < 0)
        {
            var found = units.ToString(CultureInfo.InvariantCulture);
            gathering.Note(rows[^1].Line, Treatment.UnitsLeftOut, Reason.NetBelowZero, found, "0", units, series, when);
        }

        return new Cell(true, false, isKnown ? Math.Max(0, units) : null);
    }

    private void NoteNotKnown(ReadOnlySpan<Statement> rows, string series, string when)
    {
        foreach (var row in rows)
        {
            if (row.Units == 0 || row.Certainty != Certainty.Known) continue;
            var found = row.Units.ToString(CultureInfo.InvariantCulture);
            gathering.Note(
                row.Line, Treatment.UnitsLeftOut, Reason.PeriodNotKnown, found, "not known", row.Units, series, when);
        }
    }

    private void NoteMerged(ReadOnlySpan<Statement> rows, int counted, long units, string series, string when)
    {
        var made = Invariant($"{units} of {counted} rows");
        foreach (var row in rows)
        {
            if (row.Certainty == Certainty.Withheld) continue;
            var found = row.Units.ToString(CultureInfo.InvariantCulture);
            gathering.Note(row.Line, Treatment.Merged, Reason.SeveralRows, found, made, row.Units, series, when);
        }
    }

    private NeedSeries Filled(string name, Cell[] cells)
    {
        var counts = ImmutableArray.CreateBuilder<long>(cells.Length);
        (string Reason, bool IsZero)? run = null;
        var runFrom = 0;
        for (var at = 0; at <= cells.Length; at++)
        {
            (string, bool)? silence = at < cells.Length && !cells[at].HasRow ? SilenceAt(at, cells[at]) : null;
            if (silence != run)
            {
                if (run is { } ended) NoteFilled(name, ended, runFrom, at - 1);
                (run, runFrom) = (silence, at);
            }

            if (at < cells.Length)
                counts.Add((silence is var (_, isZero) ? isZero ? 0 : null : cells[at].Units) ?? NeedSeries.NotKnown);
        }

        return new NeedSeries(name, mapping.Step, first, counts.ToImmutable());
    }

    /// <summary>A period of which a row was left out is not silent: no zero is made of it.</summary>
    private (string Reason, bool IsZero) SilenceAt(int at, Cell cell)
    {
        var day = new Period(mapping.Step, first + at).FirstDay;
        if (cell.IsWithheld || gathering.Doubtful.Contains(first + at)) return (Reason.OnlyLeftOut, false);
        return gathering.Seen.ContainsKey(first + at)
            ? (Reason.WithoutItsRow, mapping.WithoutItsRow.IsZero(day))
            : (Reason.WithoutAnyRow, mapping.WithoutAnyRow.IsZero(day));
    }

    private void NoteFilled(string series, (string Reason, bool IsZero) run, int from, int to) => gathering.Note(
        0,
        Treatment.Filled,
        run.Reason,
        "no row",
        run.IsZero ? "0" : "not known",
        0,
        series,
        mapping.Text(first + from, first + to),
        to - from + 1);
}
