using System.Collections.Immutable;
using Resupply.Answers;
using Resupply.Language;

namespace Resupply;

/// <summary>
/// The whole way from a scenario to a report: compile, replicate, answer, hold against what is exact.
/// </summary>
public static class RunOnce
{
    /// <returns>The report, and what cannot be chance between simulation and exact answers; null where all is
    /// well.</returns>
    public static (RunReport Report, string? Contradiction) Answer(
        Scenario scenario,
        RunOptions options,
        ImmutableArray<Diagnostic> diagnostics,
        Action<long>? progress = null,
        CancellationToken cancellation = default)
    {
        var model = Model.Compile(scenario, options.Seed, options.Charts, options.Audited);
        var (exact, tooLarge) = ExactAnswers.Of(
            model.Asked, model.Supply, model.Readiness, model.Production, model.Once);
        var notes = tooLarge.Select(
            each => RunLimits.NotExact(scenario, each.Question, each.Reason)).ToImmutableArray();
        notes = notes.AddRange(
            from question in model.Asked
            let warning = exact.GetValueOrDefault(question.Name)?.Warning
            where warning is not null
            select RunLimits.Doubtful(scenario, question, warning));
        var record = Runs.Replicate(model, options, progress, cancellation);
        if (options.Precision is { } precision && !Runs.IsPrecise(model, record, precision))
            notes = notes.Add(RunLimits.NotPrecise(scenario, precision, record.Replications));
        var (grades, unlooked) = GradeEffects.Of(scenario, options, cancellation);
        var report = Reporting.Report(model, record, exact, [.. diagnostics, .. notes, .. unlooked]) with
        {
            Grades = grades,
        };
        var contradiction = model.Asked
            .Select((question, measure) => exact.TryGetValue(question.Name, out var known)
                ? ExactComparison.Contradiction(question, record.Measures[measure], known, Answering.Scale(question))
                : null)
            .FirstOrDefault(sentence => sentence is not null);
        return (report, contradiction);
    }
}
