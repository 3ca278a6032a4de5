using System.Collections.Immutable;

namespace Resupply.Forecasting.Importing;

/// <summary>What was done with a row, or with a period that has none.</summary>
public enum Treatment
{
    /// <summary>The row counts, otherwise than it stands.</summary>
    Changed,

    /// <summary>It stands out of order; the series are sorted.</summary>
    Moved,

    /// <summary>The row shares its series and period with others, and is added to them.</summary>
    Merged,

    /// <summary>Its count is divided.</summary>
    Split,

    /// <summary>Nothing of the row counts.</summary>
    LeftOut,

    /// <summary>Some of the units in it do not count.</summary>
    UnitsLeftOut,

    /// <summary>A period without a row was given a count, or marked as not known.</summary>
    Filled,
}

/// <summary>One thing that was done to a row.</summary>
/// <param name="Line">Of the file; 0 where there is no row.</param>
/// <param name="Reason">In a word: <see cref="Reason"/>.</param>
/// <param name="Found">What stands in the file.</param>
/// <param name="Made">What was made of it.</param>
/// <param name="Units">
/// Those it is about. Over all entries with <see cref="Treatment.LeftOut"/> and <see cref="Treatment.UnitsLeftOut"/>
/// they add up to what the file holds less what the series hold.
/// </param>
/// <param name="Times">How many cells or periods it is about, side by side.</param>
public sealed record LedgerEntry(
    int Line,
    Treatment Treatment,
    string Reason,
    string Series,
    string Period,
    string Found,
    string Made,
    long Units,
    int Times = 1);

/// <summary>The reasons, and what they say in a few words.</summary>
public static class Reason
{
    public const string AboveHeader = "above-the-header";
    public const string OddQuotes = "odd-quotes";
    public const string BlankRow = "blank-row";
    public const string RowTooLong = "row-too-long";
    public const string RowShort = "row-short";
    public const string Duplicate = "duplicate";
    public const string DuplicateKept = "duplicate-kept";
    public const string OutOfOrder = "out-of-order";
    public const string NewestFirst = "newest-first";
    public const string DateBlank = "date-blank";
    public const string DateUnreadable = "date-unreadable";
    public const string DateForm = "date-form";
    public const string Overnight = "overnight-window";
    public const string Reversed = "window-reversed";
    public const string WindowLong = "window-too-long";
    public const string OutOfSpan = "out-of-span";
    public const string NameSpelling = "name-spelling";
    public const string NameMadeUp = "name-adapted";
    public const string NameBlank = "name-blank";
    public const string NameUnmapped = "name-unmapped";
    public const string NameLeftOut = "name-left-out";
    public const string JointOneClass = "joint-one-class";
    public const string JointMixed = "joint-mixed";
    public const string JointDetails = "joint-by-details";
    public const string DetailsDisagree = "details-disagree";
    public const string CellDictionary = "dictionary";
    public const string DictionaryBroken = "dictionary-broken";
    public const string CountBlank = "count-blank";
    public const string CountGrouped = "count-grouped";
    public const string CountInWords = "count-in-words";
    public const string CountAbout = "count-about";
    public const string CountAtLeast = "count-at-least";
    public const string CountRange = "count-range";
    public const string CountUnreadable = "count-unreadable";
    public const string Return = "return";
    public const string NetBelowZero = "net-below-zero";
    public const string PeriodNotKnown = "period-not-known";
    public const string SeveralRows = "several-rows";
    public const string WithoutAnyRow = "without-any-row";
    public const string WithoutItsRow = "without-its-row";
    public const string OnlyLeftOut = "only-left-out";

    /// <summary>By reason, in the order of the reading.</summary>
    public static readonly ImmutableArray<(string Name, string Words)> All =
    [
        (AboveHeader, "stands above the header"),
        (OddQuotes, "quotes where none may stand"),
        (BlankRow, "nothing stands in the row"),
        (RowTooLong, "more cells than the header has"),
        (RowShort, "fewer cells than the header has"),
        (Duplicate, "repeats an earlier row"),
        (DuplicateKept, "repeats an earlier row, and counts again"),
        (OutOfOrder, "stands out of the order of the dates"),
        (NewestFirst, "columns from the newest to the oldest"),
        (DateBlank, "no date"),
        (DateUnreadable, "no date in a form of the mapping"),
        (DateForm, "date in another form"),
        (Overnight, "window over midnight, put on one day"),
        (Reversed, "window that ends before it begins"),
        (WindowLong, "window over too many days"),
        (OutOfSpan, "before `from` or after `to`"),
        (NameBlank, "no name"),
        (NameSpelling, "name in other letters or blanks"),
        (NameMadeUp, "name made from the text"),
        (NameUnmapped, "name in no class"),
        (NameLeftOut, "name that the mapping leaves out"),
        (JointOneClass, "several names of one class"),
        (JointMixed, "several names of several classes"),
        (JointDetails, "several names, divided by the details"),
        (DetailsDisagree, "details that do not add up to the count"),
        (CellDictionary, "dictionary in the cell"),
        (DictionaryBroken, "dictionary that cannot be read"),
        (CountBlank, "no count"),
        (CountGrouped, "count with thousands apart"),
        (CountInWords, "count in words"),
        (CountAbout, "about so many"),
        (CountAtLeast, "at least so many"),
        (CountRange, "from so many to so many"),
        (CountUnreadable, "no count that can be read"),
        (Return, "returns, below zero"),
        (NetBelowZero, "more returned than used in the period"),
        (PeriodNotKnown, "the period's count is not known"),
        (SeveralRows, "several rows for one period"),
        (WithoutAnyRow, "period without any row"),
        (WithoutItsRow, "period with rows of others only"),
        (OnlyLeftOut, "period whose rows are left out"),
    ];
}
