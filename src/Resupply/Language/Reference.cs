using System.Text;

namespace Resupply.Language;

/// <summary>
/// Writes the shapes as the language's reference page: a table for each record, in the order of the top level.
/// </summary>
public sealed class Reference
{
    private readonly StringBuilder page = new();
    private readonly Queue<Shape.Record> waiting = new();
    private readonly HashSet<Shape.Record> seen = new(ReferenceEqualityComparer.Instance);

    private Reference()
    {
    }

    /// <summary>Markdown: the keys of the top level, then of each record that they lead to.</summary>
    public static string Write(Shape.Record top)
    {
        var reference = new Reference();
        reference.Await(top);
        while (reference.waiting.TryDequeue(out var record)) reference.Table(record);
        return reference.page.ToString();
    }

    private void Table(Shape.Record record)
    {
        if (page.Length > 0) page.Append('\n');
        page.Append("## ").Append(Heading(record)).Append("\n\n");
        if (record.Shorthand is { } key)
            page.Append("A value in its place stands for `").Append(key).Append("`.\n\n");
        if (record.OrNamed) page.Append("A map from names to several such records may stand in its place.\n\n");
        page.Append("| key | what | required | about |\n|---|---|---|---|\n");
        foreach (var entry in record.Keys) Row(entry);
        if (record.Things)
        {
            page.Append("| `claims` | a list of names under `claims` | | What all its values rest on. |\n");
            page.Append("| `assume` | text | | The assumption that all its values rest on. |\n");
        }

        foreach (var choice in record.Choices)
        {
            var keys = string.Join(", ", choice.Keys.Select(name => $"`{name}`"));
            page.Append(choice.Required ? "\nExactly one of " : "\nAt most one of ").Append(keys).Append(".\n");
        }
    }

    private void Row(Key key)
    {
        var example = key.Example is null ? "" : $" Example: `{key.Name}: {key.Example}`";
        page.Append("| `").Append(key.Name).Append("` | ").Append(What(key.Shape)).Append(" | ")
            .Append(key.Required ? "yes" : "").Append(" | ").Append(Cell(key.About + example)).Append(" |\n");
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    private string What(Shape shape)
    {
        switch (shape)
        {
            case Shape.Record record:
                Await(record);
                return $"[{record.Name}](#{Anchor(record)})";
            case Shape.Map map:
                return $"a map from {Keys(map)} to {What(map.Of)}";
            case Shape.List list:
                return $"a list: {What(list.Of)}";
            case Shape.OneOf oneOf:
                var shapes = new[] { oneOf.IfScalar, oneOf.IfList, oneOf.IfMap }.OfType<Shape>();
                return string.Join(", or ", shapes.Select(What));
            default:
                return Expected.By(shape);
        }
    }

    private static string Keys(Shape.Map map) => map.Keys switch
    {
        KeyKind.Name => "names",
        KeyKind.Reference => $"names under `{map.Section}`",
        KeyKind.Date => "dates or deadlines",
        KeyKind.Weekday => "weekdays",
        _ => "grades",
    };

    private void Await(Shape.Record record)
    {
        if (seen.Add(record)) waiting.Enqueue(record);
    }

    private static string Heading(Shape.Record record) => char.ToUpperInvariant(record.Name[0]) + record.Name[1..];

    private static string Anchor(Shape.Record record) => record.Name.ToLowerInvariant().Replace(' ', '-');
}
