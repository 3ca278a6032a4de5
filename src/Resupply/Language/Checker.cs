using System.Collections.Immutable;
using Resupply.Values;

namespace Resupply.Language;

/// <summary>A scenario that was looked at: what it says, as far as it could be read, and the names in it.</summary>
/// <param name="Form">Null where the top level is not a map; incomplete where there are errors.</param>
public sealed record CheckedScenario(Form.Fields? Form, Scope Scope)
{
    /// <summary>The versions and the facts in it, whether they were known or not, as they were met.</summary>
    public ImmutableArray<News> News { get; init; } = [];
}

/// <summary>Holds a scenario against its shape and reports everything that does not fit, in one pass.</summary>
public sealed partial class Checker
{
    private readonly Scope scope;
    private readonly Diagnostics diagnostics;
    private readonly Node.Map root;
    private readonly ImmutableArray<News>.Builder news = ImmutableArray.CreateBuilder<News>();

    private Checker(Scope scope, Node.Map root, Diagnostics diagnostics)
    {
        this.scope = scope;
        this.root = root;
        this.diagnostics = diagnostics;
    }

    /// <param name="asWritten">
    /// The scenario before an option or a world changed it: a question about what is gone since is answered
    /// "not applicable", not refused.
    /// </param>
    /// <param name="known">Versions and facts that became known later are left out; null: all of them count.</param>
    public static CheckedScenario Check(
        Shape.Record top, Node.Map root, Diagnostics diagnostics, Node.Map? asWritten = null, Knowledge? known = null)
    {
        var names = ScopeReader.Read(top, root, asWritten, known, diagnostics);
        var place = new Place("", new Span(1, 1, 1), Support.None);
        var checker = new Checker(names, root, diagnostics);
        var form = checker.Check(top, root, place);
        return new CheckedScenario(form as Form.Fields, names) { News = checker.news.ToImmutable() };
    }

    /// <summary>Where the check is.</summary>
    /// <param name="KeyAt">Its key, for what has no text of its own.</param>
    /// <param name="Inherited">The claims and the assumption of the thing it belongs to.</param>
    /// <param name="Happened">The day of the fact that stands here; null where it is none.</param>
    private readonly record struct Place(string Path, Span KeyAt, Support Inherited, Day? Happened = null)
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

