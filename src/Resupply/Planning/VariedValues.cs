using System.Globalization;
using Resupply.Language;
using Resupply.Values;

namespace Resupply.Planning;

/// <summary>Which values are tried in the place of one that the file states, and how they are written.</summary>
public static class VariedValues
{
    private const int Digits = 3;

    private static readonly double[] Factors = [0, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 3, 5, 10];
    private static readonly double[] FromNothing = [0, 1, 2, 5, 10, 20, 50, 100];

    /// <summary>About a dozen, in ascending order: of a date, days from the first on and never.</summary>
    /// <param name="usual">What the value usually is, in base units.</param>
    public static IEnumerable<double> Of(Measure measure, double usual, Day first, Day last) => measure switch
    {
        Measure.Date => Permission.Days(first, last, SigningStep.For(last - first))
            .Select(day => (double)day.Number).Append(double.PositiveInfinity),
        Measure.Probability => Enumerable.Range(0, 11).Select(tenth => tenth / 10.0),
        _ when usual > 0 && double.IsFinite(usual) =>
            Factors.Select(factor => Written(measure, factor * usual)).Distinct(),
        _ => FromNothing,
    };

    /// <summary>Between two, as it would be written; null where they are next to each other.</summary>
    public static double? Between(Measure measure, double one, double other)
    {
        if (!double.IsFinite(one) || !double.IsFinite(other)) return null;
        var middle = Written(measure, (one + other) / 2);
        return middle > Math.Min(one, other) && middle < Math.Max(one, other) ? middle : null;
    }

    /// <summary>As the file would have it: "2024-11-28", "132", "0.35", "12.5 d", "0.04 per day".</summary>
    public static string Text(Measure measure, double value) => measure switch
    {
        Measure.Date => double.IsInfinity(value) ? "never" : new Day((int)value).ToString(),
        Measure.Duration => $"{Plain(value)} d",
        Measure.Rate => $"{Plain(value)} per day",
        Measure.DutyCycle => $"{Plain(value * 24)} h per day",
        _ => Plain(value),
    };

    /// <summary>Whole days and units; else three digits.</summary>
    private static double Written(Measure measure, double value)
    {
        if (measure is Measure.Date or Measure.Count) return Math.Floor(value + 0.5);
        if (value == 0) return 0;
        var scale = Math.Pow(10, Digits - 1 - Math.Floor(Math.Log10(Math.Abs(value))));
        return Math.Round(value * scale) / scale;
    }

    private static string Plain(double value) =>
        ((decimal)value).ToString("0.###############", CultureInfo.InvariantCulture);
}
