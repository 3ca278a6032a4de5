using Resupply.Tests.Supply;

namespace Resupply.Tests.Facts;

/// <summary>Small stories that begin later than their calendar: what is known by then is not simulated.</summary>
public class RollingForwardTests
{
    /// <summary>12 counted at 24:00 of day 3, then 5 came on day 5 and 2 and 1 were used on days 4 and 5.</summary>
    [Fact]
    public void A_stock_begins_with_its_newest_count_and_what_came_and_went_since() => Rehearsal.Answers(
        """
        today: day 6
        stocks: { base: { a: 100 } }
        counts: { base: { a: { day 2: 40, day 3: 12 } } }
        demands: { use: { at: base, served-by: [a], per-day: 3, used: { day 3: 50, day 4: 2, day 5: 1 } } }
        shipments: { s: { to: base, item: a, quantity: 7, arrives: day 5, received: { day 3: 2, day 5: 5 } } }
        """,
        """
        { on-hand: a, at: base, when: day 6 } -> 11  # 12 + 5 - 3 = 14 at 00:00, less the 3 of day 6
        { covered: use, until: day 9 } -> 1
        { covered: use, until: day 10 } -> 0
        { arrived: s, by: day 6 } -> 1
        """);

    [Fact]
    public void Without_a_count_it_begins_with_what_was_on_hand_and_what_came_and_went() => Rehearsal.Answers(
        """
        today: day 4
        stocks: { base: { a: 20 } }
        demands: { use: { at: base, served-by: [a, b], per-day: 3, used: { day 1: { a: 4 }, day 3: { a: 1, b: 9 } } } }
        shipments: { s: { to: base, item: a, quantity: 7, arrives: day 2, received: { day 3: 7 } } }
        """,
        "{ on-hand: a, at: base, when: day 4 } -> 19  # 20 + 7 - 5 - 3");

    [Fact]
    public void Books_that_do_not_balance_begin_with_nothing() => Rehearsal.Answers(
        """
        today: day 4
        stocks: { base: { a: 2 } }
        demands: { use: { at: base, served-by: [a], per-day: 3, used: { day 1: 4 } } }
        """,
        """
        { on-hand: a, at: base, when: day 4 } -> 0
        { shortage: use } -> day 4
        """);

    /// <summary>Of 20, 5 came: 15 over the tranches of days 7, 9 and 11 (days 3 and 5 have passed).</summary>
    [Fact]
    public void What_did_not_come_is_spread_over_the_tranches_that_are_left() => Rehearsal.Answers(
        """
        calendar: { from: day 1, to: day 12 }
        today: day 6
        shipments: { s: { to: base, item: a, quantity: 20, arrives: day 3, tranches: 5, every: 2 d,
          received: { day 3: 1, day 5: 4 } } }
        """,
        """
        { on-hand: a, at: base, when: day 6 } -> 5
        { on-hand: a, at: base, when: day 7 } -> 10
        { on-hand: a, at: base, when: day 9 } -> 15
        { on-hand: a, at: base, when: day 11 } -> 20
        { arrived: s, by: day 6 } -> 0.25
        { arrived: s, by: day 11 } -> 1
        """);

    /// <summary>Came on day 4 for day 3: the next tranches are a day late too.</summary>
    [Fact]
    public void The_first_receipt_is_the_day_of_the_first_tranche() => Rehearsal.Answers(
        """
        calendar: { from: day 1, to: day 12 }
        today: day 5
        shipments: { s: { to: base, item: a, quantity: 20, arrives: day 3, confirmed: 1%, tranches: 2, every: 4 d,
          received: { day 4: 10 } } }
        """,
        """
        { on-hand: a, at: base, when: day 7 } -> 10
        { on-hand: a, at: base, when: day 8 } -> 20
        """);

    [Fact]
    public void A_later_date_is_said_of_the_rest() => Rehearsal.Answers(
        """
        today: day 5
        shipments: { s: { to: base, item: a, quantity: 20, arrives: day 8, received: { day 4: 12 } } }
        """,
        """
        { on-hand: a, at: base, when: day 7 } -> 12
        { on-hand: a, at: base, when: day 8 } -> 20
        """);

