using System.Collections.Immutable;
using System.Globalization;
using Resupply.Language;
using Resupply.Values;

namespace Resupply;

/// <summary>How the ends of a value that was drawn are said: a day, a sum, so many units, whether it comes.</summary>
public sealed class ValueWords(Scenario scenario)
{
    private const int Digits = 3;

    private readonly ImmutableDictionary<string, Value> values =
        scenario.Values.DistinctBy(value => value.Path).ToImmutableDictionary(value => value.Path);

    public string UpTo(string path, double number) =>
        IsWhetherItComes(path) ? "does not come" : $"up to {In(path, number)}";

    public string From(string path, double number) =>
        IsWhetherItComes(path) ? "comes" : double.IsPositiveInfinity(number) ? "never" : $"from {In(path, number)}";

    private static bool IsWhetherItComes(string path) => path.EndsWith(".confirmed", StringComparison.Ordinal);

    private string In(string path, double number)
    {
        var value = values.GetValueOrDefault(path);
        return value switch
        {
            _ when double.IsPositiveInfinity(number) => "never",
            { Measure: Measure.Date } => new Day((int)Rounding.HalfUp(number)).ToString(),
            { Measure: Measure.Duration } => $"{Short(number)} days",
            { Measure: Measure.Count } => Rounding.Count(number).ToString("#,0", CultureInfo.InvariantCulture),
            { Measure: Measure.Probability } => $"{Short(number * 100)} %",
            { Text: var text } when text.Contains('%', StringComparison.Ordinal) => $"{Short(number * 100)} %",
            _ => Short(number),
        };
    }

    private static string Short(double number) => Math.Abs(number) switch
    {
        >= 1e9 => $"{Rounded(number / 1e9)} bn",
        >= 1e6 => $"{Rounded(number / 1e6)} M",
        _ => Rounded(number),
    };

    private static string Rounded(double number)
    {
        if (number == 0) return "0";
        var decimals = Math.Clamp(Digits - 1 - (int)Math.Floor(Math.Log10(Math.Abs(number))), 0, 12);
        return Math.Round(number, decimals).ToString("#,0.############", CultureInfo.InvariantCulture);
    }
}
