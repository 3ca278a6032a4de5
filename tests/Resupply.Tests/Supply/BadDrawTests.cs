using Resupply.Values;

namespace Resupply.Tests.Supply;

/// <summary>A parameter that is drawn outside its domain is an error of the run, which names the draw.</summary>
public class BadDrawTests
{
    [Theory]
    [InlineData("per-day: poisson(x - 3)", "", "1 d", "demands.use.per-day: mean is ")]
    [InlineData("per-day: poisson(x), level: { day 1: x - 3 }", "", "1 d", "demands.use.per-day: mean is ")]
    [InlineData("arrivals: poisson(x * 10 M), size: 1", "", "1 d", "demands.use.arrivals: ")]
    [InlineData("arrivals: 1, size: poisson(x - 3)", "", "1 d", "demands.use.arrivals: mean is ")]
    [InlineData("per-day: 1, share: x + 1", "", "1 d", "demands.use.share: ")]
    [InlineData("per-day: poisson(x), share: x + 1", "", "1 d", "demands.use.share: ")]
    [InlineData("per-day: 1, share: x - 3", "", "1 d", "demands.use.share: ")]
    [InlineData("per-day: 1", "confirmed: x + 1,", "1 d", "shipments.truck.confirmed: ")]
    [InlineData("per-day: 1", "lost-on-the-way: x + 1,", "1 d", "shipments.truck.lost-on-the-way: ")]
    [InlineData("per-day: 1", "tranches: x * 500 + 1000, every: 1 d,", "1 d", "shipments.truck.tranches: ")]
    [InlineData("per-day: 1", "", "exponential((x - 3) * 1 d)", "lanes.road.takes: mean is ")]
    [InlineData("per-day: poisson(1 / (x - x))", "", "1 d", "demands.use.per-day: ")]
    public void The_draw_is_named(string need, string shipment, string takes, string message)
    {
        var text =
            $$"""
            unknowns: { x: 1..2 }
            lanes: { road: { from: depot, to: base, takes: {{takes}} } }
            stocks: { base: { a: { on-hand: 9, order-up-to: 9, from-site: depot } }, depot: { a: 9 } }
            demands: { use: { at: base, served-by: [a], {{need}} } }
            shipments: { truck: { to: base, item: b, quantity: 9, {{shipment}} departs: day 3, via: road } }
            questions: { q: { met: use } }
            """;
        var problem = Assert.Throws<DrawException>(() => Rehearsal.Report(text, replications: 3));
        Assert.StartsWith(message, problem.Message, StringComparison.Ordinal);
        Assert.EndsWith("(in replication 0)", problem.Message, StringComparison.Ordinal);
    }
}
