using Resupply.Answers;
using Resupply.Reports;
using Resupply.Tests.Reports;
using Resupply.Tests.Supply;

namespace Resupply.Tests.Production;

/// <summary>What the reports say of lines and orders.</summary>
public sealed class QueueReportTests
{
    /// <summary>
    /// One item a day: `first` gets those of days 1 to 3 and has them on days 4 to 6; `second` those of days 4 to 7,
    /// which are released on day 9; `third` the rest, and lacks seven at the end.
    /// </summary>
    private const string ByHand = """
        lanes: { road: { from: depot, to: base, takes: 2 d } }
        releases: { export: { granted: day 9 } }
        lines: { line: { item: a, at: depot, per-day: 1 } }
        orders:
          third: { line: line, to: base, via: road, quantity: 8, requested: 2024-03-01, due: { day 9: 1, day 10: 2 } }
          second: { line: line, to: depot, quantity: 4, agreed: 2024-02-01, due: { day 6: 2, day 9: 4 }, needs: export }
          first: { line: line, to: base, via: road, quantity: 3, agreed: 2024-01-01, due: { day 5: 2 }, firm: true }
        options:
          alone: { orders: { second: null, first: null } }
        """;

    private static readonly RunReport Report = Rehearsal.Report(ByHand);

    [Fact]
    public void The_terminal_tells_what_became_of_each_order() => Assert.Contains(
        """
        The queue
        line makes a at depot; the oldest agreement first, then the oldest request
          first: 3 units, firm agreement of 2024-01-01
            all delivered on 2025-01-06
            due 2 by 2025-01-05: all of 1 replications
          second: 4 units, agreement of 2024-02-01, needs export
            all delivered on 2025-01-09
            due 2 by 2025-01-06: none of 1 replications; 4 by 2025-01-09: all of 1
            replications
            on average 6 unit-days late; 10 unit-days held at the line
          third: 8 units, request of 2024-03-01
            not all delivered by 2025-01-10 in any of 1 replications
            0 of 8 delivered by 2025-01-10 on average
            due 1 by 2025-01-09: none of 1 replications; 2 by 2025-01-10: none of 1
            replications
            on average 3 unit-days late

        """.ReplaceLineEndings("\n"),
        Terminal(Report),
        StringComparison.Ordinal);

    [Fact]
    public void The_tables_have_each_order_each_due_date_and_each_day()
    {
        var orders = CsvReport.Orders(Report);
        foreach (var line in (string[])
            [
                "first-finished,first,,p50,2025-01-01", "last-finished,first,,p90,2025-01-03",
                "first-left,second,,p50,2025-01-09", "first-delivered,first,,p10,2025-01-04",
                "completed,third,,p50,", "completed,third,,never,1", "late-unit-days,second,,mean,6",
                "held-unit-days,second,,mean,10", "due,second,2025-01-09,mean,4",
                "due-met,second,2025-01-06,estimate,0",
                "due-met,second,2025-01-09,estimate,1", "ordered,third,,mean,8",
            ])
            Assert.Contains($"\r\nbase,{line}\r\n", orders, StringComparison.Ordinal);
        var series = CsvReport.Series(Report);
        foreach (var line in (string[])
            [
                "delivered,first,2025-01-05,p50,2", "delivered,second,2025-01-08,mean,0",
                "delivered,second,2025-01-09,p90,4", "owed,second,2025-01-08,mean,2", "held,second,2025-01-07,mean,3",
                "held,second,2025-01-08,mean,4", "held,second,2025-01-09,mean,0",
            ])
            Assert.Contains($"\r\nbase,{line}\r\n", series, StringComparison.Ordinal);
        Assert.DoesNotContain("held,first", series, StringComparison.Ordinal);
    }

