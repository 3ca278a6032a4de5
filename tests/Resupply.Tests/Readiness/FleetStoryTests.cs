using Resupply.Tests.Supply;

namespace Resupply.Tests.Readiness;

/// <summary>
/// Small stories of fleets with fixed times. "At 5.0" is five days after the start, 00:00 of day 6; what happens then
/// is after the close of day 5.
/// </summary>
public class FleetStoryTests
{
    /// <summary>
    /// 10 operating hours at 2 a day are 5 days: it fails at 5.0, is repaired at 6.5 (12:00 of day 7), works until 11.5
    /// and is back at 13.0.
    /// </summary>
    [Fact]
    public void A_life_is_counted_in_operating_hours() => Rehearsal.Answers(
        """
        calendar: { from: day 1, to: day 14 }
        items: { x: { fails: 10 h, repair: { at: here, takes: 36 h } } }
        fleets: { jets: { at: base, size: 1, operates: 2 h per day, parts: { x: 1 } } }
        """,
        """
        { available: jets, when: day 5 } -> 1
        { available: jets, when: day 6 } -> 0
        { available: jets, between: [day 6, day 6] } -> 0
        { available: jets, between: [day 7, day 7] } -> 0.5
        { available: jets, when: day 11 } -> 1
        { available: jets, between: [day 12, day 12] } -> 0.5
        { available: jets, between: [day 13, day 13] } -> 0
        { available: jets, between: [day 14, day 14] } -> 1
        { backorders: x, at: base, between: [day 1, day 14] } -> 0.214286  # 36 h each time: 3 d of 14
        """);

    /// <summary>
    /// x fails at 10.0 and is back at 15.0; z has then worked 10 of its 12 days and fails at 17.0, back at 22.0; the
    /// new x had worked 2 of its 10 days and fails at 30.0.
    /// </summary>
    [Fact]
    public void Only_a_member_that_operates_ages() => Rehearsal.Answers(
        """
        calendar: { from: day 1, to: day 40 }
        items: { x: { fails: 10 d, repair: { takes: 5 d } }, z: { fails: 12 d, repair: { takes: 5 d } } }
        fleets: { jets: { at: base, size: 1, parts: { x: 1, z: 1 } } }
        """,
        """
        { available: jets, between: [day 1, day 10] } -> 1
        { available: jets, between: [day 11, day 15] } -> 0
        { available: jets, between: [day 16, day 17] } -> 1
        { available: jets, between: [day 18, day 22] } -> 0
        { available: jets, between: [day 23, day 30] } -> 1
        { available: jets, between: [day 31, day 31] } -> 0
        """);

    /// <summary>
    /// z ages while the member is down for x (10.0 to 15.0): it fails at 12.0 and is back at 17.0. The new x of 15.0
    /// works from 17.0 to 27.0; the new z of 17.0 fails at 29.0, while x is in repair until 32.0; it is back at 34.0.
    /// </summary>
    [Fact]
    public void What_ages_always_ages_in_a_member_that_is_down() => Rehearsal.Answers(
        """
        calendar: { from: day 1, to: day 40 }
        items:
          x: { fails: 10 d, repair: { takes: 5 d } }
          z: { fails: 12 d, ages: always, repair: { takes: 5 d } }
        fleets: { jets: { at: base, size: 1, parts: { x: 1, z: 1 } } }
        """,
        """
        { available: jets, between: [day 1, day 10] } -> 1
        { available: jets, between: [day 11, day 17] } -> 0
        { available: jets, between: [day 18, day 27] } -> 1
        { available: jets, between: [day 28, day 34] } -> 0
        { available: jets, between: [day 35, day 37] } -> 1
        { backorders: z, at: base, between: [day 11, day 20] } -> 0.5
        """);

    /// <summary>Of what ages always the duty cycle takes nothing: it fails at 2.0 and not at 24.0.</summary>
    [Fact]
    public void What_ages_always_asks_for_no_operating_hours() => Rehearsal.Answers(
        """
        items: { x: { fails: 48 h, ages: always } }
        fleets: { jets: { at: base, size: 1, operates: 2 h per day, parts: { x: 1 } } }
        """,
        """
        { available: jets, when: day 2 } -> 1
        { available: jets, when: day 3 } -> 0
        """);

