using System.Collections.Immutable;
using Resupply.Answers;
using Resupply.Language;
using Resupply.Planning;
using Resupply.Simulation;
using Resupply.Values;

namespace Resupply;

/// <summary>What the answers do where each of some values is a little otherwise, on the same draws.</summary>
internal sealed class NudgedRuns(
    Scenario asWritten, RunOptions options, Action<long>? progress, CancellationToken cancellation)
{
    /// <summary>
    /// The scenario with each of some values a little otherwise; a change that the file could not have is left out.
    /// </summary>
    /// <param name="asking">What is played of a changed scenario.</param>
    public static ImmutableArray<(Nudge Nudge, Scenario Plan)> PlansOf(
        Scenario scenario,
        ImmutableArray<Value> values,
        DrawnOnce once,
        ulong seed,
        Func<Scenario, Scenario> asking)
    {
        var usual = new UsualValues(scenario, once, seed);
        ImmutableArray<Nudge> nudges =
            [.. values.SelectMany(value => Nudges.Of(value, usual.Of(value), scenario.From))];
        var read = ScenarioReader.ReadEachChanged(
            scenario, [.. nudges.Select(nudge => (Func<Value, Value>)nudge.Applied)]);
        return
        [
            .. nudges.Zip(read).Where(each => each.Second is not null)
                .Select(each => (each.First, asking(each.Second!))),
        ];
    }

    /// <param name="plans">The scenario with each change; they ask what the scenario asks.</param>
    /// <returns>The answers as written, and of each change what it does to each of them.</returns>
    /// <remarks>
    /// Where a change makes an impossible draw, each is played alone and that one is left out.
    /// </remarks>
    public (ImmutableArray<Answer> Written, ImmutableArray<NudgedAnswers> Changed) Play(
        ImmutableArray<(Nudge Nudge, Scenario Plan)> plans)
    {
        try
        {
            var found = Answers(plans);
            return (Written(found), [.. plans.Select((each, i) => Of(found, i + 1, each.Nudge))]);
        }
        catch (DrawException) when (plans.Length > 0)
        {
            return (Written(Answers([])), [.. plans.SelectMany(each => Alone(each.Nudge, each.Plan))]);
        }
    }

    private IEnumerable<NudgedAnswers> Alone(Nudge nudge, Scenario plan)
    {
        try
        {
            return [Of(Answers([(nudge, plan)]), 1, nudge)];
        }
        catch (DrawException)
        {
            return [];
        }
    }

    private PairedAnswers Answers(ImmutableArray<(Nudge Nudge, Scenario Plan)> plans) => PairedAnswers.Of(
        SharedPlay.OfChanges(asWritten, [.. plans.Select(each => (each.Nudge.Path, each.Plan))]),
        options,
        null,
        progress,
        cancellation);

    private ImmutableArray<Answer> Written(PairedAnswers found) =>
        [.. asWritten.Questions.Select((_, question) => found.AnswerOf(0, question))];

    private NudgedAnswers Of(PairedAnswers found, int variant, Nudge nudge) => new(
        nudge.Path,
        [
            .. asWritten.Questions.Select((_, question) =>
            {
                var paired = found.Of(variant, question);
                return new NudgeEffect(
                    nudge.Words, paired.Change, paired.MedianDaysLater, found.Differing(variant, 0, question));
            }),
        ]);
}

/// <param name="Effects">One for each question.</param>
internal sealed record NudgedAnswers(string Path, ImmutableArray<NudgeEffect> Effects);
