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
        var asked = scenario.Questions.Where(question => question is not Question.Removed).ToList();
        var changed = asked.ConvertAll(Changed);
        foreach (var (question, plans) in asked.Zip(changed))
        {
            if (Moved([.. plans.Select(each => each.Plan)], question).All(moved => !moved)) continue;
            foreach (var (nudge, plan) in plans.SelectMany(each => each.Nudges).Select(nudge => (nudge, Play([nudge]))))
            {
                if (plan is not null && Moved([plan], question)[0]) yield return $"{question.Name}: {nudge.Path}";
            }
        }
    }

    private List<(ImmutableArray<Nudge> Nudges, Scenario Plan)> Changed(Question question)
    {
        var reach = map.Of(question);
        var nudges = scenario.Values.Where(value => !reach.Has(value.Path))
            .Select(value => Nudges.Of(value, usual.Of(value), scenario.From)).ToList();
        return
        [
            .. Possible([.. nudges.Where(each => each.Length > 0).Select(each => each[0])]),
            .. Possible([.. nudges.Where(each => each.Length > 1).Select(each => each[1])]),
        ];
    }

    /// <summary>All of them in one plan where the file could have them; else in halves.</summary>
    private IEnumerable<(ImmutableArray<Nudge> Nudges, Scenario Plan)> Possible(ImmutableArray<Nudge> nudges)
    {
        if (nudges.IsEmpty) return [];
        if (Play(nudges) is { } plan) return [(nudges, plan)];
        if (nudges.Length == 1) return [];
        return [.. Possible(nudges[..(nudges.Length / 2)]), .. Possible(nudges[(nudges.Length / 2)..])];
    }

    /// <summary>Null where the file could not have it, or draws what is impossible.</summary>
    private Scenario? Play(ImmutableArray<Nudge> nudges)
    {
        var all = nudges.ToLookup(nudge => nudge.Path);
        Value Change(Value value)
        {
            foreach (var nudge in all[value.Path])
            {
                for (var i = 0; i < Times; i++) value = nudge.Change(value);
            }

            return value;
        }

        if (ScenarioReader.ReadEachChanged(scenario, [Change])[0] is not { } plan) return null;
        try
        {
            _ = PairedAnswers.Of([plan], options);
            return plan;
        }
        catch (DrawException)
        {
            return null;
        }
    }

    private bool[] Moved(ImmutableArray<Scenario> plans, Question question)
    {
        var found = PairedAnswers.Of([scenario, .. plans], options);
        var at = scenario.Questions.IndexOf(question);
        return [.. plans.Select((_, i) => found.Differing(i + 1, 0, at) > 0)];
    }
}
