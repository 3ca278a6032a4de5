using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Resupply.Values;

namespace Resupply.Forecasting.Importing;

/// <summary>A date as a cell holds it.</summary>
/// <param name="Minute">Of the day, 0 to 1440; null where no time stands there.</param>
/// <param name="IsMonth">It names a month; the day is its first.</param>
/// <param name="IsPlain">It is written as the output is.</param>
public readonly record struct ReadDate(Day Day, int? Minute, bool IsMonth, bool IsPlain);

/// <summary>Dates as people write them. A form that does not fit is passed over; nothing is guessed.</summary>
public static class DateText
{
    private const int LengthMax = 64;
    private const int MinutesPerHour = 60;
    private const int MinutesPerDay = 24 * MinutesPerHour;
    private const int YearMin = 1900;
    private const int YearMax = 2199;

    /// <summary>Two digits are of 1969 to 2068, as POSIX has it.</summary>
    private const int ShortYearOf1900 = 69;

    private const RegexOptions Plain = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;

    private static readonly Regex IsoDayForm =
        new("^(?<y>[0-9]{4})((?<m>[0-9]{2})(?<d>[0-9]{2})|[-/.](?<m>[0-9]{1,2})[-/.](?<d>[0-9]{1,2}))$", Plain);
    private static readonly Regex IsoMonthForm = new("^(?<y>[0-9]{4})[-/.](?<m>[0-9]{1,2})$", Plain);
    private static readonly Regex ThreeNumbersForm =
        new("^(?<a>[0-9]{1,2})[-/. ](?<b>[0-9]{1,2})[-/. ](?<y>[0-9]{4}|[0-9]{2})$", Plain);
    private static readonly Regex DayNameForm =
        new(@"^(?<d>[0-9]{1,2})[-. ]+(?<n>[A-Za-z]{3,9})[-., ]+(?<y>[0-9]{4}|[0-9]{2})$", Plain);
    private static readonly Regex NameDayForm =
        new(@"^(?<n>[A-Za-z]{3,9})[-. ]+(?<d>[0-9]{1,2})[-., ]+(?<y>[0-9]{4})$", Plain);
    private static readonly Regex NameAloneForm =
        new(@"^(?<n>[A-Za-z]{3,9})[-., ]+(?<y>[0-9]{4}|[0-9]{2})$", Plain);
    private static readonly Regex TimeForm =
        new(@"[T ] *(?<t>[0-9]{1,2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?)Z?$", Plain);
    private static readonly Regex TimeAloneForm =
        new(@"^(?<h>[0-9]{1,2}):(?<m>[0-9]{2})(:[0-9]{2}(\.[0-9]+)?)?$", Plain);

    private static readonly Day SpreadsheetEpoch = Day.Of(1899, 12, 30);
    private static readonly string[] Between = ["..", " to ", "–", "—", " - "];
    private static readonly string[] Months =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>Null where no form fits.</summary>
    public static ReadDate? Read(string text, ImmutableArray<DateForm> forms)
    {
        text = text.Trim();
        if (text.Length is 0 or > LengthMax) return null;
        foreach (var form in forms)
        {
            if (Read(text, form) is { } date) return date;
        }

        return null;
    }

    /// <summary>Two dates in one cell, `2024-11-07 18:00 – 09:00`: where the second is a time alone, the first such
    /// after the first.</summary>
    public static (ReadDate Begins, ReadDate Ends)? ReadWindow(string text, ImmutableArray<DateForm> forms)
    {
        if (text.Length > LengthMax) return null;
        foreach (var sign in Between)
        {
            var at = text.IndexOf(sign, StringComparison.Ordinal);
            if (at <= 0 || Read(text[..at], forms) is not { } begins) continue;
            var rest = text[(at + sign.Length)..].Trim();
            if (Read(rest, forms) is { } ends) return (begins, ends);
            if (begins.Minute is { } from && TimeOf(rest) is { } to)
                return (begins, begins with { Day = begins.Day + (to <= from ? 1 : 0), Minute = to });
        }

        return null;
    }

    private static ReadDate? Read(string text, DateForm form)
    {
        if (form == DateForm.Serial) return Serial(text);
        var (date, minute) = WithoutTime(text);
        return form switch
        {
            DateForm.Iso => Iso(date, minute),
            DateForm.DayFirst => Numbers(date, minute, dayFirst: true),
            DateForm.MonthFirst => Numbers(date, minute, dayFirst: false),
            _ => Named(date, minute),
        };
    }

    private static ReadDate? Iso(string text, int? minute)
    {
        if (IsoDayForm.Match(text) is { Success: true } day)
            return Of(Number(day, "y"), Number(day, "m"), Number(day, "d"), minute, IsPlain(text, 10));
        if (IsoMonthForm.Match(text) is { Success: true } month && minute is null)
            return Of(Number(month, "y"), Number(month, "m"), null, null, IsPlain(text, 7));
        return null;
    }

    private static bool IsPlain(string text, int length) => text.Length == length && text[4] == '-';

    private static ReadDate? Numbers(string text, int? minute, bool dayFirst)
    {
        if (ThreeNumbersForm.Match(text) is not { Success: true } date) return null;
        var (a, b) = (Number(date, "a"), Number(date, "b"));
        return Of(Year(date), dayFirst ? b : a, dayFirst ? a : b, minute, isPlain: false);
    }

    private static ReadDate? Named(string text, int? minute)
    {
        foreach (var form in (Regex[])[DayNameForm, NameDayForm, NameAloneForm])
        {
            if (form.Match(text) is not { Success: true } date) continue;
            var name = date.Groups["n"].Value.ToLowerInvariant();
            var month = Array.FindIndex(Months, each => name.StartsWith(each, StringComparison.Ordinal)) + 1;
            if (month == 0) return null;
            int? day = date.Groups["d"].Success ? Number(date, "d") : null;
            return Of(Year(date), month, day, minute, isPlain: false);
        }

        return null;
    }

    private static ReadDate? Serial(string text)
    {
        if (text.Length != 5 || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days))
            return null;
        var day = SpreadsheetEpoch + days;
        return day.Year is < YearMin or > YearMax ? null : new ReadDate(day, null, false, false);
    }

    private static ReadDate? Of(int year, int month, int? day, int? minute, bool isPlain)
    {
        if (year is < YearMin or > YearMax || month is < 1 or > 12) return null;
        if (day is < 1 || day > DateTime.DaysInMonth(year, month)) return null;
        return new ReadDate(Day.Of(year, month, day ?? 1), minute, day is null, isPlain);
    }

    private static (string Date, int? Minute) WithoutTime(string text)
    {
        if (TimeForm.Match(text) is not { Success: true } time) return (text, null);
        return TimeOf(time.Groups["t"].Value) is { } minute ? (text[..time.Index].TrimEnd(), minute) : (text, null);
    }

    /// <summary>Minutes since 00:00; null where the text is no time.</summary>
    private static int? TimeOf(string text)
    {
        if (TimeAloneForm.Match(text) is not { Success: true } time) return null;
        var (hour, minute) = (Number(time, "h"), Number(time, "m"));
        var minutes = (hour * MinutesPerHour) + minute;
        return minute >= MinutesPerHour || minutes > MinutesPerDay ? null : minutes;
    }

    private static int Number(Match match, string group) =>
        int.Parse(match.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture);

    private static int Year(Match match)
    {
        var year = Number(match, "y");
        if (match.Groups["y"].Length > 2) return year;
        return year >= ShortYearOf1900 ? 1900 + year : 2000 + year;
    }
}
