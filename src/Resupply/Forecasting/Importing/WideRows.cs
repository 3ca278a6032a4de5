using System.Collections.Immutable;

namespace Resupply.Forecasting.Importing;

/// <summary>A file in which each row is a series, and each column headed by a date a period.</summary>
internal sealed class WideRows
{
    private readonly int headerLine;
    private readonly Mapping mapping;
    private readonly ColumnPlan plan;
    private readonly NameClasses classes;
    private readonly Gathering gathering;
    private readonly ImmutableArray<(int Column, int Period)> within;
    private readonly ImmutableArray<(int Column, int Period)> outside;
    private readonly long[] unitsOutside;

    private WideRows(
        Mapping mapping, ColumnPlan plan, NameClasses classes, Gathering gathering, int headerLine)
    {
        (this.mapping, this.plan, this.classes, this.gathering) = (mapping, plan, classes, gathering);
        this.headerLine = headerLine;
        within = [.. plan.Periods.Where(each => IsWithin(each.Period))];
        outside = [.. plan.Periods.Where(each => !IsWithin(each.Period))];
        unitsOutside = new long[outside.Length];
    }

    private bool IsWithin(int period) =>
        !(period < (mapping.From is { } from ? mapping.PeriodOf(from) : int.MinValue)
            || period > (mapping.To is { } to ? mapping.PeriodOf(to) : int.MaxValue));

    public static void Read(
        Mapping mapping, ColumnPlan plan, NameClasses classes, SourceTable table, Gathering gathering)
    {
        var reader = new WideRows(mapping, plan, classes, gathering, table.HeaderLine);
        var checks = new RowChecks(mapping, plan, table.Header.Length, gathering);
        reader.NoteOrder();
        foreach (var (_, period) in reader.within) gathering.Seen.TryAdd(period, table.HeaderLine);
        foreach (var row in table.Rows)
        {
            var units = plan.Periods.Sum(each => reader.Ruled(row[each.Column]).Units);
            gathering.UnitsFound += units;
            if (checks.Take(row, units)) reader.Read(row, units);
        }

        reader.NoteOutside();
    }

    private RuledCount Ruled(string cell) => RuledCount.Of(CountText.Read(cell, mapping.Counts), mapping.Counts);

    private void Read(SourceRow row, long units)
    {
        var text = plan.Class < 0 ? mapping.Names.Only! : row[plan.Class];
        var named = plan.Class < 0 ? new NamedClass(text, null, "") : classes.Find(text);
        var found = named.Note.Length == 0 ? text : $"{text} ({named.Note})";
        if (named.Series is not { } series)
        {
            gathering.Note(row.Line, Treatment.LeftOut, named.Reason!, found, "left out", units);
            return;
        }

        if (named.Reason is { } reason)
            gathering.Note(row.Line, Treatment.Changed, reason, found, series, units, series);
        foreach (var (at, (column, _)) in outside.Index()) unitsOutside[at] += Ruled(row[column]).Units;
        var counts = within.Select(each => Ruled(row[each.Column])).ToArray();
        NoteDoubts(row, series, counts);
        foreach (var (each, count) in within.Zip(counts))
            Returns.State(mapping, gathering, row.Line, series, each.Period, count);
    }

    /// <summary>Cells of one kind that stand side by side, with the same text, are told together.</summary>
    private void NoteDoubts(SourceRow row, string series, RuledCount[] counts)
    {
        for (var from = 0; from < counts.Length;)
        {
            var cell = row[within[from].Column];
            var to = from + 1;
            while (to < counts.Length && counts[to] == counts[from] && row[within[to].Column] == cell) to++;
            if (counts[from].Reason is { } reason)
            {
                var (a, b) = (within[from].Period, within[to - 1].Period);
                var treatment = counts[from].IsLeftOut ? Treatment.UnitsLeftOut : Treatment.Changed;
                var when = mapping.Text(Math.Min(a, b), Math.Max(a, b));
                gathering.Note(row.Line, treatment, reason, cell, counts[from].Made, 0, series, when, to - from);
            }

            from = to;
        }
    }

    private void NoteOrder()
    {
        var steps = within.Zip(within.Skip(1), (one, next) => next.Period.CompareTo(one.Period)).ToList();
        if (steps.TrueForAll(step => step > 0)) return;
        var reason = steps.TrueForAll(step => step < 0) ? Reason.NewestFirst : Reason.OutOfOrder;
        var found = $"{mapping.Text(within[0].Period)} … {mapping.Text(within[^1].Period)}";
        var sorted = within.Select(each => each.Period).Order().ToList();
        var made = $"{mapping.Text(sorted[0])} … {mapping.Text(sorted[^1])}";
        gathering.Note(headerLine, Treatment.Moved, reason, found, made);
    }

    private void NoteOutside()
    {
        foreach (var ((_, period), units) in outside.Zip(unitsOutside))
            gathering.Note(
                headerLine,
                Treatment.UnitsLeftOut,
                Reason.OutOfSpan,
                mapping.Text(period),
                "left out",
                units,
                period: mapping.Text(period));
    }

}
