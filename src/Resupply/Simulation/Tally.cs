namespace Resupply.Simulation;

/// <summary>
/// What one measure came to, over replications: its moments, its distribution, how often there was none.
/// </summary>
public sealed class Tally(int bits)
{
    private Moments moments;

    /// <summary>What is known by its moments alone: no quantile can be told of it.</summary>
    public Tally(in Moments moments)
        : this(1) => this.moments = moments;

    public ref readonly Moments Moments => ref moments;

    public Histogram Histogram { get; } = new(bits);

    /// <summary>Replications in which the measure has no value: the day that never came.</summary>
    public long None { get; private set; }

    public void Add(long x)
    {
        moments.Add(x);
        Histogram.Add(x);
    }

    public void AddRatio(long x, long y) => moments.Add(x, y);

    public void AddNone() => None++;

    /// <summary>A quantile among all replications; infinite where it falls among those that have no value.</summary>
    public double Quantile(int permille) => Histogram.Quantile(permille, None);

    public void Add(Tally other)
    {
        moments.Add(other.moments);
        Histogram.Add(other.Histogram);
        None += other.None;
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(moments);
        writer.Write(None);
        Histogram.Write(writer);
    }

    public void AddFrom(BinaryReader reader)
    {
        moments.Add(reader.ReadMoments());
        None += reader.ReadInt64();
        Histogram.AddFrom(reader);
    }
}
