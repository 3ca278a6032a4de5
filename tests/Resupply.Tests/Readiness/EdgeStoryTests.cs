using Resupply.Tests.Supply;

namespace Resupply.Tests.Readiness;

/// <summary>
/// Small stories of what seldom happens, with fixed times. "At 5.0" is five days after the start, 00:00 of day 6; what
/// happens then is after the close of day 5.
/// </summary>
public class EdgeStoryTests
{
    /// <summary>Of one team five leave: then there is none, and the two that come later are two.</summary>
    [Fact]
    public void No_more_teams_leave_than_there_are() => Rehearsal.Answers(
        """
        items: { x: { repair: { at: here, crew: shop, takes: 1 d } } }
        stocks: { base: { x: { unserviceable: 4 } } }
        crews:
          shop: { teams: 1, leaves: { home: { when: day 2, teams: 5 } }, joins: { new: { when: day 5, teams: 2 } } }
        """,
        """
        { on-hand: x, at: base, when: day 4 } -> 1
        { on-hand: x, at: base, when: day 6 } -> 3
        { on-hand: x, at: base, when: day 7 } -> 4
        """);

    /// <summary>15 h from 08:00 of day 1, ten of them a day: the team that leaves at 1.0 comes once more.</summary>
    [Fact]
    public void A_team_that_leaves_at_night_finishes_in_the_morning() => Rehearsal.Answers(
        """
        items: { x: { repair: { at: here, crew: shop, takes: 15 h } } }
        stocks: { base: { x: { unserviceable: 1 } } }
        crews: { shop: { teams: 1, works: 10 h per day, leaves: { home: { when: day 2, teams: 1 } } } }
        """,
        """
        { on-hand: x, at: base, when: day 1 } -> 0
        { on-hand: x, at: base, when: day 2 } -> 1
        { busy: shop, between: [day 1, day 2] } -> 1  # it is there until 13:00
        """);

    /// <summary>Both are due at 2.0, 4 d each; the first leaves at 3.0: the other is in work until 7.0.</summary>
    [Fact]
    public void The_team_inspecting_a_member_that_leaves_is_free() => Rehearsal.Answers(
        """
        items: { x: {} }
        fleets:
          jets:
            at: base
            size: 2
            inspections: { check: { every: 2 d, takes: 4 d, crew: line } }
            leaves: { one: { when: day 4, size: 1 } }
        crews: { line: { teams: 1 } }
        """,
        """
        { available: jets, between: [day 3, day 7] } -> 0
        { available: jets, between: [day 8, day 9] } -> 1
        { busy: line, between: [day 3, day 7] } -> 1
        """);

    /// <summary>
    /// The team would be on the first until 3.0 and on the second until 6.0. Both leave at 2.0; so the inspection of
    /// the props, due at 1.5 and third in line, goes on from 2.0 to 3.0.
    /// </summary>
    [Fact]
    public void A_job_that_waits_goes_with_its_member() => Rehearsal.Answers(
        """
        items: { x: {} }
        fleets:
          jets:
            at: base
            size: 2
            inspections: { check: { every: 20 d, since: 20 d, takes: 3 d, crew: line } }
            leaves: { both: { when: day 3, size: 2 } }
          props: { at: base, size: 1, inspections: { check: { every: 36 h, takes: 1 d, crew: line } } }
        crews: { line: { teams: 1 } }
        """,
        """
        { available: props, between: [day 1, day 1] } -> 1
        { available: props, between: [day 2, day 2] } -> 0.5
        { available: props, between: [day 3, day 3] } -> 0
        { available: props, between: [day 4, day 4] } -> 1
        { busy: line, between: [day 1, day 3] } -> 1
        """);

