using System.Collections.Immutable;
using Resupply.Answers;
using Resupply.Language;
using Resupply.Planning;

namespace Resupply;

/// <summary>
/// On which values an answer depends, and by how much: each value from which a way leads to it is changed a little, and
/// the calendar is played again on the same draws.
/// </summary>
public sealed class Explaining
{
    /// <summary>Enough to tell the largest from the others.</summary>
    public const long ReplicationsDefault = 1_000;

    private readonly Scenario scenario;
    private readonly Reach reach;
    private readonly RunOptions options;
    private readonly Action<long>? progress;
    private readonly CancellationToken cancellation;
    private readonly Model whole;

    private Explaining(
        Scenario scenario, Question asked, RunOptions options, Action<long>? progress, CancellationToken cancellation)
    {
        (this.options, this.progress, this.cancellation) = (options, progress, cancellation);
        this.scenario = scenario;
        reach = MapOf(scenario).Of(asked);
        Question = asked;
        whole = Model.Compile(scenario, options.Seed);
    }

    private Question Question { get; }

    /// <summary>Which values reach which of a scenario's answers.</summary>
    public static ReachMap MapOf(Scenario scenario) => new(
        scenario.Supply,
        scenario.Readiness,
        scenario.Production,
        scenario.Unknowns,
        scenario.Values,
        scenario.To);

    /// <summary>By question, what can make a difference to it.</summary>
    public static Reach[] ReachesOf(Scenario scenario)
    {
        var map = MapOf(scenario);
        return [.. scenario.Questions.Select(map.Of)];
    }

    /// <summary>The same, also if what comes came on another day.</summary>
    public static Reach[] ReachesOnAnyDay(Scenario scenario)
    {
        var map = MapOf(scenario);
        return [.. scenario.Questions.Select(map.OnAnyDay)];
    }

    /// <summary>The scenario without what makes no difference: no answer that is reached changes by a byte.</summary>
    public static Scenario Within(Reach reach, Scenario scenario)
    {
        var (supply, readiness, production) = reach.Within(scenario.Supply, scenario.Readiness, scenario.Production);
        return scenario with { Supply = supply, Readiness = readiness, Production = production };
    }

    /// <summary>The same, of what it asks as it stands.</summary>
    internal static Scenario Within(Scenario scenario) => Within(Reach.Together(ReachesOf(scenario)), scenario);

    /// <param name="scenario">With all its questions; only the one that is asked about is played.</param>
    /// <param name="diagnostics">Of reading the scenario; they come back with those that are found here.</param>
    /// <returns>No report where a diagnostic says why not.</returns>
    public static (WhyReport? Report, ImmutableArray<Diagnostic> Diagnostics) Find(
        Scenario scenario,
        RunOptions options,
        string question,
        ImmutableArray<Diagnostic> diagnostics,
        Action<long>? progress = null,
        CancellationToken cancellation = default)
    {
        if (RunLimits.NotAsked(scenario, [question]) is { } notAsked) return (null, diagnostics.Add(notAsked));
        var asked = scenario.Questions.First(each => each.Name == question);
        if (RunLimits.NotThere(scenario, asked) is { } notThere) return (null, diagnostics.Add(notThere));
        var explaining = new Explaining(scenario, asked, options, progress, cancellation);
        var plans = 1 + (2 * explaining.reach.Values.Length);
        if (PairedAnswers.TooMuch(explaining.Asking(scenario), options, plans) is { } tooMuch)
            return (null, diagnostics.Add(tooMuch));
        return (explaining.Report(diagnostics), diagnostics);
    }

    /// <summary>The scenario with that question alone, and without what makes no difference to it.</summary>
    private Scenario Asking(Scenario changed) => Within(reach, changed).Asking([Question.Name]);

    private WhyReport Report(ImmutableArray<Diagnostic> diagnostics)
    {
        var plans = NudgedRuns.PlansOf(scenario, reach.Values, whole.Once, options.Seed, Asking);
        var (written, changed) = new NudgedRuns(Asking(scenario), options, progress, cancellation).Play(plans);
        var byPath = changed.ToLookup(each => each.Path, each => each.Effects[0]);
        return new WhyReport(
            Reporting.CardOf(scenario, options.Seed, options.Replications),
            Question,
            written[0],
            [
                .. reach.Values.Select(value => InputOf(value, byPath[value.Path])).OfType<Input>()
                    .OrderByDescending(input => input.Effects[0].Size)
                    .ThenByDescending(input => input.Effects.Max(effect => effect.Differing)),
            ],
            [
                .. reach.Values.Where(value => byPath[value.Path].Any())
                    .Where(value => byPath[value.Path].All(effect => effect.Differing == 0)),
            ],
            [.. reach.Values.Where(value => !byPath[value.Path].Any())],
            [.. scenario.Values.Where(value => !reach.Has(value.Path))],
            diagnostics);
    }

    private Input? InputOf(Value value, IEnumerable<NudgeEffect> effects)
    {
        ImmutableArray<NudgeEffect> moving =
        [
            .. effects.Where(effect => effect.Differing > 0).OrderByDescending(effect => effect.Size)
                .ThenByDescending(effect => effect.Differing),
        ];
        return moving.IsEmpty
            ? null
            : new Input(value, DrawWords.Of(value, whole.Once), InputSupport.Of(value, scenario.Evidence), moving);
    }
}
