using System.Collections.Immutable;
using Resupply.Answers;
using Resupply.Planning;
using Resupply.Values;

namespace Resupply;

/// <summary>From something played day by day to the last day on which it is of use.</summary>
/// <param name="sought">Null: that it changes the answer beyond the simulation's error.</param>
internal sealed class LastUsefulDays(DayByDay played, SoughtLevel? sought)
{
    private readonly DayByDay played = played;
    private readonly SoughtLevel? sought = sought;

    /// <summary>By question, of those to which it makes a difference on any day.</summary>
    /// <param name="questions">What the questions that were played are called by whoever asks.</param>
    public Dictionary<int, LastUsefulDay> Find(ImmutableArray<int> questions)
    {
        var brackets = Enumerable.Range(0, questions.Length).Where(played.Moves)
            .Select(index => new Brackets(index, this)).ToList();
        Narrow(brackets.Select(each => each.Last));
        Narrow(brackets.SelectMany(each => new[] { each.Earliest, each.Latest }));
        played.Look([.. brackets.SelectMany(each => Beside(each.Last))]);
        return brackets.ToDictionary(each => questions[each.Question], Found);
    }

    private void Narrow(IEnumerable<SigningBracket?> brackets) => played.Narrow([.. brackets.OfType<SigningBracket>()]);

    /// <summary>The day before the last and the second after it: halving is right where they agree with it.</summary>
    private IEnumerable<(int Question, Day Day)> Beside(SigningBracket? bracket)
    {
        if (bracket?.Last.Day is not { } last) yield break;
        var tried = played.Tried(bracket.Question);
        if (last > tried[0].Day!.Value) yield return (bracket.Question, last + -1);
        if (last + 2 <= tried[^1].Day!.Value) yield return (bracket.Question, last + 2);
    }

    private LastUsefulDay Found(Brackets brackets)
    {
        var looked = played.Looked(brackets.Question);
        var sign = sought is null or { AtLeast: true } ? 1 : -1;
        var best = sought is null
            ? looked.MaxBy(each => Math.Abs(each.Change?.Value ?? 0))!
            : looked.MaxBy(each => sign * Answering.Level(each.Answer) ?? double.NegativeInfinity)!;
        if (brackets.IsNotNeeded) return new LastUsefulDay(Usefulness.NotNeeded, null, null, null, best, null);
        var last = looked.LastOrDefault(brackets.Holds);
        if (last is null) return new LastUsefulDay(Usefulness.Never, null, null, null, best, null);
        var gap = looked.LastOrDefault(each => each.Day < last.Day && !brackets.Holds(each));
        return new LastUsefulDay(
            Usefulness.Until,
            last,
            brackets.Earliest?.Last.Day,
            sought is null ? null : brackets.Latest?.Last.Day is { } latest && latest > last.Day ? latest : last.Day,
            best,
            gap?.Day);
    }

    /// <summary>Of one question: where it stops to be of use, at the estimate and at both ends of its error.</summary>
    private sealed class Brackets
    {
        public Brackets(int question, LastUsefulDays of)
        {
            Question = question;
            var replications = of.played.Found.Replications;
            if (of.sought is not { } sought)
            {
                Holds = each => each.IsTold;
                Last = SigningBracket.Of(question, of.played.Tried(question), Holds);
                return;
            }

            Holds = each => sought.IsReached(each.Answer);
            IsNotNeeded = sought.IsReached(of.played.Never(question));
            if (IsNotNeeded) return;
            var tried = of.played.Tried(question);
            Last = SigningBracket.Of(question, tried, Holds);
            if (Last is null) return;
            Earliest = SigningBracket.Of(
                question, tried, each => sought.IsSurelyReached(each.Answer, replications));
            Latest = SigningBracket.Of(
                question, tried, each => sought.IsPerhapsReached(each.Answer, replications));
        }

        public int Question { get; }

        public Func<SignedAnswer, bool> Holds { get; }

        /// <summary>The answer reaches the level if it never comes.</summary>
        public bool IsNotNeeded { get; }

        public SigningBracket? Last { get; }

        public SigningBracket? Earliest { get; }

        public SigningBracket? Latest { get; }
    }
}
