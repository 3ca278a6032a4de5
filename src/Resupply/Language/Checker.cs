using System.Collections.Immutable;
using Resupply.Values;

namespace Resupply.Language;

/// <summary>A scenario that was looked at: what it says, as far as it could be read, and the names in it.</summary>
/// <param name="Form">Null where the top level is not a map; incomplete where there are errors.</param>
public sealed record CheckedScenario(Form.Fields? Form, Scope Scope);

/// <summary>Holds a scenario against its shape and reports everything that does not fit, in one pass.</summary>
public sealed partial class Checker
{
    private readonly Scope scope;
    private readonly Diagnostics diagnostics;

    private Checker(Scope scope, Diagnostics diagnostics)
    {
        this.scope = scope;
        this.diagnostics = diagnostics;
    }

    /// <param name="asWritten">
    /// The scenario before an option or a world changed it: a question about what is gone since is answered
    /// "not applicable", not refused.
    /// </param>
    /// <param name="knownOn">Versions that became known later are left out; null: the newest of each counts.</param>
    public static CheckedScenario Check(
        Shape.Record top, Node.Map root, Diagnostics diagnostics, Node.Map? asWritten = null, Day? knownOn = null)
    {
        var names = ScopeReader.Read(top, root, asWritten, knownOn, diagnostics);
        var form = new Checker(names, diagnostics).Check(top, root, new Place("", new Span(1, 1, 1), Support.None));
        return new CheckedScenario(form as Form.Fields, names);
    }

    /// <summary>Where the check is.</summary>
    /// <param name="KeyAt">Its key, for what has no text of its own.</param>
    /// <param name="Inherited">The claims and the assumption of the thing it belongs to.</param>
    private readonly record struct Place(string Path, Span KeyAt, Support Inherited)
    {
        public bool IsInQuestions => Path.StartsWith("questions.", StringComparison.Ordinal);

        public Place Under(string key, Span keyAt) =>
            this with { Path = Path.Length == 0 ? key : $"{Path}.{key}", KeyAt = keyAt };
    }

    /// <summary>What stands there; null where it was reported, or is not known yet.</summary>
    private Form? Check(Shape shape, Node node, Place place)
    {
        if (diagnostics.IsFull) return null;
        if (node is Node.Scalar { IsNull: true } nothing)
        {
            diagnostics.Error(
                nothing.At.Length > 0 ? nothing.At : place.KeyAt,
                $"nothing stands here; expected {Expected.By(shape)}",
                shape is Shape.Map or Shape.Record { Shorthand: null }
                    ? "delete the key, or write {}; null deletes within options and worlds only"
                    : "delete the key; null deletes within options and worlds only");
            return null;
        }

        return shape switch
        {
            Shape.Record record => CheckRecord(record, node, place),
            Shape.Map map => CheckMap(map, node, place),
            Shape.List list => CheckList(list, node, place),
            Shape.Value value => CheckValue(value, node, place),
            Shape.OneOf oneOf => CheckOneOf(oneOf, node, place),
            Shape.Patch => CheckPatch(node),
            _ => node is Node.Scalar scalar ? CheckScalar(shape, scalar, place) : WrongKind(shape, node),
        };
    }

    private Form? WrongKind(Shape shape, Node node)
    {
        var hint = (shape, node) switch
        {
            (Shape.List, Node.Scalar scalar) => $"write [{scalar.Text}]",
            (Shape.Map { Keys: not KeyKind.Name }, Node.Scalar) => "write { key: value }",
            _ => null,
        };
        diagnostics.Error(node.At, $"expected {Expected.By(shape)}, found {Expected.Found(node)}", hint);
        return null;
    }

    private Form? CheckRecord(Shape.Record record, Node node, Place place)
    {
        if (MergePatch.IsShort(record, node)) node = MergePatch.Wrapped(record.Shorthand!, node);
        if (node is not Node.Map map) return WrongKind(record, node);
        if (record.OrNamed && map.Entries.All(entry => entry.Value is Node.Map && IsForeign(record, entry)))
            return CheckMap(new Shape.Map(KeyKind.Name, record with { OrNamed = false }), map, place);
        if (record.Things) place = place with { Inherited = OwnSupport(map) ?? place.Inherited };

        var fields = ImmutableDictionary.CreateBuilder<string, Form>();
        foreach (var entry in map.Entries)
        {
            if (ShapeOf(record, entry.Key) is not { } shape) continue;
            if (Check(shape, entry.Value, place.Under(entry.Key.Text, entry.Key.At)) is { } form)
                fields[entry.Key.Text] = form;
            RefusePending(record, entry);
        }

        CheckKeys(record, map, place);
        return new Form.Fields(fields.ToImmutable(), map.At);
    }

