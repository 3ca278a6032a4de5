using System.Collections.Immutable;
using Resupply.Answers;
using Resupply.Language;
using Resupply.Planning;
using Resupply.Values;
using static System.FormattableString;

namespace Resupply;

/// <summary>
/// An answer as it stood day by day, on the same draws; and what each thing that became known changed of it. They are
/// put in one after the other, in the order in which they became known and, within a day, in that of the file: so the
/// steps add up to the difference, and what comes later is told as a change of what was known then.
/// </summary>
public static class Replaying
{
    /// <summary>As many as `run` plays: the last day is answered as `run` answers it.</summary>
    public const long ReplicationsDefault = RunOptions.ReplicationsDefault;

    /// <summary>So often the plan may change.</summary>
    public const int MomentsMax = 1_000;

    /// <param name="scenario">As known now.</param>
    /// <param name="diagnostics">Of reading it.</param>
    /// <returns>No report where a diagnostic says why not; else those of the plan as known on the last day.</returns>
    public static (ReplayReport? Report, ImmutableArray<Diagnostic> Diagnostics) Find(
        Scenario scenario,
        RunOptions options,
        ReplayTerms terms,
        ImmutableArray<Diagnostic> diagnostics,
        Action<long>? progress = null,
        CancellationToken cancellation = default)
    {
        if (WhyNot(scenario, terms) is { } refused) return (null, diagnostics.Add(refused));
        var course = KnownCourse.Of(scenario, terms, options.Seed);
        if (!course.Problems.IsEmpty) return (null, course.Problems);
        ImmutableArray<Scenario> plans = [.. course.Plans.Select(plan => plan.Asking([terms.Question]))];
        var pairs = PairsOf(course);
        var tooMuch = RunLimits.TooManyPlans(plans[0], options, plans.Length)
            ?? PairedAnswers.TooMuch(plans[0], options, plans.Length, pairs.Length);
        if (tooMuch is not null) return (null, course.Found.Add(tooMuch));
        var answers = PairedAnswers.Of(
            [.. plans.Select(Explaining.Within)], options, pairs, progress, cancellation);
        var without = Enumerable.Range(0, plans.Length).Where(plan => answers.CountedOf(plan, 0) is null).ToList();
        if (without.Count > 0)
            return (null, course.Found.Add(NoAnswer(scenario, terms, plans[without[0]].KnownOn!.Value)));
        return (Report(scenario, options, terms, course, plans, answers), course.Found);
    }

    private static Diagnostic? WhyNot(Scenario scenario, ReplayTerms terms)
    {
        if (RunLimits.NotAsked(scenario, [terms.Question]) is { } notAsked) return notAsked;
        if (scenario.Questions.First(question => question.Name == terms.Question) is Question.Removed)
        {
            return RunLimits.Refused(
                scenario, $"question `{terms.Question}` is about a thing that is not there", null);
        }

        if (terms.To < terms.From)
            return RunLimits.Refused(scenario, $"{terms.To} is before {terms.From}", "the first day comes first");
        var moments = KnownCourse.Moments(scenario, terms);
        return moments <= MomentsMax
            ? null
            : RunLimits.Refused(
                scenario,
                Invariant($"the plan changes {moments:N0} times from {terms.From} to {terms.To}; ") +
                Invariant($"at most {MomentsMax:N0} are replayed"),
                "ask for fewer days at a time");
    }

    private static Diagnostic NoAnswer(Scenario scenario, ReplayTerms terms, Day day) => RunLimits.Refused(
        scenario,
        $"question `{terms.Question}` has no answer in the plan as known on {day}",
        "ask for days on which there is something to ask about");

    private static ImmutableArray<(int First, int Second)> PairsOf(KnownCourse course)
    {
        var pairs = course.Steps.Select(step => (First: step.After, Second: step.Before)).ToList();
        pairs.AddRange(Together(course).Select(each => (each[^1].After, each[0].Before)));
        pairs.Add((Ends(course).Last, Ends(course).First));
        return [.. pairs.Distinct().Where(pair => pair.First != pair.Second)];
    }

    /// <summary>
    /// Steps in turn: those of one day together that are only of what has passed; and days together on which nothing
    /// was said but what was used.
    /// </summary>
    private static List<KnownCourse.Step[]> Together(KnownCourse course)
    {
        var days = Joined(
            course.Steps.Select(step => (KnownCourse.Step[])[step]),
            (one, next) => one[0].On == next[0].On && one[0].IsOfThePast && next[0].IsOfThePast);
        return Joined(days, (one, next) => Array.TrueForAll([.. one, .. next], step => step.IsRoutine));
    }

    private static List<KnownCourse.Step[]> Joined(
        IEnumerable<KnownCourse.Step[]> groups, Func<KnownCourse.Step[], KnownCourse.Step[], bool> belong)
    {
        var joined = new List<KnownCourse.Step[]>();
        foreach (var group in groups)
        {
            if (joined.Count > 0 && belong(joined[^1], group)) joined[^1] = [.. joined[^1], .. group];
            else joined.Add(group);
        }

        return joined;
    }

