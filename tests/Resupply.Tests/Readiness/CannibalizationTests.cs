using Resupply.Tests.Supply;

namespace Resupply.Tests.Readiness;

/// <summary>
/// Parts taken from one another, with fixed times. "At 5.0" is five days after the start, 00:00 of day 6; what happens
/// then is after the close of day 5.
/// </summary>
public class CannibalizationTests
{
    /// <summary>
    /// The first two of three lack radar, which never comes. At 10.0 the third's engine fails: it takes that of the
    /// first, which was there first of those with one missing. At 20.0 the first has no engine left: it takes the
    /// second's. At 30.0 nobody has one.
    /// </summary>
    [Theory]
    [InlineData("true", "0.333333", 2)]
    [InlineData("false", "0", 1)]
    public void A_part_is_taken_from_a_member_that_waits(string cannibalize, string later, int waiting) =>
        Rehearsal.Answers(
        $$"""
        calendar: { from: day 1, to: day 40 }
        items: { radar: {}, engine: { fails: 10 d } }
        fleets:
          jets:
            { at: base, size: 3, parts: { radar: 1, engine: 1 }, missing: { radar: 2 }, cannibalize: {{cannibalize}} }
        """,
        $$"""
        { available: jets, between: [day 1, day 10] } -> 0.333333
        { available: jets, between: [day 11, day 20] } -> {{later}}
        { available: jets, between: [day 21, day 30] } -> {{later}}
        { available: jets, when: day 31 } -> 0
        { backorders: engine, at: base, when: day 15 } -> 1
        { backorders: engine, at: base, when: day 25 } -> {{waiting}}
        """);

    /// <summary>
    /// As above; one radar comes on day 14. The first member lacks two parts by now, the second one: it gets the radar,
    /// though it came to the line later, and flies from 13.0 with its own engine.
    /// </summary>
    [Fact]
    public void A_spare_goes_to_the_member_that_lacks_least() => Rehearsal.Answers(
        """
        calendar: { from: day 1, to: day 30 }
        items: { radar: {}, engine: { fails: 10 d } }
        shipments: { one: { to: base, item: radar, quantity: 1, arrives: day 14 } }
        fleets:
          jets:
            { at: base, size: 3, parts: { radar: 1, engine: 1 }, missing: { radar: 2 }, cannibalize: true }
        """,
        """
        { available: jets, between: [day 11, day 13] } -> 0.333333
        { available: jets, between: [day 14, day 20] } -> 0.666667
        { available: jets, between: [day 21, day 23] } -> 0.333333  # the third's taken engine has failed at 20.0
        { available: jets, when: day 24 } -> 0  # the second's own at 23.0
        """);

    /// <summary>
    /// The first gets its radar at 3.0 and loses it at 9.0, when its engine has worked 6 of 10 days. The second's
    /// engine fails at 10.0: it takes that of the first, which has 4 days left. Its radar, the second since 6.0, fails
    /// at 12.0; a new one comes at 13.0, for the one that lacks least; at 15.0 the engine taken has worked its 4 days,
    /// since it stood still from 12.0.
    /// </summary>
    [Fact]
    public void A_part_that_is_taken_keeps_the_life_it_has_left() => Rehearsal.Answers(
        """
        calendar: { from: day 1, to: day 20 }
        items: { radar: { fails: 6 d }, engine: { fails: 10 d } }
        shipments:
          first: { to: base, item: radar, quantity: 1, arrives: day 4 }
          second: { to: base, item: radar, quantity: 1, arrives: day 7 }
          third: { to: base, item: radar, quantity: 1, arrives: day 14 }
        fleets:
          jets:
            { at: base, size: 2, parts: { radar: 1, engine: 1 }, missing: { radar: 1 }, cannibalize: true }
        """,
        """
        { available: jets, between: [day 1, day 3] } -> 0.5
        { available: jets, between: [day 4, day 9] } -> 1
        { available: jets, between: [day 10, day 12] } -> 0.5
        { available: jets, between: [day 13, day 13] } -> 0
        { available: jets, between: [day 14, day 15] } -> 0.5
        { available: jets, between: [day 16, day 20] } -> 0
        """);

    /// <summary>
    /// The first lacks radar and pump; a third part of it, engine, fails at 10.0. The other, there since day 4, has
    /// lacked its pump since 8.0, one part: fewer than the first, so it is not robbed, and flies with the pump of day
    /// 12 until its engine fails at 13.0.
    /// </summary>
    [Fact]
    public void Nobody_is_robbed_for_one_that_lacks_more() => Rehearsal.Answers(
        """
        calendar: { from: day 1, to: day 20 }
        items: { radar: {}, pump: { fails: 5 d, ages: always }, engine: { fails: 10 d, ages: always } }
        shipments: { one: { to: base, item: pump, quantity: 1, arrives: day 12 } }
        fleets:
          jets:
            at: base
            size: 1
            parts: { radar: 1, pump: 1, engine: 1 }
            missing: { radar: 1, pump: 1 }
            cannibalize: true
            joins: { other: { when: day 4, size: 1 } }
        """,
        """
        { available: jets, between: [day 4, day 8] } -> 0.5
        { available: jets, between: [day 9, day 11] } -> 0
        { available: jets, between: [day 12, day 13] } -> 0.5
        { available: jets, when: day 14 } -> 0
        { backorders: engine, at: base, when: day 11 } -> 1
        """);

    /// <summary>
    /// What is taken is fitted as a spare is: 12 h by the crew. Taking it out takes no time, and no unit is ordered or
    /// sent for it: one failed, one comes back.
    /// </summary>
    [Fact]
    public void A_part_that_is_taken_is_fitted_as_a_spare_is() => Rehearsal.Answers(
        """
        calendar: { from: day 1, to: day 20 }
        items: { radar: {}, engine: { fails: 10 d, repair: { takes: 3 d }, replace: { crew: line, takes: 12 h } } }
        stocks: { base: { engine: 0 } }
        fleets:
          jets:
            { at: base, size: 2, parts: { radar: 1, engine: 1 }, missing: { radar: 1 }, cannibalize: true }
        crews: { line: { at: base, teams: 1 } }
        """,
        """
        { available: jets, between: [day 1, day 10] } -> 0.5
        { available: jets, between: [day 11, day 11] } -> 0.25
        { available: jets, between: [day 12, day 20] } -> 0.5
        { busy: line, between: [day 11, day 11] } -> 0.5
        { backorders: engine, at: base, when: day 13 } -> 1
        { backorders: engine, at: base, when: day 14 } -> 0
        { busy: line, between: [day 14, day 14] } -> 0.5
        """);
}
