using System.CommandLine;
using System.Globalization;
using Resupply.Planning;

namespace Resupply.Cli;

/// <summary>Numbers as a planner types them on a command line: 100000, 100k, 1M, 0.5%.</summary>
public static class Numbers
{
    /// <summary>A whole number, 1 to <see cref="RunOptions.ReplicationsMax"/>; null where the text is none.</summary>
    public static double? Count(string text)
    {
        var (digits, scale) = text switch
        {
            [.. var number, 'k'] => (number, 1e3),
            [.. var number, 'M'] => (number, 1e6),
            _ => (text, 1.0),
        };
        var plain = digits.Replace(",", "").Replace("_", "");
        return double.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            && value * scale is >= 1 and <= RunOptions.ReplicationsMax and var count && Math.Floor(count) == count
            ? count
            : null;
    }

    /// <summary>A count as <see cref="Count"/> reads it.</summary>
    public static string Plain(long count) => count.ToString(CultureInfo.InvariantCulture);

    /// <summary>A share above 0 and below 1; null where the text is none.</summary>
    public static double? Share(string text) => Level(text) is > 0 and < 1 and var share ? share : null;

    /// <summary>A number not below 0, perhaps with a percent sign; null where the text is none.</summary>
    public static double? Level(string text)
    {
        var (digits, scale) = text is [.. var number, '%'] ? (number, 0.01) : (text, 1.0);
        return double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? value * scale
            : null;
    }

    /// <summary>A level that <see cref="Level"/> reads.</summary>
    public static SoughtLevel Sought(string text, bool atLeast) => new(Level(text)!.Value, atLeast, text.EndsWith('%'));

    /// <summary>A whole number of 64 bits; null where the text is none.</summary>
    public static ulong? Seed(string text) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seed) ? seed : null;

    public static void Accept<T>(Option option, Func<string, T?> read, string expected)
        where T : struct =>
        option.Validators.Add(given =>
        {
            if (given.Tokens is [var token] && read(token.Value) is null)
                given.AddError($"{option.Name} takes {expected}; found '{token.Value}'.");
        });
}