    /// <summary>The plans of the first and of the last day.</summary>
    private static (int First, int Last) Ends(KnownCourse course) =>
        course.Steps.Count > 0 ? (course.Steps[0].Before, course.Steps[^1].After) : (0, 0);

    private static ReplayReport Report(
        Scenario scenario,
        RunOptions options,
        ReplayTerms terms,
        KnownCourse course,
        ImmutableArray<Scenario> plans,
        PairedAnswers answers)
    {
        var judgement = new Judgement(Math.Max(1, course.Steps.Count));
        var (first, last) = Ends(course);
        var change = ChangeOf(first, last, answers);
        var steps = course.Steps.Select(step => StepOf(step, scenario, plans, answers, judgement)).ToImmutableArray();
        var told = steps.SelectMany(step => step.Claims).Select(claim => $"claims.{claim.Claim}").ToHashSet();
        var known = KnownCourse.ChangingDays(scenario, new Day(0), new Day(int.MaxValue)).ToList();
        return new ReplayReport(
            Reporting.CardOf(plans[last], options.Seed, answers.Replications) with { KnownOn = null },
            terms,
            plans[last].Questions[0],
            [.. course.Days.Select(day => DayOf(day.Key, day.Value, answers))],
            steps,
            [.. Together(course).Select(each => EntryOf(each, scenario, plans, answers, judgement))],
            change,
            new Judgement(1).IsTold(change, answers.Replications),
            [.. course.Idle.Where(news => news.Kind is not NewsKind.Claim || !told.Contains(news.Path))],
            known is [var earliest, ..] ? (earliest, known[^1]) : null,
            course.Found);
    }

    private static ReplayedDay DayOf(Day day, (int? Plan, string? Refusal) known, PairedAnswers answers) =>
        known.Plan is { } plan
            ? new ReplayedDay(day, answers.AnswerOf(plan, 0), answers.CountedOf(plan, 0), null)
            : new ReplayedDay(day, null, null, known.Refusal);

    private static Estimate ChangeOf(int before, int after, PairedAnswers answers) =>
        before == after ? default : answers.Change(after, before, 0) ?? default;

    private static ReplayEntry EntryOf(
        KnownCourse.Step[] steps,
        Scenario scenario,
        ImmutableArray<Scenario> plans,
        PairedAnswers answers,
        Judgement judgement)
    {
        var change = ChangeOf(steps[0].Before, steps[^1].After, answers);
        return new ReplayEntry(
            [.. steps.Select(step => StepOf(step, scenario, plans, answers, judgement))],
            change,
            judgement.IsTold(change, answers.Replications));
    }

    private static ReplayStep StepOf(
        KnownCourse.Step step,
        Scenario scenario,
        ImmutableArray<Scenario> plans,
        PairedAnswers answers,
        Judgement judgement)
    {
        var (before, after) = (plans[step.Before], plans[step.After]);
        var change = ChangeOf(step.Before, step.After, answers);
        var values = ChangesOf(before, after).ToImmutableArray();
        return new ReplayStep(
            step.On,
            step.News,
            before.From == after.From ? null : (before.From, after.From),
            [.. values.Select(value => new ChangedValue(
                (value.After ?? value.Before)!.Path, value.Before?.Text, value.After?.Text))],
            [.. ClaimsOf(step, values).Select(claim => StatementOf(claim, scenario)).OfType<Statement>()],
            answers.CountedOf(step.Before, 0)!.Value,
            answers.CountedOf(step.After, 0)!.Value,
            change,
            judgement.IsTold(change, answers.Replications));
    }

    /// <summary>The values that are written otherwise, in file order; those that are gone come last.</summary>
    private static IEnumerable<(Value? Before, Value? After)> ChangesOf(Scenario before, Scenario after)
    {
        var old = before.Stated.DistinctBy(value => value.Path).ToDictionary(value => value.Path);
        foreach (var value in after.Stated.DistinctBy(value => value.Path))
        {
            old.Remove(value.Path, out var was);
            if (was?.Text != value.Text) yield return (was, value);
        }

        foreach (var gone in before.Stated.Where(value => old.ContainsKey(value.Path))) yield return (gone, null);
    }

    /// <summary>The claims that became known, were taken back, or that the new values rest on.</summary>
    private static IEnumerable<string> ClaimsOf(
        KnownCourse.Step step, ImmutableArray<(Value? Before, Value? After)> values) =>
        step.News.Where(news => news.Kind is NewsKind.Claim or NewsKind.Withdrawal)
            .Select(news => news.Path["claims.".Length..])
            .Concat(values.SelectMany(value => (value.After ?? value.Before)!.Support.Claims))
            .Distinct();

    private static Statement? StatementOf(string name, Scenario scenario) =>
        scenario.Evidence.ClaimNamed(name) is { } claim
            ? new Statement(name, scenario.Evidence.SourceOf(claim)?.Title ?? name, claim.Quote ?? "")
            : null;
}
