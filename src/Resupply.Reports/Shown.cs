using System.Globalization;
using Resupply.Answers;
using static System.FormattableString;

namespace Resupply.Reports;

/// <summary>
/// How a number is shown to a person: with no more digits than its error supports, and never as certain because a
/// simulation happened to see nothing else.
/// </summary>
public static class Shown
{
    private const double NormalQuantile = 1.959963984540054;
    private const int SignificantDigitsMax = 3;
    private const int RangeDigitsMax = 6;
    private const int PointDigitsMax = 2;

    /// <summary>"83 in 100"; "4 in 1,000"; "fewer than 1 in 1,000"; "all of 10,000 replications".</summary>
    /// <param name="exact">Only an exact 0 or 1 is called impossible or certain.</param>
    public static string Probability(Estimate estimate, double? exact, long replications)
    {
        if (exact is 1) return "certain";
        if (exact is 0) return "impossible";
        if (estimate.Value >= 1) return Invariant($"all of {replications:N0} replications");
        if (estimate.Value <= 0) return Invariant($"none of {replications:N0} replications");
        for (var bound = 1_000_000; bound >= 1_000; bound /= 10)
        {
            if (estimate.High < 1.0 / bound) return Invariant($"fewer than 1 in {bound:N0}");
            if (1 - estimate.Low < 1.0 / bound) return Invariant($"more than {bound - 1:N0} in {bound:N0}");
        }

        var of = CasesOf(estimate);
        var cases = Math.Round(estimate.Value * of, MidpointRounding.AwayFromZero);
        if (cases < 1) return Invariant($"fewer than 1 in {of:N0}");
        if (cases > of - 1) return Invariant($"more than {of - 1:N0} in {of:N0}");
        return Invariant($"{(of == 10 ? "about " : "")}{cases:N0} in {of:N0}");
    }

    /// <summary>The probability of something seen in that share of so many replications.</summary>
    public static string Probability(double share, double replications) =>
        Probability(Wilson(share, replications), null, (long)Math.Round(replications));

    /// <summary>The interval, in the cases that the probability is shown in: "82.9–83.4".</summary>
    public static string ProbabilityRange(Estimate estimate)
    {
        if (estimate.Value >= 1) return $"at least {Floor(estimate.Low * 100)} in 100";
        if (estimate.Value <= 0) return $"at most {Ceiling(estimate.High * 100)} in 100";
        var of = Math.Max(100, CasesOf(estimate));
        var digits = DigitsAt(HalfWidth(estimate) * of, RangeDigitsMax);
        var range = $"{Fixed(estimate.Low * of, digits)}–{Fixed(estimate.High * of, digits)}";
        return SaysCasesOf(estimate, of) ? range : Invariant($"{range} in {of:N0}");
    }

    /// <summary>Half the interval, to its first digit, in the same cases: "±0.2".</summary>
    public static string ProbabilityError(Estimate estimate)
    {
        if (estimate.Value is <= 0 or >= 1) return ProbabilityRange(estimate);
        var of = Math.Max(100, CasesOf(estimate));
        var error = $"±{FirstDigit(HalfWidth(estimate) * of)}";
        return SaysCasesOf(estimate, of) ? error : Invariant($"{error} in {of:N0}");
    }

    /// <summary>"97.2%"; "more than 99.9%" where rounding would say all of it.</summary>
    public static string Share(Estimate estimate)
    {
        var percent = estimate.Value * 100;
        var digits = DigitsAt(HalfWidth(estimate) * 100, most: 1);
        var least = Math.Pow(10, -digits);
        if (percent > 0 && percent < least / 2) return $"less than {Fixed(least, digits)}%";
        if (percent < 100 && percent > 100 - (least / 2)) return $"more than {Fixed(100 - least, digits)}%";
        return $"{Fixed(percent, digits)}%";
    }

    public static string ShareRange(Estimate estimate)
    {
        if (HalfWidth(estimate) <= 0) return "in every replication";
        var digits = DigitsAt(HalfWidth(estimate) * 100, RangeDigitsMax);
        return $"{Fixed(estimate.Low * 100, digits)}–{Fixed(estimate.High * 100, digits)}%";
    }

    /// <summary>"34% (31–37%)" of a variance; "at most 2%" where it may be nothing.</summary>
    public static string Explained(Estimate estimate)
    {
        if (HalfWidth(estimate) <= 0) return Share(estimate);
        var (low, high) = (Math.Max(0, estimate.Low) * 100, Math.Clamp(estimate.High, 0, 1) * 100);
        if (estimate.Low <= 0) return Invariant($"at most {Math.Max(0.1, Math.Ceiling(high * 10) / 10):0.#}%");
        var digits = DigitsAt(HalfWidth(estimate) * 100, most: 1);
        return $"{Share(estimate)} ({Fixed(low, digits)}–{Fixed(high, digits)}%)";
    }

    public static string ShareError(Estimate estimate) => $"±{FirstDigit(HalfWidth(estimate) * 100)}";