    /// <summary>
    /// What was received before `today` was finished then: the days are those of what is made from now on.
    /// </summary>
    [Fact]
    public void An_order_is_finished_on_the_days_of_its_own_items()
    {
        var orders = CsvReport.Orders(Rehearsal.Report(
            """
            calendar: { from: day 1, to: day 20 }
            today: day 5
            lines: { line: { item: a, at: depot, per-day: 1 } }
            orders:
              complete: { line: line, to: base, quantity: 3, received: { day 2: 3 } }
              first: { line: line, to: base, quantity: 4 }
              begun: { line: line, to: base, quantity: 5, received: { day 3: 2 } }
            """,
            replications: 1));
        foreach (var line in (string[])
            [
                "first-finished,complete,,never,1", "last-finished,complete,,never,1",
                "first-finished,first,,p50,2025-01-05", "last-finished,first,,p50,2025-01-08",
                "first-finished,begun,,p50,2025-01-09", "last-finished,begun,,p50,2025-01-11",
            ])
            Assert.Contains($"\r\nbase,{line}\r\n", orders, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_has_a_board_for_each_line_and_what_is_owed_to_each_buyer()
    {
        var page = HtmlReport.Write(Report);
        foreach (var id in (string[])["queue-0", "owed-0", "owed-1", "owed-2"])
            Assert.Contains($"<figure id=\"{id}\"", page, StringComparison.Ordinal);
        Assert.Contains(
            "Of 3 orders 2 are complete by 2025-01-10 in half of the cases. Of 5 due dates 2 can be expected to be " +
            "met; the most doubtful is second’s, 2 by 2025-01-06: none of 1 replications. Units wait for a " +
            "release at the line: second.",
            page,
            StringComparison.Ordinal);
        Assert.Contains(
            "On 2025-01-09 4 are owed and 4 delivered in the median. On average 6 unit-days late; 10 unit-days held " +
            "at the line.",
            page,
            StringComparison.Ordinal);
        Assert.Matches("<th scope=\"row\">second</th><td>.{0,20}2025-01-09(</span>)?</td><td>4</td>", page);
    }

    [Fact]
    public void What_a_planner_reads_does_not_need_the_charts()
    {
        var scenario = Rehearsal.Read(Transformers.Text);
        var plain = Rehearsal.Run(scenario, new RunOptions { Replications = 400, Seed = 1, Threads = 1 });
        Assert.Equal(Terminal(Transformers.Report), Terminal(plain with { Card = Transformers.Report.Card }));
        Assert.All(plain.Queues[0].Orders, order => Assert.True(order.ByDay.IsEmpty && order.DeliveredByDay.IsEmpty));
        Assert.Equal(CsvReport.Orders(Transformers.Report), CsvReport.Orders(plain));
    }

    [Fact]
    public void An_order_that_an_option_removes_is_not_in_the_queue()
    {
        var alone = Rehearsal.Report(ByHand, option: "alone");
        var order = Assert.Single(Assert.Single(alone.Queues).Orders);
        Assert.Equal(("third", 7.0), (order.Order, order.Delivered));
        Assert.DoesNotContain("second", Terminal(alone), StringComparison.Ordinal);
        Assert.DoesNotContain("second", CsvReport.Orders(alone), StringComparison.Ordinal);
    }

    /// <summary>The chance to meet a due date is what the question for it answers.</summary>
    [Fact]
    public void The_board_and_the_questions_agree()
    {
        var report = Transformers.Report;
        var coast = report.Queues[0].Orders.Single(order => order.Order == "coast-power");
        var asked = Assert.IsType<Answer.Probability>(report.Answers.Single(answer => answer.Name == "coast-has-all"));
        Assert.Equal(asked.Estimate.Value, coast.Due[^1].Met);
        var island = report.Queues[0].Orders.Single(order => order.Order == "island-cable");
        var late = Assert.IsType<Answer.Quantity>(report.Answers.Single(answer => answer.Name == "island-late"));
        Assert.Equal(late.Mean!.Value.Value, island.LateUnitDays, 1e-9);
        Assert.Null(island.Due[^1].Met);
        Assert.All(report.Queues[0].Orders, order =>
        {
            Assert.Equal(order.Delivered, order.ByDay[^1].Delivered);
            Assert.Equal(order.Delivered, order.DeliveredByDay[^1].Mean, 1e-9);
            Assert.InRange(order.Delivered, 0, order.Quantity);
        });
    }

    [Fact]
    public void A_file_without_orders_says_nothing_of_a_queue()
    {
        var winter = InventedReport.Winter;
        Assert.Equal(CsvReport.Header + "\r\n", CsvReport.Orders(winter));
        Assert.DoesNotContain("queue", Terminal(winter), StringComparison.OrdinalIgnoreCase);
        var page = HtmlReport.Write(winter);
        var body = page[page.IndexOf("<body>", StringComparison.Ordinal)..page.LastIndexOf(
            "<script>", StringComparison.Ordinal)];
        foreach (var word in (string[])["queue", "owed", "board"])
            Assert.DoesNotContain(word, body, StringComparison.OrdinalIgnoreCase);
        using var folder = new TemporaryFolder();
        CsvReport.Write(winter, folder.File("tables"));
        Assert.False(File.Exists(Path.Combine(folder.File("tables"), "orders.csv")));
        CsvReport.Write(Report, folder.File("tables"));
        Assert.True(File.Exists(Path.Combine(folder.File("tables"), "orders.csv")));
    }

    [Fact]
    public void A_long_queue_is_cut_in_the_terminal()
    {
        var text = Terminal(Transformers.Many);
        Assert.Contains("\n  and 6 more, which --report and --csv tell of\n", text, StringComparison.Ordinal);
        Assert.All(text.Split('\n'), line => Assert.True(line.Length <= 80, line));
    }

    private static string Terminal(RunReport report)
    {
        using var output = new StringWriter();
        TerminalReport.Write(report, output, 80);
        return output.ToString();
    }
}
