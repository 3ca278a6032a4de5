using System.Collections.Immutable;

namespace Resupply.Simulation;

/// <summary>What is kept of a measure in worlds that are held against one another.</summary>
public enum PairedMeasure
{
    /// <summary>Its moments.</summary>
    Number,

    /// <summary>Its moments, and its distribution in each world.</summary>
    Spread,

    /// <summary>A day that may never come: its distribution; of two worlds, whether it never came.</summary>
    Day,

    /// <summary>A ratio of two sums: the moments of both, and of two worlds what they have in common.</summary>
    Ratio,
}

/// <summary>How many worlds play the same replications, what is measured in each, which are held together.</summary>
/// <param name="Pairs">Of each pair of worlds the first is x and the second y: what is told is x − y.</param>
public sealed record PairedLayout(int Worlds, int Measures, ImmutableArray<(int First, int Second)> Pairs)
{
    /// <summary>A distribution takes as much room as about so many moments.</summary>
    private const int SpreadSize = 1_000;

    private readonly ImmutableDictionary<(int First, int Second), int> indexes = Pairs
        .Select((pair, index) => KeyValuePair.Create(pair, index)).ToImmutableDictionary();

    /// <summary>What each measure is; empty: all are numbers.</summary>
    public ImmutableArray<PairedMeasure> Kinds { get; init; } = [];

    /// <summary>Where the pair stands among the pairs.</summary>
    public int IndexOf(int first, int second) => indexes[(first, second)];

    public PairedMeasure KindOf(int measure) => Kinds.IsEmpty ? PairedMeasure.Number : Kinds[measure];

    /// <summary>Moments that a record of this layout holds, or what takes their room.</summary>
    public long Size =>
        ((long)Measures * (Worlds + Pairs.Length)) +
        ((long)SpreadSize * Worlds * Kinds.Count(kind => kind is PairedMeasure.Spread)) +
        ((long)Pairs.Length * Kinds.Count(kind => kind is PairedMeasure.Ratio));
}
