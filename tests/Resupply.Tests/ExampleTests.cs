using System.Text.Json;
using Resupply.Answers;
using Resupply.Cli;
using Resupply.Language;
using Resupply.Tests.Supply;

namespace Resupply.Tests;

/// <summary>
/// The examples are the first thing a planner runs: all of them work, in every option and every world.
/// </summary>
public class ExampleTests
{
    public static TheoryData<string> Names =>
        [
            .. Repository.Files("examples", "scenario.yaml").Select(
                file => Path.GetFileName(Path.GetDirectoryName(file))!),
        ];

    /// <summary>That of the winter holds evidence on which nothing rests: one note, word for word elsewhere.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void An_example_has_no_mistakes_and_no_warnings(string name) => Complaints.None(
        from diagnostic in ScenarioReader.CheckAll(FileOf(name)).Diagnostics
        where name != "winter-2024" || diagnostic.Severity != Severity.Note
        select diagnostic.ToString());

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_is_lost_in_any_option_or_world_of_an_example(string name)
    {
        foreach (var (world, option) in Ways(name))
        {
            var report = Run(name, world, option, 300);
            Assert.Equal((world, option), (report.Card.World, report.Card.Option));
            Assert.NotEmpty(report.Answers);
        }
    }

    /// <summary>
    /// The packages of November 2024 to January 2025 leave 3.80 to 3.85 bn USD; what was published was "around 3.8".
    /// </summary>
    [Fact]
    public void The_drawdown_leaves_what_was_published()
    {
        var report = Run("winter-2024", Scenario.WorldAsWritten, Scenario.BaseOption, 2000);
        var left = Assert.IsType<Answer.Quantity>(report.Answers.Single(answer => answer.Name == "money-left"));
        Assert.Equal("USD", left.Unit);
        Assert.InRange(left.P10!.Value, 3.80e9, 3.85e9);
        Assert.InRange(left.P90!.Value, 3.80e9, 3.85e9);
        Assert.InRange(left.Mean!.Value.Value, 3.80e9, 3.85e9);
    }

    /// <summary>Spares are worth more where there are people to repair what breaks.</summary>
    [Fact]
    public void Contractors_are_worth_more_than_spares_and_make_spares_worth_more()
    {
        double InApril(string option) => Run("winter-2024", Scenario.WorldAsWritten, option, 1000).Answers
            .OfType<Answer.Share>().Single(answer => answer.Name == "f16-in-april").Estimate.Value;
        var neither = InApril("no-contractors");
        var (spares, contractors) = (InApril("spares-and-no-contractors"), InApril(Scenario.BaseOption));
        var both = InApril("spares-on-top");
        Assert.InRange(contractors - neither, 0.14, 0.22);
        Assert.InRange(spares - neither, 0, 0.04);
        Assert.InRange(both - contractors, 0.06, 0.12);
    }

    /// <summary>Who goes first at the line of winter 2024 moves nothing else, to the last digit.</summary>
    [Fact]
    public void A_queue_touches_nothing_but_what_is_ordered_there()
    {
        string[] Elsewhere(string option) =>
        [
            .. Run("winter-2024", Scenario.WorldAsWritten, option, 300).Answers
                .Where(answer => !answer.Name.StartsWith("atacms", StringComparison.Ordinal)
                    && answer.Name is not ("long-range-met" or "training-met"))
                .Select(answer => answer.ToString()),
        ];
        var asItIs = Elsewhere(Scenario.BaseOption);
        Assert.Equal(20, asItIs.Length);
        Assert.Equal(asItIs, Elsewhere("requester-first"));
    }

    /// <summary>The precision is looked at only when the number of replications doubles.</summary>
    [Fact]
    public void A_precision_is_reached_by_doubling_and_no_later()
    {
        var scenario = ScenarioReader.Read(FileOf("five-lines")).Scenario!;
        double HalfWidth(RunReport report) =>
            report.Answers.OfType<Answer.Probability>().Max(answer => answer.Estimate.High - answer.Estimate.Low) / 2;
        var asked = new RunOptions { Replications = 1000, Precision = 0.01 };
        var report = Rehearsal.Run(scenario, asked);
        Assert.InRange(HalfWidth(report), 0, 0.01);
        Assert.Equal(1000 * 16, report.Card.Replications); // 1.96 √(0.62 × 0.38 / n) is 0.01 near 9,000.
        var half = Rehearsal.Run(scenario, new RunOptions { Replications = 1000 * 8 });
        Assert.InRange(HalfWidth(half), 0.01, 1);
    }

    [Fact]
    public void The_examples_hold_to_the_schema()
    {
        using var output = new StringWriter();
        Assert.Equal(ExitCode.Success, Commands.Run(["schema"], output, TextWriter.Null));
        var schema = Path.Combine(Path.GetTempPath(), $"resupply-schema-{Environment.ProcessId}.json");
        File.WriteAllText(schema, output.ToString());
        try
        {
            NodeScript.Passes("schema.mjs", [schema, .. Repository.Files("examples", "scenario.yaml")]);
        }
        finally
        {
            File.Delete(schema);
        }
    }

    [Fact]
    public void What_new_writes_runs()
    {
        var folder = Directory.CreateTempSubdirectory("resupply-new-").FullName;
        try
        {
            var mine = Path.Combine(folder, "mine");
            Assert.Equal(ExitCode.Success, Commands.Run(["new", mine], TextWriter.Null, TextWriter.Null));
            using var output = new StringWriter();
            using var errors = new StringWriter();
            Assert.Equal(
                ExitCode.Success, Commands.Run(["run", mine, "--json", "--replications", "1k"], output, errors));
            Assert.Equal("", errors.ToString());
            using var answer = JsonDocument.Parse(output.ToString());
            Assert.Equal(4, answer.RootElement.GetProperty("answers").EnumerateObject().Count());
            Assert.NotEqual(ExitCode.Success, Commands.Run(["new", mine], TextWriter.Null, TextWriter.Null));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<(string World, string Option)> Ways(string name)
    {
        var root = YamlReader.Read(FileOf(name), File.ReadAllText(FileOf(name))).Root!;
        string[] NamesIn(string section) =>
            root[section] is Node.Map map ? [.. map.Entries.Select(entry => entry.Key.Text)] : [];
        return
            from world in NamesIn("worlds").Prepend(Scenario.WorldAsWritten)
            from option in NamesIn("options").Prepend(Scenario.BaseOption)
            select (world, option);
    }

    private static RunReport Run(string name, string world, string option, long replications)
    {
        var (scenario, diagnostics) = ScenarioReader.Read(FileOf(name), world, option);
        Assert.True(scenario is not null, string.Join('\n', diagnostics));
        var options = new RunOptions { Replications = replications, Audited = true };
        var (report, contradiction) = RunOnce.Answer(scenario, options, diagnostics);
        Assert.Null(contradiction);
        return report;
    }

    private static string FileOf(string name) => Path.Combine(Repository.Root, "examples", name, "scenario.yaml");
}
