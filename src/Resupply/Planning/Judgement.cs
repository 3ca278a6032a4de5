using Resupply.Answers;
using Resupply.Values;

namespace Resupply.Planning;

/// <summary>
/// What can be told from what beyond the simulation's own error. Where many comparisons are made, some look like
/// findings by chance: each must be clear at 5 % over their number (Bonferroni's inequality), so that all hold together
/// at 95 %.
/// </summary>
/// <param name="comparisons">At least 1.</param>
public sealed class Judgement(int comparisons)
{
    /// <summary>Fewer replications tell nothing: the normal law does not hold yet.</summary>
    public const long ReplicationsMin = 30;

    private readonly double errors =
        DeterministicMath.NormalQuantile(1 - ((1 - Answer.Confidence) / 2 / comparisons));

    /// <summary>More than nothing.</summary>
    public bool IsGain(Estimate? change, long replications) =>
        change is { } known && known.Value > 0 && IsTold(known, replications);

    /// <summary>Not nothing.</summary>
    public bool IsTold(Estimate change, long replications) =>
        replications >= ReplicationsMin && Math.Abs(change.Value) > errors * change.Error;

    /// <summary>About how many replications would tell this change from nothing; null where it is nothing.</summary>
    /// <remarks>The error falls with the root of their number.</remarks>
    public double? Needed(Estimate change, long replications)
    {
        if (change.Value == 0) return null;
        var ratio = errors * change.Error / change.Value;
        return Math.Max(ReplicationsMin, replications * ratio * ratio);
    }

    /// <param name="spare">What the best spare does; null where there is none.</param>
    /// <param name="difference">What it does less what the best team does; null where there is none.</param>
    public Bound BoundBy(Estimate? spare, Estimate? team, Estimate? difference, long replications)
    {
        var (parts, people) = (IsGain(spare, replications), IsGain(team, replications));
        if (!parts && !people) return Bound.Nothing;
        if (spare is null) return Bound.People;
        if (team is null) return Bound.Parts;
        if (difference is not { } known || !IsTold(known, replications)) return Bound.Either;
        return (known.Value > 0, parts, people) switch
        {
            (true, true, _) => Bound.Parts,
            (false, _, true) => Bound.People,
            _ => Bound.Either,
        };
    }
}
