using System.Collections.Immutable;
using Resupply.Language;

namespace Resupply.Forecasting.Importing;

/// <summary>What may stand in a mapping.</summary>
public static class MappingShapes
{
    public const string LeaveOut = "leave-out";
    public const string Split = "split";

    /// <summary>A name, or a list of them.</summary>
    private static readonly Shape Texts = new Shape.OneOf(new Shape.Text(), new Shape.List(new Shape.Text()), null);

    private static readonly Shape Column = new Shape.Text();
    private static readonly Shape Date = new Shape.Value(Measure.FixedDate);
    private static readonly Shape.Word ZeroOrUnknown = new(["unknown", "zero"]);
    private static readonly Shape Silence =
        new Shape.OneOf(ZeroOrUnknown, null, new Shape.Map(KeyKind.Date, ZeroOrUnknown));

    private static readonly Shape.Record File = new("the form of the file",
    [
        new(
            "separator",
            new Shape.Word(["comma", "semicolon", "tab", "bar"]),
            "What stands between two cells; else the one of which the first line holds most.",
            Example: "semicolon"),
        new(
            "encoding",
            new Shape.Word(["utf-8", "utf-16", "utf-16-be", "windows-1251", "windows-1252"]),
            "How its letters are written; else UTF-8, or as its first bytes say.",
            Example: "windows-1251"),
        new(
            "header",
            new Shape.Value(Measure.Count),
            "The line on which the headings stand; the first that is not blank where this is left out.",
            Example: "5"),
        new(
            "decimal",
            new Shape.Word(["point", "comma"]),
            "What stands before a fraction, `point` where this is left out. The other one may group thousands.",
            Example: "comma"),
    ]);

    private static readonly Shape.Record Columns = new("the columns",
    [
        new("date", Column, "The day or month of the row; a window may stand in it too.", Example: "date"),
        new(
            "begins",
            Column,
            "The date, and the time if there is one, at which the row's window begins.",
            Example: "time_start"),
        new("ends", Column, "The same of its end.", Example: "time_end"),
        new(
            "periods",
            new Shape.Word(["dated"]),
            "Each column headed by a date is a period, and the cells below it are counts.",
            Example: "dated"),
        new("class", Column, "What the row is about: its text becomes a class.", Example: "model"),
        new("count", Column, "How many; the cell may hold a dictionary from names to counts.", Example: "launched"),
        new(
            "details",
            Column,
            "A dictionary from the names of a joint row to their counts, where there is one.",
            Example: "launched_details"),
    ])
    {
        Choices = [new(["date", "begins", "periods"], Required: true), new(["count", "periods"], Required: true)],
    };

    private static readonly Shape.Record Dates = new("the dates",
    [
        new(
            "forms",
            new Shape.List(new Shape.Word([.. MappingWords.DateForms.Keys]), NotEmpty: true),
            "How dates are written, the first that fits; `[iso]` where this is left out.",
            Example: "[iso, day-first]"),
        new(
            "window",
            new Shape.Word(["begins", "ends"]),
            "To which day a window over midnight belongs: that on which it begins, or ends.",
            Example: "ends"),
        new(
            "reversed",
            new Shape.Word(["swap", LeaveOut]),
            "A window that ends on a day before it begins; `swap` where this is left out.",
            Example: LeaveOut),
        new(
            "longest",
            new Shape.Value(Measure.Count),
            "Windows over more days are left out; 7 where this is left out.",
            Example: "2"),
    ]);

    private static readonly Shape.Record Counts = new("the counts",
    [
        new(
            "blank",
            new Shape.Word(["unknown", "zero", LeaveOut]),
            "A cell without a number; `unknown` where this is left out.",
            Example: "zero"),
        new(
            "not-known",
            Texts,
            "What may stand in a cell without a number, besides nothing.",
            Example: "[n/a, \"-\"]"),
        new(
            "about",
            new Shape.Word(["take", "unknown", LeaveOut]),
            "`about 20`, `~20`; `take` where this is left out.",
            Example: "unknown"),
        new(
            "at-least",
            new Shape.Word(["take", "unknown", LeaveOut]),
            "`5+`, `more than 5`; `take` where this is left out.",
            Example: "unknown"),
        new(
            "range",
            new Shape.Word(["lowest", "highest", "unknown", LeaveOut]),
            "`10-12`; `unknown` where this is left out.",
            Example: "highest"),
        new(
            "unreadable",
            new Shape.Word(["unknown", "zero", LeaveOut]),
            "Any other text, and fractions; `unknown` where this is left out.",
            Example: LeaveOut),
        new(
            "negative",
            new Shape.Word(["net", LeaveOut]),
            "Returns: taken off what their period needs, or kept out; `leave-out` where this is left out.",
            Example: "net"),
    ]);