    /// <summary>
    /// It left on days 1, 3, 5, 7 with 4 each and takes 3 days: what left on day 3 came short by one and is under way,
    /// what left on day 5 comes on day 8. The donor had 16 at the start and gave 12.
    /// </summary>
    [Fact]
    public void What_left_and_has_not_come_is_under_way() => Rehearsal.Answers(
        """
        calendar: { from: day 1, to: day 12 }
        today: day 6
        stocks: { donor: { a: 16 } }
        lanes: { way: { from: donor, to: base, takes: 3 d } }
        authorities: { fund: { amount: 200 } }
        shipments: { s: { from: donor, to: base, item: a, quantity: 16, departs: day 1, tranches: 4, every: 2 d,
          funded-by: fund, received: { day 4: 4 } } }
        """,
        """
        { on-hand: a, at: donor, when: day 6 } -> 4
        { on-hand: a, at: donor, when: day 7 } -> 0
        { on-hand: a, at: base, when: day 6 } -> 8
        { on-hand: a, at: base, when: day 8 } -> 12
        { on-hand: a, at: base, when: day 10 } -> 16
        { left: fund, by: day 6 } -> 80
        { left: fund, by: day 7 } -> 40
        """);

    [Fact]
    public void A_count_of_the_donor_after_it_left_is_not_drawn_on_again() => Rehearsal.Answers(
        """
        today: day 6
        stocks: { donor: { a: 99 } }
        counts: { donor: { a: { day 5: 30 } } }
        lanes: { way: { from: donor, to: base, takes: 3 d } }
        shipments: { s: { from: donor, to: base, item: a, quantity: 16, departs: day 4 } }
        """,
        """
        { on-hand: a, at: donor, when: day 6 } -> 30
        { on-hand: a, at: base, when: day 7 } -> 16
        """);

    /// <summary>A package of 30 on day 2, 5 units at 10 that came on day 3; 12 of 20 more would cost 120.</summary>
    [Fact]
    public void Money_that_went_before_today_is_spent() => Rehearsal.Answers(
        """
        today: day 5
        authorities:
          fund: { amount: 200, packages: { p: { when: day 2, amount: 30 }, q: { when: day 9, amount: 7 } } }
        shipments:
          s: { to: base, item: a, quantity: 10, arrives: day 3, tranches: 2, every: 4 d, funded-by: fund,
            received: { day 3: 5 } }
        """,
        """
        { left: fund, by: day 5 } -> 120
        { left: fund, by: day 8 } -> 70
        { left: fund, by: day 9 } -> 63
        """);

    /// <summary>6 of 10 came; the line makes one a day and finishes four by day 8, there on day 9.</summary>
    [Fact]
    public void An_order_is_owed_what_has_not_come() => Rehearsal.Answers(
        """
        today: day 5
        lines: { plant: { item: a, at: depot, per-day: 1 } }
        orders:
          one: { line: plant, quantity: 10, to: base, agreed: day 1, due: { day 4: 5, day 6: 8 },
            received: { day 3: 6 } }
          two: { line: plant, quantity: 10, to: base, agreed: day 2 }
        """,
        """
        { on-hand: a, at: base, when: day 5 } -> 6
        { delivered: one, by: day 5 } -> 0.6
        { delivered: one, by: day 9 } -> 1
        { delivered: two, by: day 10 } -> 0.1
        { late: one, until: day 10 } -> 1  # 7 of 8 at the end of day 6
        """);

    [Fact]
    public void What_came_says_that_its_release_was_granted() => Rehearsal.Answers(
        """
        today: day 5
        releases: { nod: { granted: 1% chance of day 1..day 3 } }
        shipments: { s: { to: base, item: a, quantity: 8, arrives: day 3, tranches: 2, every: 4 d, needs: nod,
          received: { day 3: 4 } } }
        """,
        "{ on-hand: a, at: base, when: day 7 } -> 8");

    [Fact]
    public void A_member_that_joined_before_today_is_there() => Rehearsal.Answers(
        """
        today: day 6
        fleets: { jets: { at: base, size: 1, parts: { a: 1 }, missing: { a: 1 },
          joins: { more: { when: day 3, size: 3 } } } }
        """,
        """
        { available: jets, when: day 6 } -> 0.75
        """);

    /// <summary>
    /// Of 10 to 12 units 4 came, late: the rest in two tranches. The recursion knows it; the run fails where the two
    /// differ.
    /// </summary>
    [Fact]
    public void Simulation_and_exact_recursion_agree_on_what_is_still_to_come()
    {
        var report = Rehearsal.Report(
            """
            calendar: { from: day 1, to: day 30 }
            today: day 9
            counts: { base: { a: { day 8: 30 } } }
            demands: { use: { at: base, served-by: [a], per-day: poisson(3) } }
            shipments:
              s: { to: base, item: a, quantity: 10..12, arrives: day 2, tranches: 3, every: 6 d, lost-on-the-way: 10%,
                received: { day 5: 4 } }
              t: { to: base, item: a, quantity: 30, arrives: day 3..day 22, confirmed: 70% }
            questions:
              lasts: { covered: use, until: day 24 }
              left: { on-hand: a, at: base, when: day 20 }
            """,
            replications: 20_000);
        Assert.Equal(["lasts", "left"], report.Checks.Select(check => check.Question));
    }
}
