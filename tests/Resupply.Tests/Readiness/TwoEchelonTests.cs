using System.Globalization;
using System.Text.Json;
using Resupply.Tests.Exact;

namespace Resupply.Tests.Readiness;

/// <summary>
/// Bases supplied one for one by a depot that repairs: by simulation against the exact convolution (Simon 1971, Graves
/// 1985), of which METRIC is an approximation. Each pair of stocks has an item of its own.
/// </summary>
public class TwoEchelonTests
{
    /// <summary>What waits less is not seen often enough to have an error.</summary>
    private const double Rare = 0.004;

    /// <summary>Behind a queue what waits comes in clusters, and fewer of them are seen.</summary>
    private const double RareBehindQueue = 0.03;

    [Fact]
    public void Sherbrookes_five_bases_wait_as_computed_exactly()
    {
        var oracle = Oracle.Read("metric_sherbrooke_ch3_five_bases.json");
        var bases = BasesOf(oracle.GetProperty("inputs"), "y");
        var rows = oracle.GetProperty("expected").GetProperty("per_base").EnumerateArray().ToArray();
        var system = new TwoEchelons(
            bases, ShopOf(oracle.GetProperty("inputs"), "y"), "0.02531 y", Teams: 0, [.. rows.Select(PairOf)]);
        var simulated = Simulated.Run(system.Text(from: 60, to: 1500), replications: 30);
        for (var i = 0; i < rows.Length; i++)
        {
            Close(simulated, i, "depot", rows[i].GetProperty("depot_ebo").GetDouble());
            for (var j = 1; j <= bases.Length; j++)
                Close(simulated, i, $"base-{j}", rows[i].GetProperty("ebo_exact").GetDouble());
        }

        simulated.Done();
    }

