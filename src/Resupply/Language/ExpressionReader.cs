using Resupply.Values;

namespace Resupply.Language;

/// <summary>What the text of a value says.</summary>
/// <param name="Measure">As asked for; under `unknowns` what was found.</param>
/// <param name="IsShare">It was written with a percent sign.</param>
public sealed record ReadExpression(Expression Expression, Dimension Dimension, Measure Measure, bool IsShare);

/// <summary>Reads the text of one value: parses it, agrees its units and checks it against what is measured.</summary>
public static class ExpressionReader
{
    /// <summary>Null where a mistake was reported.</summary>
    public static ReadExpression? Read(Node.Scalar scalar, Measure measure, Scope scope, Diagnostics diagnostics)
    {
        var value = new ValueText(scalar, diagnostics);
        if (measure == Measure.DutyCycle && scalar.Text.Contains(':', StringComparison.Ordinal))
        {
            diagnostics.Error(
                scalar.At,
                $"expected {MeasureCheck.Described(measure)}, found hours of the clock: " +
                $"`{Expected.Short(scalar.Text)}`",
                "write 10 h per day: how long, not from when");
            return null;
        }

        return PhraseParser.Read(value) is { } phrase ? Read(value, phrase, measure, scope) : null;
    }

    /// <summary>
    /// Reads what stands under `unknowns`: a number, a duration, a date or a rate, by its own expression.
    /// </summary>
    internal static ReadExpression? ReadUnknown(ValueText value, Phrase phrase, Scope scope)
    {
        var typed = new ExpressionBuilder(value, phrase, Measure.Anything, isUnknown: true, scope).Build(phrase);
        if (value.HasErrors) return null;
        Measure? measure = typed.Dimension switch
        {
            { IsDate: true } => Measure.Date,
            { Time: 0 } => Measure.Anything,
            { Time: 1 } => Measure.Duration,
            { Time: -1 } => Measure.Rate,
            _ => null,
        };
        if (measure is null)
        {
            value.Error(
                phrase, $"`{value.Of(phrase)}` is {typed.Dimension}: neither a number, a duration, a date nor a rate");
            return null;
        }

        // Now that it is known what it measures, normals that cannot be negative are told so.
        var known = new ExpressionBuilder(value, phrase, measure.Value, isUnknown: true, scope).Build(phrase);
        if (!MeasureCheck.Passes(value, phrase, known, measure.Value)) return null;
        return new ReadExpression(known.Expression, known.Dimension, measure.Value, HasPercent(phrase));
    }

    internal static ReadExpression? Read(ValueText value, Phrase phrase, Measure measure, Scope scope)
    {
        if (measure == Measure.Anything) return ReadUnknown(value, phrase, scope);
        var typed = new ExpressionBuilder(value, phrase, measure, isUnknown: false, scope).Build(phrase);
        if (value.HasErrors || !MeasureCheck.Passes(value, phrase, typed, measure)) return null;
        return new ReadExpression(typed.Expression, typed.Dimension, measure, HasPercent(phrase));
    }

    internal static bool HasPercent(Phrase phrase) =>
        phrase.WithParts().Any(part => part is Phrase.Literal { Unit.Name: "%" });
}
