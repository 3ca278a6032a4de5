using Resupply.Values;

namespace Resupply.Language;

/// <summary>
/// Turns a parsed value into an expression in base units: looks up names, agrees units, folds constants.
/// </summary>
internal sealed partial class ExpressionBuilder
{
    private readonly ValueText value;
    private readonly Phrase root;
    private readonly Scope scope;
    private readonly Phrase? wholeRange;
    private readonly bool isWholeCount;
    private readonly bool isNonNegative;
    private int[]? marks;

    /// <param name="isUnknown">It stands under `unknowns`, where numbers are continuous.</param>
    public ExpressionBuilder(ValueText value, Phrase root, Measure measure, bool isUnknown, Scope scope)
    {
        (this.value, this.root, this.scope) = (value, root, scope);
        isWholeCount = measure == Measure.Count && !isUnknown;
        isNonNegative = measure is not (Measure.Anything or Measure.Date or Measure.FixedDate);
        wholeRange = AfterChance(root);
    }

    /// <summary>What stands after all of `chance of`, without parentheses: a range there is the whole value.</summary>
    public static Phrase AfterChance(Phrase root)
    {
        var phrase = root.Bare();
        while (phrase is Phrase.Chance chance) phrase = chance.Of.Bare();
        return phrase;
    }

    /// <summary>Broken where a mistake was reported.</summary>
    public Typed Build(Phrase phrase) => phrase switch
    {
        Phrase.Literal literal => Literal(literal),
        Phrase.Date date => Typed.Of(date.Day, Dimension.Date),
        Phrase.Never => Typed.Of(double.PositiveInfinity, Dimension.Date),
        Phrase.Name name => Name(name),
        Phrase.Parentheses parentheses => Build(parentheses.Inner),
        Phrase.Negative negative => Negative(negative),
        Phrase.Binary binary => Binary(binary),
        Phrase.Range range => Range(range),
        Phrase.Per per => Per(Build(per.Of), per),
        Phrase.Chance chance => Chance(chance),
        Phrase.Call call => Call(call),
        _ => throw new InvalidOperationException($"unknown phrase {phrase}"),
    };

    /// <summary>Draws are numbered by where they stand.</summary>
    private int OrdinalOf(int mark) => Array.BinarySearch(marks ??= Marks(), mark);

    private int[] Marks()
    {
        List<int> found = [];
        foreach (var part in root.WithParts())
        {
            if (part.DrawnAt is { } mark) found.Add(mark);
        }

        found.Sort();
        return [.. found];
    }

    private Typed Wrong(Phrase at, string message, string? hint = null)
    {
        value.Error(at, message, hint);
        return Typed.Broken;
    }

    private static Typed Literal(Phrase.Literal literal) => literal.Unit is { } unit
        ? Typed.Of(unit.ToBase(literal.Number), unit.IsTime ? Dimension.Duration : Dimension.Number)
        : Typed.Of((double)literal.Number, Dimension.Number);

    private Typed Name(Phrase.Name name)
    {
        switch (scope.Find(name.Text))
        {
            case Meaning.Deadline deadline:
                return Typed.Of(deadline.Day.Number, Dimension.Date);
            case Meaning.Unknown unknown:
                return new Typed(new Expression.Unknown(name.Text, unknown.Slot), unknown.Dimension);
            case Meaning.Broken:
                return Typed.Broken;
            default:
                return Wrong(name, $"`{name.Text}` is not known here", HintForName(name.Text));
        }
    }

    private string HintForName(string name)
    {
        if (name == "rest") return "`rest` stands alone, where a quantity is what remains of a total";
        if (name is "true" or "false" or "yes" or "no" or "on" or "off")
            return "yes and no, on and off are no values: write a number or a date";
        if (Surprise.IsMonth(name)) return "write a date as year-month-day: 2024-11-09";
        if (Unit.MeantBy(name) is { } unit) return $"a unit follows a number: 1 {unit}";
        for (var dash = name.IndexOf('-', StringComparison.Ordinal); dash > 0; dash = name.IndexOf('-', dash + 1))
        {
            if (scope.Find(name[..dash]) is not null)
                return $"to subtract, put spaces around the minus: {name[..dash]} - {name[(dash + 1)..]}";
        }

        if (Nearest.To(name, scope.Valued) is { } near) return $"did you mean `{near}`?";
        return scope.Valued.IsEmpty
            ? "declare it under `unknowns` (or `deadlines`, if it is a date)"
            : $"under `unknowns` and `deadlines` stand: {Nearest.Listed(scope.Valued)}";
    }

