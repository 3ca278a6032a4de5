namespace Resupply.Simulation;

/// <summary>What one replication of one world came to: a whole number for each measure, or none.</summary>
public sealed class Outcome(int measures)
{
    private readonly long[] values = new long[measures];
    private readonly bool[] isNone = new bool[measures];

    public int Measures => values.Length;

    public long this[int measure] => values[measure];

    public bool IsNone(int measure) => isNone[measure];

    public void Set(int measure, long value) => (values[measure], isNone[measure]) = (value, false);

    public void SetNone(int measure) => (values[measure], isNone[measure]) = (0, true);
}
