using System.Collections.Immutable;
using Resupply.Language;
using Resupply.Planning;
using Resupply.Values;

namespace Resupply;

/// <summary>
/// How a plan changed from day to day as things became known: which scenarios that are, and what made each of the one
/// before. Nothing is played here.
/// </summary>
internal sealed class KnownCourse
{
    private readonly Scenario scenario;
    private readonly ReplayTerms terms;
    private readonly ulong seed;
    private readonly List<Scenario> plans = [];
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly SortedDictionary<Day, (int? Plan, string? Refusal)> days = [];
    private readonly List<Step> steps = [];
    private readonly List<News> idle = [];
    private readonly List<News> pending = [];
    private int told;
    private int current;
    private Day since;

    private KnownCourse(Scenario scenario, ReplayTerms terms, ulong seed) =>
        (this.scenario, this.terms, this.seed) = (scenario, terms, seed);

    /// <param name="Before">The plan that it was before, among the plans.</param>
    public readonly record struct Step(Day On, ImmutableArray<News> News, int Before, int After)
    {
        /// <summary>Days passed, or what happened became known: no promise and no estimate is another.</summary>
        public bool IsOfThePast => News.All(news => news.Kind is NewsKind.Fact);

        /// <summary>Nothing but what was used on the days that passed.</summary>
        public bool IsRoutine => IsOfThePast
            && News.All(news => news.Path.StartsWith("demands.", StringComparison.Ordinal));
    }

    /// <summary>Those that differ from one another, the first day's first.</summary>
    public IReadOnlyList<Scenario> Plans => plans;

    /// <summary>Which plan it was, or why there was none: the first day and each on which something changed.</summary>
    public IEnumerable<KeyValuePair<Day, (int? Plan, string? Refusal)>> Days => days;

    public IReadOnlyList<Step> Steps => steps;

    public IReadOnlyList<News> Idle => idle;

    /// <summary>Why the plan of the first or of the last day cannot be run; none where both can.</summary>
    public ImmutableArray<Diagnostic> Problems { get; private set; } = [];

    /// <summary>What was found in the plan of the last day.</summary>
    public ImmutableArray<Diagnostic> Found { get; private set; } = [];

    /// <param name="seed">Of what will be drawn.</param>
    public static KnownCourse Of(Scenario scenario, ReplayTerms terms, ulong seed)
    {
        var course = new KnownCourse(scenario, terms, seed);
        course.Follow();
        return course;
    }

    /// <summary>The days between two on which the file says that something changes.</summary>
    public static IEnumerable<Day> ChangingDays(Scenario scenario, Day after, Day last) =>
        scenario.News.Select(news => news.On)
            .Where(day => day > after && day <= last)
            .Concat(Passing(scenario, after, last))
            .Distinct().Order();

    /// <summary>How many times the plan has to be looked at.</summary>
    public static int Moments(Scenario scenario, ReplayTerms terms) => 1 +
        scenario.News.Count(news => news.On > terms.From && news.On <= terms.To) +
        Passing(scenario, terms.From, terms.To).Count();

    /// <summary>The days on which today is another day than the day before: until the plan's own today.</summary>
    private static IEnumerable<Day> Passing(Scenario scenario, Day after, Day last)
    {
        var first = after < scenario.CalendarFrom ? scenario.CalendarFrom : after;
        var end = last < scenario.Today ? last : scenario.Today;
        return first < end ? Enumerable.Range(1, end - first).Select(days => first + days) : [];
    }

    private IEnumerable<(Knowledge Known, News? News)> Unfolding()
    {
        yield return (terms.From, null);
        var passing = Passing(scenario, terms.From, terms.To).ToHashSet();
        var news = scenario.News.Distinct().ToLookup(each => each.On);
        foreach (var day in ChangingDays(scenario, terms.From, terms.To))
        {
            if (passing.Contains(day)) yield return (Knowledge.AtStartOf(day), null);
            foreach (var each in news[day].OrderBy(each => each.At.Line).ThenBy(each => each.At.Column))
                yield return (Knowledge.DownTo(day, each.At), each);
        }
    }

    private void Follow()
    {
        var moments = Unfolding().ToList();
        var isFirst = true;
        foreach (var (moment, read) in moments.Zip(ScenarioReader.ReadAt(scenario, moments.Select(each => each.Known))))
        {
            var day = moment.Known.Day;
            if (moment.News is { } news)
            {
                if (pending.Count == 0) Close();
                pending.Add(news);
            }

            Found = read.Diagnostics;
            if (read.Scenario is { } plan && WhyNot(plan) is { } impossible) Found = Found.Add(impossible);
            if (Found.FirstOrDefault(found => found.Severity == Severity.Error) is { } problem)
            {
                days[day] = (null, problem.Message);
                if (isFirst) break;
                continue;
            }

            current = PlaceOf(read.Scenario!);
            days[day] = (current, null);
            since = day;
            if (isFirst) told = current;
            isFirst = false;
            if (pending.Count > 0) Close();
        }

        if (days.Values.Last().Refusal is not null) Problems = Found;
        else Close();
    }

    /// <summary>
    /// What only shows when it is drawn: a date that has passed, whatever is drawn; null where it can be.
    /// </summary>
    private Diagnostic? WhyNot(Scenario plan)
    {
        try
        {
            var once = Model.Compile(plan, seed).Once;
            once.Draw(0, new double[once.Count]);
            return null;
        }
        catch (DrawException problem)
        {
            return RunLimits.Refused(plan, problem.Message, null);
        }
    }

    /// <summary>What became known since the last step makes the next one; where nothing is played anew, none.</summary>
    private void Close()
    {
        if (current == told) idle.AddRange(pending);
        else steps.Add(new Step(since, [.. pending], told, current));
        told = current;
        pending.Clear();
    }

    private int PlaceOf(Scenario plan)
    {
        var stated = plan.Stated.Select(value => $"{value.Path}\t{value.Text}");
        var played = string.Join('\n', stated.Prepend($"{plan.From}"));
        if (places.TryGetValue(played, out var place)) return place;
        plans.Add(plan);
        return places[played] = plans.Count - 1;
    }
}
