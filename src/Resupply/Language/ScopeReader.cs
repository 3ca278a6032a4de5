using System.Collections.Immutable;
using Resupply.Values;

namespace Resupply.Language;

/// <summary>
/// Finds what a scenario declares, and what its deadlines and unknowns are, each after those it uses.
/// </summary>
internal sealed class ScopeReader
{
    private readonly Diagnostics diagnostics;
    private readonly List<Declaration> declarations = [];
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private Scope scope;

    private ScopeReader(Scope scope, Diagnostics diagnostics)
    {
        this.scope = scope;
        this.diagnostics = diagnostics;
    }

    public static Scope Read(
        Shape.Record top, Node.Map root, Node.Map? asWritten, Knowledge? known, Diagnostics diagnostics)
    {
        var sections = Sections(top, root);
        var declared = Pairs(sections).ToImmutableHashSet();
        var names = new Scope
        {
            Sections = sections,
            Declared = declared,
            Removed = asWritten is null ? [] : Pairs(Sections(top, asWritten)).ToImmutableHashSet().Except(declared),
            Known = known,
        };
        return new ScopeReader(names, diagnostics).WithValues(top, root);
    }

    private static IEnumerable<(string Section, string Name)> Pairs(
        ImmutableDictionary<string, ImmutableArray<string>> sections) =>
        sections.SelectMany(section => section.Value.Select(name => (section.Key, name)));

    private static ImmutableDictionary<string, ImmutableArray<string>> Sections(Shape top, Node.Map root)
    {
        var names = new Dictionary<string, ImmutableArray<string>.Builder>(StringComparer.Ordinal);
        Collect(top, root, names);
        return names.ToImmutableDictionary(section => section.Key, section => section.Value.ToImmutable());
    }

    private static void Collect(Shape shape, Node node, Dictionary<string, ImmutableArray<string>.Builder> names)
    {
        if (node is not Node.Map map) return;
        foreach (var entry in map.Entries)
        {
            switch (shape)
            {
                case Shape.Record record when KeyMeant(record, entry.Key.Text) is { } key:
                    Collect(key.Shape, entry.Value, names);
                    break;
                case Shape.Map of:
                    if (of is { Keys: KeyKind.Name, Section: { } section }) NamesOf(section).Add(entry.Key.Text);
                    Collect(of.Of, entry.Value, names);
                    break;
                case Shape.OneOf { IfMap: { } ifMap }:
                    Collect(ifMap, node, names);
                    return;
            }
        }

        ImmutableArray<string>.Builder NamesOf(string section)
        {
            if (!names.TryGetValue(section, out var found))
                names[section] = found = ImmutableArray.CreateBuilder<string>();
            return found;
        }
    }

    /// <summary>The key, or the one that a misspelt key stands for: its names are not missing too.</summary>
    private static Key? KeyMeant(Shape.Record record, string text) =>
        record.KeyNamed(text) ?? (
            Nearest.To(text, record.Keys.Select(key => key.Name)) is { } near ? record.KeyNamed(near) : null);

    private static Node? SectionMeant(Shape.Record top, Node.Map root, string section) =>
        root[section] ?? root.Entries.FirstOrDefault(entry => KeyMeant(top, entry.Key.Text)?.Name == section)?.Value;

    private Scope WithValues(Shape.Record top, Node.Map root)
    {
        Declare(SectionMeant(top, root, "deadlines"), isUnknown: false);
        Declare(SectionMeant(top, root, "unknowns"), isUnknown: true);
        scope = scope with { Valued = [.. declarations.Select(declaration => declaration.Name)] };

        var order = InOrderOfUse();
        foreach (var place in order) Resolve(declarations[place]);
        foreach (var place in Enumerable.Range(0, declarations.Count).Except(order)) Break(declarations[place]);
        ReportCycles([.. Enumerable.Range(0, declarations.Count).Except(order)]);
        return scope with
        {
            UnknownOrder = [.. order.Select(place => declarations[place].Slot).Where(slot => slot >= 0)],
        };
    }

