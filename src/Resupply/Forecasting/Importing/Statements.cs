using System.Collections.Immutable;

namespace Resupply.Forecasting.Importing;

/// <summary>How far a row's count is known.</summary>
internal enum Certainty : byte
{
    Known,

    /// <summary>There is a count, and it is not known: nor is that of its period.</summary>
    Unknown,

    /// <summary>The row was left out: it adds nothing, but its period is not silent.</summary>
    Withheld,
}

/// <summary>That so many units of a series fall into a period, as one row has it.</summary>
internal readonly record struct Statement(int Line, int Series, int Period, long Units, Certainty Certainty);

/// <summary>What is gathered while rows are read: statements, entries of the ledger, units.</summary>
internal sealed class Gathering
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<string> names = [];

    public List<Statement> Statements { get; } = [];
    public List<LedgerEntry> Entries { get; } = [];

    /// <summary>Periods of which the file holds a row, whatever became of it, and the line of one.</summary>
    public Dictionary<int, int> Seen { get; } = [];

    /// <summary>
    /// Periods of which a row was left out that may have been of any series: no zero is made of silence there.
    /// </summary>
    public HashSet<int> Doubtful { get; } = [];

    /// <summary>Units in the cells of the file, as far as they can be read.</summary>
    public long UnitsFound { get; set; }

    public IReadOnlyList<string> Series => names;

    public int NumberOf(string series)
    {
        if (numbers.TryGetValue(series, out var number)) return number;
        numbers[series] = names.Count;
        names.Add(series);
        return names.Count - 1;
    }

    public void State(int line, string series, int period, long units, Certainty certainty) =>
        Statements.Add(new Statement(line, NumberOf(series), period, units, certainty));

    public void Note(
        int line,
        Treatment treatment,
        string reason,
        string found,
        string made,
        long units = 0,
        string series = "",
        string period = "",
        int times = 1) =>
        Entries.Add(new LedgerEntry(line, treatment, reason, series, period, found, made, units, times));

    public ImmutableArray<string> SeriesNames => [.. names];
}
