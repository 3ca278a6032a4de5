namespace Resupply.Tests.Supply;

/// <summary>Need against stock, by hand: preference, uses, priority, reserves, lost and waiting.</summary>
public class NeedTests
{
    [Fact]
    public void Need_draws_on_stock_until_there_is_none() => Rehearsal.Answers(
        """
        stocks: { base: { a: 10 } }
        demands: { use: { at: base, served-by: [a], per-day: 4 } }
        """,
        """
        { on-hand: a, at: base, when: day 1 } -> 6
        { on-hand: a, at: base, when: day 2 } -> 2
        { on-hand: a, at: base, when: day 3 } -> 0
        { unmet: use, until: day 3 } -> 2          # two of the third day's four were there
        { met: use, until: day 3 } -> 0.833333     # 10 of 12
        { met: use, until: day 3, at-least: 83% } -> 1
        { met: use, until: day 3, at-least: 84% } -> 0
        { covered: use, until: day 2 } -> 1
        { covered: use, until: day 3 } -> 0
        { shortage: use } -> day 3
        { backlog: use, when: day 9 } -> 0         # lost, not waiting
        { unmet: use } -> 30                       # to the calendar's end, where no day is given
        """);

    [Fact]
    public void The_first_item_is_taken_while_it_lasts() => Rehearsal.Answers(
        """
        stocks: { base: { a: 5, b: 9 } }
        demands: { use: { at: base, served-by: [b, a], per-day: 4, uses: { b: 2, a: 1 } } }
        """,
        """
        { on-hand: b, at: base, when: day 1 } -> 1   # four units take eight
        { on-hand: a, at: base, when: day 1 } -> 5
        { on-hand: b, at: base, when: day 2 } -> 1   # one is not enough for a unit: the second item serves
        { on-hand: a, at: base, when: day 2 } -> 1
        { covered: use, until: day 2 } -> 1
        { unmet: use, until: day 3 } -> 3
        { on-hand: a, at: base, when: day 3 } -> 0
        """);

    [Fact]
    public void A_unit_takes_all_its_items_from_one_kind() => Rehearsal.Answers(
        """
        stocks: { base: { a: 1, b: 1 } }
        demands: { use: { at: base, served-by: [a, b], per-day: 1, uses: 2 } }
        """,
        """
        { unmet: use, until: day 1 } -> 1
        { on-hand: a, at: base, when: day 1 } -> 1
        { on-hand: b, at: base, when: day 1 } -> 1
        """);

    [Fact]
    public void All_or_nothing_of_the_need_draws_on_stock() => Rehearsal.Answers(
        """
        stocks: { base: { a: 10, b: 10 } }
        demands:
          elsewhere: { at: base, served-by: [a], per-day: 4, share: 0% }
          here: { at: base, served-by: [b], per-day: 4, share: 100% }
        """,
        """
        { on-hand: a, at: base, when: day 3 } -> 10
        { met: elsewhere } -> 1                     # nothing needed counts as all of it
        { met: elsewhere, at-least: 100% } -> 1
        { on-hand: b, at: base, when: day 2 } -> 2
        """);

    [Fact]
    public void Priority_1_is_served_first_and_no_priority_last() => Rehearsal.Answers(
        """
        stocks: { base: { a: 9 } }
        demands:
          last: { at: base, served-by: [a], per-day: 4 }
          second: { at: base, served-by: [a], per-day: 4, priority: 2 }
          first: { at: base, served-by: [a], per-day: 4, priority: 1 }
        """,
        """
        { unmet: first, until: day 1 } -> 0
        { unmet: second, until: day 1 } -> 0
        { unmet: last, until: day 1 } -> 3
        { met: [first, second, last], until: day 1 } -> 0.75
        { covered: [first, second], until: day 1 } -> 1
        { covered: [first, last], until: day 1 } -> 0
        { shortage: [first, second] } -> day 2
        { shortage: [first, last] } -> day 1
        """);

    [Fact]
    public void Ties_of_priority_go_by_the_place_in_the_file() => Rehearsal.Answers(
        """
        stocks: { base: { a: 5 } }
        demands:
          zulu: { at: base, served-by: [a], per-day: 4, priority: 3 }
          alpha: { at: base, served-by: [a], per-day: 4, priority: 3 }
        """,
        """
        { unmet: zulu, until: day 1 } -> 0
        { unmet: alpha, until: day 1 } -> 3
        """);

