namespace Resupply.Language;

/// <summary>
/// A suffix of a number: a length of time or a scale. One is Factor / Divisor base units: days for a length of time.
/// </summary>
/// <remarks>Decimals, so that 7% is the double nearest to 0.07 and not 7 × 0.01.</remarks>
internal readonly record struct Unit(string Name, decimal Factor, decimal Divisor, bool IsTime)
{
    private static readonly Unit[] All =
    [
        new("h", 1, 24, true), new("d", 1, 1, true), new("w", 7, 1, true), new("mo", 30.4375m, 1, true),
        new("y", 365.25m, 1, true), new("k", 1e3m, 1, false), new("M", 1e6m, 1, false), new("bn", 1e9m, 1, false),
        new("%", 1, 100, false),
    ];

    private static readonly Dictionary<string, string> Meant = new(StringComparer.Ordinal)
    {
        ["hr"] = "h",
        ["hrs"] = "h",
        ["hour"] = "h",
        ["hours"] = "h",
        ["day"] = "d",
        ["days"] = "d",
        ["wk"] = "w",
        ["week"] = "w",
        ["weeks"] = "w",
        ["month"] = "mo",
        ["months"] = "mo",
        ["mon"] = "mo",
        ["m"] = "mo",
        ["yr"] = "y",
        ["yrs"] = "y",
        ["year"] = "y",
        ["years"] = "y",
        ["a"] = "y",
        ["thousand"] = "k",
        ["million"] = "M",
        ["millions"] = "M",
        ["mn"] = "M",
        ["mio"] = "M",
        ["mln"] = "M",
        ["billion"] = "bn",
        ["b"] = "bn",
        ["bln"] = "bn",
        ["billions"] = "bn",
        ["percent"] = "%",
        ["pct"] = "%",
    };

    public double ToBase(decimal number) => (double)(number * Factor / Divisor);

    /// <summary>What so much per this length of time is per day.</summary>
    public double PerDay(double number) => number * (double)Divisor / (double)Factor;

    public static bool IsUnit(string word) => Named(word) is not null;

    public static Unit? Named(string word)
    {
        foreach (var unit in All)
        {
            if (unit.Name == word) return unit;
        }

        return null;
    }

    /// <summary>The length of time after `per`: `day`, h, w, mo, y.</summary>
    public static Unit? AfterPer(string word) =>
        Named(word == "day" ? "d" : word) is { IsTime: true } unit ? unit : null;

    /// <summary>The unit that a wrong spelling stands for: `weeks`, `D`, `K`; null where it looks like none.</summary>
    public static string? MeantBy(string word)
    {
        var lower = word.ToLowerInvariant();
        if (Meant.TryGetValue(lower, out var meant)) return meant;
        return IsUnit(lower) ? lower : null;
    }
}