    /// <summary>
    /// An item has one share for all bases, and these have two. But what is in repair at a base and what is ordered and
    /// on its way, had the depot always some, are together Poisson whatever each takes (Palm); so here all goes to the
    /// depot that does in the table, and the journey back is as much longer as leaves that mean as it is.
    /// </summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Two_unequal_bases_wait_as_computed_exactly(int item)
    {
        var oracle = Oracle.Read("metric_borges_2items_2bases.json");
        var inputs = oracle.GetProperty("inputs").GetProperty("items")[item];
        TwoEchelons.Home[] bases = [.. inputs.GetProperty("bases").EnumerateArray().Select(WithoutShop)];
        var depot = Text(inputs.GetProperty("depot_T0").GetDouble());
        var name = $"U{item + 1}_base{item + 1}";
        JsonElement[] rows =
            [.. oracle.GetProperty("expected").GetProperty("evaluation").GetProperty(name).EnumerateArray()];
        var system = new TwoEchelons(bases, Nothing, $"{depot} y", Teams: 0, [.. rows.Select(PairOf)]);
        var simulated = Simulated.Run(system.Text(from: 60, to: 3000), replications: 30);
        foreach (var (i, row) in rows.Index())
        {
            Close(simulated, i, "depot", row.GetProperty("depot_ebo").GetDouble());
            Close(simulated, i, $"base-{item + 1}", row.GetProperty("ebo_exact").GetDouble());
        }

        simulated.Done();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Identical_bases_that_repair_nothing_wait_as_computed_exactly(int number)
    {
        var oracle = Oracle.Read("graves_style_identical_bases_open.json");
        var inputs = oracle.GetProperty("inputs").GetProperty("cases")[number];
        var expected = oracle.GetProperty("expected").GetProperty("cases")[number];
        var perDay = inputs.GetProperty("lam").GetDouble();
        var journey = Text(inputs.GetProperty("O").GetDouble());
        var bases = Enumerable.Repeat(
            new TwoEchelons.Home($"{Text(perDay)} per day", $"{journey} d"),
            inputs.GetProperty("bases").GetInt32()).ToArray();
        var depot = Text(inputs.GetProperty("T0").GetDouble());
        var system = new TwoEchelons(bases, Nothing, $"{depot} d", Teams: 0, [PairOf(inputs)]);
        var simulated = Simulated.Run(system.Text(from: 100, to: 4000), replications: 40);
        Close(simulated, 0, "depot", expected.GetProperty("depot_ebo").GetDouble());
        for (var j = 1; j <= bases.Length; j++)
            Close(simulated, 0, $"base-{j}", expected.GetProperty("ebo_exact").GetDouble());
        simulated.Done();
    }

    /// <summary>
    /// The trap: with two teams at the depot two and a half times as many wait as with ample repair. Its queue, of load
    /// 0.588, forgets its empty start by a factor e in at most 12 d / (2 (1 - √0.588)²), some 110 d; 2,500 are
    /// left out.
    /// </summary>
    [Fact]
    public void A_depot_of_two_teams_keeps_the_bases_waiting_as_computed_exactly()
    {
        var oracle = Oracle.Read("twoechelon_limited_crews_open.json");
        var inputs = oracle.GetProperty("inputs");
        var bases = BasesOf(inputs, "d");
        var busy = oracle.GetProperty("expected").GetProperty("depot_crew_utilisation").GetDouble();
        var expected = oracle.GetProperty("expected").GetProperty("per_base").EnumerateArray()
            .Select(each => each.GetProperty("rows").EnumerateArray().ToArray()).ToArray();
        var system = new TwoEchelons(
            bases,
            ShopOf(inputs, "d"),
            "exponential(12 d)",
            inputs.GetProperty("depot_crews").GetInt32(),
            [.. expected[0].Select(PairOf)]);
        var simulated = Simulated.Run(system.Text(from: 2500, to: 7500), replications: 36);
        for (var i = 0; i < system.Pairs.Length; i++)
        {
            Close(simulated, i, "depot", expected[0][i].GetProperty("depot_ebo").GetDouble(), RareBehindQueue);
            simulated.Close($"busy-i{i}", busy);
            for (var j = 1; j <= bases.Length; j++)
            {
                var waiting = expected[j - 1][i].GetProperty("ebo_exact").GetDouble();
                Close(simulated, i, $"base-{j}", waiting, RareBehindQueue);
            }
        }

        simulated.Done();
    }

    private static void Close(Simulated simulated, int item, string site, double expected, double rare = Rare)
    {
        if (expected >= rare) simulated.Close($"i{item}-{site}", expected);
    }

    private static TwoEchelons.Shop Nothing => new(0, "1 d");

    private static TwoEchelons.Home[] BasesOf(JsonElement inputs, string unit) =>
    [
        .. inputs.GetProperty("bases").EnumerateArray().Select(each => new TwoEchelons.Home(
            $"{Text(Of(each, "lam"))} per {(unit == "d" ? "day" : "y")}", $"{Text(Of(each, "O"))} {unit}")),
    ];

    /// <summary>That of the first base; the others have the same.</summary>
    private static TwoEchelons.Shop ShopOf(JsonElement inputs, string unit)
    {
        var all = inputs.GetProperty("bases").EnumerateArray().ToArray();
        var (share, takes) = (Of(all[0], "r"), Of(all[0], "T_base"));
        Assert.All(all, each => Assert.Equal((share, takes), (Of(each, "r"), Of(each, "T_base"))));
        return new TwoEchelons.Shop(share, $"{Text(takes)} {unit}");
    }

    private static TwoEchelons.Home WithoutShop(JsonElement each)
    {
        var (share, toDepot) = (Of(each, "r"), Of(each, "lam") * (1 - Of(each, "r")));
        var journey = Of(each, "O") + (share * Of(each, "T_base") / (1 - share));
        return new TwoEchelons.Home($"{Text(toDepot)} per y", $"{Text(journey)} y");
    }

    private static double Of(JsonElement each, string name) => each.GetProperty(name).GetDouble();

    private static (int Depot, int Base) PairOf(JsonElement row) =>
        (row.GetProperty("s0").GetInt32(), row.GetProperty("s_base").GetInt32());

    private static string Text(double number) => number.ToString("0.############", CultureInfo.InvariantCulture);
}
