namespace Resupply.Tests.Supply;

/// <summary>Questions at the edge of what the file speaks of.</summary>
public class AnswerTests
{
    [Fact]
    public void A_stock_that_nothing_speaks_of_is_empty() => Rehearsal.Answers(
        """
        stocks: { base: { a: 10 } }
        demands: { use: { at: base, served-by: [a], per-day: 1 } }
        """,
        """
        { on-hand: a, at: depot, when: day 4 } -> 0
        { on-hand: b, at: base, when: day 4, net: true } -> 0
        { on-hand: b, at: base, at-least: 1 } -> 0
        { backorders: b, at: base, when: day 4 } -> 0
        { backorders: b, at: base, between: [day 4, day 6] } -> 0
        { days-of-supply: b, at: base, when: day 4 } -> none
        """);

    [Fact]
    public void A_scenario_without_supply_still_answers() => Rehearsal.Answers(
        "authorities: { fund: { amount: 0 } }",
        """
        { spent: fund } -> 1                  # nothing to be had counts as all of it
        { left: fund } -> 0
        """);

    [Fact]
    public void The_last_day_can_be_asked_about() => Rehearsal.Answers(
        """
        calendar: { from: day 1, to: day 1 }
        stocks: { base: { a: 3 } }
        demands: { use: { at: base, served-by: [a], per-day: 1 } }
        """,
        """
        { on-hand: a, at: base } -> 2
        { covered: use, until: day 1 } -> 1
        { shortage: use } -> never
        """);
}
