namespace Resupply.Answers;

/// <summary>
/// Where each measure stands in the row that a replication adds to its values' bins. An answer is the sum of x over the
/// sum of y: y is 1 of a plain mean, what x is of for a ratio of sums, and 0 where the replication has no such value.
/// </summary>
/// <param name="Wholes">The column of each measure's y; 0, the column of ones, where it is always 1.</param>
/// <param name="Length">Numbers in the row.</param>
public sealed record MeasureColumns(int[] Wholes, int Length)
{
    public static MeasureColumns Of(IReadOnlyList<Question> asked)
    {
        var next = asked.Count + 1;
        return new MeasureColumns([.. asked.Select(question => HasWhole(question) ? next++ : 0)], next);
    }

    /// <summary>The column of a measure's x.</summary>
    public static int Of(int measure) => measure + 1;

    /// <summary>The columns of some measures, and that of ones, in ascending order.</summary>
    public int[] Of(IEnumerable<int> measures) =>
        [.. measures.SelectMany(measure => (int[])[Of(measure), Wholes[measure]]).Append(0).Distinct().Order()];

    private static bool HasWhole(Question question) => question is
        Question.Met { AtLeast: null } or Question.Busy // ratios of sums
        or Question.DaysOfSupply or Question.Available { AtLeast: null }; // not in every replication
}
