using System.Collections.Immutable;
using Resupply.Answers;
using Resupply.Language;
using Resupply.Planning;

namespace Resupply;

/// <summary>What the numbers of a scenario are made of, and how much of each answer hangs on what.</summary>
public static class Evidencing
{
    /// <summary>Enough to tell what moves an answer from what hardly does.</summary>
    public const long ReplicationsDefault = 250;

    private const int MostShown = 3;

    /// <param name="silentAfter">Days without a word after which a claim has gone silent.</param>
    /// <param name="diagnostics">Of reading the scenario; they come back with those that are found here.</param>
    /// <returns>No report where a diagnostic says why not.</returns>
    public static (EvidenceReport? Report, ImmutableArray<Diagnostic> Diagnostics) Find(
        Scenario scenario,
        RunOptions options,
        int silentAfter,
        ImmutableArray<Diagnostic> diagnostics,
        Action<long>? progress = null,
        CancellationToken cancellation = default)
    {
        var asked = scenario with { Questions = [.. scenario.Questions.Where(each => each is not Question.Removed)] };
        var plans = PlansOf(asked, options.Seed);
        if (PairedAnswers.TooMuch(asked, options, 1 + plans.Length) is { } tooMuch)
            return (null, diagnostics.Add(tooMuch));
        ImmutableArray<NudgedAnswers> changed = asked.Questions.IsEmpty
            ? []
            : new NudgedRuns(asked, options, progress, cancellation).Play(plans).Changed;
        ImmutableArray<QuestionCoverage> questions =
        [
            .. asked.Questions.Select((_, question) => CoverageOf(asked, question, changed))
                .OfType<QuestionCoverage>(),
        ];
        return (
            new EvidenceReport(
                Reporting.CardOf(scenario, options.Seed, options.Replications),
                scenario.EvidenceSeen(silentAfter),
                [.. Enum.GetValues<Basis>().Select(basis => CoverageOf(scenario, basis, questions))],
                questions,
                diagnostics),
            diagnostics);
    }

    /// <summary>The scenario with each value that can reach an answer a little otherwise.</summary>
    private static ImmutableArray<(Nudge Nudge, Scenario Plan)> PlansOf(Scenario asked, ulong seed)
    {
        var map = Explaining.MapOf(asked);
        var reached = asked.Questions.SelectMany(question => map.Of(question).Values.Select(value => value.Path))
            .ToHashSet(StringComparer.Ordinal);
        return NudgedRuns.PlansOf(
            asked,
            [.. asked.Values.Where(value => reached.Contains(value.Path))],
            Model.Compile(asked, seed).Once,
            seed,
            changed => changed with { Questions = asked.Questions });
    }

    private static Coverage CoverageOf(
        Scenario scenario, Basis basis, ImmutableArray<QuestionCoverage> questions) => new(
        basis,
        [.. scenario.Values.Where(value => value.Support.Basis == basis).Select(value => value.Path)],
        questions.IsEmpty ? null : questions.Average(each => each.Moves.GetValueOrDefault(basis)));

    /// <summary>Of one question, by the largest effect of each value; null where nothing moves it.</summary>
    private static QuestionCoverage? CoverageOf(Scenario asked, int question, ImmutableArray<NudgedAnswers> changed)
    {
        var sizes = changed
            .GroupBy(each => each.Path, each => each.Effects[question].Size, StringComparer.Ordinal)
            .ToDictionary(effects => effects.Key, effects => effects.Max(), StringComparer.Ordinal);
        var whole = asked.Values.Sum(value => sizes.GetValueOrDefault(value.Path)); // In file order: always the same.
        if (whole == 0) return null;
        return new QuestionCoverage(
            asked.Questions[question].Name,
            asked.Values
                .GroupBy(value => value.Support.Basis)
                .ToImmutableSortedDictionary(
                    values => values.Key, values => values.Sum(value => sizes.GetValueOrDefault(value.Path)) / whole),
            [
                .. asked.Values
                    .Where(value => value.Support.Basis != Basis.Evidence && sizes.GetValueOrDefault(value.Path) > 0)
                    .Select(value => new Ungrounded(value.Path, value.Support.Basis, sizes[value.Path] / whole))
                    .OrderByDescending(value => value.Part)
                    .Take(MostShown),
            ]);
    }
}
