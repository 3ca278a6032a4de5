namespace Resupply.Tests.Supply;

/// <summary>What is promised, by hand: tranches, rest, lanes and lift, donors, permissions.</summary>
public class ShipmentTests
{
    [Fact]
    public void What_arrives_on_a_day_serves_the_days_need() => Rehearsal.Answers(
        """
        demands: { use: { at: base, served-by: [a], per-day: 5 } }
        shipments: { truck: { to: base, item: a, quantity: 5, arrives: day 3 } }
        """,
        """
        { unmet: use, until: day 2 } -> 10
        { unmet: use, until: day 3 } -> 10
        { unmet: use, until: day 4 } -> 15
        { arrived: truck, by: day 2 } -> 0
        { arrived: truck, by: day 3 } -> 1
        """);

    [Fact]
    public void A_quantity_is_cut_into_tranches_without_loss() => Rehearsal.Answers(
        """
        shipments:
          ten: { to: base, item: a, quantity: 10, arrives: day 2, tranches: 4, every: 2 d }
          one: { to: base, item: b, quantity: 1, arrives: day 2, tranches: 2, every: 1 d }
        """,
        """
        { on-hand: a, at: base, when: day 1 } -> 0
        { on-hand: a, at: base, when: day 2 } -> 3   # 2.5, rounded up
        { on-hand: a, at: base, when: day 4 } -> 5
        { on-hand: a, at: base, when: day 6 } -> 8   # 7.5, rounded up
        { on-hand: a, at: base, when: day 8 } -> 10
        { on-hand: b, at: base, when: day 2 } -> 1
        { arrived: ten, by: day 4, at-least: 50% } -> 1
        { arrived: ten, by: day 4, at-least: 51% } -> 0
        { arrived: ten, by: day 6, at-least: 8 } -> 1
        { arrived: ten, by: day 6, at-least: 9 } -> 0
        { arrived: [ten, one], by: day 7, at-least: 80% } -> 1
        { arrived: [ten, one], by: day 7, at-least: 81% } -> 0   # one is all there, ten is not
        """);

    [Fact]
    public void The_rest_of_the_total_is_the_other_item() => Rehearsal.Answers(
        """
        unknowns: { all: 10, part: 34% }
        shipments:
          mixed: { to: base, total: all, contents: { a: all * part, b: rest }, arrives: day 2 }
        """,
        """
        { on-hand: a, at: base, when: day 2 } -> 3
        { on-hand: b, at: base, when: day 2 } -> 7
        """);

    [Fact]
    public void Each_item_of_a_shipment_is_cut_by_itself() => Rehearsal.Answers(
        "shipments: { mixed: { to: base, contents: { a: 3, b: 5 }, arrives: day 1, tranches: 2, every: 1 w } }",
        """
        { on-hand: a, at: base, when: day 1 } -> 2
        { on-hand: b, at: base, when: day 1 } -> 3
        { on-hand: a, at: base, when: day 8 } -> 3
        { on-hand: b, at: base, when: day 8 } -> 5
        """);

    [Theory]
    [InlineData("2.4 d", 5)]
    [InlineData("2.5 d", 6)]
    [InlineData("60 h", 6)]
    [InlineData("59 h", 5)]
    [InlineData("0 d", 3)]
    public void A_journey_takes_whole_days_halves_up(string takes, int day) => Rehearsal.Answers(
        $$"""
        lanes: { road: { from: depot, to: base, takes: {{takes}} } }
        shipments: { truck: { to: base, item: a, quantity: 5, departs: day 3, via: road } }
        """,
        $$"""
        { arrived: truck, by: day {{day - 1}} } -> 0
        { arrived: truck, by: day {{day}} } -> 1
        """);

    [Theory]
    [InlineData("delay")]
    [InlineData("triangular(delay; delay; delay)")]
    public void A_journey_may_hang_on_an_unknown(string takes) => Rehearsal.Answers(
        $$"""
        unknowns: { delay: 1 d..1 d }
        lanes: { road: { from: depot, to: base, takes: {{takes}} } }
        shipments: { truck: { to: base, item: a, quantity: 5, departs: day 3, via: road } }
        """,
        "{ on-hand: a, at: base, when: day 4 } -> 5");

    [Fact]
    public void Each_tranche_leaves_on_its_own_day_and_travels() => Rehearsal.Answers(
        """
        lanes: { road: { from: depot, to: base, takes: 2 d } }
        shipments: { truck: { to: base, item: a, quantity: 6, departs: day 2, via: road, tranches: 3, every: 1 d } }
        """,
        """
        { on-hand: a, at: base, when: day 3 } -> 0
        { on-hand: a, at: base, when: day 4 } -> 2
        { on-hand: a, at: base, when: day 6 } -> 6
        """);