    /// <summary>
    /// Both places fail at 3.0; two spares are there, one team fits one after the other, 6 h each: up at 3.5, and again
    /// at 6.5, both at once, which is the second pair of lives. No spare is left then.
    /// </summary>
    [Fact]
    public void A_team_fits_one_spare_after_the_other() => Rehearsal.Answers(
        """
        items: { x: { fails: 3 d, replace: { crew: line, takes: 6 h } } }
        stocks: { base: { x: 2 } }
        fleets: { jets: { at: base, size: 1, parts: { x: 2 } } }
        crews: { line: { at: base, teams: 1 } }
        """,
        """
        { available: jets, between: [day 4, day 4] } -> 0.5
        { on-hand: x, at: base, when: day 4 } -> 0
        { available: jets, between: [day 5, day 6] } -> 1
        { available: jets, between: [day 7, day 7] } -> 0.5
        { backorders: x, at: base, when: day 7 } -> 2
        { busy: line, between: [day 4, day 4] } -> 0.5
        { busy: line, between: [day 1, day 10] } -> 0.05
        """);

    /// <summary>Three of four members without a radar; each waits, and nothing of theirs is in repair.</summary>
    [Fact]
    public void Members_that_start_without_a_part_wait_for_one() => Rehearsal.Answers(
        """
        items: { radar: { repair: { takes: 1 d } }, engine: {} }
        shipments: { two: { to: base, item: radar, quantity: 2, arrives: day 4 } }
        fleets: { jets: { at: base, size: 4, parts: { radar: 1, engine: 1 }, missing: { radar: 3 } } }
        """,
        """
        { available: jets, when: day 1 } -> 0.25
        { backorders: radar, at: base, when: day 3 } -> 3
        { available: jets, between: [day 3, day 3] } -> 0.25
        { available: jets, between: [day 4, day 4] } -> 0.75
        { available: jets, when: day 10 } -> 0.75
        """);

    /// <summary>
    /// Each item goes on with the member after the last; where parts may be taken from one another, what is missing is
    /// gathered on the first.
    /// </summary>
    [Theory]
    [InlineData("false", "0.5")]
    [InlineData("true", "0.75")]
    public void What_is_missing_is_spread_unless_a_fleet_cannibalizes(string cannibalize, string available) =>
        Rehearsal.Answers(
        $$"""
        items: { radar: {}, engine: {} }
        fleets:
          jets:
            at: base
            size: 4
            parts: { radar: 1, engine: 1 }
            missing: { radar: 1, engine: 1 }
            cannibalize: {{cannibalize}}
        """,
        $$"""
        { available: jets, when: day 1 } -> {{available}}
        """);

    /// <summary>A spare on hand at the start is fitted at the first 00:00 (6 h).</summary>
    [Fact]
    public void What_is_missing_is_fitted_from_stock_at_once() => Rehearsal.Answers(
        """
        items: { radar: { replace: { takes: 6 h } } }
        stocks: { base: { radar: 1 } }
        fleets: { jets: { at: base, size: 2, parts: { radar: 1 }, missing: { radar: 2 } } }
        """,
        """
        { available: jets, between: [day 1, day 1] } -> 0.375
        { available: jets, when: day 1 } -> 0.5
        { on-hand: radar, at: base, when: day 1 } -> 0
        { backorders: radar, at: base, between: [day 1, day 10] } -> 1
        """);

    /// <summary>
    /// Each starts in the queue at its place: two at once at the base, 2 d each; those of the depot need no journey
    /// there, 3 d of work and 2 d back.
    /// </summary>
    [Fact]
    public void What_is_unserviceable_is_repaired_and_enters_its_stock() => Rehearsal.Answers(
        """
        lanes: { out: { from: base, to: depot, takes: 5 d }, home: { from: depot, to: base, takes: 2 d } }
        items:
          a: { repair: { at: here, crew: shop, takes: 2 d } }
          b: { repair: { at: depot, takes: 3 d, via: out, back: home } }
          c: { repair: { at: depot, takes: 3 d, via: out } }
        stocks:
          base:
            a: { on-hand: 1, unserviceable: 3 }
            b: { unserviceable: 1 }
            c: { unserviceable: 1 }
        crews: { shop: { at: base, teams: 2 } }
        """,
        """
        { on-hand: a, at: base, when: day 2 } -> 1
        { on-hand: a, at: base, when: day 3 } -> 3
        { on-hand: a, at: base, when: day 5 } -> 4
        { on-hand: b, at: base, when: day 5 } -> 0
        { on-hand: b, at: base, when: day 6 } -> 1
        { on-hand: c, at: depot, when: day 3 } -> 0
        { on-hand: c, at: depot, when: day 4 } -> 1
        { busy: shop, between: [day 1, day 4] } -> 0.75
        """);
}
