using System.Collections.Immutable;
using Resupply.Answers;
using Resupply.Planning;
using Resupply.Values;

namespace Resupply;

/// <summary>
/// Something that comes on one of some days, or never, each played on the same draws; and the days between them, where
/// they are looked at.
/// </summary>
public sealed class DayByDay
{
    private readonly Func<Day?, Scenario> on;
    private readonly ImmutableArray<Day> days;
    private readonly Judgement judgement;
    private readonly RunOptions options;
    private readonly Action<long>? progress;
    private readonly CancellationToken cancellation;
    private readonly SortedDictionary<(int Question, Day Day), SignedAnswer> looked = [];

    /// <param name="on">The scenario where it comes on that day; null: never.</param>
    /// <param name="days">In ascending order, at least one.</param>
    /// <param name="asWritten">Played beside them.</param>
    public DayByDay(
        Func<Day?, Scenario> on,
        ImmutableArray<Day> days,
        Scenario asWritten,
        Judgement judgement,
        RunOptions options,
        Action<long>? progress,
        CancellationToken cancellation)
    {
        (this.on, this.days, this.judgement) = (on, days, judgement);
        (this.options, this.progress, this.cancellation) = (options, progress, cancellation);
        Found = PairedAnswers.Of(
            [on(null), .. days.Select(day => on(day)), asWritten], options, Pairs(), progress, cancellation);
        for (var question = 0; question < Found.Questions.Length; question++)
        {
            foreach (var each in Tried(question)) looked[(question, each.Day!.Value)] = each;
        }
    }

    /// <summary>Never, each of the days, and the scenario as it is.</summary>
    public PairedAnswers Found { get; }

    /// <summary>If it never comes; all changes are against it.</summary>
    public Answer Never(int question) => Found.AnswerOf(0, question);

    public SignedAnswer AsWritten(int question) => Signed(null, Found.Of(days.Length + 1, question));

    /// <summary>On each of the days.</summary>
    public ImmutableArray<SignedAnswer> Tried(int question) =>
        [.. days.Select((day, index) => Signed(day, Found.Of(index + 1, question)))];

    /// <summary>On each of the days and of those that were looked at, in order.</summary>
    public ImmutableArray<SignedAnswer> Looked(int question) =>
        [.. looked.Where(each => each.Key.Question == question).Select(each => each.Value)];

    /// <summary>Whether on any of the days it makes a difference in any replication.</summary>
    public bool Moves(int question) => Enumerable.Range(1, days.Length + 1)
        .Select(plan => Found.Of(plan, question))
        .Any(paired => paired is { Change: not null, IsSame: false });

    /// <summary>Day by day what it changes keeps its sign and gets no greater, as far as can be told.</summary>
    public bool Shrinks(int question)
    {
        var told = Enumerable.Range(1, days.Length).Select(plan => Found.Change(plan, 0, question))
            .OfType<Estimate>().Where(IsTold).Select(change => Math.Sign(change.Value)).Distinct().ToList();
        if (told.Count != 1) return told.Count == 0;
        return Enumerable.Range(2, days.Length - 1).Select(plan => Found.Change(plan, plan - 1, question))
            .OfType<Estimate>().All(later => !IsTold(later) || Math.Sign(later.Value) != told[0]);
    }

    /// <summary>Halves what is not narrow enough until the last days are known.</summary>
    public void Narrow(ImmutableArray<SigningBracket> brackets)
    {
        while (brackets.Where(each => each.IsOpen).ToList() is { Count: > 0 } open)
        {
            Look([.. open.Select(each => (each.Question, each.Middle))]);
            foreach (var each in open) each.Take(looked[(each.Question, each.Middle)]);
        }
    }

    /// <summary>Plays further days, where they have not been played.</summary>
    public void Look(ImmutableArray<(int Question, Day Day)> wanted)
    {
        var missing = wanted.Where(each => !looked.ContainsKey(each)).Distinct().ToList();
        if (missing.Count == 0) return;
        ImmutableArray<int> questions = [.. missing.Select(each => each.Question).Distinct().Order()];
        ImmutableArray<Day> further = [.. missing.Select(each => each.Day).Distinct().Order()];
        var found = PairedAnswers.Of(
            [.. further.Select(day => (Day?)day).Prepend(null).Select(day => on(day).AskingAt(questions))],
            options,
            null,
            progress,
            cancellation);
        foreach (var (question, day) in missing)
        {
            looked[(question, day)] =
                Signed(day, found.Of(1 + further.IndexOf(day), questions.IndexOf(question)));
        }
    }

    /// <summary>Everything against never, and each day against the one before it.</summary>
    private ImmutableArray<(int First, int Second)> Pairs() =>
    [
        .. Enumerable.Range(1, days.Length + 1).Select(plan => (plan, 0)),
        .. Enumerable.Range(2, days.Length - 1).Select(plan => (plan, plan - 1)),
    ];

    private SignedAnswer Signed(Day? day, PairedAnswer paired) => new(
        day, paired.Other, paired.Change, paired.Change is { } change && IsTold(change), paired.IsSame);

    private bool IsTold(Estimate change) => judgement.IsTold(change, options.Replications);
}
