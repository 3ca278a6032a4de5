using Resupply.Tests.Supply;

namespace Resupply.Tests.Production;

/// <summary>Lines and orders, by hand.</summary>
public class LineTests
{
    /// <summary>At 0.4 a day items are finished on days 3, 5, 8 and 10; each is there at the next 00:00.</summary>
    [Fact]
    public void What_nobody_ordered_enters_stock_at_the_line() => Rehearsal.Answers(
        "lines: { line: { item: a, at: depot, per-day: 0.4 } }",
        """
        { on-hand: a, at: depot, when: day 3 } -> 0
        { on-hand: a, at: depot, when: day 4 } -> 1
        { on-hand: a, at: depot, when: day 5 } -> 1   # finished exactly at 24:00 of day 5
        { on-hand: a, at: depot, when: day 6 } -> 2
        { on-hand: a, at: depot, when: day 9 } -> 3
        { on-hand: a, at: depot, when: day 10 } -> 3
        """);

    [Fact]
    public void A_month_has_30_days_and_7_sixteenths() => Rehearsal.Answers(
        """
        calendar: { from: day 1, to: day 40 }
        lines: { line: { item: a, at: depot, per-month: 1 } }
        """,
        """
        { on-hand: a, at: depot, when: day 31 } -> 0
        { on-hand: a, at: depot, when: day 32 } -> 1
        """);

    [Fact]
    public void An_order_takes_part_from_its_agreement_on() => Rehearsal.Answers(
        """
        lines: { line: { item: a, at: depot, per-day: 2 } }
        orders:
          late: { line: line, to: base, quantity: 4, agreed: day 3 }
        """,
        """
        { on-hand: a, at: depot, when: day 10 } -> 14
        { delivered: late, by: day 3 } -> 0           # what was finished on day 2 is nobody's
        { delivered: late, by: day 4 } -> 0.5
        { delivered: late, by: day 5, at-least: 100% } -> 1
        """);

    [Fact]
    public void Who_has_an_agreement_comes_before_who_has_none() => Rehearsal.Answers(
        """
        lines: { line: { item: a, at: depot, per-day: 2 } }
        orders:
          asks: { line: line, to: base, quantity: 4, requested: 2020-01-01 }
          second: { line: line, to: base, quantity: 2, agreed: 2022-01-01 }
          first: { line: line, to: base, quantity: 2, agreed: 2021-01-01 }
        """,
        """
        { delivered: first, by: day 2 } -> 1
        { delivered: second, by: day 2 } -> 0
        { delivered: second, by: day 3 } -> 1
        { delivered: asks, by: day 4 } -> 0.5
        { delivered: [first, second], by: day 2, at-least: 100% } -> 0
        { delivered: [first, second, asks], by: day 4 } -> 0.75
        """);

    /// <summary>Where both are stated and the agreement comes, it counts; where it does not, the request.</summary>
    [Fact]
    public void An_agreement_that_never_comes_leaves_the_request() => Rehearsal.Answers(
        """
        lines: { line: { item: a, at: depot, per-day: 2 } }
        orders:
          agrees: { line: line, to: base, quantity: 2, agreed: day 4, requested: day 1 }
          hopes: { line: line, to: base, quantity: 2, agreed: never, requested: day 1 }
          other: { line: line, to: base, quantity: 2, agreed: day 2 }
        """,
        """
        { delivered: hopes, by: day 2 } -> 1
        { delivered: other, by: day 3 } -> 1
        { delivered: agrees, by: day 4 } -> 0
        { delivered: agrees, by: day 5 } -> 1
        """);

    [Fact]
    public void A_held_order_keeps_its_items_at_the_line_and_blocks_nobody() => Rehearsal.Answers(
        """
        lines: { line: { item: a, at: depot, per-day: 2 } }
        releases: { permission: { granted: day 6 } }
        orders:
          held: { line: line, to: base, quantity: 4, agreed: 2021-01-01, needs: permission }
          next: { line: line, to: donor, quantity: 4, agreed: 2022-01-01 }
        """,
        """
        { delivered: held, by: day 5 } -> 0
        { delivered: held, by: day 6 } -> 1
        { delivered: next, by: day 4 } -> 0.5
        { delivered: next, by: day 5 } -> 1
        { on-hand: a, at: depot, when: day 5 } -> 0
        """);

    [Fact]
    public void The_least_filled_fraction_is_next() => Rehearsal.Answers(
        """
        lines: { line: { item: a, at: depot, per-day: 7, sequence: share } }
        orders:
          small: { line: line, to: base, quantity: 4 }
          large: { line: line, to: donor, quantity: 10 }
        """,
        """
        { delivered: small, by: day 2, at-least: 2 } -> 1
        { delivered: small, by: day 2, at-least: 3 } -> 0
        { delivered: large, by: day 2, at-least: 5 } -> 1
        { delivered: [small, large], by: day 3 } -> 1
        """);

    [Fact]
    public void An_order_travels_over_its_lane_and_serves_from_stock() => Rehearsal.Answers(
        """
        lanes: { road: { from: depot, to: base, takes: 2 d, lift: 3 per day } }
        lines: { line: { item: a, at: depot, per-day: 5 } }
        orders: { ours: { line: line, to: base, quantity: 5, due: { day 4: 5 } } }
        demands: { use: { at: base, served-by: [a], per-day: 1, unmet: waits } }
        """,
        """
        { delivered: ours, by: day 3 } -> 0
        { delivered: ours, by: day 4 } -> 0.6
        { delivered: ours, by: day 5 } -> 1
        { backlog: use, when: day 4 } -> 1            # three came for four that waited
        { on-hand: a, at: base, when: day 5 } -> 0
        { late: ours } -> 2
        { late: ours, until: day 3 } -> 0
        """);

    [Fact]
    public void Lateness_is_what_is_owed_day_by_day() => Rehearsal.Answers(
        """
        lines: { line: { item: a, at: depot, per-day: 1 } }
        orders: { ours: { line: line, to: base, quantity: 4, due: { day 2: 2, day 4: 4 } } }
        """,
        """
        { late: ours, until: day 2 } -> 1
        { late: ours, until: day 3 } -> 1
        { late: ours, until: day 4 } -> 2
        { late: ours } -> 2
        """);
}
