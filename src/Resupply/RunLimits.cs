using System.Collections.Immutable;
using Resupply.Answers;
using Resupply.Language;
using Resupply.Planning;
using static System.FormattableString;

namespace Resupply;

/// <summary>What a run may ask for; past it, a diagnostic before anything is begun.</summary>
public static class RunLimits
{
    public static IEnumerable<Diagnostic> Check(Scenario scenario, RunOptions options)
    {
        var steps = Runs.Steps(scenario, options.Replications);
        if (steps <= Runs.StepsMax) yield break;
        var events = Runs.Events(scenario);
        var and = events < 1 ? "" : Invariant($" and about {events:N0} failures, repairs and the like");
        var fewer = (long)(options.Replications * (Runs.StepsMax / steps));
        yield return new Diagnostic(
            Severity.Error,
            scenario.File,
            default,
            Invariant($"{options.Replications:N0} replications of {scenario.Days:N0} days with ") +
            Invariant($"{Runs.Things(scenario):N0} things{and} are {steps:0.0E+0} steps; ") +
            Invariant($"at most {Runs.StepsMax:0.0E+0} are run"),
            fewer > 0
                ? $"ask for fewer: --replications {fewer}"
                : "a single one takes too long: plan for fewer days, things or failures",
            "");
    }

    /// <summary>A scenario that is played in several ways; null where that does not take too long.</summary>
    /// <param name="plans">How many ways.</param>
    public static Diagnostic? TooManyPlans(Scenario scenario, RunOptions options, int plans)
    {
        var steps = Runs.Steps(scenario, options.Replications) * plans;
        return steps <= Runs.StepsMax
            ? null
            : Refused(
                scenario,
                Invariant($"{options.Replications:N0} replications of {plans:N0} plans are {steps:0.0E+0} ") +
                Invariant($"steps; at most {Runs.StepsMax:0.0E+0} are run"),
                $"ask for fewer: --replications {Math.Max(1, (long)(options.Replications * Runs.StepsMax / steps))}");
    }

    /// <summary>Something asked on the command line that this scenario has no answer to.</summary>
    public static Diagnostic Refused(Scenario scenario, string message, string? hint) =>
        new(Severity.Error, scenario.File, default, message, hint, "");

    /// <summary>Questions that were named and that the scenario does not ask; null where there is none.</summary>
    public static Diagnostic? NotAsked(Scenario scenario, ImmutableArray<string> names)
    {
        var asked = scenario.Questions.Select(each => each.Name).ToImmutableArray();
        if (asked.IsEmpty) return Refused(scenario, "the scenario asks nothing", "add `questions`");
        return names.FirstOrDefault(name => !asked.Contains(name)) is { } unknown
            ? Refused(scenario, $"there is no question `{unknown}`", Nearest.HintFor(unknown, asked, "there is none"))
            : null;
    }

    /// <summary>A question about a thing that an option or a world removed; null where it is there.</summary>
    public static Diagnostic? NotThere(Scenario scenario, Question asked) => asked is Question.Removed
        ? Refused(scenario, $"question `{asked.Name}` is about a thing that is not there", null)
        : null;

    /// <summary>A level that an answer cannot have; null where all can.</summary>
    public static Diagnostic? Beyond(Scenario scenario, ImmutableArray<Question> questions, SoughtLevel sought)
    {
        if (questions.FirstOrDefault(sought.IsBeyond) is not { } asked) return null;
        var (kind, what, hint) = sought.InPercent
            ? ("a quantity", "no percentage", "write a number in its unit")
            : ("a share", Invariant($"never {sought.Level}"), Invariant($"write {sought.Level}%"));
        return Refused(scenario, $"`{asked.Name}` is answered by {kind}, which is {what}", hint);
    }

    public static Diagnostic NotPrecise(Scenario scenario, double precision, long replications) => new(
        Severity.Warning,
        scenario.File,
        default,
        Invariant($"not every answer is as precise as {precision * 100:0.###} % after {replications:N0} replications"),
        "ask for less, or begin with more replications",
        "");

    public static Diagnostic NotExact(Scenario scenario, Question question, string reason) => new(
        Severity.Note,
        scenario.File,
        question.At,
        $"question `{question.Name}` has no exact answer beside the simulation: {reason}",
        null,
        "");

    /// <summary>An approximation whose conditions the scenario does not meet.</summary>
    public static Diagnostic Doubtful(Scenario scenario, Question question, string warning) => new(
        Severity.Warning,
        scenario.File,
        question.At,
        $"question `{question.Name}`: {warning}",
        null,
        "");
}
