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

    private readonly Int128[] sums = new Int128[bins * Parts * columns];
    private readonly Moments[] totals = new Moments[measures * Parts];

    public static int PartOf(long replication) => (int)(replication % Parts);

    /// <summary>One replication's row, into a bin that one value was in.</summary>
    public void Add(int bin, int part, ReadOnlySpan<long> row)
    {
        var into = sums.AsSpan(((bin * Parts) + part) * columns, columns);
        for (var column = 0; column < into.Length; column++) into[column] += row[column];
    }

    /// <summary>One replication's measure, whatever the values were: x of y.</summary>
    public void AddTotal(int measure, int part, long x, long y) => totals[(measure * Parts) + part].Add(x, y);

    /// <summary>The sum of a column over the replications of a part in which the value was in the bin.</summary>
    public Int128 Sum(int bin, int part, int column) => sums[(((bin * Parts) + part) * columns) + column];

    public ref readonly Moments Total(int measure, int part) => ref totals[(measure * Parts) + part];

    public void Add(BinnedSums other)
    {
        for (var i = 0; i < sums.Length; i++) sums[i] += other.sums[i];
        for (var i = 0; i < totals.Length; i++) totals[i].Add(other.totals[i]);
    }

    public void Write(BinaryWriter writer)
    {
        foreach (var sum in sums) writer.Write(sum);
        foreach (var total in totals) writer.Write(total);
    }

    public void AddFrom(BinaryReader reader)
    {
        for (var i = 0; i < sums.Length; i++) sums[i] += reader.ReadSum();
        for (var i = 0; i < totals.Length; i++) totals[i].Add(reader.ReadMoments());
    }
}
