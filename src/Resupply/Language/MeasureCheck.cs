using Resupply.Values;

namespace Resupply.Language;

/// <summary>
/// Whether an expression is what its place measures: its kind, and where nothing is drawn, its domain.
/// </summary>
internal static class MeasureCheck
{
    private const int LastDayNumber = 3_652_058; // 9999-12-31

    /// <summary>False where a mistake was reported.</summary>
    public static bool Passes(ValueText value, Phrase phrase, Typed typed, Measure measure)
    {
        if (typed.Dimension.IsBroken) return false;
        if (measure != Measure.Anything && typed.Dimension != DimensionOf(measure))
        {
            value.Error(phrase, $"expected {Described(measure)}, found {typed.Dimension}: `{Short(value.Of(phrase))}`",
                HintFor(value, phrase, typed, measure));
            return false;
        }

        return Report(value, phrase, WrittenWrong(phrase, measure))
            && Report(value, phrase, NotFixed(typed, measure))
            && Report(value, phrase, EndOutside(phrase, typed, measure))
            && Report(value, phrase, typed.Fixed is { } fix ? Outside(value, phrase, fix, measure) : null);
    }

    private static bool Report(ValueText value, Phrase phrase, (string Message, string? Hint)? wrong)
    {
        if (wrong is null) return true;
        value.Error(phrase, $"{wrong.Value.Message}: `{Short(value.Of(phrase))}`", wrong.Value.Hint);
        return false;
    }

    private static string Short(string text) => text.Length <= 60 ? text : text[..60] + "…";

    private static Dimension DimensionOf(Measure measure) => measure switch
    {
        Measure.Duration => Dimension.Duration,
        Measure.Date or Measure.FixedDate => Dimension.Date,
        Measure.Rate => Dimension.Rate,
        _ => Dimension.Number,
    };

    public static string Described(Measure measure) => measure switch
    {
        Measure.Anything => "a value",
        Measure.Factor => "a number",
        Measure.Count => "a number of units",
        Measure.Money => "a sum of money",
        Measure.Probability => "a share or probability",
        Measure.Duration => "a duration",
        Measure.Date => "a date",
        Measure.Rate => "a rate",
        Measure.DutyCycle => "working time per calendar time",
        Measure.FixedDate => "a fixed date",
        _ => "a fixed share or number of units",
    };

    private static string? HintFor(ValueText value, Phrase phrase, Typed typed, Measure measure)
    {
        var written = Short(value.Of(phrase));
        var isBare = phrase.Bare() is Phrase.Literal { Unit: null };
        return (measure, typed.Dimension) switch
        {
            (Measure.Date or Measure.FixedDate, _) when AsDate(phrase) is { } date => $"write {date}",
            (Measure.Date, { Time: 1, IsDate: false }) => $"a delay follows a date: 2024-11-09 + {written}",
            (Measure.Date or Measure.FixedDate, _) => "write a date (2024-12-31) or the name of a deadline",
            (Measure.Duration, { IsDate: true }) => "a date minus a date is a duration",
            (Measure.Duration, { Time: 0 }) when isBare => $"write {written} d, or {written} h (units: h d w mo y)",
            (Measure.Rate, { Time: 0 }) when isBare => $"write {written} per day (or h, w, mo, y)",
            (Measure.DutyCycle, { Time: 1 }) => $"write {written} per day",
            (Measure.Count or Measure.Money or Measure.Factor, { Time: -1 }) => "leave out `per`",
            (Measure.Count or Measure.Money or Measure.Factor, { Time: 1 }) => "leave out the unit of time",
            (Measure.Duration, _) => "write a duration: 36 h, 3 d, 2 w, 1.5 mo",
            (Measure.Rate, _) => "write a rate: 40 per day, 3 per mo",
            (Measure.Probability, _) => "write 60% or 0.6",
            _ => null,
        };
    }

