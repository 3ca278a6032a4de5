namespace Resupply.Language;

/// <summary>
/// Which parts of a scenario hold no mistake. What rests on a part that does is not looked at any further: it would
/// only
/// tell the same mistake in other words.
/// </summary>
public sealed class WholeParts
{
    private readonly HashSet<string> broken = new(StringComparer.Ordinal);

    private WholeParts()
    {
    }

    /// <summary>Every section was found: what an option changes is there to be changed.</summary>
    public bool HasAllSections { get; private init; } = true;

    /// <param name="root">What the form was read from.</param>
    /// <param name="hasErrors">Whether anything was reported; where nothing was, all is whole.</param>
    public static WholeParts Of(Shape.Record top, Form.Fields form, Node.Map root, bool hasErrors)
    {
        if (!hasErrors) return new WholeParts();
        var names = top.Keys.Select(key => key.Name).ToList();
        var missing = root.Entries.Select(entry => entry.Key.Text)
            .Where(key => !form.Has(key))
            .Select(key => top.KeyNamed(key) is null ? Nearest.To(key, names) : key)
            .OfType<string>()
            .ToList();
        var parts = new WholeParts { HasAllSections = missing.Count == 0 };
        parts.broken.UnionWith(missing);
        foreach (var section in form.Entries) parts.Collect(section.Form, section.Name);
        return parts;
    }

    /// <param name="path">As a value has it: `shipments.november`.</param>
    public bool Has(string path) => !broken.Contains(path);

    private void Collect(Form form, string path)
    {
        if (form.IsWhole) return;
        broken.Add(path);
        switch (form)
        {
            case Form.Map map:
                foreach (var entry in map.Entries) Collect(entry.Form, $"{path}.{entry.Name}");
                break;
            case Form.Fields fields:
                foreach (var entry in fields.Entries) Collect(entry.Form, $"{path}.{entry.Name}");
                break;
        }
    }
}
