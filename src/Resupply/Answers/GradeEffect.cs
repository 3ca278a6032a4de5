using System.Collections.Immutable;

namespace Resupply.Answers;

/// <summary>
/// What one grade does to the answers: the plan as it stands, where what is of this grade comes with the probability
/// that the scenario states for it, beside the same plan in which it surely comes, on the same draws.
/// </summary>
/// <param name="Grade">`B2`.</param>
/// <param name="Probability">As written under `grades`.</param>
/// <param name="Shipments">That are `confirmed: graded` with this grade, in file order.</param>
/// <param name="Claims">That they rest on.</param>
/// <param name="Replications">Of each plan.</param>
/// <param name="Moved">The answers that differ in any replication, in file order.</param>
/// <param name="Unmoved">The questions whose answers are the same in every replication.</param>
public sealed record GradeEffect(
    string Grade,
    string Probability,
    ImmutableArray<string> Shipments,
    ImmutableArray<string> Claims,
    long Replications,
    ImmutableArray<MovedAnswer> Moved,
    ImmutableArray<string> Unmoved);

/// <param name="Paired">Its base is certain, the other graded; the change is what the grade does.</param>
/// <param name="IsTold">The change is beyond the error.</param>
public sealed record MovedAnswer(PairedAnswer Paired, bool IsTold);
