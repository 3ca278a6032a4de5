using System.Collections.Immutable;

namespace Resupply.Language;

/// <summary>Applies an option or a world to a scenario.</summary>
/// <remarks>
/// RFC 7396, JSON Merge Patch, section 2, with two differences: deleting what is not there is an error; and a short
/// form means its long form on both sides, so that `{ floor: 10 }` on `nasams: 300` keeps the 300 on hand.
/// </remarks>
public sealed class MergePatch
{
    private static readonly ImmutableArray<string> Untouchable = ["questions", "options", "worlds", "calendar"];

    private readonly Diagnostics diagnostics;

    private MergePatch(Diagnostics diagnostics) => this.diagnostics = diagnostics;

    /// <summary>The scenario with the patch applied; what came from the patch is marked as patched.</summary>
    public static Node.Map Apply(Shape shape, Node.Map target, Node.Map patch, Diagnostics diagnostics)
    {
        foreach (var entry in patch.Entries.Where(IsUntouchable))
        {
            diagnostics.Error(
                entry.Key.At,
                $"neither options nor worlds may change `{entry.Key.Text}`",
                "they change what the answers rest on, not what is asked nor over which days");
        }

        var allowed = patch with { Entries = patch.Entries.RemoveAll(IsUntouchable) };
        return (Node.Map)new MergePatch(diagnostics).Merged(shape, target, allowed);
    }

    private static bool IsUntouchable(Node.Entry entry) => Untouchable.Contains(entry.Key.Text);

    private Node Merged(Shape? shape, Node? target, Node patch)
    {
        var at = Resolve(shape, patch);
        patch = Longhand(at, patch);
        if (patch is not Node.Map changes) return Mark(patch);
        target = target is null ? null : Longhand(at, target);
        if (at is Shape.Value && target is Node.Scalar or Node.List)
            target = Wrapped("value", target!);

        if (at is not Shape.Value && shape is Shape.OneOf { IfScalar: Shape.Value } && ValueForm.Is(target))
            target = null; // a value gives way to a map of another kind
        var isNew = target is not Node.Map;
        var before = target as Node.Map ?? new Node.Map([], changes.At, Patched: true);
        var entries = new OrderedDictionary<string, Node.Entry>(StringComparer.Ordinal);
        foreach (var entry in before.Entries) entries[entry.Key.Text] = entry;
        foreach (var change in changes.Entries) Change(at, entries, change, isNew);
        if (at is Shape.Value && changes["value"] is not null) DropInheritedEvidence(entries);
        return before with { Entries = [.. entries.Values] };
    }

    private static void DropInheritedEvidence(OrderedDictionary<string, Node.Entry> entries)
    {
        foreach (var key in (string[])["claims", "assume", "known-on"])
        {
            if (entries.TryGetValue(key, out var entry) && !entry.Value.Patched) entries.Remove(key);
        }
    }

    private void Change(
        Shape? shape, OrderedDictionary<string, Node.Entry> entries, Node.Entry change, bool isNew)
    {
        if (diagnostics.IsFull) return;
        var (key, name) = (change.Key, change.Key.Text);
        var isThere = entries.TryGetValue(name, out var old);
        if (change.Value is Node.Scalar { IsNull: true } nothing)
        {
            // Removal moves what follows; a patch deletes few things, so that nobody notices.
            if (!entries.Remove(name)) NothingToDelete(key, nothing, entries.Keys, isNew);
            return;
        }

        var merged = Merged(Child(shape, name), old?.Value, change.Value);
        entries[name] = isThere ? old! with { Value = merged } : new Node.Entry(key with { Patched = true }, merged);
    }

    private void NothingToDelete(Node.Scalar key, Node.Scalar nothing, IEnumerable<string> names, bool isNew)
    {
        diagnostics.Error(
            nothing.At.Length > 0 ? nothing.At : key.At,
            $"there is no `{key.Text}` here to delete",
            isNew ? "all of this is new: leave it out" : Nearest.HintFor(key.Text, [.. names], "it is empty"));
    }

    /// <summary>
    /// A short form written out: the scalar, list or value with evidence that stands for a record's one key.
    /// </summary>
    private static Node Longhand(Shape? shape, Node node) =>
        shape is Shape.Record { Shorthand: { } key } record && IsShort(record, node) ? Wrapped(key, node) : node;

    internal static bool IsShort(Shape.Record record, Node node) => node switch
    {
        _ when record.Shorthand is null => false,
        Node.Scalar scalar => !scalar.IsNull,
        Node.List => true,
        _ => ValueForm.Is(node) && record.KeyNamed("value") is null,
    };

    internal static Node.Map Wrapped(string key, Node node) =>
        new([new Node.Entry(new Node.Scalar(key, false, node.At, node.Patched), node)], node.At, node.Patched);

    private static Node Mark(Node node) => node switch
    {
        Node.List list => list with { Items = [.. list.Items.Select(Mark)], Patched = true },
        Node.Map map => map with
        {
            Entries = [.. map.Entries.Select(
                entry => new Node.Entry(entry.Key with { Patched = true }, Mark(entry.Value)))],
            Patched = true,
        },
        _ => node with { Patched = true },
    };

    /// <summary>Of several shapes the one that the patch has.</summary>
    private static Shape? Resolve(Shape? shape, Node patch) => shape is not Shape.OneOf oneOf ? shape : patch switch
    {
        Node.Scalar => oneOf.IfScalar,
        Node.List => oneOf.IfList ?? oneOf.IfScalar,
        _ when oneOf.IfScalar is Shape.Value && ValueForm.IsPartOf(patch) => oneOf.IfScalar,
        _ => oneOf.IfMap,
    };

    private static Shape? Child(Shape? shape, string key) => shape switch
    {
        Shape.Record record when record.KeyNamed(key) is { } known => known.Shape,
        Shape.Record { OrNamed: true } record => record with { OrNamed = false },
        Shape.Map map => map.Of,
        _ => null,
    };
}
