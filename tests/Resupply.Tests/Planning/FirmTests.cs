using Resupply.Reports;

namespace Resupply.Tests.Planning;

/// <summary>What is firm, by hand: see <see cref="Queue"/> for who has what when.</summary>
public class FirmTests
{
    private const string FirstFirm = "first: { firm: true,";
    private const string SecondFirm = "second: { firm: true,";
    private const string Slack = "due: { day 7: 4 }";

    private static readonly (string, string) First = ("first: {", FirstFirm);
    private static readonly (string, string) Second = ("second: {", SecondFirm);
    private static readonly (string, string) SecondHasSlack = ("due: { day 5: 4, day 7: 4 }", Slack);

    /// <summary>The second has its on days 6 and 7 even if last, in time. The first would miss day 3.</summary>
    [Fact]
    public void Who_has_time_gives_way_and_who_has_none_is_kept()
    {
        var firm = Queue.Displace(Queue.With(First, Second, SecondHasSlack)).Firm!;
        Assert.Equal(["first"], firm.Kept);
        Assert.Equal("asks -8 -8\nfirst 0 0\nsecond +8 +8", Queue.Shifts(firm.Untouched));
        Assert.Equal("asks day 3: 0 to 0\nfirst day 3: 1 to 1\nsecond day 7: 1 to 1", Queue.Chances(firm.Untouched));
        Assert.Empty(firm.Harmed);
        Assert.False(firm.IsAsGood);
        Assert.Equal(("first", true), (Assert.Single(firm.Ceding!.Orders), firm.Ceding.IsLeast));
        Assert.Equal("asks -16 -16\nfirst +8 +8\nsecond +8 +8", Queue.Shifts(firm.Ceding.Moved));
    }

    /// <summary>Due on day 5 it is in time behind the first.</summary>
    [Fact]
    public void Nobody_gives_way_for_what_can_be_had_without()
    {
        var report = Queue.Displace(Queue.With(
            First, Second, SecondHasSlack, ("2024-01-01, due: { day 3: 4 }", "2024-01-01, due: { day 5: 4 }")));
        Assert.Equal((true, null), (report.Firm!.IsAsGood, report.Firm.Ceding));
        Assert.EndsWith(
            "It can have the same with every firm agreement kept as planned.", DisplacementSentence.Of(report));
    }

    /// <summary>
    /// With both kept nothing is left to go ahead with. The second kept alone leaves days 2 and 3: the first is last.
    /// </summary>
    [Fact]
    public void The_least_set_gives_way()
    {
        var report = Queue.Displace(Queue.With(First, Second));
        var firm = report.Firm!;
        Assert.Equal(["first", "second"], firm.Kept);
        Assert.Equal("asks 0 0\nfirst 0 0\nsecond 0 0", Queue.Shifts(firm.Untouched));
        Assert.Equal(("first", true), (Assert.Single(firm.Ceding!.Orders), firm.Ceding.IsLeast));
        Assert.Equal("asks -16 -16\nfirst +16 +16\nsecond 0 0", Queue.Shifts(firm.Ceding.Moved));
        Assert.EndsWith(
            "With every firm agreement kept as planned, asks does not have its 4 by 2025-01-03; for the "
            + "rest, first would have to give way.",
            DisplacementSentence.Of(report));
    }

    /// <summary>All by day 6: from day 4 on, at the cost of the second, which then has its on days 4 and 7.</summary>
    [Fact]
    public void With_a_day_asked_for_that_is_what_counts()
    {
        var firm = Queue.Displace(Queue.With(First, Second), by: 6).Firm!;
        Assert.Equal(["second"], firm.Kept);
        Assert.Equal(["second"], firm.Ceding!.Orders.ToArray());
        Assert.Equal("asks -4 -4\nfirst 0 0\nsecond +4 +4", Queue.Shifts(firm.Ceding.Moved));
    }

    /// <summary>
    /// Two of it are never four, so it is about how early: on days 2 and 7. With the first kept, on days 4 and 7.
    /// </summary>
    [Fact]
    public void Where_due_dates_are_out_of_reach_unit_days_count()
    {
        var firm = Queue.Displace(Queue.With(First), units: 2).Firm!;
        Assert.Equal("asks -4 -4\nfirst 0 0\nsecond +4 +4", Queue.Shifts(firm.Untouched));
        Assert.False(firm.IsAsGood);
        Assert.Equal(["first"], firm.Ceding!.Orders.ToArray());
    }

    [Fact]
    public void Where_what_is_firm_has_time_enough_that_is_all_there_is_to_say()
    {
        var report = Queue.Displace(Queue.With(Second, SecondHasSlack));
        Assert.Empty(report.Firm!.Kept);
        Assert.EndsWith("No firm agreement meets a due date more seldom for it.", DisplacementSentence.Of(report));
    }

    /// <summary>One agreement a day of the line: each must be kept, and each must give way for its day.</summary>
    [Fact]
    public void Of_two_that_would_do_the_one_that_loses_less_gives_way()
    {
        var firm = Queue.Displace("""
            lines: { line: { item: a, at: depot, per-day: 2 } }
            orders:
              one: { line: line, to: base, quantity: 2, agreed: 2021-01-01, due: { day 2: 2 }, firm: true }
              two: { line: line, to: base, quantity: 2, agreed: 2022-01-01, due: { day 3: 2 }, firm: true }
              asks: { line: line, to: base, quantity: 2, requested: 2024-01-01, due: { day 3: 2 } }
            """).Firm!;
        Assert.Equal(["one", "two"], firm.Kept);
        Assert.Equal(["two"], firm.Ceding!.Orders.ToArray());
        Assert.Equal("asks -2 -2\none 0 0\ntwo +2 +2", Queue.Shifts(firm.Ceding.Moved));
    }

    [Fact]
    public void Chances_are_kept_exactly_whatever_is_drawn()
    {
        var report = Queue.Displace(Queue.With(First, Second, ("per-day: 2", "per-day: 1..4")));
        Assert.Contains(report.Moved.Others, order => order.IsHarmed);
        Assert.Empty(report.Firm!.Harmed);
        Assert.All(report.Firm.Untouched.Others, order => Assert.False(order.IsHarmed));
        Assert.True(report.Firm.Untouched.IsBalanced);
    }
}
