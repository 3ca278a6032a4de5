using System.Collections.Immutable;
using Resupply.Answers;
using Resupply.Evidence;
using Resupply.Language;

namespace Resupply.Planning;

/// <summary>What the numbers are made of, and how much of each answer hangs on what nobody vouches for.</summary>
/// <param name="Coverage">One for each basis, the firmest first.</param>
/// <param name="Questions">The same for each question that any value moves.</param>
public sealed record EvidenceReport(
    RunCard Card,
    EvidenceOverview Overview,
    ImmutableArray<Coverage> Coverage,
    ImmutableArray<QuestionCoverage> Questions,
    ImmutableArray<Diagnostic> Diagnostics);

/// <summary>The values of one basis.</summary>
/// <param name="Paths">In file order.</param>
/// <param name="Moves">
/// Their part of what moves the answers: each question's effects of all values, in size, add up to 1, and every
/// question
/// that anything moves counts the same. Null where none is moved.
/// </param>
public sealed record Coverage(Basis Basis, ImmutableArray<string> Paths, double? Moves);

/// <param name="Moves">By basis, their parts of what moves the answer; they add up to 1.</param>
/// <param name="Most">The values that move it most and that no evidence stands behind, the largest first.</param>
public sealed record QuestionCoverage(
    string Question, ImmutableSortedDictionary<Basis, double> Moves, ImmutableArray<Ungrounded> Most);

/// <summary>A value without evidence, and its part of what moves an answer.</summary>
public sealed record Ungrounded(string Path, Basis Basis, double Part);
