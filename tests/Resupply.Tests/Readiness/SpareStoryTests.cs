using Resupply.Tests.Supply;

namespace Resupply.Tests.Readiness;

/// <summary>
/// Small stories of spares between a base, a depot and a factory, with fixed times. "At 5.0" is five days after the
/// start, 00:00 of day 6; what happens then is after the close of day 5.
/// </summary>
public class SpareStoryTests
{
    private const string Sites = "sites: { base: {}, depot: {}, factory: {} }";

    private const string Lanes =
        """
        lanes:
          out: { from: base, to: depot, takes: 1 d }
          home: { from: depot, to: base, takes: 2 d }
          down: { from: factory, to: depot, takes: 4 d }
        """;

    /// <summary>
    /// A unit fails every third day. At 3.0 the base's spare is fitted and the depot's sent: it comes at 5.0. What
    /// failed is at the depot at 4.0 and repaired at 10.0. At 6.0 the same again, but the depot has none until 10.0:
    /// the order waits 4 d and comes at 12.0. At 9.0 there is no spare: down until 12.0; that order goes out at 13.0,
    /// with the second unit repaired, and comes at 15.0, just as the one fitted at 12.0 fails.
    /// </summary>
    [Fact]
    public void A_base_orders_one_when_a_unit_leaves_for_repair() => Rehearsal.Answers(
        $$"""
        calendar: { from: day 1, to: day 16 }
        {{Sites}}
        {{Lanes}}
        items: { x: { fails: 3 d, repair: { at: depot, takes: 6 d } } }
        stocks:
          base: { x: { on-hand: 1, from-site: depot } }
          depot: { x: { on-hand: 1, from-site: factory } }
          factory: { x: 10 }
        fleets: { jets: { at: base, size: 1, parts: { x: 1 } } }
        """,
        """
        { on-hand: x, at: base, when: day 3 } -> 1
        { on-hand: x, at: base, when: day 4 } -> 0
        { on-hand: x, at: depot, when: day 4 } -> 0
        { on-hand: x, at: base, when: day 5 } -> 0
        { on-hand: x, at: base, when: day 6 } -> 1
        { available: jets, between: [day 1, day 9] } -> 1
        { backorders: x, at: depot, when: day 6 } -> 0
        { backorders: x, at: depot, when: day 7 } -> 1
        { backorders: x, at: depot, when: day 10 } -> 2
        { backorders: x, at: depot, when: day 11 } -> 1
        { backorders: x, at: depot, between: [day 7, day 13] } -> 1.142857  # 4 and 4 of 7 days
        { available: jets, between: [day 10, day 12] } -> 0
        { available: jets, between: [day 13, day 16] } -> 1
        { on-hand: x, at: factory, when: day 16 } -> 10  # nothing was condemned
        """);

    /// <summary>
    /// Condemned at the depot at 10.0 (3.0, 1 d, 6 d): only then the depot orders one from the factory, there at 14.0.
    /// </summary>
    [Fact]
    public void A_unit_condemned_elsewhere_is_ordered_by_the_stock_there() => Rehearsal.Answers(
        $$"""
        calendar: { from: day 1, to: day 20 }
        {{Sites}}
        {{Lanes}}
        items: { x: { fails: 3 d, repair: { at: depot, takes: 6 d, condemned: 100% } } }
        stocks:
          base: { x: { on-hand: 0, from-site: depot } }
          depot: { x: { on-hand: 0, from-site: factory } }
          factory: { x: 10 }
        fleets: { jets: { at: base, size: 1, parts: { x: 1 } } }
        """,
        """
        { on-hand: x, at: factory, when: day 10 } -> 10
        { on-hand: x, at: factory, when: day 11 } -> 9
        { backorders: x, at: depot, when: day 14 } -> 1
        { backorders: x, at: depot, when: day 15 } -> 0
        { available: jets, when: day 16 } -> 0
        { available: jets, when: day 17 } -> 1
        """);

