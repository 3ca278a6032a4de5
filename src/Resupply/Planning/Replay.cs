using System.Collections.Immutable;
using Resupply.Answers;
using Resupply.Language;
using Resupply.Values;

namespace Resupply.Planning;

/// <summary>What is asked for.</summary>
/// <param name="Question">A name under `questions`.</param>
/// <param name="From">The first day as of which it is answered.</param>
/// <param name="To">The last; not before the first.</param>
public sealed record ReplayTerms(string Question, Day From, Day To);

/// <summary>An answer as it stood day by day, and what changed it, in the order in which that became known.</summary>
/// <param name="Days">The first day, and each on which what is played changed; on the others it is as before.</param>
/// <param name="Steps">From the first day's answer to the last one's, one after the other.</param>
/// <param name="Entries">The same steps, put together where they belong together.</param>
/// <param name="Change">The last day's answer less the first one's, with the error of that difference.</param>
/// <param name="IsTold">That is beyond the error.</param>
/// <param name="Idle">What became known between both days and changes nothing that is played.</param>
/// <param name="Changing">The first and the last day on which the file says that anything changes; null: on
/// none.</param>
public sealed record ReplayReport(
    RunCard Card,
    ReplayTerms Terms,
    Question Question,
    ImmutableArray<ReplayedDay> Days,
    ImmutableArray<ReplayStep> Steps,
    ImmutableArray<ReplayEntry> Entries,
    Estimate Change,
    bool IsTold,
    ImmutableArray<News> Idle,
    (Day First, Day Last)? Changing,
    ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>The answer on the last day.</summary>
    public ReplayedDay Last => Days[^1];
}

/// <summary>What `resupply run --known-on` that day would have answered.</summary>
/// <param name="Answer">Null where the plan as known that day could not be run.</param>
/// <param name="Level">The answer as one number.</param>
/// <param name="Refusal">Why it could not be run.</param>
public sealed record ReplayedDay(Day Day, Answer? Answer, Fraction? Level, string? Refusal);

/// <summary>
/// What became known at once, and by how much it changed the answer. Several things stand together only where the plan
/// could not be run with the first of them alone.
/// </summary>
/// <param name="On">The day as of which it counts.</param>
/// <param name="Passing">From which today to which, where days passed; null where none did.</param>
/// <param name="Changes">The values that are others since.</param>
/// <param name="Claims">What those rest on, and what was said.</param>
/// <param name="Change">With the error of the difference over the same replications.</param>
/// <param name="IsTold">It is beyond the error, at 5 % over all steps together.</param>
public sealed record ReplayStep(
    Day On,
    ImmutableArray<News> News,
    (Day From, Day To)? Passing,
    ImmutableArray<ChangedValue> Changes,
    ImmutableArray<Statement> Claims,
    Fraction Before,
    Fraction After,
    Estimate Change,
    bool IsTold);

/// <summary>
/// Steps that belong together: days that passed, and what is known of them since; or one step alone. That days pass
/// without what was used on them is the half of something.
/// </summary>
/// <param name="Steps">One after the other, at least one.</param>
/// <param name="Change">Of all of them together.</param>
public sealed record ReplayEntry(ImmutableArray<ReplayStep> Steps, Estimate Change, bool IsTold)
{
    public Fraction Before => Steps[0].Before;

    public Fraction After => Steps[^1].After;
}

/// <param name="Before">As it was written; null where nothing was known.</param>
public sealed record ChangedValue(string Path, string? Before, string? After);
