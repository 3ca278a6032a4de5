using System.Collections.Immutable;
using Resupply.Language;
using Resupply.Planning;
using Resupply.Tests.Readiness;
using Resupply.Values;

namespace Resupply.Tests.Planning;

public class ReliefTests
{
    private static readonly Scenario Wings = Wing.Read(
        Wing.Text + "releases: { go-ahead: { granted: 2025-02-10 } }\n"
        + "shipments: { more: { to: base, contents: { engine: 1 }, arrives: 2025-02-01..2025-02-20 } }\n");

    [Fact]
    public void Each_part_each_crew_and_each_arrival_is_one() => Assert.Equal(
        [
            ("one more radar at base", "stocks.base.radar.on-hand"),
            ("one more engine at base", "stocks.base.engine.on-hand"),
            ("one more team of line", "crews.line.teams"),
            ("one more team of avionics", "crews.avionics.teams"),
            ("one more team of armament", "crews.armament.teams"),
            ("contractors of avionics a month earlier", "crews.avionics.joins.contractors.when"),
            ("first of f16 a month earlier", "fleets.f16.joins.first.when"),
            ("shipment more a month earlier", "shipments.more"),
            ("release go-ahead a month earlier", "releases.go-ahead.granted"),
        ],
        Reliefs.Of(Wings.Supply, Wings.Readiness).Select(relief => (relief.Name, relief.Path)));