    /// <summary>
    /// Discarded at 3.0: the base orders from the depot, the depot from the factory. The depot's own comes at 5.0; the
    /// factory's is at the depot at 7.0. The next fails at 8.0: 10.0 and 12.0.
    /// </summary>
    [Theory]
    [InlineData("")]
    [InlineData(", repair: { at: here, condemned: 100% }")] // found at once
    [InlineData(", repair: { at: factory }")] // no lane, no time; the order goes up to the site of the repair
    public void What_will_not_come_back_is_ordered_all_the_way_up(string repair) => Rehearsal.Answers(
        $$"""
        calendar: { from: day 1, to: day 20 }
        {{Sites}}
        {{Lanes}}
        items: { x: { fails: 3 d{{repair}} } }
        stocks:
          base: { x: { on-hand: 0, from-site: depot } }
          depot: { x: { on-hand: 1, from-site: factory } }
          factory: { x: 10 }
        fleets: { jets: { at: base, size: 1, parts: { x: 1 } } }
        """,
        $$"""
        { on-hand: x, at: depot, when: day 3 } -> 1
        { on-hand: x, at: depot, when: day 4 } -> 0
        { on-hand: x, at: factory, when: day 4 } -> {{(repair.Contains("factory", StringComparison.Ordinal) ? 10 : 9)}}
        { available: jets, between: [day 4, day 5] } -> 0
        { available: jets, between: [day 6, day 8] } -> 1
        { on-hand: x, at: depot, when: day 7 } -> 0
        { on-hand: x, at: depot, when: day 8 } -> 1
        { available: jets, between: [day 9, day 10] } -> 0
        { available: jets, between: [day 11, day 13] } -> 1
        """);

    /// <summary>Repaired at the base itself, nothing is ordered.</summary>
    [Fact]
    public void What_is_repaired_here_is_never_ordered() => Rehearsal.Answers(
        $$"""
        {{Sites}}
        {{Lanes}}
        items: { x: { fails: 3 d, repair: { at: here, takes: 1 d } } }
        stocks: { base: { x: { on-hand: 1, from-site: depot } }, depot: { x: 5 } }
        fleets: { jets: { at: base, size: 1, parts: { x: 1 } } }
        """,
        """
        { available: jets, between: [day 1, day 10] } -> 1
        { on-hand: x, at: base, when: day 4 } -> 0
        { on-hand: x, at: base, when: day 5 } -> 1
        { on-hand: x, at: depot, when: day 10 } -> 5
        """);

    /// <summary>
    /// With `back` it comes to the base it was removed at: 3.0, at the depot 4.0, repaired 7.0, back 9.0.
    /// </summary>
    [Fact]
    public void A_repaired_unit_goes_back_to_the_stock_of_its_site() => Rehearsal.Answers(
        $$"""
        {{Sites}}
        {{Lanes}}
        items: { x: { fails: 3 d, repair: { at: depot, takes: 3 d, via: out, back: home } } }
        fleets: { jets: { at: base, size: 1, parts: { x: 1 } } }
        """,
        """
        { available: jets, between: [day 4, day 9] } -> 0
        { available: jets, between: [day 10, day 10] } -> 1
        { backorders: x, at: base, when: day 9 } -> 1
        """);

    /// <summary>
    /// A stock with an order rule of its own keeps to it: it orders at the next 00:00, and its orders come at one.
    /// Failed and fitted at 2.5, ordered at 3.0, there at 5.0 (36 h are two days, halves up).
    /// </summary>
    [Fact]
    public void A_stock_with_a_rule_of_its_own_orders_by_it() => Rehearsal.Answers(
        """
        lanes: { home: { from: depot, to: base, takes: 36 h } }
        items: { x: { fails: 60 h, repair: { at: depot, takes: 50 d } } }
        stocks: { base: { x: { on-hand: 1, order-up-to: 1, from-site: depot } }, depot: { x: 5 } }
        fleets: { jets: { at: base, size: 1, parts: { x: 1 } } }
        """,
        """
        { on-hand: x, at: base, when: day 3 } -> 0
        { on-hand: x, at: depot, when: day 3 } -> 5
        { on-hand: x, at: depot, when: day 4 } -> 4
        { on-hand: x, at: base, when: day 5 } -> 0
        { available: jets, between: [day 1, day 7] } -> 1  # the spare of 5.0 was fitted at once when the next failed
        { on-hand: x, at: base, when: day 6 } -> 0
        """);

