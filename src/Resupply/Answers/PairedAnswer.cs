namespace Resupply.Answers;

/// <summary>One question in two scenarios that played the same replications.</summary>
/// <param name="Change">
/// The other's answer less the base's: of a probability or a share, as a share (0.04 is four points); of a quantity, in
/// its unit; of a date, the probability that it never comes. Null where one of them has none.
/// </param>
/// <param name="IsSame">It is the same in every replication; a date, also that its day is.</param>
public sealed record PairedAnswer(Question Question, Answer Base, Answer Other, Estimate? Change, bool IsSame)
{
    /// <summary>Of a date: how many days later the other's median is; null where one of them has none.</summary>
    public int? MedianDaysLater => (Base, Other) is
        (Answer.Date { Estimate.P50: { } before }, Answer.Date { Estimate.P50: { } after }) ? after - before : null;
}
