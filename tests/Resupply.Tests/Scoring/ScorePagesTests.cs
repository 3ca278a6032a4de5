using Resupply.Language;
using Resupply.Scoring;

namespace Resupply.Tests.Scoring;

/// <summary>What the pages show as outcomes, and the form for editors, are what is read.</summary>
public class ScorePagesTests
{
    private const string Fence = "```yaml outcomes\n";

    public static TheoryData<string, string> Fragments => new(
        from page in Repository.Files("docs/", ".md")
        from block in File.ReadAllText(page).Split(Fence).Skip(1)
        select (Repository.Name(page), block[..block.IndexOf("```", StringComparison.Ordinal)]));

    [Theory]
    [MemberData(nameof(Fragments))]
    public void Outcomes_on_a_page_are_read(string page, string fragment)
    {
        var told = new Diagnostics(page, fragment);
        Assert.NotEmpty(OutcomeReader.Read(fragment, told) ?? []);
        Assert.Empty(told.Found);
    }

    [Fact]
    public void Outcomes_that_are_read_hold_to_the_schema()
    {
        using var folder = new TemporaryFolder();
        var schema = folder.File("schema.json");
        File.WriteAllText(schema, JsonSchema.Write(OutcomeShapes.Top));
        string[] read = ["ordinary", "two-scenarios-and-courses", "exact-and-wrong"];
        NodeScript.Passes("schema.mjs",
        [
            schema,
            Path.Combine(Repository.Root, "examples", "score", "outcomes.yaml"),
            .. read.Select(name => Path.Combine(Repository.Root, "tests", "Resupply.Tests", "scores", name + ".yaml")),
        ]);
    }

    [Fact]
    public void Every_key_is_on_the_page() => Complaints.None(
        from key in OutcomeShapes.Outcome.Keys
        where !File.ReadAllText(Path.Combine(Repository.Root, "docs/reference/scoring.md"))
            .Contains($"`{key.Name}`", StringComparison.Ordinal)
        select key.Name);
}
