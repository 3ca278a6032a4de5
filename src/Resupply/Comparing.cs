using System.Collections.Immutable;
using Resupply.Answers;
using Resupply.Language;
using Resupply.Planning;

namespace Resupply;

/// <summary>
/// Every option by every question: each option played on the same draws, so that what differs is the option's doing.
/// In each world apart, since nobody gives worlds a probability.
/// </summary>
public sealed class Comparing
{
    /// <summary>Enough to tell a point of a probability.</summary>
    public const long ReplicationsDefault = 2_000;

    private readonly Scenario scenario;
    private readonly ImmutableArray<string> worlds;
    private readonly ImmutableArray<string> options;
    private readonly ImmutableArray<Scenario> variants;
    private readonly Judgement judgement;

    private Comparing(Scenario scenario, ImmutableArray<Scenario> each, ComparisonTerms terms)
    {
        this.scenario = scenario;
        worlds = [.. each.Select(variant => variant.World).Distinct()];
        options =
        [
            scenario.Option,
            .. each.Select(variant => variant.Option).Distinct().Where(option => option != scenario.Option),
        ];
        variants =
        [
            .. from world in worlds
               from option in options
               select each.First(variant => (variant.World, variant.Option) == (world, option)).Asking(terms.Questions),
        ];
        judgement = new Judgement(Comparisons);
    }

    private int Questions => variants[0].Questions.Length;

    private int Comparisons => Math.Max(1, Questions * worlds.Length * (options.Length - 1));

    /// <param name="scenario">Of the option that the others are held against.</param>
    /// <param name="diagnostics">Of reading the scenario; they come back with those that are found here.</param>
    /// <returns>No report where a diagnostic says why not.</returns>
    public static (ComparisonReport? Report, ImmutableArray<Diagnostic> Diagnostics) Find(
        Scenario scenario,
        RunOptions options,
        ComparisonTerms terms,
        ImmutableArray<Diagnostic> diagnostics,
        Action<long>? progress = null,
        CancellationToken cancellation = default)
    {
        if (RunLimits.NotAsked(scenario, terms.Questions) is { } notAsked) return (null, diagnostics.Add(notAsked));
        var (each, found) = ScenarioReader.ReadEach(
            scenario.File, terms.AllWorlds ? null : scenario.World, scenario.KnownOn);
        if (each.IsEmpty) return (null, found);
        if (each.Length == 1) return (null, found.Add(Nothing(scenario)));
        var comparing = new Comparing(scenario, each, terms);
        if (comparing.TooMuch(options) is { } tooMuch) return (null, found.Add(tooMuch));
        return (comparing.Report(options, found, progress, cancellation), found);
    }

    private static Diagnostic Nothing(Scenario scenario) => RunLimits.Refused(
        scenario,
        "there is nothing to compare: the scenario has no option",
        "write what could be done under `options`");

    private Diagnostic? TooMuch(RunOptions asked) =>
        RunLimits.TooManyPlans(scenario, asked, variants.Length)
            ?? PairedAnswers.TooMuch(variants[0], asked, options.Length, Pairs.Length);

    /// <summary>Each option against each before it.</summary>
    private ImmutableArray<(int First, int Second)> Pairs =>
    [
        .. from first in Enumerable.Range(1, options.Length - 1)
           from second in Enumerable.Range(0, first)
           select (first, second),
    ];

    private ComparisonReport Report(
        RunOptions asked,
        ImmutableArray<Diagnostic> diagnostics,
        Action<long>? progress,
        CancellationToken cancellation)
    {
        var found = Played(asked, progress, cancellation);
        return new ComparisonReport(
            Reporting.CardOf(scenario, asked.Seed, found[0].Replications),
            options,
            worlds,
            [.. Enumerable.Range(0, Questions).Select(question => Compared(question, found))],
            Comparisons,
            diagnostics);
    }

