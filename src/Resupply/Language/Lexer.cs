using System.Collections.Immutable;
using System.Globalization;
using Resupply.Values;

namespace Resupply.Language;

internal enum TokenKind
{
    Number,
    Date,
    Word,
    Symbol,
    End,
}

/// <summary>A piece of a value's text: a number, a date, a word, a sign.</summary>
/// <param name="Number">The number, or the day number of a date.</param>
internal readonly record struct Token(TokenKind Kind, string Text, int Start, double Number, bool SpaceBefore)
{
    public int End => Start + Text.Length;

    public bool Is(string text) => Kind is TokenKind.Symbol or TokenKind.Word && Text == text;

    public override string ToString() => Kind == TokenKind.End ? "the end" : $"`{Text}`";
}

/// <summary>Cuts a value's text into tokens.</summary>
internal sealed class Lexer
{
    private readonly ValueText value;
    private readonly List<Token> tokens = [];
    private int at;

    private Lexer(ValueText value) => this.value = value;

    /// <summary>The tokens, with an end token last; null where a mistake was reported.</summary>
    public static ImmutableArray<Token>? Read(ValueText value)
    {
        if (value.Text.Length > Limits.ValueLengthMax)
        {
            value.Error(0, 1, $"this value is longer than {Limits.ValueLengthMax} characters");
            return null;
        }

        var lexer = new Lexer(value);
        while (lexer.SkipSpace())
        {
            if (!lexer.ReadToken()) return null;
        }

        lexer.Add(TokenKind.End, 0);
        return [.. lexer.tokens];
    }

    private bool SkipSpace()
    {
        while (at < value.Text.Length && char.IsWhiteSpace(value.Text[at])) at++;
        return at < value.Text.Length;
    }

    private bool ReadToken()
    {
        var letter = value.Text[at];
        if (char.IsAsciiDigit(letter)) return ReadDateOrNumber();
        if (char.IsAsciiLetter(letter) || letter == '_') return ReadWord();
        if (letter == '.') return ReadDots();
        return "+-*/(),;=%".Contains(letter) ? Add(TokenKind.Symbol, 1) : Refuse(letter);
    }

    private bool Add(TokenKind kind, int length, double number = 0)
    {
        var text = value.Text.Substring(at, length);
        var previousEnd = tokens.Count == 0 ? 0 : tokens[^1].End;
        tokens.Add(new Token(kind, text, at, number, at > previousEnd));
        at += length;
        return true;
    }

    private bool ReadDots()
    {
        var dots = at;
        while (dots < value.Text.Length && value.Text[dots] == '.') dots++;
        if (dots - at == 2) return Add(TokenKind.Symbol, 2);
        if (dots - at == 1 && dots < value.Text.Length && char.IsAsciiDigit(value.Text[dots]))
            return Wrong(2, "a number has digits on both sides of the point", $"write 0.{value.Text[dots]}");
        return Wrong(
            dots - at, $"`{value.Text[at..dots]}` has no meaning here", "a range is written with two dots: 5..8");
    }

    private bool ReadDateOrNumber()
    {
        var groups = DigitGroups();
        if (groups is { Separator: '-', Lengths: [4, 2, 2] }) return ReadDate(groups.Text);
        if (groups.LooksLikeDate) return Wrong(groups.Text.Length, $"`{groups.Text}` is not a date", DateHint(groups));

        var number = NumberAt(at);
        var end = at + number.Length;
        if (end < value.Text.Length && value.Text[end] == '.' && !value.Text.AsSpan(end).StartsWith(".."))
        {
            return number.Contains('.', StringComparison.Ordinal)
                ? Wrong(number.Length + 1, "a number has one point", null)
                : Wrong(number.Length + 1, "a number has digits on both sides of the point", $"write {number}.0");
        }

        if (number.Length > 1 && number[0] == '0' && number[1] != '.') return LeadingZero(number);
        var amount = double.Parse(number, CultureInfo.InvariantCulture);
        return amount > Limits.NumberMax
            ? Wrong(number.Length, $"`{Short(number)}` is larger than 1000000 bn", null)
            : Add(TokenKind.Number, number.Length, amount);
    }

    private bool ReadDate(string text)
    {
        if (value.Text.AsSpan(at + text.Length) is ['T' or 't', >= '0' and <= '9', ..])
            return Wrong(
                text.Length + 2,
                "a date has no time of day",
                $"write {text}: what happens on a day happens at its 00:00");
        if (Day.Parse(text) is { } day) return Add(TokenKind.Date, text.Length, day.Number);
        return Wrong(text.Length, $"there is no day {text}", WhyNoSuchDay(text));
    }

    private static string WhyNoSuchDay(string text)
    {
        var (year, month) = (int.Parse(text.AsSpan(0, 4)), int.Parse(text.AsSpan(5, 2)));
        if (month is < 1 or > 12) return $"months go from 01 to 12; a date is written year-month-day";
        return year < 1 ? "years begin with 0001" : $"{text[..7]} has {DateTime.DaysInMonth(year, month)} days";
    }

