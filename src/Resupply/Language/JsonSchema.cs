using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Resupply.Language;

/// <summary>Writes the shapes as a JSON Schema (2020-12), so that an editor completes and checks a scenario.</summary>
public sealed class JsonSchema
{
    /// <summary>
    /// Text that begins as a number, a date, a name or a parenthesis does: the check reads the rest.
    /// </summary>
    private const string ExpressionPattern = @"^\s*[-(a-z0-9]";

    private const string DatePattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";

    private static readonly JsonSerializerOptions Indented =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly JsonObject definitions;
    private readonly Dictionary<Shape, string> named = new(ReferenceEqualityComparer.Instance);
    private readonly bool isPatch;
    private readonly JsonSchema whole;

    /// <param name="whole">
    /// What a patch replaces as a whole (a list) is written by this; null: nothing is a patch.
    /// </param>
    private JsonSchema(JsonObject definitions, JsonSchema? whole)
    {
        this.definitions = definitions;
        this.whole = whole ?? this;
        isPatch = whole is not null;
    }

    public static string Write(Shape.Record top)
    {
        var schema = new JsonSchema([], null);
        schema.definitions["expression"] = Expression();
        schema.definitions["claims"] = Claims();
        schema.definitions["value"] = ValueForms();
        var isPatched = top.Keys.Any(key => key.Shape is Shape.Map { Of: Shape.Patch });
        if (isPatched)
        {
            schema.definitions["patch-value"] = AnyOf(Ref("value"), PartOfValue());
            schema.definitions["patch"] = new JsonObject(); // its place in the file: it is known only at the end
        }

        var root = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "Resupply scenario",
        };
        foreach (var (name, part) in schema.RecordOf(top)) root[name] = part?.DeepClone();
        var patch = top with { Keys = [.. top.Keys.Where(IsPatchable)] };
        if (isPatched) schema.definitions["patch"] = new JsonSchema(schema.definitions, schema).RecordOf(patch);
        root["$defs"] = schema.definitions;
        return root.ToJsonString(Indented) + "\n";
    }

    private static bool IsPatchable(Key key) => key.Name is not ("questions" or "options" or "worlds" or "calendar");

    private static JsonObject Expression() => new()
    {
        ["title"] = "A number or an expression",
        ["anyOf"] = new JsonArray(
            new JsonObject { ["type"] = "number" },
            new JsonObject { ["type"] = "string", ["pattern"] = ExpressionPattern }),
    };

    private static JsonObject ValueForms()
    {
        var version = EvidenceForm();
        version["properties"]!["known-on"] = Text(DatePattern);
        version["required"] = new JsonArray("value", "known-on");
        return new JsonObject
        {
            ["title"] = "A value, with its evidence or without",
            ["anyOf"] = new JsonArray(
                Ref("expression"), EvidenceForm(), new JsonObject { ["type"] = "array", ["items"] = version }),
        };
    }

    private static JsonObject EvidenceForm() => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject
        {
            ["value"] = Ref("expression"),
            ["claims"] = Ref("claims"),
            ["assume"] = new JsonObject { ["type"] = "string" },
        },
        ["required"] = new JsonArray("value"),
        ["additionalProperties"] = false,
    };

    private static JsonObject Claims() => new()
    {
        ["description"] = "The claims that it rests on.",
        ["anyOf"] = new JsonArray(
            Text(Names.Pattern),
            new JsonObject { ["type"] = "array", ["items"] = Text(Names.Pattern) }),
    };

    private static JsonObject Text(string pattern) => new() { ["type"] = "string", ["pattern"] = pattern };

    private static JsonObject Ref(string definition) => new() { ["$ref"] = $"#/$defs/{definition}" };

    private JsonObject Of(Shape shape) => shape switch
    {
        Shape.Record record => Ref(DefinitionOf(record)),
        Shape.Map map => MapOf(map),
        Shape.List list => ListOf(list),
        Shape.Value => Ref(isPatch ? "patch-value" : "value"),
        Shape.Reference reference => Reference(reference),
        Shape.Word word => WordOf(word),
        Shape.Text => new JsonObject { ["type"] = new JsonArray("string", "number", "boolean") },
        Shape.Flag => new JsonObject { ["type"] = "boolean" },
        Shape.Patch => Ref("patch"),
        Shape.OneOf of => AnyOf([.. new[] { of.IfScalar, of.IfList, of.IfMap }.OfType<Shape>().Select(Of)]),
        _ => throw new InvalidOperationException($"unknown shape {shape}"),
    };

    private JsonObject ListOf(Shape.List list)
    {
        var schema = new JsonObject { ["type"] = "array", ["items"] = whole.Of(list.Of) };
        if (list.NotEmpty) schema["minItems"] = 1;
        return schema;
    }

    private static JsonObject PartOfValue()
    {
        var form = EvidenceForm();
        form.Remove("required");
        foreach (var name in (string[])["claims", "assume"])
            ((JsonObject)form["properties"]!)[name] = AnyOf(
                (JsonObject)form["properties"]![name]!.DeepClone(), Null());
        return form;
    }

    private static JsonObject Null() => new() { ["type"] = "null" };

    private static JsonObject AnyOf(params JsonObject[] any) =>
        any.Length == 1 ? any[0] : new JsonObject { ["anyOf"] = new JsonArray([.. any]) };

    private static JsonObject Reference(Shape.Reference reference) => new()
    {
        ["type"] = "string",
        ["pattern"] = Names.Pattern,
        ["description"] = reference.Or is null
            ? $"A name under `{reference.Section}`."
            : $"A name under `{reference.Section}`, or `{reference.Or}`.",
    };

    private static JsonObject WordOf(Shape.Word word)
    {
        var words = new JsonArray([.. word.Words.Select(text => JsonValue.Create(text))]);
        foreach (var text in word.Words)
        {
            // YAML reads 1 as a number; the words of the language are text.
            if (int.TryParse(text, out var number)) words.Add((JsonNode)number);
        }

        return new JsonObject { ["enum"] = words };
    }

    private JsonObject MapOf(Shape.Map map)
    {
        var pattern = map.Keys switch
        {
            KeyKind.Date => $"{DatePattern}|{Names.Pattern}",
            KeyKind.Weekday => "^(mon|tue|wed|thu|fri|sat|sun)$",
            KeyKind.Grade => "^[A-F][1-6]$",
            _ => Names.Pattern,
        };
        return new JsonObject
        {
            ["type"] = "object",
            ["patternProperties"] = new JsonObject { [pattern] = Nullable(Of(map.Of)) },
            ["additionalProperties"] = false,
        };
    }

    private JsonObject Nullable(JsonObject schema) => isPatch ? AnyOf(schema, Null()) : schema;

    private string DefinitionOf(Shape.Record record)
    {
        if (named.TryGetValue(record, out var known)) return known;
        var words = record.Name.Split(' ').SkipWhile(word => word is "a" or "an" or "the");
        var stem = (isPatch ? "patch-" : "") + string.Join('-', words);
        var name = stem;
        for (var i = 2; definitions.ContainsKey(name); i++) name = $"{stem}-{i}";
        named[record] = name;
        definitions[name] = new JsonObject(); // its place, should it hold itself
        definitions[name] = ShortOrLong(record);
        return name;
    }

    private JsonObject ShortOrLong(Shape.Record record)
    {
        var full = RecordOf(record);
        if (record.OrNamed) full = AnyOf(full, MapOf(new Shape.Map(KeyKind.Name, record with { OrNamed = false })));
        if (record.Shorthand is null) return full;
        var shorthand = AnyOf(Of(record.KeyNamed(record.Shorthand)!.Shape), full);
        shorthand["title"] = record.Name;
        return shorthand;
    }

    private JsonObject RecordOf(Shape.Record record)
    {
        var properties = new JsonObject();
        foreach (var key in record.Keys) properties[key.Name] = PropertyOf(key);
        if (record.Things)
        {
            properties["claims"] ??= Nullable(Ref("claims"));
            properties["assume"] ??= Nullable(new JsonObject { ["type"] = "string" });
        }

        var schema = new JsonObject
        {
            ["title"] = record.Name,
            ["type"] = "object",
            ["properties"] = properties,
            ["additionalProperties"] = false,
        };
        var required = record.Keys.Where(key => key.Required).Select(key => (JsonNode)key.Name).ToArray();
        if (!isPatch && required.Length > 0) schema["required"] = new JsonArray(required);
        if (!isPatch && !record.Choices.IsEmpty) schema["allOf"] = new JsonArray([.. record.Choices.Select(ChoiceOf)]);
        return schema;
    }

    private JsonObject PropertyOf(Key key)
    {
        var schema = Nullable(Of(key.Shape));
        schema["description"] = key.About;
        return schema;
    }

    private static JsonObject ChoiceOf(Choice choice)
    {
        var each = choice.Keys.Select(key => (JsonNode)new JsonObject { ["required"] = new JsonArray(key) }).ToList();
        if (choice.Required) return new JsonObject { ["oneOf"] = new JsonArray([.. each]) };
        var any = new JsonArray([.. each.Select(one => one.DeepClone())]);
        each.Add(new JsonObject { ["not"] = new JsonObject { ["anyOf"] = any } });
        return new JsonObject { ["oneOf"] = new JsonArray([.. each]) };
    }
}
