using System.Collections.Immutable;
using Resupply.Language;

namespace Resupply.Forecasting.Importing;

/// <summary>From a file's cells to series, by a mapping.</summary>
public static class Importer
{
    /// <summary>Null where the mapping does not fit the file; the diagnostics say why.</summary>
    /// <param name="catalogue">Names, and the kind of each; empty where the mapping names none.</param>
    /// <param name="before">The last import; null where there is none to compare with.</param>
    /// <param name="diagnostics">Of the mapping.</param>
    /// <param name="ofFile">Of the file of counts.</param>
    public static ImportReport? Import(
        Mapping mapping,
        SourceTable table,
        ImmutableArray<(string Name, string Kind)> catalogue,
        ImmutableArray<NeedSeries>? before,
        Diagnostics diagnostics,
        Diagnostics ofFile)
    {
        if (ColumnPlan.Of(mapping, table, diagnostics, ofFile) is not { } plan) return null;
        if (table.Rows.IsEmpty)
        {
            ofFile.Error(default, "the file holds a header and no rows");
            return null;
        }

        var gathering = new Gathering();
        NoteForm(table, gathering);
        var classes = new NameClasses(mapping, catalogue);
        if (mapping.Columns.IsWide) WideRows.Read(mapping, plan, classes, table, gathering);
        else LongRows.Read(mapping, plan, classes, table, gathering);
        var series = PeriodTable.Build(mapping, gathering, ofFile);
        if (series.IsEmpty) return null;
        return new ImportReport(
            mapping,
            table,
            gathering.Entries
                .Where(entry => entry.Treatment == Treatment.LeftOut && entry.Line > table.HeaderLine)
                .DistinctBy(entry => entry.Line)
                .Count(),
            gathering.UnitsFound,
            series,
            [.. gathering.Entries.OrderBy(entry => entry.Line == 0 ? int.MaxValue : entry.Line)],
            before is { } last ? SeriesChanges.Between(last, series) : null);
    }

    /// <summary>What can be told of the file without knowing what it means.</summary>
    private static void NoteForm(SourceTable table, Gathering gathering)
    {
        foreach (var row in table.Above)
            gathering.Note(
                row.Line, Treatment.LeftOut, Reason.AboveHeader, string.Join(' ', row.Cells).Trim(), "left out");
        foreach (var row in table.Rows.Where(row => row.HasOddQuotes))
            gathering.Note(
                row.Line, Treatment.Changed, Reason.OddQuotes, "quotes where none may stand", "read as they are");
    }

    /// <summary>The names of a catalogue, and the kind of each; none, with diagnostics, where it lacks a column.
    /// </summary>
    public static ImmutableArray<(string Name, string Kind)> Catalogue(
        CatalogueFile catalogue, SourceTable table, Diagnostics diagnostics)
    {
        var finder = new ColumnFinder(table.File, table.Header, diagnostics);
        var (name, kind) = (finder.Find(catalogue.Name), finder.Find(catalogue.Kind));
        finder.Report();
        return name < 0 || kind < 0 ? [] : [.. table.Rows.Select(row => (row[name], row[kind]))];
    }
}
