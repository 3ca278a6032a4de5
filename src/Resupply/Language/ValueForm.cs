using System.Collections.Immutable;
using Resupply.Values;

namespace Resupply.Language;

/// <summary>
/// A value with its evidence as it stands in the file: the text that counts and the other versions of it.
/// </summary>
/// <param name="Text">Null where it is absent or was reported as a mistake.</param>
/// <param name="Evidence">The map that holds `claims` or `assume`; null where there is none.</param>
/// <param name="Versions">In the order in which they became known; none where there is one text.</param>
/// <param name="IsAbsent">No version of it was known yet.</param>
internal sealed record PickedValue(
    Node.Scalar? Text,
    Node.Map? Evidence,
    ImmutableArray<Node.Scalar> Others,
    ImmutableArray<PickedVersion> Versions,
    bool IsAbsent = false)
{
    public static readonly PickedValue Wrong = Only(null, null);

    public static PickedValue Only(Node.Scalar? text, Node.Map? evidence) => new(text, evidence, [], []);
}

/// <summary>A version of a value: since when it is known.</summary>
internal sealed record PickedVersion(Node.Scalar Text, Day Known, Node.Map Map);

/// <summary>
/// The forms of a value: text; a map of value, claims and assume; a list of such maps by `known-on`.
/// </summary>
internal static class ValueForm
{
    private static readonly string[] Keys = ["value", "claims", "assume", "known-on"];

    /// <summary>Every key of the map belongs to a value with its evidence, and `value` is there.</summary>
    public static bool Is(Node? node) => IsPartOf(node) && ((Node.Map)node!)["value"] is not null;

    /// <summary>As <see cref="Is"/>, but `value` may be missing: what a patch may change.</summary>
    public static bool IsPartOf(Node? node) =>
        node is Node.Map { Entries.IsEmpty: false } map && map.Entries.All(entry => Keys.Contains(entry.Key.Text));

    /// <summary>The version that counts.</summary>
    /// <param name="first">No version counts before this day, whenever it became known; null: no such day.</param>
    public static PickedValue Pick(Node node, Knowledge? known, Diagnostics diagnostics, Day? first = null) =>
        node switch
        {
            Node.Scalar scalar => PickedValue.Only(scalar, null),
            Node.Map map when map["known-on"] is not null => PickVersion([map], map.At, (known, first), diagnostics),
            Node.Map map => PickFrom(map, (known, first), diagnostics),
            Node.List list => PickVersion(list.Items, list.At, (known, first), diagnostics),
            _ => PickedValue.Wrong,
        };

    private static PickedValue PickFrom(
        Node.Map map, (Knowledge? Known, Day? First) by, Diagnostics diagnostics)
    {
        if (!KeysAreKnown(map, diagnostics)) return PickedValue.Wrong;
        switch (map["value"])
        {
            case Node.Scalar scalar:
                return PickedValue.Only(scalar, map);
            case Node.List versions:
                var picked = PickVersion(versions.Items, versions.At, by, diagnostics);
                return picked with { Evidence = picked.Evidence is { } own && HasEvidence(own) ? own : map };
            case null:
                diagnostics.Error(map.At, "`value` is missing here", "write { value: 500, claims: [a-claim] }");
                return PickedValue.Wrong;
            case var other:
                diagnostics.Error(other.At, "expected a number or an expression, found a map");
                return PickedValue.Wrong;
        }
    }

    private static bool HasEvidence(Node.Map map) => map["claims"] is not null || map["assume"] is not null;

    private static bool KeysAreKnown(Node.Map map, Diagnostics diagnostics)
    {
        var unknown = map.Entries.Where(entry => !Keys.Contains(entry.Key.Text)).ToArray();
        foreach (var entry in unknown)
        {
            diagnostics.Error(
                entry.Key.At, $"`{entry.Key.Text}` is not a key of a value", Nearest.HintFor(entry.Key.Text, Keys, ""));
        }

        return unknown.Length == 0;
    }

    private static PickedValue PickVersion(
        ImmutableArray<Node> versions, Span at, (Knowledge? Known, Day? First) by, Diagnostics diagnostics)
    {
        if (versions.Length > 0 && versions.All(version => version is Node.Scalar))
        {
            diagnostics.Error(
                at,
                "a list holds versions of a value, found a list of values",
                "a version is { value: 300, known-on: 2024-10-16 }; what is not known is a range: 300..500");
            return PickedValue.Wrong;
        }

        var read = versions.Select(version => ReadVersion(version, diagnostics)).OfType<PickedVersion>().ToArray();
        if (versions.IsEmpty) diagnostics.Error(
            at, "a value cannot be an empty list", "write a number or an expression");
        if (versions.IsEmpty || read.Length < versions.Length) return PickedValue.Wrong;

        // OrderBy is stable: of two known on the same day the later in the file counts.
        var ordered = read.Select(version => version with { Known = Later(version.Known, by.First) })
            .OrderBy(version => version.Known.Number).ToImmutableArray();
        var newest = ordered.LastOrDefault(
            version => by.Known is not { } known || known.Has(version.Known, version.Map.At));
        var others = ordered.Where(version => !ReferenceEquals(version, newest)).Select(version => version.Text);
        return new PickedValue(newest?.Text, newest?.Map, [.. others], ordered, IsAbsent: newest is null);
    }

    private static Day Later(Day day, Day? other) => other > day ? other.Value : day;

    private static PickedVersion? ReadVersion(Node node, Diagnostics diagnostics)
    {
        if (node is not Node.Map map)
        {
            diagnostics.Error(
                node.At,
                $"expected a version of the value, found {Expected.Found(node)}",
                "write { value: 300, known-on: 2024-10-16 }");
            return null;
        }

        if (!KeysAreKnown(map, diagnostics)) return null;
        if (map["value"] is not Node.Scalar text)
        {
            diagnostics.Error(map.At, "this version lacks its `value`", "write { value: 300, known-on: 2024-10-16 }");
            return null;
        }

        if (map["known-on"] is not Node.Scalar known)
        {
            diagnostics.Error(map.At, "this version lacks `known-on`", "write { value: 300, known-on: 2024-10-16 }");
            return null;
        }

        var date = ExpressionReader.Read(known, Measure.FixedDate, Scope.Empty, diagnostics);
        return date?.Expression is Expression.Constant day
            ? new PickedVersion(text, new Day((int)day.Value), map)
            : null;
    }
}