    /// <summary>20241231 as the date it probably is.</summary>
    private static string? AsDate(Phrase phrase)
    {
        if (phrase.Bare() is not Phrase.Literal { Unit: null, Number: >= 19000101m and <= 21001231m } literal)
            return null;
        var digits = ((int)literal.Number).ToString("0000-00-00", System.Globalization.CultureInfo.InvariantCulture);
        return Day.Parse(digits)?.ToString();
    }

    private static (string, string?)? WrittenWrong(Phrase phrase, Measure measure)
    {
        var whole = ExpressionBuilder.AfterChance(phrase);
        var isShare = whole is Phrase.Literal { Unit.Name: "%" }
            || whole is Phrase.Range { Ends: [Phrase.Literal { Unit.Name: "%" }, ..] };
        if (measure is Measure.Count or Measure.Money && isShare)
            return ($"expected {Described(measure)}, found a share", null);

        var isPlain = !phrase.WithParts()
            .Any(part => part is Phrase.Per or Phrase.Name or Phrase.Literal { Unit.Name: "%" });
        return measure == Measure.DutyCycle && isPlain
            ? ("expected working time per calendar time, found a bare number", "write 10 h per day")
            : null;
    }

    private static (string, string?)? NotFixed(Typed typed, Measure measure)
    {
        if (measure is not (Measure.FixedDate or Measure.Threshold) || typed.Fixed is not null) return null;
        return measure == Measure.FixedDate
            ? ("this date must be fixed", "no draw and no unknown may stand here: write a date or a deadline's name")
            : ("this threshold must be fixed", "no draw and no unknown may stand here");
    }

    /// <summary>
    /// The ends of a range that is the whole value. A count below 0 counts as 0, so its ends are free.
    /// </summary>
    private static (string, string?)? EndOutside(Phrase phrase, Typed typed, Measure measure)
    {
        if (measure == Measure.Count || ExpressionBuilder.AfterChance(phrase) is not Phrase.Range) return null;
        var expression = typed.Expression;
        while (expression is Expression.Chance chance) expression = chance.Of;
        if (expression is not Expression.Draw draw) return null;
        foreach (var end in draw.Parameters)
        {
            if (end is Expression.Constant fix && Beyond(fix.Value, measure, isShare: true) is { } wrong)
                return ("a part of this range is outside: " + wrong.Message, wrong.Hint);
        }

        return null;
    }

    private static (string, string?)? Outside(ValueText value, Phrase phrase, double fix, Measure measure)
    {
        if (double.IsNaN(fix)) return ("this is not a number", null);
        var hasPercent = ExpressionReader.HasPercent(phrase);
        if (fix < 0 && phrase.Bare() is Phrase.Binary { Sign: '-' } minus && measure != Measure.Anything)
        {
            var range = $"{value.Of(minus.Left)}..{value.Of(minus.Right)}";
            return ($"{Described(measure)} cannot be below 0", $"a range is written {range}");
        }

        if (measure == Measure.Probability && fix is > 1 and <= 100 && phrase.Bare() is Phrase.Literal { Unit: null })
            return ("a share or probability lies between 0% and 100%", $"write {value.Of(phrase)}%");
        return Beyond(fix, measure, hasPercent);
    }

    private static (string Message, string? Hint)? Beyond(double fix, Measure measure, bool isShare) => measure switch
    {
        Measure.Anything => null,
        Measure.Date when double.IsPositiveInfinity(fix) => null,
        Measure.FixedDate when double.IsPositiveInfinity(fix) => ("`never` is not a fixed date", null),
        Measure.Date or Measure.FixedDate when fix is < 0 or > LastDayNumber =>
            ("dates go from 0001-01-01 to 9999-12-31", null),
        Measure.FixedDate when fix != Math.Floor(fix) => ("this is not a whole day", "add whole days"),
        Measure.Date or Measure.FixedDate => null,
        Measure.Probability when fix is < 0 or > 1 => ("a share or probability lies between 0% and 100%", null),
        Measure.DutyCycle when fix > 1 => ("a day has no more than 24 h", null),
        Measure.Threshold when fix > 1 && isShare => ("a share cannot be above 100%", null),
        _ when fix < 0 => ($"{Described(measure)} cannot be below 0", null),
        _ => null,
    };
}
