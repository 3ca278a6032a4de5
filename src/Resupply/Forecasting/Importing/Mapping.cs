using System.Collections.Immutable;
using Resupply.Language;
using Resupply.Values;

namespace Resupply.Forecasting.Importing;

/// <summary>
/// How a file of counts is to be read: what its columns hold, and what becomes of each kind of defect.
/// </summary>
/// <param name="Step">What one count of the series covers.</param>
/// <param name="Unmapped">The class of names that are in none; null: their rows are left out.</param>
/// <param name="LeftOut">Names whose rows are left out on purpose.</param>
/// <param name="SameRow">
/// The columns in which rows that are duplicates agree; empty: all columns of the file.
/// </param>
/// <param name="KeepsDuplicates">Rows that repeat another count again.</param>
/// <param name="From">The first period; null: that of the earliest row.</param>
/// <param name="To">The last period; null: that of the latest row.</param>
public sealed record Mapping(
    string Title,
    PeriodStep Step,
    FileForm File,
    ColumnNames Columns,
    DateRules Dates,
    CountRules Counts,
    ImmutableArray<NeedClass> Classes,
    CatalogueFile? Catalogue,
    string? Unmapped,
    ImmutableArray<string> LeftOut,
    JointRules Joint,
    SeriesNames Names,
    ImmutableArray<ColumnName> SameRow,
    bool KeepsDuplicates,
    SilenceRule WithoutAnyRow,
    SilenceRule WithoutItsRow,
    Day? From,
    Day? To)
{
    /// <summary>The number of the period that holds the day.</summary>
    internal int PeriodOf(Day day) => Period.Of(Step, day).Number;

    internal string Text(int period) => new Period(Step, period).ToString();

    /// <summary>`2024-11-08`, or `2024-11-08..2024-11-10` where there are several.</summary>
    internal string Text(int first, int last) => first == last ? Text(first) : $"{Text(first)}..{Text(last)}";
}

/// <summary>How the file is written; null: as its bytes tell.</summary>
/// <param name="HeaderLine">The line on which the headings stand; 0: the first that is not blank.</param>
public sealed record FileForm(char? Separator, string? Encoding, int HeaderLine);

/// <summary>A column by its heading, or by its place as `#3`, and where the mapping names it.</summary>
public sealed record ColumnName(string Text, Span At);

/// <summary>
/// Which columns hold what. Either one date, or the two ends of a window, or (null, all three) each column headed by a
/// date is a period, and the cells below are counts.
/// </summary>
/// <param name="Details">A column in which a dictionary may say how a row's count divides among its names.</param>
public sealed record ColumnNames(
    ColumnName? Date, ColumnName? Begins, ColumnName? Ends, ColumnName? Class, ColumnName? Count, ColumnName? Details)
{
    public bool IsWide => Date is null && Begins is null;
}

/// <param name="LastDay">A window over midnight belongs to the day on which it ends; else to that on which it begins.
/// </param>
/// <param name="SwapsReversed">A window that ends before it begins is read the other way round; else left out.</param>
/// <param name="LongestDays">Windows over more days are left out.</param>
public sealed record DateRules(ImmutableArray<DateForm> Forms, bool LastDay, bool SwapsReversed, int LongestDays);

/// <summary>How a date may be written.</summary>
public enum DateForm
{
    /// <summary>2024-11-08, 2024-11-08 09:00, 2024/11/08, 20241108, 2024-11.</summary>
    Iso,

    /// <summary>08.11.2024, 8/11/24.</summary>
    DayFirst,

    /// <summary>11/08/2024.</summary>
    MonthFirst,

    /// <summary>8 November 2024, Nov 8, 2024, Nov-97.</summary>
    Named,

    /// <summary>A spreadsheet's number of days: 45604.</summary>
    Serial,
}

/// <summary>What becomes of a count that is no plain number.</summary>
public enum Doubt
{
    /// <summary>The period's count is not known, whatever its other rows say.</summary>
    Unknown,

    /// <summary>The row counts nothing.</summary>
    Zero,

    /// <summary>The row is as if it were not there.</summary>
    LeaveOut,

    /// <summary>The number in it counts.</summary>
    Take,

    /// <summary>The lower end of a range counts.</summary>
    Lowest,

    /// <summary>The upper end of a range counts.</summary>
    Highest,
}

/// <param name="NotKnownWords">What is written where there is no number, besides nothing.</param>
/// <param name="NetsReturns">Counts below 0 are taken off their period; else they are kept out.</param>
public sealed record CountRules(
    bool DecimalComma,
    Doubt Blank,
    ImmutableArray<string> NotKnownWords,
    Doubt About,
    Doubt AtLeast,
    Doubt Range,
    Doubt Unreadable,
    bool NetsReturns);

/// <summary>A class of need: names that the file uses for it, and classes of the catalogue.</summary>
/// <param name="Names">A name that ends in * stands for all that begin so.</param>
public sealed record NeedClass(string Name, ImmutableArray<string> Names, ImmutableArray<string> Catalogued);

/// <summary>A file that says of which kind each name is.</summary>
public sealed record CatalogueFile(string File, Span At, ColumnName Name, ColumnName Kind);

/// <summary>What becomes of a row that names several things with one count.</summary>
/// <param name="Words">What stands between the names.</param>
/// <param name="Mixed">Where they are of several classes.</param>
/// <param name="Whole">The class that takes all of it.</param>
public sealed record JointRules(ImmutableArray<string> Words, MixedRow Mixed, string? Whole);

public enum MixedRow
{
    LeaveOut,

    /// <summary>Evenly among the names; what is left over goes to the first of them.</summary>
    Split,

    /// <summary>To one class.</summary>
    Whole,
}

/// <summary>How a series is named where there are no classes.</summary>
/// <param name="Only">The one series' name, where the file has no column of classes.</param>
public sealed record SeriesNames(string Prefix, string? Only);

/// <summary>
/// Whether a period about which the file is silent counts 0 or is not known: from which day on which.
/// </summary>
public sealed record SilenceRule(ImmutableArray<(Day From, bool IsZero)> Steps)
{
    public static readonly SilenceRule NotKnown = new([]);

    public bool IsZero(Day day) => Steps.LastOrDefault(step => step.From <= day).IsZero;
}