    private static bool IsForeign(Shape.Record record, Node.Entry entry) => record.KeyNamed(entry.Key.Text) is null;

    /// <summary>What nothing acts on yet is never ignored; an empty section asks for nothing.</summary>
    private void RefusePending(Shape.Record record, Node.Entry entry)
    {
        var isEmpty = entry.Value is Node.Map { Entries.IsEmpty: true };
        if (isEmpty || record.KeyNamed(entry.Key.Text) is not { Pending: true }) return;
        diagnostics.Error(
            entry.Key.At, $"`{entry.Key.Text}` is understood, but this version does not act on it yet",
            "take it out to run the rest; the check goes on to look at its form");
    }

    private Shape? ShapeOf(Shape.Record record, Node.Scalar key)
    {
        if (record.KeyNamed(key.Text) is { } known) return known.Shape;
        if (record.Things && Evidence.TryGetValue(key.Text, out var evidence)) return evidence;
        var names = record.Keys.Select(candidate => candidate.Name).Concat(record.Things ? Evidence.Keys : []);
        diagnostics.Error(
            key.At, $"`{key.Text}` is not a key of {record.Name}",
            Nearest.HintFor(key.Text, [.. names], "it has no keys"));
        return null;
    }

    private void CheckKeys(Shape.Record record, Node.Map map, Place place)
    {
        foreach (var key in record.Keys)
        {
            if (key.Required && map[key.Name] is null)
                diagnostics.Error(place.KeyAt, $"{record.Name} lacks `{key.Name}`", HintFor(key));
        }

        foreach (var choice in record.Choices)
        {
            var written = map.Entries.Where(entry => choice.Keys.Contains(entry.Key.Text)).ToArray();
            if (written.Length > 1)
            {
                diagnostics.Error(
                    written[1].Key.At,
                    $"`{written[1].Key.Text}` and `{written[0].Key.Text}` exclude each other", "keep one of them");
            }
            else if (written.Length == 0 && choice.Required)
            {
                diagnostics.Error(
                    place.KeyAt,
                    $"{record.Name} lacks one of {Nearest.Listed(choice.Keys)}",
                    "write exactly one of them");
            }
        }
    }

    private static string HintFor(Key key) =>
        key.Example is null ? $"`{key.Name}`: {key.About}" : $"write `{key.Name}: {key.Example}`";

    private Form? CheckMap(Shape.Map shape, Node node, Place place)
    {
        if (node is not Node.Map map) return WrongKind(shape, node);
        var entries = ImmutableArray.CreateBuilder<Form.Named>();
        var days = new Dictionary<Day, string>();
        foreach (var entry in map.Entries)
        {
            var (isKey, day) = CheckKey(shape, entry.Key, place);
            if (day is { } known && !days.TryAdd(known, entry.Key.Text))
                diagnostics.Error(
                    entry.Key.At, $"`{entry.Key.Text}` is the same day as `{days[known]}`", "keep one of them");
            var form = Check(shape.Of, entry.Value, place.Under(entry.Key.Text, entry.Key.At));
            if (isKey && form is not null)
                entries.Add(new Form.Named(entry.Key.Text, entry.Key.At, form, day));
        }

        return new Form.Map(entries.ToImmutable(), map.At);
    }

    private Form? CheckList(Shape.List shape, Node node, Place place)
    {
        if (node is not Node.List list) return WrongKind(shape, node);
        var items = ImmutableArray.CreateBuilder<Form>();
        for (var i = 0; i < list.Items.Length; i++)
        {
            if (Check(shape.Of, list.Items[i], place.Under($"{i}", list.Items[i].At)) is { } item) items.Add(item);
        }

        return new Form.List(items.ToImmutable(), list.At);
    }

    private Form? CheckOneOf(Shape.OneOf oneOf, Node node, Place place)
    {
        var isValue = oneOf.IfScalar is Shape.Value && ValueForm.Is(node);
        var shape = node switch
        {
            Node.Scalar => oneOf.IfScalar,
            Node.List => oneOf.IfList ?? oneOf.IfScalar as Shape.Value,
            _ => isValue ? oneOf.IfScalar : oneOf.IfMap,
        };
        return shape is null ? WrongKind(oneOf, node) : Check(shape, node, place);
    }

    /// <summary>What a patch changes is checked where it is applied; here only that it is one.</summary>
    private Form? CheckPatch(Node node) =>
        node is Node.Map map ? new Form.Map([], map.At) : WrongKind(new Shape.Patch(), node);
}
