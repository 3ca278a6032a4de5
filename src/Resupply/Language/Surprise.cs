using System.Collections.Immutable;
using System.Globalization;

namespace Resupply.Language;

/// <summary>Puts into words what stands where nothing like it may stand, and what was probably meant.</summary>
internal static class Surprise
{
    private static readonly string[] Months =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private static readonly string[] Vague =
        [
            "about",
            "approx",
            "approximately",
            "around",
            "ca",
            "circa",
            "roughly",
            "some",
            "least",
            "most",
            "over",
            "under",
        ];

    public static (string Message, string? Hint) At(ImmutableArray<Token> tokens, int at)
    {
        var found = tokens[at];
        var isFirst = at == 0 || tokens[at - 1].Kind == TokenKind.Symbol && tokens[at - 1].Text is not (")" or "%");
        if (isFirst) return InsteadOfAValue(tokens, at);
        var before = tokens[at - 1];
        return (before.Kind, found.Kind) switch
        {
            (TokenKind.Number, TokenKind.Word) => AfterNumber(before, found),
            (TokenKind.Word, TokenKind.Word) when IsMonth(before) || IsMonth(found) => NotADate(before, found),
            (TokenKind.Word, TokenKind.Number) when IsMonth(before) => NotADate(before, found),
            (TokenKind.Word, TokenKind.Number) when Vague.Contains(before.Text) =>
                ($"{before} has no meaning here", "write what is not known as a range: 500..800"),
            (TokenKind.Word, TokenKind.Word) when Unit.IsUnit(found.Text) && SplitMinus(before.Text) is { } split =>
                Unfinished(found, $"to subtract, put spaces around the minus: {split} {found.Text}"),
            (TokenKind.Word, TokenKind.Word) => Unfinished(
                found, "a value is made of numbers, dates and names, with + - * / or .. between them"),
            (TokenKind.Number, TokenKind.Number) => ($"two numbers in a row: {before} and {found}",
                $"write thousands without a space: {before.Text}{found.Text}"),
            (TokenKind.Date, TokenKind.Number) => ($"{found} after a date", "a date has no time of day"),
            (TokenKind.Word, TokenKind.Number) when Unit.IsUnit(before.Text) => Unfinished(
                found, "to add lengths of time, write a plus: 2 d + 3 h"),
            (_, TokenKind.Symbol) => UnexpectedSign(tokens, at),
            (_, TokenKind.End) => ("the value ends too early", null),
            _ => Unfinished(found, "between two values stands + - * / or .."),
        };
    }

    /// <summary>`year-end-3` as `year-end - 3`; null where no number ends it.</summary>
    private static string? SplitMinus(string name)
    {
        var dash = name.LastIndexOf('-');
        var isNumber = dash > 0 && name[(dash + 1)..].All(char.IsAsciiDigit);
        return isNumber ? $"{name[..dash]} - {name[(dash + 1)..]}" : null;
    }

    private static (string, string?) Unfinished(Token found, string hint) =>
        ($"expected the end or an operator, found {found}", hint);

    private static (string, string?) InsteadOfAValue(ImmutableArray<Token> tokens, int at)
    {
        var found = tokens[at];
        var expected = "expected a number, a date, a name or `(`";
        if (found.Kind == TokenKind.End)
        {
            return at == 0
                ? ("there is no value here", null)
                : ($"{expected} after {tokens[at - 1]}, found the end", null);
        }

        if (found.Is("%")) return ("a percent sign without a number", "write 60%");
        if (found.Is("..")) return ("a range without its lower end", "write both ends: 5..8");
        if (found.Is("+")) return ("a plus sign in front", "leave it out");
        if (found.Is(")") && at > 0 && tokens[at - 1].Text is "," or ";") return ("a parameter is missing here", null);
        return ($"{expected}, found {found}", null);
    }

    private static (string, string?) AfterNumber(Token number, Token word)
    {
        if (IsMonth(word)) return NotADate(number, word);
        if (word.Text.Length > 1 && word.Text[0] is 'e' or 'E' && word.Text[1..].All(char.IsAsciiDigit))
            return ($"`{number.Text}{word.Text}`: numbers have no exponent", ExponentHint(
                number.Text, word.Text[1..]));
        if (word.Text is "min" or "minutes" or "mins" or "minute" or "s" or "sec" or "seconds")
            return ($"{word} is not a unit", MinutesHint(number, word));
        if (Unit.MeantBy(word.Text) is { } unit)
        {
            var space = unit == "%" ? "" : " ";
            return ($"{word} is not a unit", $"write {number.Text}{space}{unit}{AlsoMonth(word.Text)}");
        }

        if (word.Text.StartsWith('_'))
        {
            var digits = number.Text + word.Text.Replace("_", "", StringComparison.Ordinal);
            return ($"`{number.Text}{word.Text}` is not a number", $"write {digits}, or with k, M, bn");
        }

        if (word.Text is "x" or "times") return ($"{word} is not an operator", "times is written *");
        return ($"{word} is neither a unit nor an operator",
            $"units are h d w mo y and k M bn %; to multiply, write {number.Text} * {word.Text}");
    }

    private static string MinutesHint(Token number, Token word)
    {
        var hours = word.Text[0] == 'm' ? number.Number / 60 : number.Number / 3600;
        var isShort = hours > 0 && hours == Math.Round(hours, 3);
        return isShort
            ? string.Create(CultureInfo.InvariantCulture, $"the smallest unit is h: write {hours} h")
            : "the smallest unit is h: 30 minutes are 0.5 h";
    }

    private static string AlsoMonth(string word) => word == "m" ? " for months, M for millions" : "";

    private static string ExponentHint(string number, string exponent) => (number, exponent) switch
    {
        ("1", "3") => "write 1 k",
        ("1", "6") => "write 1 M",
        ("1", "9") => "write 1 bn",
        (_, "3") => $"write {number} k",
        (_, "6") => $"write {number} M",
        (_, "9") => $"write {number} bn",
        _ => "use k, M or bn",
    };

    private static (string, string?) UnexpectedSign(ImmutableArray<Token> tokens, int at)
    {
        var found = tokens[at];
        if (found.Is(")")) return ("this `)` closes nothing", null);
        if (found.Is(",") && tokens[at - 1].Kind == TokenKind.Number && tokens[at + 1].Kind == TokenKind.Number)
        {
            var (left, right) = (tokens[at - 1].Text, tokens[at + 1].Text);
            return right.Length == 3
                ? ("a comma does not group digits", $"write {left}{right}, or with k, M, bn")
                : ("a comma is not a decimal point", $"write {left}.{right}");
        }

        if (found.Is("=")) return ("`=` stands only between a parameter's name and its value", null);
        if (found.Is("%")) return ("a percent sign goes with a number", "write 60%");
        if (found.Is("(")) return ("expected an operator before `(`", "times is written *");
        if (found.Text is "," or ";") return ($"{found} stands only between parameters", null);
        return ($"expected the end or an operator, found {found}", null);
    }

    private static (string, string?) NotADate(Token before, Token found) =>
        ($"`{before.Text} {found.Text}` is not a date", "write a date as year-month-day: 2024-11-09");

    private static bool IsMonth(Token token) => token.Kind == TokenKind.Word && IsMonth(token.Text);

    public static bool IsMonth(string word)
    {
        var lower = word.ToLowerInvariant();
        return Months.Contains(lower) || FullMonths.Contains(lower);
    }

    private static readonly string[] FullMonths =
    [
        "january", "february", "march", "april", "june", "july", "august", "september", "sept", "october", "november",
        "december",
    ];
}