    private static readonly Shape.Record Class = new("a class",
    [
        new(
            "names",
            Texts,
            "Texts of the class column; one that ends in * stands for all that begin so.",
            Example: "[Iskander-M, KN-23]"),
        new("catalogue", Texts, "Classes of the catalogue.", Example: "ballistic missile"),
    ]);

    private static readonly Shape.Record Catalogue = new("the catalogue",
    [
        new("file", new Shape.Text(), "A table of names, in the mapping's folder.", Required: true, "models.csv"),
        new("name", Column, "The column of its names.", Required: true, "model"),
        new("class", Column, "The column that says what each is.", Required: true, "category"),
    ]);

    private static readonly Shape.Record Joint = new("the joint rows",
    [
        new("words", Texts, "What stands between the names; `and` where this is left out.", Example: "[and, \"+\"]"),
        new(
            "mixed",
            new Shape.Text(),
            "Where the names are of several classes: `split` evenly, `leave-out`, or the class that takes all "
            + "of it; `leave-out` where this is left out.",
            Example: Split),
    ]);

    private static readonly Shape.Record Duplicates = new("the duplicates",
    [
        new(
            "same",
            Texts,
            "The columns in which they agree; all columns of the file where this is left out.",
            Example: "[date, model]"),
        new(
            "rule",
            new Shape.Word(["keep", LeaveOut]),
            "Whether the second counts too; `leave-out` where this is left out.",
            Example: "keep"),
    ], Shorthand: "rule");

    private static readonly ImmutableArray<Key> Keys =
    [
        new("import", new Shape.Word(["1"]), "The version of the format.", Required: true, "1"),
        new("title", new Shape.Text(), "What the file holds, and where it is from.", Example: "Pumps used, by day"),
        new(
            "period",
            new Shape.Word(["day", "month"]),
            "What one count of the series covers.",
            Required: true,
            "day"),
        new("file", File, "How the file is written."),
        new(
            "columns",
            Columns,
            "Which columns hold what, by their headings, or by their places as `\"#3\"`.",
            Required: true,
            "{ date: date, class: item, count: used }"),
        new("dates", Dates, "How dates are read."),
        new("counts", Counts, "How counts are read."),
        new(
            "classes",
            new Shape.Map(
                KeyKind.Name,
                new Shape.OneOf(new Shape.Text(), new Shape.List(new Shape.Text()), Class),
                "classes"),
            "The series, each with the texts that belong to it. Without it each text is a series.",
            Example: "{ pumps: [pump, pump-set] }"),
        new("catalogue", Catalogue, "A table that says what each name is."),
        new("leave-out", Texts, "Texts whose rows are left out.", Example: "[test row]"),
        new(
            "unmapped",
            new Shape.Reference("classes", Or: LeaveOut),
            "The class of texts that are in none; `leave-out` where this is left out.",
            Example: "other"),
        new("joint", Joint, "Rows that name several things with one count."),
        new(
            "prefix",
            new Shape.Text(),
            "What is put before a text to make the series' name, where there are no classes.",
            Example: "part-"),
        new("name", new Shape.Text(), "The series' name, where the file has no column of classes.", Example: "pumps"),
        new("duplicates", Duplicates, "Rows that repeat an earlier one."),
        new(
            "without-any-row",
            Silence,
            "A period of which the file holds no row at all, or from which day on which; `unknown` where this "
            + "is left out.",
            Example: "{ 2022-09-28: unknown, 2023-05-01: zero }"),
        new(
            "without-its-row",
            Silence,
            "A period of which the file holds rows, but none of this series; `unknown` where this is left out.",
            Example: "zero"),
        new("from", Date, "The first day; rows before it are left out.", Example: "2022-10-01"),
        new("to", Date, "The last day; rows after it are left out.", Example: "2024-11-08"),
    ];

    public static Shape.Record Top { get; } =
        new("a mapping", Keys) { Choices = [new(["classes", "prefix", "name"])] };
}

/// <summary>What the words of a mapping stand for.</summary>
internal static class MappingWords
{
    public static readonly ImmutableSortedDictionary<string, DateForm> DateForms =
        ImmutableSortedDictionary<string, DateForm>.Empty
            .Add("iso", DateForm.Iso)
            .Add("day-first", DateForm.DayFirst)
            .Add("month-first", DateForm.MonthFirst)
            .Add("named", DateForm.Named)
            .Add("serial", DateForm.Serial);

    public static readonly ImmutableSortedDictionary<string, char> Separators =
        ImmutableSortedDictionary<string, char>.Empty
            .Add("comma", ',').Add("semicolon", ';').Add("tab", '\t').Add("bar", '|');

    public static readonly ImmutableSortedDictionary<string, Doubt> Doubts =
        ImmutableSortedDictionary<string, Doubt>.Empty
            .Add("unknown", Doubt.Unknown).Add("zero", Doubt.Zero).Add(MappingShapes.LeaveOut, Doubt.LeaveOut)
            .Add("take", Doubt.Take).Add("lowest", Doubt.Lowest).Add("highest", Doubt.Highest);
}
