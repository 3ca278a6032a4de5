using Resupply.Readiness;
using Resupply.Supply;
using Resupply.Tests.Supply;

namespace Resupply.Tests.Readiness;

/// <summary>
/// Where the time goes, in stories with fixed times. "At 2.0" is two days after the start, 00:00 of day 3. Every run is
/// audited: on each day all reasons are found anew, and their ticks are those in which members are owned and not
/// available.
/// </summary>
public class DowntimeTests
{
    /// <summary>It fails at 2.0, is a day on its way, a day in repair and two days on its way back.</summary>
    [Fact]
    public void A_part_is_in_no_stock_until_it_is_on_its_way() => Expect(
        """
        calendar: { from: day 1, to: day 6 }
        lanes: { out: { from: base, to: depot, takes: 1 d }, home: { from: depot, to: base, takes: 2 d } }
        items: { a: { fails: 2 d, repair: { at: depot, takes: 1 d, via: out, back: home } } }
        fleets: { jets: { at: base, size: 1, parts: { a: 1 } } }
        """,
        inNoStock: 2, inTransit: 2);

    /// <summary>
    /// One team repairs one at 3.0 and one at 4.0, and each is two days on its way: the first of the two that wait has
    /// it under way from 3.0 on, the other from 4.0 on.
    /// </summary>
    [Fact]
    public void The_first_in_line_waits_for_what_is_on_its_way_and_the_rest_for_what_is_nowhere() => Expect(
        """
        calendar: { from: day 1, to: day 6 }
        lanes: { home: { from: depot, to: base, takes: 2 d } }
        items: { a: { fails: 2 d, repair: { at: depot, crew: shop, takes: 1 d, back: home } } }
        fleets: { jets: { at: base, size: 2, parts: { a: 1 } } }
        crews: { shop: { teams: 1 } }
        """,
        inNoStock: 1 + 2, inTransit: 2 + 2);

    /// <summary>It fails at 2.0; what leaves at 3.0 comes at 5.0.</summary>
    [Fact]
    public void A_shipment_that_has_left_is_on_its_way() => Expect(
        """
        calendar: { from: day 1, to: day 7 }
        lanes: { air: { from: donor, to: base, takes: 2 d } }
        items: { a: { fails: 2 d } }
        shipments: { spares: { to: base, item: a, quantity: 1, departs: day 4, via: air } }
        fleets: { jets: { at: base, size: 1, parts: { a: 1 } } }
        """,
        inNoStock: 1, inTransit: 2);

    /// <summary>
    /// At 2.0 the team takes it up and works from 08:00 to 18:00 and from 08:00 to 13:00 of the next day.
    /// </summary>
    [Fact]
    public void A_team_that_has_the_job_works_or_is_off_duty() => Expect(
        """
        calendar: { from: day 1, to: day 4 }
        items: { a: { fails: 2 d, replace: { crew: line, takes: 15 h } } }
        stocks: { base: { a: 9 } }
        fleets: { jets: { at: base, size: 1, parts: { a: 1 } } }
        crews: { line: { teams: 1, works: 10 h per day } }
        """,
        work: 15 / 24.0, shift: 22 / 24.0);

    [Fact]
    public void The_second_waits_until_the_team_is_free() => Expect(
        """
        calendar: { from: day 1, to: day 3 }
        items: { a: { fails: 2 d, replace: { crew: line, takes: 12 h } } }
        stocks: { base: { a: 9 } }
        fleets: { jets: { at: base, size: 2, parts: { a: 1 } } }
        crews: { line: { teams: 1 } }
        """,
        team: 0.5, work: 1);

    /// <summary>Nobody is needed for it, so nobody is off duty.</summary>
    [Fact]
    public void Work_without_a_crew_is_work() => Expect(
        """
        calendar: { from: day 1, to: day 3 }
        items: { a: { fails: 2 d, replace: { takes: 12 h } } }
        stocks: { base: { a: 9 } }
        fleets: { jets: { at: base, size: 1, parts: { a: 1 } } }
        """,
        work: 0.5);

    /// <summary>a and b fail at 2.0: a waits for a team that never comes, b for a spare that comes at 5.0.</summary>
    [Fact]
    public void A_part_that_is_missing_comes_before_a_team() => Expect(
        """
        calendar: { from: day 1, to: day 7 }
        items:
          a: { fails: 2 d, replace: { crew: nobody, takes: 1 h } }
          b: { fails: 2 d, ages: always }
        stocks: { base: { a: 9 } }
        shipments: { spares: { to: base, item: b, quantity: 1, arrives: day 6 } }
        fleets: { jets: { at: base, size: 1, parts: { a: 1, b: 1 } } }
        crews: { nobody: { teams: 0 } }
        """,
        inNoStock: 3, team: 2);

    /// <summary>
    /// Two jobs at 2.0: day-line takes up a, 10 h from 08:00; line takes up b, 30 h at once. That of a was taken up
    /// first and says whether there is work, until 18:00; then that of b does.
    /// </summary>
    [Fact]
    public void Of_two_jobs_the_one_taken_up_first_counts() => Expect(
        """
        calendar: { from: day 1, to: day 4 }
        items:
          a: { fails: 2 d, replace: { crew: day-line, takes: 10 h } }
          b: { fails: 2 d, replace: { crew: line, takes: 30 h } }
        stocks: { base: { a: 9, b: 9 } }
        fleets: { jets: { at: base, size: 1, parts: { a: 1, b: 1 } } }
        crews: { day-line: { teams: 1, works: 10 h per day }, line: { teams: 1 } }
        """,
        work: (10 + 12) / 24.0, shift: 8 / 24.0);

