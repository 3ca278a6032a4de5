using Resupply.Values;

namespace Resupply.Language;

/// <summary>
/// Finds what a scenario declares, and what its deadlines and unknowns are, each after those it uses.
/// </summary>
internal sealed class ScopeReader
{
    private readonly Diagnostics diagnostics;
    private readonly List<Declaration> declarations = [];
    private readonly Dictionary<string, Declaration> named = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Meaning> meanings = new(StringComparer.Ordinal);
    private Scope scope;

    private ScopeReader(Scope scope, Diagnostics diagnostics)
    {
        this.scope = scope with { Meanings = meanings };
        this.diagnostics = diagnostics;
    }

    public static Scope Read(
        Shape.Record top, Node.Map root, Node.Map? asWritten, Knowledge? known, Diagnostics diagnostics)
    {
        var names = new Scope
        {
            Names = DeclaredNames.Of(top, root),
            AsWritten = asWritten is null ? DeclaredNames.None : DeclaredNames.Of(top, asWritten),
            Known = known,
        };
        return new ScopeReader(names, diagnostics).WithValues(top, root);
    }

    private static Node? SectionMeant(Shape.Record top, Node.Map root, string section) =>
        root[section] ?? root.Entries.FirstOrDefault(entry => top.KeyMeant(entry.Key.Text)?.Name == section)?.Value;

    private Scope WithValues(Shape.Record top, Node.Map root)
    {
        Declare(SectionMeant(top, root, "deadlines"), isUnknown: false);
        Declare(SectionMeant(top, root, "unknowns"), isUnknown: true);
        scope = scope with { Valued = [.. declarations.Select(declaration => declaration.Name)] };

        var order = InOrderOfUse();
        order.ForEach(Resolve);
        var stuck = declarations.FindAll(declaration => declaration.WaitsFor > 0);
        stuck.ForEach(Break);
        ReportCycles(stuck);
        return scope with
        {
            UnknownOrder = [.. order.FindAll(each => each.Slot >= 0).ConvertAll(unknown => unknown.Slot)],
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

            if (named.TryAdd(declaration.Name, declaration)) declarations.Add(declaration);
            else AlreadyADeadline(entry.Key);
        }
    }

    private void AlreadyADeadline(Node.Scalar key) => diagnostics.Error(
        key.At, $"`{key.Text}` names a deadline already", "choose another: deadlines and unknowns share their names");

    /// <summary>Each after those it uses, in file order otherwise; those in or behind a cycle are left out.</summary>
    /// <remarks>Kahn, "Topological sorting of large networks", CACM 5(11), 1962.</remarks>
    private List<Declaration> InOrderOfUse()
    {
        foreach (var declaration in declarations)
        {
            foreach (var used in UsedBy(declaration))
            {
                declaration.WaitsFor++;
                used.Users.Add(declaration);
            }
        }

        var order = declarations.FindAll(declaration => declaration.WaitsFor == 0);
        for (var i = 0; i < order.Count; i++)
        {
            foreach (var user in order[i].Users)
            {
                if (--user.WaitsFor == 0) order.Add(user);
            }
        }

        return order;
    }

    private IEnumerable<Declaration> UsedBy(Declaration declaration) =>
        (declaration.Phrase?.WithParts() ?? [])
            .OfType<Phrase.Name>().OrderBy(name => name.Start)
            .Select(name => named.GetValueOrDefault(name.Text))
            .OfType<Declaration>()
            .Distinct();

    private void ReportCycles(List<Declaration> stuck)
    {
        var seen = new HashSet<Declaration>();
        foreach (var start in stuck)
        {
            var walk = new List<Declaration>();
            var at = start;
            while (seen.Add(at))
            {
                walk.Add(at);
                at = UsedBy(at).First(used => used.WaitsFor > 0);
            }

            var from = walk.IndexOf(at);
            if (from < 0) continue; // it leads to a cycle that is reported already
            diagnostics.Error(
                at.Key.At,
                $"`{at.Name}` is used in its own definition",
                string.Join(" uses ", walk.Skip(from).Append(at).Select(each => $"`{each.Name}`")));
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
        meanings[declaration.Name] = meaning ?? new Meaning.Broken();
    }

    private void Break(Declaration declaration) => meanings[declaration.Name] = new Meaning.Broken();

    /// <param name="slot">Its place under `unknowns`; -1 for a deadline.</param>
    private sealed class Declaration(Node.Scalar key, int slot)
    {
        public Node.Scalar Key => key;
        public int Slot => slot;
        public string Name => key.Text;
        public ValueText? Text { get; set; }
        public Phrase? Phrase { get; set; }

        /// <summary>How many of those that it uses are not in order yet.</summary>
        public int WaitsFor { get; set; }

        public List<Declaration> Users { get; } = [];
    }
}
