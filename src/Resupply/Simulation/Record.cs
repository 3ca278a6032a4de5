namespace Resupply.Simulation;

/// <summary>How much of each kind a record holds. Two records merge when their layouts are equal.</summary>
/// <param name="Measures">What the questions ask, one tally each.</param>
/// <param name="Swings">Values drawn once whose lowest and highest fifth are watched.</param>
/// <param name="Bins">Bins of all those values together.</param>
/// <param name="Columns">What a replication adds to the bins that its values are in.</param>
/// <param name="Series">What the report draws, one tally for each day or date.</param>
/// <param name="Counters">Plain sums over replications, of which the mean is asked and no more.</param>
public sealed record RecordLayout(int Measures, int Swings, int Bins, int Columns, int Series, int Counters);

/// <summary>
/// What many replications came to: counts and integer sums only, so that records add up to the same bytes in any order.
/// </summary>
public sealed class Record
{
    private const int FormatVersion = 3;
    internal const int MeasureBits = 13;
    private const int SeriesBits = 10;

    public Record(RecordLayout layout)
    {
        Layout = layout;
        Measures = Make(layout.Measures, () => new Tally(MeasureBits));
        Series = Make(layout.Series, () => new Tally(SeriesBits));
        Low = new Moments[layout.Swings * layout.Measures];
        High = new Moments[layout.Swings * layout.Measures];
        Binned = new BinnedSums(layout.Measures, layout.Bins, layout.Columns);
        Counters = new long[layout.Counters];
    }

    public RecordLayout Layout { get; }

    public long Replications { get; set; }

    public Tally[] Measures { get; }

    public Tally[] Series { get; }

    /// <summary>
    /// Each measure where a value drawn once is in its lowest fifth: index swing × measures + measure.
    /// </summary>
    public Moments[] Low { get; }

    /// <summary>As <see cref="Low"/>, in its highest fifth.</summary>
    public Moments[] High { get; }

    /// <summary>Each measure by bins of each value drawn once.</summary>
    public BinnedSums Binned { get; }

    public long[] Counters { get; }

    public void Add(Record other)
    {
        if (other.Layout != Layout)
            throw new ArgumentException("records of different layout do not merge", nameof(other));
        Replications += other.Replications;
        for (var i = 0; i < Measures.Length; i++) Measures[i].Add(other.Measures[i]);
        for (var i = 0; i < Series.Length; i++) Series[i].Add(other.Series[i]);
        for (var i = 0; i < Low.Length; i++) Low[i].Add(other.Low[i]);
        for (var i = 0; i < High.Length; i++) High[i].Add(other.High[i]);
        Binned.Add(other.Binned);
        for (var i = 0; i < Counters.Length; i++) Counters[i] += other.Counters[i];
    }

    /// <summary>The same bytes for the same replications, however they were split and merged.</summary>
    public void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(FormatVersion);
        foreach (var size in (int[])
            [Layout.Measures, Layout.Swings, Layout.Bins, Layout.Columns, Layout.Series, Layout.Counters])
            writer.Write(size);
        writer.Write(Replications);
        foreach (var tally in Measures) tally.Write(writer);
        foreach (var tally in Series) tally.Write(writer);
        foreach (var moments in Low) writer.Write(moments);
        foreach (var moments in High) writer.Write(moments);
        Binned.Write(writer);
        foreach (var counter in Counters) writer.Write(counter);
    }

    public static Record Read(Stream stream)
    {
        using var reader = new BinaryReader(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        var version = reader.ReadInt32();
        if (version != FormatVersion)
            throw new InvalidDataException($"a record of version {version}; this reads {FormatVersion}");
        int Size() => reader.ReadInt32();
        var layout = new RecordLayout(Size(), Size(), Size(), Size(), Size(), Size());
        var record = new Record(layout) { Replications = reader.ReadInt64() };
        foreach (var tally in record.Measures) tally.AddFrom(reader);
        foreach (var tally in record.Series) tally.AddFrom(reader);
        for (var i = 0; i < record.Low.Length; i++) record.Low[i] = reader.ReadMoments();
        for (var i = 0; i < record.High.Length; i++) record.High[i] = reader.ReadMoments();
        record.Binned.AddFrom(reader);
        for (var i = 0; i < record.Counters.Length; i++) record.Counters[i] = reader.ReadInt64();
        return record;
    }

    private static T[] Make<T>(int count, Func<T> one)
    {
        var made = new T[count];
        for (var i = 0; i < count; i++) made[i] = one();
        return made;
    }
}

/// <summary>Moments as bytes.</summary>
internal static class MomentsFormat
{
    public static void Write(this BinaryWriter writer, in Moments moments)
    {
        writer.Write(moments.Count);
        foreach (var sum in (Int128[])[moments.X, moments.XX, moments.Y, moments.YY, moments.XY]) Write(writer, sum);
    }

    public static void Write(this BinaryWriter writer, in CrossMoments moments)
    {
        foreach (var sum in (Int128[])[moments.XX, moments.XY, moments.YX, moments.YY]) Write(writer, sum);
    }

    public static Moments ReadMoments(this BinaryReader reader) => new(
        reader.ReadInt64(), ReadSum(reader), ReadSum(reader), ReadSum(reader), ReadSum(reader), ReadSum(reader));

    public static void Write(this BinaryWriter writer, Int128 sum)
    {
        writer.Write((ulong)(sum & ulong.MaxValue));
        writer.Write((long)(sum >> 64));
    }

    public static Int128 ReadSum(this BinaryReader reader)
    {
        var low = reader.ReadUInt64();
        return new Int128(unchecked((ulong)reader.ReadInt64()), low);
    }
}
