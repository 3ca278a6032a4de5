using Resupply.Answers;
using Resupply.Readiness;

namespace Resupply.Tests.Readiness;

public class ReadinessReaderTests
{
    private static readonly Scenario Scenario = Wing.Read(Wing.Text);
    private static readonly ReadinessPlan Plan = Scenario.Readiness;

    [Fact]
    public void Items_of_which_nothing_is_said_as_parts_are_none() =>
        Assert.Equal(["radar", "engine", "pump"], Plan.Parts.Select(part => part.Item));

    [Fact]
    public void A_part_has_its_life_its_repair_and_its_replacement()
    {
        var radar = Plan.Parts[0];
        Assert.Equal("exponential(300 h)", radar.Fails!.Text);
        Assert.False(radar.AgesAlways);
        Assert.Equal("items.radar.age", radar.Age!.Path);
        Assert.Equal(["line", "armament"], radar.Replace!.Crews);
        var place = Assert.Single(radar.Places);
        Assert.Equal(("depot", "by-air", "depot-to-base", null), (place.Site, place.Via, place.Back, place.Name));
        Assert.Equal((0.02, null), (place.Condemned!.Fixed, place.Share));
        Assert.Equal(["avionics"], place.Work.Crews);
        Assert.Equal("items.radar.repair", place.PathOf("radar"));
    }

    [Fact]
    public void Several_places_have_names_and_here_is_none_of_them()
    {
        var engine = Plan.Parts[1];
        Assert.True(engine.AgesAlways);
        Assert.Equal([("shop", null), ("depot", "depot")], engine.Places.Select(place => (place.Name!, place.Site)));
        Assert.Equal([0.3, 0.7], engine.Places.Select(place => place.Share!.Fixed!.Value));
        Assert.Equal(
            engine.Places.Select(place => place.PathOf("engine") + ".takes"),
            engine.Places.Select(place => place.Work.Takes!.Path));
    }

    [Fact]
    public void A_repair_of_which_nothing_is_said_is_one_here_in_no_time()
    {
        var plan = Wing.Read(Wing.With("repair: { at: depot, takes: 12 d, via: by-air, back: depot-to-base }",
            "repair: {}")).Readiness;
        var place = Assert.Single(plan.Parts[2].Places);
        Assert.Equal((null, null, null), (place.Site, place.Work.Takes, place.Back));
    }

    [Fact]
    public void A_fleet_is_read_whole()
    {
        var fleet = Assert.Single(Plan.Fleets);
        Assert.Equal(("f16", "base", 12.0), (fleet.Name, fleet.Site, fleet.Size.Fixed));
        Assert.Equal(2 / 24.0, fleet.Operates!.Fixed!.Value, 12);
        Assert.Equal(
            [("radar", 1.0), ("engine", 2.0)], fleet.Parts.Select(part => (part.Item, part.Count.Fixed!.Value)));
        Assert.Equal([("radar", 3.0)], fleet.Missing.Select(part => (part.Item, part.Count.Fixed!.Value)));
        var phase = Assert.Single(fleet.Inspections);
        Assert.Equal(("phase", 12.5, "base"), (phase.Name, phase.Every.Fixed, phase.Site));
        Assert.Equal(5, phase.Work.Takes!.Fixed);
        Assert.Equal(0.25, fleet.Upkeep!.PerHour.Fixed);
        Assert.Equal(6, Assert.Single(fleet.Joins).Number.Fixed);
        Assert.Equal("sold", Assert.Single(fleet.Leaves).Name);
        Assert.Equal((0.1, true), (fleet.LossesPerMonth!.Fixed, fleet.Cannibalizes));
    }

