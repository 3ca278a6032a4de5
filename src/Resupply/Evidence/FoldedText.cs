using System.Globalization;

namespace Resupply.Evidence;

/// <summary>
/// A text as quotes are compared: runs of white space are one space, letters stand in their parts, typographic quotes
/// and dashes are plain ones, what cannot be seen is left out. Numbers keep their value: ² is not 2.
/// </summary>
internal sealed class FoldedText
{
    private readonly List<char> letters;
    private readonly List<int> places;
    private string? text;

    private FoldedText(int capacity) => (letters, places) = (new List<char>(capacity), new List<int>(capacity));

    public string Text => text ??= new string(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(letters));

    public static FoldedText Of(string original)
    {
        var folded = new FoldedText(original.Length);
        for (var at = 0; at < original.Length; at++) folded.Add(original[at], at);
        folded.TrimEnd();
        return folded;
    }

    /// <summary>Where the character at this place of the folded text stands in the original.</summary>
    public int PlaceOf(int at) => places[at];

    /// <summary>Where these words stand, as they stand there; -1 where they do not. No number is cut.</summary>
    public int IndexOf(string quote)
    {
        if (quote.Length == 0) return -1;
        for (var at = 0; (at = Text.IndexOf(quote, at, StringComparison.Ordinal)) >= 0; at++)
        {
            if (IsWhole(at, at + quote.Length)) return at;
        }

        return -1;
    }

    /// <summary>Neither a letter's accent nor the rest of a number follows or precedes.</summary>
    private bool IsWhole(int from, int to)
    {
        if (to < Text.Length && IsMark(Text[to])) return false;
        return !(char.IsDigit(Text[from]) && EndsInNumber(from)) && !(char.IsDigit(Text[to - 1]) && GoesOnInNumber(to));
    }

    private bool EndsInNumber(int to) => to > 0
        && (char.IsDigit(Text[to - 1]) || (to > 1 && Text[to - 1] is '.' or ',' && char.IsDigit(Text[to - 2])));

    private bool GoesOnInNumber(int from) => from < Text.Length
        && (char.IsDigit(Text[from])
            || (from + 1 < Text.Length && Text[from] is '.' or ',' && char.IsDigit(Text[from + 1])));

    private void Add(char letter, int at)
    {
        if (char.IsWhiteSpace(letter))
        {
            if (letters.Count > 0 && letters[^1] != ' ') Put(' ', at);
        }
        else if (letter < '\u007F')
        {
            Put(letter, at);
        }
        else if (Plain(letter) is { } plain)
        {
            foreach (var part in plain) Put(part, at);
        }
        else if (LetterParts.Of(letter) is { } parts)
        {
            foreach (var part in parts) PutInOrder(part, at);
        }
        else if (!IsUnseen(letter))
        {
            PutInOrder(letter, at);
        }
    }

    private void Put(char letter, int at)
    {
        letters.Add(letter);
        places.Add(at);
    }

    /// <summary>Accents of one letter in one order, however they were typed.</summary>
    private void PutInOrder(char letter, int at)
    {
        Put(letter, at);
        if (!IsMark(letter)) return;
        for (var i = letters.Count - 1; i > 0 && IsMark(letters[i - 1]) && letters[i - 1] > letter; i--)
            (letters[i - 1], letters[i]) = (letters[i], letters[i - 1]);
    }

    private void TrimEnd()
    {
        if (letters.Count == 0 || letters[^1] != ' ') return;
        letters.RemoveAt(letters.Count - 1);
        places.RemoveAt(places.Count - 1);
    }

    private static bool IsMark(char letter) =>
        letter >= '\u0300' && char.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark;

    /// <summary>Soft hyphens, joiners, marks of direction, a byte order mark.</summary>
    private static bool IsUnseen(char letter) =>
        char.GetUnicodeCategory(letter) is UnicodeCategory.Format or UnicodeCategory.Control;

    private static string? Plain(char letter) => letter switch
    {
        '\u2018' or '\u2019' or '\u201A' or '\u201B' or '\u2032' or '\u2039' or '\u203A' or '\u00B4' => "'",
        '\u201C' or '\u201D' or '\u201E' or '\u201F' or '\u2033' or '\u00AB' or '\u00BB' => "\"",
        >= '\u2010' and <= '\u2015' => "-",
        '\u2212' => "-",
        '\u2026' => "...",
        _ => null,
    };
}
