using System.Text.Json;
using Resupply.Cli;
using Resupply.Reports;

namespace Resupply.Tests.Planning;

public class CompareCommandTests
{
    /// <summary>
    /// Nothing is drawn but whether the ship comes with its 40. One a day is needed, in the world `hungry` two.
    /// </summary>
    private const string Text = """
        calendar: { from: day 1, to: day 40 }
        stocks: { base: { a: 10, b: 5 } }
        demands: { use: { at: base, served-by: [a], per-day: 1 } }
        shipments: { ship: { to: base, contents: { a: 40 }, arrives: 50% chance of day 3 } }
        worlds: { hungry: { demands: { use: { per-day: 2 } } } }
        options:
          more: { stocks: { base: { a: 25 } } }
          another-way: { stocks: { base: { a: 10 } } }
          no-asking: { demands: { use: null } }
        questions:
          lasts: { covered: use, until: day 40 }
          unmet: { unmet: use, until: day 40 }
          b-left: { on-hand: b, at: base, when: day 40 }

        """;

    private static readonly string[] Usual = ["--replications", "200", "--threads", "1"];

    [Fact]
    public void A_block_for_each_question_is_printed_in_eighty_columns()
    {
        var (exitCode, output, errors) = Run(Usual);
        Assert.Equal((ExitCode.Success, ""), (exitCode, errors));
        Assert.All(output.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
        Snapshot.Matches(output);
    }

    [Fact]
    public void Json_holds_what_the_manual_page_says()
    {
        var (exitCode, output, _) = Run([.. Usual, "--question", "unmet", "--json"]);
        Assert.Equal(ExitCode.Success, exitCode);
        Snapshot.Matches(output);
        using var json = JsonDocument.Parse(Run([.. Usual, "--json"]).Output);
        var page = ManualCommand.Page("compare")!;
        Complaints.None(CommandRehearsal.Names(json.RootElement).Distinct()
            .Where(name => !page.Contains($"`{name}`", StringComparison.Ordinal))
            .Except(["title", "sha256", "lasts", "unmet", "b-left", "more", "another-way", "no-asking", "hungry"])
            .Select(name => $"the manual page does not say `{name}`"));
    }

    /// <summary>
    /// Without the ship 30 of 40 go unmet, with `more` 15; hungry, 70 of 80 and 55. With the ship, 50 are enough for 40
    /// days and leave 30 of 80 unmet, 65 leave 15. So `more` spares 15 in each replication of the world hungry.
    /// </summary>
    [Fact]
    public void Differences_and_regrets_are_those_counted_by_hand()
    {
        using var json = JsonDocument.Parse(Run([.. Usual, "--question", "unmet", "--json"]).Output);
        var unmet = json.RootElement.GetProperty("questions").GetProperty("unmet");
        var hungry = unmet.GetProperty("worlds").GetProperty("hungry");
        var change = hungry.GetProperty("options").GetProperty("more").GetProperty("change");
        Assert.Equal((-15, 0), (change.GetProperty("estimate").GetDouble(), change.GetProperty("error").GetDouble()));
        Assert.Equal("more", hungry.GetProperty("best").GetString());
        var all = unmet.GetProperty("over-worlds");
        Assert.Equal(15, all.GetProperty("base").GetProperty("regret").GetDouble());
        Assert.Equal(0, all.GetProperty("more").GetProperty("regret").GetDouble());
        Assert.Equal("hungry", all.GetProperty("more").GetProperty("worst-in").GetString());
        Assert.Empty(all.GetProperty("no-asking").EnumerateObject());
        var same = hungry.GetProperty("options").GetProperty("another-way").GetProperty("change");
        Assert.True(same.GetProperty("same").GetBoolean());
    }

    [Theory]
    [InlineData("--json")]
    [InlineData("--option more")]
    public void Any_number_of_threads_gives_the_same_bytes(string options) => Assert.Equal(
        Run([.. Usual, .. options.Split(' ')]),
        Run([.. Usual[..^1], "4", .. options.Split(' ')]));

    [Fact]
    public void A_world_that_is_named_is_the_only_one()
    {
        var (_, output, _) = Run([.. Usual, "--world", "hungry", "--option", "more"]);
        Assert.Contains("each option against more", output, StringComparison.Ordinal);
        Assert.Contains("\nworld hungry\n", output, StringComparison.Ordinal);
        Assert.DoesNotContain("as-written", output, StringComparison.Ordinal);
        Assert.DoesNotContain("over all worlds", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Csv_has_the_columns_of_the_other_tables()
    {
        using var folder = new TemporaryFolder();
        var tables = folder.File("tables");
        Assert.Equal(ExitCode.Success, Run([.. Usual, "--csv", tables]).ExitCode);
        var lines = File.ReadAllText(Path.Combine(tables, "comparison.csv")).Split("\r\n");
        Assert.Equal(CsvReport.Header, lines[0]);
        Assert.Contains("more,hungry,unmet,,change,-15", lines);
        Assert.Contains("base,all-worlds,unmet,,regret,15", lines);
    }

    [Theory]
    [InlineData("--question last", "error: there is no question `last`\n  hint: did you mean `lasts`?\n")]
    [InlineData("--option mor", "error: there is no option `mor`\n  hint: did you mean `more`?\n")]
    [InlineData("--world hungri", "error: there is no world `hungri`\n  hint: did you mean `hungry`?\n")]
    public void What_is_not_there_is_a_mistake(string options, string says)
    {
        var (exitCode, output, errors) = Run(options.Split(' '));
        Assert.Equal((ExitCode.BadInput, ""), (exitCode, output));
        Assert.Contains(says, errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_there_is_no_option_there_is_nothing_to_compare()
    {
        var text = Text[..Text.IndexOf("worlds:", StringComparison.Ordinal)]
            + Text[Text.IndexOf("questions:", StringComparison.Ordinal)..];
        var (exitCode, _, errors) = RunOn(text, Usual);
        Assert.Equal(ExitCode.BadInput, exitCode);
        Assert.Contains("there is nothing to compare: the scenario has no option", errors, StringComparison.Ordinal);
    }

    /// <summary>A mistake in one option is told with its name, and nothing is compared.</summary>
    [Fact]
    public void A_mistake_in_an_option_is_told()
    {
        var text = Text.Replace("{ use: null }", "{ usse: null }", StringComparison.Ordinal);
        var (exitCode, output, errors) = RunOn(text, Usual);
        Assert.Equal((ExitCode.BadInput, ""), (exitCode, output));
        Assert.Contains("usse", errors, StringComparison.Ordinal);
    }

    private static (int ExitCode, string Output, string Errors) Run(params string[] options) => RunOn(Text, options);

    private static (int ExitCode, string Output, string Errors) RunOn(string text, string[] options) =>
        CommandRehearsal.Run("compare", text, options);
}
