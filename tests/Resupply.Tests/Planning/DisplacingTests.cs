using Resupply.Answers;
using Resupply.Planning;
using Resupply.Reports;
using Resupply.Tests.Supply;

namespace Resupply.Tests.Planning;

/// <summary>A place in the queue, by hand: see <see cref="Queue"/> for who has what when.</summary>
public class DisplacingTests
{
    private const string Drawn = "per-day: 0.5..3.5";

    /// <summary>It has the first's days, the first the second's, the second its own.</summary>
    [Fact]
    public void Who_goes_first_gains_what_the_others_lose()
    {
        var report = Queue.Displace(Queue.Text);
        Assert.True(report.IsExact);
        Assert.Equal(1, report.Card.Replications);
        Assert.Equal("asks -16 -16\nfirst +8 +8\nsecond +8 +8", Queue.Shifts(report.Moved));
        Assert.Equal(
            "asks day 3: 0 to 1\nfirst day 3: 1 to 0\nsecond day 5: 1 to 0\nsecond day 7: 1 to 1",
            Queue.Chances(report.Moved));
        Assert.Equal((0.0, true), (report.Moved.FinishedLater.Value, report.Moved.IsBalanced));
        Assert.Equal(0, report.Moved.DeliveredLater.Value);
        Assert.False(report.Moved.IsCutOff);
        Assert.Null(report.Firm);
        Assert.Equal(
            "Moved to the front, asks has its 4 by 2025-01-03, as it would not otherwise; that costs first 8 unit-days "
            + "and second 8, and first then misses 2025-01-03 (1 other due date too).",
            DisplacementSentence.Of(report));
    }

    /// <summary>Two on day 2 and two on day 7: 18 + 8. The first has its on 3 and 4, the second on 5 and 6.</summary>
    [Fact]
    public void A_part_of_it_goes_first_and_the_rest_waits_its_turn() => Assert.Equal(
        "asks -8 -8\nfirst +4 +4\nsecond +4 +4", Queue.Shifts(Queue.Displace(Queue.Text, units: 2).Moved));

    /// <summary>What is made on days 4 and 5 it has on days 5 and 6; the second has its on days 4 and 7.</summary>
    [Fact]
    public void It_goes_ahead_no_sooner_than_it_must()
    {
        var report = Queue.Displace(Queue.Text, by: 6);
        Assert.Equal((Rehearsal.First + 3, true), (report.From!.Value, report.IsReached));
        Assert.Equal("asks -4 -4\nfirst 0 0\nsecond +4 +4", Queue.Shifts(report.Moved));
        Assert.Equal((0, 1), (report.Moved.Complete!.Planned.Value, report.Moved.Complete.Moved.Value));
        Assert.Equal([false, true], report.Moved.Others.Select(order => order.IsTouched));
    }

    [Fact]
    public void What_comes_in_time_anyway_is_not_moved()
    {
        var report = Queue.Displace(Queue.Text, by: 7);
        Assert.Equal((null, true), (report.From, report.IsReached));
        Assert.Equal("asks 0 0\nfirst 0 0\nsecond 0 0", Queue.Shifts(report.Moved));
        Assert.Equal(
            "asks need not be moved: it has all of it by 2025-01-07, as planned.", DisplacementSentence.Of(report));
    }

    [Fact]
    public void A_day_that_cannot_be_reached_is_told_with_the_most_that_can_be_done()
    {
        var report = Queue.Displace(Queue.Text, by: 2);
        Assert.Equal((Rehearsal.First, false), (report.From!.Value, report.IsReached));
        Assert.Equal(-16, report.Moved.Mover.FinishedLater.Value);
        Assert.StartsWith(
            "Even first from the first day on, asks does not have all of it by 2025-01-02; that costs",
            DisplacementSentence.Of(report));
    }

    [Theory]
    [InlineData("agreement")]
    [InlineData("due")]
    [InlineData("priority")]
    [InlineData("share")]
    public void Whatever_the_rate_and_the_sequence_losses_at_the_line_equal_gains(string sequence)
    {
        var text = Queue.With(
            ("per-day: 2", $"{Drawn}, level: {{ day 4: 0.2..1, day 6: 2 }}, sequence: {sequence}"),
            ("agreed: 2022-01-01", "agreed: day 1..day 6"),
            ("quantity: 4, agreed: 2021-01-01", "quantity: 2..6, agreed: 2021-01-01, firm: true"));
        var report = Queue.Displace(text);
        Assert.False(report.IsExact);
        Displacement?[] all = [report.Moved, report.Firm!.Untouched, report.Firm.Ceding?.Moved];
        Assert.All(all.OfType<Displacement>(), moved =>
        {
            Assert.Equal((0.0, true), (moved.FinishedLater.Value, moved.IsBalanced));
            Assert.Equal(0, moved.Others.Prepend(moved.Mover).Sum(order => order.FinishedLater.Value), 9);
            Assert.True(moved.Mover.FinishedLater.Value <= 0);
        });
        Assert.True(report.Moved.Mover.FinishedLater.Value < -1);
    }

