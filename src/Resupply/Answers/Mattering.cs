using System.Collections.Immutable;

namespace Resupply.Answers;

/// <summary>A value by how much the answers hang on it.</summary>
/// <param name="Part">
/// Its part of the clear swings of a question, averaged over the questions that any value swings: 1 is all of it.
/// </param>
/// <param name="Largest">Its swing where it has the largest part.</param>
public sealed record Mattering(string Path, double Part, Swing Largest)
{
    /// <summary>All values that swing an answer beyond chance, those that matter most first.</summary>
    public static ImmutableArray<Mattering> Of(IEnumerable<Swing> swings)
    {
        var clear = swings.Where(swing => swing.IsClear).GroupBy(swing => swing.Question).ToArray();
        var parts =
            from question in clear
            let whole = question.Sum(Size)
            from swing in question
            select (Swing: swing, Part: Size(swing) / whole);
        return
        [
            .. from each in parts
               group each by each.Swing.Path into value
               let part = value.Sum(each => each.Part) / clear.Length
               orderby part descending, value.Key
               select new Mattering(value.Key, part, value.MaxBy(each => each.Part).Swing),
        ];
    }

    private static double Size(Swing swing) => Math.Abs(swing.Difference.Value);
}
