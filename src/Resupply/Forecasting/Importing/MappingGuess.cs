using System.Collections.Immutable;
using System.Text;
using Resupply.Language;
using static System.FormattableString;

namespace Resupply.Forecasting.Importing;

/// <summary>A mapping to begin with, from a file's header and its first rows. What it guesses, it says.</summary>
public sealed class MappingGuess
{
    private const int RowsLooked = 500;
    private const int PeriodColumnsMin = 3;
    private const int NamesShown = 12;
    private const string JointWord = " and ";
    private const double Most = 0.8;

    private static readonly ImmutableArray<DateForm> Forms = [DateForm.Iso, DateForm.DayFirst, DateForm.Named];
    private static readonly string[] BeginWords = ["begin", "start", "from"];
    private static readonly string[] EndWords = ["end", "until", "to"];
    private static readonly string[] CountWords =
        ["count", "launched", "quantity", "qty", "number", "used", "need", "demand", "units", "amount"];
    private static readonly string[] ClassWords = ["model", "class", "type", "item", "product", "part", "name", "kind"];

    private readonly SourceTable table;
    private readonly ImmutableArray<SourceRow> sample;
    private readonly StringBuilder yaml = new("import: 1\n");

    private MappingGuess(SourceTable table)
    {
        this.table = table;
        sample = [.. table.Rows.Where(row => row.Cells.Any(cell => cell.Length > 0)).Take(RowsLooked)];
    }

    /// <summary>YAML; a line that had to be guessed from nothing says so in a comment.</summary>
    public static string Of(SourceTable table) => new MappingGuess(table).Write();

    private string Write()
    {
        yaml.Append($"title: {Quoted(table.File)}\n");
        var headings = table.Header.Index()
            .Select(each => (each.Index, Date: DateText.Read(each.Item, Forms)))
            .Where(each => each.Date is not null)
            .ToList();
        if (headings.Count >= PeriodColumnsMin) WriteWide([.. headings.Select(each => (each.Index, each.Date!.Value))]);
        else WriteLong();
        return yaml.ToString();
    }

    private void WriteWide(ImmutableArray<(int Column, ReadDate Date)> headings)
    {
        var isMonth = headings.Any(each => each.Date.IsMonth);
        yaml.Append($"period: {(isMonth ? "month" : "day")}\ncolumns:\n  periods: dated\n");
        var others = Columns.Except(headings.Select(each => each.Column)).ToList();
        if (others.Count > 0) yaml.Append($"  class: {Named(Hinted(others, ClassWords) ?? others[0])}\n");
        WriteForms(headings.Select(each => table.Header[each.Column]), false);
        yaml.Append(others.Count > 0 ? "prefix: part- # the series are named by the texts\n" : "name: need\n");
        yaml.Append("counts:\n  blank: unknown # or zero, where nothing written means none\n");
        yaml.Append("  negative: leave-out # or net, to take returns off\n");
    }

    private void WriteLong()
    {
        var dates = Columns.Where(column => Share(column, IsDate) >= Most).ToList();
        var numbers = Columns.Except(dates).Where(column => Share(column, IsNumber) >= Most).ToList();
        var texts = Columns.Except(dates).Except(numbers).Where(column => Cells(column).Any()).ToList();
        var begins = Hinted(dates, BeginWords);
        var ends = Hinted([.. dates.Where(date => date != begins)], EndWords);
        var isWindow = begins is not null && ends is not null;
        yaml.Append("period: day\ncolumns:\n");
        if (isWindow) yaml.Append($"  begins: {Named(begins!.Value)}\n  ends: {Named(ends!.Value)}\n");
        else if (dates is [var date, ..]) yaml.Append($"  date: {Named(date)}\n");
        else yaml.Append("  date: DATE # no column of dates was found\n");
        var kind = Hinted(texts, ClassWords) ?? (texts is [var first, ..] ? first : null);
        if (kind is { } column) yaml.Append($"  class: {Named(column)}\n");
        var count = Hinted(numbers, CountWords) ?? (numbers is [var number, ..] ? number : null);
        if (count is { } many) yaml.Append($"  count: {Named(many)}\n");
        else yaml.Append("  count: COUNT # no column of numbers was found\n");
        WriteForms((isWindow ? [begins!.Value, ends!.Value] : dates.Take(1)).SelectMany(Cells), isWindow);
        if (kind is { } names) WriteClasses(names);
        else yaml.Append("name: need\n");
        yaml.Append("counts:\n  blank: unknown # or zero, or leave-out\n");
        yaml.Append("without-any-row: unknown # or zero, or from which day on: { 2023-05-01: zero }\n");
        yaml.Append("without-its-row: zero # where others have rows, nothing said is none\n");
    }