    [Theory]
    [InlineData("one more radar at base", "stocks.base.radar.on-hand: 1 -> 2")]
    [InlineData("one more team of line", "crews.line.teams: 4 -> 5")]
    [InlineData("contractors of avionics a month earlier",
        "crews.avionics.joins.contractors.when: 2025-01-15 -> 2024-12-16")]
    [InlineData("release go-ahead a month earlier", "releases.go-ahead.granted: 2025-02-10 -> 2025-01-11")]
    public void It_changes_one_value_and_nothing_else(string name, string change)
    {
        var before = Values(Wings);
        var after = Values(With(Named(Wings, name), Wings));
        var changed = after.Where(pair => !before[pair.Key].Equals(pair.Value))
            .Select(pair => $"{pair.Key}: {Shown(before[pair.Key])} -> {Shown(pair.Value)}");
        Assert.Equal([change], changed);
        Assert.Equal(before.Keys.Order(StringComparer.Ordinal), after.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_draw_stays_as_it_was_but_for_the_value_itself()
    {
        foreach (var relief in Reliefs.Of(Wings.Supply, Wings.Readiness))
        {
            var (before, after) = (Drawn(Wings), Drawn(With(relief, Wings)));
            var path = relief is Relief.ShipmentEarlier ? $"{relief.Path}.arrives" : relief.Path;
            Assert.Equal(before.Remove(path), after.Remove(path));
            if (relief is not Relief.ReleaseEarlier) // which nobody needs, and so nobody draws
                Assert.NotEqual(before.GetValueOrDefault(path), after.GetValueOrDefault(path));
        }
    }

    [Theory]
    [InlineData("radar: 3", 4)]
    [InlineData("radar: 1.4", 2)]
    [InlineData("radar: 0.5 + 0 * (1..2)", 2)]
    [InlineData("radar: 0 - 5 + 0 * (1..2)", 1)]
    [InlineData("radar: { floor: 0 }", 1)]
    public void One_more_is_one_more_than_the_stock_comes_to(string stock, int units)
    {
        var scenario = Wing.Read(Wing.With("radar: { on-hand: 1, unserviceable: 8 }", stock));
        var values = Drawn(With(new Relief.Spare("base", "radar"), scenario));
        Assert.Equal(units, Rounding.Count(values["stocks.base.radar.on-hand"]));
    }

    [Fact]
    public void One_more_is_one_more_for_good_where_the_stock_is_replenished()
    {
        var scenario = Wing.Read(Wing.With("radar: { on-hand: 1, unserviceable: 8 }",
            "radar: { on-hand: 4, reorder-point: 2, order-up-to: 5, takes: 9 d }"));
        var values = Drawn(With(new Relief.Spare("base", "radar"), scenario));
        Assert.Equal((5, 3, 6), (
            values["stocks.base.radar.on-hand"],
            values["stocks.base.radar.reorder-point"],
            values["stocks.base.radar.order-up-to"]));
    }

    [Theory]
    [InlineData("2025-02-01", null)]
    [InlineData("2025-01-01", "is there from the first day as it is")]
    [InlineData("2024-12-24", "is there from the first day as it is")]
    [InlineData("2025-01-02", null)]
    [InlineData("2025-04-30", null)]
    [InlineData("2025-05-01", "comes after the calendar even so")]
    [InlineData("never", "never comes")]
    [InlineData("2024-12-01..2024-12-24", null)]
    public void What_can_change_nothing_is_seen_beforehand(string arrives, string? because)
    {
        var scenario = Wing.Read(Wing.Text + $"shipments: {{ more: {{ to: base, contents: {{ engine: 1 }}, "
            + $"arrives: {arrives} }} }}\n");
        Assert.Equal(because, Reliefs.WhyNothing(
            new Relief.ShipmentEarlier("more"), scenario.Supply, scenario.Readiness, scenario.From, scenario.Days));
    }

    [Fact]
    public void Later_tranches_of_a_shipment_that_is_there_on_the_first_day_still_come_earlier()
    {
        var scenario = Wing.Read(Wing.Text + "shipments: { more: { to: base, contents: { engine: 4 }, "
            + "arrives: 2025-01-01, tranches: 4, every: 1 w } }\n");
        Assert.Null(Reliefs.WhyNothing(
            new Relief.ShipmentEarlier("more"), scenario.Supply, scenario.Readiness, scenario.From, scenario.Days));
    }

    [Fact]
    public void A_calendar_is_cut_at_the_first_of_each_month() => Assert.Equal(
        ["2024-11-09..2024-11-30", "2024-12-01..2024-12-31", "2025-01-01..2025-01-01"],
        CalendarMonths.Of(Day.Of(2024, 11, 9), Day.Of(2025, 1, 1)).Select(month => $"{month.From}..{month.To}"));

    private static Relief Named(Scenario scenario, string name) =>
        Reliefs.Of(scenario.Supply, scenario.Readiness).Single(relief => relief.Name == name);

    private static Scenario With(Relief relief, Scenario scenario)
    {
        var (supply, readiness) = Reliefs.Apply(relief, scenario.Supply, scenario.Readiness);
        return scenario with { Supply = supply, Readiness = readiness };
    }

    private static Dictionary<string, Expression> Values(Scenario scenario)
    {
        var all = scenario.Supply.Stocks.SelectMany(stock => (Value?[])[stock.OnHand, stock.Floor])
            .Concat(scenario.Supply.Shipments.SelectMany(shipment => (Value?[])[shipment.Arrives, shipment.Departs]))
            .Concat(scenario.Supply.Releases.Select(release => release.Granted))
            .Concat(scenario.Readiness.Crews.Select(crew => crew.Teams))
            .Concat(scenario.Readiness.Crews.SelectMany(crew => crew.Joins).SelectMany(Values))
            .Concat(scenario.Readiness.Fleets.Select(fleet => fleet.Size))
            .Concat(scenario.Readiness.Fleets.SelectMany(fleet => fleet.Joins).SelectMany(Values));
        return all.OfType<Value>().ToDictionary(value => value.Path, value => value.Expression);
    }

    private static IEnumerable<Value> Values(Resupply.Readiness.Joining joining) => [joining.When, joining.Number];

    private static string Shown(Expression expression) => ((Expression.Constant)expression).Value is > 1000 and var day
        ? new Day((int)day).ToString()
        : $"{((Expression.Constant)expression).Value}";

    /// <summary>Everything drawn once in one replication, by path.</summary>
    private static ImmutableSortedDictionary<string, double> Drawn(Scenario scenario)
    {
        var once = Model.Compile(scenario, seed: 5).Once;
        var values = new double[once.Count];
        once.Draw(42, values);
        return once.Values.Select((value, slot) => KeyValuePair.Create(value.Path, values[slot]))
            .ToImmutableSortedDictionary(StringComparer.Ordinal);
    }
}
