using System.Globalization;
using System.Numerics;

namespace Resupply.Answers;

/// <summary>
/// A number as a count over a count, so that nothing is lost before it is written: rounded to the same digits, the
/// steps from one number to the next add up to the last digit.
/// </summary>
/// <param name="Of">Above 0.</param>
public readonly record struct Fraction(BigInteger Count, BigInteger Of)
{
    /// <summary>How many units of the last of so many digits behind the point; halves up.</summary>
    public BigInteger Rounded(int digits)
    {
        var (twice, of) = ((2 * Count * BigInteger.Pow(10, digits)) + Of, 2 * Of);
        var whole = BigInteger.DivRem(twice, of, out var rest);
        return rest.Sign < 0 ? whole - 1 : whole;
    }

    /// <summary>A number of such units, written out: 412 of three digits is 0.412; no zeros at the end.</summary>
    public static string Text(BigInteger units, int digits)
    {
        var text = Fixed(units, digits);
        return digits == 0 ? text : text.TrimEnd('0').TrimEnd('.');
    }

    /// <summary>The same with all its digits: 410 of three is 0.410.</summary>
    public static string Fixed(BigInteger units, int digits)
    {
        var all = BigInteger.Abs(units).ToString(CultureInfo.InvariantCulture).PadLeft(digits + 1, '0');
        var sign = units.Sign < 0 ? "-" : "";
        return digits == 0 ? sign + all : $"{sign}{all[..^digits]}.{all[^digits..]}";
    }
}
