using System.Collections.Immutable;

namespace Resupply.Evidence;

/// <summary>A claim with how good it is, what rests on it, and what became of it.</summary>
/// <param name="Source">Null where it names none.</param>
/// <param name="Grade">`B2`; null where the reliability or the credibility is not stated.</param>
/// <param name="Group">Who says it independently of others.</param>
/// <param name="Retold">The other known claims of its group, in file order: they add nothing to it.</param>
/// <param name="Quote">What became of its quote; null where it has none.</param>
/// <param name="Values">The paths of the values that rest on it, in file order.</param>
/// <param name="Questions">The questions beside whose answers it is set.</param>
/// <param name="SupersededBy">The claims that replace it.</param>
public sealed record ClaimStanding(
    Claim Claim,
    Source? Source,
    string? Grade,
    string Group,
    ImmutableArray<string> Retold,
    QuoteCheck? Quote,
    ImmutableArray<string> Values,
    ImmutableArray<string> Questions,
    ImmutableArray<string> SupersededBy)
{
    public bool IsUsed => !Values.IsEmpty || !Questions.IsEmpty;

    /// <summary>Neither withdrawn nor superseded.</summary>
    public bool Stands => Claim.Withdrawn is null && SupersededBy.IsEmpty;

    /// <summary>Its words do not stand where it says they do.</summary>
    public bool QuoteFails => Quote is QuoteCheck.Missing;
}

/// <summary>A claim on which something rests, and of which nobody has spoken for a long time.</summary>
/// <param name="LastHeard">When somebody of its group last said anything.</param>
/// <param name="Days">Since then.</param>
public sealed record SilentClaim(ClaimStanding Standing, Values.Day LastHeard, int Days);

/// <summary>Two claims that cannot hold together.</summary>
public sealed record Conflict(ClaimStanding One, ClaimStanding Other)
{
    /// <summary>Both stand, and something rests on each: the file cannot have it both ways.</summary>
    public bool IsOpen => One is { IsUsed: true, Stands: true } && Other is { IsUsed: true, Stands: true };
}
