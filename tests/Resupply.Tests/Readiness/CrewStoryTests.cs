using Resupply.Tests.Supply;

namespace Resupply.Tests.Readiness;

/// <summary>
/// Small stories of teams with fixed times. "At 5.0" is five days after the start, 00:00 of day 6; what happens then is
/// after the close of day 5.
/// </summary>
public class CrewStoryTests
{
    /// <summary>
    /// It fails at 2.0. Work of 15 h goes on from 08:00 to 18:00 of day 3 and from 08:00 to 13:00 of day 4; 20 h end
    /// with the second shift, 18:00 of day 4; a minute more is done at 08:01 of day 5.
    /// </summary>
    [Theory]
    [InlineData("15 h", "0.458333", "1", "0.75")] // 11 of 24 h
    [InlineData("20 h", "0.25", "1", "1")]
    [InlineData("1201 h / 60", "0", "0.665972", "1")] // 959 of 1440 minutes
    public void Work_pauses_over_the_night(string takes, string onDay4, string onDay5, string busy) =>
        Rehearsal.Answers(
        $$"""
        items: { x: { fails: 2 d, repair: { at: here, crew: shop, takes: {{takes}} } } }
        fleets: { jets: { at: base, size: 1, parts: { x: 1 } } }
        crews: { shop: { at: base, teams: 1, works: 10 h per day } }
        """,
        $$"""
        { available: jets, between: [day 3, day 3] } -> 0
        { available: jets, between: [day 4, day 4] } -> {{onDay4}}
        { available: jets, between: [day 5, day 5] } -> {{onDay5}}
        { busy: shop, between: [day 3, day 4] } -> {{busy}}
        { busy: shop, between: [day 1, day 2] } -> 0
        """);

    /// <summary>
    /// 20 h a day are 08:00 to 04:00. At 2.0, 4 h of the shift of the day before are left; it goes on at 08:00: 6 h of
    /// work are done at 10:00.
    /// </summary>
    [Theory]
    [InlineData("4 h", "0.833333")]
    [InlineData("6 h", "0.583333")]
    [InlineData("20 h", "0")] // until 24:00
    public void A_long_shift_runs_past_midnight(string takes, string onDay3) => Rehearsal.Answers(
        $$"""
        items: { x: { fails: 2 d, repair: { at: here, crew: shop, takes: {{takes}} } } }
        fleets: { jets: { at: base, size: 1, parts: { x: 1 } } }
        crews: { shop: { at: base, teams: 1, works: 20 h per day } }
        """,
        $$"""
        { available: jets, between: [day 3, day 3] } -> {{onDay3}}
        { available: jets, when: day 4 } -> 1
        """);

    /// <summary>On the calendar's first day too: 4 h of work at 00:00 are done at 04:00.</summary>
    [Fact]
    public void A_long_shift_has_begun_before_the_calendar() => Rehearsal.Answers(
        """
        items: { x: { repair: { at: here, crew: shop, takes: 4 h } } }
        stocks: { base: { x: { unserviceable: 1 } } }
        fleets: { jets: { at: base, size: 1, parts: { x: 1 }, missing: { x: 1 } } }
        crews: { shop: { at: base, teams: 1, works: 20 h per day } }
        """,
        """
        { available: jets, between: [day 1, day 1] } -> 0.833333
        { busy: shop, between: [day 1, day 1] } -> 0.2
        """);

    /// <summary>
    /// Three of four teams are on jobs of 5 d when two leave at 2.0: one was idle, so one of the three should go; it
    /// finishes first. There are 4, then 3, then 2 teams: 2 × 4 + 3 × 3 + 5 × 2 = 27 d, 15 of them in use.
    /// </summary>
    [Fact]
    public void A_team_that_leaves_finishes_its_job_and_counts_until_then() => Rehearsal.Answers(
        """
        items: { x: { repair: { at: here, crew: shop, takes: 5 d } } }
        stocks: { base: { x: { unserviceable: 3 } } }
        crews: { shop: { at: base, teams: 4, leaves: { home: { when: day 3, teams: 2 } } } }
        """,
        """
        { on-hand: x, at: base, when: day 5 } -> 0
        { on-hand: x, at: base, when: day 6 } -> 3
        { busy: shop, between: [day 1, day 10] } -> 0.555556
        { busy: shop, between: [day 3, day 5] } -> 1
        """);

    /// <summary>All leave in the middle of the first job: it is finished, the other never begun.</summary>
    [Fact]
    public void A_team_that_has_left_takes_up_nothing() => Rehearsal.Answers(
        """
        items: { x: { repair: { at: here, crew: shop, takes: 3 d } } }
        stocks: { base: { x: { unserviceable: 2 } } }
        crews: { shop: { at: base, teams: 1, leaves: { home: { when: day 2, teams: 1 } } } }
        """,
        """
        { on-hand: x, at: base, when: day 4 } -> 1
        { on-hand: x, at: base, when: day 10 } -> 1
        { busy: shop, between: [day 1, day 3] } -> 1
        """);

