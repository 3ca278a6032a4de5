namespace Resupply.Simulation;

/// <summary>
/// What one replication of one world came to: a whole number for each measure, or two for a ratio of sums, or none.
/// </summary>
public sealed class Outcome
{
    private readonly long[] values;
    private readonly long[] wholes;
    private readonly bool[] isNone;

    /// <summary>Of no measure anything is known yet: all are none.</summary>
    public Outcome(int measures)
    {
        (values, wholes, isNone) = (new long[measures], new long[measures], new bool[measures]);
        Array.Fill(isNone, true);
    }

    public int Measures => values.Length;

    public long this[int measure] => values[measure];

    /// <summary>For a ratio: what the number is of.</summary>
    public long Whole(int measure) => wholes[measure];

    public bool IsNone(int measure) => isNone[measure];

    public bool IsSameAs(Outcome other, int measure) => isNone[measure]
        ? other.isNone[measure]
        : !other.isNone[measure] && (values[measure], wholes[measure]) == (
            other.values[measure], other.wholes[measure]);

    public void Set(int measure, long value) => (values[measure], isNone[measure]) = (value, false);

    public void Set(int measure, long value, long whole)
    {
        Set(measure, value);
        wholes[measure] = whole;
    }

    /// <summary>As it is in another.</summary>
    public void Copy(int measure, Outcome other) => (values[measure], wholes[measure], isNone[measure]) = (
        other.values[measure], other.wholes[measure], other.isNone[measure]);

    public void SetNone(int measure) => (values[measure], isNone[measure]) = (0, true);
}
