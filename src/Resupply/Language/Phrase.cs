using System.Collections.Immutable;

namespace Resupply.Language;

/// <summary>A value's text, parsed and not yet understood: no name is looked up, no unit agreed.</summary>
/// <param name="Start">Where it begins in the text, from 0.</param>
internal abstract record Phrase(int Start, int Length)
{
    /// <summary>A number with its suffix, if it has one.</summary>
    public sealed record Literal(decimal Number, Unit? Unit, int Start, int Length) : Phrase(Start, Length);

    public sealed record Date(int Day, int Start, int Length) : Phrase(Start, Length);

    public sealed record Never(int Start, int Length) : Phrase(Start, Length);

    public sealed record Name(string Text, int Start, int Length) : Phrase(Start, Length);

    public sealed record Parentheses(Phrase Inner, int Start, int Length) : Phrase(Start, Length);

    public sealed record Negative(Phrase Of, int Start, int Length) : Phrase(Start, Length);

    /// <summary>`+ - * /`, as the character.</summary>
    public sealed record Binary(char Sign, Phrase Left, Phrase Right, int Start, int Length) : Phrase(Start, Length);

    /// <summary>Two ends, or low, mode and high.</summary>
    /// <param name="Mark">
    /// Where its (first) sign stands: ranges, distributions and chances are counted by that.
    /// </param>
    public sealed record Range(ImmutableArray<Phrase> Ends, int Mark, int Start, int Length) : Phrase(Start, Length);

    /// <summary>`40 per day`: a number or a duration, per a length of time.</summary>
    public sealed record Per(Phrase Of, Unit Time, int Start, int Length) : Phrase(Start, Length);

    public sealed record Chance(Phrase Probability, Phrase Of, int Mark, int Start, int Length)
        : Phrase(Start, Length);

    /// <summary>A function or a distribution with its parameters.</summary>
    public sealed record Call(string Function, ImmutableArray<Argument> Arguments, int Mark, int Start, int Length)
        : Phrase(Start, Length);

    /// <summary>One parameter: by position, by name (`sd=3 d`), or in `discrete` a value with its weight.</summary>
    public sealed record Argument(Phrase? Left, Phrase Value);

    /// <summary>It and everything in it.</summary>
    public IEnumerable<Phrase> WithParts()
    {
        var open = new Stack<Phrase>([this]);
        while (open.TryPop(out var phrase))
        {
            yield return phrase;
            foreach (var part in phrase.Parts()) open.Push(part);
        }
    }

    /// <summary>The same without parentheses around all of it.</summary>
    public Phrase Bare()
    {
        var phrase = this;
        while (phrase is Parentheses parentheses) phrase = parentheses.Inner;
        return phrase;
    }

    /// <summary>Where it is counted among ranges, distributions and chances; null for what draws nothing.</summary>
    public int? DrawnAt => this switch
    {
        Range range => range.Mark,
        Chance chance => chance.Mark,
        Call call when Signature.All.ContainsKey(call.Function) => call.Mark,
        _ => null,
    };

    private IEnumerable<Phrase> Parts() => this switch
    {
        Parentheses parentheses => [parentheses.Inner],
        Negative negative => [negative.Of],
        Binary binary => [binary.Left, binary.Right],
        Range range => range.Ends,
        Per per => [per.Of],
        Chance chance => [chance.Probability, chance.Of],
        Call call => call.Arguments.SelectMany(argument =>
            argument.Left is null ? [argument.Value] : (Phrase[])[argument.Left, argument.Value]),
        _ => [],
    };
}
