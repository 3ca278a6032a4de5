using System.Text.Json;
using MathNet.Numerics.Distributions;
using Resupply.Cli;
using Resupply.Reports;

namespace Resupply.Tests.Planning;

public class EnoughCommandTests
{
    private const string Text = """
        calendar: { from: day 1, to: day 40 }
        unknowns: { spare: 3..9 }
        stocks: { base: { a: 10, b: spare } }
        demands: { use: { at: base, served-by: [a], per-day: 1 } }
        shipments: { ship: { to: base, contents: { a: 40 }, arrives: 50% chance of day 3 } }
        questions:
          lasts: { covered: use, until: day 40 }
          unmet: { unmet: use, until: day 40 }
          b-left: { on-hand: b, at: base, when: day 40 }

        """;

    private static readonly string[] Usual = ["--replications", "200", "--threads", "1"];

    [Fact]
    public void A_curve_and_a_sentence_are_printed_in_eighty_columns()
    {
        var (exitCode, output, errors) = Run(
            "lasts", "--at-least", "90%", "--vary", "shipments.ship.arrives", "--vary", "stocks.base.a.on-hand",
            "--vary", "stocks.base.b.on-hand", "--vary", "shipments.ship.contents.a");
        Assert.Equal((ExitCode.Success, ""), (exitCode, errors));
        Assert.All(output.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
        Snapshot.Matches(output);
    }

    [Fact]
    public void Json_holds_what_the_manual_page_says()
    {
        var (exitCode, output, _) = Run("unmet", "--at-most", "3", "--vary", "stocks.base.a.on-hand", "--json");
        Assert.Equal(ExitCode.Success, exitCode);
        Snapshot.Matches(output);
        using var json = JsonDocument.Parse(output);
        var page = ManualCommand.Page("enough")!;
        Complaints.None(CommandRehearsal.Names(json.RootElement).Distinct()
            .Where(name => !page.Contains($"`{name}`", StringComparison.Ordinal))
            .Except(["title", "sha256", "stocks.base.a.on-hand"])
            .Select(name => $"the manual page does not say `{name}`"));
    }

    /// <summary>
    /// One a day is needed and ten are there: the ship must be there at 00:00 of day 11. Without it 40 would have to
    /// be. A name under `unknowns` is continuous, and half a unit is rounded up.
    /// </summary>
    [Theory]
    [InlineData("lasts", "--at-least", "90%", "shipments.ship.arrives", "2025-01-11", "2025-01-12")]
    [InlineData("unmet", "--at-most", "0", "shipments.ship.arrives", "2025-01-11", "2025-01-12")]
    [InlineData("lasts", "--at-least", "0.99", "stocks.base.a.on-hand", "40", "39")]
    [InlineData("b-left", "--at-least", "5", "spare", "4.5", "4.49")]
    public void The_turn_is_where_it_is_by_hand(
        string question, string which, string level, string path, string does, string doesNot)
    {
        using var json = JsonDocument.Parse(Run(question, which, level, "--vary", path, "--json").Output);
        var varied = json.RootElement.GetProperty("varied").EnumerateObject().Single().Value;
        Assert.Equal(
            (does, doesNot),
            (varied.GetProperty("does").GetProperty("value").GetString(),
                varied.GetProperty("does-not").GetProperty("value").GetString()));
    }

    /// <summary>
    /// Needs of 20 days, Poisson with mean 1 each: s in stock cover them with the probability that a Poisson number of
    /// mean 20 is at most s (MathNet). The level found lies within 4 standard errors of it.
    /// </summary>
    [Fact]
    public void Stock_that_is_enough_agrees_with_the_poisson_law()
    {
        const string text = """
            calendar: { from: day 1, to: day 20 }
            stocks: { base: { a: 20 } }
            demands: { use: { at: base, served-by: [a], per-day: poisson(1) } }
            questions: { lasts: { covered: use, until: day 20 } }

            """;
        string[] asked = ["lasts", "--at-least", "90%", "--vary", "stocks.base.a.on-hand", "--json"];
        var (_, output, _) = CommandRehearsal.Run("enough", text, [.. asked, "--replications", "20000"]);
        using var json = JsonDocument.Parse(output);
        var varied = json.RootElement.GetProperty("varied").GetProperty("stocks.base.a.on-hand");
        double Known(string which) => Poisson.CDF(
            20, double.Parse(varied.GetProperty(which).GetProperty("value").GetString()!, null));
        var error = 4 * Math.Sqrt(0.9 * 0.1 / 20000);
        Assert.InRange(Known("does"), 0.9 - error, 1);
        Assert.InRange(Known("does-not"), 0, 0.9 + error);
    }

    /// <summary>
    /// Snyder and Shen, Fundamentals of Supply Chain Theory, 2nd ed. 2019, problem 4.8(a): a newsvendor with Poisson
    /// demand of mean 18, 200 for one too many and 270 for one too few stocks 19, the least S with
    /// P(D ≤ S) ≥ 270 / 470.
    /// </summary>
    [Fact]
    public void A_newsvendor_is_told_the_stock_of_the_book()
    {
        const string text = """
            calendar: { from: day 1, to: day 1 }
            stocks: { base: { a: 18 } }
            demands: { use: { at: base, served-by: [a], per-day: poisson(18) } }
            questions: { lasts: { covered: use, until: day 1 } }

            """;
        const long replications = 30_000;
        const double critical = 270.0 / 470;
        var error = 4 * Math.Sqrt(critical * (1 - critical) / replications);
        Assert.True(Poisson.CDF(18, 18) < critical - error && Poisson.CDF(18, 19) > critical + error);
        var (_, output, _) = CommandRehearsal.Run(
            "enough", text, "lasts", "--at-least", "0.5744680851", "--vary", "stocks.base.a.on-hand", "--json",
            "--replications", "30000");
        using var json = JsonDocument.Parse(output);
        var varied = json.RootElement.GetProperty("varied").GetProperty("stocks.base.a.on-hand");
        Assert.Equal("19", varied.GetProperty("does").GetProperty("value").GetString());
        Assert.Equal("18", varied.GetProperty("does-not").GetProperty("value").GetString());
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_bytes()
    {
        string[] asked = ["lasts", "--at-least", "90%", "--vary", "stocks.base.a.on-hand", "--json"];
        Assert.Equal(Run(asked), Run([.. asked, "--threads", "4"]));
    }

    [Fact]
    public void Csv_has_the_columns_of_the_other_tables()
    {
        using var folder = new TemporaryFolder();
        var tables = folder.File("tables");
        var (exitCode, _, _) = Run(
            "lasts", "--at-least", "90%", "--vary", "stocks.base.a.on-hand", "--csv", tables);
        Assert.Equal(ExitCode.Success, exitCode);
        var lines = File.ReadAllText(Path.Combine(tables, "enough.csv")).Split("\r\n");
        Assert.Equal(CsvReport.Header, lines[0]);
        Assert.Contains("base,stocks.base.a.on-hand,40,,does,1", lines);
    }

    [Theory]
    [InlineData("last --at-least 90% --vary spare", "there is no question `last`\n  hint: did you mean `lasts`?\n")]
    [InlineData("lasts --at-least 90 --vary spare", "is answered by a share, which is never 90\n  hint: write 90%\n")]
    [InlineData(
        "b-left --at-least 5% --vary spare",
        "is answered by a quantity, which is no percentage\n  hint: write a number in its unit\n")]
    [InlineData("lasts --at-least 90% --vary shipments.shop.arrives", "hint: did you mean `shipments.ship.arrives`?\n")]
    [InlineData("lasts --at-least 90% --vary ship.arrives", "hint: did you mean `shipments.ship.arrives`?\n")]
    [InlineData(
        "lasts --at-least 90% --vary shipments.ship",
        "hint: did you mean `shipments.ship.contents.a`, `shipments.ship.arrives`?\n")]
    public void What_is_not_there_is_a_mistake(string given, string says)
    {
        var (exitCode, output, errors) = Run(given.Split(' '));
        Assert.Equal((ExitCode.BadInput, ""), (exitCode, output));
        Assert.Contains(says, errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lasts --vary spare", "Say what would be enough: --at-least LEVEL, or --at-most LEVEL.")]
    [InlineData("lasts --at-least 90% --at-most 3 --vary spare", "Say what would be enough")]
    [InlineData("lasts --at-least most --vary spare", "--at-least takes a number not below 0, as 90%, 0.9 or 120")]
    [InlineData("lasts --at-least 90%", "'--vary' is required")]
    public void A_slip_is_explained(string given, string says)
    {
        var (exitCode, _, errors) = Run(given.Split(' '));
        Assert.Equal(ExitCode.BadUsage, exitCode);
        Assert.Contains(says, errors, StringComparison.Ordinal);
    }

    private static (int ExitCode, string Output, string Errors) Run(params string[] options) =>
        CommandRehearsal.Run(
            "enough", Text, [.. options, .. options.Contains("--threads") ? Usual[..2] : Usual]);
}
