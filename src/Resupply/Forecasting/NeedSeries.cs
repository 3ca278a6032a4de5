using System.Collections.Immutable;

namespace Resupply.Forecasting;

/// <summary>What was needed in each of many periods that follow one another; a period may be not known.</summary>
/// <param name="Name">As the file has it.</param>
/// <param name="Step">Whether a period is a day or a month.</param>
/// <param name="First">The number of the first period: see <see cref="Period"/>.</param>
/// <param name="Counts">Units needed, 0 or more; <see cref="NotKnown"/> where nobody knows.</param>
public sealed record NeedSeries(string Name, PeriodStep Step, int First, ImmutableArray<long> Counts)
{
    /// <summary>Stands for a count that is not known: missing, which is not zero.</summary>
    public const long NotKnown = -1;

    public int Length => Counts.Length;

    public Period Last => PeriodAt(Length - 1);

    public long Units => Counts.Sum(count => Math.Max(count, 0));

    public int Zeros => Counts.Count(count => count == 0);

    public int Gaps => Counts.Count(count => count == NotKnown);

    /// <summary>The count at an index; null where it is not known.</summary>
    public long? KnownAt(int index) => Counts[index] == NotKnown ? null : Counts[index];

    /// <summary>The period at an index, which may lie behind the last.</summary>
    public Period PeriodAt(int index) => new(Step, First + index);

    /// <summary>The series as it stood at the end of its first so many periods.</summary>
    public NeedSeries Until(int length) => this with { Counts = Counts[..length] };
}

public enum PeriodStep
{
    Day,
    Month,
}
