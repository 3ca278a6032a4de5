using Resupply.Values;

namespace Resupply.Language;

/// <summary>Shapes and nodes in a planner's words.</summary>
internal static class Expected
{
    public static string By(Shape shape) => shape switch
    {
        Shape.Record { Shorthand: { } key } record =>
            $"{By(record.KeyNamed(key)!.Shape)}, or a map with {KeysOf(record)}",
        Shape.Record record => $"a map with {KeysOf(record)}",
        Shape.Map { Keys: KeyKind.Date } => "a map from dates",
        Shape.Map { Keys: KeyKind.Weekday } => "a map from weekdays",
        Shape.Map { Keys: KeyKind.Reference, Section: { } section } => $"a map from names under `{section}`",
        Shape.Map => "a map of named things",
        Shape.List { Of: Shape.Reference each } => $"a list of names under `{each.Section}`",
        Shape.List { Of: Shape.Text } => "a list of words",
        Shape.List list => $"a list, each item {By(list.Of)}",
        Shape.Value { Or: { } word } value => $"{MeasureCheck.Described(value.Measure)} or `{word}`",
        Shape.Value value => MeasureCheck.Described(value.Measure),
        Shape.Reference { Or: { } word } reference => $"a name under `{reference.Section}` or `{word}`",
        Shape.Reference reference => $"a name under `{reference.Section}`",
        Shape.Word { Words: [var only] } => $"`{only}`",
        Shape.Word word => $"one of {Nearest.Listed(word.Words)}",
        Shape.Text => "text",
        Shape.Flag => "`true` or `false`",
        Shape.Patch => "a map of changes",
        Shape.OneOf oneOf => Either([oneOf.IfScalar, oneOf.IfList, oneOf.IfMap]),
        _ => throw new InvalidOperationException($"unknown shape {shape}"),
    };

    /// <summary>What would do in place of a node of another kind; null where nothing in particular.</summary>
    public static string? Instead(Shape shape, Node node) => (shape, node) switch
    {
        (Shape.List, Node.Scalar scalar) => $"write [{scalar.Text}]",
        (Shape.List, Node.Map map) =>
            $"write [{string.Join(", ", map.Entries.Take(3).Select(entry => entry.Key.Text))}]",
        (Shape.Reference, Node.List { Items: [Node.Scalar only] }) => $"write {only.Text}",
        (Shape.Map { Keys: KeyKind.Name }, Node.Scalar { Text: var text }) when text.Contains(
            ':', StringComparison.Ordinal) =>
            "a space follows the colon",
        (Shape.Map { Keys: KeyKind.Name }, Node.Scalar { Text: var text }) when Names.IsName(text) =>
            $"a name ends in a colon, what it holds follows: {{ {text}: … }}",
        (Shape.Map { Keys: KeyKind.Name }, Node.List list) => InsteadOfItems(list),
        (Shape.Map { Keys: KeyKind.Date }, Node.Scalar { Text: var text }) when Day.Parse(text) is not null =>
            $"write {{ {text}: … }}",
        (Shape.Map { Keys: KeyKind.Date }, Node.Scalar scalar) => $"write {{ 2024-11-09: {Short(scalar.Text)} }}",
        (Shape.Map { Keys: KeyKind.Weekday }, Node.Scalar scalar) => $"write {{ sat: {Short(scalar.Text)} }}",
        (Shape.Map { Keys: KeyKind.Reference } map, Node.Scalar { Text: var text }) when Names.IsName(text) =>
            $"write {{ {text}: {ValueFor(map)} }}",
        (Shape.Map { Keys: KeyKind.Reference } map, Node.List { Items: [Node.Scalar, ..] } list) =>
            $"write {{ {string.Join(", ", Words(list).Select(word => $"{word}: {ValueFor(map)}"))} }}",
        (Shape.Map { Keys: not KeyKind.Name }, Node.Scalar scalar) => $"write {{ name: {Short(scalar.Text)} }}",
        (Shape.Record { Shorthand: null } record, Node.Scalar scalar) => InsteadOfText(record, scalar),
        _ => null,
    };

    private static string InsteadOfItems(Node.List list) =>
        list.Items.All(item => item is Node.Scalar)
            ? "each is a key: { " +
                string.Join(", ", list.Items.Take(3).Select(item => ((Node.Scalar)item).Text + ": …")) + " }"
            : "each is a key with a name of its own, not an item of a list: `camp:` instead of `- name: camp`";

    private static IEnumerable<string> Words(Node.List list) =>
        list.Items.OfType<Node.Scalar>().Take(3).Select(item => item.Text);

    private static string ValueFor(Shape.Map map) => map.Of is Shape.Value { Measure: Measure.Count } ? "1" : "…";

    /// <summary>The keys that are required, or the one that the text would do for; the text where it fits.</summary>
    private static string InsteadOfText(Shape.Record record, Node.Scalar scalar)
    {
        var text = Short(scalar.Text);
        var required = record.Keys.Where(key => key.Required).ToList();
        var fitting = (required.Count > 0 ? required : [.. record.Keys]).Find(key => Fits(key.Shape, text));
        if (required.Count == 0) return $"write {{ {(fitting ?? record.Keys[0]).Name}: {text} }}";
        return $"write {{ {string.Join(", ", required.Select(key => $"{key.Name}: {Written(key)}"))} }}";

        string Written(Key key) => key == fitting || required.Count == 1 ? text : key.Example ?? "…";
    }

    /// <summary>Whether the text looks like what stands at such a place; that it is right is not promised.</summary>
    private static bool Fits(Shape shape, string text)
    {
        var isDate = Values.Day.Parse(text.Split(' ')[0]) is not null;
        var isNumber = text.Length > 0 && text.All(letter => char.IsAsciiDigit(letter) || letter == '.');
        return shape switch
        {
            Shape.Text => true,
            Shape.Reference or Shape.Word => Names.IsName(text),
            Shape.OneOf { IfScalar: { } one } => Fits(one, text),
            Shape.Value { Measure: Measure.Date or Measure.FixedDate } => isDate,
            Shape.Value { Measure: Measure.Duration } =>
                !isDate && !isNumber && !Names.IsName(text) && !text.Contains("per ", StringComparison.Ordinal),
            Shape.Value { Measure: Measure.Probability } => text.EndsWith('%'),
            Shape.Value { Measure: Measure.Rate or Measure.DutyCycle } =>
                text.Contains("per ", StringComparison.Ordinal),
            Shape.Value => isNumber,
            _ => false,
        };
    }

    public static string Found(Node node) => node switch
    {
        Node.Scalar scalar => $"`{Short(scalar.Text)}`",
        Node.List => "a list",
        _ => "a map",
    };

    public static string Short(string text)
    {
        const int shown = 40;
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= shown ? line : line[..shown] + "…";
    }

    private static string KeysOf(Shape.Record record) => Nearest.Listed([.. record.Keys.Select(key => key.Name)]);

    private static string Either(Shape?[] shapes) => string.Join(", or ", shapes.OfType<Shape>().Select(By));
}