    /// <summary>
    /// Jobs of 4 d: the line is on the first from 0.0, the contractors, who join on day 3, on the second from 2.0; the
    /// third waits for the line, 4.0 to 8.0. Those dated before the calendar are there on its first day.
    /// </summary>
    [Fact]
    public void The_first_free_of_several_crews_does_the_job() => Rehearsal.Answers(
        """
        items: { x: { repair: { at: here, crew: [line, contractors], takes: 4 d } } }
        stocks: { base: { x: { unserviceable: 3 } } }
        crews:
          contractors: { teams: 0, joins: { first: { when: day 3, teams: 1 } } }
          line: { teams: 0, joins: { early: { when: day -40, teams: 1 } } }
        """,
        """
        { on-hand: x, at: base, when: day 4 } -> 0
        { on-hand: x, at: base, when: day 5 } -> 1
        { on-hand: x, at: base, when: day 6 } -> 1
        { on-hand: x, at: base, when: day 7 } -> 2
        { on-hand: x, at: base, when: day 9 } -> 3
        { busy: line, between: [day 1, day 8] } -> 1
        { busy: contractors, between: [day 1, day 8] } -> 0.666667  # 4 of the 6 d there
        { busy: contractors, between: [day 1, day 2] } -> not applicable  # nobody there
        """);

    /// <summary>
    /// y1 and z1 have teams at once, until 1.0 and 2.0. In line stand b (either crew), a (y), c (z), in this order. At
    /// 1.0 the y team takes b; at 2.0 the z team takes c, and the y team, done with b, takes a.
    /// </summary>
    [Fact]
    public void The_oldest_job_that_accepts_the_crew_is_next() => Rehearsal.Answers(
        """
        items:
          y1: { repair: { at: here, crew: y-team, takes: 1 d } }
          z1: { repair: { at: here, crew: z-team, takes: 2 d } }
          b: { repair: { at: here, crew: [z-team, y-team], takes: 1 d } }
          a: { repair: { at: here, crew: y-team, takes: 1 d } }
          c: { repair: { at: here, crew: z-team, takes: 1 d } }
        stocks:
          base:
            y1: { unserviceable: 1 }
            z1: { unserviceable: 1 }
            b: { unserviceable: 1 }
            a: { unserviceable: 1 }
            c: { unserviceable: 1 }
        crews: { y-team: { teams: 1 }, z-team: { teams: 1 } }
        """,
        """
        { on-hand: b, at: base, when: day 2 } -> 0
        { on-hand: b, at: base, when: day 3 } -> 1
        { on-hand: a, at: base, when: day 3 } -> 0
        { on-hand: a, at: base, when: day 4 } -> 1
        { on-hand: c, at: base, when: day 3 } -> 0
        { on-hand: c, at: base, when: day 4 } -> 1
        """);

    /// <summary>
    /// One team for repair, fitting and inspection. At 3.0 the part fails: its repair (2 d) is asked for first, then
    /// the fitting of the spare (1 d): up at 6.0. The other fleet's inspection, due at 4.0, is third in line: 6.0 to
    /// 7.0.
    /// </summary>
    [Fact]
    public void A_crew_serves_whatever_asks_in_the_order_of_asking() => Rehearsal.Answers(
        """
        items: { x: { fails: 3 d, repair: { at: here, crew: all, takes: 2 d }, replace: { crew: all, takes: 1 d } } }
        stocks: { base: { x: 1 } }
        fleets:
          jets: { at: base, size: 1, parts: { x: 1 } }
          props: { at: base, size: 1, inspections: { check: { every: 4 d, takes: 1 d, crew: all } } }
        crews: { all: { teams: 1 } }
        """,
        """
        { available: jets, between: [day 4, day 6] } -> 0
        { available: jets, between: [day 7, day 9] } -> 1
        { available: jets, between: [day 10, day 10] } -> 0
        { available: props, between: [day 1, day 4] } -> 1
        { available: props, between: [day 5, day 7] } -> 0
        { available: props, between: [day 8, day 10] } -> 1
        { on-hand: x, at: base, when: day 5 } -> 0
        { on-hand: x, at: base, when: day 6 } -> 1
        """);

    /// <summary>A shop of `here` is at the site of each removal; who works there is one crew all the same.</summary>
    [Fact]
    public void Two_sites_share_a_crew_and_keep_their_stocks() => Rehearsal.Answers(
        """
        items: { x: { repair: { at: here, crew: all, takes: 2 d } } }
        stocks: { base: { x: { unserviceable: 1 } }, depot: { x: { unserviceable: 1 } } }
        crews: { all: { teams: 1 } }
        """,
        """
        { on-hand: x, at: base, when: day 3 } -> 1
        { on-hand: x, at: depot, when: day 4 } -> 0
        { on-hand: x, at: depot, when: day 5 } -> 1
        """);
}