    [Fact]
    public void What_is_kept_is_left_for_a_better_priority() => Rehearsal.Answers(
        """
        stocks: { base: { a: 10, b: 4 } }
        demands:
          drones: { at: base, served-by: [a, b], per-day: 4, priority: 2, keeps: { a: 5 } }
          raids: { at: base, served-by: [a], per-day: 2, priority: 1 }
        """,
        """
        { on-hand: a, at: base, when: day 1 } -> 5   # raids 2, then drones down to the 5 that they leave
        { on-hand: b, at: base, when: day 1 } -> 3   # of the second item nothing is kept
        { on-hand: a, at: base, when: day 2 } -> 3
        { on-hand: b, at: base, when: day 2 } -> 0
        { unmet: drones, until: day 2 } -> 1
        { unmet: raids, until: day 3 } -> 0
        """);

    [Fact]
    public void What_waits_is_filled_later_and_was_unmet_all_the_same() => Rehearsal.Answers(
        """
        stocks: { base: { a: 5 } }
        demands: { use: { at: base, served-by: [a], per-day: 3, unmet: waits } }
        shipments: { truck: { to: base, item: a, quantity: 20, arrives: day 4 } }
        """,
        """
        { backlog: use, when: day 2 } -> 1
        { backlog: use, when: day 3 } -> 4
        { backlog: use, when: day 4 } -> 0          # 20 less the four that waited less the day's three
        { on-hand: a, at: base, when: day 4 } -> 13
        { unmet: use, until: day 4 } -> 4           # filled later, unmet on its day
        { met: use, until: day 4 } -> 0.666667      # 8 of 12 on their day
        { covered: use, until: day 4 } -> 0
        { shortage: use } -> day 2
        { on-hand: a, at: base, when: day 3, net: true } -> -4
        { on-hand: a, at: base, when: day 4, net: true } -> 13
        { on-hand: a, at: base, when: day 3, net: true, at-least: 1 } -> 0
        { on-hand: a, at: base, when: day 4, at-least: 13 } -> 1
        { on-hand: a, at: base, when: day 4, at-least: 14 } -> 0
        { backorders: a, at: base, when: day 3 } -> 4
        { backorders: a, at: base, between: [day 2, day 5] } -> 1.25   # (1 + 4 + 0 + 0) / 4
        """);

    [Fact]
    public void What_waits_counts_in_items_at_the_stock_and_in_units_at_the_demand() => Rehearsal.Answers(
        """
        stocks: { base: { a: 3 } }
        demands: { use: { at: base, served-by: [a], per-day: 2, uses: 2, unmet: waits } }
        """,
        """
        { backlog: use, when: day 1 } -> 1
        { on-hand: a, at: base, when: day 1 } -> 1
        { backorders: a, at: base, when: day 1 } -> 2
        { on-hand: a, at: base, when: day 1, net: true } -> -1
        """);

    [Fact]
    public void The_waiting_are_filled_by_priority_before_age() => Rehearsal.Answers(
        """
        stocks: { base: { a: 4 } }
        demands:
          late: { at: base, served-by: [a], per-day: 2, priority: 2, unmet: waits }
          early: { at: base, served-by: [a], per-day: 1, priority: 1, unmet: waits }
        shipments: { truck: { to: base, item: a, quantity: 3, arrives: day 4 } }
        """,
        """
        { backlog: late, when: day 2 } -> 2     # day 1: 3 of 4; day 2: early takes the last one
        { backlog: early, when: day 3 } -> 1
        { backlog: late, when: day 3 } -> 4
        { backlog: early, when: day 4 } -> 1    # its waiting unit is filled, then the older ones of late, then
        { backlog: late, when: day 4 } -> 4     # nothing is left for the day's own needs
        """);