    [Fact]
    public void Dates_and_intervals_of_part_days_are_rounded_halves_up() => Rehearsal.Answers(
        """
        shipments:
          late: { to: base, item: a, quantity: 2, arrives: day 3 + 12 h, tranches: 2, every: 36 h }
          soon: { to: base, item: b, quantity: 2, arrives: day 3 + 11 h, tranches: 2, every: 36 h }
        """,
        """
        { on-hand: a, at: base, when: day 3 } -> 0
        { on-hand: a, at: base, when: day 4 } -> 1
        { on-hand: a, at: base, when: day 5 } -> 1   # the first is on day 4, the second a day and a half later
        { on-hand: a, at: base, when: day 6 } -> 2
        { on-hand: b, at: base, when: day 3 } -> 1
        { on-hand: b, at: base, when: day 4 } -> 1
        { on-hand: b, at: base, when: day 5 } -> 2   # day 3 and a day and a half
        """);

    [Fact]
    public void A_lane_left_out_is_the_one_from_the_donors_site() => Rehearsal.Answers(
        """
        lanes: { road: { from: donor, to: base, takes: 3 d } }
        stocks: { donor: { a: 10 } }
        shipments: { truck: { to: base, item: a, quantity: 4, departs: day 2, from: donor } }
        """,
        """
        { on-hand: a, at: donor, when: day 1 } -> 10
        { on-hand: a, at: donor, when: day 2 } -> 6
        { on-hand: a, at: base, when: day 4 } -> 0
        { on-hand: a, at: base, when: day 5 } -> 4
        """);

    [Fact]
    public void No_lane_takes_no_time() => Rehearsal.Answers(
        """
        stocks: { donor: { a: 10, b: 10 } }
        shipments:
          leaving: { to: base, item: a, quantity: 4, departs: day 2, from: donor }
          coming: { to: base, item: b, quantity: 4, arrives: day 2, from: donor }
        """,
        """
        { on-hand: a, at: base, when: day 2 } -> 4
        { on-hand: b, at: base, when: day 2 } -> 4
        { on-hand: b, at: donor, when: day 1 } -> 10
        { on-hand: b, at: donor, when: day 2 } -> 6
        """);

    [Fact]
    public void Lift_is_first_come_first_served_and_not_saved_up() => Rehearsal.Answers(
        """
        lanes: { road: { from: depot, to: base, takes: 1 d, lift: 3 per day } }
        shipments:
          second: { to: base, item: b, quantity: 4, departs: day 4, via: road }
          first: { to: base, item: a, quantity: 8, departs: day 3, via: road }
        """,
        """
        { on-hand: a, at: base, when: day 3 } -> 0
        { on-hand: a, at: base, when: day 4 } -> 3   # days 1 and 2 are not saved up
        { on-hand: a, at: base, when: day 5 } -> 6
        { on-hand: b, at: base, when: day 5 } -> 0   # first asked a day earlier
        { on-hand: a, at: base, when: day 6 } -> 8
        { on-hand: b, at: base, when: day 6 } -> 1
        { on-hand: b, at: base, when: day 7 } -> 4
        """);

    [Fact]
    public void On_one_day_what_stands_first_in_the_file_leaves_first() => Rehearsal.Answers(
        """
        lanes: { road: { from: depot, to: base, lift: 4 per day } }
        shipments:
          zulu: { to: base, item: b, quantity: 4, departs: day 2, via: road }
          alpha: { to: base, item: a, quantity: 4, departs: day 2, via: road }
        """,
        """
        { on-hand: b, at: base, when: day 2 } -> 4
        { on-hand: a, at: base, when: day 2 } -> 0
        { on-hand: a, at: base, when: day 3 } -> 4
        """);

    [Fact]
    public void What_is_surely_lost_never_comes() => Rehearsal.Answers(
        """
        shipments:
          sunk: { to: base, item: a, quantity: 7, arrives: day 2, lost-on-the-way: 100% }
          safe: { to: base, item: b, quantity: 7, arrives: day 2, lost-on-the-way: 0% }
        """,
        """
        { on-hand: a, at: base } -> 0
        { arrived: sunk } -> 0
        { on-hand: b, at: base } -> 7
        { arrived: safe, at-least: 100% } -> 1
        { arrived: [safe, sunk] } -> 0.5
        """);

    [Fact]
    public void What_is_not_confirmed_never_comes_and_was_promised_all_the_same() => Rehearsal.Answers(
        """
        shipments:
          word: { to: base, item: a, quantity: 7, arrives: day 2, confirmed: 0% }
          deed: { to: base, item: b, quantity: 7, arrives: day 2, confirmed: 100% }
          none: { to: base, item: b, quantity: 0, arrives: never }
        """,
        """
        { arrived: word } -> 0
        { arrived: word, at-least: 1 } -> 0
        { arrived: deed } -> 1
        { arrived: none } -> 1                # nothing promised counts as all of it
        { arrived: none, at-least: 100% } -> 1
        """);

