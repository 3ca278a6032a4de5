using System.Collections.Immutable;
using Resupply.Language;
using Resupply.Planning;

namespace Resupply;

/// <summary>
/// How early, how much or how many would do for an answer to reach a level: a value of the file is replaced by one
/// after the other, all else and all draws stay as they are.
/// </summary>
public sealed class Sufficing
{
    /// <summary>Enough to tell a point of a probability.</summary>
    public const long ReplicationsDefault = 2_000;

    private const int HalvingsMax = 12;
    private const int PointsAtMost = 30;
    private const int PartsMax = 5;

    private readonly Scenario scenario;
    private readonly SufficiencyTerms terms;
    private readonly RunOptions options;
    private readonly UsualValues usual;
    private readonly Action<long>? progress;
    private readonly CancellationToken cancellation;

    private Sufficing(
        Scenario scenario,
        SufficiencyTerms terms,
        RunOptions options,
        Action<long>? progress,
        CancellationToken cancellation)
    {
        (this.scenario, this.terms, this.options) = (scenario, terms, options);
        (this.progress, this.cancellation) = (progress, cancellation);
        usual = new UsualValues(scenario, Model.Compile(scenario, options.Seed).Once, options.Seed);
    }

    /// <param name="scenario">With all its questions; only the one that is asked about is played.</param>
    /// <param name="diagnostics">Of reading the scenario; they come back with those that are found here.</param>
    /// <returns>No report where a diagnostic says why not.</returns>
    public static (SufficiencyReport? Report, ImmutableArray<Diagnostic> Diagnostics) Find(
        Scenario scenario,
        RunOptions options,
        SufficiencyTerms terms,
        ImmutableArray<Diagnostic> diagnostics,
        Action<long>? progress = null,
        CancellationToken cancellation = default)
    {
        if (WhyNot(scenario, options, terms) is { } refused) return (null, diagnostics.Add(refused));
        var sufficing = new Sufficing(scenario.Asking([terms.Question]), terms, options, progress, cancellation);
        var asked = sufficing.scenario.Questions[0];
        var varied = ImmutableArray.CreateBuilder<VariedValue>();
        foreach (var path in terms.Paths)
        {
            var (value, problem) = sufficing.Vary(ValueAt(scenario, path)!);
            if (value is null) return (null, diagnostics.AddRange(problem));
            varied.Add(value);
        }

        var written = PairedAnswers.Of([Explaining.Within(sufficing.scenario)], options, [], null, cancellation);
        return (
            new SufficiencyReport(
                Reporting.CardOf(scenario, options.Seed, written.Replications),
                terms,
                asked,
                written.AnswerOf(0, 0),
                varied.ToImmutable(),
                diagnostics),
            diagnostics);
    }

    /// <summary>
    /// The value that stands at a path of the file, or under a name of `unknowns`; null where none does.
    /// </summary>
    private static Value? ValueAt(Scenario scenario, string path) =>
        scenario.Values.FirstOrDefault(value => value.Path == path || value.Path == $"unknowns.{path}");

    private static Diagnostic? WhyNot(Scenario scenario, RunOptions options, SufficiencyTerms terms)
    {
        if (RunLimits.NotAsked(scenario, [terms.Question]) is { } notAsked) return notAsked;
        var asked = scenario.Questions.First(question => question.Name == terms.Question);
        if (RunLimits.NotThere(scenario, asked) is { } notThere) return notThere;
        if (RunLimits.Beyond(scenario, [asked], terms.Sought) is { } beyond) return beyond;

        foreach (var path in terms.Paths)
        {
            if (ValueAt(scenario, path) is null)
            {
                return RunLimits.Refused(
                    scenario,
                    $"no value stands at `{path}`",
                    Meant(path, [.. scenario.Values.Select(each => each.Path)]));
            }
        }

        return RunLimits.TooManyPlans(scenario, options, terms.Paths.Length * PointsAtMost);
    }

    /// <summary>Who names a thing is told its values; who leaves out the section, the whole path.</summary>
    private static string Meant(string path, string[] known)
    {
        var parts = known.Where(each => each.StartsWith($"{path}.", StringComparison.Ordinal)
            || each.EndsWith($".{path}", StringComparison.Ordinal)).Take(PartsMax).ToArray();
        return parts.Length > 0
            ? $"did you mean {Nearest.Listed(parts)}?"
            : Nearest.HintFor(path, known, "the file states none");
    }

    private (VariedValue? Value, ImmutableArray<Diagnostic> Problems) Vary(Value value)
    {
        var first = scenario.Today < scenario.From ? scenario.From : scenario.Today;
        var (points, problems) = Play(value, [.. VariedValues.Of(value.Measure, usual.Of(value), first, scenario.To)]);
        if (points.IsEmpty) return (null, problems);
        var turns = points.Zip(points.Skip(1)).Where(pair => pair.First.IsReached != pair.Second.IsReached).ToList();
        return (
            new VariedValue(
                value.Path,
                value.Measure,
                value.Text,
                points,
                turns is [var only] ? Narrow(value, only.First, only.Second) : null),
            []);
    }

    private SufficiencyTurn Narrow(Value value, SufficiencyPoint one, SufficiencyPoint other)
    {
        for (var i = 0; i < HalvingsMax; i++)
        {
            if (VariedValues.Between(value.Measure, one.Value, other.Value) is not { } middle) break;
            if (Play(value, [middle]).Points is not [var found]) break;
            (one, other) = found.IsReached == one.IsReached ? (found, other) : (one, found);
        }

        return one.IsReached ? new SufficiencyTurn(one, other) : new SufficiencyTurn(other, one);
    }

    /// <summary>Those that the file could have; what is wrong with them where it could have none.</summary>
    private (ImmutableArray<SufficiencyPoint> Points, ImmutableArray<Diagnostic> Problems) Play(
        Value value, ImmutableArray<double> numbers)
    {
        var read = numbers.Select(number => (Number: number, Text: VariedValues.Text(value.Measure, number)))
            .Select(each => (each.Number, each.Text, Read: ScenarioReader.ReadChanged(scenario, value.Path, each.Text)))
            .ToImmutableArray();
        var possible = read.Where(each => each.Read.Scenario is not null).ToImmutableArray();
        if (possible.IsEmpty) return ([], [.. read.SelectMany(each => each.Read.Diagnostics).Take(1)]);
        var found = PairedAnswers.Of(
            [
                Explaining.Within(scenario),
                .. possible.Select(each => Explaining.Within(each.Read.Scenario!.Asking([terms.Question]))),
            ],
            options,
            null,
            progress,
            cancellation);
        return ([.. possible.Select((each, index) => Point(each.Number, each.Text, found, index + 1))], []);
    }

    private SufficiencyPoint Point(double number, string text, PairedAnswers found, int variant)
    {
        var answer = found.AnswerOf(variant, 0);
        return new SufficiencyPoint(number, text, answer, found.Change(variant, 0, 0), terms.Sought.IsReached(answer));
    }
}
