using MathNet.Numerics.Distributions;
using Resupply.Tests.Supply;

namespace Resupply.Tests.Readiness;

/// <summary>Small stories of members: inspected, kept up, joining, leaving, lost.</summary>
public class MemberStoryTests
{
    /// <summary>
    /// At 10 operating hours a day, 60 of the 100 are left: due at 6.0, done at 8.5, again after 10 days of operating:
    /// 18.5 to 21.0.
    /// </summary>
    [Fact]
    public void An_inspection_is_due_by_operating_hours_and_begins_anew_when_done() => Rehearsal.Answers(
        """
        calendar: { from: day 1, to: day 30 }
        items: { x: {} }
        fleets:
          jets:
            at: base
            size: 1
            operates: 10 h per day
            inspections: { phase: { every: 100 h, since: 40 h, takes: 60 h } }
        """,
        """
        { available: jets, between: [day 1, day 6] } -> 1
        { available: jets, between: [day 7, day 8] } -> 0
        { available: jets, between: [day 9, day 9] } -> 0.5
        { available: jets, between: [day 10, day 18] } -> 1
        { available: jets, between: [day 19, day 19] } -> 0.5
        { available: jets, between: [day 20, day 21] } -> 0
        { available: jets, between: [day 22, day 30] } -> 1
        """);

    /// <summary>
    /// What is overdue begins at 0.0. One team inspects two members, 2 d each: the second is down until 4.0. Those that
    /// join on day 3 were inspected just before: due at 7.0, until 9.0.
    /// </summary>
    [Fact]
    public void An_overdue_inspection_begins_at_once_and_a_joiners_is_just_done() => Rehearsal.Answers(
        """
        items: { x: {} }
        fleets:
          jets:
            at: base
            size: 2
            inspections: { phase: { every: 5 d, since: 9 d, takes: 2 d, crew: line } }
            joins: { one: { when: day 3, size: 1 } }
        crews: { line: { at: base, teams: 1 } }
        """,
        """
        { available: jets, between: [day 1, day 2] } -> 0
        { available: jets, between: [day 3, day 4] } -> 0.666667  # the first of the two, and the one that joined
        { available: jets, between: [day 5, day 7] } -> 1
        { available: jets, between: [day 8, day 9] } -> 0.333333  # one after the other, by one team
        """);

    /// <summary>
    /// Both are due at 4.0: they go on side by side, 1 d and 2 d; neither counts while the other keeps it down. So the
    /// short one is due again at 10.0 (four days of operating), the long one too.
    /// </summary>
    [Fact]
    public void Two_inspections_go_on_side_by_side() => Rehearsal.Answers(
        """
        calendar: { from: day 1, to: day 14 }
        items: { x: {} }
        fleets:
          jets:
            at: base
            size: 1
            inspections: { short: { every: 4 d, takes: 1 d }, long: { every: 4 d, takes: 2 d } }
        """,
        """
        { available: jets, between: [day 1, day 4] } -> 1
        { available: jets, between: [day 5, day 6] } -> 0
        { available: jets, between: [day 7, day 10] } -> 1
        { available: jets, between: [day 11, day 12] } -> 0
        """);

    /// <summary>
    /// A day of 2 operating hours asks for 12 h of upkeep the next 00:00, from one team. Day 2: the first is down until
    /// 12:00, the second all day. Day 3: the first has operated 1 h: 6 h of work. Day 4: it has operated 1.5 h, 9 h of
    /// work, then the other's 12 h, until 21:00.
    /// </summary>
    [Fact]
    public void Upkeep_is_asked_for_at_midnight_by_the_operating_hours_of_the_day_before() => Rehearsal.Answers(
        """
        items: { x: {} }
        fleets: { jets: { at: base, size: 2, operates: 2 h per day, upkeep: { per-hour: 6 h, crew: line } } }
        crews: { line: { at: base, teams: 1 } }
        """,
        """
        { available: jets, between: [day 1, day 1] } -> 1
        { available: jets, between: [day 2, day 2] } -> 0.25
        { available: jets, between: [day 3, day 3] } -> 0.875
        { available: jets, between: [day 4, day 4] } -> 0.375
        { busy: line, between: [day 4, day 4] } -> 0.875
        """);

