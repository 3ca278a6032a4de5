using Resupply.Values;

namespace Resupply.Tests;

public sealed class ScenarioReaderTests : IDisposable
{
    private const string Camp = """
        resupply: 1
        title: Camp
        calendar: { from: 2024-11-09, to: 2024-12-31 }
        deadlines: { advent: 2024-12-01 }
        sites: { camp: {} }
        items: { water: {} }
        stocks: { camp: { water: 300 } }
        demands:
          drinking:
            at: camp
            served-by: [water]
            per-day: poisson(20)
            level: { 2024-11-09: 1, advent: 1.5 }
        options:
          dry: { items: { water: null } }

        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_level_may_be_dated_by_a_deadline() => Assert.Equal(
        [(Day.Of(2024, 11, 9), 1.0), (Day.Of(2024, 12, 1), 1.5)],
        Read(Camp).Scenario!.Supply.Demands.Single().Level.Select(level => (level.From, level.Factor.Fixed!.Value)));

    [Fact]
    public void A_mistake_that_an_option_makes_does_not_keep_the_file_as_written_from_being_run()
    {
        Assert.Empty(Read(Camp).Said);
        Assert.Contains(
            ScenarioReader.CheckAll(Path).Diagnostics.Select(found => found.Message),
            message => message.EndsWith("(with option `dry`)", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_whole_is_looked_at_though_another_part_is_not()
    {
        var two = Camp.Replace("water: 300", "water: 3 h", StringComparison.Ordinal)
            .Replace("[water]", "[water, water]", StringComparison.Ordinal);
        Assert.Equal(
            [
                "expected a number of units, found a duration: `3 h`",
                "`water` stands twice in `served-by` of `drinking`",
            ],
            Read(two).Said);
    }

    private string Path => folder.File("scenario.yaml");

    private (Scenario? Scenario, string[] Said) Read(string text)
    {
        File.WriteAllText(Path, text);
        var (scenario, found) = ScenarioReader.Read(Path);
        return (scenario, [.. found.Select(diagnostic => diagnostic.Message)]);
    }
}
