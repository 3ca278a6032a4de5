using System.Collections.Immutable;
using Resupply.Forecasting;
using Resupply.Forecasting.Importing;
using static System.FormattableString;

namespace Resupply.Reports;

/// <summary>What an import did, in the terminal.</summary>
public static class ImportText
{
    private const int SeriesShown = 12;
    private const int ChangesShown = 12;
    private const int Indent = 2;

    /// <param name="width">Columns; lines break at words.</param>
    /// <param name="coloured">Headings bold, by ANSI escapes.</param>
    public static void Write(ImportReport report, TextWriter output, int width, bool coloured = false)
    {
        var text = new WrappedText(output, width);
        if (report.Mapping.Title.Length > 0) text.Line("", 0, report.Mapping.Title.ReplaceLineEndings(" "));
        var (table, taken) = (report.Table, report.Rows - report.RowsLeftOut);
        text.Line("", 0, Invariant($"{table.File}: {report.Rows:N0} rows of {table.Header.Length} columns ") +
            $"({table.Form}), {table.Sha256[..Math.Min(12, table.Sha256.Length)]}");
        text.Line("", 0, Invariant($"{taken:N0} rows count, {report.RowsLeftOut:N0} are left out"));
        text.Line("", 0, Invariant($"{report.UnitsFound:N0} units in the file = {report.UnitsCounted:N0} counted + ") +
            Invariant($"{report.UnitsLeftOut:N0} left out"));

        Heading("What was done");
        WriteReasons(report, output);
        Heading("The series");
        WriteSeries(report, output, width);
        if (report.Changes is { } changes)
        {
            Heading("Since the last import");
            WriteChanges(changes, text);
        }

        void Heading(string words)
        {
            text.Blank();
            text.Line("", 0, coloured ? $"\e[1m{words}\e[0m" : words);
        }
    }

    private static void WriteReasons(ImportReport report, TextWriter output)
    {
        var order = Reason.All.Select(reason => reason.Name).ToList();
        var groups = report.Ledger.GroupBy(entry => (entry.Treatment, entry.Reason))
            .OrderBy(group => order.IndexOf(group.Key.Reason)).ThenBy(group => group.Key.Treatment)
            .ToList();
        if (groups.Count == 0)
        {
            output.Write("  nothing: every row counts as it stands\n");
            return;
        }

        var rows = groups.Select(group => (
            Done: ImportWords.Of(group.Key.Treatment),
            Words: Reason.All.First(reason => reason.Name == group.Key.Reason).Words,
            Count: Invariant($"{group.Sum(entry => entry.Times):N0}"),
            Units: IsOfUnits(group.Key.Treatment) ? Invariant($"{group.Sum(entry => entry.Units):N0} units") : ""))
            .ToList();
        var (done, words, count, units) = (
            rows.Max(row => row.Done.Length),
            rows.Max(row => row.Words.Length),
            rows.Max(row => row.Count.Length),
            rows.Max(row => row.Units.Length));
        foreach (var row in rows)
            output.Write(
                ($"  {row.Done.PadRight(done)}  {row.Words.PadRight(words)}  {row.Count.PadLeft(count)}  " +
                    row.Units.PadLeft(units)).TrimEnd() + "\n");
    }

    private static bool IsOfUnits(Treatment treatment) => treatment is Treatment.LeftOut or Treatment.UnitsLeftOut;

    private static void WriteSeries(ImportReport report, TextWriter output, int width)
    {
        var all = report.Series;
        var shown = all.Length <= SeriesShown ? all : all[..SeriesShown];
        ImmutableArray<string> labels = ["  series", .. shown.Select(series => "  " + series.Name)];
        if (shown.Length < all.Length) labels = labels.Add(Invariant($"  all {all.Length:N0}"));
        ImmutableArray<ImmutableArray<string>> columns =
        [
            Column("from", series => series.PeriodAt(0).ToString(), all[0].PeriodAt(0).ToString()),
            Column("to", series => series.Last.ToString(), all[0].Last.ToString()),
            Numbers("units", series => series.Units),
            Numbers("periods", series => series.Length),
            Numbers("zero", series => series.Zeros),
            Numbers("not known", series => series.Gaps),
        ];
        using var lines = new StringWriter();
        ColumnTables.Write(labels, columns, lines, Math.Max(width, labels.Max(label => label.Length) + Indent));
        output.Write(lines.ToString().TrimStart('\n'));
        if (shown.Length < all.Length)
            output.Write(Invariant($"  … and {all.Length - shown.Length:N0} series more\n"));

        ImmutableArray<string> Numbers(string heading, Func<NeedSeries, long> of) =>
            Column(heading, series => Invariant($"{of(series):N0}"), Invariant($"{all.Sum(of):N0}"));

        ImmutableArray<string> Column(string heading, Func<NeedSeries, string> of, string whole) =>
            [heading, .. shown.Select(of), .. shown.Length < all.Length ? [whole] : (string[])[]];
    }

    private static void WriteChanges(ImmutableArray<SeriesChange> changes, WrappedText text)
    {
        if (changes.IsEmpty)
        {
            text.Hanging("nothing is otherwise");
            return;
        }

        int Count(ChangeKind kind) => changes.Count(change => change.Change == kind);
        text.Hanging(Invariant($"periods added: {Count(ChangeKind.Added):N0}, ") +
            Invariant($"gone: {Count(ChangeKind.Gone):N0}, changed: {Count(ChangeKind.Changed):N0}"));
        var others = changes.Where(change => change.Change != ChangeKind.Added).ToList();
        foreach (var change in others.Take(ChangesShown))
        {
            var now = change.Change == ChangeKind.Gone ? "gone" : ImportWords.Count(change, isBefore: false);
            text.Hanging($"{change.Series} {change.Period}: " +
                $"{ImportWords.Count(change, isBefore: true)} → {now}");
        }

        if (others.Count > ChangesShown)
            text.Hanging(Invariant($"… and {others.Count - ChangesShown:N0} more, in the ledger"));
    }
}
