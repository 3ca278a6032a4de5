using Resupply.Language;

namespace Resupply.Tests.Language;

public sealed class MergePatchTests
{
    private static readonly Shape.Record Shapeless = new("anything", []);

    [Theory] // RFC 7396, appendix A: the examples whose target and patch are objects, and that delete what is there
    [InlineData("""{"a":"b"}""", """{"a":"c"}""", """{"a":"c"}""")]
    [InlineData("""{"a":"b"}""", """{"b":"c"}""", """{"a":"b","b":"c"}""")]
    [InlineData("""{"a":"b"}""", """{"a":null}""", "{}")]
    [InlineData("""{"a":"b","b":"c"}""", """{"a":null}""", """{"b":"c"}""")]
    [InlineData("""{"a":["b"]}""", """{"a":"c"}""", """{"a":"c"}""")]
    [InlineData("""{"a":"c"}""", """{"a":["b"]}""", """{"a":["b"]}""")]
    [InlineData("""{"a":{"b":"c"}}""", """{"a":{"b":"d"}}""", """{"a":{"b":"d"}}""")]
    [InlineData("""{"a":[{"b":"c"}]}""", """{"a":["1"]}""", """{"a":["1"]}""")]
    [InlineData("""{"e":null}""", """{"a":"1"}""", """{"e":null,"a":"1"}""")]
    public void Patches_merge_as_RFC_7396_has_it(string target, string patch, string expected)
    {
        var (merged, said) = Apply(Shapeless, target, patch);
        Assert.Equal("", said);
        Assert.Equal(expected, Json(merged));
    }

    [Fact]
    public void Only_what_came_from_the_patch_is_a_decision()
    {
        var (merged, _) = Apply(Shapeless, "a: { b: 1, c: 2 }\nd: [5]", "a: { c: 3, e: { f: 4 } }");
        var a = (Node.Map)merged["a"]!;
        Assert.False(a.Patched);
        Assert.False(a["b"]!.Patched);
        Assert.True(a["c"]!.Patched);
        Assert.True(a["e"]!.Patched);
        Assert.True(((Node.Map)a["e"]!)["f"]!.Patched);
        Assert.False(merged["d"]!.Patched);
    }

    [Theory]
    [InlineData("sites: { hub: null }", "")]
    [InlineData("sites: { hubb: null }", "1:16 there is no `hubb` here to delete / did you mean `hub`?")]
    [InlineData("sites: { hubb: }", "1:10 there is no `hubb` here to delete / did you mean `hub`?")]
    [InlineData("sites: { new: { name: null } }",
        "1:23 there is no `name` here to delete / all of this is new: leave it out")]
    public void What_is_not_there_cannot_be_deleted(string patch, string said) =>
        Assert.Equal(said, Apply(SmallLanguage.Top, SmallLanguage.Scenario, patch).Said);

    [Theory]
    [InlineData("questions")]
    [InlineData("options")]
    [InlineData("worlds")]
    [InlineData("calendar")]
    public void What_is_asked_cannot_be_changed(string section)
    {
        var (merged, said) = Apply(SmallLanguage.Top, SmallLanguage.Scenario, $"{section}: null");
        Assert.StartsWith($"1:1 neither options nor worlds may change `{section}`", said, StringComparison.Ordinal);
        Assert.NotNull(merged[section]);
    }

    [Theory] // the file has `hub: { nasams: 300 }` and `theatre: { patriot: { on-hand: 80..140, assume: ... } }`
    [InlineData("hub: { nasams: { floor: 10 } }", """{"on-hand":"300","floor":"10"}""")]
    [InlineData("hub: { nasams: { on-hand: 5 } }", """{"on-hand":"5"}""")]
    [InlineData("hub: { nasams: 5 }", """{"on-hand":"5"}""")]
    public void A_short_form_means_its_long_form(string patch, string expected)
    {
        var (merged, _) = Apply(SmallLanguage.Top, SmallLanguage.Scenario, $"stocks: {{ {patch} }}");
        Assert.Equal(expected, Json(((Node.Map)((Node.Map)merged["stocks"]!)["hub"]!)["nasams"]!));
    }

    [Theory] // the file has `total: { value: interceptors, claims: [more-than-500] }`
    [InlineData("600", "\"600\"")]
    [InlineData("{ value: 600 }", """{"value":"600"}""")]
    [InlineData("{ value: 600, assume: guess }", """{"value":"600","assume":"guess"}""")]
    [InlineData("{ assume: guess }", """{"value":"interceptors","claims":["more-than-500"],"assume":"guess"}""")]
    [InlineData("{ claims: null }", """{"value":"interceptors"}""")]
    public void A_patched_value_loses_what_it_rested_on(string patch, string expected)
    {
        var (merged, said) = Apply(
            SmallLanguage.Top, SmallLanguage.Scenario, $"shipments: {{ november: {{ total: {patch} }} }}");
        Assert.Equal("", said);
        Assert.Equal(expected, Json(((Node.Map)((Node.Map)merged["shipments"]!)["november"]!)["total"]!));
    }

    [Fact]
    public void Evidence_may_be_added_to_a_bare_value()
    {
        const string File = "items: { p: { price: 4 M } }";
        var (merged, _) = Apply(SmallLanguage.Top, File, "items: { p: { price: { assume: x } } }");
        Assert.Equal("""{"items":{"p":{"price":{"value":"4 M","assume":"x"}}}}""", Json(merged));
    }

    [Fact]
    public void A_map_of_uses_takes_the_place_of_one_number()
    {
        const string File = "demands: { x: { uses: { value: 2, assume: y } } }";
        var (merged, _) = Apply(SmallLanguage.Top, File, "demands: { x: { uses: { patriot: 1 } } }");
        Assert.Equal("""{"demands":{"x":{"uses":{"patriot":"1"}}}}""", Json(merged));
    }

    [Fact]
    public void A_decision_inherits_nothing()
    {
        var (root, diagnostics) = YamlReader.Read("test.yaml", SmallLanguage.Scenario);
        var patch = YamlReader.Read("test.yaml", "shipments: { november: { every: 2 w } }").Root!;
        var patched = MergePatch.Apply(SmallLanguage.Top, root!, patch, diagnostics);
        var values = SmallLanguage.Values(Checker.Check(SmallLanguage.Top, patched, diagnostics, root).Form).ToArray();
        var every = Assert.Single(values, value => value.Path == "shipments.november.every");
        var arrives = Assert.Single(values, value => value.Path == "shipments.november.arrives");
        Assert.Equal(Support.None with { Decision = true }, every.Support with { Claims = Support.None.Claims });
        Assert.Equal("as announced", arrives.Support.Assume);
        Assert.False(arrives.Support.Decision);
    }

    private static (Node.Map Merged, string Said) Apply(Shape shape, string target, string patch)
    {
        var diagnostics = new Diagnostics("patch.yaml", patch);
        var changes = YamlReader.Read(patch, diagnostics)!;
        var merged = MergePatch.Apply(shape, YamlReader.Read("test.yaml", target).Root!, changes, diagnostics);
        return (merged, SmallLanguage.Said(diagnostics));
    }

    private static string Json(Node.Entry entry) => $"\"{entry.Key.Text}\":{Json(entry.Value)}";

    private static string Json(Node node) => node switch
    {
        Node.Map map => "{" + string.Join(',', map.Entries.Select(Json)) + "}",
        Node.List list => $"[{string.Join(',', list.Items.Select(Json))}]",
        Node.Scalar { IsNull: true } => "null",
        _ => $"\"{((Node.Scalar)node).Text}\"",
    };
}
