namespace Resupply.Tests.Readiness;

/// <summary>One change to a plan that a method knows, and nothing is said beside the simulation.</summary>
public class ReadinessExactNearMissTests
{
    private const string Fleet =
        """
        calendar: { from: day 1, to: day 30 }
        sites: { base: {}, depot: {} }
        items:
          engine: { fails: exponential(200 h), repair: { at: here, crew: shop, takes: exponential(24 h) } }
          other: {}
        stocks: { base: { engine: { on-hand: 2 } } }
        fleets: { jets: { at: base, size: 10, parts: { engine: 1 } } }
        crews: { shop: { teams: 2 } }
        questions:
          ready: { available: jets, when: day 9 }
          busy: { busy: shop, between: [day 3, day 9] }
          short: { backorders: engine, at: base, when: day 9 }
        """;

    private const string Removals =
        """
        calendar: { from: day 1, to: day 30 }
        sites: { base: {}, depot: {} }
        lanes: { up: { from: base, to: depot, takes: 1 d }, down: { from: depot, to: base, takes: 2 d } }
        items:
          pump: { removals: { base: 1 per day }, repair: { at: here, crew: shop, takes: exponential(12 h) } }
          other: {}
        stocks: { base: { pump: { on-hand: 2 } } }
        crews: { shop: { teams: 1 } }
        questions:
          busy: { busy: shop, between: [day 3, day 9] }
          short: { backorders: pump, at: base, when: day 9 }
        """;

    [Fact]
    public void The_plans_without_a_change_are_known()
    {
        Assert.Equal(["busy", "ready", "short"], KnownBeside.Of(Fleet).Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["busy", "short"], KnownBeside.Of(Removals).Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("exponential(200 h)", "weibull(1.5; 200 h)")]
    [InlineData("exponential(200 h)", "exponential(200 h), ages: always")]
    [InlineData("exponential(200 h)", "exponential(200 h), age: 20 h")]
    [InlineData("exponential(200 h)", "exponential(uniform(100 h; 300 h))")]
    [InlineData("exponential(200 h)", "exponential(0.2 h)")]
    [InlineData("exponential(24 h)", "gamma(24 h; 12 h)")]
    [InlineData("exponential(24 h)", "exponential(24 h) + 1 h")]
    [InlineData("exponential(24 h)", "exponential(24 h), condemned: 1%")]
    [InlineData("crew: shop", "crew: [shop, second]")]
    [InlineData("at: here", "at: depot")]
    [InlineData("takes: exponential(24 h) }", "takes: exponential(24 h) }, replace: { takes: 1 h }")]
    [InlineData("takes: exponential(24 h) }", "takes: exponential(24 h) }, removals: { base: 0.1 per day }")]
    [InlineData("other: {}", "other: { removals: { base: 1 per d }, repair: { at: here, crew: shop, takes: 1 h } }")]
    [InlineData("parts: { engine: 1 }", "parts: { engine: 2 }")]
    [InlineData("parts: { engine: 1 }", "parts: { engine: 1, other: 1 }")]
    [InlineData("parts: { engine: 1 }", "parts: { engine: 1 }, cannibalize: true")]
    [InlineData("parts: { engine: 1 }", "parts: { engine: 1 }, missing: { engine: 1 }")]
    [InlineData("parts: { engine: 1 }", "parts: { engine: 1 }, losses-per-month: 0.1")]
    [InlineData("parts: { engine: 1 }", "parts: { engine: 1 }, upkeep: { per-hour: 0.1 h, crew: shop }")]
    [InlineData("parts: { engine: 1 }", "parts: { engine: 1 }, inspections: { a: { every: 100 h, takes: 1 h } }")]
    [InlineData("parts: { engine: 1 }", "parts: { engine: 1 }, joins: { a: { when: day 4, size: 1 } }")]
    [InlineData("parts: { engine: 1 }", "parts: { engine: 1 }, leaves: { a: { when: day 4, size: 1 } }")]
    [InlineData("size: 10", "size: uniform(9; 11)")]
    [InlineData("size: 10", "size: 10, operates: uniform(2 h; 8 h) per day")]
    [InlineData("on-hand: 2", "on-hand: uniform(1; 3)")]
    [InlineData("on-hand: 2", "on-hand: 2, unserviceable: uniform(1; 3)")]
    [InlineData("on-hand: 2", "on-hand: 2, from-site: depot")]
    [InlineData("on-hand: 2", "on-hand: 2, order-up-to: 2, takes: 3 d")]
    [InlineData("teams: 2", "teams: uniform(1; 3)")]
    [InlineData("teams: 2", "teams: 2, works: 10 h per day")]
    [InlineData("teams: 2", "teams: 2, joins: { a: { when: day 4, teams: 1 } }")]
    [InlineData("teams: 2", "teams: 2, leaves: { a: { when: day 4, teams: 1 } }")]
    [InlineData("crews:", "demands: { need: { at: base, served-by: [engine], per-day: 1 } }\ncrews:")]
    [InlineData("crews:", "shipments: { more: { to: base, item: engine, quantity: 1, arrives: day 3 } }\ncrews:")]
    public void A_fleet_of_which_more_is_said_is_simulated_alone(string old, string changed) =>
        IsUnknown(Fleet, old, changed);

    [Theory]
    [InlineData("exponential(12 h)", "gamma(12 h; 6 h) * 2")]
    [InlineData("exponential(12 h)", "exponential(12 h), condemned: 1%")]
    [InlineData("base: 1 per day", "base: \"uniform(1; 2) per day\"")]
    [InlineData("at: here", "at: depot, back: down")]
    [InlineData("crew: shop", "crew: [shop, second]")]
    [InlineData("teams: 1", "teams: 1, works: 10 h per day")]
    [InlineData("teams: 1", "teams: 1, joins: { a: { when: day 4, teams: 1 } }")]
    [InlineData("other: {}", "other: { removals: { base: 1 per d }, repair: { at: here, crew: shop, takes: 1 h } }")]
    [InlineData("on-hand: 2", "on-hand: uniform(1; 3)")]
    [InlineData(
        "crews:", "shipments: { out: { to: depot, from: base, item: pump, quantity: 1, departs: day 2 } }\ncrews:")]
    [InlineData("crews:", "fleets: { jets: { at: base, size: 3, parts: { pump: 1 } } }\ncrews:")]
    public void Removals_of_which_more_is_said_are_simulated_alone(string old, string changed) =>
        IsUnknown(Removals, old, changed);

    private static void IsUnknown(string text, string old, string changed)
    {
        Assert.Contains(old, text, StringComparison.Ordinal);
        var whole = text.Replace(old, changed, StringComparison.Ordinal);
        if (changed.Contains("second", StringComparison.Ordinal))
            whole = whole.Replace("crews: { ", "crews: { second: { teams: 1 }, ", StringComparison.Ordinal);
        Assert.Empty(KnownBeside.Of(whole));
    }
}