    private void Declare(Node? section, bool isUnknown)
    {
        if (section is not Node.Map map) return;
        var slot = 0;
        foreach (var entry in map.Entries)
        {
            var picked = ValueForm.Pick(entry.Value, scope.Known, diagnostics);
            var declaration = new Declaration(entry.Key, isUnknown ? slot++ : -1);
            if (picked.Text is { IsNull: false } scalar)
            {
                declaration.Text = new ValueText(scalar, diagnostics);
                declaration.Phrase = PhraseParser.Read(declaration.Text);
            }

            if (places.TryAdd(entry.Key.Text, declarations.Count)) declarations.Add(declaration);
            else AlreadyADeadline(entry.Key);
        }
    }

    private void AlreadyADeadline(Node.Scalar key) => diagnostics.Error(
        key.At, $"`{key.Text}` names a deadline already", "choose another: deadlines and unknowns share their names");

    /// <summary>Each after those it uses, in file order otherwise; those in or behind a cycle are left out.</summary>
    /// <remarks>Kahn, "Topological sorting of large networks", CACM 5(11), 1962.</remarks>
    private List<int> InOrderOfUse()
    {
        var waitsFor = new int[declarations.Count];
        var usedBy = declarations.Select(_ => new List<int>()).ToArray();
        for (var place = 0; place < declarations.Count; place++)
        {
            foreach (var used in UsedBy(place))
            {
                waitsFor[place]++;
                usedBy[used].Add(place);
            }
        }

        var order = Enumerable.Range(0, declarations.Count).Where(place => waitsFor[place] == 0).ToList();
        for (var i = 0; i < order.Count; i++)
        {
            foreach (var user in usedBy[order[i]])
            {
                if (--waitsFor[user] == 0) order.Add(user);
            }
        }

        return order;
    }

    private IEnumerable<int> UsedBy(int place) =>
        (declarations[place].Phrase?.WithParts() ?? [])
            .OfType<Phrase.Name>().OrderBy(name => name.Start)
            .Where(name => places.ContainsKey(name.Text))
            .Select(name => places[name.Text])
            .Distinct();

    private void ReportCycles(HashSet<int> stuck)
    {
        var seen = new HashSet<int>();
        foreach (var start in stuck.Order())
        {
            var walk = new List<int>();
            var place = start;
            while (seen.Add(place))
            {
                walk.Add(place);
                place = UsedBy(place).First(stuck.Contains);
            }

            var from = walk.IndexOf(place);
            if (from < 0) continue; // it leads to a cycle that is reported already
            var names = walk.Skip(from).Append(place).Select(at => $"`{declarations[at].Name}`");
            diagnostics.Error(
                declarations[place].Key.At, $"`{declarations[place].Name}` is used in its own definition",
                string.Join(" uses ", names));
        }
    }

    private void Resolve(Declaration declaration)
    {
        if (diagnostics.IsFull || declaration is not { Text: { } text, Phrase: { } phrase })
        {
            Break(declaration);
            return;
        }

        Meaning? meaning = null;
        if (declaration.Slot >= 0 && ExpressionReader.ReadUnknown(text, phrase, scope) is { } unknown)
            meaning = new Meaning.Unknown(declaration.Slot, unknown.Dimension);
        if (declaration.Slot < 0
            && ExpressionReader.Read(text, phrase, Measure.FixedDate, scope)?.Expression is Expression.Constant day)
            meaning = new Meaning.Deadline(new Day((int)day.Value));
        scope = scope with { Meanings = scope.Meanings.SetItem(declaration.Name, meaning ?? new Meaning.Broken()) };
    }

    private void Break(Declaration declaration) =>
        scope = scope with { Meanings = scope.Meanings.SetItem(declaration.Name, new Meaning.Broken()) };

    /// <param name="Slot">Its place under `unknowns`; -1 for a deadline.</param>
    private sealed record Declaration(Node.Scalar Key, int Slot)
    {
        public string Name => Key.Text;
        public ValueText? Text { get; set; }
        public Phrase? Phrase { get; set; }
    }
}
