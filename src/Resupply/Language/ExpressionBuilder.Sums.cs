using Resupply.Values;

namespace Resupply.Language;

internal sealed partial class ExpressionBuilder
{
    private Typed Binary(Phrase.Binary binary)
    {
        var left = Build(binary.Left);
        var right = Build(binary.Right);
        if (left.Dimension.IsBroken || right.Dimension.IsBroken) return Typed.Broken;
        return binary.Sign switch
        {
            '+' => Sum(binary, left, right),
            '-' => Difference(binary, left, right),
            _ => Product(binary, left, right),
        };
    }

    private Typed Sum(Phrase.Binary binary, Typed left, Typed right)
    {
        if (left.Dimension.IsDate && right.Dimension.IsDate)
        {
            return IsNever(left) || IsNever(right)
                ? Typed.Of(double.PositiveInfinity, Dimension.Date)
                : Wrong(
                    binary,
                    "two dates cannot be added",
                    "a date plus a duration is a date; a date minus a date a duration");
        }

        if (left.Dimension == right.Dimension) return Folded(binary, Operator.Add, left, right, left.Dimension);
        if (left.Dimension.IsDate) return Moved(binary, Operator.Add, left, right, binary.Right);
        return right.Dimension.IsDate
            ? Moved(binary, Operator.Add, right, left, binary.Left)
            : Unequal(binary, "plus", left, right);
    }

    private Typed Difference(Phrase.Binary binary, Typed left, Typed right)
    {
        if (IsNever(left)) return left;
        if (IsNever(right)) return Wrong(binary.Right, "`never` cannot be subtracted");
        if (left.Dimension == right.Dimension)
        {
            var dimension = left.Dimension.IsDate ? Dimension.Duration : left.Dimension;
            return Folded(binary, Operator.Subtract, left, right, dimension);
        }

        if (left.Dimension.IsDate) return Moved(binary, Operator.Subtract, left, right, binary.Right);
        return right.Dimension.IsDate
            ? Wrong(binary, $"{left.Dimension} minus a date has no meaning", "a date minus a date is a duration")
            : Unequal(binary, "minus", left, right);
    }

    private static bool IsNever(Typed typed) => typed.Fixed is { } fix && double.IsPositiveInfinity(fix);

    private Typed Moved(Phrase.Binary binary, Operator sign, Typed date, Typed by, Phrase byPhrase)
    {
        if (by.Dimension == Dimension.Duration) return Folded(binary, sign, date, by, Dimension.Date);
        if (IsNever(date)) return date;
        return Wrong(
            byPhrase,
            $"a date {(sign == Operator.Add ? "plus" : "minus")} {by.Dimension}: `{value.Of(byPhrase)}`",
            HintFor(Dimension.Date, byPhrase) ?? "a date is moved by a duration: 3 d");
    }

    private Typed Unequal(Phrase.Binary binary, string word, Typed left, Typed right)
    {
        var leftIsBare = binary.Left.Bare() is Phrase.Literal { Unit: null } && right.Dimension.Time != 0;
        var at = leftIsBare ? binary.Left : binary.Right;
        var hint = leftIsBare ? HintFor(right.Dimension, binary.Left) : HintFor(left.Dimension, binary.Right);
        return Wrong(at, $"{left.Dimension} {word} {right.Dimension}: `{value.Of(binary)}`", hint);
    }

    private Typed Product(Phrase.Binary binary, Typed left, Typed right)
    {
        var isTimes = binary.Sign == '*';
        if (left.Dimension.IsDate || right.Dimension.IsDate)
        {
            var at = left.Dimension.IsDate ? binary.Left : binary.Right;
            return Wrong(at, $"a date cannot be {(isTimes ? "multiplied" : "divided")}", DateProductHint(binary));
        }

        if (!isTimes && right.Fixed is 0) return Wrong(binary.Right, "division by zero");
        var time = left.Dimension.Time + (isTimes ? right.Dimension.Time : -right.Dimension.Time);
        if (Math.Abs(time) > 8) return Wrong(binary, $"time to the power of {time}");
        return Folded(binary, isTimes ? Operator.Multiply : Operator.Divide, left, right, new Dimension(time));
    }

    private static string? DateProductHint(Phrase.Binary binary) =>
        binary.Left is Phrase.Literal && binary.Sign == '*' ? "write 30% chance of a date: it comes, or never" : null;

    private Typed Folded(Phrase.Binary binary, Operator sign, Typed left, Typed right, Dimension dimension)
    {
        var (first, second) = dimension.IsDate && right.Dimension.IsDate && !left.Dimension.IsDate
            ? (right, left)
            : (left, right);
        var expression = Folding.Binary(sign, first.Expression, second.Expression);
        if (expression is Expression.Constant { Value: var result } && !IsNever(first)
            && !(Math.Abs(result) <= Limits.NumberMax))
            return Wrong(binary, $"`{value.Of(binary)}` is too large a number");
        return new Typed(expression, dimension);
    }
}
