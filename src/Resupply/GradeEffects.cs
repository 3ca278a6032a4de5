using System.Collections.Immutable;
using Resupply.Answers;
using Resupply.Language;
using Resupply.Planning;

namespace Resupply;

/// <summary>Which answers the grades move: for each grade, the plan played again with all of it certain.</summary>
public static class GradeEffects
{
    /// <summary>Enough to tell a point or two of a probability; so that grading costs little of a usual run.</summary>
    public const long ReplicationsMax = 2_000;

    /// <returns>By grade, in the order in which the file uses them; none, with a note, where it would take too
    /// long.</returns>
    public static (ImmutableArray<GradeEffect> Effects, ImmutableArray<Diagnostic> Notes) Of(
        Scenario scenario, RunOptions options, CancellationToken cancellation = default)
    {
        var grades = scenario.Evidence.Graded.GroupBy(each => each.Grade, StringComparer.Ordinal).ToArray();
        if (grades.Length == 0 || scenario.Questions.IsEmpty) return ([], []);
        var few = options with { Replications = Math.Min(options.Replications, ReplicationsMax), Precision = null };
        if (PairedAnswers.TooMuch(scenario, few, grades.Length + 1) is { } tooMuch)
        {
            var words = $"which answers the grades move was not looked for: {tooMuch.Message}";
            return ([], [tooMuch with { Severity = Severity.Note, Message = words }]);
        }

        var variants = grades.Select(grade => Certain(scenario, [.. grade.Select(each => each.Shipment)]));
        var answers = PairedAnswers.Of(
            [scenario, .. variants],
            few,
            [.. Enumerable.Range(1, grades.Length).Select(certain => (0, certain))],
            cancellation: cancellation);
        var judgement = new Judgement(grades.Length * answers.Questions.Length);
        return ([.. grades.Select((grade, index) =>
        {
            var paired = Enumerable.Range(0, answers.Questions.Length)
                .Select(question => answers.Of(0, question, against: index + 1))
                .Where(answer => answer.Change is not null)
                .ToArray();
            return new GradeEffect(
                grade.Key,
                grade.First().Probability,
                [.. grade.Select(each => each.Shipment)],
                [.. grade.SelectMany(each => each.Claims).Distinct(StringComparer.Ordinal)],
                answers.Replications,
                [.. paired.Where(answer => !answer.IsSame).Select(answer => new MovedAnswer(
                    answer, judgement.IsTold(answer.Change!.Value, answers.Replications)))],
                [.. paired.Where(answer => answer.IsSame).Select(answer => answer.Question.Name)]);
        })], []);
    }

    /// <summary>The plan in which these shipments surely come; all other draws are as they were.</summary>
    private static Scenario Certain(Scenario scenario, ImmutableArray<string> shipments) => scenario with
    {
        Supply = scenario.Supply with
        {
            Shipments =
            [
                .. scenario.Supply.Shipments.Select(shipment =>
                    shipments.Contains(shipment.Name) ? shipment with { Confirmed = null } : shipment),
            ],
        },
    };
}