    /// <summary>By priority one can say in the file who goes first, and ask the same questions of it.</summary>
    [Fact]
    public void It_is_what_the_same_scenario_with_another_priority_answers()
    {
        var text = Queue.With(("per-day: 2", Drawn));
        var moved = Queue.With(
            ("per-day: 2", $"{Drawn}, sequence: priority"),
            ("requested: 2024-01-01", "requested: 2024-01-01, priority: 1"));
        var report = Queue.Displace(text).Moved;
        foreach (var order in report.Others.Prepend(report.Mover))
        {
            foreach (var due in order.Due)
            {
                var question = $"\nquestions: {{ q: {{ delivered: {order.Order}, by: {due.By}, at-least: 4 }} }}";
                Assert.Equal(Answer(text + question), due.Chance.Planned.Value);
                Assert.Equal(Answer(moved + question), due.Chance.Moved.Value);
                Assert.Equal(due.Chance.Moved.Value - due.Chance.Planned.Value, due.Chance.Change.Value, 12);
            }
        }

        static double Answer(string text) => Assert.IsType<Answer.Probability>(
            Rehearsal.Report(text, replications: 400).Answers[0]).Estimate.Value;
    }

    [Fact]
    public void The_day_asked_for_is_the_last_that_will_do()
    {
        var text = Queue.With(("per-day: 2", "per-day: 1..3"));
        var (most, some) = (Queue.Displace(text, by: 6), Queue.Displace(text, by: 6, atLeast: 0.5));
        var front = Queue.Displace(text, by: 6, atLeast: 1);
        Assert.True(most.From <= some.From);
        Assert.True(some.Moved.Complete!.Moved.Value >= 0.5);
        Assert.Equal(front.Moved.Complete!.Moved.Value, most.Moved.Complete!.Moved.Value);
        Assert.True(some.Moved.Mover.FinishedLater.Value >= most.Moved.Mover.FinishedLater.Value);
    }

    /// <summary>Held until day 9 it gains nothing where it goes, and the others lose as much.</summary>
    [Fact]
    public void What_is_held_at_the_line_gains_nothing_where_it_goes()
    {
        var text = Queue.With(("requested: 2024-01-01", "requested: 2024-01-01, needs: permission"))
            + "\nreleases: { permission: { granted: day 9 } }";
        var moved = Queue.Displace(text).Moved;
        Assert.Equal("asks -16 0\nfirst +8 +8\nsecond +8 +8", Queue.Shifts(moved));
        Assert.Equal((0.0, 16.0), (moved.FinishedLater.Value, moved.DeliveredLater.Value));
    }

    [Fact]
    public void What_is_not_there_at_the_end_is_told() =>
        Assert.True(Queue.Displace(Queue.With(("per-day: 2", "per-day: 1"))).Moved.IsCutOff);

    [Fact]
    public void What_else_there_is_changes_nothing_unless_it_shares_a_lane()
    {
        const string Else = """

            stocks: { base: { a: { on-hand: 10..90 } } }
            demands: { use: { at: base, served-by: [a], per-day: poisson(3) } }
            shipments: { box: { to: base, contents: { b: 5 }, arrives: day 2..day 5 } }
            """;
        var text = Queue.With(("per-day: 2", Drawn));
        Assert.Equal(Queue.Shifts(Queue.Displace(text).Moved), Queue.Shifts(Queue.Displace(text + Else).Moved));
        Assert.True(Queue.Displace(Queue.Text + Else).IsExact);
        Assert.False(Queue.Displace(
            Queue.Text + Else + "\nlanes: { road: { from: depot, to: base, takes: 1 d, lift: 3 per day } }").IsExact);
    }

    [Fact]
    public void Any_number_of_threads_finds_the_same()
    {
        var text = Queue.With(("per-day: 2", Drawn), ("agreed: 2021-01-01", "agreed: 2021-01-01, firm: true"));
        Assert.Equal(
            Without(Queue.Displace(text, by: 6, threads: 1)), Without(Queue.Displace(text, by: 6, threads: 4)));

        static string Without(DisplacementReport report) =>
            DisplacementJson.Write(report with { Diagnostics = [] });
    }

    [Fact]
    public void The_report_fits_eighty_columns()
    {
        var text = Printed();
        Assert.All(text.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
        Snapshot.Matches(text);
    }

    [Fact]
    public void Json_is_as_recorded() => Snapshot.Matches(DisplacementJson.Write(Example()));

    [Fact]
    public void Csv_is_as_recorded() => Snapshot.Matches(
        DisplacementCsv.Table(Queue.Displace(Queue.Text)).Replace("\r\n", "\n", StringComparison.Ordinal));

    private static string Printed()
    {
        using var output = new StringWriter { NewLine = "\n" };
        DisplacementText.Write(Example(), output, width: 80);
        return output.ToString();
    }

    private static DisplacementReport Example()
    {
        var report = Queue.Displace(
            Queue.With(("per-day: 2", "per-day: 1..3"), ("agreed: 2021-01-01", "agreed: 2021-01-01, firm: true")));
        return report with { Card = report.Card with { Version = "0", File = "queue.yaml" } };
    }
}
