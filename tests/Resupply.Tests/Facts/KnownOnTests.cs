using Resupply.Answers;
using Resupply.Cli;
using Resupply.Language;
using Resupply.Tests.Planning;
using Resupply.Tests.Supply;
using Resupply.Values;

namespace Resupply.Tests.Facts;

/// <summary>A plan as it was known on an earlier day: what became known later is not there.</summary>
public class KnownOnTests
{
    private const string Text = """
        calendar: { from: day 1, to: day 20 }
        today: day 10
        stocks: { base: { a: 100 } }
        counts:
          base: { a: { day 4: 90, day 6: { value: 80, known-on: day 9 } } }
        demands: { use: { at: base, served-by: [a], per-day: 1, used: { day 1: 2, day 2: 3 } } }
        shipments: { ship: { to: base, item: a, quantity: 5, arrives: day 3, received: { day 4: 5 } } }
        questions: { left: { on-hand: a, at: base, when: day 20 } }

        """;

    /// <summary>
    /// What is on hand at the end: what the books have when the play begins, what is to come, one less for each day.
    /// </summary>
    [Theory]
    [InlineData(-5, 85)] // Before the calendar: 100 + 5 - 20.
    [InlineData(1, 85)]
    [InlineData(2, 84)] // 100 - 2, 5 to come, 19 days.
    [InlineData(3, 82)] // 100 - 5, 5 to come on this day, 18 days.
    [InlineData(5, 74)] // 90 counted at the end of day 4, 16 days.
    [InlineData(8, 77)] // The count of day 6 was not known yet: 90, 13 days.
    [InlineData(9, 68)] // Now it is: 80, 12 days.
    [InlineData(10, 69)]
    [InlineData(15, 69)] // Today stays as it is.
    public void A_plan_begins_on_that_day_with_the_facts_known_by_then(int day, double left)
    {
        var (scenario, diagnostics) = Read(Text, day);
        Complaints.None(diagnostics.Where(each => !each.Message.StartsWith("nothing says what was used", Usual))
            .Select(each => each.Message));
        var first = Math.Clamp(day, 1, 10);
        Assert.Equal((At(first), At(first)), (scenario!.From, scenario.Today));
        var answer = Rehearsal.Run(scenario, new RunOptions { Replications = 1, Threads = 1 }).Answers[0];
        Assert.Equal(left, ((Answer.Quantity)answer).Mean!.Value.Value);
    }

    [Fact]
    public void A_fact_that_a_plan_could_have_used_is_still_warned_of()
    {
        var later = Text.Replace("today: day 10", "today: day 4", StringComparison.Ordinal);
        Assert.Contains("it is not used", Read(later, 7).Diagnostics[0].Message, StringComparison.Ordinal);
        Assert.DoesNotContain(
            Read(later, 3).Diagnostics, each => each.Message.Contains("it is not used", StringComparison.Ordinal));
    }

    [Fact]
    public void A_document_that_was_published_later_is_not_there()
    {
        const string text = """
            sources: { paper: { published: day 5, document: not-there.md } }
            claims:
              early: { source: paper, quote: "soon", known-on: day 2 }
              late: { source: paper, quote: "later" }

            """;
        var scenario = Read(text, 3).Scenario!;
        Assert.Equal(["early"], scenario.Evidence.Claims.Select(claim => claim.Name));
        Assert.Null(Assert.Single(scenario.Evidence.Sources).Document);
        Assert.DoesNotContain(
            Read(text, 3).Diagnostics, each => each.Message.Contains("not-there", StringComparison.Ordinal));
        Assert.Contains(
            Read(text, 5).Diagnostics, each => each.Message.Contains("not-there", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_versions_in_an_option_the_newest_known_counts_too()
    {
        const string text = """
            stocks: { base: { a: [{ value: 7, known-on: day 1 }, { value: 9, known-on: day 4 }] } }
            options:
              more:
                stocks:
                  base: { a: { on-hand: [{ value: 20, known-on: day 1 }, { value: 30, known-on: day 3 }] } }

            """;
        Assert.Equal(7, OnHand("base", 3));
        Assert.Equal(9, OnHand("base", 4));
        Assert.Equal(20, OnHand("more", 2));
        Assert.Equal(30, OnHand("more", 3));

        double? OnHand(string option, int day) => Read(text, day, option).Scenario!.Supply.Stocks[0].OnHand!.Fixed;
    }

    /// <summary>Each of them reads the file as it was known; that nothing was known is a mistake in each.</summary>
    [Theory]
    [InlineData("run")]
    [InlineData("check")]
    [InlineData("compare")]
    [InlineData("binds")]
    [InlineData("displace --all")]
    [InlineData("signature --release r")]
    [InlineData("enough left --at-least 3 --vary stocks.base.a.on-hand")]
    public void Every_command_says_that_nothing_was_known_of_a_value_yet(string line)
    {
        const string text = """
            unknowns: { some: [{ value: 3..5, known-on: day 4 }, { value: 4, known-on: day 6 }] }
            stocks: { base: { a: some } }
            questions: { left: { on-hand: a, at: base, when: day 9 } }

            """;
        var words = line.Split(' ');
        var (exitCode, _, errors) = CommandRehearsal.Run(
            words[0], text, [.. words[1..], "--known-on", "2025-01-02"]);
        Assert.Equal(ExitCode.BadInput, exitCode);
        Assert.Contains(
            "nothing was known of this by 2025-01-02: its earliest version is of 2025-01-04", errors, Usual);
        Assert.Contains("hint: ask for 2025-01-04 or later, or write what was thought before", errors, Usual);
        Assert.EndsWith("1 mistake\n", errors, Usual);
    }

    [Fact]
    public void Every_command_that_reads_a_scenario_takes_the_day() => Complaints.None(
        from command in Commands.Root().Subcommands
        where command.Arguments.Any(argument => argument.Name == "SCENARIO")
        let names = command.Options.Select(option => option.Name)
        where !names.Contains("--known-on") && !names.Contains("--from")
        select $"{command.Name} does not");

    private const StringComparison Usual = StringComparison.Ordinal;

    private static Day At(int day) => Rehearsal.First + (day - 1);

    private static (Scenario? Scenario, System.Collections.Immutable.ImmutableArray<Diagnostic> Diagnostics) Read(
        string text, int day, string option = "base")
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("scenario.yaml");
        File.WriteAllText(file, Rehearsal.Whole(text));
        return ScenarioReader.Read(file, option: option, knownOn: At(day));
    }
}
