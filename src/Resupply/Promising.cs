using System.Collections.Immutable;
using System.Numerics;
using Resupply.Language;
using Resupply.Planning;
using Resupply.Values;
using static System.FormattableString;

namespace Resupply;

/// <summary>
/// What each promise of a scenario is worth, and the last day on which it, or a course of action, is still of use: all
/// played on the same draws.
/// </summary>
public sealed class Promising
{
    /// <summary>Enough to tell a point of a probability.</summary>
    public const long ReplicationsDefault = 2_000;

    private const int Week = 7;

    private static readonly Fate[] Fates = [new Fate.Removed(), new Fate.Moved(-Week), new Fate.Moved(Week)];

    private readonly Scenario scenario;
    private readonly SoughtLevel? sought;
    private readonly RunOptions options;
    private readonly ImmutableArray<Promise> promises;
    private readonly ImmutableArray<Scenario> choices;
    private readonly Reach[] reaches;
    private readonly ImmutableArray<Reach[]> reachesOfChoices;
    private readonly Scenario played;
    private readonly ImmutableArray<Scenario> playedChoices;
    private readonly SigningStep step;
    private readonly ImmutableArray<Day> days;
    private readonly Judgement judgement;
    private readonly Action<long>? progress;
    private readonly CancellationToken cancellation;

    private Promising(
        Scenario scenario,
        ImmutableArray<Scenario> choices,
        PromisesTerms terms,
        RunOptions options,
        Action<long>? progress,
        CancellationToken cancellation)
    {
        this.scenario = scenario.Asking(terms.Questions);
        this.choices = [.. choices.Select(choice => choice.Asking(terms.Questions))];
        (sought, this.options, this.progress, this.cancellation) = (terms.Sought, options, progress, cancellation);
        promises = Promises.Of(scenario);
        reaches = Explaining.ReachesOnAnyDay(this.scenario);
        played = Explaining.Within(Reach.Together(reaches), this.scenario);
        reachesOfChoices = [.. this.choices.Select(Explaining.ReachesOnAnyDay)];
        playedChoices =
        [
            .. this.choices.Zip(reachesOfChoices, (each, own) => Explaining.Within(Reach.Together(own), each)),
        ];
        step = terms.Every ?? SigningStep.For(scenario.To - scenario.From);
        days = Permission.Days(scenario.From, scenario.To, step);
        judgement = new Judgement(Comparisons);
    }

    private int Questions => scenario.Questions.Length;

    private int Comparisons =>
        Math.Max(1, Questions * ((promises.Length * Fates.Length) + choices.Length));

    /// <param name="diagnostics">Of reading the scenario; they come back with those that are found here.</param>
    /// <returns>No report where a diagnostic says why not.</returns>
    public static (PromisesReport? Report, ImmutableArray<Diagnostic> Diagnostics) Find(
        Scenario scenario,
        RunOptions options,
        PromisesTerms terms,
        ImmutableArray<Diagnostic> diagnostics,
        Action<long>? progress = null,
        CancellationToken cancellation = default)
    {
        if (RunLimits.NotAsked(scenario, terms.Questions) is { } notAsked) return (null, diagnostics.Add(notAsked));
        if (terms.Sought is { } sought)
        {
            if (terms.Questions.IsEmpty) terms = terms with { Questions = NamesOfThoseThatCanReach(sought, scenario) };
            if (RunLimits.Beyond(scenario, scenario.Asking(terms.Questions).Questions, sought) is { } beyond)
                return (null, diagnostics.Add(beyond));
        }

        ImmutableArray<Scenario> others = [];
        if (scenario.Option == Scenario.BaseOption)
        {
            (others, diagnostics) = ScenarioReader.ReadEach(scenario.File, scenario.World, scenario.KnownOn);
            if (others.IsEmpty) return (null, diagnostics);
            others = others.RemoveAt(0);
        }

        var promising = new Promising(scenario, others, terms, options, progress, cancellation);
        return promising.WhyNot() is { } refused
            ? (null, diagnostics.Add(refused))
            : (promising.Report(diagnostics), diagnostics);
    }

    private static ImmutableArray<string> NamesOfThoseThatCanReach(SoughtLevel sought, Scenario scenario) =>
        [.. scenario.Questions.Where(question => !sought.IsBeyond(question)).Select(question => question.Name)];

    private Diagnostic? WhyNot()
    {
        if (promises.IsEmpty && choices.IsEmpty)
        {
            return RunLimits.Refused(
                scenario,
                "nothing is promised in this scenario, and there is no option: no day of anything can be too late",
                "declare what is to come under `shipments`, `releases`, `orders`, or what `joins` a crew or a fleet");
        }

        if (days.Length > Signing.DatesMax)
        {
            return RunLimits.Refused(
                scenario,
                Invariant($"{step.InWords} to {scenario.To} is {days.Length:N0} dates; ") +
                Invariant($"at most {Signing.DatesMax} are tried"),
                "try fewer: --every 1w, or 1month");
        }

        return RunLimits.TooManyPlans(scenario, options, PlansAtMost)
            ?? PairedAnswers.TooMuch(scenario, options, Math.Max(Kept, days.Length + 2), Kept + (2 * days.Length));
    }