    /// <summary>The change of a share in points, with half its interval: "+4.1 ± 0.3"; hundredths at most.</summary>
    /// <param name="between">What stands on both sides of the ±.</param>
    public static string Points(Estimate change, string between = " ")
    {
        var (points, half) = (change.Value * 100, HalfWidth(change) * 100);
        if (half <= 0) return points == 0 ? "0" : $"{SignedPoints(points, PointDigitsMax)}{between}±{between}0";
        var digits = DigitsAt(half, PointDigitsMax);
        if (digits > 0 && Math.Round(half, digits) >= Math.Pow(10, 1 - digits)) digits--; // 0.098 is shown as 0.1
        var least = Math.Max(half, Math.Pow(10, -digits)); // no error is shown as none
        return $"{SignedPoints(points, digits)}{between}±{between}{Fixed(least, digits)}";
    }

    private static string SignedPoints(double points, int digits)
    {
        var sign = Math.Round(points, digits) switch { > 0 => "+", < 0 => "−", _ => "" };
        return sign + Fixed(Math.Abs(points), digits);
    }

    /// <summary>"61.2 units", "3.82 bn USD": a mean with its error.</summary>
    public static string Amount(Estimate estimate, string unit) => Amount(estimate.Value, HalfWidth(estimate), unit);

    /// <summary>A value without an error of its own (a quantile, a sum of the file): three digits, or whole.</summary>
    public static string Amount(double value, string unit) => Amount(value, 0, unit);

    public static string AmountRange(Estimate estimate)
    {
        var (scale, name) = ScaleOf(estimate.Value);
        var digits = DigitsAt(HalfWidth(estimate) / scale, RangeDigitsMax);
        return $"{Fixed(estimate.Low / scale, digits)}–{Fixed(estimate.High / scale, digits)}{name}";
    }

    public static string AmountError(Estimate estimate)
    {
        var (scale, name) = ScaleOf(estimate.Value);
        return HalfWidth(estimate) <= 0 ? "±0" : $"±{FirstDigit(HalfWidth(estimate) / scale)}{name}";
    }

    /// <summary>The interval of a share seen in so many replications.</summary>
    /// <remarks>Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22
    /// (1927) 209–212.</remarks>
    public static Estimate Wilson(double share, double replications)
    {
        if (replications <= 0) return new Estimate(share, 0, 1, 0.5);
        var z2 = NormalQuantile * NormalQuantile / replications;
        var centre = (share + (z2 / 2)) / (1 + z2);
        var half = Math.Sqrt((share * (1 - share) * z2) + (z2 * z2 / 4)) / (1 + z2);
        var error = Math.Sqrt(share * (1 - share) / replications);
        return new Estimate(share, Math.Max(0, centre - half), Math.Min(1, centre + half), error);
    }

    /// <summary>What the error allows one to count in: tens, hundreds, or thousands close to 0 and 1.</summary>
    private static int CasesOf(Estimate estimate)
    {
        var half = HalfWidth(estimate);
        if (half >= 0.05) return 10;
        var rare = Math.Min(estimate.Value, 1 - estimate.Value) < 0.01;
        return rare && half < 0.005 ? 1_000 : 100;
    }

    private static bool SaysCasesOf(Estimate estimate, int of) =>
        Probability(estimate, null, 1).EndsWith(Invariant($" in {of:N0}"), StringComparison.Ordinal);

    private static string Amount(double value, double half, string unit)
    {
        var (scale, name) = ScaleOf(value);
        var number = half / scale >= 10 ? Coarse(value / scale, half / scale) : Fine(value / scale, half / scale);
        if (unit.Length == 0) return number + name;
        return number + name == "1" && unit is ("units" or "days" or "members")
            ? $"1 {unit.TrimEnd('s')}"
            : $"{number}{name} {unit}";
    }

    /// <summary>12,345 with an error of 200 is 12,300.</summary>
    private static string Coarse(double value, double half)
    {
        var step = Math.Pow(10, Math.Floor(Math.Log10(half)));
        return Fixed(Math.Round(value / step) * step, 0);
    }

    private static string Fine(double value, double half)
    {
        var whole = Math.Abs(value) < 1 ? 0 : (int)Math.Floor(Math.Log10(Math.Abs(value))) + 1;
        var most = Math.Max(0, SignificantDigitsMax - whole);
        return half > 0 ? Fixed(value, DigitsAt(half, most)) : Invariant($"{Math.Round(value, most):#,0.###}");
    }

    private static (double Scale, string Name) ScaleOf(double value) => Math.Abs(value) switch
    {
        >= 1e9 => (1e9, " bn"),
        >= 1e6 => (1e6, " M"),
        _ => (1, ""),
    };

    private static double HalfWidth(Estimate estimate) => (estimate.High - estimate.Low) / 2;

    /// <summary>Digits behind the point that an error of this size leaves meaningful.</summary>
    private static int DigitsAt(double half, int most) =>
        half <= 0 ? most : Math.Clamp((int)Math.Ceiling(-Math.Log10(half)), 0, most);

    private static string FirstDigit(double half)
    {
        if (half <= 0) return "0";
        if (half >= 10) return Coarse(half, half);
        var digits = Math.Clamp((int)Math.Ceiling(-Math.Log10(half)), 0, 9);
        return Math.Round(half, digits).ToString("#,0.#########", CultureInfo.InvariantCulture);
    }

    private static string Fixed(double value, int digits) =>
        value.ToString("N" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static string Floor(double percent) => Invariant($"{Math.Floor(percent * 100) / 100:0.##}");

    private static string Ceiling(double percent) => Invariant($"{Math.Ceiling(percent * 100) / 100:0.##}");
}
