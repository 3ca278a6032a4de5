using System.Collections.Immutable;
using Resupply.Values;

namespace Resupply.Scoring;

/// <summary>One question, in the same words of one scenario on one course, with all answers it was given.</summary>
/// <param name="Scenario">As people call it; its path where two are called so.</param>
/// <param name="Kind">Of its answers, in the word of the JSON answer.</param>
/// <param name="Answers">In the order of the log, all of them forecasts of their day.</param>
/// <param name="Replays">How many others were asked as known on an earlier day; they count for nothing.</param>
public sealed record AskedQuestion(
    string Scenario,
    string Path,
    string Title,
    string Name,
    string Asks,
    string Option,
    string World,
    Day Settled,
    string Kind,
    ImmutableArray<(LoggedRun Run, LoggedAnswer Answer)> Answers,
    int Replays)
{
    /// <summary>The questions of a log, in the order in which they were first asked.</summary>
    public static ImmutableArray<AskedQuestion> Of(ImmutableArray<LoggedRun> runs)
    {
        var names = ShortNames(runs);
        return
        [
            .. from run in runs
               from answer in run.Answers
               group (Run: run, Answer: answer)
                   by (run.Scenario, answer.Name, answer.Asks, run.Option, run.World, answer.Settled) into asked
               let first = asked.First()
               select new AskedQuestion(
                   names[asked.Key.Scenario],
                   asked.Key.Scenario,
                   first.Run.Title,
                   asked.Key.Name,
                   asked.Key.Asks,
                   asked.Key.Option,
                   asked.Key.World,
                   asked.Key.Settled,
                   asked.Select(each => each.Answer.Forecast.Kind).FirstOrDefault(kind => kind != NotApplicable)
                       ?? NotApplicable,
                   [.. asked.Where(each => !each.Run.IsReplay)],
                   asked.Count(each => each.Run.IsReplay)),
        ];
    }

    /// <summary>The kind of a question that never had an answer.</summary>
    public const string NotApplicable = "not-applicable";

    private static Dictionary<string, string> ShortNames(ImmutableArray<LoggedRun> runs)
    {
        var byPath = runs.DistinctBy(run => run.Scenario).ToDictionary(run => run.Scenario, run => run.ShortName);
        var isCommon = byPath.Values.GroupBy(name => name).ToDictionary(name => name.Key, name => name.Count() > 1);
        return byPath.ToDictionary(pair => pair.Key, pair => isCommon[pair.Value] ? pair.Key : pair.Value);
    }
}

/// <summary>A question of which it is known what came.</summary>
/// <param name="Standing">Its answers while it was open, each with the days it stood; they add up to 1 or more.</param>
/// <param name="Late">How many others came when it was known already; they count for nothing.</param>
public sealed record SettledQuestion(
    AskedQuestion Asked, Outcome Outcome, ImmutableArray<StandingAnswer> Standing, int Late)
{
    public int Days => Standing.Sum(standing => standing.Days);

    /// <summary>Gives each answer the days it stood.</summary>
    /// <remarks>
    /// An answer stands from its day until the day before the next one, the last until the question is settled: asking
    /// again and hearing the same changes nothing, and who asks every day does not count for more. So did the Good
    /// Judgment tournaments: Mellers et al., "Psychological strategies for winning a geopolitical forecasting
    /// tournament", Psychological Science 25 (2014) 1106–1115.
    /// </remarks>
    public static SettledQuestion Of(AskedQuestion asked, Outcome outcome)
    {
        // What is said on the very day on which it becomes known is no forecast of it.
        var last = outcome.On is { } on && on <= asked.Settled ? on + -1 : asked.Settled;
        var inTime = asked.Answers
            .Where(each => each.Run.Answered <= last && each.Answer.Forecast is not Forecast.NotApplicable)
            .OrderBy(each => each.Run.Answered)
            .ThenBy(each => each.Run.Line)
            .ToArray();
        var standing = ImmutableArray.CreateBuilder<StandingAnswer>(inTime.Length);
        for (var i = 0; i < inTime.Length; i++)
        {
            var (run, answer) = inTime[i];
            var until = i + 1 < inTime.Length ? inTime[i + 1].Run.Answered : last + 1;
            if (until > run.Answered)
                standing.Add(new StandingAnswer(run, answer, until - run.Answered, last + 1 - run.Answered));
        }

        return new SettledQuestion(
            asked, outcome, standing.ToImmutable(), asked.Answers.Count(each => each.Run.Answered > last));
    }
}

/// <param name="Days">How long it stood, until the next answer or the end: 1 or more.</param>
/// <param name="Lead">Days from it to the end.</param>
public sealed record StandingAnswer(LoggedRun Run, LoggedAnswer Answer, int Days, int Lead);
