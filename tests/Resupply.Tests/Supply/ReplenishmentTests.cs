namespace Resupply.Tests.Supply;

/// <summary>Orders, by hand: one for one, (r,Q), (s,S), from outside and from a site.</summary>
public class ReplenishmentTests
{
    [Fact]
    public void One_for_one_orders_what_was_used() => Rehearsal.Answers(
        """
        stocks: { base: { a: { on-hand: 10, order-up-to: 10, takes: 3 d } } }
        demands: { use: { at: base, served-by: [a], per-day: 2 } }
        """,
        """
        { on-hand: a, at: base, when: day 1 } -> 8
        { on-hand: a, at: base, when: day 3 } -> 4
        { on-hand: a, at: base, when: day 4 } -> 4   # the two of day 1 are there, day 4 takes two
        { on-hand: a, at: base, when: day 10 } -> 4
        """);

    [Fact]
    public void A_reorder_point_with_lots_orders_the_least_multiple_that_lifts_above_it() => Rehearsal.Answers(
        """
        stocks: { base: { a: { on-hand: 12, reorder-point: 9, order-quantity: 4, takes: 2 d } } }
        demands: { use: { at: base, served-by: [a], per-day: 7 } }
        """,
        """
        { on-hand: a, at: base, when: day 1 } -> 5   # position 5: two lots make 13
        { on-hand: a, at: base, when: day 2 } -> 0   # position 0 + 8 = 8: one lot makes 12
        { unmet: use, until: day 2 } -> 2
        { on-hand: a, at: base, when: day 3 } -> 1   # 8 came, 7 went: position 1 + 4 = 5: two lots
        { on-hand: a, at: base, when: day 4 } -> 0   # 1 + 4 came, 5 of 7 went: position 8: one lot
        { on-hand: a, at: base, when: day 5 } -> 1
        """);

    [Fact]
    public void At_the_reorder_point_it_orders_and_above_it_does_not() => Rehearsal.Answers(
        """
        stocks:
          base: { a: { on-hand: 10, reorder-point: 9, order-quantity: 5, takes: 1 d } }
          depot: { a: { on-hand: 11, reorder-point: 9, order-quantity: 5, takes: 1 d } }
        demands:
          here: { at: base, served-by: [a], per-day: 1 }
          there: { at: depot, served-by: [a], per-day: 1 }
        """,
        """
        { on-hand: a, at: base, when: day 2 } -> 13    # 9 on day 1 ordered 5
        { on-hand: a, at: depot, when: day 2 } -> 9    # 10 on day 1 did not
        { on-hand: a, at: depot, when: day 3 } -> 13
        """);

    [Fact]
    public void Order_up_to_orders_to_the_level_at_or_below_the_point() => Rehearsal.Answers(
        """
        stocks: { base: { a: { on-hand: 10, reorder-point: 6, order-up-to: 12, takes: 2 d } } }
        demands: { use: { at: base, served-by: [a], per-day: 2 } }
        """,
        """
        { on-hand: a, at: base, when: day 2 } -> 6   # orders 6
        { on-hand: a, at: base, when: day 3 } -> 4   # position 10: no order
        { on-hand: a, at: base, when: day 4 } -> 8
        { on-hand: a, at: base, when: day 5 } -> 6   # orders 6
        { on-hand: a, at: base, when: day 7 } -> 8
        """);

    [Fact]
    public void What_waits_is_ordered_too() => Rehearsal.Answers(
        """
        stocks: { base: { a: { on-hand: 2, order-up-to: 2, takes: 2 d } } }
        demands: { use: { at: base, served-by: [a], per-day: 3, unmet: waits } }
        """,
        """
        { on-hand: a, at: base, when: day 1, net: true } -> -1
        { on-hand: a, at: base, when: day 2, net: true } -> -4
        { on-hand: a, at: base, when: day 3, net: true } -> -4
        { on-hand: a, at: base, when: day 9, net: true } -> -4
        { backlog: use, when: day 9 } -> 4
        """);

    [Fact]
    public void An_order_comes_no_earlier_than_the_next_day() => Rehearsal.Answers(
        """
        stocks:
          base: { a: { on-hand: 5, order-up-to: 5 } }
          depot: { b: { on-hand: 5, order-up-to: 5, from-site: donor } }
          donor: { b: 100 }
        demands:
          here: { at: base, served-by: [a], per-day: 5 }
          there: { at: depot, served-by: [b], per-day: 5 }
        """,
        """
        { on-hand: a, at: base, when: day 1 } -> 0
        { unmet: here } -> 0
        { unmet: there } -> 0
        { on-hand: b, at: donor, when: day 1 } -> 95
        """);

