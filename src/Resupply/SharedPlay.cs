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
    private readonly int[][] answering;

    /// <param name="answersOf">Of a variant, by question: which variant answers it; itself, or one before it.</param>
    private SharedPlay(
        ImmutableArray<Scenario> variants, IEnumerable<Reach[]> reaches, Func<SharedPlay, int, int[]> answersOf)
    {
        Variants = variants;
        this.reaches = [.. reaches];
        answering = new int[variants.Length][];
        for (var variant = 0; variant < variants.Length; variant++) answering[variant] = answersOf(this, variant);
        Played = [.. variants.Select((_, variant) => OwnOf(variant))];
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
    public static SharedPlay Of(ImmutableArray<Scenario> variants) =>
        new(variants, variants.Select(Explaining.ReachesOf), (play, variant) => play.AnswersOf(variant));

    /// <summary>A scenario, and it with one value otherwise, each time another: played in what that reaches.</summary>
    public static SharedPlay OfChanges(Scenario written, ImmutableArray<(string Path, Scenario Plan)> changed)
    {
        var ofWritten = Explaining.ReachesOf(written);
        return OfChanges(
            [written, .. changed.Select(each => each.Plan)],
            Enumerable.Repeat(ofWritten, changed.Length + 1),
            (variant, reach) => reach.Has(changed[variant - 1].Path));
    }

    /// <summary>A scenario and others that differ from it: each is played for what it can reach.</summary>
    /// <param name="reaches">By variant and question.</param>
    /// <param name="isReached">Whether what differs in a variant can make a difference.</param>
    public static SharedPlay OfChanges(
        ImmutableArray<Scenario> variants, IEnumerable<Reach[]> reaches, Func<int, Reach, bool> isReached) =>
        new(variants, reaches, (play, variant) =>
            [.. play.reaches[variant].Select(reach => variant > 0 && isReached(variant, reach) ? variant : 0)]);

    private int[] AnswersOf(int variant)
    {
        var alike = Alike(variant);
        return [.. Enumerable.Range(0, Variants[0].Questions.Length).Select(each => Answering(variant, each, alike))];
    }

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