    /// <summary>
    /// Two are repaired at 1 h; over the lane back, which takes no time, one leaves a day. That of day 2 leaves at 1.0,
    /// and the demand of that day takes it before the place that waits: the order of the day.
    /// </summary>
    [Fact]
    public void What_leaves_a_lane_at_midnight_is_for_the_demand_of_the_day_first() => Rehearsal.Answers(
        """
        lanes: { out: { from: base, to: depot }, home: { from: depot, to: base, lift: 1 per day } }
        items: { x: { repair: { at: depot, takes: 1 h, via: out, back: home } } }
        demands: { use: { at: base, served-by: [x], per-day: 1 } }
        stocks: { base: { x: { unserviceable: 2 } } }
        fleets: { jets: { at: base, size: 2, parts: { x: 1 }, missing: { x: 2 } } }
        """,
        """
        { met: use, until: day 1 } -> 0
        { available: jets, between: [day 1, day 1] } -> 0.479167  # one from 1 h on
        { met: use, until: day 2 } -> 0.5
        { available: jets, when: day 2 } -> 0.5
        """);

    /// <summary>What is repaired in no time at the start is there for the day's demand first, too.</summary>
    [Fact]
    public void What_is_there_at_the_start_is_for_the_demand_of_the_day_first() => Rehearsal.Answers(
        """
        items: { x: { repair: { at: here } } }
        demands: { use: { at: base, served-by: [x], per-day: 1 } }
        stocks: { base: { x: { unserviceable: 1 } } }
        fleets: { jets: { at: base, size: 1, parts: { x: 1 }, missing: { x: 1 } } }
        """,
        """
        { met: use, until: day 1 } -> 1
        { available: jets, when: day 1 } -> 0
        """);

    /// <summary>A unit fails, is repaired at the depot and is back as the spare that was ordered, at once.</summary>
    [Fact]
    public void What_takes_no_time_keeps_nobody_waiting() => Rehearsal.Answers(
        """
        items: { x: { fails: 1 d, repair: { at: depot } } }
        stocks: { base: { x: { on-hand: 0, from-site: depot } }, depot: { x: 0 } }
        fleets: { jets: { at: base, size: 3, parts: { x: 2 } } }
        """,
        """
        { available: jets, between: [day 1, day 10] } -> 1
        { backorders: x, at: base, between: [day 1, day 10] } -> 0
        { on-hand: x, at: depot, when: day 9 } -> 0
        """);

    /// <summary>4 operating hours a day ask for 12 h; then 12 h of availability for 6 h; then 18 h for 9 h.</summary>
    [Fact]
    public void Upkeep_without_a_crew_is_never_short() => Rehearsal.Answers(
        """
        items: { x: {} }
        fleets: { jets: { at: base, size: 2, operates: 4 h per day, upkeep: { per-hour: 3 h } } }
        """,
        """
        { available: jets, between: [day 1, day 1] } -> 1
        { available: jets, between: [day 2, day 2] } -> 0.5
        { available: jets, between: [day 3, day 3] } -> 0.75
        { available: jets, between: [day 4, day 4] } -> 0.625
        """);

    /// <summary>
    /// Two operating hours ask for 32 h: from 1.0 to 08:00 of day 3. The 16 h after that ask for 21 h 20 min.
    /// </summary>
    [Fact]
    public void Upkeep_may_take_longer_than_a_day() => Rehearsal.Answers(
        """
        items: { x: {} }
        fleets: { jets: { at: base, size: 1, operates: 2 h per day, upkeep: { per-hour: 16 h } } }
        """,
        """
        { available: jets, between: [day 1, day 1] } -> 1
        { available: jets, between: [day 2, day 2] } -> 0
        { available: jets, between: [day 3, day 3] } -> 0.666667
        { available: jets, between: [day 4, day 4] } -> 0.111111
        """);

    /// <summary>Both fail at 3.0 and take the two spares; one that was ordered leaves at once, one at 4.0.</summary>
    [Fact]
    public void An_order_waits_for_the_lift_too() => Rehearsal.Answers(
        """
        lanes: { home: { from: depot, to: base, takes: 1 d, lift: 1 per day } }
        items: { x: { fails: 3 d } }
        stocks: { base: { x: { on-hand: 2, from-site: depot } }, depot: { x: 5 } }
        fleets: { jets: { at: base, size: 2, parts: { x: 1 } } }
        """,
        """
        { on-hand: x, at: base, when: day 4 } -> 0
        { on-hand: x, at: base, when: day 5 } -> 1
        { on-hand: x, at: base, when: day 6 } -> 2
        { on-hand: x, at: depot, when: day 4 } -> 3
        """);
}