    [Fact]
    public void Among_equals_the_oldest_need_is_filled_first() => Rehearsal.Answers(
        """
        stocks: { base: { a: 4, b: 2 } }
        demands:
          second: { at: base, served-by: [b], per-day: 1, unmet: waits }
          mixed: { at: base, served-by: [b], per-day: 1, unmet: waits }
        shipments: { truck: { to: base, item: b, quantity: 3, arrives: day 4 } }
        """,
        """
        { backlog: second, when: day 3 } -> 2
        { backlog: mixed, when: day 3 } -> 2
        { backlog: second, when: day 4 } -> 1   # both of day 2, then the one of day 3 that stands first
        { backlog: mixed, when: day 4 } -> 2
        """);

    [Fact]
    public void The_waiting_are_filled_before_the_days_own_needs() => Rehearsal.Answers(
        """
        demands:
          patient: { at: base, served-by: [a], per-day: 1, unmet: waits, priority: 2 }
          urgent: { at: base, served-by: [a], per-day: 1, priority: 1 }
        shipments: { truck: { to: base, item: a, quantity: 3, arrives: day 3 } }
        """,
        """
        { backlog: patient, when: day 3 } -> 1   # two waited; of the day's own the better priority has the third
        { unmet: urgent, until: day 3 } -> 2
        """);

    [Fact]
    public void A_reserve_is_kept_from_the_waiting_too() => Rehearsal.Answers(
        """
        demands: { use: { at: base, served-by: [a], per-day: 2, unmet: waits, keeps: { a: 3 } } }
        shipments: { truck: { to: base, item: a, quantity: 5, arrives: day 3 } }
        """,
        """
        { backlog: use, when: day 2 } -> 4
        { on-hand: a, at: base, when: day 3 } -> 3
        { backlog: use, when: day 3 } -> 4
        """);

    [Fact]
    public void A_demand_at_one_site_leaves_the_other_sites_stock_alone() => Rehearsal.Answers(
        """
        stocks: { base: { a: 5 }, depot: { a: 5 } }
        demands: { use: { at: depot, served-by: [a], per-day: 1, priority: 1 } }
        """,
        """
        { on-hand: a, at: base, when: day 9 } -> 5
        { on-hand: a, at: depot, when: day 4 } -> 1
        """);

    [Fact]
    public void Arrivals_times_size_is_the_days_need() => Rehearsal.Answers(
        """
        stocks: { base: { a: 20 } }
        demands: { use: { at: base, served-by: [a], arrivals: 3, size: 2 } }
        """,
        "{ on-hand: a, at: base, when: day 2 } -> 8");

    [Fact]
    public void A_level_of_nothing_is_no_need() => Rehearsal.Answers(
        """
        stocks: { base: { a: 20 } }
        demands:
          use: { at: base, served-by: [a], per-day: poisson(5), level: { day 5: 0, day 6: 100 } }
        """,
        """
        { on-hand: a, at: base, when: day 5 } -> 20   # flat before the first date
        { shortage: use } -> day 6
        """);

    [Fact]
    public void A_factor_of_the_weekday_multiplies_the_mean() => Rehearsal.Answers(
        """
        stocks: { base: { a: 100 } }
        demands:
          use: { at: base, served-by: [a], per-day: poisson(1000), weekly: { wed: 0, thu: 0, fri: 0, sat: 0 } }
        """,
        "{ shortage: use } -> day 5               # Sunday");

    [Fact]
    public void Days_of_supply_are_by_the_need_of_the_thirty_days_after() => Rehearsal.Answers(
        """
        stocks: { base: { a: 90, b: 10 } }
        demands:
          steady: { at: base, served-by: [a], per-day: 1, uses: 2 }
          never-first: { at: base, served-by: [b, a], per-day: 0 }
        """,
        """
        { days-of-supply: a, at: base, when: day 5 } -> 40      # 80 on hand, 2 a day
        { days-of-supply: b, at: base, when: day 5 } -> none
        """);

    [Fact]
    public void Days_of_supply_follow_the_level_beyond_the_calendar() => Rehearsal.Answers(
        """
        stocks: { base: { a: 155 } }
        demands:
          use:
            at: base
            served-by: [a]
            per-day: poisson(1)
            share: 50%
            level: { day 1: 0, day 10: 0, day 40: 30 }
            weekly: { mon: 1 }
        """,
        "{ days-of-supply: a, at: base, when: day 10 } -> 20   # half of 1 + 2 + ... + 30 in 30 days is 7.75 a day");
}
