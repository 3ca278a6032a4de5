using System.Globalization;
using static System.FormattableString;

namespace Resupply.Forecasting;

/// <summary>Numbers and laws as the language writes them.</summary>
internal static class BlockText
{
    private const double DaysPerMonth = 30.4375;
    private const int Digits = 4;
    private const double WeightMin = 1e-5;

    /// <summary>Four digits, without an exponent.</summary>
    public static string Number(double value)
    {
        if (value == 0) return "0";
        var places = Math.Clamp(Digits - 1 - (int)Math.Floor(Math.Log10(Math.Abs(value))), 0, 15);
        return Math.Round(value, places).ToString("0.###############", CultureInfo.InvariantCulture);
    }

    /// <summary>`discrete(0=410.5; 1=31)`: the weights in thousandths; what is rarer than 1 in 100,000 is left out.
    /// </summary>
    public static string Discrete(CountLaw law)
    {
        var pairs = Enumerable.Range(0, law.Values.Length).Where(index => law.WeightAt(index) >= WeightMin)
            .Select(index => Invariant($"{law.Values[index]}={Number(1000 * law.WeightAt(index))}"));
        return $"discrete({string.Join("; ", pairs)})";
    }

    /// <summary>How many days a period has on the average.</summary>
    public static double DaysOf(PeriodStep step) => step == PeriodStep.Day ? 1 : DaysPerMonth;

    /// <summary>
    /// The keys of a negative binomial need: that of a month is the sum of its days' where each has 1/n of the mean and
    /// n times the dispersion.
    /// </summary>
    /// <param name="level">A name under `unknowns` that multiplies the mean; null: none.</param>
    public static (string Key, string Value) PerDay(double mean, double dispersion, PeriodStep step, string? level)
    {
        var days = DaysOf(step);
        var factor = level is null ? "" : $" * {NeedBlock.Prefix}{level}";
        if (mean <= 0) return ("per-day", "0");
        return ("per-day", dispersion < 1e-6
            ? $"poisson({Number(mean / days)}{factor})"
            : $"negative-binomial({Number(mean / days)}{factor}; {Number(Math.Min(dispersion * days, 1e6))})");
    }

    /// <summary>A value that is 1 on the average and spreads like this: nothing where it hardly spreads.</summary>
    public static string Around1(double sd) => $"lognormal(1; {Number(Math.Max(sd, 0.001))})";

    /// <summary>A share that spreads like this, uniform, and never beyond 0 and 1.</summary>
    public static (double Low, double High) ShareRange(double share, double sd)
    {
        var half = Math.Min(Math.Sqrt(3) * sd, Math.Min(share, 1 - share));
        return (share - half, share + half);
    }

    public static string Range((double Low, double High) range) => range.High - range.Low < 1e-6
        ? Number(range.Low)
        : $"{Number(range.Low)}..{Number(range.High)}";
}
