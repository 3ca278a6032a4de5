using System.Collections.Immutable;
using System.Globalization;

namespace Resupply.Language;

/// <summary>
/// Parses a value's text by recursive descent.
/// From tight to loose: literal with unit, `..`, `chance of`, `* /`, `+ -`.
/// The first mistake ends the value.
/// </summary>
internal sealed class PhraseParser
{
    private readonly ValueText value;
    private readonly ImmutableArray<Token> tokens;
    private int next;
    private int depth;
    private int operators;

    private PhraseParser(ValueText value, ImmutableArray<Token> tokens)
    {
        this.value = value;
        this.tokens = tokens;
    }

    private Token Current => tokens[next];

    private int End => next == 0 ? 0 : tokens[next - 1].End;

    /// <summary>Null where a mistake was reported.</summary>
    public static Phrase? Read(ValueText value)
    {
        if (Lexer.Read(value) is not { } tokens) return null;
        var parser = new PhraseParser(value, tokens);
        if (parser.Sum() is not { } phrase) return null;
        if (parser.Current.Kind == TokenKind.End) return phrase;
        parser.Unexpected();
        return null;
    }

    private Phrase? Sum() => Chain("+-", Product);

    private Phrase? Product() => Chain("*/", Signed);

    private Phrase? Chain(string signs, Func<Phrase?> operand)
    {
        if (operand() is not { } left) return null;
        while (Current.Kind == TokenKind.Symbol && signs.Contains(Current.Text, StringComparison.Ordinal))
        {
            var sign = Current;
            if (!SignIsSpaced() || !CountOperator()) return null;
            next++;
            if (operand() is not { } right) return null;
            left = new Phrase.Binary(sign.Text[0], left, right, left.Start, right.Start + right.Length - left.Start);
        }

        return left;
    }

    private bool CountOperator()
    {
        if (++operators <= Limits.OperatorsMax) return true;
        value.Error(Current, $"this value has more than {Limits.OperatorsMax} operators");
        return false;
    }

    private bool SignIsSpaced()
    {
        if (!Current.Is("-") || next == 0) return true;
        var (before, after) = (tokens[next - 1], tokens[next + 1]);
        if (before.Kind != TokenKind.Word || after.Kind != TokenKind.Word || Unit.IsUnit(before.Text)) return true;
        if (Current.SpaceBefore && after.SpaceBefore) return true;
        value.Error(
            Current, "a minus between names needs a space on each side", $"write {before.Text} - {after.Text}");
        return false;
    }

    private Phrase? Signed() => Nested(() =>
    {
        if (!Current.Is("-") || tokens[next + 1].Kind == TokenKind.Number) return Chance();
        var sign = Current;
        next++;
        if (Signed() is not { } of) return null;
        if (of is Phrase.Range { Ends: [not Phrase.Literal, ..] } range)
        {
            var end = value.Of(range.Ends[0]);
            value.Error(
                sign, "is the first end negative, or the whole range?", $"write (-{end}).. or -({value.Of(of)})");
            return null;
        }

        return new Phrase.Negative(of, sign.Start, End - sign.Start);
    });

    private Phrase? Nested(Func<Phrase?> inner)
    {
        if (depth >= Limits.NestingMax)
        {
            value.Error(Current, $"more than {Limits.NestingMax} levels within each other");
            return null;
        }

        depth++;
        var phrase = inner();
        depth--;
        return phrase;
    }

    private Phrase? Chance()
    {
        if (Range() is not { } first) return null;
        if (Current.Is("of")) return AskChanceOrShare(first);
        if (!Current.Is("chance")) return first;
        var mark = Current.Start;
        next++;
        if (!Current.Is("of"))
        {
            value.Error(Current, $"expected `of` after `chance`, found {Current}", "write 30% chance of X");
            return null;
        }

        next++;
        if (Signed() is not { } of) return null;
        return new Phrase.Chance(first, of, mark, first.Start, End - first.Start);
    }

    private Phrase? AskChanceOrShare(Phrase first)
    {
        var share = value.Of(first);
        var rest = Current.End < value.Text.Length ? value.Text[Current.End..].Trim() : "X";
        var factor = first is Phrase.Literal { Unit.Name: "%" } literal
            ? literal.Unit!.Value.ToBase(literal.Number).ToString("0.##########", CultureInfo.InvariantCulture)
            : share;
        value.Error(
            first.Start,
            Current.End - first.Start,
            $"`{share} of` can mean two things",
            $"write `{share} chance of {rest}` (it or nothing), or `{factor} * {rest}` (a part of it)");
        return null;
    }

