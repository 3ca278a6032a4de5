namespace Resupply.Tests.Readiness;

/// <summary>Options over fleets, crews, parts and places of repair.</summary>
public class ReadinessOptionTests
{
    [Fact]
    public void The_wing_is_no_mistake() => Assert.Equal([], Said(Wing.Text, Scenario.BaseOption));

    [Fact]
    public void An_option_takes_contractors_away()
    {
        var plan = Read("crews: { avionics: { joins: { contractors: null }, leaves: null } }").Readiness;
        Assert.Empty(plan.Crews[1].Joins);
        Assert.Empty(plan.Crews[1].Leaves);
        Assert.Equal(2, plan.Crews[1].Teams.Fixed);
    }

    [Fact]
    public void An_option_changes_one_number_of_a_fleet_and_keeps_the_rest()
    {
        var fleet = Read("fleets: { f16: { size: 24, parts: { engine: 1 }, upkeep: null } }").Readiness.Fleets[0];
        Assert.Equal((24, true), (fleet.Size.Fixed, fleet.Size.Support.Decision));
        Assert.Equal([1.0, 1.0], fleet.Parts.Select(part => part.Count.Fixed!.Value));
        Assert.False(fleet.Parts[0].Count.Support.Decision);
        Assert.Null(fleet.Upkeep);
        Assert.Single(fleet.Inspections);
    }

    [Fact]
    public void An_option_sends_more_to_one_of_several_places()
    {
        var engine = Read("items: { engine: { repair: { shop: { share: 60% }, depot: { share: 40% } } } }")
            .Readiness.Parts[1];
        Assert.Equal([0.6, 0.4], engine.Places.Select(place => place.Share!.Fixed!.Value));
        Assert.Equal(["shop", "depot"], engine.Places.Select(place => place.Name!));
    }

    [Fact]
    public void An_option_that_takes_a_place_away_leaves_shares_that_do_not_sum_to_all() => Assert.Contains(
        "`share` is for several places, and `engine` has one",
        Said(Option("items: { engine: { repair: { shop: null } } }"), "other"));

    [Fact]
    public void An_option_that_takes_a_crew_away_says_what_still_asks_for_it()
    {
        var said = Said(Option("crews: { line: null }"), "other");
        Assert.Equal(
            [
                "`line` was removed from `crews`, and is still named in `items.radar.replace.crew`",
                "`line` was removed from `crews`, and is still named in `items.engine.repair.shop.crew`",
                "`line` was removed from `crews`, and is still named in `fleets.f16.inspections.phase.crew`",
                "`line` was removed from `crews`, and is still named in `fleets.f16.upkeep.crew`",
            ],
            said);
    }

    [Fact]
    public void An_option_may_set_who_fits_a_spare_from_a_list_to_one_crew()
    {
        var replace = Read("items: { radar: { replace: { crew: armament } } }").Readiness.Parts[0].Replace!;
        Assert.Equal(["armament"], replace.Crews);
        Assert.Equal(1 / 6.0, replace.Takes!.Fixed!.Value, 12);
    }

    [Fact]
    public void An_option_may_begin_with_units_that_wait_for_repair()
    {
        var units = Read("stocks: { base: { engine: { unserviceable: 3 } } }").Readiness.Unserviceable;
        Assert.Equal([8.0, 3.0], units.Select(each => each.Count.Fixed!.Value));
    }

    private static string Option(string changes) => $"{Wing.Text}\noptions:\n  other: {{ {changes} }}\n";

    private static Scenario Read(string changes) => Wing.Read(Option(changes), "other");

    private static string[] Said(string text, string option) =>
        [.. Wing.Check(text, option).Diagnostics.Select(said => said.Message)];
}
