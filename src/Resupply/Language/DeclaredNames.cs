namespace Resupply.Language;

/// <summary>The names that a file declares, section by section.</summary>
internal sealed class DeclaredNames
{
    public static readonly DeclaredNames None = new();

    private readonly Dictionary<string, Section> sections = new(StringComparer.Ordinal);

    private DeclaredNames()
    {
    }

    public static DeclaredNames Of(Shape top, Node.Map root)
    {
        var names = new DeclaredNames();
        names.Collect(top, root);
        return names;
    }

    /// <summary>In file order.</summary>
    public IReadOnlyList<string> In(string section) => sections.GetValueOrDefault(section)?.InOrder ?? [];

    public bool Has(string section, string name) => sections.GetValueOrDefault(section)?.Known.Contains(name) == true;

    private void Collect(Shape shape, Node node)
    {
        if (node is not Node.Map map) return;
        foreach (var entry in map.Entries)
        {
            switch (shape)
            {
                case Shape.Record record when entry.Value is Node.Map && record.KeyMeant(entry.Key.Text) is { } key:
                    Collect(key.Shape, entry.Value);
                    break;
                case Shape.Map of:
                    if (of is { Keys: KeyKind.Name, Section: { } section }) Add(section, entry.Key.Text);
                    Collect(of.Of, entry.Value);
                    break;
                case Shape.OneOf { IfMap: { } ifMap }:
                    Collect(ifMap, node);
                    return;
            }
        }
    }

    private void Add(string section, string name)
    {
        if (!sections.TryGetValue(section, out var names)) sections[section] = names = new Section();
        names.InOrder.Add(name);
        names.Known.Add(name);
    }

    private sealed class Section
    {
        public List<string> InOrder { get; } = [];
        public HashSet<string> Known { get; } = new(StringComparer.Ordinal);
    }
}
