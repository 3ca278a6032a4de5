using Resupply.Forecasting.Importing;
using Resupply.Language;

namespace Resupply.Tests.Forecasting.Importing;

/// <summary>What the pages say of mappings is what the engine reads.</summary>
public class ImportPagesTests
{
    private const string Fence = "```yaml mapping\n";
    private static readonly string File = Path.Combine(Repository.Root, "docs", "reference", "importing.md");

    public static TheoryData<string, string> Mappings => new(
        from page in Repository.Files("docs/", ".md")
        from block in System.IO.File.ReadAllText(page).Split(Fence).Skip(1)
        select (Repository.Name(page), block[..block.IndexOf("```", StringComparison.Ordinal)]));

    [Theory]
    [MemberData(nameof(Mappings))]
    public void A_mapping_on_a_page_is_one(string page, string mapping)
    {
        var diagnostics = new Diagnostics(page, mapping);
        Assert.NotNull(MappingReader.Read(mapping, diagnostics));
        Complaints.None(diagnostics.Found.Select(each => each.ToString()));
    }

    [Fact]
    public void The_example_of_the_how_to_is_the_file_beside_it() => Assert.Contains(
        Fence + "# pumps.yaml\n" + Read("docs", "how-to", "pumps.yaml"),
        Read("docs", "how-to", "import-a-series.md"),
        StringComparison.Ordinal);

    /// <summary>The tables of reasons and of keys are written off the engine, never by hand.</summary>
    [Fact]
    public void The_reference_is_written_off_the_engine()
    {
        var reasons = string.Concat(Reason.All.Select(reason => $"| `{reason.Name}` | {reason.Words} |\n"));
        var page = Between(System.IO.File.ReadAllText(File), "reasons", $"| reason | says |\n|---|---|\n{reasons}");
        page = Between(page, "keys", ("\n" + Reference.Write(MappingShapes.Top)).Replace("\n## ", "\n### ")[1..]);
        if (Snapshot.AreAccepted) System.IO.File.WriteAllText(File, page);
        Assert.Equal(page, System.IO.File.ReadAllText(File));
    }

    [Fact]
    public void A_mapping_that_is_read_holds_to_the_schema()
    {
        using var folder = new TemporaryFolder();
        var schema = folder.File("schema.json");
        System.IO.File.WriteAllText(schema, JsonSchema.Write(MappingShapes.Top));
        NodeScript.Passes("schema.mjs", [schema, .. ImportCase.Names
            .Where(name => !name.StartsWith("mapping.", StringComparison.Ordinal))
            .Select(name => new ImportCase(name).Mapping)]);
    }

    private static string Read(params string[] path) =>
        System.IO.File.ReadAllText(Path.Combine([Repository.Root, .. path]));

    /// <summary>The page with what stands between the two comments written anew.</summary>
    private static string Between(string page, string name, string text)
    {
        var from = page.IndexOf($"<!-- {name}: ", StringComparison.Ordinal);
        from = page.IndexOf("-->\n", from, StringComparison.Ordinal) + "-->\n".Length;
        var to = page.IndexOf($"<!-- end of {name} -->", StringComparison.Ordinal);
        return $"{page[..from]}\n{text}\n{page[to..]}";
    }
}
