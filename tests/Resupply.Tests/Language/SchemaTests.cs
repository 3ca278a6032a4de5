using System.Text.Json.Nodes;
using Resupply.Language;

namespace Resupply.Tests.Language;

public sealed class SchemaTests
{
    private static readonly JsonObject Schema = JsonNode.Parse(JsonSchema.Write(SmallLanguage.Top))!.AsObject();

    [Fact]
    public void Every_reference_leads_somewhere()
    {
        var definitions = Schema["$defs"]!.AsObject();
        var references = Nodes(Schema).OfType<JsonObject>().Select(node => node["$ref"]?.ToString()).OfType<string>();
        Assert.All(references, reference => Assert.True(definitions.ContainsKey(reference["#/$defs/".Length..])));
        Assert.DoesNotContain(definitions, definition => definition.Value is JsonObject { Count: 0 });
    }

    [Fact]
    public void The_top_level_has_every_key_with_its_line()
    {
        Assert.Equal("https://json-schema.org/draft/2020-12/schema", Schema["$schema"]!.ToString());
        foreach (var key in SmallLanguage.Top.Keys)
            Assert.Equal(key.About, Schema["properties"]![key.Name]!["description"]!.ToString());
        Assert.Equal(["resupply", "title", "calendar"], Schema["required"]!.AsArray().Select(name => name!.ToString()));
        Assert.False(Schema["additionalProperties"]!.GetValue<bool>());
    }

    [Fact]
    public void A_patch_requires_nothing_allows_null_and_leaves_questions_alone()
    {
        var patch = Schema["$defs"]!["patch"]!.AsObject();
        Assert.False(patch.ContainsKey("required"));
        Assert.False(patch["properties"]!.AsObject().ContainsKey("questions"));
        Assert.False(Schema["$defs"]!["patch-demand"]!.AsObject().ContainsKey("required"));
        Assert.Contains("\"null\"", patch["properties"]!["demands"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("\"null\"", Schema["$defs"]!["demand"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_short_form_is_allowed_beside_the_long_one() =>
        Assert.Equal("#/$defs/value", Schema["$defs"]!["stock"]!["anyOf"]![0]!["$ref"]!.ToString());

    [Fact]
    public void The_reference_page_has_a_table_for_each_record_and_a_row_for_each_key()
    {
        var page = Reference.Write(SmallLanguage.Top);
        string[] headings = ["The scenario", "The calendar", "A claim", "A stock", "A demand", "A question"];
        foreach (var heading in headings)
            Assert.Contains($"## {heading}\n", page, StringComparison.Ordinal);
        Assert.Contains(
            "| `on-hand` | a number of units |  | Units there at the start. Example: `on-hand: 80..140` |",
            page, StringComparison.Ordinal);
        Assert.Contains("A value in its place stands for `on-hand`.", page, StringComparison.Ordinal);
        Assert.Contains("Exactly one of `covered`, `met`.", page, StringComparison.Ordinal);
    }

    private static IEnumerable<JsonNode> Nodes(JsonNode node)
    {
        yield return node;
        var children = node switch
        {
            JsonObject map => map.Select(entry => entry.Value),
            JsonArray list => list,
            _ => Enumerable.Empty<JsonNode?>(),
        };
        foreach (var child in children.OfType<JsonNode>())
        {
            foreach (var inner in Nodes(child)) yield return inner;
        }
    }
}
