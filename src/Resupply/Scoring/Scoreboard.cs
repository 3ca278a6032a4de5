using System.Collections.Immutable;
using Resupply.Language;

namespace Resupply.Scoring;

/// <summary>From a log and what came to the scores.</summary>
public static class Scoreboard
{
    /// <param name="told">Where mistakes in the outcomes are reported; nothing is scored where there are any.</param>
    public static ScoreReport? Of(string path, AnswerLog log, ImmutableArray<Outcome> outcomes, Diagnostics told)
    {
        var asked = AskedQuestion.Of(log.Runs);
        var matched = Matching.Of(asked, outcomes, told);
        if (told.HasErrors) return null;
        ImmutableArray<SettledQuestion> settled =
            [.. matched.Select(pair => SettledQuestion.Of(pair.Asked, pair.Outcome))];
        foreach (var question in settled.Where(question => question.Standing.IsEmpty))
            told.Warn(
                question.Outcome.At,
                $"no answer to `{question.Asked.Name}` was given before it was known: none is scored",
                "an answer on the day on which something becomes known, or later, is no forecast");
        var isSettled = matched.Select(pair => pair.Asked).ToHashSet();
        return new ScoreReport(
            path,
            log,
            settled,
            new TrackRecord(null, [.. settled.Select(OursOn).OfType<QuestionScore>()]),
            Theirs(settled),
            [.. settled.Where(each => each.Asked.Kind != "probability").Select(NumberScore.Of).OfType<NumberScore>()],
            [
                .. asked
                    .Where(each => !isSettled.Contains(each) && each.Kind != AskedQuestion.NotApplicable)
                    .OrderBy(each => each.Settled),
            ],
            []);
    }

    /// <summary>Whether what the answers give a probability to came; null where they give none.</summary>
    /// <remarks>Of a day: that it comes within the calendar.</remarks>
    private static bool? Happened(SettledQuestion question) => question.Outcome.Came switch
    {
        WhatCame.Happened happened => happened.Did,
        WhatCame.Date date => date.Day is { } day && day <= question.Asked.Settled,
        _ => null,
    };

    private static QuestionScore? OursOn(SettledQuestion question)
    {
        if (Happened(question) is not { } happened || question.Standing.IsEmpty) return null;
        return new QuestionScore(question, happened, [.. question.Standing.Select(Given)]);

        GivenProbability Given(StandingAnswer standing)
        {
            var (probability, isExact) = standing.Answer.Forecast switch
            {
                Forecast.Probability given => (given.Value, given.IsExact),
                Forecast.Date date => (1 - date.Never, date.IsExact),
                _ => (double.NaN, false),
            };
            return new GivenProbability(
                standing,
                null,
                probability,
                (double)standing.Days / question.Days,
                ProbabilityScores.Brier(probability, happened),
                ProbabilityScores.Log(
                    ProbabilityScores.Supported(probability, isExact, standing.Run.Replications), happened));
        }
    }

    private static ImmutableArray<TrackRecord> Theirs(ImmutableArray<SettledQuestion> settled) =>
    [
        .. from question in settled
           where question.Outcome.Came is WhatCame.Happened
           from standing in question.Standing
           from claim in standing.Answer.Claims
           where claim.Says is not null
           group (question, standing, claim) by claim.Source into source
           select new TrackRecord(
               source.Key,
               [
                   .. from said in source
                      group (said.standing, said.claim) by said.question into one
                      select TheirsOn(one.Key, [.. one]),
               ]),
    ];

    /// <summary>Each claim stands as long as the answer beside it; several of one source count alike.</summary>
    private static QuestionScore TheirsOn(
        SettledQuestion question, (StandingAnswer Standing, LoggedClaim Claim)[] said)
    {
        var happened = ((WhatCame.Happened)question.Outcome.Came).Did;
        var beside = said.CountBy(each => each.Standing).ToDictionary();
        var days = beside.Keys.Sum(standing => standing.Days);
        return new QuestionScore(
            question,
            happened,
            [
                .. said.Select(each => new GivenProbability(
                    each.Standing,
                    each.Claim.Claim,
                    each.Claim.Says!.Value,
                    (double)each.Standing.Days / days / beside[each.Standing],
                    ProbabilityScores.Brier(each.Claim.Says.Value, happened),
                    ProbabilityScores.Log(ProbabilityScores.OfClaim(each.Claim.Says.Value), happened))),
            ]);
    }
}