    private Phrase? Range()
    {
        var start = Current.Start;
        if (RangeEnd() is not { } first) return null;
        if (!Current.Is("..")) return first;
        var mark = Current.Start;
        var ends = new List<Phrase> { first };
        while (Current.Is(".."))
        {
            if (ends.Count == 3)
            {
                value.Error(Current, "a range has two ends, a three-point estimate three", "write low..mode..high");
                return null;
            }

            next++;
            if (RangeEnd() is not { } end) return null;
            ends.Add(end);
        }

        if (ends.Find(end => end is Phrase.Call) is { } call)
        {
            value.Error(
                call, "an end of a range is a literal, a name, or in parentheses", $"write ({value.Of(call)})");
            return null;
        }

        return new Phrase.Range([.. ends], mark, start, End - start);
    }

    private Phrase? RangeEnd()
    {
        if (Atom() is not { } atom) return null;
        return Current.Is("per") ? Per(atom) : atom;
    }

    private Phrase? Per(Phrase of)
    {
        next++;
        if (Current.Kind == TokenKind.Word && Unit.AfterPer(Current.Text) is { } time)
        {
            next++;
            return new Phrase.Per(of, time, of.Start, End - of.Start);
        }

        var meant = Current.Kind == TokenKind.Word ? Unit.MeantBy(Current.Text) : null;
        return Wrong(
            Current,
            $"expected a length of time after `per`, found {Current}",
            meant is null ? "write per day, per h, per w, per mo or per y" : $"write per {Day(meant)}");

        static string Day(string unit) => unit == "d" ? "day" : unit;
    }

    private Phrase? Atom() => Current switch
    {
        { Kind: TokenKind.Number } => Literal(1),
        { Kind: TokenKind.Date } => Date(),
        { Kind: TokenKind.Word } => WordOrCall(),
        var sign when sign.Is("-") && tokens[next + 1].Kind == TokenKind.Number => Literal(-1),
        var open when open.Is("(") => Nested(Parentheses),
        _ => Unexpected(),
    };

    private Phrase.Literal Literal(int sign)
    {
        var start = Current.Start;
        if (sign < 0) next++;
        var number = sign * decimal.Parse(Current.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        next++;
        Unit? unit = null;
        if (Current.Kind is TokenKind.Word or TokenKind.Symbol && Unit.Named(Current.Text) is { } named)
        {
            unit = named;
            next++;
        }

        return new Phrase.Literal(number, unit, start, End - start);
    }

    private Phrase.Date Date()
    {
        var date = Current;
        next++;
        return new Phrase.Date((int)date.Number, date.Start, date.Text.Length);
    }

    private Phrase? WordOrCall()
    {
        var word = Current;
        if (tokens[next + 1].Is("(")) return Nested(Call);
        switch (word.Text)
        {
            case "never":
                next++;
                return new Phrase.Never(word.Start, word.Text.Length);
            case "chance" or "of" or "per":
                return Unexpected();
        }

        if (Unit.IsUnit(word.Text))
            return Wrong(word, $"{word} is a unit without a number", $"write 1 {word.Text}");
        if (word.Text is "min" or "max" or "round" || Signature.All.ContainsKey(word.Text))
            return Wrong(word, $"{word} lacks its parameters", Signature.Example(word.Text));
        next++;
        return new Phrase.Name(word.Text, word.Start, word.Text.Length);
    }

    private Phrase? Call()
    {
        var name = Current;
        next++;
        var open = Current;
        next++;
        var arguments = new List<Phrase.Argument>();
        while (!Current.Is(")") || arguments.Count > 0)
        {
            if (Argument() is not { } argument) return null;
            arguments.Add(argument);
            if (Current.Is(")")) break;
            if (Current.Is(",") || Current.Is(";")) next++;
            else return Current.Kind == TokenKind.End ? Unclosed(open) : Unexpected();
        }

        next++;
        return new Phrase.Call(name.Text, [.. arguments], name.Start, name.Start, End - name.Start);
    }

    private Phrase.Argument? Argument()
    {
        if (Sum() is not { } first) return null;
        if (!Current.Is("=")) return new Phrase.Argument(null, first);
        next++;
        return Sum() is { } second ? new Phrase.Argument(first, second) : null;
    }

    private Phrase? Parentheses()
    {
        var open = Current;
        next++;
        if (Sum() is not { } inner) return null;
        if (!Current.Is(")")) return Current.Kind == TokenKind.End ? Unclosed(open) : Unexpected();
        next++;
        return new Phrase.Parentheses(inner, open.Start, End - open.Start);
    }

    private Phrase? Unclosed(Token open) => Wrong(
        open,
        "this `(` is never closed",
        "put `)` where it ends; inside YAML's braces and brackets write ; between parameters, or quote the value");

    private Phrase? Wrong(Token at, string message, string? hint)
    {
        value.Error(at, message, hint);
        return null;
    }

    private Phrase? Unexpected()
    {
        var (message, hint) = Surprise.At(tokens, next);
        return Wrong(Current, message, hint);
    }
}
