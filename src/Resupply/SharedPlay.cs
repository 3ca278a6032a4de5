using System.Collections.Immutable;
using Resupply.Answers;
using Resupply.Planning;
using Resupply.Simulation;

namespace Resupply;

/// <summary>
/// What of several options and worlds has to be played. Where nothing in which two of them differ reaches a question,
/// all its draws are the same in both, and one answers for the other; each plays only what reaches what it answers.
/// </summary>
public sealed class SharedPlay
{
    private readonly Reach[][] reaches;
    private readonly int[][] answering; // By variant and question: itself, or one before it.

    private SharedPlay(ImmutableArray<Scenario> variants)
    {
        Variants = variants;
        reaches = [.. variants.Select(ReachesOf)];
        answering = new int[variants.Length][];
        for (var variant = 0; variant < variants.Length; variant++)
        {
            var alike = Alike(variant);
            answering[variant] =
                [.. Enumerable.Range(0, variants[0].Questions.Length).Select(each => Answering(variant, each, alike))];
        }

        Played = [.. variants.Select((_, variant) => OwnOf(variant))];
    }

    private SharedPlay(Scenario written, ImmutableArray<(string Path, Scenario Plan)> changed)
    {
        Variants = [written, .. changed.Select(each => each.Plan)];
        var ofWritten = ReachesOf(written);
        reaches = [.. Variants.Select(_ => ofWritten)];
        answering =
        [
            new int[ofWritten.Length],
            .. changed.Select((each, i) => ofWritten.Select(reach => reach.Has(each.Path) ? i + 1 : 0).ToArray()),
        ];
        Played = [.. Variants.Select((_, variant) => OwnOf(variant))];
    }

    public ImmutableArray<Scenario> Variants { get; }

    /// <summary>Of each what is played, for the questions that it answers; null: it answers none.</summary>
    public ImmutableArray<Scenario?> Played { get; }

    /// <summary>What each is answered by others.</summary>
    public ImmutableArray<SharedMeasure> Shared =>
    [
        .. from variant in Enumerable.Range(0, Variants.Length)
           from question in Enumerable.Range(0, Variants[0].Questions.Length)
           where answering[variant][question] != variant
           select new SharedMeasure(question, answering[variant][question], variant),
    ];

    /// <param name="variants">Read from one file, known on one day. They ask the same questions.</param>
    public static SharedPlay Of(ImmutableArray<Scenario> variants) => new(variants);

    /// <summary>A scenario, and it with one value otherwise, each time another: played in what that reaches.</summary>
    public static SharedPlay OfChanges(Scenario written, ImmutableArray<(string Path, Scenario Plan)> changed) =>
        new(written, changed);

    private static Reach[] ReachesOf(Scenario scenario) =>
        [.. scenario.Questions.Select(Explaining.MapOf(scenario).Of)];

    private int Answering(int variant, int question, List<(int Other, string[] Changed)> alike)
    {
        if (Variants[variant].Questions[question] is Question.Removed) return variant;
        foreach (var (other, changed) in alike)
        {
            if (IsSame(variant, other, changed, question)) return answering[other][question];
        }

        return variant;
    }

    /// <summary>The first that are of the same world, or of the same option, and in what that differs.</summary>
    private List<(int Other, string[] Changed)> Alike(int variant)
    {
        var own = Variants[variant];
        var (sameWorld, first) = Variants.Index().First(each => each.Item.World == own.World);
        var (sameOption, written) = Variants.Index().First(each => each.Item.Option == own.Option);
        List<(int Other, string[] Changed)> alike =
        [
            (sameWorld, [.. own.ChangedByOption, .. first.ChangedByOption]),
            (sameOption, [.. own.ChangedByWorld, .. written.ChangedByWorld]),
        ];
        return alike.FindAll(each => each.Other < variant);
    }

    private bool IsSame(int variant, int other, string[] changed, int question) =>
        Variants[other].Questions[question] is not Question.Removed && changed.All(
            thing => ReachMap.IsPlaced(thing) && !reaches[variant][question].HasAnyOf(thing)
                && !reaches[other][question].HasAnyOf(thing));

    private Scenario? OwnOf(int variant)
    {
        var asked = Variants[variant].Questions;
        var isOwn = asked.Select(
            (each, question) => each is not Question.Removed && answering[variant][question] == variant).ToArray();
        if (!isOwn.Contains(true)) return null;
        var reach = Reach.Together([.. reaches[variant].Where((_, question) => isOwn[question])]);
        return Explaining.Within(reach, Variants[variant]) with
        {
            Questions = [.. asked.Select((each, question) => isOwn[question] ? each : Removed(each))],
        };
    }

    private static Question.Removed Removed(Question question) =>
        new(question.Name, question.At, question.Claimed, question.Name);
}
