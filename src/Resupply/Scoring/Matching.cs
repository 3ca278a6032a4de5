using System.Collections.Immutable;
using Resupply.Language;

namespace Resupply.Scoring;

/// <summary>Which outcome settles which question; what does not fit is a diagnostic where the outcome stands.</summary>
internal static class Matching
{
    public static ImmutableArray<(AskedQuestion Asked, Outcome Outcome)> Of(
        ImmutableArray<AskedQuestion> asked, ImmutableArray<Outcome> outcomes, Diagnostics told)
    {
        var settled = ImmutableArray.CreateBuilder<(AskedQuestion Asked, Outcome Outcome)>();
        var settledBy = new Dictionary<AskedQuestion, Outcome>();
        foreach (var outcome in outcomes)
        {
            foreach (var question in QuestionsOf(outcome, asked, told))
            {
                if (!settledBy.TryAdd(question, outcome))
                    told.Error(
                        outcome.At,
                        $"`{question.Name}` of {question.Scenario} is settled by `{settledBy[question].Name}` already",
                        "keep one of them, or say with `scenario` or `asks` which is which");
                else if (Fits(outcome, question, told)) settled.Add((question, outcome));
            }
        }

        return settled.ToImmutable();
    }

    private static AskedQuestion[] QuestionsOf(
        Outcome outcome, ImmutableArray<AskedQuestion> asked, Diagnostics told)
    {
        var named = asked.Where(each => each.Name == outcome.Question).ToArray();
        if (named.Length == 0)
        {
            var names = asked.Select(each => each.Name).Distinct().ToArray();
            return None(
                outcome,
                told,
                $"the log holds no question `{Expected.Short(outcome.Question)}`",
                Nearest.HintFor(outcome.Question, names, "the log holds no question"));
        }

        var inPlace = named.Where(each => IsOf(each, outcome.Scenarios)).ToArray();
        if (inPlace.Length == 0)
            return None(
                outcome,
                told,
                $"no scenario that was named asks `{outcome.Question}`",
                $"it is asked by {Nearest.Listed([.. named.Select(each => each.Scenario).Distinct()])}");
        var taken = inPlace
            .Where(each => each.Option == outcome.Option && each.World == outcome.World)
            .ToArray();
        if (taken.Length == 0)
            return None(
                outcome,
                told,
                $"`{outcome.Question}` was never asked of option `{outcome.Option}` in world `{outcome.World}`",
                $"it was asked of option {Courses(inPlace)}: say with `option` and `world` which was taken");
        return OfOneMeaning(outcome, taken, told);
    }

    private static AskedQuestion[] OfOneMeaning(Outcome outcome, AskedQuestion[] taken, Diagnostics told)
    {
        var scenarios = taken.Select(each => each.Scenario).Distinct().ToArray();
        if (outcome.Scenarios.IsEmpty && scenarios.Length > 1)
            return None(
                outcome,
                told,
                $"{scenarios.Length} scenarios ask `{outcome.Question}`, and what came of one need not come of another",
                $"say of which: scenario: {scenarios[0]}, or [{string.Join(", ", scenarios.Take(3))}]");
        var words = taken.Select(each => each.Asks).Distinct().ToArray();
        if (outcome.Asks is null && words.Length > 1)
            return None(
                outcome,
                told,
                $"`{outcome.Question}` asked {words.Length} things in turn",
                $"say which: asks: {string.Join(", or: ", words.Take(3))}");
        var asked = outcome.Asks is null ? taken : [.. taken.Where(each => each.Asks == outcome.Asks)];
        return asked.Length > 0
            ? asked
            : None(
                outcome,
                told,
                $"`{outcome.Question}` never asked `{Expected.Short(outcome.Asks!)}`",
                $"it asked: {string.Join(", or: ", words.Take(3))}");
    }

    private static bool Fits(Outcome outcome, AskedQuestion question, Diagnostics told)
    {
        if (WhatCame.KeyFor(question.Kind) is not { } key)
        {
            told.Error(
                outcome.At, $"`{question.Name}` never had an answer: it is not applicable", "leave the outcome out");
            return false;
        }

        if (key != outcome.Came.Key)
        {
            told.Error(
                outcome.Came.At,
                $"`{question.Name}` is answered by a {question.Kind}: `{outcome.Came.Key}` does not tell what came",
                $"write `{key}: {ExampleOf(question.Kind)}`");
            return false;
        }

        if (question.Kind != "share" || outcome.Came is WhatCame.Number { Value: >= 0 and <= 1 }) return true;
        told.Error(outcome.Came.At, $"`{question.Name}` is a share: what came lies between 0% and 100%", "write 96%");
        return false;
    }

    private static string ExampleOf(string kind) => kind switch
    {
        "probability" => "yes",
        "share" => "96%",
        "quantity" => "120",
        _ => "2024-12-31",
    };

    private static bool IsOf(AskedQuestion question, ImmutableArray<string> scenarios) =>
        scenarios.IsEmpty || scenarios.Contains(question.Scenario) || scenarios.Contains(question.Path)
        || scenarios.Contains(question.Title);

    private static string Courses(AskedQuestion[] asked) => Nearest.Listed(
        [.. asked.Select(each => $"{each.Option}` in world `{each.World}").Distinct()]);

    private static AskedQuestion[] None(Outcome outcome, Diagnostics told, string message, string? hint)
    {
        told.Error(outcome.At, message, hint);
        return [];
    }
}
