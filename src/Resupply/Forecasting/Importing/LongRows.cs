namespace Resupply.Forecasting.Importing;

/// <summary>A file in which each row is a date, a name and a count.</summary>
internal sealed class LongRows
{
    private readonly Mapping mapping;
    private readonly ColumnPlan plan;
    private readonly Gathering gathering;
    private readonly RowDates dates;
    private readonly RowShares shares;
    private readonly List<(int Line, int Period)> order = [];

    private LongRows(Mapping mapping, ColumnPlan plan, NameClasses classes, Gathering gathering) =>
        (this.mapping, this.plan, this.gathering, dates, shares) = (
            mapping,
            plan,
            gathering,
            new RowDates(mapping, plan, gathering),
            new RowShares(mapping, plan, classes, gathering));

    public static void Read(
        Mapping mapping, ColumnPlan plan, NameClasses classes, SourceTable table, Gathering gathering)
    {
        var reader = new LongRows(mapping, plan, classes, gathering);
        var checks = new RowChecks(mapping, plan, table.Header.Length, gathering);
        foreach (var row in table.Rows)
        {
            var units = reader.UnitsOf(row);
            gathering.UnitsFound += units;
            if (checks.Take(row, units)) reader.Read(row, units);
            else if (row.Cells.Length > table.Header.Length) reader.Doubt(row);
        }

        reader.NoteOrder();
    }

    private long UnitsOf(SourceRow row)
    {
        var cell = row[plan.Count];
        if (!CellDictionary.Is(cell)) return Counted(cell);
        return (CellDictionary.Read(cell) ?? []).Sum(entry => Counted(entry.Text));
    }

    private long Counted(string text) => RuledCount.Of(CountText.Read(text, mapping.Counts), mapping.Counts).Units;

    /// <summary>A row whose cells cannot be told apart may be of any series.</summary>
    private void Doubt(SourceRow row)
    {
        if (dates.PeriodOf(row) is { } period) gathering.Doubtful.Add(period);
    }

    private void Read(SourceRow row, long units)
    {
        var (placed, reason, found) = dates.Of(row);
        if (placed is not { } period)
        {
            gathering.Note(row.Line, Treatment.LeftOut, reason, found, "left out", units);
            return;
        }

        order.Add((row.Line, period));
        var all = shares.Of(row, mapping.Text(period));
        foreach (var share in all) Take(row.Line, period, share, isWhole: all.Length == 1);
    }

    private void Take(int line, int period, Share share, bool isWhole)
    {
        var when = mapping.Text(period);
        var found = share.Note.Length == 0 ? share.Name : $"{share.Name} ({share.Note})";
        if (share.Series is not { } series)
        {
            var treatment = isWhole ? Treatment.LeftOut : Treatment.UnitsLeftOut;
            gathering.Note(line, treatment, share.Reason!, found, "left out", share.Count.Units, period: when);
            var mayBeAny = !mapping.Classes.IsEmpty && share.Reason is Reason.NameUnmapped or Reason.NameBlank;
            if (mayBeAny && share.Suspects.IsEmpty) gathering.Doubtful.Add(period);
            foreach (var suspect in share.Suspects) gathering.State(line, suspect, period, 0, Certainty.Withheld);
            return;
        }

        if (share.Reason is { } reason)
            gathering.Note(line, Treatment.Changed, reason, found, series, share.Count.Units, series, when);
        Returns.State(mapping, gathering, line, series, period, share.Count);
    }

    /// <summary>
    /// The dates rise or fall by most of their steps; a row that steps the other way is out of order.
    /// </summary>
    private void NoteOrder()
    {
        var steps = order.Zip(order.Skip(1), (one, next) => Math.Sign(next.Period.CompareTo(one.Period))).ToList();
        var falls = steps.Count(step => step < 0) > steps.Count(step => step > 0);
        foreach (var (index, step) in steps.Index())
        {
            if (step == 0 || step < 0 == falls) continue;
            var (line, period) = order[index + 1];
            var when = mapping.Text(period);
            var after = mapping.Text(order[index].Period);
            gathering.Note(line, Treatment.Moved, Reason.OutOfOrder, $"{when} after {after}", "sorted", period: when);
        }
    }
}

/// <summary>Counts below zero.</summary>
internal static class Returns
{
    /// <summary>States a count, or, of returns that are kept out, that nothing was used.</summary>
    public static void State(
        Mapping mapping, Gathering gathering, int line, string series, int period, RuledCount count)
    {
        var units = count.Units;
        if (units < 0)
        {
            var when = mapping.Text(period);
            var nets = mapping.Counts.NetsReturns;
            gathering.Note(
                line,
                nets ? Treatment.Changed : Treatment.UnitsLeftOut,
                Reason.Return,
                count.Made,
                nets ? "taken off" : "left out",
                units,
                series,
                when);
            if (!nets) units = 0;
        }

        gathering.State(line, series, period, units, count.Certainty);
    }
}
