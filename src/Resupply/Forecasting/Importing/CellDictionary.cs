using System.Collections.Immutable;

namespace Resupply.Forecasting.Importing;

/// <summary>A dictionary in a cell, as programs print them: `{'X': 3, "Y": NaN}`.</summary>
public static class CellDictionary
{
    private const int LengthMax = 10_000;
    private static readonly string[] Nothing = ["nan", "none", "null"];

    public static bool Is(string text) => text.AsSpan().Trim() is ['{', .., '}'];

    /// <summary>The names and what stands at each, empty where it says nothing; null where it is broken.</summary>
    public static ImmutableArray<(string Name, string Text)>? Read(string text)
    {
        text = text.Trim();
        if (!Is(text) || text.Length > LengthMax) return null;
        var entries = ImmutableArray.CreateBuilder<(string, string)>();
        var at = Skip(text, 1);
        while (at < text.Length - 1)
        {
            if (Quoted(text, at) is not var (name, afterName)) return null;
            at = Skip(text, afterName);
            if (text[at] != ':') return null;
            at = Skip(text, at + 1);
            if (Plain(text, at) is not var (value, afterValue)) return null;
            entries.Add((name, Nothing.Contains(value.ToLowerInvariant()) ? "" : value));
            at = Skip(text, afterValue);
            if (text[at] == ',') at = Skip(text, at + 1);
            else if (at != text.Length - 1) return null;
        }

        return at == text.Length - 1 ? entries.ToImmutable() : null;
    }

    /// <summary>The text ends in a bracket, which is no blank: the place is never past it.</summary>
    private static int Skip(string text, int at)
    {
        while (at < text.Length - 1 && char.IsWhiteSpace(text[at])) at++;
        return at;
    }

    private static (string Text, int After)? Quoted(string text, int at)
    {
        if (text[at] is not ('\'' or '"')) return null;
        var end = text.IndexOf(text[at], at + 1);
        return end < 0 ? null : (text[(at + 1)..end], end + 1);
    }

    private static (string Text, int After)? Plain(string text, int at)
    {
        if (Quoted(text, at) is { } quoted) return quoted;
        var end = text.IndexOfAny([',', '}'], at);
        return end < 0 ? null : (text[at..end].Trim(), end);
    }
}
