using Resupply.Tests.Supply;

namespace Resupply.Tests.Promises;

/// <summary>The second promise: a draw depends on its path and ordinal, never on what stands beside it.</summary>
public class CommonRandomNumbersTests
{
    private const string Stocks = "stocks: { base: { a: 40..60 }";

    private const string Plan =
        """
        calendar: { from: day 1, to: day 30 }
        items: { a: { price: 10 }, b: { price: 1 }, c: {} }
        lanes: { road: { from: depot, to: base, takes: 1 d..4 d } }
        stocks: { base: { a: 40..60 }, depot: { b: 10..20 } }
        demands:
          use: { at: base, served-by: [a], per-day: negative-binomial(3; 0.5), share: 60%..80% }
        shipments:
          truck: { to: base, contents: { a: 20..40 }, departs: day 4..day 9, via: road, tranches: 3, every: 3 d,
                   lost-on-the-way: 20%, confirmed: 80% }
        options:
          hungrier: { demands: { use: { per-day: negative-binomial(4; 0.5) } } }
          later: { shipments: { truck: { departs: day 8..day 13 } } }
          two-items: { shipments: { truck: { contents: { b: 30 } } } }
        questions:
          lasts: { covered: use, until: day 20 }
          share: { met: use }
          left: { on-hand: a, at: base, when: day 12 }
          first: { shortage: use }
        """;

    [Theory]
    [InlineData("items: { a:", "items: { new: {}, a:")]
    [InlineData("stocks: { base: { a: 40..60 }", "stocks: { donor: { c: 5..9 }, base: { c: 1..9, a: 40..60 }")]
    [InlineData(
        "\ndemands:", "\ndemands:\n  new: { at: base, served-by: [c], per-day: poisson(2), priority: 1 }")]
    [InlineData(
        "\nshipments:", "\nshipments:\n  new: { to: base, item: c, quantity: 5..9, departs: day 2..day 9, via: road }")]
    [InlineData("lanes: {", "lanes: { new: { from: donor, to: base, takes: 1 d..9 d },")]
    [InlineData("\ndemands:", "\nunknowns: { x: 1..9 }\nauthorities: { fund: { amount: 10 * x } }\ndemands:")]
    public void Something_unrelated_leaves_every_answers_bytes(string before, string after)
    {
        Assert.Contains(before, Plan, StringComparison.Ordinal);
        Assert.Equal(
            Rehearsal.AnswersAsJson(Plan, replications: 700),
            Rehearsal.AnswersAsJson(Plan.Replace(before, after, StringComparison.Ordinal), replications: 700));
    }

    [Fact]
    public void The_place_in_the_file_changes_no_draw()
    {
        var moved = Plan
            .Replace("contents: { a: 20..40 }", "contents: { b: 50, a: 20..40 }", StringComparison.Ordinal)
            .Replace(Stocks, "stocks: { base: { b: 7, a: 40..60 }", StringComparison.Ordinal);
        Assert.NotEqual(Plan, moved);
        Assert.Equal(
            Rehearsal.AnswersAsJson(Plan, replications: 700), Rehearsal.AnswersAsJson(moved, replications: 700));
    }

    [Fact]
    public void An_item_that_an_option_adds_to_a_shipment_leaves_the_others_losses() => Assert.Equal(
        Rehearsal.AnswersAsJson(Plan, replications: 700),
        Rehearsal.AnswersAsJson(Plan, option: "two-items", replications: 700));

    [Fact]
    public void An_option_that_changes_the_need_leaves_the_shipments_draws()
    {
        var arrived = Plan.Replace(
            "first: { shortage: use }", "there: { arrived: truck, by: day 14 }", StringComparison.Ordinal);
        var (as_is, changed) = (Last(arrived, "base"), Last(arrived, "hungrier"));
        Assert.Equal(as_is, changed);
    }

    [Fact]
    public void An_option_that_changes_a_shipment_leaves_the_needs_draws()
    {
        // What is needed in all is what is met and what is unmet; where nothing is short it is all met.
        var needed = Plan
            .Replace("a: 40..60", "a: 5000", StringComparison.Ordinal)
            .Replace("first: { shortage: use }", "need: { unmet: use }", StringComparison.Ordinal)
            .Replace("a: 5000", "a: 0", StringComparison.Ordinal)
            .Replace("confirmed: 80%", "confirmed: 0%", StringComparison.Ordinal);
        Assert.Equal(Last(needed, "base"), Last(needed, "later"));
    }

    private static string Last(string text, string option) =>
        Rehearsal.AnswersAsJson(text, option, replications: 700)[^1];
}