    private Typed Negative(Phrase.Negative negative)
    {
        var of = Build(negative.Of);
        if (of.Dimension.IsBroken) return of;
        return of.Dimension.IsDate
            ? Wrong(negative, "a date cannot be negative")
            : new Typed(Folding.Call(Function.Negate, of.Expression), of.Dimension);
    }

    private Typed Per(Typed of, Phrase.Per per)
    {
        if (of.Dimension.IsBroken) return of;
        if (of.Dimension.IsDate) return Wrong(per, "a date cannot be had per length of time");
        var perDay = per.Time.PerDay(1);
        if (of.Fixed is { } fix) return Typed.Of(per.Time.PerDay(fix), new Dimension(of.Dimension.Time - 1));
        var expression = perDay == 1
            ? of.Expression
            : Folding.Binary(Operator.Multiply, of.Expression, new Expression.Constant(perDay));
        return new Typed(expression, new Dimension(of.Dimension.Time - 1));
    }

    private Typed Chance(Phrase.Chance chance)
    {
        var probability = Build(chance.Probability);
        var of = Build(chance.Of);
        if (probability.Dimension.IsBroken || of.Dimension.IsBroken) return Typed.Broken;
        if (!probability.Dimension.IsNumber)
            return Wrong(
                chance.Probability, $"a probability is a number, not {probability.Dimension}", "write 30% chance of X");
        if (probability.Fixed is { } p and not (>= 0 and <= 1))
        {
            var hint = p is > 1 and <= 100 && chance.Probability is Phrase.Literal { Unit: null }
                ? $"write {value.Of(chance.Probability)}% chance of {value.Of(chance.Of)}"
                : null;
            return Wrong(chance.Probability, "a probability lies between 0% and 100%", hint);
        }

        var otherwise = of.Dimension.IsDate ? double.PositiveInfinity : 0;
        var ordinal = OrdinalOf(chance.Mark);
        return new Typed(
            new Expression.Chance(probability.Expression, of.Expression, otherwise, ordinal), of.Dimension);
    }

    private Typed Call(Phrase.Call call)
    {
        if (Signature.All.TryGetValue(call.Function, out var signature)) return Drawn(call, signature);
        if (call.Function is not ("min" or "max" or "round"))
        {
            var meant = Signature.MeantBy(call.Function);
            return Wrong(
                call with { Length = call.Function.Length },
                $"there is no function or distribution `{call.Function}`",
                meant is null ? "functions are min, max, round" : $"did you mean `{meant}`?");
        }

        var arguments = new List<Typed>();
        foreach (var argument in call.Arguments)
        {
            if (argument.Left is not null) return Wrong(argument.Left, $"`{call.Function}` takes no names or weights");
            arguments.Add(Build(argument.Value));
        }

        return arguments.Exists(argument => argument.Dimension.IsBroken) ? Typed.Broken : FunctionOf(call, arguments);
    }

    private Typed FunctionOf(Phrase.Call call, List<Typed> arguments)
    {
        var isRound = call.Function == "round";
        if (isRound ? arguments.Count != 1 : arguments.Count < 2)
            return Wrong(call, $"`{call.Function}` takes {(isRound ? "one value" : "two values or more")}");
        for (var i = 1; i < arguments.Count; i++)
        {
            if (arguments[i].Dimension != arguments[0].Dimension)
                return Mixed(call, arguments[0].Dimension, call.Arguments[i].Value, arguments[i].Dimension);
        }

        if (isRound && arguments[0].Dimension.Time is not (0 or 1))
            return Wrong(call, $"`round` takes a number, a date or a duration, not {arguments[0].Dimension}");
        var function = call.Function switch
        {
            "min" => Function.Min,
            "max" => Function.Max,
            _ => Function.Round,
        };
        var expressions = arguments.Select(argument => argument.Expression).ToArray();
        return new Typed(Folding.Call(function, expressions), arguments[0].Dimension);
    }

    private Typed Mixed(Phrase.Call call, Dimension first, Phrase other, Dimension second) =>
        Wrong(other, $"`{call.Function}` mixes {first} and {second}: `{value.Of(other)}`", HintFor(first, other));

    /// <summary>How a bare number becomes what is wanted.</summary>
    private string? HintFor(Dimension wanted, Phrase found)
    {
        if (found.Bare() is not Phrase.Literal { Unit: null }) return null;
        var number = value.Of(found);
        return (wanted.IsDate, wanted.Time) switch
        {
            (true, _) => $"a date is moved by a duration: {number} d",
            (_, 1) => $"write {number} d (units: h d w mo y)",
            (_, -1) => $"write {number} per day",
            _ => null,
        };
    }
}