        var before = diagnostics.ErrorsReported;
        var form = shape switch
        {
            Shape.Record record => CheckRecord(record, node, place),
            Shape.Map map => CheckMap(map, node, place),
            Shape.List list => CheckList(list, node, place),
            Shape.Value value => CheckValue(value, node, place),
            Shape.OneOf oneOf => CheckOneOf(oneOf, node, place),
            Shape.Patch => CheckPatch(node),
            _ => node is Node.Scalar scalar ? CheckScalar(shape, scalar, place) : WrongKind(shape, node),
        };
        return form is null || diagnostics.ErrorsReported == before ? form : form with { IsWhole = false };
    }

    private Form? WrongKind(Shape shape, Node node)
    {
        diagnostics.Error(
            node.At, $"expected {Expected.By(shape)}, found {Expected.Found(node)}", Expected.Instead(shape, node));
        return null;
    }

    private Form? CheckRecord(Shape.Record record, Node node, Place place)
    {
        if (MergePatch.IsShort(record, node)) node = MergePatch.Wrapped(record.Shorthand!, node);
        if (node is not Node.Map map) return WrongKind(record, node);
        if (record.OrNamed && map.Entries.All(entry => entry.Value is Node.Map && IsForeign(record, entry)))
            return CheckMap(new Shape.Map(KeyKind.Name, record with { OrNamed = false }), map, place);
        if (record.Things) place = place with { Inherited = OwnSupport(map) ?? place.Inherited };

        var fields = ImmutableArray.CreateBuilder<Form.Named>();
        var isWhole = true;
        foreach (var entry in map.Entries)
        {
            if (ShapeOf(record, map, entry.Key) is not { } shape) continue;
            var form = Check(shape, entry.Value, place.Under(entry.Key.Text, entry.Key.At));
            if (form is not null) fields.Add(new Form.Named(entry.Key.Text, entry.Key.At, form));
            isWhole &= form is { IsWhole: true };
            RefusePending(record, entry);
        }

        CheckKeys(record, map, place);
        return new Form.Fields(fields.ToImmutable(), map.At) { IsWhole = isWhole };
    }

    private static bool IsForeign(Shape.Record record, Node.Entry entry) => record.KeyNamed(entry.Key.Text) is null;

    /// <summary>What nothing acts on yet is never ignored; an empty section asks for nothing.</summary>
    private void RefusePending(Shape.Record record, Node.Entry entry)
    {
        var isEmpty = entry.Value is Node.Map { Entries.IsEmpty: true };
        if (!isEmpty && record.KeyNamed(entry.Key.Text) is { Pending: true }) RefusePending(entry.Key);
    }

    private void RefusePending(Node.Scalar word) => diagnostics.Error(
        word.At,
        $"`{word.Text}` is understood, but this version does not act on it yet",
        "take it out to run the rest");

    private Shape? ShapeOf(Shape.Record record, Node.Map map, Node.Scalar key)
    {
        if (record.KeyNamed(key.Text) is { } known) return known.Shape;
        if (record.Things && Evidence.TryGetValue(key.Text, out var evidence)) return evidence;
        if (record.OrNamed && map[key.Text] is Node.Map)
        {
            ReportMixture(record, map);
            return null;
        }

        var hint = Meant(record, map, key.Text) is { } meant
            ? $"did you mean `{meant}`?"
            : Nearest.HintFor(key.Text, KeysOf(record), "it has no keys");
        diagnostics.Error(key.At, $"`{key.Text}` is not a key of {record.Name}", hint);
        return null;
    }

    /// <summary>One without a name, and others with names: told once.</summary>
    private void ReportMixture(Shape.Record record, Node.Map map)
    {
        var named = map.Entries.First(entry => IsForeign(record, entry) && entry.Value is Node.Map).Key;
        var own = map.Entries.First(entry => !IsForeign(record, entry) || entry.Value is not Node.Map).Key;
        diagnostics.Error(
            named.At,
            $"`{named.Text}` is {record.Name} with a name, and `{own.Text}` a key of one without",
            "give each a name; an option takes the keys that are there away by null");
    }

    private static string[] KeysOf(Shape.Record record) =>
        [.. record.Keys.Select(key => key.Name), .. record.Things ? Evidence.Keys : []];

    private static bool IsUnknown(Shape.Record record, Node.Entry entry) =>
        IsForeign(record, entry) && !(record.Things && Evidence.ContainsKey(entry.Key.Text));

    /// <summary>
    /// What a key that is none was to be: the nearest; else, where it is the only one and one that is required is
    /// lacking, that one.
    /// </summary>
    private static string? Meant(Shape.Record record, Node.Map map, string key)
    {
        if (record.Keys.FirstOrDefault(known => known.AlsoCalled.Contains(key)) is { } other) return other.Name;
        if (Nearest.To(key, KeysOf(record)) is { } near) return near;
        var lacking = record.Keys.Where(known => known.Required && map[known.Name] is null).Take(2).ToList();
        return lacking.Count == 1 && map.Entries.Count(entry => IsUnknown(record, entry)) == 1 ? lacking[0].Name : null;
    }

    private void CheckKeys(Shape.Record record, Node.Map map, Place place)
    {
        foreach (var key in record.Keys)
        {
            if (key.Required && map[key.Name] is null && !IsMisspelt(record, key, map))
                diagnostics.Error(place.KeyAt, $"{record.Name} lacks `{key.Name}`", HintFor(key));
        }

        var excluded = new HashSet<string>();
        foreach (var choice in record.Choices)
        {
            var written = map.Entries.Where(entry => choice.Keys.Contains(entry.Key.Text)).ToArray();
            if (written.Length > 1 && excluded.Add(written[1].Key.Text))
            {
                diagnostics.Error(
                    written[1].Key.At,
                    $"`{written[1].Key.Text}` and `{written[0].Key.Text}` exclude each other", "keep one of them");
            }
            else if (written.Length == 0 && choice.Required
                && !choice.Keys.Any(key => IsMisspelt(record, record.KeyNamed(key)!, map)))
            {
                diagnostics.Error(
                    place.KeyAt,
                    $"{record.Name} lacks one of {Nearest.Listed(choice.Keys)}",
                    "write exactly one of them");
            }
        }
    }

    /// <summary>Another key stands there that was reported with the hint to write this one.</summary>
    private static bool IsMisspelt(Shape.Record record, Key key, Node.Map map) =>
        map.Entries.Any(entry => IsUnknown(record, entry) && Meant(record, map, entry.Key.Text) == key.Name);

    private static string HintFor(Key key) => key.Example is null
        ? $"add `{key.Name}`: {char.ToLowerInvariant(key.About[0])}{key.About[1..].TrimEnd('.')}"
        : $"write `{key.Name}: {key.Example}`";

    private Form? CheckMap(Shape.Map shape, Node node, Place place)
    {
        if (node is not Node.Map map) return WrongKind(shape, node);
        if (IsNameless(shape, map) is { } record) return Nameless(record, map);
        var entries = ImmutableArray.CreateBuilder<Form.Named>();
        var days = new Dictionary<Day, string>();
        var isWhole = true;
        foreach (var entry in map.Entries)
        {
            var (isKey, day) = CheckKey(shape, entry.Key, place);
            if (day is { } known && !days.TryAdd(known, entry.Key.Text))
                diagnostics.Error(
                    entry.Key.At, $"`{entry.Key.Text}` is the same day as `{days[known]}`", "keep one of them");
            var under = place.Under(entry.Key.Text, entry.Key.At);
            var form = Check(shape.Of, entry.Value, shape.Happened ? under with { Happened = day } : under);
            if (form is Form.NotKnown) continue;
            isWhole &= isKey && form is { IsWhole: true };
            if (isKey && form is not null)
                entries.Add(new Form.Named(entry.Key.Text, entry.Key.At, form, day));
        }

        return new Form.Map(entries.ToImmutable(), map.At) { IsWhole = isWhole };
    }

    /// <summary>The keys of one thing stand where named things belong; null where that is not so.</summary>
    private static Shape.Record? IsNameless(Shape.Map shape, Node.Map map) =>
        shape is { Keys: KeyKind.Name, Of: Shape.Record record }
        && map.Entries.Any(entry => entry.Value is not Node.Map)
        && map.Entries.All(entry => !IsUnknown(record, entry))
            ? record
            : null;

    private Form? Nameless(Shape.Record record, Node.Map map)
    {
        var keys = map.Entries.Select(entry => entry.Key.Text).ToList();
        diagnostics.Error(
            map.Entries[0].Key.At,
            $"here stand the keys of {record.Name}, which has no name: {Nearest.Listed(keys)}",
            $"give it one: {{ first: {{ {string.Join(", ", keys.Take(3).Select(key => $"{key}: …"))} }} }}");
        return null;
    }

    private Form? CheckList(Shape.List shape, Node node, Place place)
    {
        if (node is not Node.List list) return WrongKind(shape, node);
        if (shape.NotEmpty && list.Items.IsEmpty)
        {
            diagnostics.Error(list.At, "this list is empty", "leave the key out, or name something");
            return null;
        }

        var items = ImmutableArray.CreateBuilder<Form>();
        for (var i = 0; i < list.Items.Length; i++)
        {
            if (Check(shape.Of, list.Items[i], place.Under($"{i}", list.Items[i].At)) is { } item) items.Add(item);
        }

        var isWhole = items.Count == list.Items.Length && items.All(item => item.IsWhole);
        return new Form.List(items.ToImmutable(), list.At) { IsWhole = isWhole };
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
