namespace Resupply.Simulation;

/// <summary>
/// What worlds came to that played the same replications, alone and two by two. Integer sums only, so that records add
/// up to the same bytes in any order.
/// </summary>
public sealed class PairedRecord(PairedLayout layout)
{
    private readonly Moments[] alone = new Moments[layout.Worlds * layout.Measures];
    private readonly Moments[] together = new Moments[layout.Pairs.Length * layout.Measures];
    private readonly long[] differing = new long[layout.Pairs.Length * layout.Measures];
    private readonly Tally?[] spreads = Spreads(layout);
    private readonly int[] ratios = [.. Measures(layout, PairedMeasure.Ratio)];
    private readonly CrossMoments[] crosses =
        new CrossMoments[layout.Pairs.Length * Measures(layout, PairedMeasure.Ratio).Count()];

    public PairedLayout Layout => layout;

    public long Replications { get; private set; }

    /// <summary>One world's own; replications in which the measure has no value are not counted.</summary>
    public ref readonly Moments Alone(int world, int measure) => ref alone[(world * layout.Measures) + measure];

    /// <summary>One world's own, with its distribution where the layout keeps it.</summary>
    public Tally TallyOf(int world, int measure) =>
        spreads.Length > 0 && spreads[(world * layout.Measures) + measure] is { } spread
            ? spread
            : new Tally(Alone(world, measure));

    /// <summary>
    /// Of two worlds that are a pair, over the replications in which both have a value; of a day, x and y are 1 where
    /// it never came, else 0. Nothing for a ratio.
    /// </summary>
    public ref readonly Moments Together(int first, int second, int measure) =>
        ref together[(layout.IndexOf(first, second) * layout.Measures) + measure];

    /// <summary>
    /// Of two worlds that are a pair: in how many replications the measure is not the same, or only one has it.
    /// </summary>
    public long Differing(int first, int second, int measure) =>
        differing[(layout.IndexOf(first, second) * layout.Measures) + measure];

    /// <summary>Of two worlds that are a pair, for a measure that is a ratio.</summary>
    public RatioPairs Ratios(int first, int second, int measure) => new(
        Alone(first, measure),
        Alone(second, measure),
        crosses[(layout.IndexOf(first, second) * ratios.Length) + Array.IndexOf(ratios, measure)]);

    /// <param name="outcomes">Of one replication, by world.</param>
    public void Add(ReadOnlySpan<Outcome> outcomes)
    {
        Replications++;
        for (var world = 0; world < outcomes.Length; world++) AddAlone(world, outcomes[world]);
        for (var pair = 0; pair < layout.Pairs.Length; pair++)
            AddTogether(pair, outcomes[layout.Pairs[pair].First], outcomes[layout.Pairs[pair].Second]);
    }

    public void Add(PairedRecord other)
    {
        if (other.Layout != layout)
            throw new ArgumentException("records of different layout do not merge", nameof(other));
        Replications += other.Replications;
        for (var i = 0; i < alone.Length; i++) alone[i].Add(other.alone[i]);
        for (var i = 0; i < together.Length; i++) together[i].Add(other.together[i]);
        for (var i = 0; i < differing.Length; i++) differing[i] += other.differing[i];
        for (var i = 0; i < spreads.Length; i++) spreads[i]?.Add(other.spreads[i]!);
        for (var i = 0; i < crosses.Length; i++) crosses[i].Add(other.crosses[i]);
    }

    /// <summary>The same bytes for the same replications, however they were split and merged.</summary>
    public void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(Replications);
        foreach (var moments in alone) writer.Write(moments);
        foreach (var moments in together) writer.Write(moments);
        foreach (var count in differing) writer.Write(count);
        foreach (var spread in spreads) spread?.Write(writer);
        foreach (var cross in crosses) writer.Write(cross);
    }

    private static IEnumerable<int> Measures(PairedLayout layout, PairedMeasure kind) =>
        Enumerable.Range(0, layout.Measures).Where(measure => layout.KindOf(measure) == kind);

    private static Tally?[] Spreads(PairedLayout layout)
    {
        if (!layout.Kinds.Any(HasSpread)) return [];
        var made = new Tally?[layout.Worlds * layout.Measures];
        for (var i = 0; i < made.Length; i++)
        {
            if (HasSpread(layout.Kinds[i % layout.Measures])) made[i] = new Tally(Record.MeasureBits);
        }

        return made;
    }

    private static bool HasSpread(PairedMeasure kind) => kind is PairedMeasure.Spread or PairedMeasure.Day;

    private void AddAlone(int world, Outcome outcome)
    {
        var first = world * layout.Measures;
        for (var measure = 0; measure < layout.Measures; measure++)
        {
            var (value, isNone) = (outcome[measure], outcome.IsNone(measure));
            if (spreads.Length > 0 && spreads[first + measure] is { } spread)
            {
                if (isNone) spread.AddNone();
                else spread.Add(value);
            }

            if (isNone) continue;
            ref var sums = ref alone[first + measure];
            if (layout.KindOf(measure) is PairedMeasure.Ratio) sums.Add(value, outcome.Whole(measure));
            else sums.Add(value);
        }
    }

    private void AddTogether(int pair, Outcome first, Outcome second)
    {
        var sums = together.AsSpan(pair * layout.Measures, layout.Measures);
        for (var measure = 0; measure < sums.Length; measure++)
        {
            if (!first.IsSameAs(second, measure)) differing[(pair * layout.Measures) + measure]++;
            var kind = layout.KindOf(measure);
            if (kind is PairedMeasure.Day) sums[measure].Add(One(first.IsNone(measure)), One(second.IsNone(measure)));
            if (kind is PairedMeasure.Day or PairedMeasure.Ratio) continue;
            if (!first.IsNone(measure) && !second.IsNone(measure)) sums[measure].Add(first[measure], second[measure]);
        }

        for (var i = 0; i < ratios.Length; i++)
        {
            var measure = ratios[i];
            if (first.IsNone(measure) || second.IsNone(measure)) continue;
            crosses[(pair * ratios.Length) + i].Add(
                first[measure], first.Whole(measure), second[measure], second.Whole(measure));
        }
    }

    private static long One(bool isSo) => isSo ? 1 : 0;
}
