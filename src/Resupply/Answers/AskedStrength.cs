using System.Collections.Immutable;
using Resupply.Language;
using Resupply.Readiness;
using Resupply.Values;

namespace Resupply.Answers;

/// <summary>Questions about fleets and crews of which nobody is there: a share of none is no number.</summary>
internal static class AskedStrength
{
    public static void Check(
        ReadinessPlan plan, WholeParts whole, ImmutableArray<Question> questions, Day from, Diagnostics diagnostics)
    {
        foreach (var question in questions)
        {
            var (path, strength, first, last) = question switch
            {
                Question.Available asked =>
                    ($"fleets.{asked.Fleet}", OfFleet(plan, asked.Fleet), asked.From, asked.To),
                Question.Busy asked => ($"crews.{asked.Crew}", OfCrew(plan, asked.Crew), asked.From, asked.To),
                _ => ("", null, default, default),
            };
            if (strength is null || !whole.Has(path) || !strength.IsNoneOver(first, last, from)) continue;
            var when = first == last ? $"on {first}" : $"from {first} to {last}";
            diagnostics.Warn(
                question.At,
                $"{strength.Whose} has no {strength.Noun} {when}: question `{question.Name}` asks about nobody",
                "ask for a later day");
        }
    }

    private static Strength? OfFleet(ReadinessPlan plan, string name) =>
        plan.Fleets.FirstOrDefault(fleet => fleet.Name == name) is { } fleet ? Strength.Of(fleet) : null;

    private static Strength? OfCrew(ReadinessPlan plan, string name) =>
        plan.Crews.FirstOrDefault(crew => crew.Name == name) is { } crew ? Strength.Of(crew) : null;
}