    /// <summary>It fails at 2.0 and leaves at 4.0.</summary>
    [Fact]
    public void A_member_that_has_left_is_not_down() => Expect(
        """
        items: { a: { fails: 2 d } }
        fleets: { jets: { at: base, size: 1, parts: { a: 1 }, leaves: { sold: { when: day 5, size: 1 } } } }
        """,
        inNoStock: 2);

    [Fact]
    public void Each_month_has_its_own()
    {
        var fleet = Rehearsal.Report(
            """
            calendar: { from: 2025-01-20, to: 2025-03-05 }
            items: { a: { fails: 5 d } }
            fleets: { jets: { at: base, size: 2, parts: { a: 1 }, missing: { a: 1 } } }
            questions: { ready: { available: jets } }
            """).Fleets[0];
        Assert.Equal(
            ["2025-01-20 2025-01-31 24 19", "2025-02-01 2025-02-28 56 56", "2025-03-01 2025-03-05 10 10"],
            fleet.Months.Select(month => $"{month.From} {month.To} {month.Owned} {month.PartInNoStock}"));
    }

    /// <summary>
    /// a is missing from 2.0 on and b from 4.0 on: at the ends of days 3 and 4 a is all that is missing.
    /// </summary>
    [Fact]
    public void A_part_that_alone_is_missing_is_told_from_one_of_two()
    {
        var parts = Rehearsal.Report(
            """
            items: { a: { fails: 2 d, ages: always }, b: { fails: 4 d, ages: always } }
            fleets: { jets: { at: base, size: 1, parts: { b: 1, a: 2 } } }
            questions: { ready: { available: jets, when: day 9 } }
            """).Fleets[0].Parts;
        Assert.Equal(
            [("a", 0.2, 0.8, 1.6), ("b", 0, 0.6, 0.6)],
            parts.Select(part => (part.Item, part.MissingAlone, part.Missing, part.Backorders)));
    }

    /// <summary>What happens at a day's end comes after it: a day in transit, one in repair, two in transit.</summary>
    [Fact]
    public void A_pipeline_is_in_transit_and_in_repair()
    {
        var part = Rehearsal.Report(
            """
            calendar: { from: day 1, to: day 6 }
            lanes: { out: { from: base, to: depot, takes: 1 d }, home: { from: depot, to: base, takes: 2 d } }
            items: { a: { fails: 2 d, repair: { at: depot, takes: 1 d, via: out, back: home } } }
            fleets: { jets: { at: base, size: 1, parts: { a: 1 } } }
            questions: { ready: { available: jets, when: day 5 } }
            """).Fleets[0].Parts[0];
        Assert.Equal((1 / 6.0, 3 / 6.0), (part.InRepair, part.InTransit));
    }

    /// <summary>
    /// Two jobs at 2.0 and one team that comes at 4.0: two wait for two days, then one for half a day.
    /// </summary>
    [Fact]
    public void A_crew_has_its_teams_its_load_and_its_queue()
    {
        var crew = Rehearsal.Report(
            """
            calendar: { from: day 1, to: day 6 }
            items: { a: { fails: 2 d, replace: { crew: line, takes: 12 h } } }
            stocks: { base: { a: 9 } }
            fleets: { jets: { at: base, size: 2, parts: { a: 1 } } }
            crews: { line: { teams: 0, joins: { first: { when: day 5, teams: 1 } } } }
            questions: { ready: { available: jets, when: day 6 } }
            """).Crews[0];
        Assert.Equal([0, 0, 0, 0, 1, 1], crew.Teams.Select(band => band.P50));
        Assert.Equal([0, 0, 2, 2, 0.5, 0], crew.Waiting.Select(band => band.P50));
        Assert.Equal([null, null, null, null, 1, 0], crew.Busy);
    }

    [Fact]
    public void Where_no_report_is_asked_for_nobody_listens()
    {
        var model = Model.Compile(Wing.Read(Wing.Text), seed: 1);
        ReadinessProcess Process(bool withDowntime) => new(
            model.Readiness, model.Supply, new SupplyProcess(model.Supply, false), audited: false, withDowntime);
        var without = Process(withDowntime: false);
        Assert.Null(without.Members.Changed);
        Assert.Null(without.Spares.Changed);
        Assert.Null(without.Teams.Started);
        Assert.Null(without.Teams.Queued);
        Assert.Null(without.Downtime);
        Assert.NotNull(Process(withDowntime: true).Members.Changed);
        Assert.Empty(Rehearsal.Run(model.Scenario, new RunOptions { Replications = 2, Threads = 1 }).Fleets);
    }

    private static void Expect(
        string scenario,
        double inNoStock = 0,
        double inTransit = 0,
        double team = 0,
        double work = 0,
        double shift = 0)
    {
        var whole = Rehearsal.Report($"{scenario}\nquestions: {{ ready: {{ available: jets, when: day 3 }} }}")
            .Fleets[0].Whole;
        Assert.Equal(
            whole with
            {
                PartInNoStock = inNoStock,
                PartInTransit = inTransit,
                Team = team,
                Work = work,
                Shift = shift,
            },
            whole);
    }
}