    [Fact]
    public void A_site_is_supplied_over_the_lane() => Rehearsal.Answers(
        """
        lanes: { road: { from: depot, to: base, takes: 2 d } }
        stocks:
          base: { a: { on-hand: 3, order-up-to: 3, from-site: depot } }
          depot: { a: 100 }
        demands: { use: { at: base, served-by: [a], per-day: 1 } }
        """,
        """
        { on-hand: a, at: depot, when: day 1 } -> 99
        { on-hand: a, at: base, when: day 2 } -> 1
        { on-hand: a, at: base, when: day 3 } -> 1
        { on-hand: a, at: base, when: day 9 } -> 1
        """);

    [Fact]
    public void Orders_are_placed_downstream_first_so_all_echelons_order_on_one_day() => Rehearsal.Answers(
        """
        stocks:
          donor: { a: { on-hand: 5, order-up-to: 5, takes: 3 d } }
          depot: { a: { on-hand: 5, order-up-to: 5, from-site: donor } }
          base: { a: { on-hand: 5, order-up-to: 5, from-site: depot } }
        demands: { use: { at: base, served-by: [a], per-day: 1 } }
        """,
        """
        { on-hand: a, at: base, when: day 1 } -> 4
        { on-hand: a, at: depot, when: day 1 } -> 4
        { on-hand: a, at: donor, when: day 1 } -> 4
        { on-hand: a, at: depot, when: day 2 } -> 4    # one came, one went
        { on-hand: a, at: donor, when: day 3 } -> 2
        { on-hand: a, at: donor, when: day 4 } -> 2    # what was ordered on day 1 is there
        """);

    [Fact]
    public void A_supplier_serves_its_own_needs_first_and_orders_as_they_came() => Rehearsal.Answers(
        """
        sites: { base: {}, depot: {}, donor: {}, east: {} }
        stocks:
          depot: { a: 0 }
          base: { a: { on-hand: 6, order-up-to: 6, from-site: depot } }
          east: { a: { on-hand: 4, order-up-to: 4, from-site: depot } }
        demands:
          own: { at: depot, served-by: [a], per-day: 1 }
          here: { at: base, served-by: [a], per-day: 2 }
          east-use: { at: east, served-by: [a], per-day: 2 }
        shipments: { truck: { to: depot, item: a, quantity: 6, arrives: day 3 } }
        """,
        """
        { unmet: own, until: day 2 } -> 2
        { unmet: own, until: day 3 } -> 2          # its own need has the first of the six
        { on-hand: a, at: depot, when: day 3 } -> 0
        { backorders: a, at: depot, when: day 2 } -> 8
        { backorders: a, at: depot, when: day 3 } -> 5    # 10 ordered by then (east lost its need), 5 shipped
        { on-hand: a, at: base, when: day 3 } -> 0
        { on-hand: a, at: base, when: day 4 } -> 1    # 2 of its first order, 1 of its second; 2 used
        { on-hand: a, at: east, when: day 4 } -> 0
        { unmet: east-use, until: day 4 } -> 2         # none on day 3, the two of its first order on day 4
        """);

    [Fact]
    public void Orders_share_the_lift_with_shipments() => Rehearsal.Answers(
        """
        lanes: { road: { from: depot, to: base, takes: 1 d, lift: 4 per day } }
        stocks:
          base: { a: { on-hand: 9, order-up-to: 9, from-site: depot } }
          depot: { a: 100 }
        demands: { use: { at: base, served-by: [a], per-day: 3 } }
        shipments: { truck: { to: base, item: b, quantity: 2, departs: day 1, via: road } }
        """,
        """
        { on-hand: b, at: base, when: day 2 } -> 2
        { on-hand: a, at: base, when: day 1 } -> 6
        { on-hand: a, at: base, when: day 2 } -> 5    # two of three left on day 1 beside the shipment
        { on-hand: a, at: base, when: day 3 } -> 6    # the third, and the three of day 2, left on day 2
        """);

    [Fact]
    public void A_shipment_does_not_count_as_on_order() => Rehearsal.Answers(
        """
        stocks: { base: { a: { on-hand: 5, order-up-to: 5, takes: 4 d } } }
        demands: { use: { at: base, served-by: [a], per-day: 1 } }
        shipments: { truck: { to: base, item: a, quantity: 9, arrives: day 3 } }
        """,
        """
        { on-hand: a, at: base, when: day 2 } -> 3
        { on-hand: a, at: base, when: day 3 } -> 11
        { on-hand: a, at: base, when: day 6 } -> 10    # 8 with day 6's need, and the orders of days 1 and 2
        { on-hand: a, at: base, when: day 10 } -> 6    # none is ordered while there is more than five
        """);
}
