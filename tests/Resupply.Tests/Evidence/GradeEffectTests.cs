using System.Collections.Immutable;
using System.Text.Json;
using Resupply.Answers;
using Resupply.Cli;
using Resupply.Reports;

namespace Resupply.Tests.Evidence;

/// <summary>Which answers a grade moves: none that do not hang on it, and the others by what it must.</summary>
public class GradeEffectTests
{
    private const double ErrorsMax = 4;

    private const string Text = """
        resupply: 1
        title: Camp
        calendar: { from: 2024-11-09, to: 2024-12-31 }
        sources: { mayor: { reliability: B, published: 2024-11-01 }, rumour: { reliability: E } }
        claims: { promise: { source: mayor, credibility: 2 }, hearsay: { source: rumour, credibility: 4 } }
        grades: { B2: 60%, E4: 15% }
        sites: { camp: {} }
        items: { water: {} }
        stocks: { camp: { water: 200 } }
        demands: { people: { at: camp, served-by: [water], per-day: poisson(8) } }
        shipments:
          truck: { to: camp, contents: { water: 300 }, arrives: 2024-11-30, confirmed: graded, claims: [promise] }
          second: { to: camp, contents: { water: 50 }, arrives: 2024-11-30, confirmed: graded, claims: [promise] }
          lorry: { to: camp, contents: { water: 100 }, arrives: 2024-11-30, confirmed: graded, claims: [hearsay] }
        questions:
          truck-is-there: { arrived: truck, by: 2024-12-31 }
          lorry-is-there: { arrived: lorry, by: 2024-12-31, at-least: 100% }
          first-week: { covered: people, until: 2024-11-16 }
          left: { on-hand: water, at: camp, when: 2024-12-31 }
        options:
          ask-again: { shipments: { truck: { confirmed: 100% }, second: { confirmed: 100% } } }
          without: { shipments: { lorry: null } }

        """;

    private static readonly ImmutableArray<GradeEffect> Effects = Report(Text).Grades;

    [Fact]
    public void Each_grade_is_told_with_what_it_grades()
    {
        Assert.Equal(["B2 60% truck,second promise", "E4 15% lorry hearsay"], Effects.Select(each =>
            $"{each.Grade} {each.Probability} {string.Join(',', each.Shipments)} {string.Join(',', each.Claims)}"));
    }

    [Fact]
    public void An_answer_is_moved_by_what_is_missing_to_certainty()
    {
        var (truck, lorry) = (Moved(0, "truck-is-there"), Moved(1, "lorry-is-there"));
        Assert.InRange(ErrorsFrom(-0.4, truck), 0, ErrorsMax);
        Assert.InRange(ErrorsFrom(-0.85, lorry), 0, ErrorsMax);
        Assert.True(truck.IsTold && lorry.IsTold);
        Assert.Equal(1, Answering.Level(truck.Paired.Base));
        Assert.Equal(1, Answering.Level(lorry.Paired.Base));
    }

    [Fact]
    public void What_does_not_hang_on_the_grade_is_the_same_in_every_replication()
    {
        Assert.Equal(["lorry-is-there", "first-week"], Effects[0].Unmoved);
        Assert.Equal(["truck-is-there", "first-week"], Effects[1].Unmoved);
        Assert.Equal(["truck-is-there", "left"], Names(Effects[0]));
        Assert.Equal(["lorry-is-there", "left"], Names(Effects[1]));
    }

    [Fact]
    public void A_decision_is_not_graded_and_what_was_removed_has_no_answer()
    {
        Assert.Equal("E4", Assert.Single(Report(Text, "ask-again").Grades).Grade);
        var without = Assert.Single(Report(Text, "without").Grades);
        Assert.Equal(["truck-is-there", "left"], Names(without));
        Assert.Equal(["first-week"], without.Unmoved);
    }

    [Fact]
    public void Where_nothing_is_graded_nothing_is_played_twice()
    {
        var report = Report(Text.Replace("confirmed: graded", "confirmed: 60%", StringComparison.Ordinal));
        Assert.Empty(report.Grades);
        using var json = JsonDocument.Parse(JsonReport.Write(report));
        Assert.False(json.RootElement.TryGetProperty("grades", out _));
        Assert.DoesNotContain("grades", HtmlReport.Write(report), StringComparison.Ordinal);
    }

    [Fact]
    public void The_terminal_says_what_moves() => Snapshot.Matches(Section(Printed()));

    [Fact]
    public void The_page_and_the_json_say_the_same()
    {
        var report = Report(Text);
        var page = HtmlReport.Write(report);
        Assert.Contains("<a href=\"#grades\">What the grades move</a>", page, StringComparison.Ordinal);
        Assert.Contains("E4, stated as 15%: shipments.lorry, by hearsay", page, StringComparison.Ordinal);
        Assert.Contains("not moved in any replication: truck-is-there, first-week", page, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(JsonReport.Write(report));
        var lorry = json.RootElement.GetProperty("grades")[1];
        var moved = lorry.GetProperty("moved").GetProperty("lorry-is-there");
        Assert.Equal("E4", lorry.GetProperty("grade").GetString());
        Assert.Equal(1, moved.GetProperty("certain").GetProperty("estimate").GetDouble());
        Assert.Equal(
            Moved(1, "lorry-is-there").Paired.Change!.Value.Value,
            moved.GetProperty("change").GetProperty("estimate").GetDouble());
        Assert.Equal("first-week", lorry.GetProperty("unmoved")[1].GetString());
    }

    [Fact]
    public void The_same_bytes_on_any_number_of_threads() =>
        Assert.Equal(JsonReport.Write(Report(Text, threads: 1)), JsonReport.Write(Report(Text, threads: 3)));

    private static double ErrorsFrom(double change, MovedAnswer moved) =>
        Math.Abs(moved.Paired.Change!.Value.Value - change) / moved.Paired.Change!.Value.Error;

    private static MovedAnswer Moved(int grade, string question) =>
        Effects[grade].Moved.Single(moved => moved.Paired.Question.Name == question);

    private static IEnumerable<string> Names(GradeEffect effect) =>
        effect.Moved.Select(moved => moved.Paired.Question.Name);

    private static string Section(string printed)
    {
        var from = printed.IndexOf("What the grades move", StringComparison.Ordinal);
        return printed[from..printed.IndexOf("\n\n", from, StringComparison.Ordinal)] + "\n";
    }

    private static string Printed()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("scenario.yaml"), Text);
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        Assert.Equal(0, Commands.Run(["run", folder.File("scenario.yaml")], output, errors));
        return output.ToString();
    }

    private static RunReport Report(string text, string option = Scenario.BaseOption, int threads = 2)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("scenario.yaml"), text);
        var (scenario, diagnostics) = ScenarioReader.Read(folder.File("scenario.yaml"), option: option);
        Assert.True(scenario is not null, string.Join('\n', diagnostics));
        var options = new RunOptions { Replications = 4_000, Threads = threads };
        var named = scenario with { Source = scenario.Source with { Path = "scenario.yaml" } };
        return RunOnce.Answer(named, options, []).Report;
    }
}
