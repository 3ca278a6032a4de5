using System.Collections.Immutable;
using Resupply.Answers;
using Resupply.Language;
using Resupply.Planning;
using Resupply.Values;

namespace Resupply.Tests.Planning;

/// <summary>
/// Changes everything that is said not to reach an answer, all at once and by far, and looks whether the answer stays
/// the same in every replication. Only where it does not, one value after the other, to name those that reach it.
/// </summary>
internal sealed class Unreached
{
    private const int Times = 3;

    private readonly Scenario scenario;
    private readonly RunOptions options;
    private readonly ReachMap map;
    private readonly UsualValues usual;

    public Unreached(Scenario scenario, long replications)
    {
        this.scenario = scenario;
        options = new RunOptions { Replications = replications, Seed = 1, Threads = 1 };
        map = Explaining.MapOf(scenario);
        usual = new UsualValues(scenario, Model.Compile(scenario, options.Seed).Once, options.Seed);
    }

    /// <summary>What moves an answer that it is said not to reach: "lasts: lanes.road.lift".</summary>
    public IEnumerable<string> Complaints()
    {
        var cases = scenario.Questions.Where(question => question is not Question.Removed)
            .GroupBy(question => string.Join(' ', PathsBeyond(question)))
            .SelectMany(group => CasesOf(group.First()).Select(nudges => (Asked: group.ToList(), nudges)))
            .ToList();
        return from each in Played(cases)
               from question in each.Asked
               where Moves(each, question)
               from alone in Played([.. each.Nudges.Select(nudge => (Asked: each.Asked, One(nudge)))])
               where Moves(alone, question)
               select $"{question.Name}: {alone.Nudges[0].Path}";
    }

    private static ImmutableArray<Nudge> One(Nudge nudge) => [nudge];

    private bool Moves(Case each, Question question) =>
        each.Found.Differing(each.Plan, 0, scenario.Questions.IndexOf(question)) > 0;

    private IEnumerable<string> PathsBeyond(Question question)
    {
        var reach = map.Of(question);
        return scenario.Values.Select(value => value.Path).Where(path => !reach.Has(path));
    }

    /// <summary>Everything beyond its reach upwards, and everything downwards.</summary>
    private IEnumerable<ImmutableArray<Nudge>> CasesOf(Question question)
    {
        var beyond = PathsBeyond(question).ToHashSet();
        var nudges = scenario.Values.Where(value => beyond.Contains(value.Path))
            .Select(value => Nudges.Of(value, usual.Of(value), scenario.From)).ToList();
        for (var way = 0; way < 2; way++)
        {
            ImmutableArray<Nudge> all = [.. nudges.Where(each => each.Length > way).Select(each => each[way])];
            if (!all.IsEmpty) yield return all;
        }
    }

    /// <summary>All that the file could have; what it could not have in one is played in halves.</summary>
    private IEnumerable<Case> Played(List<(List<Question> Asked, ImmutableArray<Nudge> Nudges)> cases)
    {
        if (cases.Count == 0) return [];
        var plans = ScenarioReader.ReadEachChanged(scenario, [.. cases.Select(each => Change(each.Nudges))]);
        var possible = cases.Zip(plans).Where(each => each.Second is not null).ToList();
        var halves = cases.Zip(plans).Where(each => each.Second is null).SelectMany(each => Halves(each.First));
        return [.. Together(possible), .. Played([.. halves])];
    }

    private IEnumerable<Case> Together(
        List<((List<Question> Asked, ImmutableArray<Nudge> Nudges) Case, Scenario? Plan)> all)
    {
        try
        {
            var found = PairedAnswers.Of([scenario, .. all.Select(each => each.Plan!)], options);
            return all.Select((each, i) => new Case(each.Case.Asked, each.Case.Nudges, found, i + 1));
        }
        catch (DrawException) when (all.Count > 1)
        {
            return all.SelectMany(each => Together([each]));
        }
        catch (DrawException) when (all.Count == 1)
        {
            return Played([.. Halves(all[0].Case)]);
        }
    }

    private static IEnumerable<(List<Question> Asked, ImmutableArray<Nudge> Nudges)> Halves(
        (List<Question> Asked, ImmutableArray<Nudge> Nudges) whole)
    {
        var half = whole.Nudges.Length / 2;
        return half == 0 ? [] : [(whole.Asked, whole.Nudges[..half]), (whole.Asked, whole.Nudges[half..])];
    }

    private static Func<Value, Value> Change(ImmutableArray<Nudge> nudges)
    {
        var byPath = nudges.ToLookup(nudge => nudge.Path);
        return value =>
        {
            foreach (var nudge in byPath[value.Path])
            {
                for (var i = 0; i < Times; i++) value = nudge.Change(value);
            }

            return value;
        };
    }

    /// <param name="Plan">Which of the plans that were played together.</param>
    private sealed record Case(List<Question> Asked, ImmutableArray<Nudge> Nudges, PairedAnswers Found, int Plan);
}