    [Fact]
    public void Crews_unserviceable_units_and_removals_are_read()
    {
        Assert.Equal(
            [("line", null), ("avionics", "depot"), ("armament", "base")],
            Plan.Crews.Select(crew => (crew.Name, crew.Site)));
        Assert.Equal(10 / 24.0, Plan.Crews[1].Works!.Fixed!.Value, 12);
        Assert.Equal(3, Assert.Single(Plan.Crews[1].Joins).Number.Fixed);
        Assert.Equal(1, Assert.Single(Plan.Crews[1].Leaves).Number.Fixed);
        var units = Assert.Single(Plan.Unserviceable);
        Assert.Equal(("base", "radar", 8.0), (units.Site, units.Item, units.Count.Fixed));
        var removals = Assert.Single(Plan.Parts[2].Removals);
        Assert.Equal(("base", 0.04), (removals.Site, removals.Rate.Fixed));
    }

    [Fact]
    public void Stocks_that_readiness_draws_on_or_fills_are_there_though_nobody_declared_them() => Assert.Equal(
        ["stocks.base.radar", "stocks.base.engine", "stocks.depot.engine", "stocks.base.pump"],
        Scenario.Supply.Stocks.Select(stock => stock.Path));

    [Fact]
    public void A_place_that_keeps_what_it_repaired_has_a_stock()
    {
        var kept = Wing.Read(Wing.With("12 d, via: by-air, back: depot-to-base", "12 d, via: by-air")).Supply.Stocks;
        Assert.Contains("stocks.depot.pump", kept.Select(stock => stock.Path));
    }

    [Fact]
    public void A_unit_goes_over_the_lane_named_or_the_only_one_and_back_over_that_named()
    {
        var (radar, engine) = (Plan.Parts[0].Places[0], Plan.Parts[1].Places);
        Assert.Equal("by-air", RepairRoutes.LaneThere(Scenario.Supply, radar, "base")!.Name);
        Assert.Equal("base-to-depot", RepairRoutes.LaneThere(Scenario.Supply, radar with { Via = null }, "base")!.Name);
        Assert.Equal("depot-to-base", RepairRoutes.LaneBack(Scenario.Supply, radar, "base")!.Name);
        Assert.Null(RepairRoutes.LaneBack(Scenario.Supply, engine[1], "base"));
        Assert.Null(RepairRoutes.LaneThere(Scenario.Supply, engine[0], "base"));
        Assert.Equal("base", RepairRoutes.SiteOf(engine[0], "base"));
        Assert.Null(RepairRoutes.LaneThere(Scenario.Supply, radar, "depot"));
        Assert.Null(RepairRoutes.LaneBack(Scenario.Supply, radar, "depot"));
    }

    [Theory]
    [InlineData("available: f16", "of the f16 can be used at the end of 2025-03-31")]
    [InlineData("available: f16, when: 2025-03-01", "of the f16 can be used at the end of 2025-03-01")]
    [InlineData(
        "available: f16, when: 2025-03-01, at-least: 60%",
        "at least 60 % of the f16 can be used at the end of 2025-03-01")]
    [InlineData(
        "available: f16, between: [2025-01-01, 2025-03-01]",
        "of the f16 can be used on average from 2025-01-01 to 2025-03-01")]
    [InlineData(
        "available: f16, between: [2025-03-01, 2025-03-01]", "of the f16 can be used on average during 2025-03-01")]
    [InlineData("busy: avionics", "of the working time of avionics is in use during 2025-03-31")]
    [InlineData(
        "busy: avionics, between: [2025-01-01, 2025-03-01]",
        "of the working time of avionics is in use from 2025-01-01 to 2025-03-01")]
    [InlineData("backorders: radar, at: base", "radar waited for at base at the end of 2025-03-31")]
    [InlineData(
        "backorders: radar, at: base, between: [2025-03-01, 2025-03-01]",
        "radar waited for at base, average during 2025-03-01")]
    public void A_question_is_read_back_in_words(string question, string words) =>
        Assert.Equal(words, Assert.Single(Wing.Read(Wing.Asking($"ready: {{ {question} }}")).Questions).InWords);

    [Fact]
    public void A_question_about_a_fleet_that_an_option_took_away_does_not_apply()
    {
        const string Without = "\noptions: { none: { fleets: { f16: null } } }\n";
        var removed = Assert.Single(Wing.Read(Wing.Text + Without, "none").Questions);
        Assert.Equal("f16", Assert.IsType<Question.Removed>(removed).Thing);
    }
}