    /// <summary>
    /// The first fails at 2.0; its part is in repair until 22.0. One joins on day 4 with a new part, which fails at
    /// 5.0. The first, which has been there longest, leaves on day 5 and waits no more. So the repaired part is for the
    /// other.
    /// </summary>
    [Fact]
    public void Who_has_been_there_longest_leaves_and_waits_no_more() => Rehearsal.Answers(
        """
        calendar: { from: day 1, to: day 24 }
        items: { x: { fails: 2 d, repair: { takes: 20 d } } }
        fleets:
          jets:
            at: base
            size: 1
            parts: { x: 1 }
            joins: { new: { when: day 4, size: 1 } }
            leaves: { old: { when: day 5, size: 1 } }
        """,
        """
        { available: jets, when: day 2 } -> 1
        { available: jets, when: day 3 } -> 0
        { available: jets, when: day 4 } -> 0.5
        { backorders: x, at: base, when: day 4 } -> 1
        { available: jets, when: day 5 } -> 1
        { backorders: x, at: base, when: day 5 } -> 0
        { available: jets, when: day 6 } -> 0
        { available: jets, when: day 22 } -> 0
        { available: jets, when: day 23 } -> 1
        { available: jets, between: [day 4, day 5] } -> 0.75
        """);

    /// <summary>
    /// One leaves while its part is being fitted, at 5.0 with the team on it since 4.0: the team goes on with the next
    /// one, whose failure was at 4.0 too: done at 7.0 rather than 8.0. The part that was being fitted goes along.
    /// </summary>
    [Fact]
    public void The_team_on_a_member_that_leaves_is_free() => Rehearsal.Answers(
        """
        items: { x: { fails: 4 d, replace: { crew: line, takes: 2 d } } }
        stocks: { base: { x: 5 } }
        fleets: { jets: { at: base, size: 2, parts: { x: 1 }, leaves: { one: { when: day 6, size: 1 } } } }
        crews: { line: { at: base, teams: 1 } }
        """,
        """
        { on-hand: x, at: base, when: day 5 } -> 3
        { available: jets, between: [day 5, day 7] } -> 0
        { available: jets, between: [day 8, day 10] } -> 1
        { busy: line, between: [day 5, day 7] } -> 1
        { busy: line, between: [day 8, day 10] } -> 0
        """);

    [Fact]
    public void Nobody_owned_counts_for_no_share() => Rehearsal.Answers(
        """
        items: { x: {} }
        fleets:
          jets:
            at: base
            size: 1
            leaves: { all: { when: day 3, size: 7 } }
            joins: { new: { when: day 7, size: 2 } }
        """,
        """
        { available: jets, when: day 4, at-least: 1% } -> 0
        { available: jets, between: [day 2, day 8] } -> 1
        { available: jets, when: day 8 } -> 1
        """);

    /// <summary>A loss a day of a fleet of ten: after eight days one is left if at most 9 were lost.</summary>
    [Fact]
    public void Losses_are_of_the_whole_fleet_and_Poisson() => Simulated.Run(
        """
        items: { x: {} }
        fleets: { jets: { at: base, size: 10, losses-per-month: 30.4375 } }
        questions: { left: { available: jets, when: day 8, at-least: 1% } }
        """,
        replications: 20_000)
        .Close("left", new Poisson(8).CumulativeDistribution(9))
        .Done();

    /// <summary>One of two lacks a part. All that are left can be used where one is lost, and it is that one.</summary>
    [Fact]
    public void Each_member_is_as_likely_lost_and_takes_its_wait_along()
    {
        var lost = new Poisson(10 / 30.4375 * 3);
        Simulated.Run(
            """
            items: { x: {} }
            fleets: { jets: { at: base, size: 2, parts: { x: 1 }, missing: { x: 1 }, losses-per-month: 3 } }
            questions:
              fit: { available: jets, when: day 10, at-least: 100% }
              waiting: { backorders: x, at: base, when: day 10 }
            """,
            replications: 20_000)
            .Close("fit", lost.Probability(1) / 2)
            .Close("waiting", lost.Probability(0) + (lost.Probability(1) / 2))
            .Done();
    }
}
