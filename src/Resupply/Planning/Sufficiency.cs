using System.Collections.Immutable;
using Resupply.Answers;
using Resupply.Language;

namespace Resupply.Planning;

/// <summary>What is asked for.</summary>
/// <param name="Question">A name under `questions`.</param>
/// <param name="Paths">The values that are varied, each alone.</param>
public sealed record SufficiencyTerms(string Question, SoughtLevel Sought, ImmutableArray<string> Paths);

/// <summary>How much of each value would do for an answer to reach a level.</summary>
/// <param name="AsWritten">The answer with the file as it stands.</param>
public sealed record SufficiencyReport(
    RunCard Card,
    SufficiencyTerms Terms,
    Question Question,
    Answer AsWritten,
    ImmutableArray<VariedValue> Values,
    ImmutableArray<Diagnostic> Diagnostics);

/// <param name="Text">As the file has it.</param>
/// <param name="Points">In ascending order; `never` is last.</param>
/// <param name="Turn">
/// Where the answer begins or ceases to reach the level; null where it does not, or more than once.
/// </param>
public sealed record VariedValue(
    string Path, Measure Measure, string Text, ImmutableArray<SufficiencyPoint> Points, SufficiencyTurn? Turn);

/// <param name="Value">In base units; a date as its day number, infinite: never.</param>
/// <param name="Text">As it could be written in the file.</param>
/// <param name="Change">Against the file as it stands, on the same draws.</param>
public sealed record SufficiencyPoint(double Value, string Text, Answer Answer, Estimate? Change, bool IsReached);

/// <summary>Two neighbouring values, as near as was looked: the last that does and the first that does not.</summary>
public sealed record SufficiencyTurn(SufficiencyPoint Does, SufficiencyPoint DoesNot)
{
    /// <summary>It is the greater one that does.</summary>
    public bool DoesAbove => Does.Value > DoesNot.Value;
}
