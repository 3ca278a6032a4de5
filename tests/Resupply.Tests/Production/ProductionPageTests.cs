using System.Globalization;
using Resupply.Tests.Supply;

namespace Resupply.Tests.Production;

/// <summary>The page on production: its smallest case is run, and its table is what comes out.</summary>
public class ProductionPageTests
{
    private const string Fence = "```yaml\n";
    private const string Table = "| day | finished |";

    private static string Page =>
        File.ReadAllText(Path.Combine(Repository.Root, "docs", "reference", "production.md"));

    private static string Scenario => Page.Split(Fence)[1].Split("```")[0];

    [Fact]
    public void The_smallest_case_comes_out_as_its_table_says()
    {
        string[] sites = ["town", "port", "farm", "works"];
        var rows = Page.Split('\n').SkipWhile(line => !line.StartsWith(Table, StringComparison.Ordinal)).Skip(2)
            .TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Trim('|', ' ').Split(" | "))
            .ToArray();
        Assert.Equal(10, rows.Length);
        var lines = rows.SelectMany((row, index) =>
        {
            var day = $"2025-03-{(index + 1).ToString("00", CultureInfo.InvariantCulture)}";
            return sites
                .Select((site, at) => $"{{ on-hand: pump, at: {site}, when: {day} }} -> {row[at + 2]}")
                .Append($"{{ late: town, until: {day} }} -> {row[^1]}");
        });
        Rehearsal.Answers(Scenario, string.Join('\n', lines));
    }

    /// <summary>At 1.5 a day from 1 March on; the last column but five of the table.</summary>
    [Fact]
    public void The_table_counts_what_is_finished_by_hand() => Assert.Equal(
        Enumerable.Range(1, 10).Select(day => (day * 3 / 2).ToString(CultureInfo.InvariantCulture)),
        Page.Split('\n').SkipWhile(line => !line.StartsWith(Table, StringComparison.Ordinal)).Skip(2).Take(10)
            .Select(line => line.Split(" | ")[1]));
}
