using System.Collections.Immutable;
using Resupply.Answers;
using Resupply.Evidence;
using Resupply.Language;

namespace Resupply.Planning;

/// <summary>What an answer depends on.</summary>
/// <param name="AsWritten">The answer with the file as it stands.</param>
/// <param name="Inputs">Those that change the answer, the one that moves it most first.</param>
/// <param name="Silent">From which a way leads to the answer, and which changed it in no replication.</param>
/// <param name="NotTried">From which a way leads, and of which a little more or less could not be played.</param>
/// <param name="Unreached">From which no way leads to the answer.</param>
public sealed record WhyReport(
    RunCard Card,
    Question Question,
    Answer AsWritten,
    ImmutableArray<Input> Inputs,
    ImmutableArray<Value> Silent,
    ImmutableArray<Value> NotTried,
    ImmutableArray<Value> Unreached,
    ImmutableArray<Diagnostic> Diagnostics);

/// <summary>A value on which an answer depends.</summary>
/// <param name="Draw">"fixed", "drawn once: triangular", "drawn each time: exponential".</param>
/// <param name="Effects">At least one, the largest first.</param>
public sealed record Input(Value Value, string Draw, InputSupport Support, ImmutableArray<NudgeEffect> Effects);

/// <summary>What the answer does where a value is a little otherwise.</summary>
/// <param name="Change">Against the file as it stands, on the same draws; null where one of both has none.</param>
/// <param name="DaysLater">Of a date, by how much its median is later; null where there is none.</param>
/// <param name="Differing">In so many replications the answer is another.</param>
public sealed record NudgeEffect(string Words, Estimate? Change, int? DaysLater, long Differing)
{
    /// <summary>By this inputs are ordered.</summary>
    public double Size => Math.Abs(Change?.Value ?? 0);
}

/// <summary>What a value rests on, to be told. Closed: the cases below are all.</summary>
public abstract record InputSupport
{
    public sealed record Evidence(ImmutableArray<CitedClaim> Claims) : InputSupport;

    public sealed record Assumption(string Because) : InputSupport;

    /// <param name="Because">Empty where nothing is said.</param>
    public sealed record Decision(string Because) : InputSupport;

    public sealed record Unsupported : InputSupport;

    /// <summary>A value's, with what is known of its claims.</summary>
    public static InputSupport Of(Value value, EvidencePlan evidence) => value.Support.Basis switch
    {
        Basis.Decision => new Decision(value.Support.Assume ?? ""),
        Basis.Evidence => new Evidence(
        [
            .. value.Support.Claims.Select(evidence.ClaimNamed).OfType<Claim>()
                .Select(claim => Cited(claim, evidence)),
        ]),
        Basis.Assumption => new Assumption(value.Support.Assume!),
        _ => new Unsupported(),
    };

    private static CitedClaim Cited(Claim claim, EvidencePlan evidence) => new(
        claim, evidence.SourceOf(claim), evidence.GradeOf(claim), evidence.SupersededBy(claim));
}

/// <param name="Grade">`B2`; null where its source or itself is not graded.</param>
/// <param name="SupersededBy">The claims that replace it; none where it stands.</param>
public sealed record CitedClaim(
    Claim Claim, Source? Source, string? Grade, ImmutableArray<string> SupersededBy);
