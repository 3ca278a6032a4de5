using System.Text.Json;
using Resupply.Exact;
using Resupply.Values;

namespace Resupply.Tests.Exact;

public class FleetAvailabilityTests
{
    private const double Gap = 1e-9;

    [Fact]
    public void Nine_parts_in_forty_aircraft_are_as_computed_elsewhere()
    {
        var oracle = Oracle.Read("availability_kth2021.json");
        var expected = oracle.GetProperty("expected");
        foreach (var row in expected.GetProperty("rows").EnumerateArray())
        {
            var fleet = Fleet(oracle, row);
            Assert.Equal(Number(row, "total_ebo"), fleet.Parts.Sum(part => part.Backorders), Gap);
            Assert.Equal(Number(row, "availability_product"), fleet.Product, Gap);
            Assert.Equal(Number(row, "availability_linear"), fleet.Linear, Gap);
            Assert.Equal(Number(row, "no_cannibalisation_prob_zero_down"), fleet.NoneDown, Gap);
            var cannibalised = row.GetProperty("full_cannibalisation");
            var atMost = cannibalised.GetProperty("P_down_at_most").Numbers();
            for (var down = 0; down < atMost.Length; down++) Assert.Equal(atMost[down], fleet.AtMostDown(down), Gap);
            Assert.Equal(Number(cannibalised, "expected_down"), fleet.CannibalisedDown, Gap);
            Assert.Equal(Number(cannibalised, "expected_availability"), fleet.Cannibalised, Gap);
        }

        foreach (var row in expected.GetProperty("min_cost_for_availability").EnumerateArray())
            Assert.Equal(Number(row, "availability"), Fleet(oracle, row).Product, Gap);
    }

    [Fact]
    public void Several_places_for_a_part_share_its_holes()
    {
        var part = new FittedPart(new Pmf(0, [0.5, 0.25, 0.25]), Stock: 0, PerMember: 2);
        var fleet = new FleetAvailability(3, [part]);
        Assert.Equal(0.75, part.Backorders, 1e-15);
        Assert.Equal(Math.Pow(1 - (0.75 / 6), 2), fleet.Product, 1e-14);
        Assert.Equal(0.5, fleet.CannibalisedDown, 1e-15);
        Assert.Equal(0.75, fleet.Linear, 1e-15);
    }

    [Fact]
    public void No_more_members_are_down_than_there_are()
    {
        var fleet = new FleetAvailability(3, [new FittedPart(CountPmf.Poisson(40)!, Stock: 1)]);
        Assert.Equal(0, fleet.Product, 1e-12);
        Assert.Equal(0, fleet.Linear, 1e-12);
        Assert.Equal(0, fleet.Cannibalised, 1e-12);
    }

    private static FleetAvailability Fleet(JsonElement oracle, JsonElement row)
    {
        var inputs = oracle.GetProperty("inputs");
        var stocks = row.GetProperty("s").EnumerateArray().Select(stock => stock.GetInt64());
        var parts = inputs.GetProperty("lru").EnumerateArray().Zip(stocks, (lru, stock) => new FittedPart(
            CountPmf.Poisson(Number(lru, "lambda_per_hour") * Number(lru, "T_hours"))!, stock));
        return new FleetAvailability(inputs.GetProperty("fleet").GetInt32(), [.. parts]);
    }

    private static double Number(JsonElement row, string field) => row.GetProperty(field).GetDouble();
}
