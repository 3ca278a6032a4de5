namespace Resupply.Tests.Supply;

/// <summary>The page of that name: its scenario is run, and its table is what comes out.</summary>
public class MoreIsNotAlwaysMoreTests
{
    private const string Fence = "```yaml\n";

    [Fact]
    public void The_page_says_what_its_scenario_answers()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "explanation", "more-is-not-always-more.md"));
        var scenario = page.Split(Fence)[1].Split("```")[0];
        var rows = page.Split('\n')
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1).ToArray();
        Assert.Equal(4, rows.Length);
        foreach (var row in rows)
        {
            var option = row.Split('|')[1].Trim();
            var answers = Rehearsal.Report(scenario, option).Answers
                .Select(answer => Rehearsal.InWords(answer) == "1" ? "yes" : "no");
            Assert.Equal(row, $"| {option} | {string.Join(" | ", answers)} |");
        }
    }
}
