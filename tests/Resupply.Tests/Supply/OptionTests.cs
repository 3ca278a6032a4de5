namespace Resupply.Tests.Supply;

/// <summary>Courses of action and states of affairs as patches, by hand.</summary>
public class OptionTests
{
    private const string Plan =
        """
        stocks: { base: { a: { on-hand: 10 } } }
        demands:
          use: { at: base, served-by: [a], per-day: 2 }
          more: { at: base, served-by: [a], per-day: 1, unmet: waits }
        shipments:
          first: { to: base, item: a, quantity: 4, arrives: day 3 }
          second: { to: base, item: b, quantity: 4, arrives: day 3, funded-by: fund }
          third: { to: base, item: b, quantity: 3, arrives: day 3, funded-by: fund }
        authorities: { fund: { amount: 5 } }
        options:
          without: { shipments: { first: null }, demands: { more: null } }
          more-stock: { stocks: { base: { a: { on-hand: 20 } } } }
          short-form: { stocks: { base: { a: 30 } } }
          later: { shipments: { second: { arrives: day 4 } } }
          dearer: { items: { b: { price: 2 } } }
          an-extra: { shipments: { extra: { to: base, item: b, quantity: 1, arrives: day 3, funded-by: fund } } }
          touched: { shipments: { second: { quantity: 4 } } }
        worlds:
          hungry: { demands: { use: { per-day: 3 } }, stocks: { base: { a: { on-hand: 40 } } } }
        """;

    [Fact]
    public void What_an_option_removed_is_not_applicable() => Rehearsal.Answers(
        Plan,
        """
        { arrived: first } -> not applicable
        { arrived: [second, first] } -> not applicable
        { backlog: more, when: day 2 } -> not applicable
        { covered: [use, more], until: day 2 } -> not applicable
        { covered: use, until: day 5 } -> 1
        { unmet: use, until: day 6 } -> 2
        """,
        option: "without");

    [Theory]
    [InlineData("base", 7)]
    [InlineData("more-stock", 17)]
    [InlineData("short-form", 27)]
    public void A_stock_is_changed_in_long_or_short_form(string option, int left) => Rehearsal.Answers(
        Plan, $$"""{ on-hand: a, at: base, when: day 1 } -> {{left}}""", option);

    [Theory]
    [InlineData("base", 1, 0, 1)]
    [InlineData("later", 0, 1, 2)]
    [InlineData("dearer", 0, 0, 5)]
    [InlineData("touched", 1, 0, 1)]
    public void What_is_changed_keeps_its_place_in_the_file(string option, int second, int third, int left) =>
        Rehearsal.Answers(
            Plan,
            $$"""
            { arrived: second } -> {{second}}
            { arrived: third } -> {{third}}
            { left: fund } -> {{left}}
            """,
            option);

    [Fact]
    public void What_an_option_adds_stands_behind_everything_in_the_file() => Rehearsal.Answers(
        Plan,
        """
        { arrived: second } -> 1
        { left: fund } -> 0
        { on-hand: b, at: base } -> 5
        """,
        "an-extra");

    [Theory]
    [InlineData("base", "hungry", 36)]
    [InlineData("more-stock", "hungry", 16)]
    [InlineData("more-stock", "as-written", 17)]
    public void A_world_is_applied_before_an_option(string option, string world, int left) => Rehearsal.Answers(
        Plan, $$"""{ on-hand: a, at: base, when: day 1 } -> {{left}}""", option, world);
}