    /// <summary>By world. What a world leaves as it was is played once, unless all are too much to keep.</summary>
    private ImmutableArray<PairedAnswers> Played(
        RunOptions asked, Action<long>? progress, CancellationToken cancellation)
    {
        var isTooMuch = PairedAnswers.TooMuch(variants[0], asked, variants.Length, worlds.Length * Pairs.Length);
        var together = isTooMuch is null ? worlds.Length : 1;
        var found = ImmutableArray.CreateBuilder<PairedAnswers>();
        while (found.Count < worlds.Length)
        {
            var done = found.Count;
            var answers = PairedAnswers.Of(
                SharedPlay.Of([.. variants.AsSpan().Slice(done * options.Length, together * options.Length)]),
                asked,
                [
                    .. from world in Enumerable.Range(0, together)
                       from pair in Pairs
                       select (PlanOf(world, pair.First), PlanOf(world, pair.Second)),
                ],
                more => progress?.Invoke(((done * asked.Replications) + (together * more)) / worlds.Length),
                cancellation);
            found.AddRange(Enumerable.Range(0, together).Select(world => answers.From(PlanOf(world, 0))));
        }

        return found.ToImmutable();
    }

    private int PlanOf(int world, int option) => (world * options.Length) + option;

    private ComparedQuestion Compared(int question, ImmutableArray<PairedAnswers> found)
    {
        var asked = AskedIn(question);
        var better = Answering.MoreIsBetter(asked);
        var each = worlds.Select((world, index) => InWorld(world, question, better, found[index])).ToImmutableArray();
        return new ComparedQuestion(
            asked,
            better,
            each,
            better is { } more && worlds.Length > 1
                ? [.. options.Select((_, option) => OverWorlds(option, question, more, each, found))]
                : []);
    }

    /// <summary>The question as an option has it that did not remove it.</summary>
    private Question AskedIn(int question)
    {
        var asked = variants.Select(variant => variant.Questions[question]).ToList();
        return asked.Find(each => each is not Question.Removed) ?? asked[0];
    }

    private ComparedWorld InWorld(string world, int question, bool? better, PairedAnswers found)
    {
        var each = options.Select((option, index) => InOption(option, index, question, found)).ToImmutableArray();
        var levels = each.Select(option => Answering.Level(option.Answer)).ToList();
        var known = levels.OfType<double>().ToList();
        if (better is not { } more || known.Count == 0) return new ComparedWorld(world, each, null, IsBestTold: false);
        var best = levels.IndexOf(more ? known.Max() : known.Min());
        var told = Enumerable.Range(0, options.Length).All(other => other == best || levels[other] is null
            || judgement.IsTold(Short(other, best, question, more, found), found.Replications));
        return new ComparedWorld(world, each, options[best], told);
    }

    private ComparedOption InOption(string option, int index, int question, PairedAnswers found)
    {
        if (index == 0)
            return new ComparedOption(option, found.AnswerOf(0, question), null, IsSame: true, IsTold: false, null);
        var paired = found.Of(index, question);
        var told = paired.Change is { } change && judgement.IsTold(change, found.Replications);
        return new ComparedOption(
            option,
            paired.Other,
            paired.Change,
            paired.IsSame,
            told,
            paired.Change is { } unclear && !told ? judgement.Needed(unclear, found.Replications) : null);
    }

    private OptionOverWorlds OverWorlds(
        int option,
        int question,
        bool more,
        ImmutableArray<ComparedWorld> each,
        ImmutableArray<PairedAnswers> found)
    {
        var answers = each.Select(world => (world.Options[option].Answer, world.World)).ToList();
        if (answers.Exists(one => Answering.Level(one.Answer) is null))
            return new OptionOverWorlds(options[option], null, null);
        var ordered = answers.OrderBy(one => Answering.Level(one.Answer)!.Value).ToList();
        var regrets = each.Select((world, index) =>
            (Short: Short(option, options.IndexOf(world.Best!), question, more, found[index]), world.World));
        return new OptionOverWorlds(
            options[option], more ? ordered[0] : ordered[^1], regrets.MaxBy(regret => regret.Short.Value));
    }

    /// <summary>By how much an option is worse than the best one, on the same draws; at least 0.</summary>
    private static Estimate Short(int option, int best, int question, bool more, PairedAnswers found)
    {
        if (option == best) return new Estimate(0, 0, 0, 0);
        var (first, second) = (Math.Max(option, best), Math.Min(option, best));
        var change = found.Change(first, second, question) ?? new Estimate(0, 0, 0, 0);
        return (first == best) == more ? change : new Estimate(-change.Value, -change.High, -change.Low, change.Error);
    }
}