    [Fact]
    public void A_donor_gives_a_tranche_whole_or_not_at_all_and_is_not_asked_again() => Rehearsal.Answers(
        """
        stocks: { donor: { a: { on-hand: 10, floor: 4 } } }
        shipments:
          gift: { to: base, item: a, quantity: 12, arrives: day 2, from: donor, tranches: 3, every: 2 d }
          refill: { to: donor, item: a, quantity: 3, arrives: day 5 }
        """,
        """
        { on-hand: a, at: base, when: day 2 } -> 4    # 10 less 4 leaves 6, which is above the floor
        { on-hand: a, at: base, when: day 4 } -> 4    # 6 less 4 is not
        { on-hand: a, at: donor, when: day 5 } -> 9
        { on-hand: a, at: base, when: day 6 } -> 8    # the third finds 9; the second is not tried again
        { on-hand: a, at: donor, when: day 6 } -> 5
        { arrived: gift } -> 0.666667
        """);

    [Fact]
    public void A_donor_may_be_drawn_down_to_its_floor() => Rehearsal.Answers(
        """
        stocks: { donor: { a: { on-hand: 10, floor: 6 }, b: 5 } }
        shipments:
          gift: { to: base, item: a, quantity: 4, arrives: day 2, from: donor }
          mixed: { to: base, contents: { a: 1, b: 1 }, arrives: day 3, from: donor }
        """,
        """
        { on-hand: a, at: donor, when: day 2 } -> 6
        { on-hand: b, at: donor, when: day 3 } -> 5     # nor the other item, where one would go below
        { on-hand: b, at: base, when: day 3 } -> 0
        """);

    [Fact]
    public void What_leaves_a_donor_leaves_before_what_comes_there() => Rehearsal.Answers(
        """
        shipments:
          refill: { to: donor, item: a, quantity: 4, arrives: day 2 }
          gift: { to: base, item: a, quantity: 4, arrives: day 2, from: donor }
          again: { to: base, item: a, quantity: 4, arrives: day 3, from: donor }
        stocks: { donor: { a: 0 } }
        """,
        """
        { arrived: gift } -> 0
        { arrived: again } -> 1
        """);

    [Fact]
    public void A_tranche_goes_on_the_later_of_its_day_and_the_grant() => Rehearsal.Answers(
        """
        releases:
          nod: { granted: day 4 }
          refusal: { granted: never }
        shipments:
          held: { to: base, item: a, quantity: 9, arrives: day 2, tranches: 3, every: 2 d, needs: nod }
          stopped: { to: base, item: b, quantity: 9, arrives: day 2, needs: refusal }
        """,
        """
        { on-hand: a, at: base, when: day 3 } -> 0
        { on-hand: a, at: base, when: day 4 } -> 6    # the first waited for the second's day
        { on-hand: a, at: base, when: day 5 } -> 6
        { on-hand: a, at: base, when: day 6 } -> 9
        { arrived: stopped } -> 0
        """);

    [Fact]
    public void What_lies_before_the_calendar_comes_on_its_first_day_and_what_lies_after_not_at_all() =>
        Rehearsal.Answers(
        """
        shipments:
          past: { to: base, item: a, quantity: 4, arrives: day -3, tranches: 2, every: 1 w }
          future: { to: base, item: b, quantity: 4, arrives: day 11 }
        """,
        """
        { on-hand: a, at: base, when: day 1 } -> 2
        { on-hand: a, at: base, when: day 4 } -> 4    # the second by the plan, a week after day -3
        { on-hand: b, at: base } -> 0
        { arrived: future } -> 0
        """);

    [Fact]
    public void A_restriction_bars_an_item_through_its_last_day() => Rehearsal.Answers(
        """
        stocks: { base: { a: 10, b: 10 } }
        restrictions: { rule: { items: [a], not-for: [abroad], until: day 3 } }
        demands:
          free: { at: base, served-by: [a], per-day: 1 }
          home: { at: base, served-by: [a], per-day: 1, purpose: defence }
          barred: { at: base, served-by: [a, b], per-day: 1, purpose: abroad }
        """,
        """
        { on-hand: b, at: base, when: day 3 } -> 7
        { on-hand: a, at: base, when: day 3 } -> 4
        { on-hand: b, at: base, when: day 4 } -> 7
        { on-hand: a, at: base, when: day 4 } -> 1
        """);

    [Fact]
    public void The_strictest_of_several_restrictions_holds() => Rehearsal.Answers(
        """
        stocks: { base: { a: 10 } }
        restrictions:
          long: { items: [a, b], not-for: [abroad, parade], until: day 4 }
          short: { items: [a], not-for: [abroad], until: day 2 }
        demands: { use: { at: base, served-by: [a], per-day: 1, purpose: abroad, unmet: waits } }
        """,
        """
        { backlog: use, when: day 4 } -> 4
        { backlog: use, when: day 5 } -> 0
        { on-hand: a, at: base, when: day 5 } -> 5
        """);
}
