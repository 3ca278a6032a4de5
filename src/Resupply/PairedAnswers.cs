using System.Collections.Immutable;
using Resupply.Answers;
using Resupply.Language;
using Resupply.Simulation;
using Resupply.Supply;
using static System.FormattableString;

namespace Resupply;

/// <summary>
/// The answers of several scenarios that play the same replications, and by how much they differ: options, worlds, or
/// one scenario changed in several ways. They ask the same questions.
/// </summary>
public sealed class PairedAnswers
{
    private readonly ImmutableArray<Scenario> variants;
    private readonly PairedRecord record;
    private readonly int before;

    private PairedAnswers(ImmutableArray<Scenario> variants, PairedRecord record, int before = 0) =>
        (this.variants, this.record, this.before) = (variants, record, before);

    public long Replications => record.Replications;

    /// <summary>Those of the first scenario.</summary>
    public ImmutableArray<Question> Questions => variants[before].Questions;

    /// <summary>The same without those before one of the scenarios, which is then the first.</summary>
    public PairedAnswers From(int variant) => new(variants, record, before + variant);

    /// <param name="variants">
    /// At least one; the questions of each are the first's, or removed by its option. One that stands there several
    /// times is played once.
    /// </param>
    /// <param name="pairs">
    /// Which are held against which: the change is the first's answer less the second's. Null: each against the first
    /// of all.
    /// </param>
    /// <param name="progress">Is told how many replications are done in all scenarios, from any thread.</param>
    public static PairedAnswers Of(
        ImmutableArray<Scenario> variants,
        RunOptions options,
        ImmutableArray<(int First, int Second)>? pairs = null,
        Action<long>? progress = null,
        CancellationToken cancellation = default)
    {
        return Of(variants, [.. variants], [], options, pairs, progress, cancellation);
    }

    /// <summary>The same, and each question played only where the answer may be another.</summary>
    public static PairedAnswers Of(
        SharedPlay play,
        RunOptions options,
        ImmutableArray<(int First, int Second)>? pairs = null,
        Action<long>? progress = null,
        CancellationToken cancellation = default)
    {
        return Of(play.Variants, play.Played, play.Shared, options, pairs, progress, cancellation);
    }

    private static PairedAnswers Of(
        ImmutableArray<Scenario> variants,
        ImmutableArray<Scenario?> played,
        ImmutableArray<SharedMeasure> shared,
        RunOptions options,
        ImmutableArray<(int First, int Second)>? pairs,
        Action<long>? progress,
        CancellationToken cancellation)
    {
        var names = variants[0].Questions.Select(question => question.Name).ToArray();
        if (variants.Any(each => !each.Questions.Select(question => question.Name).SequenceEqual(names)))
            throw new ArgumentException("scenarios that are compared ask the same questions", nameof(variants));
        var memory = new LawMemory();
        var compiled = new Dictionary<Scenario, Model>(ReferenceEqualityComparer.Instance);
        foreach (var each in played.OfType<Scenario>())
        {
            if (!compiled.ContainsKey(each))
                compiled.Add(each, Model.Compile(each, options.Seed, audited: options.Audited, memory: memory));
        }

        Model?[] models = [.. played.Select(each => each is null ? null : compiled[each])];
        var layout = LayoutOf([.. names.Select((_, i) => AskedIn(variants, i))], variants.Length, pairs);
        return new PairedAnswers(
            variants, PairedRuns.Replicate(models, shared, layout, options, progress, cancellation));
    }

    /// <summary>Why so many variants cannot be compared; null where they can.</summary>
    /// <param name="pairs">How many comparisons between them; null: each with the first.</param>
    public static Diagnostic? TooMuch(Scenario scenario, RunOptions options, int variants, int? pairs = null)
    {
        if (RunLimits.TooManyPlans(scenario, options, variants) is { } tooMany) return tooMany;
        var many = Enumerable.Range(0, pairs ?? (variants - 1)).Select(pair => (pair, -1)).ToImmutableArray();
        return LayoutOf(scenario.Questions, variants, many).Size <= PairedRuns.SizeMax
            ? null
            : RunLimits.Refused(
                scenario,
                Invariant($"{scenario.Questions.Length:N0} questions in {variants:N0} plans are too many to keep"),
                "ask fewer questions at a time");
    }

    /// <summary>What one scenario answers.</summary>
    public Answer AnswerOf(int variant, int question)
    {
        var scenario = variants[before + variant];
        var asked = scenario.Questions[question];
        return Answering.Of(
            asked,
            TallyOf(variant, question),
            scenario.From,
            scenario.Currency,
            null,
            Statements.On(asked, scenario.Statements));
    }

    /// <summary>The same as one number, in the counts that it is made of; null where there is none.</summary>
    public Fraction? CountedOf(int variant, int question) =>
        Answering.Counted(variants[before + variant].Questions[question], TallyOf(variant, question));

    /// <summary>One scenario's answer beside another's, that were held against one another.</summary>
    public PairedAnswer Of(int variant, int question, int against = 0) => new(
        Questions[question],
        AnswerOf(against, question),
        AnswerOf(variant, question),
        Change(variant, against, question),
        IsSame(variant, against, question));

    /// <summary>The first's answer less the second's; null where one of them has none. See
    /// <see cref="PairedAnswer.Change"/>.</summary>
    public Estimate? Change(int first, int second, int question)
    {
        (first, second) = (before + first, before + second);
        var asked = variants[first].Questions[question];
        if (asked is Question.Removed || variants[second].Questions[question] is Question.Removed) return null;
        if (record.Layout.KindOf(question) is PairedMeasure.Ratio)
        {
            var ratios = record.Ratios(first, second, question);
            return asked is Question.Busy && ratios.IsOfNothing ? null : Intervals.Difference(ratios);
        }

        return record.Together(first, second, question) is { Count: > 0 } pairs
            ? Intervals.Difference(pairs, asked is Question.Shortage ? 1 : Answering.Scale(asked))
            : null;
    }

    /// <summary>In how many replications the two scenarios' answers are not the same.</summary>
    public long Differing(int first, int second, int question) =>
        record.Differing(before + first, before + second, question);

    private Tally? TallyOf(int variant, int question) =>
        variants[before + variant].Questions[question] is Question.Removed
            ? null
            : record.TallyOf(before + variant, question);

    private bool IsSame(int first, int second, int question) =>
        Change(first, second, question) is not null && Differing(first, second, question) == 0;

    /// <summary>The question in a scenario whose option did not remove it, where there is one.</summary>
    private static Question AskedIn(ImmutableArray<Scenario> variants, int question)
    {
        var asked = variants.Select(each => each.Questions[question]).ToArray();
        return asked.FirstOrDefault(each => each is not Question.Removed) ?? asked[0];
    }

    private static PairedLayout LayoutOf(
        ImmutableArray<Question> questions, int variants, ImmutableArray<(int First, int Second)>? pairs) => new(
            variants,
            questions.Length,
            pairs ?? [.. Enumerable.Range(1, variants - 1).Select(variant => (variant, 0))])
        {
            Kinds = [.. questions.Select(Answering.KindOf)],
        };
}
