using System.Globalization;
using System.Numerics;
using Resupply.Answers;
using Resupply.Planning;

namespace Resupply.Reports;

/// <summary>
/// The levels of one answer and the steps between them, all with the same digits: each level is rounded, and a step is
/// the difference of two of them, so that what is printed adds up as printed. A step may so be off by one in its last
/// digit; the digits are those that the error supports.
/// </summary>
internal sealed class ReplayNumbers
{
    /// <summary>Digits behind the point in JSON and CSV, where all of them are given.</summary>
    public const int AllDigits = 15;

    private const double NormalQuantile = 1.959963984540054;
    private const int DigitsMax = 2;

    private readonly int digits;
    private readonly (BigInteger Times, BigInteger Per, string Name) scale;

    public ReplayNumbers(ReplayReport report)
    {
        var known = report.Days.Where(day => day.Level is not null).ToList();
        IsOfShares = Answering.IsOfShares(report.Question);
        scale = IsOfShares ? (100, 1, "") : ScaleOf(known.Max(day => Size(day.Level!.Value)));
        var error = Math.Max(ErrorOf(report.Days[0], report), ErrorOf(report.Last, report));
        if (error <= 0) error = report.Steps.Select(step => step.Change.Error).DefaultIfEmpty().Max();
        digits = error > 0 ? Math.Clamp((int)Math.Ceiling(-Math.Log10(Half(error))), 0, DigitsMax) : DigitsMax;
        Unit = UnitOf(report.Last.Answer!);
    }

    /// <summary>A probability or a share, shown in hundredths.</summary>
    public bool IsOfShares { get; }

    /// <summary>What stands behind a level: " in 100", "%", " units".</summary>
    public string Unit { get; }

    /// <summary>"41.2", "3.83 bn".</summary>
    public string Level(Fraction level) => Shown(Units(level)) + scale.Name;

    /// <summary>"+5.1", "−0.3", "0.0".</summary>
    public string Step(Fraction before, Fraction after)
    {
        var step = Units(after) - Units(before);
        var sign = step.Sign switch { > 0 => "+", < 0 => "−", _ => "" };
        return sign + Shown(BigInteger.Abs(step)) + scale.Name;
    }

    /// <summary>"± 0.4": half the interval of 95 %; never shown as none where there is one.</summary>
    public string Error(Estimate change)
    {
        var half = Half(change.Error);
        var least = half > 0 ? Math.Max(half, Math.Pow(10, -digits)) : 0;
        return "± " + least.ToString("N" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    /// <summary>With all digits, as a decimal number.</summary>
    public static string All(Fraction level) => Fraction.Text(level.Rounded(AllDigits), AllDigits);

    /// <inheritdoc cref="All(Fraction)"/>
    public static string All(Fraction before, Fraction after) =>
        Fraction.Text(after.Rounded(AllDigits) - before.Rounded(AllDigits), AllDigits);

    private double Half(double error) => NormalQuantile * error * (double)scale.Times / (double)scale.Per;

    private BigInteger Units(Fraction level) =>
        new Fraction(level.Count * scale.Times, level.Of * scale.Per).Rounded(digits);

    private string Shown(BigInteger units)
    {
        var text = Fraction.Fixed(units, digits);
        var point = digits == 0 ? text.Length : text.Length - digits - 1;
        var whole = BigInteger.Parse(
            text.AsSpan(0, point), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var sign = units.Sign < 0 ? "−" : "";
        return sign + BigInteger.Abs(whole).ToString("N0", CultureInfo.InvariantCulture) + text[point..];
    }

    private static double Size(Fraction level) => Math.Abs((double)level.Count / (double)level.Of);

    private static (BigInteger Times, BigInteger Per, string Name) ScaleOf(double largest) => largest switch
    {
        >= 1e9 => (1, 1_000_000_000, " bn"),
        >= 1e6 => (1, 1_000_000, " M"),
        _ => (1, 1, ""),
    };

    private static double ErrorOf(ReplayedDay day, ReplayReport report) => day.Answer switch
    {
        Answer.Probability probability => probability.Estimate.Error,
        Answer.Share share => share.Estimate.Error,
        Answer.Quantity { Mean: { } mean } => mean.Error,
        Answer.Date date => Reports.Shown.Wilson(date.Estimate.Never, report.Card.Replications).Error,
        _ => 0,
    };

    private static string UnitOf(Answer answer) => answer switch
    {
        Answer.Share => "%",
        Answer.Quantity quantity => $" {quantity.Unit}",
        _ => " in 100",
    };
}
