using System.Collections.Immutable;

namespace Resupply.Simulation;

/// <summary>How many worlds play the same replications, what is measured in each, which are held together.</summary>
/// <param name="Pairs">Of each pair of worlds the first is x and the second y: what is told is x − y.</param>
public sealed record PairedLayout(int Worlds, int Measures, ImmutableArray<(int First, int Second)> Pairs)
{
    private readonly ImmutableDictionary<(int First, int Second), int> indexes = Pairs
        .Select((pair, index) => KeyValuePair.Create(pair, index)).ToImmutableDictionary();

    /// <summary>Where the pair stands among the pairs.</summary>
    public int IndexOf(int first, int second) => indexes[(first, second)];

    /// <summary>Moments that a record of this layout holds.</summary>
    public long Size => (long)Measures * (Worlds + Pairs.Length);
}

/// <summary>
/// What worlds came to that played the same replications, alone and two by two. Integer sums only, so that records add
/// up to the same bytes in any order.
/// </summary>
public sealed class PairedRecord(PairedLayout layout)
{
    private readonly Moments[] alone = new Moments[layout.Worlds * layout.Measures];
    private readonly Moments[] together = new Moments[layout.Pairs.Length * layout.Measures];

    public PairedLayout Layout => layout;

    public long Replications { get; private set; }

    /// <summary>One world's own; replications in which the measure has no value are not counted.</summary>
    public ref readonly Moments Alone(int world, int measure) => ref alone[(world * layout.Measures) + measure];

    /// <summary>Of two worlds that are a pair, over the replications in which both have a value.</summary>
    public ref readonly Moments Together(int first, int second, int measure) =>
        ref together[(layout.IndexOf(first, second) * layout.Measures) + measure];

    /// <param name="outcomes">Of one replication, by world.</param>
    public void Add(ReadOnlySpan<Outcome> outcomes)
    {
        Replications++;
        for (var world = 0; world < outcomes.Length; world++)
        {
            var outcome = outcomes[world];
            var sums = alone.AsSpan(world * layout.Measures, layout.Measures);
            for (var measure = 0; measure < sums.Length; measure++)
            {
                if (!outcome.IsNone(measure)) sums[measure].Add(outcome[measure]);
            }
        }

        for (var pair = 0; pair < layout.Pairs.Length; pair++)
        {
            var (first, second) = (outcomes[layout.Pairs[pair].First], outcomes[layout.Pairs[pair].Second]);
            var sums = together.AsSpan(pair * layout.Measures, layout.Measures);
            for (var measure = 0; measure < sums.Length; measure++)
            {
                if (!first.IsNone(measure) && !second.IsNone(measure))
                    sums[measure].Add(first[measure], second[measure]);
            }
        }
    }

    public void Add(PairedRecord other)
    {
        if (other.Layout != layout)
            throw new ArgumentException("records of different layout do not merge", nameof(other));
        Replications += other.Replications;
        for (var i = 0; i < alone.Length; i++) alone[i].Add(other.alone[i]);
        for (var i = 0; i < together.Length; i++) together[i].Add(other.together[i]);
    }

    /// <summary>The same bytes for the same replications, however they were split and merged.</summary>
    public void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(Replications);
        foreach (var moments in alone) writer.Write(moments);
        foreach (var moments in together) writer.Write(moments);
    }
}