    private void WriteForms(IEnumerable<string> cells, bool isWindow)
    {
        var forms = Forms.Where(form => cells.Any(cell => DateText.Read(cell, [form]) is not null))
            .Select(form => MappingWords.DateForms.First(word => word.Value == form).Key)
            .ToList();
        if (forms.Count == 0) forms.Add("iso");
        if (!isWindow && forms is ["iso"]) return;
        yaml.Append($"dates:\n  forms: [{string.Join(", ", forms)}]\n");
        if (isWindow) yaml.Append("  window: ends # or begins: the day to which a window over midnight belongs\n");
    }

    private void WriteClasses(int column)
    {
        var names = Cells(column).CountBy(NameClasses.Folded, StringComparer.OrdinalIgnoreCase)
            .Where(name => !name.Key.Contains(JointWord, StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(name => name.Value).ThenBy(name => name.Key, StringComparer.Ordinal)
            .Select(name => name.Key).ToList();
        if (Cells(column).Any(cell => cell.Contains(JointWord, StringComparison.OrdinalIgnoreCase)))
            yaml.Append("joint: { mixed: leave-out } # or split, or a class: rows that name several\n");
        yaml.Append("unmapped: leave-out # or a class\n");
        yaml.Append("classes: # rename, and put together what belongs together\n");
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names.Take(NamesShown))
        {
            var suggested = Names.Suggest(name) ?? Names.Suggest("class-" + name);
            if (suggested is null || Names.WhyReserved(suggested, null) is not null || !taken.Add(suggested))
                taken.Add(suggested = Invariant($"class-{taken.Count + 1}"));
            yaml.Append($"  {suggested}: [{Quoted(name)}]\n");
        }

        if (names.Count > NamesShown) yaml.Append(Invariant($"  # and {names.Count - NamesShown} more names\n"));
    }

    private IEnumerable<int> Columns => Enumerable.Range(0, table.Header.Length);

    private IEnumerable<string> Cells(int column) =>
        sample.Select(row => row[column].Trim()).Where(cell => cell.Length > 0);

    private double Share(int column, Func<string, bool> holds)
    {
        var cells = Cells(column).ToList();
        return cells.Count == 0 ? 0 : cells.Count(holds) / (double)cells.Count;
    }

    private static bool IsDate(string cell) => DateText.Read(cell, Forms) is not null;

    private static bool IsNumber(string cell) => cell.All(sign => char.IsAsciiDigit(sign) || "+-., ".Contains(sign));

    /// <summary>The first column whose heading holds one of the words, the words in order.</summary>
    private int? Hinted(List<int> columns, string[] words)
    {
        foreach (var word in words)
        {
            foreach (var column in columns)
            {
                if (table.Header[column].Contains(word, StringComparison.OrdinalIgnoreCase)) return column;
            }
        }

        return null;
    }

    /// <summary>The heading; the place where there is none, or more than one of it.</summary>
    private string Named(int column)
    {
        var heading = table.Header[column].Trim();
        var isClear = heading.Length > 0 && table.Header.Count(other => other.Trim() == heading) == 1;
        return Quoted(isClear ? heading : Invariant($"#{column + 1}"));
    }

    /// <summary>As YAML takes it for one line of text.</summary>
    private static string Quoted(string text)
    {
        var isPlain = text.Length > 0 && char.IsLetter(text[0])
            && text.All(sign => char.IsLetterOrDigit(sign) || " _-./".Contains(sign))
            && text.ToLowerInvariant() is not ("null" or "true" or "false");
        var line = string.Concat(text.Select(sign => char.IsControl(sign) ? ' ' : sign));
        return isPlain ? text : $"'{line.Replace("'", "''")}'";
    }
}
