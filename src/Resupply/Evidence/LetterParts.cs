using System.Collections.Frozen;
using System.Globalization;

namespace Resupply.Evidence;

/// <summary>
/// Letters in parts, so that é written as one character and as two is the same. The framework's own normalisation
/// changes nothing where it runs without the system's culture data, as here.
/// </summary>
/// <remarks>The Unicode Standard, Annex 15, form KD; of Hangul chapter 3.12, without a table.</remarks>
internal static class LetterParts
{
    private const int HangulFirst = 0xAC00;
    private const int HangulLast = 0xD7A3;
    private const int LeadFirst = 0x1100;
    private const int VowelFirst = 0x1161;
    private const int TailBefore = 0x11A7;
    private const int Tails = 28;
    private const int VowelsAndTails = 21 * Tails;
    private const int WideFirst = 0xFF01;
    private const int WideLast = 0xFF5E;
    private const int WideToPlain = 0xFEE0;

    private static readonly Lazy<FrozenDictionary<char, string>> Table = new(Read);

    /// <summary>The parts of a character; null where it has none.</summary>
    public static string? Of(char letter) => (int)letter switch
    {
        < 0xA1 => null,
        >= HangulFirst and <= HangulLast => Hangul(letter - HangulFirst),
        >= WideFirst and <= WideLast => ((char)(letter - WideToPlain)).ToString(),
        _ => Table.Value.GetValueOrDefault(letter),
    };

    private static string Hangul(int syllable)
    {
        var lead = (char)(LeadFirst + (syllable / VowelsAndTails));
        var vowel = (char)(VowelFirst + (syllable % VowelsAndTails / Tails));
        var tail = syllable % Tails;
        return tail == 0 ? $"{lead}{vowel}" : $"{lead}{vowel}{(char)(TailBefore + tail)}";
    }

    private static FrozenDictionary<char, string> Read()
    {
        using var stream = typeof(LetterParts).Assembly.GetManifestResourceStream("decompositions.txt")
            ?? throw new InvalidOperationException("decompositions.txt is not embedded in the library");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n')
            .Where(line => !line.StartsWith('#'))
            .SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(entry => entry.Split('='))
            .ToFrozenDictionary(entry => Letter(entry[0]), entry => string.Concat(entry[1].Split('+').Select(Letter)));
    }

    private static char Letter(string hexadecimal) =>
        (char)int.Parse(hexadecimal, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
