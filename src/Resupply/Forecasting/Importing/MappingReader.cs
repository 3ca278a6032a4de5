using System.Collections.Immutable;
using Resupply.Language;
using Resupply.Values;

namespace Resupply.Forecasting.Importing;

/// <summary>From YAML to a mapping; what is wrong is a diagnostic with its place.</summary>
public sealed class MappingReader
{
    public static readonly DocumentKind Kind =
        new("mapping", "import: 1", "`resupply import SERIES.csv --guess` prints one to begin with");

    private const int LongestDefault = 7;
    private readonly Form.Fields form;
    private readonly Diagnostics diagnostics;

    private MappingReader(Form.Fields form, Diagnostics diagnostics) =>
        (this.form, this.diagnostics) = (form, diagnostics);

    /// <summary>Null where something is wrong.</summary>
    public static Mapping? Read(string text, Diagnostics diagnostics)
    {
        if (YamlReader.Read(text, diagnostics, Kind) is not { } root) return null;
        var read = Checker.Check(MappingShapes.Top, root, diagnostics).Form;
        if (read is null || diagnostics.HasErrors) return null;
        var mapping = new MappingReader(read, diagnostics).Read();
        return diagnostics.HasErrors ? null : mapping;
    }

    private Mapping Read()
    {
        var counts = Part("counts");
        var file = Part("file");
        var duplicates = Part("duplicates");
        var mapping = new Mapping(
            form.TextAt("title") ?? "",
            form.TextAt("period") == "month" ? PeriodStep.Month : PeriodStep.Day,
            new FileForm(
                file?.TextAt("separator") is { } word ? MappingWords.Separators[word] : null,
                file?.TextAt("encoding"),
                (int)Math.Min(file?.ValueAt("header")?.Fixed ?? 0, int.MaxValue)),
            Columns(Part("columns")!),
            Dates(Part("dates")),
            new CountRules(
                file?.TextAt("decimal") == "comma",
                DoubtOf(counts, "blank", Doubt.Unknown),
                TextsAt(counts, "not-known"),
                DoubtOf(counts, "about", Doubt.Take),
                DoubtOf(counts, "at-least", Doubt.Take),
                DoubtOf(counts, "range", Doubt.Unknown),
                DoubtOf(counts, "unreadable", Doubt.Unknown),
                counts?.TextAt("negative") == "net"),
            [.. form.MapAt("classes").Select(ClassOf)],
            Catalogue(Part("catalogue")),
            form.TextAt("unmapped") is { } unmapped and not MappingShapes.LeaveOut ? unmapped : null,
            TextsAt(form, "leave-out"),
            Joint(Part("joint")),
            new SeriesNames(form.TextAt("prefix") ?? "", form.TextAt("name")),
            [.. (duplicates?.WordsAt("same") ?? []).Select(column => new ColumnName(column.Text, column.At))],
            duplicates?.TextAt("rule") == "keep",
            Silence("without-any-row"),
            Silence("without-its-row"),
            DayAt("from"),
            DayAt("to"));
        Check(mapping);
        return mapping;
    }

    private Form.Fields? Part(string key) => form[key] as Form.Fields;

    private static ImmutableArray<string> TextsAt(Form.Fields? fields, string key) =>
        [.. (fields?.WordsAt(key) ?? []).Select(word => word.Text)];

    private static Doubt DoubtOf(Form.Fields? fields, string key, Doubt otherwise) =>
        fields?.TextAt(key) is { } word ? MappingWords.Doubts[word] : otherwise;

    private Day? DayAt(string key) =>
        form[key] is Form.Single { Value.Fixed: { } number } ? new Day((int)number) : null;

    private ColumnNames Columns(Form.Fields columns)
    {
        var names = new ColumnNames(
            At("date"), At("begins"), At("ends"), At("class"), At("count"), At("details"));
        if (names.Begins is null != names.Ends is null)
            diagnostics.Error(
                (names.Begins ?? names.Ends!).At,
                "a window needs both `begins` and `ends`",
                "write both, or `date` alone");
        return names;

        ColumnName? At(string key) =>
            columns[key] is Form.Word word ? new ColumnName(word.Text.Trim(), word.At) : null;
    }

    private static DateRules Dates(Form.Fields? dates)
    {
        var forms = (dates?.WordsAt("forms") ?? []).Select(word => MappingWords.DateForms[word.Text]);
        return new DateRules(
            [.. forms.DefaultIfEmpty(DateForm.Iso)],
            dates?.TextAt("window") == "ends",
            dates?.TextAt("reversed") != MappingShapes.LeaveOut,
            (int)Math.Min(dates?.ValueAt("longest")?.Fixed ?? LongestDefault, int.MaxValue));
    }

