using System.Collections.Immutable;
using System.Globalization;
using Resupply.Language;

namespace Resupply.Forecasting.Importing;

/// <summary>Where in the file the columns of a mapping stand, counted from 0; -1: it names none.</summary>
/// <param name="Periods">Of a wide file: the columns headed by a date, in the file's order.</param>
/// <param name="Same">The columns in which duplicates agree.</param>
internal sealed record ColumnPlan(
    int Date,
    int Begins,
    int Ends,
    int Class,
    int Count,
    int Details,
    ImmutableArray<(int Column, int Period)> Periods,
    ImmutableArray<int> Same)
{
    /// <summary>Null where a column is not there; the diagnostics say which, and what is.</summary>
    public static ColumnPlan? Of(
        Mapping mapping, SourceTable table, Diagnostics diagnostics, Diagnostics ofFile)
    {
        var finder = new ColumnFinder(table.File, table.Header, diagnostics);
        var names = mapping.Columns;
        var plan = new ColumnPlan(
            finder.Find(names.Date),
            finder.Find(names.Begins),
            finder.Find(names.Ends),
            finder.Find(names.Class),
            finder.Find(names.Count),
            finder.Find(names.Details),
            names.IsWide ? PeriodColumns(mapping, table) : [],
            mapping.SameRow.IsEmpty
                ? [.. Enumerable.Range(0, table.Header.Length)]
                : [.. mapping.SameRow.Select(finder.Find)]);
        finder.Report();
        if (names.IsWide && plan.Periods.IsEmpty)
            ofFile.Error(
                new Span(table.HeaderLine, 1, 1),
                $"no column is headed by a {(mapping.Step == PeriodStep.Month ? "month" : "day")}",
                "say under `dates: { forms: […] }` how the headings are written, or name the columns one by one");
        CheckTwice(plan, mapping, table, ofFile);
        return diagnostics.HasErrors || ofFile.HasErrors ? null : plan;
    }

    private static ImmutableArray<(int Column, int Period)> PeriodColumns(Mapping mapping, SourceTable table)
    {
        var columns = ImmutableArray.CreateBuilder<(int, int)>();
        foreach (var (column, heading) in table.Header.Index())
        {
            if (DateText.Read(heading, mapping.Dates.Forms) is not { } date) continue;
            if (date.IsMonth && mapping.Step == PeriodStep.Day) continue;
            columns.Add((column, mapping.PeriodOf(date.Day)));
        }

        return columns.ToImmutable();
    }

    /// <summary>Two columns of one period would be added up without anybody having said so.</summary>
    private static void CheckTwice(ColumnPlan plan, Mapping mapping, SourceTable table, Diagnostics ofFile)
    {
        foreach (var twice in plan.Periods.GroupBy(each => each.Period).Where(group => group.Skip(1).Any()))
        {
            if (mapping.Step == PeriodStep.Month && twice.All(each => !IsMonth(each.Column))) continue;
            var columns = string.Join(" and ", twice.Take(2).Select(each => $"#{each.Column + 1}"));
            ofFile.Error(
                new Span(table.HeaderLine, 1, 1),
                $"two columns, {columns}, are headed by {mapping.Text(twice.Key)}",
                "give the columns of the file different headings");
        }

        bool IsMonth(int column) => DateText.Read(table.Header[column], mapping.Dates.Forms) is { IsMonth: true };
    }
}

/// <summary>Finds columns by heading or by place, and reports those that are not there.</summary>
internal sealed class ColumnFinder(string file, ImmutableArray<string> header, Diagnostics diagnostics)
{
    private readonly List<ColumnName> missing = [];
    private int found;

    /// <summary>-1 where none is asked for, or none is there.</summary>
    public int Find(ColumnName? name)
    {
        if (name is null) return -1;
        if (name.Text is ['#', .. var place]
            && int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= 1 && number <= header.Length)
        {
            found++;
            return number - 1;
        }

        var places = header.Index().Where(each => each.Item.Trim() == name.Text).Select(each => each.Index).ToList();
        switch (places)
        {
            case []:
                missing.Add(name);
                return -1;
            case [var only]:
                found++;
                return only;
            default:
                found++;
                diagnostics.Error(
                    name.At,
                    $"{places.Count} columns of {file} are headed `{Expected.Short(name.Text)}`",
                    $"name one by its place: {string.Join(" or ", places.Select(at => $"\"#{at + 1}\""))}");
                return -1;
        }
    }

    /// <summary>Where nothing fits, one message says so; else each column that is missing has its own.</summary>
    public void Report()
    {
        var headings = header.Select(heading => heading.Trim())
            .Where(heading => heading.Length > 0)
            .Distinct()
            .ToList();
        if (found == 0 && missing.Count > 1)
        {
            diagnostics.Error(
                missing[0].At,
                $"none of the mapping's columns is in {file}: is it the mapping of another file?",
                Hint("", headings));
            return;
        }

        foreach (var name in missing)
            diagnostics.Error(
                name.At,
                $"there is no column `{Expected.Short(name.Text)}` in {file}",
                Hint(name.Text, headings));
    }

    private static string Hint(string name, List<string> headings)
    {
        var same = headings.Find(heading => string.Equals(heading, name, StringComparison.OrdinalIgnoreCase));
        if (same is not null) return $"did you mean `{same}`?";
        var lower = headings.ToLookup(heading => heading.ToLowerInvariant().Replace('_', '-'));
        return Nearest.To(name, lower.Select(group => group.Key)) is { } near
            ? $"did you mean `{lower[near].First()}`?"
            : Nearest.HintFor("", headings, "the header is blank");
    }
}