    private int Kept => 1 + (promises.Length * Fates.Length) + choices.Length;

    private int PlansAtMost
    {
        get
        {
            var gap = days.Skip(1).Zip(days, (day, before) => day - before).DefaultIfEmpty(1).Max();
            var halvings = BitOperations.Log2((uint)gap) + 1;
            return Kept + ((promises.Count(IsTimed) + choices.Length)
                * (days.Length + 2 + ((halvings + 1) * (1 + (3 * Questions)))));
        }
    }

    private static bool IsTimed(Promise promise) => promise is Promise.Shipment or Promise.Release;

    private PromisesReport Report(ImmutableArray<Diagnostic> diagnostics)
    {
        var found = PairedAnswers.Of(Plans(), options, null, progress, cancellation);
        var last = promises.Select(LastDays).ToList();
        var ofChoices = choices.Select((choice, index) => Choice(choice, index, found)).ToList();
        return new PromisesReport(
            Reporting.CardOf(scenario, options.Seed, found.Replications),
            sought,
            step,
            days,
            [
                .. Enumerable.Range(0, Questions).Select(question => new PromisesOfQuestion(
                    scenario.Questions[question],
                    found.AnswerOf(0, question),
                    [.. promises.Select((promise, index) => new PromiseValue(
                        promise,
                        Judged(found, PlanOf(index, 0), question),
                        Judged(found, PlanOf(index, 1), question),
                        Judged(found, PlanOf(index, 2), question),
                        last[index].GetValueOrDefault(question)))],
                    [.. choices.Select((choice, index) => new OptionValue(
                        choice.Option,
                        Judged(found, PlanOf(promises.Length, index), question),
                        ofChoices[index].Dated,
                        ofChoices[index].Last.GetValueOrDefault(question)))])),
            ],
            Comparisons,
            diagnostics);
    }

    /// <summary>As written, with each promise kept otherwise, and each course of action.</summary>
    private SharedPlay Plans() => SharedPlay.OfChanges(
        [
            played,
            .. from promise in promises from fate in Fates select Promises.With(promise, fate, played),
            .. playedChoices,
        ],
        [.. Enumerable.Repeat(reaches, PlanOf(promises.Length, 0)), .. reachesOfChoices],
        (plan, reach) => plan >= PlanOf(promises.Length, 0)
            || reach.HasAnyOf(promises[(plan - 1) / Fates.Length].Path));

    private static int PlanOf(int promise, int fate) => 1 + (promise * Fates.Length) + fate;

    private JudgedAnswer Judged(PairedAnswers found, int plan, int question) =>
        JudgedAnswer.Of(found.Of(plan, question), judgement, found.Replications);

    /// <summary>By question, where the promise makes a difference to it on any day.</summary>
    private Dictionary<int, LastUsefulDay> LastDays(Promise promise)
    {
        if (!IsTimed(promise)) return [];
        return LastDays(
            day => Promises.With(promise, new Fate.On(day), played),
            played,
            reaches,
            question => reaches[question].HasAnyOf(promise.Path));
    }

    private (ImmutableArray<Promise> Dated, Dictionary<int, LastUsefulDay> Last) Choice(
        Scenario choice, int index, PairedAnswers found)
    {
        var dated = PuttingOff.Dated(choice, scenario);
        if (dated.IsEmpty) return (dated, []);
        return (dated, LastDays(
            day => day is { } known ? PuttingOff.By(known - scenario.From, dated, playedChoices[index]) : played,
            playedChoices[index],
            reachesOfChoices[index],
            question => !found.Of(PlanOf(promises.Length, index), question).IsSame));
    }

    /// <param name="reachesOfWritten">By question, of what is as written: what it removed is in those of all.</param>
    private Dictionary<int, LastUsefulDay> LastDays(
        Func<Day?, Scenario> with, Scenario asWritten, Reach[] reachesOfWritten, Func<int, bool> moves)
    {
        ImmutableArray<int> moved = [.. Enumerable.Range(0, Questions).Where(moves)];
        if (moved.IsEmpty) return [];
        var ofMoved = Reach.Together(
            [.. moved.Select(question => reaches[question]), .. moved.Select(question => reachesOfWritten[question])]);
        Scenario Asking(Scenario all) => Explaining.Within(ofMoved, all.AskingAt(moved));
        var byDay = new DayByDay(
            day => Asking(with(day)), days, Asking(asWritten), judgement, options, progress, cancellation);
        return new LastUsefulDays(byDay, sought).Find(moved);
    }
}
