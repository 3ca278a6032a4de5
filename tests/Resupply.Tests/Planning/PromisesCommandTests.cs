using System.Text.Json;
using Resupply.Cli;
using Resupply.Reports;

namespace Resupply.Tests.Planning;

public class PromisesCommandTests
{
    private const string Text = """
        calendar: { from: day 1, to: day 30 }
        stocks: { base: { a: 10, b: 3 } }
        demands: { use: { at: base, served-by: [a], per-day: 1 } }
        releases: { permission: { granted: 50% chance of day 5..day 25 } }
        shipments:
          waits: { to: base, contents: { a: 10 }, arrives: day 4, needs: permission }
          ship: { to: base, contents: { a: 10 }, arrives: day 2..day 14 }
        options:
          more: { shipments: { extra: { to: base, contents: { a: 10 }, arrives: day 3 } } }
          bigger: { shipments: { ship: { contents: { a: 19 } } } }
        questions:
          lasts: { covered: use, until: day 20 }
          left: { on-hand: a, at: base, when: day 28 }
          came: { arrived: ship, by: day 10 }

        """;

    private static readonly string[] Usual = ["--replications", "200", "--threads", "1"];

    [Fact]
    public void A_table_and_sentences_for_each_question_are_printed_in_eighty_columns()
    {
        var (exitCode, output, errors) = Run(
            "--question", "lasts", "--question", "came", "--at-least", "90%");
        Assert.Equal((ExitCode.Success, ""), (exitCode, errors));
        Assert.All(output.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
        Snapshot.Matches(output);
    }

    [Fact]
    public void Json_holds_what_the_manual_page_says()
    {
        var (exitCode, output, _) = Run("--question", "lasts", "--at-least", "90%", "--json");
        Assert.Equal(ExitCode.Success, exitCode);
        Snapshot.Matches(output);
        using var json = JsonDocument.Parse(Run("--json").Output);
        var page = ManualCommand.Page("promises")!;
        Complaints.None(CommandRehearsal.Names(json.RootElement).Distinct()
            .Where(name => !page.Contains($"`{name}`", StringComparison.Ordinal))
            .Except(
            [
                "title", "sha256", "lasts", "left", "came", "more", "bigger", "releases.permission",
                "shipments.waits", "shipments.ship",
            ])
            .Select(name => $"the manual page does not say `{name}`"));
    }

    /// <summary>
    /// The option's ten must be there on day 11, and come on day 3 where it is chosen on day 1; a larger shipment has
    /// no day of its own.
    /// </summary>
    [Fact]
    public void An_option_can_be_put_off_until_a_day()
    {
        using var json = JsonDocument.Parse(Run("--question", "lasts", "--at-least", "100%", "--json").Output);
        var options = json.RootElement.GetProperty("questions").GetProperty("lasts").GetProperty("options");
        var more = options.GetProperty("more").GetProperty("last-day");
        Assert.Equal("2025-01-09", more.GetProperty("last").GetProperty("day").GetString());
        Assert.Equal("until", more.GetProperty("useful").GetString());
        Assert.Equal("shipments.extra", options.GetProperty("more").GetProperty("put-off")[0].GetString());
        Assert.Equal(JsonValueKind.Null, options.GetProperty("bigger").GetProperty("last-day").ValueKind);
    }

    [Theory]
    [InlineData("--json")]
    [InlineData("--at-least 80% --question lasts --every 1w")]
    public void Any_number_of_threads_gives_the_same_bytes(string options) => Assert.Equal(
        Run(options.Split(' ')), Run([.. options.Split(' '), "--threads", "4"]));

    [Fact]
    public void Csv_has_the_columns_of_the_other_tables()
    {
        using var folder = new TemporaryFolder();
        var tables = folder.File("tables");
        var (exitCode, _, _) = Run("--question", "lasts", "--at-least", "100%", "--csv", tables);
        Assert.Equal(ExitCode.Success, exitCode);
        var lines = File.ReadAllText(Path.Combine(tables, "promises.csv")).Split("\r\n");
        Assert.Equal(CsvReport.Header, lines[0]);
        Assert.StartsWith("base,as-written,lasts,,estimate,0.", lines[1]);
        Assert.Contains("base,shipments.ship,lasts,2025-01-11,last-day,1", lines);
        Assert.Contains("base,options.more,lasts,2025-01-09,last-day,1", lines);
        Assert.Contains("base,options.more,lasts,,chosen,1", lines);
    }

    [Fact]
    public void Of_all_questions_those_are_asked_that_can_come_to_the_level()
    {
        using var json = JsonDocument.Parse(Run("--at-least", "90%", "--json").Output);
        Assert.Equal(
            ["lasts", "came"],
            json.RootElement.GetProperty("questions").EnumerateObject().Select(question => question.Name));
    }

    [Theory]
    [InlineData("--question last", "there is no question `last`\n  hint: did you mean `lasts`?\n")]
    [InlineData("--question lasts --at-least 90", "a share, which is never 90\n  hint: write 90%\n")]
    [InlineData(
        "--question left --at-least 5%",
        "a quantity, which is no percentage\n  hint: write a number in its unit\n")]
    [InlineData("--every 1d --replications 100M", " steps; at most 1.0E+12 are run")]
    public void What_is_not_there_is_a_mistake(string given, string says)
    {
        var (exitCode, output, errors) = Run(given.Split(' '));
        Assert.Equal((ExitCode.BadInput, ""), (exitCode, output));
        Assert.Contains(says, errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_is_promised_it_is_said()
    {
        var (exitCode, output, errors) = CommandRehearsal.Run("promises", """
            stocks: { base: { a: 10 } }
            questions: { left: { on-hand: a, at: base, when: day 5 } }

            """);
        Assert.Equal((ExitCode.BadInput, ""), (exitCode, output));
        Assert.Contains("error: nothing is promised in this scenario", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--at-least 90% --at-most 3", "Say one of --at-least LEVEL and --at-most LEVEL.")]
    [InlineData("--at-least most", "--at-least takes a number not below 0, as 90%, 0.9 or 120; found 'most'")]
    [InlineData("--every 1y", "--every takes days, weeks or months, as 10d, 1w or 1month")]
    public void A_slip_is_explained(string given, string says)
    {
        var (exitCode, _, errors) = Run(given.Split(' '));
        Assert.Equal(ExitCode.BadUsage, exitCode);
        Assert.Contains(says, errors, StringComparison.Ordinal);
    }

    private static (int ExitCode, string Output, string Errors) Run(params string[] options)
    {
        var usual = options.Contains("--replications") ? Usual[2..] : Usual;
        return CommandRehearsal.Run(
            "promises", Text, [.. options, .. options.Contains("--threads") ? Usual[..2] : usual]);
    }
}
