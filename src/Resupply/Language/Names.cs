namespace Resupply.Language;

/// <summary>
/// What may name a thing: lower case, digits, single hyphens, and no word of the expression language.
/// </summary>
public static class Names
{
    public const string Pattern = "^[a-z][a-z0-9]*(-[a-z0-9]+)*$";

    /// <summary>
    /// Sections whose absence is a matter of evidence: what is missing there is reported, never refused.
    /// </summary>
    private static readonly string[] Evidence = ["claims", "sources"];

    private static readonly Dictionary<string, string> ReservedWords = Reserve();

    public static bool IsName(string text) =>
        text.Length > 0 && char.IsAsciiLetterLower(text[0]) && text[^1] != '-'
        && !text.Contains("--", StringComparison.Ordinal)
        && text.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');

    public static bool IsEvidence(string section) => Evidence.Contains(section);

    /// <summary>
    /// Why this may not name a thing of the section (null: of no section in particular); null if it may.
    /// </summary>
    public static string? WhyReserved(string name, string? section) => (name, section) switch
    {
        ("here", "sites") => "stands for the site of the removal",
        ("base", "options") => "is the file as it stands",
        ("as-written", "worlds") => "is the file as it stands",
        _ => ReservedWords.GetValueOrDefault(name),
    };

    /// <summary>The nearest spelling that is a name; null where nothing is left of it, or too little.</summary>
    public static string? Suggest(string text)
    {
        if (text.Any(letter => char.IsLetter(letter) && !char.IsAscii(letter))) return null;
        var letters = text.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-');
        var name = string.Join('-', string.Concat(letters).Split('-', StringSplitOptions.RemoveEmptyEntries));
        return IsName(name) ? name : null;
    }

    private static Dictionary<string, string> Reserve()
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var unit in (string[])["h", "d", "w", "mo", "y", "day", "k", "bn"]) words[unit] = "is a unit";
        foreach (var function in (string[])["min", "max", "round"]) words[function] = "is a function";
        foreach (var distribution in Signature.All.Keys) words[distribution] = "is a distribution";
        foreach (var word in (string[])["of", "per", "chance", "never", "rest"])
            words[word] = "is a word of the language";
        return words;
    }
}
