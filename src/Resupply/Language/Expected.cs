namespace Resupply.Language;

/// <summary>Shapes and nodes in a planner's words.</summary>
internal static class Expected
{
    public static string By(Shape shape) => shape switch
    {
        Shape.Record record => $"a map with {Nearest.Listed([.. record.Keys.Select(key => key.Name)])}",
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

    private static string Either(Shape?[] shapes) => string.Join(", or ", shapes.OfType<Shape>().Select(By));
}
