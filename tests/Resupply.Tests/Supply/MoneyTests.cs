namespace Resupply.Tests.Supply;

/// <summary>Authorities, by hand. Item a costs 10, item b 1.</summary>
public class MoneyTests
{
    [Fact]
    public void A_tranche_is_charged_on_the_day_it_arrives_or_departs() => Rehearsal.Answers(
        """
        lanes: { road: { from: depot, to: base, takes: 3 d } }
        authorities: { fund: { amount: 100 } }
        shipments:
          coming: { to: base, item: a, quantity: 4, arrives: day 2, tranches: 2, every: 2 d, funded-by: fund }
          leaving: { to: base, item: b, quantity: 30, departs: day 3, via: road, funded-by: fund }
        """,
        """
        { left: fund, by: day 1 } -> 100
        { left: fund, by: day 2 } -> 80
        { left: fund, by: day 3 } -> 50       # it leaves now and comes on day 6
        { left: fund, by: day 4 } -> 30
        { spent: fund, by: day 4 } -> 0.7
        { left: fund } -> 30
        """);

    [Fact]
    public void Money_is_drawn_up_to_and_including_the_last_day() => Rehearsal.Answers(
        """
        authorities: { fund: { amount: 100, expires: day 3 } }
        shipments:
          truck: { to: base, item: a, quantity: 3, arrives: day 2, tranches: 3, every: 1 d, funded-by: fund }
        """,
        """
        { left: fund, by: day 3 } -> 80
        { left: fund } -> 80
        { on-hand: a, at: base } -> 2
        """);

    [Fact]
    public void A_last_day_is_rounded_as_any_date() => Rehearsal.Answers(
        """
        authorities: { fund: { amount: 100, expires: day 3 - 11 h }, more: { amount: 100, expires: day 3 - 13 h } }
        shipments:
          paid: { to: base, item: a, quantity: 1, arrives: day 3, funded-by: fund }
          late: { to: base, item: b, quantity: 1, arrives: day 3, funded-by: more }
        """,
        """
        { arrived: paid } -> 1
        { arrived: late } -> 0
        """);

    [Fact]
    public void What_cannot_be_paid_stays_and_a_smaller_one_after_it_may_go() => Rehearsal.Answers(
        """
        authorities: { fund: { amount: 50 } }
        shipments:
          large: { to: base, item: a, quantity: 6, arrives: day 2, funded-by: fund }
          small: { to: base, item: a, quantity: 4, arrives: day 3, funded-by: fund }
          tiny: { to: base, item: b, quantity: 11, arrives: day 3, funded-by: fund }
          exact: { to: base, item: b, quantity: 10, arrives: day 4, funded-by: fund }
        """,
        """
        { arrived: large } -> 0
        { arrived: small } -> 1
        { arrived: tiny } -> 0
        { arrived: exact } -> 1
        { left: fund } -> 0
        { spent: fund } -> 1
        """);

    [Fact]
    public void Charges_go_by_date_then_by_place_in_the_file() => Rehearsal.Answers(
        """
        authorities: { fund: { amount: 10, packages: { goods: { when: day 3, amount: 10 } } } }
        shipments:
          zulu: { to: base, item: a, quantity: 1, arrives: day 2, funded-by: fund }
          alpha: { to: base, item: b, quantity: 10, arrives: day 2, funded-by: fund }
        """,
        """
        { arrived: zulu } -> 1
        { arrived: alpha } -> 0
        { left: fund, by: day 9 } -> 0
        """);

    [Fact]
    public void A_package_stands_in_line_with_the_shipments() => Rehearsal.Answers(
        """
        shipments:
          before: { to: base, item: a, quantity: 4, arrives: day 3, funded-by: fund }
        authorities:
          fund:
            amount: 100
            packages:
              p1: { when: day 3, amount: 55 }
              p2: { when: day 2, amount: 30 }
              p3: { when: day 3, amount: 25 }
        """,
        """
        { left: fund, by: day 2 } -> 70
        { left: fund, by: day 3 } -> 5        # 40 for the shipment, p1 cannot be paid, p3 can
        { arrived: before } -> 1
        """);

    [Fact]
    public void What_is_not_confirmed_costs_nothing() => Rehearsal.Answers(
        """
        authorities: { fund: { amount: 100 } }
        shipments: { word: { to: base, item: a, quantity: 4, arrives: day 2, confirmed: 0%, funded-by: fund } }
        """,
        "{ left: fund } -> 100");

    [Fact]
    public void What_is_lost_on_the_way_was_paid() => Rehearsal.Answers(
        """
        authorities: { fund: { amount: 100 } }
        shipments: { sunk: { to: base, item: a, quantity: 4, arrives: day 2, lost-on-the-way: 100%, funded-by: fund } }
        """,
        "{ left: fund } -> 60");

    [Fact]
    public void What_a_donor_refuses_costs_nothing_and_what_cannot_be_paid_stays_with_the_donor() =>
        Rehearsal.Answers(
        """
        authorities: { fund: { amount: 25 } }
        stocks: { donor: { a: { on-hand: 10, floor: 8 } } }
        shipments:
          refused: { to: base, item: a, quantity: 3, arrives: day 2, from: donor, funded-by: fund }
          paid: { to: base, item: a, quantity: 1, arrives: day 3, from: donor, funded-by: fund }
          unpaid: { to: base, item: a, quantity: 1, arrives: day 4, from: donor, tranches: 1, funded-by: poor }
          nothing: { to: base, item: b, quantity: 3, arrives: day 5, funded-by: fund }
        """.Replace("fund: { amount: 25 }", "fund: { amount: 25 }, poor: { amount: 9 }", StringComparison.Ordinal),
        """
        { left: fund, by: day 2 } -> 25
        { left: fund, by: day 3 } -> 15
        { on-hand: a, at: donor, when: day 4 } -> 9
        { left: poor } -> 9
        { left: fund } -> 12
        """);

    [Fact]
    public void A_tranche_that_waited_for_a_release_is_charged_when_it_goes() => Rehearsal.Answers(
        """
        authorities: { fund: { amount: 100, expires: day 5 } }
        releases: { soon: { granted: day 5 }, late: { granted: day 6 } }
        shipments:
          one: { to: base, item: a, quantity: 1, arrives: day 2, needs: soon, funded-by: fund }
          two: { to: base, item: a, quantity: 1, arrives: day 2, needs: late, funded-by: fund }
        """,
        """
        { left: fund, by: day 4 } -> 100
        { left: fund, by: day 5 } -> 90
        { arrived: one } -> 1
        { arrived: two } -> 0
        """);

    [Fact]
    public void The_report_says_what_could_not_be_paid()
    {
        var report = Rehearsal.Report(
            """
            authorities: { fund: { amount: 5, packages: { p1: { when: day 2, amount: 6 } } } }
            shipments: { truck: { to: base, item: a, quantity: 1, arrives: day 2, funded-by: fund } }
            questions: { q: { left: fund } }
            """);
        Assert.Equal(
            ["shipment truck a tranche does not leave: fund has lapsed or cannot pay it 1",
                "package p1 could not be paid from fund 1"],
            report.Events.Select(told => $"{told.Thing} {told.What} {told.Probability}"));
    }
}
