using System.Collections.Immutable;
using System.Globalization;
using Resupply.Language;
using Resupply.Values;

namespace Resupply;

/// <summary>How a value that was drawn is said: a day, a sum, so many units.</summary>
public sealed class ValueWords(Scenario scenario)
{
    private readonly ImmutableDictionary<string, Value> values =
        scenario.Values.DistinctBy(value => value.Path).ToImmutableDictionary(value => value.Path);

    public string Of(string path, double number)
    {
        var value = values.GetValueOrDefault(path);
        if (double.IsPositiveInfinity(number)) return "never";
        return value switch
        {
            { Path: var confirmed } when confirmed.EndsWith(".confirmed", StringComparison.Ordinal) => number < 0.5 ? "not coming" : "coming",
            { Measure: Measure.Date } => new Day((int)Rounding.HalfUp(number)).ToString(),
            { Measure: Measure.Duration } => $"{Number(number)} days",
            { Measure: Measure.Probability } => $"{Number(number * 100)} %",
            { Measure: Measure.Count } => Number(Rounding.Count(number)),
            { Measure: Measure.Money } => Number(number),
            _ => Number(number),
        };
    }

    private static string Number(double number) => Math.Abs(number) switch
    {
        >= 1e9 => $"{number / 1e9:0.###} bn",
        >= 1e6 => $"{number / 1e6:0.###} M",
        >= 1000 => number.ToString("#,0", CultureInfo.InvariantCulture),
        _ => number.ToString("0.###", CultureInfo.InvariantCulture),
    };
}