    /// <summary>Three are repaired at 3.0; one leaves a day, at 3.0, 4.0 and 5.0, each a day on the way.</summary>
    [Fact]
    public void A_lanes_lift_counts_parts() => Rehearsal.Answers(
        """
        lanes:
          out: { from: base, to: depot }
          home: { from: depot, to: base, takes: 1 d, lift: 1 per day }
        items: { x: { repair: { at: depot, takes: 3 d, via: out, back: home } } }
        stocks: { base: { x: { unserviceable: 3 } } }
        """,
        """
        { on-hand: x, at: base, when: day 4 } -> 0
        { on-hand: x, at: base, when: day 5 } -> 1
        { on-hand: x, at: base, when: day 6 } -> 2
        { on-hand: x, at: base, when: day 7 } -> 3
        """);

    /// <summary>
    /// Two fleets, one line at the stock: props (16 h a day) fail at 3.0, jets at 2.0. Of the two spares, of day 5 and
    /// day 8, the first is for the jets, which fail again at 6.0.
    /// </summary>
    [Fact]
    public void Who_waits_longest_gets_the_first_spare() => Rehearsal.Answers(
        """
        items: { x: { fails: 48 h } }
        shipments:
          one: { to: base, item: x, quantity: 1, arrives: day 5 }
          two: { to: base, item: x, quantity: 1, arrives: day 8 }
        fleets:
          props: { at: base, size: 1, operates: 16 h per day, parts: { x: 1 } }
          jets: { at: base, size: 1, parts: { x: 1 } }
        """,
        """
        { available: jets, between: [day 3, day 4] } -> 0
        { available: jets, between: [day 5, day 6] } -> 1
        { available: jets, between: [day 7, day 10] } -> 0
        { available: props, between: [day 1, day 3] } -> 1
        { available: props, between: [day 4, day 7] } -> 0
        { available: props, between: [day 8, day 10] } -> 1
        """);

    /// <summary>A demand at the site takes its unit of the day before a place in line does.</summary>
    [Theory]
    [InlineData(1, "0")]
    [InlineData(2, "1")]
    public void A_demand_of_the_day_comes_before_a_place_in_line(int shipped, string available) => Rehearsal.Answers(
        $$"""
        items: { x: { fails: 2 d } }
        demands: { use: { at: base, served-by: [x], per-day: 1 } }
        shipments: { some: { to: base, item: x, quantity: {{shipped}}, arrives: day 5 } }
        fleets: { jets: { at: base, size: 1, parts: { x: 1 } } }
        """,
        $$"""
        { met: use } -> 0.1
        { available: jets, when: day 4 } -> 0
        { available: jets, between: [day 5, day 6] } -> {{available}}
        { on-hand: x, at: base, when: day 5 } -> 0
        """);

    /// <summary>A place in line at the depot itself comes before another site's order, though that is older.</summary>
    [Fact]
    public void A_place_in_line_comes_before_the_order_of_another_site() => Rehearsal.Answers(
        """
        items: { x: { fails: 2 d } }
        stocks: { base: { x: { on-hand: 0, from-site: depot } } }
        shipments: { one: { to: depot, item: x, quantity: 1, arrives: day 5 } }
        fleets:
          jets: { at: base, size: 1, parts: { x: 1 } }
          props: { at: depot, size: 1, operates: 16 h per day, parts: { x: 1 } }
        """,
        """
        { available: props, when: day 4 } -> 0
        { available: props, when: day 5 } -> 1
        { available: jets, when: day 6 } -> 0
        { backorders: x, at: depot, when: day 4 } -> 2
        { backorders: x, at: depot, when: day 5 } -> 1
        """);

    /// <summary>By share to the base's own shop or to the depot, each with its own way.</summary>
    [Theory]
    [InlineData("100%", "0%", 4)]
    [InlineData("0%", "100%", 7)]
    public void The_place_of_a_repair_is_drawn_by_share(string here, string depot, int back) => Rehearsal.Answers(
        $$"""
        {{Lanes.Replace("down: { from: factory, to: depot, takes: 4 d }", "", StringComparison.Ordinal)}}
        items:
          x:
            fails: 3 d
            repair:
              shop: { at: here, takes: 1 d, share: {{here}} }
              depot: { at: depot, takes: 1 d, via: out, back: home, share: {{depot}} }
        fleets: { jets: { at: base, size: 1, parts: { x: 1 } } }
        """,
        $$"""
        { available: jets, when: day {{back}} } -> 0
        { available: jets, when: day {{back + 1}} } -> 1
        """);
}
