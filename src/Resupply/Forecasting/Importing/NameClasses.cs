using System.Collections.Immutable;
using Resupply.Language;

namespace Resupply.Forecasting.Importing;

/// <summary>Where the units of a name go.</summary>
/// <param name="Series">The class; null: nowhere.</param>
/// <param name="Reason">Why nowhere, or what was done to the text on the way; null where nothing was.</param>
/// <param name="Note">What the ledger says of it.</param>
internal readonly record struct NamedClass(string? Series, string? Reason, string Note);

/// <summary>How text becomes classes: names first, then beginnings, then the catalogue.</summary>
internal sealed class NameClasses
{
    private readonly Mapping mapping;
    private readonly Dictionary<string, (string Series, string Written)> exact = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> catalogue = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, NamedClass> found = new(StringComparer.Ordinal);
    private readonly ImmutableArray<(string Start, string Series)> beginnings;
    private readonly ImmutableArray<string> leftOut;
    private readonly ImmutableArray<string> separators;
    private readonly List<string> known = [];

    /// <param name="catalogue">Names, and the kind of each; empty where there is none.</param>
    public NameClasses(Mapping mapping, ImmutableArray<(string Name, string Kind)> catalogue)
    {
        this.mapping = mapping;
        leftOut = [.. mapping.LeftOut.Select(Folded)];
        separators = [.. mapping.Joint.Words.Select(word => $" {word.Trim()} ")];
        var starts = ImmutableArray.CreateBuilder<(string Start, string Series)>();
        foreach (var each in mapping.Classes)
        {
            foreach (var name in each.Names)
            {
                known.Add(Folded(name).TrimEnd('*'));
                if (name.EndsWith('*')) starts.Add((Folded(name)[..^1], each.Name));
                else exact.TryAdd(Folded(name), (each.Name, name));
            }
        }

        // The longest beginning is the nearest to the name.
        beginnings = [.. starts.OrderByDescending(start => start.Start.Length)];
        foreach (var (name, kind) in catalogue)
        {
            known.Add(Folded(name));
            var of = mapping.Classes.FirstOrDefault(each => each.Catalogued.Any(word => IsSame(Folded(word), kind)));
            if (of is not null) this.catalogue.TryAdd(Folded(name), of.Name);
        }
    }

    /// <summary>The names of a joint row; one where it is none.</summary>
    public ImmutableArray<string> Parts(string text)
    {
        var folded = Folded(text);
        if (exact.ContainsKey(folded) || IsLeftOut(folded)) return [folded];
        foreach (var separator in separators)
            folded = folded.Replace(separator, "\n", StringComparison.OrdinalIgnoreCase);
        return [.. folded.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
    }

    public NamedClass Find(string text)
    {
        if (!found.TryGetValue(text, out var named)) found[text] = named = Look(text);
        return named;
    }

    /// <summary>Every run of blanks is one space, and there are none around.</summary>
    public static string Folded(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private NamedClass Look(string text)
    {
        var folded = Folded(text);
        if (folded.Length == 0) return Unmapped(Reason.NameBlank, "");
        if (IsLeftOut(folded)) return new NamedClass(null, Reason.NameLeftOut, "");
        if (mapping.Classes.IsEmpty) return AsWritten(folded);
        if (exact.TryGetValue(folded, out var name))
        {
            var isSame = string.Equals(name.Written, text, StringComparison.Ordinal);
            return new NamedClass(name.Series, isSame ? null : Reason.NameSpelling, name.Written);
        }

        var isJoint = Parts(folded).Length > 1; // One beginning says nothing of the other names.
        foreach (var (start, series) in beginnings)
        {
            if (!isJoint && folded.StartsWith(start, StringComparison.OrdinalIgnoreCase))
                return new NamedClass(series, null, "");
        }

        if (catalogue.TryGetValue(folded, out var catalogued)) return new NamedClass(catalogued, null, "");
        var near = Nearest.To(folded, known);
        return Unmapped(Reason.NameUnmapped, near is null ? "" : $"nearest: {near}");
    }

    private NamedClass Unmapped(string reason, string note) => new(mapping.Unmapped, reason, note);

    private NamedClass AsWritten(string text)
    {
        var name = mapping.Names.Prefix + text;
        if (Names.IsName(name)) return new NamedClass(name, null, "");
        return Names.Suggest(name) is { } near
            ? new NamedClass(near, Reason.NameMadeUp, near)
            : Unmapped(Reason.NameUnmapped, "no name of a series can be made of it without a prefix");
    }

    private bool IsLeftOut(string folded) => leftOut.Any(name => IsSame(name, folded));

    private static bool IsSame(string one, string other) =>
        string.Equals(one, Folded(other), StringComparison.OrdinalIgnoreCase);
}