    private static NeedClass ClassOf(Form.Named entry) => entry.Form switch
    {
        Form.Fields fields => new NeedClass(entry.Name, TextsAt(fields, "names"), TextsAt(fields, "catalogue")),
        Form.List list => new NeedClass(entry.Name, [.. list.Items.OfType<Form.Word>().Select(word => word.Text)], []),
        Form.Word word => new NeedClass(entry.Name, [word.Text], []),
        _ => new NeedClass(entry.Name, [], []),
    };

    private static CatalogueFile? Catalogue(Form.Fields? fields) =>
        fields?["file"] is Form.Word file && fields["name"] is Form.Word name && fields["class"] is Form.Word kind
            ? new CatalogueFile(
                file.Text, file.At, new ColumnName(name.Text, name.At), new ColumnName(kind.Text, kind.At))
            : null;

    private JointRules Joint(Form.Fields? joint)
    {
        var words = TextsAt(joint, "words");
        if (words.IsEmpty && (joint is not null || form.Has("classes"))) words = ["and"];
        if (joint?["mixed"] is not Form.Word mixed || mixed.Text == MappingShapes.LeaveOut)
            return new JointRules(words, MixedRow.LeaveOut, null);
        if (mixed.Text == MappingShapes.Split) return new JointRules(words, MixedRow.Split, null);
        var classes = form.MapAt("classes").Select(entry => entry.Name).ToList();
        if (!classes.Contains(mixed.Text))
            diagnostics.Error(
                mixed.At,
                $"there is no `{mixed.Text}` under `classes`",
                Nearest.HintFor(
                    mixed.Text,
                    [MappingShapes.Split, MappingShapes.LeaveOut, .. classes],
                    "write split, leave-out, or a class"));
        return new JointRules(words, MixedRow.Whole, mixed.Text);
    }

    private SilenceRule Silence(string key) => form[key] switch
    {
        Form.Word word => new SilenceRule([(new Day(0), word.Text == "zero")]),
        Form.Map map => new SilenceRule(
        [
            .. map.Entries
                .Select(entry => (From: entry.Day!.Value, IsZero: ((Form.Word)entry.Form).Text == "zero"))
                .OrderBy(step => step.From),
        ]),
        _ => SilenceRule.NotKnown,
    };

    /// <summary>What the form of each part cannot tell.</summary>
    private void Check(Mapping mapping)
    {
        var columns = mapping.Columns;
        if (columns is { Begins: { } begins, Ends: not null } && Part("dates")?.Has("window") != true)
            diagnostics.Error(
                begins.At,
                "a window over midnight belongs to one day: the mapping must say which",
                "write `dates: { window: ends }`, or `begins`");
        if (columns.Class is null && mapping.Names.Only is null)
            diagnostics.Error(
                form["columns"]!.At,
                "there is no column of classes, and no name for the series",
                "write `class: COLUMN` under `columns`, or `name: pumps`");
        if (columns.Class is { } column && mapping.Names.Only is not null)
            diagnostics.Error(column.At, "`class` and `name` exclude each other", "keep one of them");
        if (mapping is { From: { } from, To: { } to } && to < from)
            diagnostics.Error(form["to"]!.At, $"`to` is {to}, before `from`, which is {from}");
        if (mapping.Names.Only is { } only && !Language.Names.IsName(only))
            CheckName(form["name"]!.At, only);
        var prefix = mapping.Names.Prefix;
        if (prefix.Length > 0 && !Language.Names.IsName(prefix + "a")) CheckName(form["prefix"]!.At, prefix);
        CheckTwice(mapping);
    }

    private void CheckName(Span at, string text) => diagnostics.Error(
        at,
        $"`{Expected.Short(text)}` does not make a name",
        "names are lower-case letters, digits and single hyphens, and begin with a letter");

    /// <summary>A text that belongs to two classes would be counted by chance.</summary>
    private void CheckTwice(Mapping mapping)
    {
        var first = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in mapping.Classes)
        {
            var at = form.MapAt("classes").First(named => named.Name == entry.Name).NameAt;
            var texts = entry.Names.Select(NameClasses.Folded)
                .Concat(entry.Catalogued.Select(kind => "catalogue: " + NameClasses.Folded(kind)));
            foreach (var text in texts.Distinct(StringComparer.OrdinalIgnoreCase))
            {
                if (!first.TryAdd(text, entry.Name))
                    diagnostics.Error(
                        at, $"`{Expected.Short(text)}` stands under `{first[text]}` too", "keep it in one class");
            }
        }
    }
}
