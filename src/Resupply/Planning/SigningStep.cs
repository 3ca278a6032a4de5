using System.Globalization;
using static System.FormattableString;

namespace Resupply.Planning;

/// <summary>How far apart the days are that are tried: so many days, or so many months, then each on its 1st.</summary>
public readonly record struct SigningStep(int Days, int Months)
{
    /// <summary>About a dozen dates are enough to see where an answer turns.</summary>
    private const int DatesUsual = 13;

    private const int DaysPerWeek = 7;
    private const int NumberMax = 3650;

    private static readonly SigningStep[] Usual =
    [
        new(1, 0), new(DaysPerWeek, 0), new(2 * DaysPerWeek, 0), new(0, 1), new(0, 2), new(0, 3), new(0, 6), new(0, 12),
    ];

    /// <summary>The shortest usual step that makes about a dozen dates of that many days, or the longest.</summary>
    public static SigningStep For(int days) => Usual.Append(Usual[^1])
        .First(step => step == Usual[^1] || days <= step.LengthAtMost * (DatesUsual - 1));

    /// <summary>Reads `1w`, `10 d`, `2 months`; null where the text is none.</summary>
    public static SigningStep? Parse(string text)
    {
        var digits = text.TakeWhile(char.IsAsciiDigit).Count();
        if (!int.TryParse(text.AsSpan(0, digits), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return null;
        if (number is < 1 or > NumberMax) return null;
        return text[digits..].TrimStart(' ') switch
        {
            "d" => new SigningStep(number, 0),
            "w" => new SigningStep(number * DaysPerWeek, 0),
            "month" or "months" => new SigningStep(0, number),
            _ => null,
        };
    }

    /// <summary>"every week", "every 10 days", "on the 1st of every month".</summary>
    public string InWords => this switch
    {
        { Months: 1 } => "on the 1st of every month",
        { Months: > 1 } => Invariant($"on the 1st, every {Months} months"),
        { Days: 1 } => "every day",
        { Days: DaysPerWeek } => "every week",
        _ when Days % DaysPerWeek == 0 => Invariant($"every {Days / DaysPerWeek} weeks"),
        _ => Invariant($"every {Days} days"),
    };

    private double LengthAtMost => Days + (Months * Changes.MonthDays);
}
