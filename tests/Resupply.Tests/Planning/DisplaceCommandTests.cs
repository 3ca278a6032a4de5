using System.Text.Json;
using Resupply.Cli;
using Resupply.Reports;
using Resupply.Tests.Supply;

namespace Resupply.Tests.Planning;

public class DisplaceCommandTests
{
    private const string Asks = "--order asks";

    private static readonly string Drawn =
        Queue.With(("per-day: 2", "per-day: 1..3"), ("first: {", "first: { firm: true,"));

    [Theory]
    [InlineData("--order ask", "error: there is no order `ask`\n  hint: did you mean `asks`?")]
    [InlineData($"{Asks} --units 5", "error: 5 units cannot be moved: `asks` is for 4\n  hint: without --units")]
    [InlineData($"{Asks} --by 2025-02-01", "error: 2025-02-01 is outside the calendar, which is from 2025-01-01 to")]
    [InlineData($"{Asks} --by 2024-12-31", "error: 2024-12-31 is outside the calendar, which is from 2025-01-01 to")]
    [InlineData("--order later --by 2025-01-04", "error: `later` takes part from 2025-01-04 and can have nothing by")]
    [InlineData("--order beyond", "error: `beyond` has no claim in the calendar, which ends on 2025-01-10: "
        + "it is agreed on 2026-01-01\n")]
    [InlineData("--order alone", "error: `alone` is the only order of `other`, so nobody would be displaced")]
    public void What_cannot_be_asked_is_a_mistake(string options, string says)
    {
        var text = Queue.Text.Replace("per-day: 2 } }", "per-day: 2 }, other: { item: b, at: depot, per-day: 1 } }",
            StringComparison.Ordinal) + """

                later: { line: line, to: base, quantity: 1, agreed: day 4 }
                beyond: { line: line, to: base, quantity: 1, agreed: 2026-01-01 }
                alone: { line: other, to: base, quantity: 1, agreed: 2021-01-01 }
              """;
        var (exitCode, output, errors) = Run(text, options.Split(' '));
        Assert.Contains(says, errors, StringComparison.Ordinal);
        Assert.Equal((ExitCode.BadInput, ""), (exitCode, output));
    }

    [Theory]
    [InlineData("--order asks")]
    [InlineData("--all")]
    public void Where_nothing_is_ordered_nobody_waits(string options)
    {
        var (exitCode, _, errors) = Run("lines: { line: { item: a, at: depot, per-day: 2 } }", options.Split(' '));
        Assert.Contains("error: there is no order in this scenario", errors, StringComparison.Ordinal);
        Assert.Equal(ExitCode.BadInput, exitCode);
    }

    [Theory]
    [InlineData("", "Say which order: --order NAME, or --all for each in turn.")]
    [InlineData($"{Asks} --all", "Say which order")]
    [InlineData("--all --units 2", "--all moves each order to the very front")]
    [InlineData($"{Asks} --to last", "--to takes first; found 'last'.")]
    [InlineData($"{Asks} --units 0", "--units takes a whole number")]
    [InlineData($"{Asks} --by soon", "'soon' is not a date")]
    [InlineData($"{Asks} --by 2025-01-06 --units 2", "--by and --units cannot be asked together")]
    [InlineData($"{Asks} --by 2025-01-06 --to first", "--to first is from the first day on")]
    [InlineData($"{Asks} --at-least 90%", "--at-least goes with --by.")]
    public void A_slip_is_explained(string options, string says)
    {
        var (exitCode, _, errors) = Run(Queue.Text, options.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(says, errors, StringComparison.Ordinal);
        Assert.Equal(ExitCode.BadUsage, exitCode);
    }

    [Fact]
    public void Json_holds_what_the_manual_page_says()
    {
        var (exitCode, output, _) = Run(Drawn, "--order", "asks", "--by", "2025-01-06", "--json");
        Assert.Equal(ExitCode.Success, exitCode);
        using var json = JsonDocument.Parse(output);
        Complaints.None(CommandRehearsal.Names(json.RootElement)
            .Except(["title", "sha256"]).Distinct().Where(NotOnThePage));
        Assert.True(json.RootElement.GetProperty("moved").GetProperty("all").GetProperty("balanced").GetBoolean());
        var (_, matrix, _) = Run(Drawn, "--all", "--json");
        using var all = JsonDocument.Parse(matrix);
        Complaints.None(CommandRehearsal.Names(all.RootElement)
            .Except(["title", "sha256", "line", "first", "second", "asks"]).Distinct().Where(NotOnThePage));
    }

    /// <summary>
    /// Whoever is moved has days 2 and 3 (34 unit-days), who comes next 4 and 5 (26), the last 6 and 7 (18).
    /// </summary>
    [Fact]
    public void Every_order_is_moved_in_turn()
    {
        var (report, _) = DisplacingAll.Find(
            Rehearsal.Read(Queue.Text), Queue.Options(10), [], null, TestContext.Current.CancellationToken);
        var line = Assert.Single(report!.Lines);
        Assert.Equal(
            ["first 0 0 0", "second 8 -8 0", "asks 8 8 -16"],
            line.Rows.Select(row => $"{row.Mover} {string.Join(' ', row.FinishedLater.Select(each => each.Value))}"));
        var (_, output, _) = Run(Queue.Text, "--all");
        Assert.Contains("  first   nothing: it is first already\n", output, StringComparison.Ordinal);
        Assert.Contains("  asks    16, of which first 8, second 8\n", output, StringComparison.Ordinal);
    }

    /// <summary>A row of the matrix is what moving that order alone says, and sums to nothing.</summary>
    [Fact]
    public void The_rows_of_the_matrix_are_the_displacements()
    {
        var (report, _) = DisplacingAll.Find(
            Rehearsal.Read(Drawn), Queue.Options(100), [], null, TestContext.Current.CancellationToken);
        Assert.All(report!.Lines[0].Rows, row =>
        {
            Assert.True(row.IsBalanced);
            Assert.Equal(0, row.FinishedLater.Sum(each => each.Value), 9);
            var moved = Queue.Displace(Drawn, row.Mover, replications: 100).Moved;
            var alone = moved.Others.Append(moved.Mover)
                .ToDictionary(order => order.Order, order => order.FinishedLater);
            Assert.Equal(report.Lines[0].Orders.Select(order => alone[order]), row.FinishedLater);
        });
    }

    [Fact]
    public void Csv_has_the_columns_of_the_other_tables()
    {
        using var folder = new TemporaryFolder();
        var tables = folder.File("tables");
        Assert.Equal(ExitCode.Success, Run(Queue.Text, "--order", "asks", "--csv", tables).ExitCode);
        Assert.Equal(ExitCode.Success, Run(Queue.Text, "--all", "--csv", tables).ExitCode);
        foreach (var table in (string[])["displacement.csv", "displacements.csv"])
            Assert.StartsWith(CsvReport.Header, File.ReadAllText(Path.Combine(tables, table)));
    }

    private static bool NotOnThePage(string name) =>
        !ManualCommand.Page("displace")!.Contains($"`{name}`", StringComparison.Ordinal);

    private static (int ExitCode, string Output, string Errors) Run(string scenario, params string[] options) =>
        CommandRehearsal.Run("displace", scenario, [.. options, "--replications", "200", "--threads", "1"]);
}
