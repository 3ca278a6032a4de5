using System.Globalization;
using System.Text.RegularExpressions;

namespace Resupply.Forecasting.Importing;

/// <summary>How a count is written.</summary>
public enum CountKind
{
    /// <summary>`12`, also `12.0`.</summary>
    Plain,

    /// <summary>`1,234`, `1 234`.</summary>
    Grouped,

    /// <summary>`three`.</summary>
    InWords,

    /// <summary>`about 20`, `~20`.</summary>
    About,

    /// <summary>`5+`, `more than 5`.</summary>
    AtLeast,

    /// <summary>`10-12`, `up to 12`.</summary>
    Range,

    /// <summary>Nothing, or a word for nothing.</summary>
    Blank,

    /// <summary>Anything else.</summary>
    Unreadable,
}

/// <summary>A count as a cell holds it; both ends are the same but for a range.</summary>
public readonly record struct ReadCount(CountKind Kind, long Low, long High);

/// <summary>Counts as people write them.</summary>
public static class CountText
{
    private const int LengthMax = 64;
    private const int DigitsMax = 9; // Below a thousand million.
    private const long UnitsMax = 1_000_000_000;
    private const RegexOptions Plain = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;

    private static readonly string[] NumberWords =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ];

    private static readonly string[] AboutWords =
    [
        "about", "approximately", "approx.", "approx", "around", "circa", "roughly", "nearly", "almost", "some", "ca.",
        "ca", "c.", "~", "≈", "близько", "приблизно", "около", "примерно",
    ];

    private static readonly string[] AtLeastWords =
    [
        "at least", "more than", "not less than", "over", ">=", ">", "≥", "min.", "понад", "більше", "более", "свыше",
    ];

    private static readonly string[] AtMostWords =
        ["up to", "at most", "less than", "fewer than", "not more than", "<=", "<", "≤", "max.", "до"];

    private static readonly string[] RangeSigns = ["..", "–", "—", " to ", "-"];

    private static readonly Regex WithPoint = new(@"^(?<n>[+-]?[0-9]+)(\.0*)?$", Plain);
    private static readonly Regex WithComma = new("^(?<n>[+-]?[0-9]+)(,0*)?$", Plain);
    private static readonly Regex GroupedWithPoint = Grouped(@"\.", ",");
    private static readonly Regex GroupedWithComma = Grouped(",", @"\.");

    public static ReadCount Read(string text, CountRules rules)
    {
        if (text.Length is > 0 and <= DigitsMax && text.All(char.IsAsciiDigit)) return Of(CountKind.Plain, text)!.Value;
        text = Trimmed(text);
        if (text.Length == 0 || rules.NotKnownWords.Contains(text, StringComparer.OrdinalIgnoreCase))
            return new ReadCount(CountKind.Blank, 0, 0);
        if (text.Length > LengthMax) return new ReadCount(CountKind.Unreadable, 0, 0);
        if (Number(text, rules.DecimalComma) is { } number) return number;
        var word = Array.IndexOf(NumberWords, text.ToLowerInvariant());
        if (word >= 0) return new ReadCount(CountKind.InWords, word, word);
        return Qualified(text, rules.DecimalComma) ?? new ReadCount(CountKind.Unreadable, 0, 0);
    }

    private static ReadCount? Qualified(string text, bool comma)
    {
        if (After(text, AboutWords) is { } about) return As(CountKind.About, about, comma);
        if (After(text, AtLeastWords) is { } least) return As(CountKind.AtLeast, least, comma);
        if (text.EndsWith('+')) return As(CountKind.AtLeast, text[..^1], comma);
        if (After(text, AtMostWords) is { } most)
            return As(CountKind.Range, most, comma) is { Low: >= 0 } range ? range with { Low = 0 } : null;
        foreach (var sign in RangeSigns)
        {
            var at = text.IndexOf(sign, StringComparison.Ordinal);
            if (at <= 0) continue;
            if (Number(Trimmed(text[..at]), comma) is { Low: >= 0 } low
                && Number(Trimmed(text[(at + sign.Length)..]), comma) is { } high && low.Low <= high.Low)
                return new ReadCount(CountKind.Range, low.Low, high.Low);
        }

        return null;
    }

    private static ReadCount? As(CountKind kind, string text, bool comma) =>
        Number(Trimmed(text), comma) is { } number ? number with { Kind = kind } : null;

    private static string? After(string text, string[] words)
    {
        foreach (var word in words)
        {
            if (!text.StartsWith(word, StringComparison.OrdinalIgnoreCase)) continue;
            var isWhole = !char.IsLetter(word[^1]) || (text.Length > word.Length && !char.IsLetter(text[word.Length]));
            if (isWhole) return text[word.Length..];
        }

        return null;
    }

    private static ReadCount? Number(string text, bool comma)
    {
        if ((comma ? WithComma : WithPoint).Match(text) is { Success: true } plain)
            return Of(CountKind.Plain, plain.Groups["n"].Value);
        if ((comma ? GroupedWithComma : GroupedWithPoint).Match(text) is { Success: true } grouped)
            return Of(
                CountKind.Grouped,
                string.Concat(grouped.Groups["n"].Value.Where(sign => sign == '-' || char.IsAsciiDigit(sign))));
        return null;
    }

    private static ReadCount? Of(CountKind kind, string digits) =>
        long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var units)
        && Math.Abs(units) <= UnitsMax
            ? new ReadCount(kind, units, units)
            : null;

    /// <summary>Groups of three, all with the same sign between them.</summary>
    private static Regex Grouped(string point, string sign)
    {
        var forms = new[] { sign, " ", "'", "’" }.Select(between => $"([0-9]{{1,3}}({between}[0-9]{{3}})+)");
        return new Regex($"^(?<n>-?({string.Join('|', forms)}))({point}0*)?$", Plain);
    }

    /// <summary>Without blanks around it; a minus sign is a hyphen, and every kind of blank a space.</summary>
    private static string Trimmed(string text)
    {
        text = text.Trim();
        return text.Length > LengthMax || text.All(char.IsAscii)
            ? text
            : string.Concat(text.Select(sign => sign == '−' ? '-' : char.IsWhiteSpace(sign) ? ' ' : sign));
    }
}
