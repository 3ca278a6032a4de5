namespace Resupply.Simulation;

/// <summary>
/// Sums of each measure by bins of each value that is drawn once, apart for sixteen parts of the replications: enough
/// for the share of the variance that a value explains, and for its error. Integers only, so that records add up to
/// the same bytes in any order.
/// </summary>
/// <param name="bins">Bins of all values together, one value's after the other's.</param>
/// <param name="columns">Numbers in a row: the first is 1, then what each measure adds.</param>
public sealed class BinnedSums(int measures, int bins, int columns)
{
    /// <summary>Parts of the replications, by their number: enough to tell an error, few enough to keep.</summary>
    public const int Parts = 16;

    // Sums of 128 bits in two halves: the upper ones hardly ever change, and what is touched is half as much.
    private readonly ulong[] lower = new ulong[bins * Parts * columns];
    private readonly long[] upper = new long[bins * Parts * columns];

    // By part, then measure: what one replication adds to lies side by side.
    private readonly Moments[] totals = new Moments[measures * Parts];

    // Of so many replications the rows go to the bins of one value after the other: those of one value stay in a
    // processor's cache meanwhile, those of all do not. One by one they took a fifteenth of winter-2024.
    private const int RowsMax = 64;
    private readonly int[] parts = new int[RowsMax];
    private long[] rows = [];
    private int[] binOfEach = [];
    private int[][] keptOfEach = [];
    private int waiting;
    private ulong fetched; // means nothing, but that it was read

    public static int PartOf(long replication) => (int)(replication % Parts);

    /// <summary>One replication's row, into a bin that one value was in.</summary>
    /// <param name="kept">The columns that are added; the others stay as they are.</param>
    public void Add(int bin, int part, ReadOnlySpan<long> row, ReadOnlySpan<int> kept)
    {
        var first = At(bin, part, 0);
        var into = lower.AsSpan(first, row.Length);
        foreach (var column in kept)
        {
            var carry = WideSum.Add(ref into[column], row[column]);
            if (carry != 0) upper[first + column] += carry;
        }
    }

    /// <summary>One replication's row, into the bin that each value was in.</summary>
    /// <param name="binOf">By value; -1: into none.</param>
    /// <param name="kept">By value, as above; the same array each time.</param>
    public void Add(int part, ReadOnlySpan<long> row, ReadOnlySpan<int> binOf, int[][] kept)
    {
        if (kept.Length == 0) return;
        if (kept != keptOfEach)
        {
            Settle();
            (keptOfEach, rows, binOfEach) = (kept, new long[RowsMax * columns], new int[RowsMax * kept.Length]);
        }

        row.CopyTo(rows.AsSpan(waiting * columns));
        binOf.CopyTo(binOfEach.AsSpan(waiting * kept.Length));
        parts[waiting++] = part;
        if (waiting == RowsMax) Settle();
    }

    /// <summary>One replication's measure, whatever the values were: x of y.</summary>
    public void AddTotal(int measure, int part, long x, long y) => totals[(part * measures) + measure].Add(x, y);

    /// <summary>The sum of a column over the replications of a part in which the value was in the bin.</summary>
    public Int128 Sum(int bin, int part, int column)
    {
        Settle();
        return At(At(bin, part, column));
    }

    public ref readonly Moments Total(int measure, int part) => ref totals[(part * measures) + measure];

    public void Add(BinnedSums other)
    {
        other.Settle();
        for (var i = 0; i < lower.Length; i++) Set(i, At(i) + other.At(i));
        for (var i = 0; i < totals.Length; i++) totals[i].Add(other.totals[i]);
    }

    public void Write(BinaryWriter writer)
    {
        Settle();
        for (var i = 0; i < lower.Length; i++) writer.Write(At(i));
        foreach (var total in totals) writer.Write(total);
    }

    public void AddFrom(BinaryReader reader)
    {
        for (var i = 0; i < lower.Length; i++) Set(i, At(i) + reader.ReadSum());
        for (var i = 0; i < totals.Length; i++) totals[i].Add(reader.ReadMoments());
    }

    private void Settle()
    {
        if (waiting == 0) return;
        for (var value = 0; value < keptOfEach.Length; value++)
        {
            Fetch(value);
            for (var i = 0; i < waiting; i++)
            {
                var bin = binOfEach[(i * keptOfEach.Length) + value];
                if (bin >= 0) Add(bin, parts[i], rows.AsSpan(i * columns, columns), keptOfEach[value]);
            }
        }

        waiting = 0;
    }

    /// <summary>
    /// Reads what the rows go to, and nothing else: a processor waits for all of it at once, and not for one after the
    /// other. Measured on winter-2024: 3 % of a replication.
    /// </summary>
    private void Fetch(int value)
    {
        const int SumsInCacheLine = 8;
        for (var i = 0; i < waiting; i++)
        {
            var bin = binOfEach[(i * keptOfEach.Length) + value];
            if (bin < 0) continue;
            var into = lower.AsSpan(At(bin, parts[i], 0), columns);
            for (var column = 0; column < into.Length; column += SumsInCacheLine) fetched ^= into[column];
        }
    }

    private int At(int bin, int part, int column) => (((bin * Parts) + part) * columns) + column;

    private Int128 At(int index) => new(unchecked((ulong)upper[index]), lower[index]); // two's complement

    private void Set(int index, Int128 sum) =>
        (lower[index], upper[index]) = ((ulong)(sum & ulong.MaxValue), (long)(sum >> 64));
}