    private static string DateHint(Groups like)
    {
        var parts = like.Text.Split(like.Separator);
        var isYearFirst = parts[0].Length == 4;
        var isDayFirst = like.Separator == '.' && parts[2].Length == 4;
        if (!isYearFirst && !isDayFirst) return "write a date as year-month-day: 2024-12-31";
        var (year, day) = isYearFirst ? (parts[0], parts[2]) : (parts[2], parts[0]);
        var iso = $"{year}-{parts[1].PadLeft(2, '0')}-{day.PadLeft(2, '0')}";
        return Day.Parse(iso) is null ? "write a date as year-month-day: 2024-12-31" : $"write {iso}";
    }

    /// <summary>Up to three groups of digits from here on, with one and the same sign between them.</summary>
    private Groups DigitGroups()
    {
        var text = value.Text;
        var lengths = new List<int> { Digits(at) };
        var end = at + lengths[0];
        var separator = end < text.Length && text[end] is '-' or '.' or '/' ? text[end] : ' ';
        while (lengths.Count < 3 && end < text.Length && text[end] == separator && Digits(end + 1) is > 0 and var more)
        {
            lengths.Add(more);
            end += more + 1;
        }

        return new Groups(text[at..end], separator, lengths);
    }

    private string NumberAt(int start)
    {
        var end = start + Digits(start);
        if (end < value.Text.Length && value.Text[end] == '.' && Digits(end + 1) is > 0 and var more) end += more + 1;
        return value.Text[start..end];
    }

    private int Digits(int start)
    {
        var end = start;
        while (end < value.Text.Length && char.IsAsciiDigit(value.Text[end])) end++;
        return end - start;
    }

    private readonly record struct Groups(string Text, char Separator, List<int> Lengths)
    {
        public bool LooksLikeDate => (Separator, Lengths) switch
        {
            (not ' ', [4, 1 or 2, 1 or 2]) => true,
            ('.', [1 or 2, 1 or 2, 2 or 4]) => true,
            ('-' or '/', [1 or 2, 1 or 2, 4]) => true,
            _ => false,
        };
    }

    private bool LeadingZero(string digits)
    {
        if (tokens.Count > 0 && tokens[^1].Kind == TokenKind.Number)
            return Wrong(
                digits.Length, "a space does not group digits", $"write {tokens[^1].Text}{digits}, or with k, M, bn");
        var afterComma = tokens.Count > 1 && tokens[^1].Is(",") && !(at > tokens[^1].End);
        if (afterComma && digits.Length != 3)
            return Wrong(digits.Length, "a comma is not a decimal point", $"write {tokens[^2].Text}.{digits}");
        return afterComma
            ? Wrong(
                digits.Length, "a comma does not group digits", $"write {tokens[^2].Text}{digits}, or with k, M, bn")
            : Wrong(digits.Length, $"`{digits}` begins with 0", $"write {digits.TrimStart('0').PadLeft(1, '0')}");
    }

    private bool ReadWord()
    {
        var word = WordAt(at);
        var afterNumber = tokens.Count > 0 && tokens[^1].Kind == TokenKind.Number;
        var first = word.Split('-')[0];
        return Add(TokenKind.Word, afterNumber && Unit.IsUnit(first) ? first.Length : word.Length);
    }

    private string WordAt(int start)
    {
        var end = start;
        while (end < value.Text.Length && (IsOfWord(end) || (value.Text[end] == '-' && IsOfWord(end + 1)))) end++;
        return value.Text[start..end];
    }

    private bool IsOfWord(int place) =>
        place < value.Text.Length && (char.IsAsciiLetterOrDigit(value.Text[place]) || value.Text[place] == '_');

    private bool Refuse(char letter) => letter switch
    {
        '–' or '—' or '−' => Wrong(1, $"`{letter}` is a dash", "a minus is written -, a range with two dots: 5..8"),
        '…' => Wrong(1, "`…` is one character", "a range is written with two dots: 5..8"),
        '×' or '·' or '^' => Wrong(1, $"`{letter}` has no meaning here", "times is written *"),
        '\'' => Wrong(1, "`'` has no meaning here", "write thousands without a mark: 1000, or 1 k"),
        '$' or '€' or '£' => Wrong(
            1, $"`{letter}` has no meaning here", "leave it out: amounts are in the scenario's `currency`"),
        '~' or '<' or '>' or '≈' => Wrong(
            1, $"`{letter}` has no meaning here", "write what is not known as a range: 500..800"),
        ':' when tokens.Count > 1 && tokens[^2].Kind == TokenKind.Date =>
            Wrong(1, "a date has no time of day", "what happens on a day happens at its 00:00"),
        '[' or '{' => Wrong(1, $"`{letter}` has no meaning here", "write ( and )"),
        _ => Wrong(1, $"`{Printable(letter)}` has no meaning here", null),
    };

    private static string Printable(char letter) =>
        char.IsControl(letter) || char.IsSurrogate(letter) ? $"U+{(int)letter:X4}" : letter.ToString();

    private static string Short(string text) => text.Length <= 24 ? text : text[..24] + "…";

    private bool Wrong(int length, string message, string? hint)
    {
        value.Error(at, length, message, hint);
        return false;
    }
}
