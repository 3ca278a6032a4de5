using System.Collections.Immutable;
using Resupply.Values;

namespace Resupply.Planning;

/// <summary>Between a day on which something holds and a later one on which it does not: halved until one is the day
/// after the other.</summary>
public sealed class SigningBracket
{
    private readonly Func<SignedAnswer, bool> holds;
    private Day end;

    private SigningBracket(int question, SignedAnswer last, Day end, Func<SignedAnswer, bool> holds) =>
        (Question, Last, this.end, this.holds) = (question, last, end, holds);

    public int Question { get; }

    /// <summary>The last day so far on which it holds.</summary>
    public SignedAnswer Last { get; private set; }

    public bool IsOpen => end - Last.Day!.Value > 1;

    public Day Middle => Last.Day!.Value + ((end - Last.Day!.Value) / 2);

    /// <summary>From the last of the days tried on which it holds to the next; null where it holds on none.</summary>
    public static SigningBracket? Of(
        int question, ImmutableArray<SignedAnswer> tried, Func<SignedAnswer, bool> holds)
    {
        var last = tried.LastOrDefault(holds);
        if (last is null) return null;
        var next = tried.IndexOf(last) + 1;
        var until = next < tried.Length ? tried[next] : last;
        return new SigningBracket(question, last, until.Day!.Value, holds);
    }

    /// <summary>What the middle came to.</summary>
    public void Take(SignedAnswer middle)
    {
        if (holds(middle)) Last = middle;
        else end = middle.Day!.Value;
    }
}
